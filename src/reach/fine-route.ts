/** Ways over the world's water on its fine coast: found on the coarse one, and mended where that says too little. */
import { chordArcKm, mercatorLat, mercatorY, pathKm, unwrapLon } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';
import type { NoSeaRoute } from '../model/route.ts';
import { type FineSea, ROOM_M } from './fine-sea.ts';
import { crossesLine, hasSeaRoom, isFinestWater, isLegClear, isStepClear, type SeaRoom } from './finest-coast.ts';
import type { Stretch } from './grid-ways.ts';
import { type LatticeWater, latticeWay } from './lattice-way.ts';
import { passageWay } from './passage-way.ts';
import { CLOSED_UNLESS_ASKED, type PassageId } from './passages.ts';
import { tautWay } from './taut-way.ts';
import { tilesAlong } from './tile-coast.ts';
import {
  described,
  findWay,
  gatesOf,
  isTurned,
  noWaterNearby,
  pulledTaut,
  turned,
  type WorldOptions,
  type WorldRoute,
  type WorldSea,
} from './world-route.ts';

/** Tiles so near a way are read, km. */
const CORRIDOR_KM = 10;
const MOST_ROUNDS = 5;
/** Sea room rises to the whole so far from a port, km. */
const APPROACH_KM = 10;
/** A way is looked at in pieces no longer than this, km. */
const PIECE_KM = 15;
/** What is mended begins and ends so far from the land that is in the way, km, where the way is as long. */
const ROOM_KM = 30;
/** Bad pieces no farther apart are mended together, km. */
const GAP_KM = 25;
/** Longer stretches are mended in parts, km. */
const PART_KM = 160;
/** A mended way is at most so many times as long as what it stands for, and so many km. */
const LONGER = 1.5;
const LONGER_KM = 60;
/** How finely a mended way is looked for: places for the whole of it, least and most distance of them, km, and places looked at. */
const TRIES = [
  { places: 50, least: 0.5, most: 3, looked: 4000 },
  { places: 120, least: 0.25, most: 1.2, looked: 12_000 },
  { places: 300, least: 0.12, most: 0.5, looked: 30_000 },
] as const;

type Try = (typeof TRIES)[number];

/** A way point by point; `passages[i]` is that of the leg from point i. */
interface Legs {
  readonly points: readonly LonLat[];
  readonly passages: readonly (string | null)[];
}

/** Numbers of the points at both ends of what is to be mended. */
type Span = readonly [from: number, to: number];

/**
 * As `findWorldRoute`, on the fine coast: no land is crossed but on the line of a passage that the coast closes. Where a stretch cannot be
 * mended it stays as it was found, and `landM` says how much land is in its way. The same both ways.
 *
 * @throws RangeError where `snapKm` is negative or not a number
 * @throws what `fine.load` rejects with, where tiles cannot be had
 */
export async function findFineRoute(
  sea: WorldSea,
  fine: FineSea,
  from: LonLat,
  to: LonLat,
  options: WorldOptions = {},
): Promise<WorldRoute | NoSeaRoute> {
  if (isTurned(from, to)) return turned(await findFineRoute(sea, fine, to, from, options), from);
  const { closed = CLOSED_UNLESS_ASKED, snapKm = 50 } = options;
  const coarse = findWay(sea, from, to, options);
  if (coarse.kind === 'none') return coarse;
  const starts = await fine.berths(from, snapKm);
  const ends = await fine.berths(to, snapKm);
  if (starts.length === 0 || ends.length === 0) return noWaterNearby(snapKm);
  const water = seaAround(fine, closed, [...starts, ...ends]);
  let way: readonly Stretch[] = coarse.stretches;
  let berths = { start: starts[0], end: ends[0] };
  let known = false;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await fine.load(tilesAlong(linePoints(way), round === 0 ? CORRIDOR_KM : 0));
    const legs = legsOf(way);
    const spans = badSpans(legs, water, !known);
    if (spans.length > 0) {
      const mended = mendedWay(legs, spans, water, known ? null : { starts, ends });
      if (mended.start) berths = { ...berths, start: mended.start };
      if (mended.end) berths = { ...berths, end: mended.end };
      known = true;
      way = pulledTaut(mended.stretches, fine.corners, water.isRoomy);
      if (mended.failed === 0 || round > 0) continue;
    }
    if ([...tilesAlong(linePoints(way), 0)].every((tile) => fine.has(tile))) break;
  }
  const stubs = { fromM: berths.start?.stubM ?? 0, toM: berths.end?.stubM ?? 0 };
  return described(fine.coasts, from[0], { kind: 'way', stretches: way, stubs }, closed);
}

