/** Several coasts as one: wherever a finer one is known, it alone says what is land. */
import { type Coast, coversPoint, isWater, project, unproject } from '../model/coast.ts';
import { hasRoom, landSpans } from '../model/coast-crossing.ts';
import { greatCircle } from '../model/geodesy.ts';
import { chordArcKm, unwrapLon } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';

/** Coasts of which the finest that knows a place says what is land there. */
export interface FinestCoast {
  /** Reaches round the world; the coarsest. */
  readonly world: Coast;
  /** All others, coarse to fine. */
  readonly finer: readonly Coast[];
  /** Those of the others that may know a part of a short segment, finest first. */
  near(a: LonLat, b: LonLat): readonly Coast[];
}

type Span = readonly [from: number, to: number];
type PlanePoint = readonly [x: number, y: number];

/** A way over the sea is drawn and tested straight on the map between points of its geodesics at most this far apart, km. */
export const STEP_KM = 50;
const RADIANS = Math.PI / 180;

/** Few coasts, coarse to fine, the first of which reaches round the world. */
export function finestOf(world: Coast, finer: readonly Coast[]): FinestCoast {
  const finest = finer.toReversed();
  return { world, finer, near: (a, b) => finest.filter((coast) => !liesApart(coast, a, b)) };
}

/** The finest coast that knows a place. */
export function coastAt(coasts: FinestCoast, p: LonLat): Coast {
  return coasts.near(p, p).find((coast) => coversPoint(coast, p)) ?? coasts.world;
}

/** Is the place outside all land of the finest coast there? */
export const isFinestWater = (coasts: FinestCoast, p: LonLat): boolean => isWater(coastAt(coasts, p), p);

/** The part of a segment (shares 0 to 1) within a coast's box; undefined where there is none. */
function within({ plane }: Coast, [ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]) {
  let [from, to] = [0, 1];
  for (const [a, d, low, high] of [
    [ax, bx - ax, plane.x0, plane.x1],
    [ay, by - ay, plane.y0, plane.y1],
  ] as const) {
    if (d === 0) {
      if (a < low || a > high) return undefined;
      continue;
    }
    const [p, q] = [(low - a) / d, (high - a) / d];
    from = Math.max(from, Math.min(p, q));
    to = Math.min(to, Math.max(p, q));
  }
  return from < to ? ([from, to] as const) : undefined;
}

/** A segment on a coast's plane; twice where it crosses the sides of a coast that reaches round the world. */
function onPlane(coast: Coast, a: LonLat, b: LonLat): [readonly [number, number], readonly [number, number]][] {
  const [ax, ay] = project(coast, a);
  const bx = ax + (unwrapLon(b[0], a[0]) - a[0]) * RADIANS * coast.radius;
  const by = project(coast, b)[1];
  const round = 2 * Math.PI * coast.radius;
  const turns = bx > round / 2 ? [0, -round] : bx < -round / 2 ? [0, round] : [0];
  return turns.map((turn) => [
    [ax + turn, ay],
    [bx + turn, by],
  ]);
}

/** Is a short segment surely outside a coast's box? */
export function liesApart({ box, lon0 }: Coast, a: LonLat, b: LonLat): boolean {
  const lon = unwrapLon(a[0], lon0);
  const reach = Math.abs(unwrapLon(b[0], a[0]) - a[0]);
  return (
    lon + reach < box.west ||
    lon - reach > box.east ||
    Math.max(a[1], b[1]) < box.south ||
    Math.min(a[1], b[1]) > box.north
  );
}

/** Calls `visit` with the parts of a short segment, straight on a Mercator map, each on the plane of the finest coast there, until one answers true; answers whether one did. */
function visitParts(
  coasts: FinestCoast,
  a: LonLat,
  b: LonLat,
  visit: (coast: Coast, p: PlanePoint, q: PlanePoint) => boolean,
): boolean {
  const near = coasts.near(a, b);
  const finest = near[0];
  if (finest && coversPoint(finest, a) && coversPoint(finest, b)) {
    return visit(finest, project(finest, a), project(finest, b));
  }
  let open: Span[] = [[0, 1]];
  for (const coast of [...near, coasts.world]) {
    const rest: Span[] = [];
    for (const [p, q] of onPlane(coast, a, b)) {
      const part = coast === coasts.world ? ([0, 1] as const) : within(coast, p, q);
      if (!part) continue;
      const at = (share: number) => [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share] as const;
      for (const [from, to] of open.map(([u, v]) => [Math.max(u, part[0]), Math.min(v, part[1])] as const)) {
        if (from < to && visit(coast, at(from), at(to))) return true;
      }
      rest.push(part);
    }
    open = rest.reduce((left, [u, v]) => left.flatMap((span) => without(span, u, v)), open);
    if (open.length === 0) break;
  }
  return false;
}

