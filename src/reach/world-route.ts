/** Ways over water between any two places of the world. */
import { buildCoast } from '../model/coast.ts';
import { moorings } from '../model/coast-snap.ts';
import { geodesicKm, geodesicPathKm, KM_PER_NAUTICAL_MILE } from '../model/geodesy.ts';
import { unwrapLon } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';
import type { NoSeaRoute } from '../model/route.ts';
import { marchedKm } from './distance-field.ts';
import { type ExactGrid, exactGrid, type Waters } from './exact-grid.ts';
import {
  coastAt,
  crossesLine,
  drawnLeg,
  type FinestCoast,
  finestOf,
  isFinestWater,
  isStepClear,
  landOnPathM,
} from './finest-coast.ts';
import { along, descent, type Joint, jointsOf, nearWay, type Stretch } from './grid-ways.ts';
import type { LandLayer } from './land-raster.ts';
import { CLOSED_UNLESS_ASKED, NAMED_PASSAGES, type Passage, type PassageId } from './passages.ts';
import { type ClearTest, type CornerIndex, cornerIndex, tautWay } from './taut-way.ts';
import { frameOver, type GridBox } from './water-grid.ts';

/** A computed way over the world's water. It is nobody's track. */
export interface WorldRoute {
  readonly kind: 'sea';
  /** From water to water, points of geodesics at most 50 km apart. Longitudes run on past 180. */
  readonly points: readonly LonLat[];
  /** Length over water on the WGS 84 ellipsoid, km; stubs are not in it. */
  readonly km: number;
  readonly nauticalMiles: number;
  /** Metres inside land of the finest coast shipped, the lines of passages left out: 0, measured. */
  readonly landM: number;
  /** Straight distance of each port from its end of the way, metres: 0 where the port is in the water. */
  readonly stubs: { readonly fromM: number; readonly toM: number };
  /** The passages the way goes through, and those that were closed to it. */
  readonly through: readonly PassageId[];
  readonly closed: readonly PassageId[];
}

export interface WorldOptions {
  /** Passages that are not to be used; `CLOSED_UNLESS_ASKED` where it is left out. */
  readonly closed?: readonly PassageId[];
  /** How far from the water a port may lie, km. 50 by default: the coast of the world is coarse. */
  readonly snapKm?: number;
}

/** What is worked out once for all ways over the same coast. */
export interface WorldSea {
  readonly coasts: FinestCoast;
  readonly corners: CornerIndex;
  /** Cells of the grid, at most. */
  readonly cells: number;
  readonly grids: Map<string, Whole>;
  /** Distances from the ports asked for last. */
  readonly fields: Map<string, { readonly km: Float32Array; readonly mostKm: number }>;
}

/** The water of the world with some passages closed. */
interface Whole {
  /** Which are closed. */
  readonly key: string;
  readonly waters: Waters;
  readonly grid: () => ExactGrid;
}

interface Berth {
  readonly point: LonLat;
  readonly stubM: number;
}

const WORLD: GridBox = [-180, -78, 180, 84.4];
const WORLD_CELLS = 800_000;
/** Two ports no farther apart get a grid of their own. */
const NEAR_KM = 1000;
const FIELDS_KEPT = 3;
/** Distances are first worked out to this multiple of the great circle and so many km more. */
const LIKELY_SHARE = 2;
const LIKELY_KM = 1000;

/** What lies nearer to a pole is not looked at: no port is there, and a Mercator map ends. */
const [SOUTHERNMOST, NORTHERNMOST] = [-80, 84.5];

/**
 * Readies the land of the world for ways over its water.
 *
 * @param layers land, coarse to fine; the first covers the world
 * @param cells of the grid that finds on which side of an island a way goes
 * @throws RangeError where there is no layer
 */
export function worldSea(layers: readonly LandLayer[], cells = WORLD_CELLS): WorldSea {
  const [world, ...finer] = layers.map(({ land, box: [west, south, east, north] }) =>
    buildCoast(land, { box: [west, Math.max(SOUTHERNMOST, south), east, Math.min(NORTHERNMOST, north)] }),
  );
  if (!world) throw new RangeError('a sea needs the land of the world');
  const coasts = finestOf(world, finer);
  return { coasts, corners: cornerIndex(coasts), cells, grids: new Map(), fields: new Map() };
}