/** The water that a way is mended over. */
interface Sea extends LatticeWater {
  /** As `isClear`, with sea room. */
  isRoomy(a: LonLat, b: LonLat): boolean;
  /** Pulls a way taut that has no room. */
  tautened(way: readonly LonLat[]): LonLat[];
}

/** The fine sea, with room that rises evenly from nothing over the approach of each port. */
function seaAround({ coasts, corners }: FineSea, closed: readonly PassageId[], ports: readonly Berth[]): Sea {
  const gates = gatesOf(closed);
  const room: SeaRoom = {
    mostM: ROOM_M,
    at: (p) => ROOM_M * ports.reduce((share, { point }) => Math.min(share, chordArcKm(point, p) / APPROACH_KM), 1),
  };
  const isClear = (a: LonLat, b: LonLat) => isStepClear(coasts, gates, a, b);
  return {
    isWater: (p) => isFinestWater(coasts, p),
    isClear,
    // Room is nowhere nothing, so what has it crosses no shore.
    isRoomy: (a, b) => !gates.some((gate) => crossesLine(a, b, gate)) && hasSeaRoom(coasts, room, a, b),
    tautened: (way) => tautWay(way, corners, (a, b) => isLegClear(coasts, gates, a, b)),
  };
}

const linePoints = (way: readonly Stretch[]): LonLat[] => way.flatMap(({ points }) => points);

/** A way in pieces. */
function legsOf(way: readonly Stretch[]): Legs {
  const points: LonLat[] = [(way[0] as Stretch).points[0] as LonLat];
  const passages: (string | null)[] = [];
  for (const stretch of way) {
    for (const [i, b] of stretch.points.slice(1).entries()) {
      const a = stretch.points[i] as LonLat;
      const parts = stretch.passage === null ? Math.max(1, Math.ceil(chordArcKm(a, b) / PIECE_KM)) : 1;
      for (let n = 1; n <= parts; n++) {
        points.push(between(a, b, n / parts));
        passages.push(stretch.passage);
      }
    }
  }
  return { points, passages };
}

/** A place of the straight line of a map. */
function between(a: LonLat, b: LonLat, share: number): LonLat {
  if (share === 1) return b;
  const [low, high] = [mercatorY(a[1]), mercatorY(b[1])];
  return [a[0] + (unwrapLon(b[0], a[0]) - a[0]) * share, mercatorLat(low + (high - low) * share)];
}

/** What of a way is to be mended: where land is in it, along passages, and at both ends as long as they are not `known`. */
function badSpans({ points, passages }: Legs, water: Sea, withEnds: boolean): Span[] {
  const last = points.length - 1;
  const km = points.map((p, i) => (i === 0 ? 0 : chordArcKm(points[i - 1] as LonLat, p)));
  for (let i = 1; i <= last; i++) km[i] = (km[i] as number) + (km[i - 1] as number);
  const at = (i: number) => km[i] as number;
  const wet = points.map((p) => water.isWater(p));
  const good = passages.map(
    (passage, i) =>
      passage === null && wet[i] && wet[i + 1] && water.isClear(points[i] as LonLat, points[i + 1] as LonLat),
  );
  const spans: [number, number][] = [];
  const note = (from: number, to: number): void => {
    // Back and on to where there is water around, but over nothing else that is bad.
    let [i, j] = [from, to];
    while (i > 0 && at(from) - at(i) < ROOM_KM) i--;
    while (j < last && at(j) - at(to) < ROOM_KM) j++;
    while (i > 0 && !wet[i]) i--;
    while (j < last && !wet[j]) j++;
    const before = spans.at(-1);
    if (before && at(i) - at(before[1]) < GAP_KM) before[1] = Math.max(before[1], j);
    else spans.push([i, j]);
  };
  if (withEnds) note(0, 0);
  for (const [i, ok] of good.entries()) if (!ok && withEnds) note(i, i + 1);
  if (!withEnds) for (const [i, ok] of good.entries()) if (!ok && passages[i] === null) note(i, i + 1);
  if (withEnds) note(last, last);
  return spans;
}

interface Mended {
  readonly stretches: Stretch[];
  readonly start: Berth | null;
  readonly end: Berth | null;
  /** Spans that stay as they were. */
  readonly failed: number;
}

type Berth = Awaited<ReturnType<FineSea['berths']>>[number];

