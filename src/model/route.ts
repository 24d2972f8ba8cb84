import { type Coast, coversPoint, isOffCut, lookEast, metresPerUnit, project, unproject } from './coast.ts';
import { hasRoom, landCrossedM, landSpans, shoreDistanceM } from './coast-crossing.ts';
import { type Mooring, moorings } from './coast-snap.ts';
import { geodesicKm, geodesicPathKm, KM_PER_NAUTICAL_MILE } from './geodesy.ts';
import { chordArcKm } from './path.ts';
import type { LonLat } from './records.ts';
import { type SeaCorner, seaCorners, thinnedShores } from './sea-corners.ts';
import { type PlanePoint, searchSea } from './sea-search.ts';

/** A computed way over water. It is nobody's track. */
export interface SeaRoute {
  readonly kind: 'sea';
  /** From water to water; a stub on land is the straight line from the port to the nearer end. Longitudes run on past 180. */
  readonly points: readonly LonLat[];
  /** Length of the way over water on the WGS 84 ellipsoid, km; stubs are not in it. */
  readonly km: number;
  readonly nauticalMiles: number;
  /** Metres of the way inside land: 0, measured on the coast that was given. */
  readonly landM: number;
  /** Least distance from land outside the approaches of the ports, measured, metres; at most 100,000. */
  readonly clearanceM: number;
  /** Distance of each port from its end of the way, metres: 0 where the port is in the water. */
  readonly stubs: { readonly fromM: number; readonly toM: number };
  /** One sentence: how the way was found. */
  readonly method: string;
}

export interface NoSeaRoute {
  readonly kind: 'none';
  readonly reason: 'outside-coast' | 'no-water-nearby' | 'not-connected';
  /** One sentence for a reader. */
  readonly message: string;
}

export interface RouteOptions {
  /** Distance to keep from land at sea where the way allows it, metres. 300 by default; with 0 the way may touch capes. */
  readonly clearanceM?: number;
  /** How far from the water a port may lie, km. 15 by default. */
  readonly snapKm?: number;
}

/** Sea room: the whole at sea, rising evenly from nothing over the approach of each port. */
interface Room {
  readonly clearanceM: number;
  readonly approachKm: number;
}

/** How far less room is tried, widest first: a share of the room asked for, and the length of the approaches, km. */
const NARROWER = [
  [1, 3],
  [1, 10],
  [0.5, 10],
  [0.25, 10],
  [0.1, 10],
] as const;
/** Room is given up only for a way shorter by more than this share, and by more than this many km. */
const WORTH_SHARE = 0.03;
const WORTH_KM = 1;
/** At sea, shores are thinned to this share of the room before their corners are taken. */
const THINNED_SHARE = 0.2;
/** In approaches, where every corner is taken, corners are put a little farther off than the room needed there. */
const APPROACH_SHARE = 1.1;
const APPROACH_M = 5;
/** Points nearer to each other, or turns slighter, than this are left out where the way stays clear without them. */
const NEAR_KM = 0.04;
const SLIGHT_TURN = 0.5 * (Math.PI / 180);
/** Distances from the shore are measured up to here. */
const MEASURED_M = [1_000, 10_000, 100_000];

interface Search {
  readonly coast: Coast;
  readonly shores: ReturnType<typeof thinnedShores>;
  readonly from: PlanePoint;
  readonly to: PlanePoint;
  /** The way by each vertex if nothing lay between, km. */
  readonly detours: Float64Array;
}

interface Way {
  readonly points: readonly PlanePoint[];
  readonly km: number;
  readonly room: Room;
}

function roomAt({ coast, from, to }: Search, room: Room): (x: number, y: number) => number {
  return (x, y) => {
    const near = Math.min(Math.hypot(x - from[0], y - from[1]), Math.hypot(x - to[0], y - to[1]));
    return room.clearanceM * Math.min(1, (near * metresPerUnit(coast, y)) / (room.approachKm * 1000));
  };
}

