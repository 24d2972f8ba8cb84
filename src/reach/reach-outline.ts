import type { LonLat } from '../model/records.ts';
import { type Reach, rangesAt } from './reach.ts';
import type { KnownPlace } from './starts.ts';
import { type GridFrame, gridPlace, latOfRow, lonOfColumn, PASSABLE } from './water-grid.ts';

/**
 * Coordinates of a GeoJSON MultiPolygon: closed rings, outer ones anticlockwise, holes clockwise. Longitudes may run
 * beyond 180.
 */
export type Outline = LonLat[][][];

/** Ranges below so many cells are drawn as a circle: the grid cannot show them. */
const CIRCLE_CELLS = 1.5;
const CIRCLE_POINTS = 32;
/**
 * The line is drawn this share of a cell outside: straight between the middles, it would run a little inside of what is
 * possible.
 */
const OUTSIDE_SHARE = 1 / 6;

/**
 * Makes ready to outline a reach: a function from `t` (UTC ms) to the outline of where she may be, empty outside the
 * window.
 *
 * The outline is the zero line of `marginKm`, found by marching squares (Lorensen and Cline 1987, in two dimensions)
 * with linear interpolation, so that it moves smoothly with `t`. Along shores it runs on land, up to two cells inland,
 * and is meant to be drawn under the land. A ship that can have gone less than a cell and a half is drawn within a
 * circle.
 */
export function outliner(reach: Reach): (t: number) => Outline {
  const { grid, from, to } = reach;
  const { widths, heights } = grid;
  const sizes = widths.map((width, row) => Math.max(width, heights[row] as number));
  const [fromKm, toKm] = [landward(reach, from.km, sizes), landward(reach, to.km, sizes)];
  const spans = rowSpans(reach, sizes);
  return (t) => {
    const [a, b] = rangesAt(reach, t);
    if (a < 0 || b < 0) return [];
    const [gone, left] = [a + from.place.errorKm, b + to.place.errorKm];
    const [near, km] = gone <= left ? [from, gone] : [to, left];
    const circle = circleAbout(grid, near.place, km, sizes);
    if (circle) return [[circle]];
    return nested(
      zeroLines(grid, spans, (row, first, last, line) => {
        const size = sizes[row] as number;
        const start = row * grid.columns;
        for (let column = first; column <= last; column++) {
          const [back, on] = [a - (fromKm[start + column] as number), b - (toKm[start + column] as number)];
          const margin = back < on ? back : on;
          // What is not reached at all draws the line towards itself as far as the margin beside it goes, and no farther.
          line[column + 1] = margin > -Infinity ? margin + size * OUTSIDE_SHARE : -size;
        }
      }),
    );
  };
}

/**
 * First and last column of each row that anything in reach is in, at any time, with a cell to spare; the first is above
 * the last in an empty row.
 */
type Spans = readonly (readonly [first: number, last: number])[];

function rowSpans({ grid, from, to, rangeKm }: Reach, sizes: Float64Array): Spans {
  const { columns, rows } = grid;
  const held = Array.from({ length: rows }, (_, row): readonly [number, number] => {
    let [first, last] = [columns, -1];
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      if (!((from.km[cell] as number) + (to.km[cell] as number) <= rangeKm + 2 * (sizes[row] as number))) continue;
      first = Math.min(first, column - 2);
      last = Math.max(last, column + 2);
    }
    return [Math.max(0, first), Math.min(columns - 1, last)];
  });
  // A row draws on the ones beside it.
  return held.map(([first, last], row) => {
    const [above, below] = [held[row - 1] ?? [columns, -1], held[row + 1] ?? [columns, -1]];
    return [Math.min(first, above[0], below[0]), Math.max(last, above[1], below[1])];
  });
}

/**
 * A field carried on to the land cells that touch reached water, so that the outline closes on land and not before the
 * shore.
 */
function landward({ grid }: Reach, field: Float32Array, sizes: Float64Array): Float32Array {
  const { columns, rows } = grid;
  return field.map((km, cell) => {
    if (km < Infinity || ((grid.ways[cell] as number) & PASSABLE) !== 0) return km;
    const column = cell % columns;
    const row = (cell - column) / columns;
    let least = Infinity;
    for (let j = Math.max(0, row - 1); j <= Math.min(rows - 1, row + 1); j++) {
      for (let i = Math.max(0, column - 1); i <= Math.min(columns - 1, column + 1); i++) {
        least = Math.min(least, field[j * columns + i] as number);
      }
    }
    return least + (sizes[row] as number);
  });
}

function circleAbout(frame: GridFrame, { position }: KnownPlace, km: number, sizes: Float64Array): LonLat[] | null {
  const [x, y] = gridPlace(frame, position);
  const size = sizes[Math.min(frame.rows - 1, Math.max(0, Math.floor(y)))] as number;
  if (km >= CIRCLE_CELLS * size) return null;
  // The circle lies within the polygon.
  const radius = km / size / Math.cos(Math.PI / CIRCLE_POINTS);
  const points = Array.from({ length: CIRCLE_POINTS }, (_, n): LonLat => {
    const turn = (2 * Math.PI * n) / CIRCLE_POINTS;
    return [lonOfColumn(frame, x + radius * Math.cos(turn)), latOfRow(frame, y - radius * Math.sin(turn))];
  });
  return [...points, points[0] as LonLat];
}

/**
 * From which side of a square of four middles to which the line runs, positive values on its left, by the corners that
 * are positive.
 */
