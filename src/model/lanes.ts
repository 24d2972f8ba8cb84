/**
 * Lanes: the schematic lines that passages are drawn on. Two legs between the same ports share
 * one lane, whichever way they go; a leg with waypoints or a published track has its own.
 */
import { type PathTable, pathTable } from './path.ts';
import type { Dataset, Leg, LonLat } from './records.ts';
import type { Ways } from './voyage-network.ts';

/** `sea`: shortest path over water. `great-circle`: no sea route is known, land is not heeded. `track`: published positions. */
export type LaneKind = 'sea' | 'great-circle' | 'track';

export interface Lane {
  readonly id: string;
  readonly kind: LaneKind;
  /** Port ids at the two ends. */
  readonly ends: readonly [string, string];
  readonly table: PathTable;
  readonly km: number;
  /** One sentence: how the line was found. */
  readonly method: string;
  /** Of lanes over the water of the world. */
  readonly passages?: LanePassages;
}

/** What a line over the world's water has to do with canals and straits that may be open or closed, by their ids. */
export interface LanePassages {
  readonly through: readonly string[];
  readonly closed: readonly string[];
}

/** A leg on its lane. A share `f` of the leg is the share `f` of the lane, or `1 - f` where `reversed`. */
export interface LegPath {
  readonly lane: Lane;
  readonly reversed: boolean;
}

const hasOwnLane = ({ track, via }: Leg): boolean => track.length > 1 || via.length > 0;

/** The id of the lane that a leg of a voyage is drawn on; `at`: its number in the voyage, from 0. */
export const laneIdOf = (voyage: string, leg: Leg, at: number): string =>
  hasOwnLane(leg) ? `${voyage} leg ${at}` : [leg.from, leg.to].sort().join(' - ');

/** A line between two places that somebody computed over water. */
export interface SeaLine {
  readonly points: readonly LonLat[];
  /** Length on the ellipsoid, km. */
  readonly km: number;
  readonly method: string;
  /** Where it was found over the water of the world. */
  readonly passages?: LanePassages;
}

export type SeaLines = (from: LonLat, to: LonLat) => SeaLine | undefined;

const NO_SEA_ROUTE = 'No sea route is known here: a great circle, which heeds no land.';

/**
 * Lays the lanes of a case.
 *
 * @param seaLines finds a computed line between two places; may answer undefined
 * @param greatCircle points of the great circle between two places
 * @returns the ways of all legs
 * @throws RangeError where a leg names a port that the case does not have (`dataset/` lets none through)
 */
export function layLanes(
  dataset: Dataset,
  seaLines: SeaLines,
  greatCircle: (from: LonLat, to: LonLat) => readonly LonLat[],
): Ways & { readonly lanes: readonly Lane[] } {
  const ports = new Map(dataset.ports.map((port) => [port.id, port.position]));
  const lanes = new Map<string, Lane>();
  const paths = new Map<string, LegPath>();

  const positionOf = (port: string): LonLat => {
    const position = ports.get(port);
    if (!position) throw new RangeError(`no port "${port}"`);
    return position;
  };

  const between = (id: string, from: string, to: string): LegPath => {
    const reversed = from > to;
    const [a, b] = reversed ? [to, from] : [from, to];
    const lane = lanes.get(id) ?? lay(id, [a, b], [positionOf(a), positionOf(b)]);
    return { lane, reversed };
  };

  const lay = (id: string, ends: readonly [string, string], stops: readonly LonLat[]): Lane => {
    const lines = stops.slice(1).map((to, at) => seaLines(stops[at] as LonLat, to));
    const known = lines.every((line) => line !== undefined);
    const pieces = lines.map((line, at) => line?.points ?? greatCircle(stops[at] as LonLat, stops[at + 1] as LonLat));
    const points = pieces.flatMap((piece, at) => (at === 0 ? piece : piece.slice(1)));
    const table = pathTable(points);
    const passages = lines.flatMap((line) => line?.passages ?? []);
    const every = (list: keyof LanePassages) => [...new Set(passages.flatMap((one) => one[list]))];
    const lane: Lane = {
      id,
      kind: known ? 'sea' : 'great-circle',
      ends,
      table,
      km: known ? lines.reduce((sum, line) => sum + (line?.km ?? 0), 0) : table.km,
      method: known ? (lines[0]?.method ?? '') : NO_SEA_ROUTE,
      ...(passages.length > 0 && { passages: { through: every('through'), closed: every('closed') } }),
    };
    lanes.set(id, lane);
    return lane;
  };

  const ownLane = (id: string, leg: Leg): LegPath => {
    const ends = [leg.from, leg.to] as const;
    if (leg.track.length > 1) {
      const table = pathTable(leg.track.map((fix) => fix.position));
      const lane: Lane = { id, kind: 'track', ends, table, km: table.km, method: 'Published positions.' };
      lanes.set(id, lane);
      return { lane, reversed: false };
    }
    return { lane: lay(id, ends, [positionOf(leg.from), ...leg.via, positionOf(leg.to)]), reversed: false };
  };

  for (const voyage of dataset.voyages) {
    voyage.legs.forEach((leg, at) => {
      const id = laneIdOf(voyage.id, leg, at);
      paths.set(`${voyage.id} ${at}`, hasOwnLane(leg) ? ownLane(id, leg) : between(id, leg.from, leg.to));
    });
  }

  return {
    lanes: [...lanes.values()],
    legPath(voyage, leg) {
      const path = paths.get(`${voyage.id} ${leg}`);
      if (!path) throw new RangeError(`voyage "${voyage.id}" has no leg ${leg}`);
      return path;
    },
    km: (from, to) =>
      from === to
        ? 0
        : (lanes.get([from, to].sort().join(' - '))?.km ?? pathTable(greatCircle(positionOf(from), positionOf(to))).km),
  };
}
