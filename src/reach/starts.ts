import { geodesicKm } from '../model/geodesy.ts';
import type { LonLat } from '../model/records.ts';
import { type Seed, steps } from './distance-field.ts';
import { cellCentre, gridPlace, PASSABLE, type WaterGrid } from './water-grid.ts';

/** A place where a ship was. */
export interface KnownPlace {
  readonly position: LonLat;
  /** Radius within which the true place lies, km; 0 where it is known. For a place on land this reaches the water. */
  readonly errorKm: number;
}

/** Distances are set exactly, not marched, within so many cells of a start: the march is coarsest there. */
const EXACT_CELLS = 4;

interface Candidate {
  readonly cell: number;
  /** From the place to the middle of the cell, km. */
  readonly km: number;
  /** Number of the connected water. */
  readonly water: number;
}

/**
 * Lays the two ends of a dark span on one connected water of the grid: the one nearest to both.
 *
 * @returns the cells that a ship at each end starts from; null where a place has no water within its error; `apart`
 * where no water joins the two
 */
export function layStarts(
  grid: WaterGrid,
  places: readonly [KnownPlace, KnownPlace],
): readonly [Seed[], Seed[]] | 'apart' | null {
  const waters = new Int32Array(grid.wet.length);
  const [ones, others] = places.map((place) => candidates(grid, place, waters)) as [Candidate[], Candidate[]];
  if (ones.length === 0 || others.length === 0) return null;
  const nearest = (list: readonly Candidate[], water: number): number =>
    Math.min(...list.filter((one) => one.water === water).map((one) => one.km));
  let [best, least] = [0, Infinity];
  for (const water of new Set(ones.map((one) => one.water))) {
    const km = nearest(ones, water) + nearest(others, water);
    if (km < least) [best, least] = [water, km];
  }
  if (best === 0) return 'apart';
  const start = (place: KnownPlace, list: readonly Candidate[]): Seed[] =>
    seedsOf(
      grid,
      place,
      list.filter((one) => one.water === best),
    );
  return [start(places[0], ones), start(places[1], others)];
}

/** Passable cells near a place; their waters are numbered in `waters` where that was not done before. */
function candidates(grid: WaterGrid, place: KnownPlace, waters: Int32Array): Candidate[] {
  const [column, row] = gridPlace(grid, place.position).map(Math.floor) as [number, number];
  const { widths, heights } = grid;
  const clamped = Math.min(grid.rows - 1, Math.max(0, row));
  const [width, height] = [widths[clamped] as number, heights[clamped] as number];
  const reach = place.errorKm + EXACT_CELLS * Math.max(width, height);
  const found: Candidate[] = [];
  const [wide, high] = [Math.ceil(reach / width), Math.ceil(reach / height)];
  for (let j = Math.max(0, row - high); j <= Math.min(grid.rows - 1, row + high); j++) {
    for (let i = column - wide; i <= column + wide; i++) {
      if (!grid.round && (i < 0 || i >= grid.columns)) continue;
      const cell = j * grid.columns + (((i % grid.columns) + grid.columns) % grid.columns);
      if (((grid.ways[cell] as number) & PASSABLE) === 0) continue;
      const km = geodesicKm(place.position, cellCentre(grid, cell));
      if (km > reach) continue;
      if (waters[cell] === 0) flood(grid, cell, waters);
      found.push({ cell, km, water: waters[cell] as number });
    }
  }
  const nearest = Math.min(...found.map((one) => one.km));
  return nearest <= place.errorKm + Math.hypot(width, height) ? found : [];
}

/** Numbers all water joined to a cell with the number of that cell, from 1. */
function flood(grid: WaterGrid, from: number, waters: Int32Array): void {
  const sides = steps(grid);
  const stack = [from];
  waters[from] = from + 1;
  while (stack.length > 0) {
    const cell = stack.pop() as number;
    for (const side of sides) {
      const next = side(cell);
      if (next < 0 || waters[next] !== 0) continue;
      waters[next] = from + 1;
      stack.push(next);
    }
  }
}

function seedsOf(grid: WaterGrid, place: KnownPlace, near: readonly Candidate[]): Seed[] {
  const { widths, heights } = grid;
  const nearest = near.reduce((a, b) => (b.km < a.km ? b : a));
  const row = Math.floor(nearest.cell / grid.columns);
  const size = Math.max(widths[row] as number, heights[row] as number);
  return near.flatMap(({ cell, km }): Seed[] => {
    const left = Math.max(0, km - place.errorKm);
    if (left > EXACT_CELLS * size) return [];
    return left <= 1.5 * size || inSight(grid, place.position, cell) ? [{ cell, km: left }] : [];
  });
}

/** Is every cell on the straight line of the map from a place to a cell passable? */
function inSight(grid: WaterGrid, from: LonLat, cell: number): boolean {
  const [x0, y0] = gridPlace(grid, from);
  const [x1, y1] = gridPlace(grid, cellCentre(grid, cell));
  const steps = Math.ceil(2 * Math.hypot(x1 - x0, y1 - y0));
  for (let n = 0; n <= steps; n++) {
    const column = Math.floor(x0 + ((x1 - x0) * n) / Math.max(1, steps));
    const row = Math.floor(y0 + ((y1 - y0) * n) / Math.max(1, steps));
    if (column < 0 || column >= grid.columns || row < 0 || row >= grid.rows) return false;
    if (((grid.ways[row * grid.columns + column] as number) & PASSABLE) === 0) return false;
  }
  return true;
}
