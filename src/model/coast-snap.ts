import { type Coast, isOffCut, lookEast, metresPerUnit, project, unproject } from './coast.ts';
import type { LonLat } from './records.ts';

/** A place in the water that stands for a port. */
export interface Mooring {
  readonly point: LonLat;
  /** Straight distance from the port, metres; 0 where the port is in the water. */
  readonly stubM: number;
  /** Number of the connected water it lies in. */
  readonly water: number;
}

/** How far off the shore a port on land is put. */
const OFF_SHORE_M = 15;

/**
 * Numbers the connected waters: a function from a plane point in the water to the number of its water. Exact for land that
 * neither overlaps nor cuts the box in two (two waters may then have one number, never one water two).
 */
export function connectedWaters(coast: Coast): (x: number, y: number) => number {
  const { xs, ys, rings, ringStarts } = coast;
  const outside = ringStarts.length;
  const waters = Int32Array.from({ length: outside + 1 }, (_, i) => i);
  const root = (ring: number): number => {
    const up = waters[ring] as number;
    return up === ring ? ring : root(up);
  };
  const east = (x: number, y: number, except: number): number => {
    const { edge } = lookEast(coast, x, y, except);
    return edge < 0 ? outside : (rings[edge] as number);
  };
  for (let ring = 0; ring < outside; ring++) {
    const end = ringStarts[ring + 1] ?? xs.length;
    let rightmost = ringStarts[ring] as number;
    let doubled = 0;
    for (let i = rightmost; i < end; i++) {
      const j = coast.next[i] as number;
      doubled += (xs[i] as number) * (ys[j] as number) - (xs[j] as number) * (ys[i] as number);
      if ((xs[i] as number) > (xs[rightmost] as number)) rightmost = i;
    }
    // A lake's ring bounds the lake; the water around an outer ring is that of the next ring east of it.
    if (doubled > 0) waters[root(ring)] = root(east(xs[rightmost] as number, ys[rightmost] as number, ring));
  }
  return (x, y) => root(east(x, y, -1));
}

/**
 * Where a ship for a port may lie: the port itself where it is in the water, else the nearest place on each shore within
 * `withinM`, just off it, nearest first.
 */
export function moorings(coast: Coast, port: LonLat, withinM: number): Mooring[] {
  const waterOf = connectedWaters(coast);
  const [px, py] = project(coast, port);
  if (lookEast(coast, px, py).winding === 0)
    return [{ point: unproject(coast, px, py), stubM: 0, water: waterOf(px, py) }];
  const scale = metresPerUnit(coast, py);
  const found = new Map<number, { x: number; y: number; stubM: number }>();
  for (let i = 0; i < coast.xs.length; i++) {
    const j = coast.next[i] as number;
    const [ax, ay] = [coast.xs[i] as number, coast.ys[i] as number];
    const dx = (coast.xs[j] as number) - ax;
    const dy = (coast.ys[j] as number) - ay;
    const place = Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)));
    const [qx, qy] = [ax + dx * place, ay + dy * place];
    if (!isOffCut(coast, qx, qy)) continue;
    const ring = coast.rings[i] as number;
    if (Math.hypot(qx - px, qy - py) * scale >= Math.min(withinM, found.get(ring)?.stubM ?? Infinity)) continue;
    // Off the shore, away from the land on the edge's left; at a corner straight on from the port.
    const length = Math.hypot(dx, dy);
    const away = [dy / length, -dx / length] as const;
    const gone = Math.hypot(qx - px, qy - py) || Infinity;
    for (const [ux, uy] of [[(qx - px) / gone, (qy - py) / gone] as const, away]) {
      const [x, y] = [qx + (ux * OFF_SHORE_M) / scale, qy + (uy * OFF_SHORE_M) / scale];
      if (lookEast(coast, x, y).winding !== 0 || !isOffCut(coast, x, y)) continue;
      found.set(ring, { x, y, stubM: Math.hypot(x - px, y - py) * scale });
      break;
    }
  }
  return [...found.values()]
    .sort((a, b) => a.stubM - b.stubM)
    .map(({ x, y, stubM }) => ({ point: unproject(coast, x, y), stubM, water: waterOf(x, y) }));
}