function watersFor(sea: WorldSea, closed: readonly PassageId[]): Whole {
  const key = [...closed].sort().join();
  const known = sea.grids.get(key);
  if (known) return known;
  const passages: readonly Passage[] = NAMED_PASSAGES;
  const shut = (id: string) => closed.some((one) => one === id);
  const waters: Waters = {
    coasts: sea.coasts,
    gates: gatesOf(closed),
    channels: passages.flatMap(({ id, line }) => (line && !shut(id) ? [{ id, line }] : [])),
  };
  let grid: ExactGrid | undefined;
  const made: Whole = {
    key,
    waters,
    // Only when two ports far from each other are asked for.
    grid: () => {
      grid ??= exactGrid(frameOver(WORLD, sea.cells), waters);
      return grid;
    },
  };
  sea.grids.set(key, made);
  return made;
}

/** A way in stretches from berth to berth. */
export interface FoundWay {
  readonly kind: 'way';
  readonly stretches: readonly Stretch[];
  readonly stubs: WorldRoute['stubs'];
}

/**
 * The way over water between two places of the world: marched over a grid whose steps are tested on the coast (Sethian 1996),
 * then pulled taut around the capes. It crosses no land of the finest coast there but on the line of a passage, which is
 * named. Near the shortest, not proved so: the side on which an island is passed is the grid's choice, good to about 1 %. The
 * same both ways.
 *
 * @throws RangeError where `snapKm` is negative or not a number
 */
export function findWorldRoute(
  sea: WorldSea,
  from: LonLat,
  to: LonLat,
  options: WorldOptions = {},
): WorldRoute | NoSeaRoute {
  if (isTurned(from, to)) return turned(findWorldRoute(sea, to, from, options), from);
  const way = findWay(sea, from, to, options);
  return way.kind === 'none' ? way : described(sea.coasts, from[0], way, options.closed);
}

/** Ways are searched from west to east, so that there and back are one. */
export const isTurned = (from: LonLat, to: LonLat): boolean =>
  from[0] > to[0] || (from[0] === to[0] && from[1] > to[1]);

/** As `findWorldRoute`, from `from` to `to` whichever lies in the west, in stretches. */
export function findWay(sea: WorldSea, from: LonLat, to: LonLat, options: WorldOptions): FoundWay | NoSeaRoute {
  const { closed = CLOSED_UNLESS_ASKED, snapKm = 50 } = options;
  if (!(snapKm >= 0)) throw new RangeError('snapKm must be 0 or more');
  const [starts, ends] = [from, to].map((port) => berthsOf(sea, port, snapKm)) as [Berth[], Berth[]];
  if (starts.length === 0 || ends.length === 0) return noWaterNearby(snapKm);
  const whole = watersFor(sea, closed);
  for (const start of starts) {
    for (const end of ends) {
      const way = stretchesBetween(sea, whole, start.point, end.point);
      if (!way) continue;
      const { coasts, gates } = whole.waters;
      const stretches = pulledTaut(way, sea.corners, (a, b) => isStepClear(coasts, gates, a, b));
      return { kind: 'way', stretches, stubs: { fromM: start.stubM, toM: end.stubM } };
    }
  }
  return { kind: 'none', reason: 'not-connected', message: 'No open water of the coast joins two of the ports.' };
}

export const noWaterNearby = (snapKm: number): NoSeaRoute => ({
  kind: 'none',
  reason: 'no-water-nearby',
  message: `A port lies more than ${snapKm} km from the sea of the coast that ships.`,
});

/** The open water of a way pulled taut, as it is drawn. `isClearStep` is asked of the steps of the drawn line. */
export function pulledTaut(way: readonly Stretch[], corners: CornerIndex, isClearStep: ClearTest): Stretch[] {
  const isClear = (a: LonLat, b: LonLat): boolean => {
    const points = drawnLeg(a, b);
    return points.slice(1).every((q, i) => isClearStep(points[i] as LonLat, q));
  };
  return joined(way).map(({ points, passage }) => ({
    passage,
    points: passage === null ? drawn(tautWay(points, corners, isClear)) : points,
  }));
}

/** The lines that are not crossed while passages are closed. */
export const gatesOf = (closed: readonly PassageId[]): (readonly LonLat[])[] =>
  NAMED_PASSAGES.flatMap(({ id, gate }) => (closed.includes(id) ? [gate] : []));

/** Where a ship for a port may lie: the port where it is in the water, else off the nearest shores. */
function berthsOf({ coasts }: WorldSea, port: LonLat, snapKm: number): Berth[] {
  if (isFinestWater(coasts, port)) return [{ point: port, stubM: 0 }];
  return moorings(coastAt(coasts, port), port, snapKm * 1000).map(({ point }) => ({
    point,
    stubM: geodesicKm(port, point) * 1000,
  }));
}

