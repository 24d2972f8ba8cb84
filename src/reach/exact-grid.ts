/** Grids of the water whose ways are tested on the polygons: what they join is joined, and by a way that crosses no land. */
import { type Coast, visitCells } from '../model/coast.ts';
import { mercatorY } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';
import { steps } from './distance-field.ts';
import { type FinestCoast, isFinestWater, isStepClear } from './finest-coast.ts';
import {
  cellCentre,
  EAST_OPEN,
  type GridFrame,
  gridPlace,
  latOfRow,
  lonOfColumn,
  NORTH_OPEN,
  PASSABLE,
  SOUTH_OPEN,
  type WaterGrid,
  WEST_OPEN,
} from './water-grid.ts';

/** A canal or strait that may be sailed though land is drawn there. */
export interface Channel {
  readonly id: string;
  readonly line: readonly LonLat[];
}

/** Where a channel's line is joined to the grid. */
interface Stop {
  readonly channel: Channel;
  /** Place on the line: whole part is the leg, the rest the share of it. */
  readonly at: number;
}

/** A grid with a place of its own for each cell that ships may be in: the centre, or another place in the water. */
export interface ExactGrid extends WaterGrid {
  placeOf(cell: number): LonLat;
  /** Cells joined to one, up to `most`: fewer are a pocket. */
  joinedCells(cell: number, most: number): number;
  /** The channel's own line between two neighbouring cells, or undefined where the ordinary water joins them. */
  channelBetween(a: number, b: number): { readonly id: string; readonly points: readonly LonLat[] } | undefined;
}

export interface Waters {
  readonly coasts: FinestCoast;
  /** Lines that may not be crossed. */
  readonly gates: readonly (readonly LonLat[])[];
  readonly channels: readonly Channel[];
}

/** Where a ship may lie in a cell by the shore, shares of the cell, likeliest first. */
const PLACES = [
  [0.5, 0.5],
  [0.25, 0.25],
  [0.75, 0.75],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.5, 0.1],
  [0.5, 0.9],
  [0.1, 0.5],
  [0.9, 0.5],
  [0.1, 0.1],
  [0.9, 0.9],
  [0.9, 0.1],
  [0.1, 0.9],
] as const;
/** A channel's line is followed in steps of this share of a cell. */
const STEP_SHARE = 0.02;
const RADIANS = Math.PI / 180;

/**
 * Water by cells, where two cells are joined only if a ship can go straight from the place in the one to the place in
 * the other: over no land of the finest coast, through no closed gate; or along a channel.
 *
 * @param pins places that the cell they lie in must have for its own
 */
export function exactGrid(frame: GridFrame, waters: Waters, pins: readonly LonLat[] = []): ExactGrid {
  const { coasts, gates, channels } = waters;
  const shore = shoreCells(frame, waters);
  const ways = new Uint8Array(frame.columns * frame.rows);
  const wet = new Uint8Array(ways.length);
  const places = new Map<number, LonLat>();
  const stops = new Map<number, Stop>();
  for (const channel of channels) if (comesNear(frame, channel)) layChannel(frame, channel, stops, places);
  for (const pin of pins) {
    const cell = cellAt(frame, pin);
    if (cell >= 0 && !stops.has(cell)) places.set(cell, pin);
  }
  const placeOf = (cell: number): LonLat => places.get(cell) ?? cellCentre(frame, cell);
  for (let row = 0, cell = 0; row < frame.rows; row++) {
    let known = -1;
    for (let column = 0; column < frame.columns; column++, cell++) {
      if (shore[cell] === 0) {
        if (known < 0) known = isFinestWater(coasts, cellCentre(frame, cell)) ? 1 : 0;
        if (known === 1) [wet[cell], ways[cell]] = [16, PASSABLE];
        continue;
      }
      known = -1;
      const place = places.get(cell) ?? placeIn(frame, coasts, row, column);
      if (!place) continue;
      places.set(cell, place);
      [wet[cell], ways[cell]] = [8, PASSABLE];
    }
  }
  const channelBetween = (a: number, b: number) => {
    const [from, to] = [stops.get(a), stops.get(b)];
    if (!from || !to || from.channel !== to.channel) return undefined;
    return { id: from.channel.id, points: partOf(from.channel.line, from.at, to.at) };
  };
  const join = (cell: number, next: number, here: number, there: number): void => {
    if (next < 0 || !((ways[cell] as number) & PASSABLE) || !((ways[next] as number) & PASSABLE)) return;
    const plain = shore[cell] === 0 && shore[next] === 0;
    if (!plain && !isStepClear(coasts, gates, placeOf(cell), placeOf(next)) && !channelBetween(cell, next)) return;
    ways[cell] = (ways[cell] as number) | here;
    ways[next] = (ways[next] as number) | there;
  };
  for (let row = 0, cell = 0; row < frame.rows; row++) {
    for (let column = 0; column < frame.columns; column++, cell++) {
      const last = column + 1 === frame.columns;
      join(cell, last ? (frame.round ? cell + 1 - frame.columns : -1) : cell + 1, EAST_OPEN, WEST_OPEN);
      join(cell, row + 1 < frame.rows ? cell + frame.columns : -1, SOUTH_OPEN, NORTH_OPEN);
    }
  }
  const grid = { ...frame, ways, wet, placeOf, channelBetween };
  return { ...grid, joinedCells: (cell, most) => joinedCells(grid, cell, most) };
}

function joinedCells(grid: WaterGrid, from: number, most: number): number {
  const sides = steps(grid);
  const seen = new Set([from]);
  for (const cell of seen) {
    for (const side of sides) {
      const next = side(cell);
      if (next >= 0) seen.add(next);
    }
    if (seen.size >= most) break;
  }
  return Math.min(most, seen.size);
}

