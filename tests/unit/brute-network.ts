/** Temporal networks solved by means too simple to be wrong, for small ones only. */
import { ORIGIN } from '../../src/model/temporal-network.ts';

interface Gap {
  readonly from: string;
  readonly to: string;
  readonly least: number;
}

/** Longest distances between all pairs (Floyd and Warshall), or null where the bounds contradict each other. */
export function allGaps(bounds: readonly Gap[]): ((from: string, to: string) => number) | null {
  const names = [...new Set([ORIGIN, ...bounds.flatMap(({ from, to }) => [from, to])])];
  const far = names.map((_, i) => names.map((__, j) => (i === j ? 0 : -Infinity)));
  const row = (i: number): number[] => far[i] as number[];
  for (const { from, to, least } of bounds) {
    const [i, j] = [names.indexOf(from), names.indexOf(to)];
    row(i)[j] = Math.max(row(i)[j] as number, least);
  }
  for (let k = 0; k < names.length; k++) {
    for (let i = 0; i < names.length; i++) {
      for (let j = 0; j < names.length; j++) {
        row(i)[j] = Math.max(row(i)[j] as number, (row(i)[k] as number) + (row(k)[j] as number));
      }
    }
  }
  if (names.some((_, i) => (row(i)[i] as number) > 0)) return null;
  return (from, to) => {
    const [i, j] = [names.indexOf(from), names.indexOf(to)];
    return i < 0 || j < 0 ? -Infinity : (row(i)[j] as number);
  };
}

/** Every assignment of whole numbers 0 to `most` to the events that satisfies all bounds. */
export function assignments(events: readonly string[], bounds: readonly Gap[], most: number): Map<string, number>[] {
  const found: Map<string, number>[] = [];
  const times = new Map([[ORIGIN, 0]]);
  const holds = ({ from, to, least }: Gap): boolean => {
    const [start, end] = [times.get(from), times.get(to)];
    return start === undefined || end === undefined || end - start >= least;
  };
  const assign = (n: number): void => {
    const event = events[n];
    if (event === undefined) {
      found.push(new Map(times));
      return;
    }
    for (let time = 0; time <= most; time++) {
      times.set(event, time);
      if (bounds.every(holds)) assign(n + 1);
    }
    times.delete(event);
  };
  assign(0);
  return found;
}
