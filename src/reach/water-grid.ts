import { chordArcKm, mercatorLat, mercatorY, unwrapLon } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';

/** West, south, east, north in degrees; west and east may run beyond 180, and are at most 360 apart. */
export type GridBox = readonly [west: number, south: number, east: number, north: number];

/**
 * Where a grid lies: square cells of a Web-Mercator map, row 0 in the north. Ordinates are those of a sphere of radius
 * 1.
 */
export interface GridFrame {
  readonly columns: number;
  readonly rows: number;
  /** The western edge, radians of longitude; may lie beyond 180 degrees. */
  readonly west: number;
  /** The northern edge. */
  readonly north: number;
  /** Side of a cell. */
  readonly side: number;
  /** The grid goes round the world: its last column touches its first. */
  readonly round: boolean;
  /** Width and height of the cells of each row, km on the WGS 84 ellipsoid. */
  readonly widths: Float64Array;
  readonly heights: Float64Array;
}

/** Bits of `WaterGrid.ways`. A face is open where water may lie on both sides of some part of it. */
export const PASSABLE = 1;
export const EAST_OPEN = 2;
export const SOUTH_OPEN = 4;
export const WEST_OPEN = 8;
export const NORTH_OPEN = 16;

/**
 * Land and water by cells. The whole errs towards water: a cell is passable where any shore runs through it, so that no
 * strait is closed by the grid. The price: land thinner than a cell may be sailed through.
 */
export interface WaterGrid extends GridFrame {
  /** Sixteenths of each cell that are water. */
  readonly wet: Uint8Array;
  /**
   * What a ship may do in each cell: be there (PASSABLE), and go on to the next cell (EAST_OPEN and so on; open both
   * ways).
   */
  readonly ways: Uint8Array;
}

/** No cell is smaller, km at its own latitude or so: the coast files are no finer. */
const LEAST_CELL_KM = 0.25;
/** A Web-Mercator map ends here, degrees. What lies nearer to a pole is left out. */
export const GREATEST_LAT = 85;

const RADIANS = Math.PI / 180;

const clampLat = (lat: number): number => Math.min(GREATEST_LAT, Math.max(-GREATEST_LAT, lat));

/**
 * A frame over a box, with cells as small as `mostCells` allows but not below a quarter of a kilometre. A box 360
 * degrees wide goes round the world. Throws RangeError for a box without area or wider than the world.
 */
export function frameOver([west, south, east, north]: GridBox, mostCells: number): GridFrame {
  const [top, bottom] = [mercatorY(clampLat(north)), mercatorY(clampLat(south))];
  const width = (east - west) * RADIANS;
  const height = top - bottom;
  if (!(width > 0 && width <= 2 * Math.PI + 1e-9 && height > 0)) {
    throw new RangeError(`no grid can be laid over the box ${[west, south, east, north].join(', ')}`);
  }
  const round = width >= 2 * Math.PI - 1e-9;
  const middle = mercatorLat((top + bottom) / 2);
  const least = LEAST_CELL_KM / chordArcKm([0, middle], [1 / RADIANS / 1000, middle]) / 1000;
  const wanted = Math.max(least, Math.sqrt((width * height) / mostCells));
  const columns = Math.max(2, Math.ceil(width / wanted));
  const side = round ? width / columns : wanted;
  const rows = Math.max(2, Math.ceil(height / side));
  const widths = new Float64Array(rows);
  const heights = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const [high, lat, low] = [0, 0.5, 1].map((part) => mercatorLat(top - (row + part) * side)) as [
      number,
      number,
      number,
    ];
    // A hundredth of the width: the chord of a whole wide cell would leave its parallel.
    widths[row] = chordArcKm([0, lat], [side / RADIANS / 100, lat]) * 100;
    heights[row] = chordArcKm([0, high], [0, low]);
  }
  return { columns, rows, west: west * RADIANS, north: top, side, round, widths, heights };
}

/** Latitude in degrees of a row; a whole number is the row's northern edge, a half more its middle. */
export const latOfRow = (frame: GridFrame, row: number): number => mercatorLat(frame.north - row * frame.side);

/** Longitude in degrees of a column, as `latOfRow`; may lie beyond 180. */
export const lonOfColumn = (frame: GridFrame, column: number): number => (frame.west + column * frame.side) / RADIANS;

/** The middle of a cell. */
export function cellCentre(frame: GridFrame, cell: number): LonLat {
  const column = cell % frame.columns;
  return [lonOfColumn(frame, column + 0.5), latOfRow(frame, (cell - column) / frame.columns + 0.5)];
}

/** Column and row of a place, with fractions; beyond 0 and `columns` or `rows` it lies outside. */
export function gridPlace(frame: GridFrame, [lon, lat]: LonLat): readonly [column: number, row: number] {
  const middle = lonOfColumn(frame, frame.columns / 2);
  const x = unwrapLon(lon, middle) * RADIANS;
  return [(x - frame.west) / frame.side, (frame.north - mercatorY(lat)) / frame.side];
}

/** The greater side of the cells of a row, or of the row nearest to it, km. */
export function cellSize({ rows, widths, heights }: GridFrame, row: number): number {
  const at = Math.min(rows - 1, Math.max(0, Math.floor(row)));
  return Math.max(widths[at] as number, heights[at] as number);
}
