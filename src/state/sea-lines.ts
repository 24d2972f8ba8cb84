/** Where the lines of a case come from: computed when the page was built, else here, in a worker. */
import type { SeaLine } from '../model/lanes.ts';
import type { Dataset, LonLat } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';

export interface Lines {
  /** As they were found, to be handed on to a worker. */
  readonly found: readonly FoundLine[];
  sea(from: LonLat, to: LonLat): SeaLine | undefined;
  greatCircle(from: LonLat, to: LonLat): readonly LonLat[];
  /** Why a line is missing, a sentence each, once. */
  readonly failures: readonly string[];
}

const key = (from: LonLat, to: LonLat): string => `${from.join()} ${to.join()}`;

/** The places that lanes of a case run between, each pair once, in the direction `layLanes` asks for. */
export function pairsOf(dataset: Dataset): [LonLat, LonLat][] {
  const position = new Map(dataset.ports.map((port) => [port.id, port.position]));
  const pairs = new Map<string, [LonLat, LonLat]>();
  for (const leg of dataset.voyages.flatMap((voyage) => voyage.legs)) {
    if (leg.track.length > 1) continue;
    const ends = leg.via.length === 0 ? [leg.from, leg.to].sort() : [leg.from, leg.to];
    const [a, b] = ends.map((port) => position.get(port));
    if (!a || !b) continue;
    const stops = [a, ...leg.via, b];
    for (let at = 1; at < stops.length; at++) {
      const pair: [LonLat, LonLat] = [stops[at - 1] as LonLat, stops[at] as LonLat];
      pairs.set(key(...pair), pair);
    }
  }
  return [...pairs.values()];
}

/** Makes the lines of a case answerable. */
export function linesOf(found: readonly FoundLine[]): Lines {
  const index = new Map(found.map((one) => [key(one.from, one.to), one]));
  return {
    found,
    sea: (from, to) => index.get(key(from, to))?.line ?? undefined,
    greatCircle: (from, to) => index.get(key(from, to))?.greatCircle ?? [from, to],
    failures: [...new Set(found.flatMap((one) => one.failure ?? []))],
  };
}

/** A search for sea routes that is under way. */
export interface Search {
  readonly done: number;
  readonly of: number;
  /** The rest are great circles then, which say so. Absent once the routes are there and the voyages are worked out. */
  readonly stop?: () => void;
}

/** Finds lines that are not computed yet. */
export type FindLines = (pairs: readonly [LonLat, LonLat][]) => Promise<readonly FoundLine[]>;

/**
 * The lines of a case: those that `computed` holds, and the rest as `find` has them.
 *
 * @param computed lines made at build time for this very case; wrong ones cannot be had, since places are compared exactly
 */
export async function seaLines(dataset: Dataset, computed: readonly FoundLine[], find: FindLines): Promise<Lines> {
  const known = new Set(computed.map(({ from, to }) => key(from, to)));
  const missing = pairsOf(dataset).filter(([from, to]) => !known.has(key(from, to)));
  return linesOf(missing.length === 0 ? computed : [...computed, ...(await find(missing))]);
}
