/**
 * One voyage, worked out once, so that it can be tried before and after others cheaply: the least
 * gap between any two of its events (the minimal network of Dechter, Meiri and Pearl 1991).
 */
import { type Bound, ORIGIN } from '../model/temporal-network.ts';

export interface VoyageSpan {
  /** The earliest moment of an event, UTC ms; -Infinity where nothing bounds it. */
  earliest(event: string): number;
  /** The latest moment of an event, UTC ms; Infinity where nothing bounds it. */
  latest(event: string): number;
  /** Milliseconds that `to` comes after `from` at least; -Infinity where nothing says. */
  gap(from: string, to: string): number;
}

/**
 * Works out the gaps between all events of a few bounds (Floyd and Warshall; for the dozen events of a voyage, O(n³)).
 *
 * @param bounds in any order; those without a finite `least` say nothing
 * @returns null where the bounds contradict each other
 */
export function spanOf(bounds: readonly Bound<unknown>[]): VoyageSpan | null {
  const told = bounds.filter((bound) => Number.isFinite(bound.least));
  const index = new Map([[ORIGIN, 0]]);
  for (const { from, to } of told) for (const event of [from, to]) if (!index.has(event)) index.set(event, index.size);
  const size = index.size;
  const gaps = new Float64Array(size * size).fill(-Infinity);
  for (let at = 0; at < size; at++) gaps[at * size + at] = 0;
  for (const { from, to, least } of told) {
    const cell = (index.get(from) as number) * size + (index.get(to) as number);
    if (least > (gaps[cell] as number)) gaps[cell] = least;
  }
  for (let by = 0; by < size; by++) {
    for (let from = 0; from < size; from++) {
      const first = gaps[from * size + by] as number;
      if (first === -Infinity) continue;
      for (let to = 0; to < size; to++) {
        const length = first + (gaps[by * size + to] as number);
        if (length > (gaps[from * size + to] as number)) gaps[from * size + to] = length;
      }
    }
  }
  for (let at = 0; at < size; at++) if ((gaps[at * size + at] as number) > 0) return null;
  const gap = (from: string, to: string): number => {
    const [start, end] = [index.get(from), index.get(to)];
    return start === undefined || end === undefined ? -Infinity : (gaps[start * size + end] as number);
  };
  return { gap, earliest: (event) => gap(ORIGIN, event), latest: (event) => 0 - gap(event, ORIGIN) };
}
