import { type Coast, metresPerUnit } from './coast.ts';

/**
 * A place where a way over water may turn: a land corner, moved off the shore. `back` and `on` are the directions of the
 * shore behind and before it: a taut way has both on one side.
 */
export interface SeaCorner {
  readonly x: number;
  readonly y: number;
  readonly back: readonly [number, number];
  readonly on: readonly [number, number];
  /** Sine of the angle by which a taut way may miss those directions. */
  readonly slack: number;
}

/** Corners moved off by different distances: the line of one to the next is not quite along the shore. */
const SLACK_OFF_SHORE = 0.15;
const SLACK_ON_SHORE = 1e-9;

/** No arc around a corner is cut into pieces of more than this. */
const WIDEST_PIECE = Math.PI / 3;

/** Squared distance of a point from a segment. */
function squareFrom(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const square = dx * dx + dy * dy;
  const share = square > 0 ? Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / square)) : 0;
  const ex = ax + dx * share - px;
  const ey = ay + dy * share - py;
  return ex * ex + ey * ey;
}

/** The place (0 ... n - 1) with the highest score. */
function highest(count: number, score: (place: number) => number): number {
  let best = 0;
  let most = -Infinity;
  for (let place = 0; place < count; place++) {
    const value = score(place);
    if (value > most) [best, most] = [place, value];
  }
  return best;
}

/**
 * Vertices of a ring thinned so that none left out is farther than `tolerance` (plane units) from the line of those kept
 * (Ramer-Douglas-Peucker between the outermost vertices). At least three are kept.
 */
export function thinRing(coast: Coast, ring: number, tolerance: number): number[] {
  const start = coast.ringStarts[ring] as number;
  const end = coast.ringStarts[ring + 1] ?? coast.xs.length;
  const count = end - start;
  if (tolerance <= 0) return Array.from({ length: count }, (_, place) => start + place);
  // The ring twice over: a stretch may run across its start.
  const xs = new Float64Array(2 * count);
  const ys = new Float64Array(2 * count);
  for (const shift of [0, count]) {
    xs.set(coast.xs.subarray(start, end), shift);
    ys.set(coast.ys.subarray(start, end), shift);
  }
  const x = (place: number) => xs[place] as number;
  const y = (place: number) => ys[place] as number;
  const fromLine = (place: number, a: number, b: number) => squareFrom(x(place), y(place), x(a), y(a), x(b), y(b));
  const west = highest(count, (place) => -x(place));
  const east = highest(count, x);
  const aside = highest(count, (place) => fromLine(place, west, east));
  const kept = new Set([west, east, aside, highest(count, y), highest(count, (place) => -y(place))]);
  const anchors = [...kept].sort((a, b) => a - b);
  const stack = anchors.map((a, k) => [a, anchors[k + 1] ?? (anchors[0] as number) + count] as const);
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span;
    let far = -1;
    let most = tolerance * tolerance;
    for (let place = from + 1; place < to; place++) {
      const square = fromLine(place, from, to);
      if (square > most) {
        far = place;
        most = square;
      }
    }
    if (far < 0) continue;
    kept.add(far % count);
    stack.push([from, far], [far, to]);
  }
  return [...kept].sort((a, b) => a - b).map((place) => start + place);
}

/** The rings of a coast, thinned; what was asked for once is kept. */
export function thinnedShores(coast: Coast): (toleranceM: number) => readonly number[][] {
  const kept = new Map<number, number[][]>();
  return (toleranceM) => {
    const shores =
      kept.get(toleranceM) ??
      Array.from(coast.ringStarts, (start, ring) =>
        thinRing(coast, ring, toleranceM / metresPerUnit(coast, coast.ys[start] as number)),
      );
    kept.set(toleranceM, shores);
    return shores;
  };
}

/**
 * Sea corners of shores (rings of vertices, as of `thinnedShores`): the corners of land that point seaward, each moved
 * off by `offM` metres at its place (or left out where that is undefined). Around a sharp corner there are several, whose
 * line goes round outside the circle of that radius.
 */
export function seaCorners(
  coast: Coast,
  shores: readonly (readonly number[])[],
  offM: (x: number, y: number, vertex: number) => number | undefined,
): SeaCorner[] {
  const corners: SeaCorner[] = [];
  for (const shore of shores) {
    for (const [k, vertex] of shore.entries()) {
      const x = coast.xs[vertex] as number;
      const y = coast.ys[vertex] as number;
      const off = offM(x, y, vertex);
      if (off === undefined) continue;
      const before = shore[(k + shore.length - 1) % shore.length] as number;
      const after = shore[(k + 1) % shore.length] as number;
      const inward = Math.atan2(y - (coast.ys[before] as number), x - (coast.xs[before] as number));
      const outward = Math.atan2((coast.ys[after] as number) - y, (coast.xs[after] as number) - x);
      const turn = Math.atan2(Math.sin(outward - inward), Math.cos(outward - inward));
      // Land lies to the left: only a left turn points seaward.
      if (turn <= 0) continue;
      const pieces = off > 0 ? Math.ceil(turn / WIDEST_PIECE) : 1;
      const piece = turn / pieces;
      const reach = off / metresPerUnit(coast, y) / Math.cos(off > 0 ? piece / 2 : 0);
      for (let n = 0; n < pieces; n++) {
        const shoreBefore = inward + n * piece;
        const shoreAfter = shoreBefore + piece;
        const seaward = shoreBefore + piece / 2 - Math.PI / 2;
        corners.push({
          x: x + Math.cos(seaward) * reach,
          y: y + Math.sin(seaward) * reach,
          back: [-Math.cos(shoreBefore), -Math.sin(shoreBefore)],
          on: [Math.cos(shoreAfter), Math.sin(shoreAfter)],
          slack: off > 0 ? SLACK_OFF_SHORE : SLACK_ON_SHORE,
        });
      }
    }
  }
  return corners;
}
