import { earthCentred } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';
import type { KnownPlace } from './starts.ts';
import { cellSize, gridPlace, latOfRow, lonOfColumn, type WaterGrid } from './water-grid.ts';

/** Radius of the equator, km. */
const [EQUATOR_KM] = earthCentred([0, 0]);
/**
 * No geodesic of the ellipsoid is shorter than this share of the arc of that radius over its chord; of what is beyond
 * 10,000 km, a little less.
 */
const ARC_SHARE = 0.999;
const FAR_KM = 10_000;
const FAR_SHARE = 0.997;
/** Of a marched distance: by so much the march may be too long. */
const MARCH_SHARE = 0.995;

/**
 * The least length of a geodesic over a chord through the Earth, both km. A smaller radius would make long arcs too
 * long.
 */
function leastKm(chord: number): number {
  const arc = 2 * EQUATOR_KM * Math.asin(Math.min(1, chord / (2 * EQUATOR_KM)));
  return Math.min(arc, FAR_KM) * ARC_SHARE + Math.max(0, arc - FAR_KM) * FAR_SHARE;
}

/**
 * A length that no way between two places is below, km; to a thousandth their distance where that is up to 5,000 km.
 */
export function straightKm(a: LonLat, b: LonLat): number {
  const [ax, ay, az] = earthCentred(a);
  const [bx, by, bz] = earthCentred(b);
  return leastKm(Math.hypot(bx - ax, by - ay, bz - az));
}

/** Distances over water from one place to the middles of all cells. */
export interface ReachField {
  readonly place: KnownPlace;
  /** Never too long; Infinity where nothing was reached. */
  readonly km: Float32Array;
}

/**
 * Makes marched distances, from the seeds of a start, into ones that are never too long: half a per cent off, and at
 * least what the straight way over the globe takes, which makes them true to a tenth of a per cent on open water.
 * Changes `marched`.
 */
export function fieldOf(grid: WaterGrid, marched: Float32Array, place: KnownPlace): ReachField {
  const [px, py, pz] = earthCentred(place.position);
  const turns = Float64Array.from({ length: grid.columns }, (_, i) => lonOfColumn(grid, i + 0.5) * (Math.PI / 180));
  const [cosines, sines] = [turns.map(Math.cos), turns.map(Math.sin)];
  for (let row = 0, cell = 0; row < grid.rows; row++) {
    const [radius, , z] = earthCentred([0, latOfRow(grid, row + 0.5)]);
    for (let column = 0; column < grid.columns; column++, cell++) {
      const km = marched[cell] as number;
      if (km === Infinity) continue;
      const dx = radius * (cosines[column] as number) - px;
      const dy = radius * (sines[column] as number) - py;
      const chord = Math.sqrt(dx * dx + dy * dy + (z - pz) * (z - pz));
      marched[cell] = Math.max(0, km * MARCH_SHARE, leastKm(chord) - place.errorKm);
    }
  }
  return { place, km: marched };
}

/**
 * Distance of a place by a field, km: never too long, Infinity where it is not reached. A place with an error counts
 * wherever it may be.
 */
export function placeKm(grid: WaterGrid, field: ReachField, { position, errorKm }: KnownPlace): number {
  const [x, y] = gridPlace(grid, position);
  const size = cellSize(grid, y);
  const point = pointKm(grid, field, position);
  if (errorKm === 0) return point;
  return Math.min(point, least(grid, field.km, x, y, errorKm / size + 1));
}

/** Distance of a point by a field, km: never too long, Infinity where no cell around it was reached. */
export function pointKm(grid: WaterGrid, { km, place }: ReachField, position: LonLat): number {
  const [x, y] = gridPlace(grid, position);
  const found = between(grid, km, x, y);
  if (found === Infinity) return Infinity;
  const size = cellSize(grid, y);
  // Distances rise like a cone, and straight lines between points of a cone run above it by less than this.
  const short = found > 0 ? Math.min(found, (size * size) / (2 * found)) : 0;
  return Math.max(found - short, straightKm(place.position, position) - place.errorKm);
}

function valueAt(grid: WaterGrid, field: Float32Array, i: number, j: number): number {
  const column = grid.round ? (i + grid.columns) % grid.columns : i;
  if (column < 0 || column >= grid.columns || j < 0 || j >= grid.rows) return Infinity;
  return field[j * grid.columns + column] as number;
}

/**
 * A field between the four middles around a grid place, by those of them that were reached; Infinity where none was.
 */
function between(grid: WaterGrid, field: Float32Array, x: number, y: number): number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [u, v] = [x - 0.5 - left, y - 0.5 - top];
  let [sum, weight] = [0, 0];
  for (const [i, j, share] of [
    [left, top, (1 - u) * (1 - v)],
    [left + 1, top, u * (1 - v)],
    [left, top + 1, (1 - u) * v],
    [left + 1, top + 1, u * v],
  ] as const) {
    const km = valueAt(grid, field, i, j);
    if (km === Infinity || share === 0) continue;
    sum += km * share;
    weight += share;
  }
  return weight > 0 ? sum / weight : Infinity;
}

/** Least value of a field among the middles within so many cells of a grid place. */
function least(grid: WaterGrid, field: Float32Array, x: number, y: number, radius: number): number {
  let km = Infinity;
  for (let j = Math.ceil(y - 0.5 - radius); j <= y - 0.5 + radius; j++) {
    for (let i = Math.ceil(x - 0.5 - radius); i <= x - 0.5 + radius; i++) {
      if (Math.hypot(i + 0.5 - x, j + 0.5 - y) <= radius) km = Math.min(km, valueAt(grid, field, i, j));
    }
  }
  return km;
}
