import type { FeatureCollection, Geometry, Position } from 'geojson';
import { mercatorY } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';
import {
  EAST_OPEN,
  GREATEST_LAT,
  type GridBox,
  type GridFrame,
  NORTH_OPEN,
  PASSABLE,
  SOUTH_OPEN,
  type WaterGrid,
  WEST_OPEN,
} from './water-grid.ts';

/** Land, and the box within which its file knows land from water. */
export interface LandLayer {
  readonly land: FeatureCollection;
  readonly box: GridBox;
}

/** A cell is looked at in so many parts each way. */
const PARTS = 4;
const LAND = 1;
const SHORE = 2;
/** A side within this of the box, degrees, was made by cutting and is no shore. */
const CUT = 1e-4;
const RADIANS = Math.PI / 180;

/** The parts of all cells, row by row. */
interface Parts {
  readonly frame: GridFrame;
  readonly columns: number;
  readonly rows: number;
  readonly marks: Uint8Array;
}

/** Columns and rows of parts, the ends not included. */
interface Range {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Point = readonly [x: number, y: number];

/**
 * Land and water of a frame. Polygons of land that share a side must be one: the side would be taken for two shores.
 *
 * @param layers coarse to fine: within its box each takes the place of those before it. What no layer covers is water.
 * @param passages lines that ships can follow though the layers may draw land there: canals and narrow straits
 */
export function waterGrid(
  frame: GridFrame,
  layers: readonly LandLayer[],
  passages: readonly (readonly LonLat[])[] = [],
): WaterGrid {
  const [columns, rows] = [frame.columns * PARTS, frame.rows * PARTS];
  const parts: Parts = { frame, columns, rows, marks: new Uint8Array(columns * rows) };
  for (const layer of layers) for (const turn of [-360, 0, 360]) layLayer(parts, layer, turn);
  const all = { left: 0, right: columns, top: 0, bottom: rows };
  for (const turn of [-360, 0, 360]) {
    for (const passage of passages) {
      const points = passage.map((p) => place(frame, p, turn));
      for (let i = 1; i < points.length; i++) markShore(parts, points[i - 1] as Point, points[i] as Point, all);
    }
  }
  return collapse(parts);
}

/** A position in parts of cells, with fractions. */
function place(frame: GridFrame, [lon, lat]: Position | LonLat, turn: number): Point {
  const scale = PARTS / frame.side;
  const y = mercatorY(Math.min(GREATEST_LAT + 1, Math.max(-GREATEST_LAT - 1, lat as number)));
  return [((lon as number) + turn) * RADIANS * scale - frame.west * scale, (frame.north - y) * scale];
}

/** The parts whose middle lies in the box. */
function rangeOf({ frame, columns, rows }: Parts, [west, south, east, north]: GridBox, turn: number): Range {
  const [left, top] = place(frame, [west, north], turn);
  const [right, bottom] = place(frame, [east, south], turn);
  const within = (at: number, most: number) => Math.min(most, Math.max(0, Math.ceil(at - 0.5)));
  return {
    left: within(left, columns),
    right: within(right, columns),
    top: within(top, rows),
    bottom: within(bottom, rows),
  };
}

function layLayer(parts: Parts, { land, box }: LandLayer, turn: number): void {
  const range = rangeOf(parts, box, turn);
  const { left, right, top, bottom } = range;
  if (left >= right || top >= bottom) return;
  for (let row = top; row < bottom; row++) parts.marks.fill(0, row * parts.columns + left, row * parts.columns + right);
  for (const { geometry } of land.features) {
    for (const polygon of polygonsOf(geometry)) {
      const rings = polygon.map((ring) => ring.map((p) => place(parts.frame, p, turn)));
      fill(parts, rings, range);
      for (const [r, ring] of rings.entries()) {
        const positions = polygon[r] as Position[];
        for (let i = 1; i < ring.length; i++) {
          if (isCut(positions[i - 1] as Position, positions[i] as Position, box)) continue;
          markShore(parts, ring[i - 1] as Point, ring[i] as Point, range);
        }
      }
    }
  }
}

/** The polygons of land. Throws TypeError for other geometries. */
export function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  throw new TypeError(`land must be Polygons or MultiPolygons, not ${geometry.type}`);
}

