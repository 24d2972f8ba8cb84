import { type Coast, unproject } from './coast.ts';
import { arcKm, earthCentred } from './path.ts';
import type { SeaCorner } from './sea-corners.ts';

/** A point of the coast's plane. */
export type PlanePoint = readonly [x: number, y: number];

interface Nodes {
  readonly xy: readonly PlanePoint[];
  readonly corners: readonly SeaCorner[];
  distance(a: number, b: number): number;
}

/** Nodes 0 ... n - 1 are the corners, n the start, n + 1 the goal. */
function nodesOf(coast: Coast, from: PlanePoint, to: PlanePoint, corners: readonly SeaCorner[]): Nodes {
  const xy = [...corners.map(({ x, y }): PlanePoint => [x, y]), from, to];
  const centred = Float64Array.from(xy.flatMap(([x, y]) => earthCentred(unproject(coast, x, y))));
  const part = (node: number, axis: number) => centred[3 * node + axis] as number;
  return {
    xy,
    corners,
    distance: (a, b) => {
      const dx = part(a, 0) - part(b, 0);
      const dy = part(a, 1) - part(b, 1);
      const dz = part(a, 2) - part(b, 2);
      return arcKm(Math.sqrt(dx * dx + dy * dy + dz * dz));
    },
  };
}

const LEFT = 1;
const RIGHT = 2;

/** On which sides of a line in direction (dx, dy) the shore at a corner may lie: LEFT, RIGHT, both (a line almost along it) or 0 (the line would cut the corner). */
function shoreSides({ back, on, slack }: SeaCorner, dx: number, dy: number): number {
  const allowed = slack * Math.sqrt(dx * dx + dy * dy);
  const a = dx * back[1] - dy * back[0];
  const b = dx * on[1] - dy * on[0];
  return (a >= -allowed && b >= -allowed ? LEFT : 0) | (a <= allowed && b <= allowed ? RIGHT : 0);
}

/** A binary heap of edges to try, least `f` first, in parallel arrays; equal ones by order of arrival. */
function edgeHeap() {
  const entries: { f: number; order: number; node: number; parent: number; km: number }[] = [];
  let order = 0;
  const before = (i: number, j: number): boolean => {
    const [a, b] = [entries[i], entries[j]] as [(typeof entries)[0], (typeof entries)[0]];
    return a.f < b.f || (a.f === b.f && a.order < b.order);
  };
  const swap = (i: number, j: number): void => {
    [entries[i], entries[j]] = [entries[j] as (typeof entries)[0], entries[i] as (typeof entries)[0]];
  };
  return {
    push(f: number, node: number, parent: number, km: number): void {
      let i = entries.push({ f, order: order++, node, parent, km }) - 1;
      for (let up = (i - 1) >> 1; i > 0 && before(i, up); up = (i - 1) >> 1) {
        swap(i, up);
        i = up;
      }
    },
    pop() {
      if (entries.length > 1) swap(0, entries.length - 1);
      const top = entries.pop();
      for (let i = 0; ; ) {
        let least = i;
        for (const child of [2 * i + 1, 2 * i + 2]) if (child < entries.length && before(child, least)) least = child;
        if (least === i) return top;
        swap(i, least);
        i = least;
      }
    },
  };
}

/**
 * Shortest way over the visibility graph of the corners, by A* (Hart, Nilsson and Raphael 1968). Whether a leg is clear
 * is asked only when the search comes to use it, and only for taut turns: those that go around the corner they touch.
 *
 * @param isClear may a ship go straight from one point to the other
 * @param boundKm ways of this length or more are not looked for
 * @returns the points of the way and its length (chord arcs, km); undefined where there is none
 */
export function searchSea(
  coast: Coast,
  from: PlanePoint,
  to: PlanePoint,
  corners: readonly SeaCorner[],
  isClear: (a: PlanePoint, b: PlanePoint) => boolean,
  boundKm = Infinity,
): { points: PlanePoint[]; km: number } | undefined {
  const start = corners.length;
  const goal = start + 1;
  const { xy, distance } = nodesOf(coast, from, to, corners);
  const at = (node: number) => xy[node] as PlanePoint;
  const left = Float64Array.from(xy, (_, node) => distance(node, goal));
  const parents = new Int32Array(xy.length).fill(-1);
  const done = new Uint8Array(xy.length);
  const heap = edgeHeap();
  heap.push(left[start] as number, start, -1, 0);
  for (let top = heap.pop(); top; top = heap.pop()) {
    const { node, parent, km } = top;
    if (done[node] || (parent >= 0 && !isClear(at(parent), at(node)))) continue;
    done[node] = 1;
    parents[node] = parent;
    if (node === goal) return { points: trace(parents, goal).map(at), km };
    const [x, y] = at(node);
    const corner = corners[node];
    const [px, py] = parent < 0 ? [x, y] : at(parent);
    const [ax, ay] = [x - px, y - py];
    const sidesBefore = corner ? shoreSides(corner, ax, ay) : 0;
    const allowed = corner ? corner.slack * Math.sqrt(ax * ax + ay * ay) : 0;
    for (let v = 0; v < xy.length; v++) {
      if (done[v]) continue;
      const to = at(v);
      const dx = to[0] - x;
      const dy = to[1] - y;
      const ahead = corners[v];
      if (ahead && !shoreSides(ahead, dx, dy)) continue;
      if (corner) {
        // Taut: the way turns towards a side the shore lies on, before the corner as behind it.
        const sides = sidesBefore & shoreSides(corner, dx, dy);
        const turn = ax * dy - ay * dx;
        const slack = allowed * Math.sqrt(dx * dx + dy * dy);
        if (!((sides & LEFT && turn >= -slack) || (sides & RIGHT && turn <= slack))) continue;
      }
      const reached = km + distance(node, v);
      const f = reached + (left[v] as number);
      if (f < boundKm) heap.push(f, v, node, reached);
    }
  }
  return undefined;
}

function trace(parents: Int32Array, goal: number): number[] {
  const nodes: number[] = [];
  for (let node = goal; node >= 0; node = parents[node] as number) nodes.push(node);
  return nodes.reverse();
}
