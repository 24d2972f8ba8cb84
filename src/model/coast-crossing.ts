import { type Coast, lookEast, metresPerUnit, project, unproject, visitCells } from './coast.ts';
import { chordArcKm } from './path.ts';
import type { LonLat } from './records.ts';

/** A depth on land that counts as touching the shore, plane units (about metres): well above rounding, below any map. */
const TOUCH = 1e-3;

const real = (list: Float64Array, i: number): number => list[i] as number;
const whole = (list: Int32Array, i: number): number => list[i] as number;

/** Calls `visit` with the edges that come within `margin` (plane units) of the segment, some more than once, until one answers true. */
function visitEdges(
  coast: Coast,
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  margin: number,
  visit: (edge: number) => boolean,
): boolean {
  const { cellStarts, cellEdges } = coast.grid;
  return visitCells(coast, ax, ay, bx, by, margin, (cell) => {
    const end = whole(cellStarts, cell + 1);
    for (let k = whole(cellStarts, cell); k < end; k++) if (visit(whole(cellEdges, k))) return true;
    return false;
  });
}

/** Squared distance of a point from a segment, and the place on the segment (0 to 1) that is nearest. */
function fromSegment(
  px: number,
  py: number,
  ax: number,
  ay: number,
  dx: number,
  dy: number,
): { square: number; place: number } {
  const square = dx * dx + dy * dy;
  const place = square > 0 ? Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / square)) : 0;
  const ex = ax + dx * place - px;
  const ey = ay + dy * place - py;
  return { square: ex * ex + ey * ey, place };
}

/**
 * Distance (plane units) of the segment from an edge, and the place on the segment (0 to 1) where it is reached.
 * They cross: 0, at the crossing.
 */
function fromEdge(
  coast: Coast,
  edge: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): { distance: number; place: number } {
  const { xs, ys, next } = coast;
  const j = whole(next, edge);
  const px = real(xs, edge);
  const py = real(ys, edge);
  const ex = real(xs, j) - px;
  const ey = real(ys, j) - py;
  const dx = bx - ax;
  const dy = by - ay;
  const turn = dx * ey - dy * ex;
  if (turn !== 0) {
    const along = ((px - ax) * ey - (py - ay) * ex) / turn;
    const across = ((px - ax) * dy - (py - ay) * dx) / turn;
    if (along >= 0 && along <= 1 && across >= 0 && across <= 1) return { distance: 0, place: along };
  }
  let { square, place } = fromSegment(px, py, ax, ay, dx, dy);
  const far = fromSegment(px + ex, py + ey, ax, ay, dx, dy);
  if (far.square < square) ({ square, place } = far);
  const start = fromSegment(ax, ay, px, py, ex, ey).square;
  if (start < square) [square, place] = [start, 0];
  const end = fromSegment(bx, by, px, py, ex, ey).square;
  if (end < square) [square, place] = [end, 1];
  return { distance: Math.sqrt(square), place };
}

/** The place on a segment (0 to 1) nearest to a vertex. */
function abreast(
  coast: Coast,
  vertex: number,
  [ax, ay]: readonly [number, number],
  b: readonly [number, number],
): number {
  return fromSegment(real(coast.xs, vertex), real(coast.ys, vertex), ax, ay, b[0] - ax, b[1] - ay).place;
}

/**
 * Does the segment (plane coordinates) keep at least `roomM(x, y)` metres from land? The room asked for is read where the
 * segment is nearest to each edge and abreast of the edge's ends: right for room that changes slowly or evenly from place
 * to place. It must nowhere be above `mostM`. One end must be in the water.
 */
export function hasRoom(
  coast: Coast,
  a: readonly [number, number],
  b: readonly [number, number],
  roomM: (x: number, y: number) => number,
  mostM: number,
): boolean {
  const { xs, ys, next, plane } = coast;
  const [ax, ay] = a;
  const [bx, by] = b;
  const margin = mostM / Math.min(metresPerUnit(coast, plane.y0), metresPerUnit(coast, plane.y1));
  const length = Math.hypot(bx - ax, by - ay);
  const nx = length > 0 ? -(by - ay) / length : 0;
  const ny = length > 0 ? (bx - ax) / length : 0;
  return !visitEdges(coast, a, b, margin, (i) => {
    const j = whole(next, i);
    const di = (real(xs, i) - ax) * nx + (real(ys, i) - ay) * ny;
    const dj = (real(xs, j) - ax) * nx + (real(ys, j) - ay) * ny;
    if ((di > margin && dj > margin) || (di < -margin && dj < -margin)) return false;
    const { distance, place } = fromEdge(coast, i, ax, ay, bx, by);
    if (distance > margin) return false;
    const lacks = (at: number): boolean => {
      const x = ax + (bx - ax) * at;
      const y = ay + (by - ay) * at;
      const off = at === place ? distance : fromEdge(coast, i, x, y, x, y).distance;
      return off * metresPerUnit(coast, y) < roomM(x, y);
    };
    return lacks(place) || lacks(abreast(coast, i, a, b)) || lacks(abreast(coast, j, a, b));
  });
}