/** Was this side made by cutting land along the box? Such a side is no shore. */
export function isCut(a: Position, b: Position, [west, south, east, north]: GridBox): boolean {
  const on = (axis: 0 | 1, side: number) =>
    Math.abs((a[axis] as number) - side) < CUT && Math.abs((b[axis] as number) - side) < CUT;
  return on(0, west) || on(0, east) || on(1, south) || on(1, north);
}

/** Marks the parts whose middle lies within the rings (even-odd). */
function fill({ columns, marks }: Parts, rings: readonly (readonly Point[])[], range: Range): void {
  const crossings = new Map<number, number[]>();
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1] as Point, ring[i] as Point];
      const [low, high] = a[1] <= b[1] ? [a, b] : [b, a];
      const first = Math.max(range.top, Math.ceil(low[1] - 0.5));
      const end = Math.min(range.bottom, Math.ceil(high[1] - 0.5));
      for (let row = first; row < end; row++) {
        const x = low[0] + ((row + 0.5 - low[1]) * (high[0] - low[0])) / (high[1] - low[1]);
        const known = crossings.get(row);
        if (known) known.push(x);
        else crossings.set(row, [x]);
      }
    }
  }
  for (const [row, xs] of crossings) {
    xs.sort((p, q) => p - q);
    for (let k = 0; k + 1 < xs.length; k += 2) {
      const from = Math.max(range.left, Math.ceil((xs[k] as number) - 0.5));
      const to = Math.min(range.right, Math.ceil((xs[k + 1] as number) - 0.5));
      if (from < to) marks.fill(LAND, row * columns + from, row * columns + to);
    }
  }
}

/** Marks every part that a line runs through. */
function markShore({ columns, marks }: Parts, a: Point, b: Point, { left, right, top, bottom }: Range): void {
  const [from, to] = a[0] <= b[0] ? [a, b] : [b, a];
  if (to[0] < left || from[0] >= right) return;
  const slope = to[0] > from[0] ? (to[1] - from[1]) / (to[0] - from[0]) : 0;
  const last = Math.min(right - 1, Math.floor(to[0]));
  for (let column = Math.max(left, Math.floor(from[0])); column <= last; column++) {
    const y0 = slope === 0 ? from[1] : from[1] + (Math.max(column, from[0]) - from[0]) * slope;
    const y1 = slope === 0 ? to[1] : from[1] + (Math.min(column + 1, to[0]) - from[0]) * slope;
    const end = Math.min(bottom - 1, Math.floor(Math.max(y0, y1)));
    for (let row = Math.max(top, Math.floor(Math.min(y0, y1))); row <= end; row++) {
      const part = row * columns + column;
      marks[part] = (marks[part] as number) | SHORE;
    }
  }
}

function collapse({ frame, columns, marks }: Parts): WaterGrid {
  const wet = new Uint8Array(frame.columns * frame.rows);
  const ways = new Uint8Array(wet.length);
  const open = (part: number): boolean => marks[part] !== LAND;
  for (let row = 0, cell = 0; row < frame.rows; row++) {
    for (let column = 0; column < frame.columns; column++, cell++) {
      const corner = row * PARTS * columns + column * PARTS;
      const nextColumn = column + 1 < frame.columns ? corner + PARTS : corner + PARTS - columns;
      const hasEast = frame.round || column + 1 < frame.columns;
      const nextRow = row + 1 < frame.rows ? corner + PARTS * columns : -1;
      let water = 0;
      let way = 0;
      for (let n = 0; n < PARTS; n++) {
        const line = corner + n * columns;
        for (let m = 0; m < PARTS; m++) {
          if (((marks[line + m] as number) & LAND) === 0) water++;
          if (open(line + m)) way |= PASSABLE;
        }
        if (hasEast && open(line + PARTS - 1) && open(nextColumn + n * columns)) way |= EAST_OPEN;
        if (nextRow >= 0 && open(corner + (PARTS - 1) * columns + n) && open(nextRow + n)) way |= SOUTH_OPEN;
      }
      wet[cell] = water;
      ways[cell] = (ways[cell] as number) | way;
      const next = column + 1 < frame.columns ? cell + 1 : cell + 1 - frame.columns;
      if ((way & EAST_OPEN) !== 0) ways[next] = (ways[next] as number) | WEST_OPEN;
      if ((way & SOUTH_OPEN) !== 0) ways[cell + frame.columns] = NORTH_OPEN;
    }
  }
  return { ...frame, wet, ways };
}
