/** Where on a line words may stand: the room that marks, lines, bands and other words leave. */
import type { XY } from './bands.ts';

/** CSS px; `x0 < x1`, `y0 < y1`. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What words must not touch: a box, or a line between points. */
export type Obstacle = Box | { readonly line: readonly XY[] };

export type Run = readonly [from: number, to: number];

export function overlaps(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/** The box of a line of words: from the height of capitals to the depth of descenders. */
export function wordsBox(x: number, baseline: number, width: number, size: number): Box {
  return { x0: x, y0: baseline - 0.74 * size, x1: x + width, y1: baseline + 0.22 * size };
}

/** Horizontal extents of an obstacle between two heights, widened by `pad` px. */
function extents(obstacle: Obstacle, y0: number, y1: number, pad: number): Run[] {
  if ('x0' in obstacle) {
    return obstacle.y0 < y1 && y0 < obstacle.y1 ? [[obstacle.x0 - pad, obstacle.x1 + pad]] : [];
  }
  return obstacle.line.slice(1).flatMap(([xb, yb], at): Run[] => {
    const [xa, ya] = obstacle.line[at] as XY;
    if (Math.max(ya, yb) < y0 || Math.min(ya, yb) > y1) return [];
    const xAt = (y: number): number => (ya === yb ? xa : xa + ((y - ya) / (yb - ya)) * (xb - xa));
    const within = (y: number): number => Math.min(Math.max(ya, yb), Math.max(Math.min(ya, yb), y));
    const ends = ya === yb ? [xa, xb] : [xAt(within(y0)), xAt(within(y1))];
    return [[Math.min(...ends) - pad, Math.max(...ends) + pad]];
  });
}

/** Runs from `from` to `to` px that no obstacle touches between the heights `y0` and `y1`, from the left. */
export function freeRuns(
  from: number,
  to: number,
  y0: number,
  y1: number,
  obstacles: readonly Obstacle[],
  pad = 4,
): Run[] {
  const blocked = obstacles.flatMap((obstacle) => extents(obstacle, y0, y1, pad)).sort((a, b) => a[0] - b[0]);
  const runs: Run[] = [];
  let at = from;
  for (const [start, end] of blocked) {
    if (end <= at) continue;
    if (start >= to) break;
    if (start > at) runs.push([at, start]);
    at = end;
  }
  if (at < to) runs.push([at, to]);
  return runs;
}