/** The corners a way with this room may turn at: coarse ones at sea, fine ones in the approaches, none far beyond the bound. */
function cornersFor(search: Search, room: Room, boundKm: number): SeaCorner[] {
  const { coast, shores, detours } = search;
  const { clearanceM } = room;
  const inReach = (vertex: number, offM: number) => (detours[vertex] as number) < boundKm + (4 * offM) / 1000;
  if (clearanceM === 0) {
    return seaCorners(coast, shores(0), (x, y, vertex) =>
      inReach(vertex, 0) && isOffCut(coast, x, y) ? 0 : undefined,
    );
  }
  const needed = roomAt(search, room);
  const thinned = clearanceM * THINNED_SHARE;
  const off = clearanceM + thinned * 1.05;
  const atSea = seaCorners(coast, shores(thinned), (_x, _y, vertex) => (inReach(vertex, off) ? off : undefined));
  const inApproach = seaCorners(coast, shores(0), (x, y, vertex) => {
    const here = inReach(vertex, clearanceM) ? needed(x, y) : clearanceM;
    return here < clearanceM ? here * APPROACH_SHARE + APPROACH_M : undefined;
  });
  return [...atSea, ...inApproach].filter(
    ({ x, y }) =>
      isOffCut(coast, x, y) &&
      lookEast(coast, x, y).winding === 0 &&
      hasRoom(coast, [x, y], [x, y], needed, clearanceM),
  );
}

function clearTest(search: Search, room: Room): (a: PlanePoint, b: PlanePoint) => boolean {
  const { coast } = search;
  if (room.clearanceM === 0) return (a, b) => landSpans(coast, a, b, true).length === 0;
  const needed = roomAt(search, room);
  return (a, b) => hasRoom(coast, a, b, needed, room.clearanceM);
}

function wayWith(search: Search, room: Room, boundKm = Infinity): Way | undefined {
  const { coast, from, to } = search;
  const isClear = clearTest(search, room);
  const found = searchSea(coast, from, to, cornersFor(search, room, boundKm), isClear, boundKm);
  return found && { points: tidy(coast, found.points, isClear), km: found.km, room };
}

/** The way with the most room that no narrower one shortens by what is worth it. */
function bestWay(coast: Coast, from: PlanePoint, to: PlanePoint, clearanceM: number): Way | undefined {
  const [start, end] = [unproject(coast, ...from), unproject(coast, ...to)];
  const detours = coast.xs.map((x, i) => {
    const point = unproject(coast, x, coast.ys[i] as number);
    return chordArcKm(start, point) + chordArcKm(point, end);
  });
  const straightKm = chordArcKm(start, end);
  const search = { coast, shores: thinnedShores(coast), from, to, detours };
  let best: Way | undefined;
  for (const [share, approachKm] of clearanceM > 0 ? NARROWER : []) {
    const bound = best ? Math.min(best.km * (1 - WORTH_SHARE), best.km - WORTH_KM) : Infinity;
    if (bound < straightKm) break;
    best = wayWith(search, { clearanceM: clearanceM * share, approachKm }, bound) ?? best;
  }
  return best ?? wayWith(search, { clearanceM: 0, approachKm: 0 });
}

function tidy(
  coast: Coast,
  points: readonly PlanePoint[],
  isClear: (a: PlanePoint, b: PlanePoint) => boolean,
): PlanePoint[] {
  const kept = [...points];
  for (let i = 1; i < kept.length - 1; ) {
    const [a, b, c] = kept.slice(i - 1, i + 2) as [PlanePoint, PlanePoint, PlanePoint];
    const turn = Math.abs(Math.atan2(c[1] - b[1], c[0] - b[0]) - Math.atan2(b[1] - a[1], b[0] - a[0]));
    const near = chordArcKm(unproject(coast, ...a), unproject(coast, ...b)) < NEAR_KM;
    const slight = Math.min(turn, 2 * Math.PI - turn) < SLIGHT_TURN;
    if ((near || slight) && isClear(a, c)) kept.splice(i, 1);
    else i++;
  }
  return kept;
}

/** The parts of a segment more than `radius` (plane units) from a point, as shares 0 to 1. */
function outsideDisc(a: PlanePoint, b: PlanePoint, centre: PlanePoint, radius: number): [number, number][] {
  const [dx, dy, fx, fy] = [b[0] - a[0], b[1] - a[1], a[0] - centre[0], a[1] - centre[1]];
  const square = dx * dx + dy * dy;
  const half = fx * dx + fy * dy;
  const under = half * half - square * (fx * fx + fy * fy - radius * radius);
  if (square === 0 || under <= 0) return fx * fx + fy * fy > radius * radius || under < 0 ? [[0, 1]] : [];
  const enter = (-half - Math.sqrt(under)) / square;
  const leave = (-half + Math.sqrt(under)) / square;
  return (
    [
      [0, Math.min(1, enter)],
      [Math.max(0, leave), 1],
    ] as [number, number][]
  ).filter(([p, q]) => p < q);
}