/** The cell that a place lies in, or -1. */
export function cellAt(frame: GridFrame, p: LonLat): number {
  const [x, y] = gridPlace(frame, p).map(Math.floor) as [number, number];
  const column = frame.round ? ((x % frame.columns) + frame.columns) % frame.columns : x;
  return column >= 0 && column < frame.columns && y >= 0 && y < frame.rows ? y * frame.columns + column : -1;
}

/** Marks the cells that a shore, a seam of two coasts, a gate or a channel comes through: there everything is tested. */
function shoreCells(frame: GridFrame, { coasts, gates, channels }: Waters): Uint8Array {
  const marks = new Uint8Array(frame.columns * frame.rows);
  const reach = { plane: { x0: 0, y0: 0, x1: frame.columns, y1: frame.rows }, grid: { ...frame, cell: 1 } };
  const mark = (ax: number, ay: number, bx: number, by: number): void => {
    for (const turn of frame.round ? [0] : [-360, 0, 360]) {
      const shift = (turn * RADIANS) / frame.side;
      const [x0, x1] = [Math.min(ax, bx) + shift, Math.max(ax, bx) + shift];
      if (x1 < -1 || x0 > frame.columns + 1 || Math.max(ay, by) < -1 || Math.min(ay, by) > frame.rows + 1) continue;
      visitCells(reach, ax + shift, ay, bx + shift, by, 1e-6, (cell) => {
        marks[cell] = 1;
        return false;
      });
    }
  };
  const markLine = (line: readonly LonLat[]): void => {
    const points = line.map(([lon, lat]) => [
      (lon * RADIANS - frame.west) / frame.side,
      (frame.north - mercatorY(lat)) / frame.side,
    ]) as [number, number][];
    for (const [i, b] of points.slice(1).entries()) mark(...(points[i] as [number, number]), ...b);
  };
  for (const coast of [coasts.world, ...coasts.finer]) markCoast(frame, coast, mark);
  for (const { box } of coasts.finer) {
    const { west, south, east, north } = box;
    markLine([
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ]);
  }
  for (const gate of gates) markLine(gate);
  for (const { line } of channels) markLine(line);
  return marks;
}

function markCoast(
  frame: GridFrame,
  coast: Coast,
  mark: (ax: number, ay: number, bx: number, by: number) => void,
): void {
  const scale = 1 / (coast.radius * frame.side);
  const left = (coast.lon0 * RADIANS - frame.west) / frame.side;
  const top = frame.north / frame.side;
  for (let i = 0; i < coast.xs.length; i++) {
    const j = coast.next[i] as number;
    const [ax, ay, bx, by] = [coast.xs[i], coast.ys[i], coast.xs[j], coast.ys[j]] as [number, number, number, number];
    mark(left + ax * scale, top - ay * scale, left + bx * scale, top - by * scale);
  }
}

/** A place in the water of a cell by the shore. */
function placeIn(frame: GridFrame, coasts: FinestCoast, row: number, column: number): LonLat | undefined {
  for (const [x, y] of PLACES) {
    const place: LonLat = [lonOfColumn(frame, column + x), latOfRow(frame, row + y)];
    if (isFinestWater(coasts, place)) return place;
  }
  return undefined;
}

/** May some of a channel's line lie in the frame? */
function comesNear(frame: GridFrame, { line }: Channel): boolean {
  const places = line.map((p) => gridPlace(frame, p));
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  const apart = Math.max(...xs) < 0 || Math.min(...xs) > frame.columns;
  return !(apart && !frame.round) && Math.max(...ys) >= 0 && Math.min(...ys) <= frame.rows;
}

/** Gives every cell that a channel comes through a place on its line. */
function layChannel(frame: GridFrame, channel: Channel, stops: Map<number, Stop>, places: Map<number, LonLat>): void {
  const { line } = channel;
  const mine = new Map<number, number[]>();
  const note = (cell: number, at: number): void => {
    const seen = mine.get(cell);
    if (seen) seen.push(at);
    else mine.set(cell, [at]);
  };
  let before = -1;
  for (let leg = 0; leg + 1 < line.length; leg++) {
    const [a, b] = [line[leg], line[leg + 1]] as [LonLat, LonLat];
    const [p, q] = [gridPlace(frame, a), gridPlace(frame, b)];
    const count = Math.ceil(Math.hypot(q[0] - p[0], q[1] - p[1]) / STEP_SHARE);
    for (let n = 0; n < count; n++) {
      const at = leg + n / count;
      const cell = cellAt(frame, onLine(line, at));
      // Over the corner of a cell: by one of the two beside it.
      const column = cell % frame.columns;
      const corner = before < 0 ? cell : before - (before % frame.columns) + column;
      if (cell >= 0 && corner !== cell && corner !== before) note(corner, at);
      if (cell >= 0) note(cell, at);
      before = cell;
    }
  }
  for (const [cell, seen] of mine) {
    if (stops.has(cell)) continue;
    const at = seen[Math.floor(seen.length / 2)] as number;
    stops.set(cell, { channel, at });
    places.set(cell, onLine(line, at));
  }
}

function onLine(line: readonly LonLat[], at: number): LonLat {
  const leg = Math.min(Math.floor(at), line.length - 2);
  const [a, b] = [line[leg], line[leg + 1]] as [LonLat, LonLat];
  const share = at - leg;
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** The line between two of its places, in the direction asked for. */
function partOf(line: readonly LonLat[], from: number, to: number): LonLat[] {
  if (from > to) return partOf(line, to, from).reverse();
  const between = line.filter((_, i) => i > from && i < to);
  return [onLine(line, from), ...between, onLine(line, to)];
}