function stretchesBetween(sea: WorldSea, whole: Whole, from: LonLat, to: LonLat): Stretch[] | undefined {
  const { key, waters } = whole;
  if (geodesicKm(from, to) < NEAR_KM) {
    const near = nearWay(waters, from, to);
    if (near) return near;
  }
  const grid = whole.grid();
  const starts = jointsOf(waters, grid, from);
  const ends = jointsOf(waters, grid, to);
  if (starts.length === 0 || ends.length === 0) return undefined;
  const likelyKm = LIKELY_SHARE * geodesicKm(from, to) + LIKELY_KM;
  for (const mostKm of [likelyKm, Infinity]) {
    const km = fieldFrom(sea, `${key} ${from.join()}`, grid, starts, mostKm);
    const far = (joint: Joint) => (km[joint.cell] as number) + joint.km;
    const end = ends.reduce((a, b) => (far(a) <= far(b) ? a : b));
    if (!(far(end) <= mostKm) || far(end) === Infinity) continue;
    const cells = descent(waters, grid, km, end.cell);
    const start = starts.find(({ cell }) => cell === cells.at(-1));
    return start && [...start.way, ...along(waters, grid, cells.toReversed()), ...end.way.toReversed().map(back)];
  }
  return undefined;
}

const back = ({ points, passage }: Stretch): Stretch => ({ points: points.toReversed(), passage });

/** Distances from a port, as far as asked for or farther. */
function fieldFrom(
  { fields }: WorldSea,
  key: string,
  grid: ExactGrid,
  starts: readonly Joint[],
  mostKm: number,
): Float32Array {
  const known = fields.get(key);
  const field = known && known.mostKm >= mostKm ? known : { km: marchedKm(grid, starts, mostKm), mostKm };
  fields.delete(key);
  fields.set(key, field);
  for (const oldest of fields.keys()) {
    if (fields.size <= FIELDS_KEPT) break;
    fields.delete(oldest);
  }
  return field.km;
}

/** Neighbouring stretches of one kind made one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: { points: LonLat[]; passage: string | null }[] = [];
  for (const { points, passage } of stretches) {
    const last = whole.at(-1);
    if (last && last.passage === passage) last.points.push(...points.slice(1));
    else whole.push({ points: [...points], passage });
  }
  return whole;
}

/** A way as it is drawn: geodesics in short straight steps, longitudes running on. */
function drawn(way: readonly LonLat[]): LonLat[] {
  return way.slice(1).flatMap((b, i) => drawnLeg(way[i] as LonLat, b).slice(i === 0 ? 0 : 1));
}

/** A way with what is measured of it. `lon`: the longitude that its first is near. */
export function described(
  coasts: FinestCoast,
  lon: number,
  { stretches, stubs }: FoundWay,
  closed: readonly PassageId[] = CLOSED_UNLESS_ASKED,
): WorldRoute {
  const points: LonLat[] = [];
  for (const p of stretches.flatMap((stretch, i) => stretch.points.slice(i === 0 ? 0 : 1))) {
    points.push([unwrapLon(p[0], points.at(-1)?.[0] ?? lon), p[1]]);
  }
  const km = geodesicPathKm(points);
  const crosses = (gate: readonly LonLat[]) =>
    points.slice(1).some((b, i) => crossesLine(points[i] as LonLat, b, gate));
  return {
    kind: 'sea',
    points,
    km,
    nauticalMiles: km / KM_PER_NAUTICAL_MILE,
    landM: stretches.reduce((sum, one) => sum + (one.passage === null ? landOnPathM(coasts, one.points) : 0), 0),
    stubs,
    through: NAMED_PASSAGES.filter(({ gate }) => crosses(gate)).map(({ id }) => id),
    closed,
  };
}

/** The same way the other way round, from the longitude of its port. */
export function turned(route: WorldRoute | NoSeaRoute, from: LonLat): WorldRoute | NoSeaRoute {
  if (route.kind === 'none') return route;
  const points = route.points.toReversed();
  const first = points[0] as LonLat;
  const turn = unwrapLon(first[0], from[0]) - first[0];
  return {
    ...route,
    points: turn === 0 ? points : points.map(([lon, lat]): LonLat => [lon + turn, lat]),
    stubs: { fromM: route.stubs.toM, toM: route.stubs.fromM },
  };
}
