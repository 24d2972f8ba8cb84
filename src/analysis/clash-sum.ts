/** The arithmetic of a clash: how much time there is, and how much would be needed. */
import type { Clash, ClashBound } from './clashes.ts';

export interface ClashSum {
  /** The bounds in the order of time: from the moment before which nothing may happen, where there is one. Those that only say "not before" of two events are left out. */
  readonly steps: readonly ClashBound[];
  /** Time that there is at most, ms; below 0 where the last moment allowed lies before the first. */
  readonly atHand: number;
  /** Least time of all passages, stays and turns between, ms. Always more than `atHand`. */
  readonly needed: number;
}

/** Adds up a clash: `needed - atHand` is what it lacks. */
export function clashSum({ bounds }: Clash): ClashSum {
  const start = bounds.findIndex(({ moment }) => moment?.side === 'not-before');
  const turned = start > 0 ? [...bounds.slice(start), ...bounds.slice(0, start)] : bounds;
  const steps = turned.filter(({ moment, least }) => moment !== undefined || least !== 0);
  const sum = (some: readonly ClashBound[]): number => some.reduce((total, { least }) => total + least, 0);
  const taking = steps.filter(({ moment, least }) => moment === undefined && least > 0);
  return { steps, needed: sum(taking), atHand: 0 - sum(steps.filter((step) => !taking.includes(step))) };
}
