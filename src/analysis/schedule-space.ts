/** All schedules of one order on one grid, however they were counted. */
import type { Count, ScheduleGrid, Steps } from './schedule-grid.ts';

/** `exact`: counted and drawn by dynamic programming. `random walk`: counted and drawn by a walk, with a sampling error. */
export type Method = 'exact' | 'random walk';

export interface ScheduleSpace {
  readonly method: Method;
  readonly grid: ScheduleGrid;
  readonly count: Count;
  /**
   * Draws one schedule after another, each as likely as any other.
   *
   * @param random gives numbers from 0 to less than 1; all chance comes from it
   */
  sampler(random: () => number): () => Steps;
  /** For each event, the share of schedules in which it has happened at each of the moments (UTC ms). */
  sharesPassed(moments: readonly number[]): Float64Array[];
}
