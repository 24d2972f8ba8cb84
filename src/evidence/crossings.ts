/** How firmly the crossings of a case are dated. */
import { DAY } from '../model/edtf.ts';
import type { VoyagePlan } from '../model/plan.ts';

export interface Crossings {
  readonly all: number;
  /** Those whose whole passage falls within a week. */
  readonly dated: number;
}

/** A passage is called dated where everything from its earliest departure to its latest arrival lies within this, ms. */
export const WELL_DATED = 7 * DAY;

/** Counts the legs of voyages, and those whose whole window (earliest departure to latest arrival) is at most a week. */
export function countCrossings(voyages: readonly VoyagePlan[]): Crossings {
  const legs = voyages.flatMap((voyage) => voyage.legs);
  return {
    // A voyage whose claims contradict each other has no windows, but its crossings were reported.
    all: voyages.reduce((sum, { voyage }) => sum + voyage.legs.length, 0),
    dated: legs.filter((leg) => leg.arrive.latest - leg.depart.earliest <= WELL_DATED).length,
  };
}