/** The stretches of a short segment inside land, km. With `any`, no more than the first is looked for. */
function landKm(coasts: FinestCoast, a: LonLat, b: LonLat, any: boolean): number {
  let km = 0;
  visitParts(coasts, a, b, (coast, p, q) => {
    for (const [u, v] of landSpans(coast, p, q, any)) {
      const place = (share: number) => unproject(coast, p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share);
      km += chordArcKm(place(u), place(v));
    }
    return any && km > 0;
  });
  return km;
}

/** Distance to keep from land, metres, by place. */
export interface SeaRoom {
  readonly mostM: number;
  at(p: LonLat): number;
}

/** Does a short segment, straight on a Mercator map, keep its distance from land? One end must be in the water. */
export function hasSeaRoom(coasts: FinestCoast, room: SeaRoom, a: LonLat, b: LonLat): boolean {
  return !visitParts(
    coasts,
    a,
    b,
    (coast, p, q) => !hasRoom(coast, p, q, (x, y) => room.at(unproject(coast, x, y)), room.mostM),
  );
}

function without([from, to]: Span, u: number, v: number): Span[] {
  const parts: Span[] = [
    [from, Math.min(to, u)],
    [Math.max(from, v), to],
  ];
  return parts.filter(([p, q]) => p < q);
}

/** Metres of a drawn path inside land of the finest coast; exactly 0 for a path that keeps to the water. */
export function landOnPathM(coasts: FinestCoast, path: readonly LonLat[]): number {
  return path.slice(1).reduce((sum, b, i) => sum + landKm(coasts, path[i] as LonLat, b, false) * 1000, 0);
}

/** Do two short segments of the map cross? To touch is to cross. */
function cross(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
  const [ax, bx] = [0, unwrapLon(b[0], a[0]) - a[0]];
  const cx = unwrapLon(c[0], a[0]) - a[0];
  const dx = cx + d[0] - c[0];
  const side = (px: number, py: number, qx: number, qy: number, x: number, y: number) =>
    Math.sign((qx - px) * (y - py) - (qy - py) * (x - px));
  return (
    side(ax, a[1], bx, b[1], cx, c[1]) !== side(ax, a[1], bx, b[1], dx, d[1]) &&
    side(cx, c[1], dx, d[1], ax, a[1]) !== side(cx, c[1], dx, d[1], bx, b[1])
  );
}

/** Does a short segment cross a line of points, straight between them on a map of degrees? */
export function crossesLine(a: LonLat, b: LonLat, line: readonly LonLat[]): boolean {
  return line.slice(1).some((d, i) => cross(a, b, line[i] as LonLat, d));
}

/** May a ship go straight over the map from one place to another not far off: over no land and no closed gate? */
export function isStepClear(
  coasts: FinestCoast,
  closed: readonly (readonly LonLat[])[],
  a: LonLat,
  b: LonLat,
): boolean {
  return !closed.some((gate) => crossesLine(a, b, gate)) && landKm(coasts, a, b, true) === 0;
}

/** The geodesic between two places, as it is drawn. Longitudes run on past 180. */
export const drawnLeg = (a: LonLat, b: LonLat): LonLat[] =>
  chordArcKm(a, b) <= STEP_KM ? [a, [unwrapLon(b[0], a[0]), b[1]]] : greatCircle(a, b, STEP_KM);

/** As `isStepClear`, along the geodesic as it is drawn. */
export function isLegClear(coasts: FinestCoast, closed: readonly (readonly LonLat[])[], a: LonLat, b: LonLat): boolean {
  const points = drawnLeg(a, b);
  return points.slice(1).every((q, i) => isStepClear(coasts, closed, points[i] as LonLat, q));
}