/** Least distance of the segment (plane coordinates) from the shore, metres; Infinity where it is above `limitM`. */
export function shoreDistanceM(
  coast: Coast,
  a: readonly [number, number],
  b: readonly [number, number],
  limitM: number,
): number {
  const margin = limitM / Math.min(metresPerUnit(coast, coast.plane.y0), metresPerUnit(coast, coast.plane.y1));
  let least = Infinity;
  visitEdges(coast, a, b, margin, (i) => {
    const { distance, place } = fromEdge(coast, i, a[0], a[1], b[0], b[1]);
    least = Math.min(least, distance * metresPerUnit(coast, a[1] + (b[1] - a[1]) * place));
    return false;
  });
  return least <= limitM ? least : Infinity;
}

/** Is the plane point on land and farther from its shore than a touch? */
function deepInland(coast: Coast, x: number, y: number): boolean {
  if (lookEast(coast, x, y).winding === 0) return false;
  const point = [x, y] as const;
  return !visitEdges(coast, point, point, TOUCH, (i) => fromEdge(coast, i, x, y, x, y).distance <= TOUCH);
}

/**
 * The stretches of a segment (plane coordinates) inside land, as pairs of shares 0 to 1 in rising order. To run along a
 * shore or to touch a cape is not to be inside: less than a millimetre of depth does not count. With `any`, stops at
 * the first stretch found.
 */
export function landSpans(
  coast: Coast,
  a: readonly [number, number],
  b: readonly [number, number],
  any = false,
): [from: number, to: number][] {
  const { xs, ys, next } = coast;
  const [ax, ay] = a;
  const dx = b[0] - ax;
  const dy = b[1] - ay;
  const length = Math.hypot(dx, dy);
  if (length === 0) return [];
  const cuts = [0, 1];
  const cut = (x: number, y: number): void => {
    const share = ((x - ax) * dx + (y - ay) * dy) / (length * length);
    if (share > 0 && share < 1) cuts.push(share);
  };
  visitEdges(coast, a, b, TOUCH, (i) => {
    const j = whole(next, i);
    const di = ((real(xs, i) - ax) * dy - (real(ys, i) - ay) * dx) / length;
    const dj = ((real(xs, j) - ax) * dy - (real(ys, j) - ay) * dx) / length;
    if ((di > TOUCH && dj > TOUCH) || (di < -TOUCH && dj < -TOUCH)) return false;
    if (Math.abs(di) <= TOUCH) cut(real(xs, i), real(ys, i));
    if (Math.abs(dj) <= TOUCH) cut(real(xs, j), real(ys, j));
    if (di > 0 !== dj > 0) {
      const share = di / (di - dj);
      cut(real(xs, i) + (real(xs, j) - real(xs, i)) * share, real(ys, i) + (real(ys, j) - real(ys, i)) * share);
    }
    return false;
  });
  cuts.sort((p, q) => p - q);
  const spans: [number, number][] = [];
  for (let k = 1; k < cuts.length; k++) {
    const from = cuts[k - 1] as number;
    const to = cuts[k] as number;
    const middle = (from + to) / 2;
    if ((to - from) * length <= TOUCH || !deepInland(coast, ax + dx * middle, ay + dy * middle)) continue;
    const last = spans.at(-1);
    if (last?.[1] === from) last[1] = to;
    else spans.push([from, to]);
    if (any) return spans;
  }
  return spans;
}

/**
 * Metres of a path inside land, lakes not counted; exactly 0 for a path that keeps to the water. The path is taken as a
 * Mercator map draws it, straight between its points, and cut exactly at the shore: nothing is sampled. Between far
 * points the drawn line is not the geodesic (400 m apart half way along 150 km at 42 degrees).
 */
export function landCrossedM(coast: Coast, path: readonly LonLat[]): number {
  let metres = 0;
  for (let i = 1; i < path.length; i++) {
    const a = project(coast, path[i - 1] as LonLat);
    const b = project(coast, path[i] as LonLat);
    const at = (share: number) => unproject(coast, a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share);
    for (const [from, to] of landSpans(coast, a, b)) metres += chordArcKm(at(from), at(to)) * 1000;
  }
  return metres;
}
