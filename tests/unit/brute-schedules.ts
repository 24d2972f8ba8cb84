/** Schedules of small grids, found by trying every one; what is true of them, found by looking. */
import type { Doing } from '../../src/analysis/day-shares.ts';
import type { OrderSpace } from '../../src/analysis/fitting-schedules.ts';
import type { ScheduleGrid } from '../../src/analysis/schedule-grid.ts';
import { arrival, departure } from '../../src/model/voyage-network.ts';
import type { FittingOrder } from '../../src/model/voyage-orders.ts';
import { allGaps } from './brute-network.ts';

/** A schedule of one order: when each departure and each arrival falls, in the order sailed. */
export type Moments = readonly number[];

/**
 * Every schedule of a grid that satisfies the bounds of the order. A set of moments can be
 * completed by moments for all other events just where it keeps every longest gap.
 */
export function schedulesByTrying({ voyages, bounds }: FittingOrder, grid: ScheduleGrid): Moments[] {
  const gap = allGaps(bounds.filter(({ least }) => Number.isFinite(least)));
  if (!gap) return [];
  const events = voyages.flatMap(({ id, legs }) => legs.flatMap((_, n) => [departure(id, n), arrival(id, n)]));
  const far = [...events, 'origin'].map((from) => [...events, 'origin'].map((to) => gap(from, to)));
  const zero = events.length;
  const found: Moments[] = [];
  const fits = (moments: Moments, now: number): boolean => {
    const at = moments.length;
    const keeps = (other: number, then: number): boolean =>
      now - then >= (far[other]?.[at] as number) && then - now >= (far[at]?.[other] as number);
    return keeps(zero, 0) && moments.every((then, other) => keeps(other, then));
  };
  const extend = (moments: Moments): void => {
    const at = moments.length;
    if (at === events.length) found.push(moments);
    for (let step = 0; step < (grid.sizes[at] ?? 0); step++) {
      const now = (grid.starts[at] as number) + step * grid.unit;
      if (fits(moments, now)) extend([...moments, now]);
    }
  };
  extend([]);
  return found;
}

/** Every choice of steps that keeps all gaps of a grid. */
export function stepsByTrying({ sizes, gaps, far }: ScheduleGrid): number[][] {
  let all: number[][] = [[]];
  for (const size of sizes) all = all.flatMap((one) => Array.from({ length: size }, (_, step) => [...one, step]));
  const between = (one: readonly number[], from: number, to: number) => (one[to] as number) - (one[from] as number);
  return all.filter(
    (one) =>
      gaps.every(({ least, most }, at) => between(one, at, at + 1) >= least && between(one, at, at + 1) <= most) &&
      far.every(({ from, to, least }) => between(one, from, to) >= least),
  );
}

/** What the ship is about at `t`, as a text. */
export function doingAt(voyages: OrderSpace['voyages'], moments: Moments, t: number): string {
  let event = 0;
  for (const [place, { id, legs }] of voyages.entries()) {
    for (const [n, { from }] of legs.entries()) {
      const [depart, arrive] = [moments[event++] as number, moments[event++] as number];
      if (t < depart && n > 0) return `port ${from} in ${id} before ${n}`;
      if (t < depart) return place === 0 ? 'before' : `between ${voyages[place - 1]?.id} and ${id}`;
      if (t < arrive) return `sea in ${id} on ${n}`;
    }
  }
  return 'after';
}

/** The same text for a result of the program. */
export function textOf(doing: Doing): string {
  if (doing.kind === 'sea') return `sea in ${doing.voyage} on ${doing.leg}`;
  if (doing.kind === 'port') return `port ${doing.port} in ${doing.voyage} before ${doing.leg}`;
  return doing.kind === 'between' ? `between ${doing.first} and ${doing.next}` : doing.kind;
}

/**
 * Pearson's statistic of draws against equal chances, as a share of the value that chance passes
 * once in a thousand (Wilson and Hilferty's approximation). Infinite where something drawn is not among the possible.
 */
export function unevenness(possible: readonly string[], drawn: readonly string[]): number {
  const times = new Map(possible.map((one) => [one, 0]));
  for (const one of drawn) times.set(one, (times.get(one) ?? Infinity) + 1);
  const expected = drawn.length / possible.length;
  const sum = [...times.values()].reduce((total, n) => total + (n - expected) ** 2 / expected, 0);
  const free = possible.length - 1;
  return sum / (free * (1 - 2 / (9 * free) + 3.09 * Math.sqrt(2 / (9 * free))) ** 3);
}
