/** Ways from cell to cell of an exact grid, and from a berth to the grid of the world. */
import { geodesicPathKm } from '../model/geodesy.ts';
import { chordArcKm, unwrapLon } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';
import { marchedKm, steps } from './distance-field.ts';
import { cellAt, type ExactGrid, exactGrid, type Waters } from './exact-grid.ts';
import { isLegClear } from './finest-coast.ts';
import { frameOver, type GridBox, PASSABLE } from './water-grid.ts';

/** A stretch of a way: over open water, or along the line of a passage. */
export interface Stretch {
  readonly points: readonly LonLat[];
  readonly passage: string | null;
}

/** A cell of the world's grid that a ship reaches from a berth, and how. */
export interface Joint {
  readonly cell: number;
  readonly km: number;
  readonly way: readonly Stretch[];
}

/** Fewer cells than these joined by the world's grid are a bay whose mouth is too narrow for it. */
const LEAST_SEA_CELLS = 100;
/** A port that has no straight way to the world's grid, or two ports near each other, get a grid of their own. */
const LOCAL_CELLS = 40_000;
/** The directions that a way may take from a cell: columns and rows. */
const STAR = starOf(4);
/** The second is for ports far up a bay that the world's grid is too coarse for; `rings`: of cells of the world's grid. */
const LOCAL_GRIDS = [
  { degrees: 0.7, cells: LOCAL_CELLS, rings: 3 },
  { degrees: 3, cells: 200_000, rings: 12 },
] as const;
/** The box of two places reaches beyond them by this share of their distance and so many km. */
const MARGIN_SHARE = 0.75;
const MARGIN_KM = 80;
/** No degree of latitude is shorter, km. */
const LEAST_DEGREE_KM = 110.5;
/** Beyond it meridians run together too fast for a box. */
const FARTHEST_LAT = 80;

/**
 * The cells from one down to where the distances begin, each in sight of the one before or next to it. Of the cells around,
 * that one is next which makes the whole way shortest.
 */
export function descent({ coasts, gates }: Waters, grid: ExactGrid, km: Float32Array, from: number): number[] {
  const sides = steps(grid);
  const cells = [from];
  for (let here = from; ; ) {
    let beside = here;
    for (const side of sides) {
      const next = side(here);
      if (next >= 0 && (km[next] as number) < (km[beside] as number)) beside = next;
    }
    if (beside === here) return cells;
    const place = grid.placeOf(here);
    const far = STAR.flatMap(([i, j]) => {
      const next = cellBeside(grid, here, i, j);
      const left = next < 0 ? Infinity : (km[next] as number);
      return left < (km[here] as number) ? [{ next, whole: left + chordArcKm(place, grid.placeOf(next)) }] : [];
    }).sort((a, b) => a.whole - b.whole);
    here = far.find(({ next }) => isLegClear(coasts, gates, place, grid.placeOf(next)))?.next ?? beside;
    cells.push(here);
  }
}

/** The cell so many columns and rows from another, or -1. */
function cellBeside({ columns, rows, round }: ExactGrid, cell: number, right: number, down: number): number {
  const column = (cell % columns) + right;
  const row = Math.floor(cell / columns) + down;
  if (row < 0 || row >= rows || (!round && (column < 0 || column >= columns))) return -1;
  return row * columns + ((column + columns) % columns);
}

export function along({ coasts, gates }: Waters, grid: ExactGrid, cells: readonly number[]): Stretch[] {
  return cells.slice(1).map((cell, i): Stretch => {
    const before = cells[i] as number;
    const [a, b] = [grid.placeOf(before), grid.placeOf(cell)];
    const channel = isLegClear(coasts, gates, a, b) ? undefined : grid.channelBetween(before, cell);
    return channel ? { points: channel.points, passage: channel.id } : { points: [a, b], passage: null };
  });
}