const [NORTH, EAST, SOUTH, WEST] = [0, 1, 2, 3] as const;
type Side = 0 | 1 | 2 | 3;
type Step = readonly [from: Side, to: Side];
const [NW, NE, SE, SW] = [8, 4, 2, 1] as const;
const STEPS: readonly (readonly Step[])[] = Array.from({ length: 16 }, (_, corners): readonly Step[] => {
  const known: Record<number, readonly Step[]> = {
    [NW]: [[WEST, NORTH]],
    [NE]: [[NORTH, EAST]],
    [SE]: [[EAST, SOUTH]],
    [SW]: [[SOUTH, WEST]],
    [NW | NE]: [[WEST, EAST]],
    [NE | SE]: [[NORTH, SOUTH]],
    [SE | SW]: [[EAST, WEST]],
    [SW | NW]: [[SOUTH, NORTH]],
    [NW | NE | SE]: [[WEST, SOUTH]],
    [NW | NE | SW]: [[SOUTH, EAST]],
    [NW | SE | SW]: [[EAST, NORTH]],
    [NE | SE | SW]: [[NORTH, WEST]],
  };
  return known[corners] ?? [];
});
/** Opposite corners positive: joined where their mean is, else each by itself. */
const JOINED: Record<number, readonly Step[]> = {
  [NW | SE]: [
    [WEST, SOUTH],
    [EAST, NORTH],
  ],
  [NE | SW]: [
    [NORTH, WEST],
    [SOUTH, EAST],
  ],
};
const PARTED: Record<number, readonly Step[]> = {
  [NW | SE]: [
    [WEST, NORTH],
    [EAST, SOUTH],
  ],
  [NE | SW]: [
    [NORTH, EAST],
    [SOUTH, WEST],
  ],
};

/**
 * The closed lines on which a field of cell middles is 0, positive values on the left. `fill` writes the values of a
 * row's columns from first to last, each one place later in the line; outside the spans the field is taken to be below
 * 0.
 */
function zeroLines(
  frame: GridFrame,
  spans: Spans,
  fill: (row: number, first: number, last: number, line: Float64Array) => void,
): LonLat[][] {
  const width = frame.columns + 2;
  const points = new Map<number, LonLat>();
  const next = new Map<number, number>();
  // Values of a row, one before its first column and one after its last included.
  let above = new Float64Array(width).fill(-1);
  let below = above.slice();
  const none = [frame.columns, -1] as const;
  for (let row = 0; row <= frame.rows; row++) {
    const [first, last] = spans[row] ?? none;
    below.fill(-1);
    if (first <= last) fill(row, first, last, below);
    const before = spans[row - 1] ?? none;
    for (let i = Math.min(first, before[0]); i <= Math.max(last, before[1]) + 1; i++) {
      const nw = above[i] as number;
      const ne = above[i + 1] as number;
      const sw = below[i] as number;
      const se = below[i + 1] as number;
      const corners = (nw > 0 ? NW : 0) | (ne > 0 ? NE : 0) | (se > 0 ? SE : 0) | (sw > 0 ? SW : 0);
      if (corners === 0 || corners === 15) continue;
      const saddle = nw + ne + se + sw > 0 ? JOINED[corners] : PARTED[corners];
      // A point is named by the side it lies on: two names for each middle, the side to the east and the one to the south.
      const node = row * width + i;
      const names = [2 * node, 2 * (node + 1) + 1, 2 * (node + width), 2 * node + 1] as const;
      for (const [from, to] of saddle ?? (STEPS[corners] as readonly Step[])) {
        next.set(names[from], names[to]);
        // Middle of row r and column c: r + 0.5, c + 0.5; `above` is row - 1, and the first value of a line column -1.
        const [x, y] =
          from === NORTH
            ? [i - 0.5 + nw / (nw - ne), row - 0.5]
            : from === SOUTH
              ? [i - 0.5 + sw / (sw - se), row + 0.5]
              : from === WEST
                ? [i - 0.5, row - 0.5 + nw / (nw - sw)]
                : [i + 0.5, row - 0.5 + ne / (ne - se)];
        points.set(names[from], [lonOfColumn(frame, x), latOfRow(frame, y)]);
      }
    }
    [above, below] = [below, above];
  }
  return rings(points, next);
}

function rings(points: ReadonlyMap<number, LonLat>, next: Map<number, number>): LonLat[][] {
  const found: LonLat[][] = [];
  for (const first of points.keys()) {
    const ring: LonLat[] = [];
    let name: number | undefined = first;
    while (name !== undefined && next.has(name)) {
      ring.push(points.get(name) as LonLat);
      const following = next.get(name);
      next.delete(name);
      name = following;
    }
    if (ring.length > 2) found.push([...ring, ring[0] as LonLat]);
  }
  return found;
}

/** Twice the area within a closed ring, square degrees; above 0 where it runs anticlockwise. */
function doubledArea(ring: readonly LonLat[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as LonLat, ring[i] as LonLat];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum;
}

/** Polygons out of rings: every hole with the smallest outer ring around it. */
function nested(lines: readonly LonLat[][]): Outline {
  const sized = lines.map((ring) => ({ ring, area: doubledArea(ring) }));
  const outers = sized.filter(({ area }) => area > 0).sort((a, b) => a.area - b.area);
  const polygons = outers.map(({ ring }) => [ring]);
  for (const { ring, area } of sized) {
    if (area >= 0) continue;
    const at = outers.findIndex((outer) => outer.area > -area && surrounds(outer.ring, ring[0] as LonLat));
    polygons[at]?.push(ring);
  }
  return polygons;
}

function surrounds(ring: readonly LonLat[], [x, y]: LonLat): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as LonLat, ring[i] as LonLat];
    if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside;
  }
  return inside;
}