/** Least measured distance from the shore outside the approaches, metres; of the whole way where it is all approach. */
function measuredClearanceM(coast: Coast, { points, room }: Way): number {
  const ends = [points[0], points.at(-1)] as [PlanePoint, PlanePoint];
  const legs = points.slice(1).map((b, i) => [points[i] as PlanePoint, b] as const);
  const atSea = legs.flatMap(([a, b]) => {
    const [first, second] = ends.map((end) =>
      outsideDisc(a, b, end, (room.approachKm * 1000) / metresPerUnit(coast, end[1])),
    ) as [[number, number][], [number, number][]];
    const at = (share: number): PlanePoint => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    return first.flatMap(([p, q]) =>
      second.flatMap(([r, s]) => {
        const [from, to] = [Math.max(p, r), Math.min(q, s)];
        return from < to ? [[at(from), at(to)] as const] : [];
      }),
    );
  });
  for (const limit of MEASURED_M) {
    const least = Math.min(...(atSea.length > 0 ? atSea : legs).map(([a, b]) => shoreDistanceM(coast, a, b, limit)));
    if (least < Infinity) return least;
  }
  return MEASURED_M.at(-1) as number;
}

function describe(clearanceM: number, { room }: Way): string {
  const kept =
    room.clearanceM > 0
      ? `it keeps ${Math.floor(clearanceM)} m or more from land beyond ${room.approachKm} km of either port`
      : 'it keeps no distance from land';
  return `Shortest way over water with sea room, computed, not an observed track: ${kept}.`;
}

function none(reason: NoSeaRoute['reason'], message: string): NoSeaRoute {
  return { kind: 'none', reason, message };
}

/** Places in the same water for both ports, shortest stubs first. */
function pairs(starts: readonly Mooring[], ends: readonly Mooring[]): [Mooring, Mooring][] {
  return starts
    .flatMap((a) => ends.filter((b) => b.water === a.water).map((b): [Mooring, Mooring] => [a, b]))
    .sort((p, q) => p[0].stubM + p[1].stubM - (q[0].stubM + q[1].stubM));
}

/**
 * Shortest way over the water of a coast between two ports, with sea room: a visibility graph (Lozano-Perez and Wesley
 * 1979) over land corners moved off the shore, every leg tested against the whole coast. It keeps `clearanceM` from land
 * at sea, less in the approaches, and gives up room only where that saves more than 3 % and 1 km. A port on land is put
 * on the nearest shore of the connected sea and the distance reported. The same both ways, and the same every time.
 *
 * @throws RangeError where an option is negative or not a number
 */
export function findRoute(coast: Coast, from: LonLat, to: LonLat, options: RouteOptions = {}): SeaRoute | NoSeaRoute {
  const { clearanceM = 300, snapKm = 15 } = options;
  if (!(clearanceM >= 0 && snapKm >= 0)) throw new RangeError('clearanceM and snapKm must be 0 or more');
  if (from[0] > to[0] || (from[0] === to[0] && from[1] > to[1])) return reversed(findRoute(coast, to, from, options));
  if (!coversPoint(coast, from) || !coversPoint(coast, to)) {
    return none('outside-coast', 'A port lies outside the area of the coast file.');
  }
  const starts = moorings(coast, from, snapKm * 1000);
  const ends = moorings(coast, to, snapKm * 1000);
  if (starts.length === 0 || ends.length === 0) {
    return none('no-water-nearby', `A port lies more than ${snapKm} km from the water of the coast file.`);
  }
  for (const [start, end] of pairs(starts, ends).slice(0, 3)) {
    const way = bestWay(coast, project(coast, start.point), project(coast, end.point), clearanceM);
    if (!way) continue;
    const points = way.points.map(([x, y]) => unproject(coast, x, y));
    const km = geodesicPathKm(points);
    const clearance = measuredClearanceM(coast, way);
    return {
      kind: 'sea',
      points,
      km,
      nauticalMiles: km / KM_PER_NAUTICAL_MILE,
      landM: landCrossedM(coast, points),
      clearanceM: clearance,
      stubs: { fromM: stubM(from, start), toM: stubM(to, end) },
      method: describe(clearance, way),
    };
  }
  return none('not-connected', 'No water of the coast file joins the two ports.');
}

function stubM(port: LonLat, mooring: Mooring): number {
  return mooring.stubM === 0 ? 0 : geodesicKm(port, mooring.point) * 1000;
}

function reversed(route: SeaRoute | NoSeaRoute): SeaRoute | NoSeaRoute {
  if (route.kind === 'none') return route;
  const { fromM, toM } = route.stubs;
  return { ...route, points: route.points.toReversed(), stubs: { fromM: toM, toM: fromM } };
}