/** The cells of the world's grid around a berth that a ship can go to straight, or else through a finer grid. */
export function jointsOf(waters: Waters, grid: ExactGrid, berth: LonLat): Joint[] {
  const home = cellAt(grid, berth);
  if (home < 0) return [];
  const around = (rings: number): number[] => {
    const span = Array.from({ length: 2 * rings + 1 }, (_, i) => i - rings);
    return span
      .flatMap((down) => span.map((right) => cellBeside(grid, home, right, down)))
      .filter((cell) => cell >= 0 && (grid.ways[cell] as number) > PASSABLE);
  };
  const atSea = (cell: number): boolean => grid.joinedCells(cell, LEAST_SEA_CELLS) === LEAST_SEA_CELLS;
  const straight = around(1)
    .filter(atSea)
    .flatMap((cell): Joint[] => {
      const points = [berth, grid.placeOf(cell)];
      const isClear = isLegClear(waters.coasts, waters.gates, berth, grid.placeOf(cell));
      return isClear ? [{ cell, km: geodesicPathKm(points), way: [{ points, passage: null }] }] : [];
    });
  if (straight.length > 0) return straight;
  for (const { degrees, cells: most, rings } of LOCAL_GRIDS) {
    const box = boxAround([berth], degrees);
    const cells = around(rings).filter((cell) => holds(box, grid.placeOf(cell)) && atSea(cell));
    const local = exactGrid(frameOver(box, most), waters, [...cells.map((cell) => grid.placeOf(cell)), berth]);
    const km = marchedKm(local, [{ cell: cellAt(local, berth), km: 0 }], Infinity);
    const found = cells.flatMap((cell): Joint[] => {
      const end = cellAt(local, grid.placeOf(cell));
      if (local.placeOf(end) !== grid.placeOf(cell) || km[end] === Infinity) return [];
      return [{ cell, km: km[end] as number, way: along(waters, local, descent(waters, local, km, end).reverse()) }];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The way between two places near each other, on a grid of their own; undefined where there is none in its box that is
 * shorter than any way out of it must be.
 */
export function nearWay(waters: Waters, from: LonLat, to: LonLat): Stretch[] | undefined {
  if (isLegClear(waters.coasts, waters.gates, from, to)) return [{ points: [from, to], passage: null }];
  const marginKm = MARGIN_SHARE * chordArcKm(from, to) + MARGIN_KM;
  const box = boxAround([from, [unwrapLon(to[0], from[0]), to[1]]], marginKm / LEAST_DEGREE_KM);
  if (Math.max(-box[1], box[3]) > FARTHEST_LAT) return undefined;
  const local = exactGrid(frameOver(box, LOCAL_CELLS), waters, [from, to]);
  const [start, end] = [cellAt(local, from), cellAt(local, to)];
  if (start === end || local.placeOf(start) !== from || local.placeOf(end) !== to) return undefined;
  const km = marchedKm(local, [{ cell: start, km: 0 }], Infinity);
  if (!((km[end] as number) < 2 * marginKm)) return undefined;
  return along(waters, local, descent(waters, local, km, end).reverse());
}

function boxAround(places: readonly LonLat[], degrees: number): GridBox {
  const lons = places.map(([lon]) => lon);
  const lats = places.map(([, lat]) => lat);
  const wide = degrees / Math.max(0.1, Math.cos(((Math.max(...lats.map(Math.abs)) + degrees) * Math.PI) / 180));
  return [Math.min(...lons) - wide, Math.min(...lats) - degrees, Math.max(...lons) + wide, Math.max(...lats) + degrees];
}

function holds([west, south, east, north]: GridBox, p: LonLat): boolean {
  const lon = unwrapLon(p[0], (west + east) / 2);
  return lon > west && lon < east && p[1] > south && p[1] < north;
}

/** Steps to all cells in sight within some rows and columns, none behind another. */
function starOf(reach: number): [right: number, down: number][] {
  const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b));
  const span = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  return span
    .flatMap((right) => span.map((down): [number, number] => [right, down]))
    .filter(([right, down]) => divisor(right, down) === 1);
}