function mendedWay(
  legs: Legs,
  spans: readonly Span[],
  water: Sea,
  ports: { readonly starts: readonly Berth[]; readonly ends: readonly Berth[] } | null,
): Mended {
  const { points, passages } = legs;
  const last = points.length - 1;
  const stretches: Stretch[] = [];
  let start: Berth | null = null;
  let end: Berth | null = null;
  let failed = 0;
  let done = 0;
  const keep = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      stretches.push({ points: [points[i] as LonLat, points[i + 1] as LonLat], passage: passages[i] ?? null });
    }
  };
  for (const [from, to] of spans) {
    keep(done, from);
    done = to;
    const starts = ports && from === 0 ? ports.starts : [{ point: points[from] as LonLat, stubM: 0 }];
    const ends = ports && to === last ? ports.ends : [{ point: points[to] as LonLat, stubM: 0 }];
    const found = mendedBetween(legs, [from, to], starts, ends, water);
    if (ports && from === 0) start = found?.start ?? null;
    if (ports && to === last) end = found?.end ?? null;
    if (found) stretches.push(...found.stretches);
    else {
      failed++;
      keep(from, to);
    }
  }
  keep(done, last);
  return { stretches, start, end, failed };
}

/** The first two berths that a way joins, and the way. */
function mendedBetween(
  legs: Legs,
  span: Span,
  starts: readonly Berth[],
  ends: readonly Berth[],
  water: Sea,
): { stretches: Stretch[]; start: Berth; end: Berth } | undefined {
  for (const start of starts) {
    for (const end of ends) {
      const stretches = mendedSpan(legs, span, start.point, end.point, water);
      if (stretches) return { stretches, start, end };
    }
  }
  return undefined;
}

/** A way for a part of another. */
function mendedSpan(legs: Legs, span: Span, a: LonLat, b: LonLat, water: Sea): Stretch[] | undefined {
  const [from, to] = span;
  const { points, passages } = legs;
  const whole = points.slice(from, to + 1);
  const own = passages.slice(from, to);
  const ids = [...new Set(own.flatMap((id) => id ?? []))];
  const knownKm = Math.max(pathKm([a, ...whole, b]) - chordArcKm(a, whole[0] as LonLat), chordArcKm(a, b));
  const mid = ids.length > 1 || (ids.length === 0 && knownKm > PART_KM) ? middleOf(legs, span, water) : undefined;
  if (mid !== undefined) {
    const place = points[mid] as LonLat;
    const first = mendedSpan(legs, [from, mid], a, place, water);
    const second = first && mendedSpan(legs, [mid, to], place, b, water);
    if (first && second) return [...first, ...second];
  }
  const mostKm = LONGER * knownKm + LONGER_KM;
  // From the end of the whole way: a port may lie in a pocket of water, which is looked through soonest from within.
  const search = (tries: readonly Try[]) => (p: LonLat, q: LonLat) =>
    to === points.length - 1 ? openWay(water, q, p, mostKm, tries)?.reverse() : openWay(water, p, q, mostKm, tries);
  const open = search(ids.length > 0 ? TRIES.slice(0, 1) : TRIES)(a, b);
  if (open) return [{ points: open, passage: null }];
  const [id] = ids;
  return id === undefined ? undefined : passageWay(id, a, b, water, search(TRIES));
}

/** Of the places of a span that is too long or leads through more than one passage, the one that is best to cut it at: far from land. */
function middleOf(
  { points, passages }: Legs,
  [from, to]: Span,
  { isWater, isClear }: LatticeWater,
): number | undefined {
  let best: number | undefined;
  let most = 0;
  const around: readonly [number, number][] = [
    [0.1, 0],
    [-0.1, 0],
    [0, 0.07],
    [0, -0.07],
  ];
  for (let i = from + 2; i < to - 1; i++) {
    const p = points[i] as LonLat;
    if (passages[i - 1] || passages[i] || !isWater(p)) continue;
    const room = around.filter(([x, y]) => isClear(p, [p[0] + x, p[1] + y])).length;
    // Of equal ones the nearest to the middle.
    const score = 1 + room - Math.abs(i - (from + to) / 2) / (to - from);
    if (score > most) [best, most] = [i, score];
  }
  return best;
}

/** A way over open water by the coarsest lattice that finds one, with room where there is such a way. */
function openWay(water: Sea, a: LonLat, b: LonLat, mostKm: number, tries: readonly Try[]): LonLat[] | undefined {
  const km = chordArcKm(a, b);
  if (km < PIECE_KM && water.isRoomy(a, b)) return [a, b];
  const find = (one: Try, sea: LatticeWater): LonLat[] | undefined => {
    const stepKm = Math.min(one.most, Math.max(one.least, km / one.places));
    return latticeWay(sea, a, b, { stepKm, mostKm, mostPlaces: one.looked });
  };
  const roomy = { isWater: water.isWater, isClear: water.isRoomy };
  for (const one of tries.slice(0, 2)) {
    const way = find(one, roomy);
    if (way) return way;
  }
  for (const one of tries) {
    const way = find(one, water);
    if (way) return water.tautened(way);
  }
  return undefined;
}
