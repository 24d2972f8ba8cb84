/** Lines in pixels. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a projection puts what it does not show, such as what lies behind the horizon of a globe: far outside the picture. */
export const HIDDEN: Point = { x: -1e5, y: -1e5 };

/** The stretches of a line that are shown. */
export function shownParts(line: readonly Point[]): Point[][] {
  const parts: Point[][] = [[]];
  for (const point of line) {
    if (point !== HIDDEN) parts.at(-1)?.push(point);
    else if (parts.at(-1)?.length) parts.push([]);
  }
  return parts.filter((part) => part.length > 1);
}

/** Leaves out points nearer than `gap` px to the last one kept; the ends stay. */
export function thin(line: readonly Point[], gap: number): Point[] {
  const last = line.at(-1);
  const kept: Point[] = [];
  for (const point of line) {
    const previous = kept.at(-1);
    if (!previous || Math.hypot(point.x - previous.x, point.y - previous.y) >= gap) kept.push(point);
  }
  if (last && kept.at(-1) !== last) {
    if (kept.length > 1) kept.pop();
    kept.push(last);
  }
  return kept;
}

/** The line moved sideways by `by` px, to the left of its direction where positive (y points down). */
export function beside(line: readonly Point[], by: number): Point[] {
  return line.map((point, at) => {
    const before = line[Math.max(0, at - 1)] as Point;
    const after = line[Math.min(line.length - 1, at + 1)] as Point;
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    return { x: point.x + ((after.y - before.y) / length) * by, y: point.y - ((after.x - before.x) / length) * by };
  });
}

/** The `d` of an SVG path through the points, to a tenth of a pixel. */
export function pathData(line: readonly Point[]): string {
  return line.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('');
}

/** Distance of a point from a line, px. */
export function distanceTo(line: readonly Point[], { x, y }: Point): number {
  let least = Infinity;
  for (let at = 1; at < line.length; at++) {
    const [a, b] = [line[at - 1] as Point, line[at] as Point];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const share = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(a.x + share * dx - x, a.y + share * dy - y));
  }
  return least;
}
