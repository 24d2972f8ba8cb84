import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { mercatorLat, mercatorY, unwrapLon } from './path.ts';
import type { LonLat } from './records.ts';

/** West, south, east, north in degrees; east below west crosses 180. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/**
 * Land as rings of edges on a Mercator plane, indexed by a grid. Land lies to the left of every edge (outer rings
 * anticlockwise, lakes clockwise). An edge has the number of the vertex it starts from. The plane's unit is a metre on
 * the middle parallel of the box; `metresPerUnit` gives it elsewhere (a sphere's: up to 0.6 % off).
 */
export interface Coast {
  readonly box: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
  readonly plane: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
  readonly lon0: number;
  /** Plane units in one radian of longitude. */
  readonly radius: number;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly next: Int32Array;
  /** The ring of each vertex; ring r starts at vertex ringStarts[r]. */
  readonly rings: Int32Array;
  readonly ringStarts: Int32Array;
  readonly grid: {
    readonly cell: number;
    readonly columns: number;
    readonly rows: number;
    /** Edges by cell, and by row of cells: those of cell c are cellEdges[cellStarts[c] ... cellStarts[c + 1]]. */
    readonly cellStarts: Int32Array;
    readonly cellEdges: Int32Array;
    readonly rowStarts: Int32Array;
    readonly rowEdges: Int32Array;
  };
}

const RADIANS = Math.PI / 180;
const EARTH_M = 6_371_000;
/** Half the width of the seam along the sides of the box, plane units: files are rounded to a metre or so. */
const CUT_M = 10;

type Land = FeatureCollection | Feature | Geometry;

function polygons(land: Land): Position[][][] {
  switch (land.type) {
    case 'FeatureCollection':
      return land.features.flatMap(polygons);
    case 'Feature':
      return polygons(land.geometry);
    case 'GeometryCollection':
      return land.geometries.flatMap(polygons);
    case 'Polygon':
      return [land.coordinates];
    case 'MultiPolygon':
      return land.coordinates;
    default:
      throw new TypeError(`land must be Polygons or MultiPolygons, not ${land.type}`);
  }
}

function boxOf(land: Land, shapes: readonly Position[][][]): Box {
  if (land.bbox) {
    const box = land.bbox;
    return box.length === 6 ? [box[0], box[1], box[3], box[4]] : [box[0], box[1], box[2], box[3]];
  }
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of shapes.flat(2) as [number, number][]) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** A point on the coast's plane. */
export function project(coast: Pick<Coast, 'lon0' | 'radius'>, p: LonLat): readonly [x: number, y: number] {
  return [(unwrapLon(p[0], coast.lon0) - coast.lon0) * RADIANS * coast.radius, mercatorY(p[1]) * coast.radius];
}

/** Longitude and latitude of a point of the coast's plane. */
export function unproject(coast: Pick<Coast, 'lon0' | 'radius'>, x: number, y: number): LonLat {
  return [coast.lon0 + x / coast.radius / RADIANS, mercatorLat(y / coast.radius)];
}

/** Metres in one unit of the plane at the ordinate `y`. */
export function metresPerUnit(coast: Pick<Coast, 'radius'>, y: number): number {
  return EARTH_M / coast.radius / Math.cosh(y / coast.radius);
}

/**
 * A coast out of land polygons (GeoJSON, WGS 84; holes are lakes). Edges are straight on the Mercator map, as they are
 * drawn. `box` is where the file knows land from water: by default its `bbox`, else the bounds of its points; it must be
 * no wider than 360 degrees and keep clear of the poles. Rings of fewer than three different points have no area and are
 * left out. Throws TypeError for other geometries and RangeError for an impossible box.
 */
export function buildCoast(land: Land, options: { readonly box?: Box } = {}): Coast {
  const shapes = polygons(land);
  const [west, south, givenEast, north] = options.box ?? boxOf(land, shapes);
  const east = givenEast < west ? givenEast + 360 : givenEast;
  if (!(east > west && east - west <= 360 && north > south && south > -89 && north < 89)) {
    throw new RangeError(`no coast can be made for the box ${[west, south, east, north].join(', ')}`);
  }
  const lon0 = (west + east) / 2;
  const radius = EARTH_M * Math.cos(((south + north) / 2) * RADIANS);
  const frame = { lon0, radius };
  // Round the world, 180 and -180 are two sides.
  const side = (lon: number): number =>
    east - west === 360 ? (lon - lon0) * RADIANS * radius : project(frame, [lon, 0])[0];
  const xs: number[] = [];
  const ys: number[] = [];
  const rings: number[] = [];
  const ringStarts: number[] = [];
  for (const shape of shapes) {
    for (const [index, ring] of shape.entries()) {
      const points = orient(
        distinct(ring.map(([lon, lat]) => [side(lon as number), mercatorY(lat as number) * radius])),
        index > 0,
      );
      if (points.length < 3) continue;
      for (const [x, y] of points) {
        xs.push(x);
        ys.push(y);
        rings.push(ringStarts.length);
      }
      ringStarts.push(xs.length - points.length);
    }
  }
  const next = Int32Array.from(xs, (_, i) =>
    rings[i + 1] === rings[i] ? i + 1 : (ringStarts[rings[i] as number] as number),
  );
  // A box edge given in degrees is a plane coordinate like any other: the frame makes them the same way.
  const half = ((east - west) / 2) * RADIANS * radius;
  const plane = { x0: -half, y0: mercatorY(south) * radius, x1: half, y1: mercatorY(north) * radius };
  const lines = { xs: Float64Array.from(xs), ys: Float64Array.from(ys), next };
  return {
    box: { west, south, east, north },
    plane,
    lon0,
    radius,
    ...lines,
    rings: Int32Array.from(rings),
    ringStarts: Int32Array.from(ringStarts),
    grid: index(lines, plane),
  };
}

function distinct(points: (readonly [number, number])[]): (readonly [number, number])[] {
  return points.filter((p, i) => {
    const before = points[(i + points.length - 1) % points.length] as readonly [number, number];
    return p[0] !== before[0] || p[1] !== before[1];
  });
}

function orient(points: (readonly [number, number])[], lake: boolean): (readonly [number, number])[] {
  let doubled = 0;
  for (const [i, [x, y]] of points.entries()) {
    const [x1, y1] = points[(i + 1) % points.length] as readonly [number, number];
    doubled += x * y1 - x1 * y;
  }
  if (doubled === 0) return [];
  return doubled > 0 === lake ? points.reverse() : points;
}

function index(lines: Pick<Coast, 'xs' | 'ys' | 'next'>, plane: Coast['plane']): Coast['grid'] {
  const { xs, ys, next } = lines;
  const side = Math.max(plane.x1 - plane.x0, plane.y1 - plane.y0);
  const cell = side / Math.min(1024, Math.max(16, 4 * Math.sqrt(xs.length)));
  const columns = Math.ceil((plane.x1 - plane.x0) / cell) + 1;
  const rows = Math.ceil((plane.y1 - plane.y0) / cell) + 1;
  const frame = { plane, grid: { cell, columns, rows } };
  const byCell: [cell: number, edge: number][] = [];
  const byRow: [row: number, edge: number][] = [];
  for (let i = 0; i < xs.length; i++) {
    const j = next[i] as number;
    const [ax, ay, bx, by] = [xs[i], ys[i], xs[j], ys[j]] as [number, number, number, number];
    visitCells(frame, ax, ay, bx, by, 0, (c) => {
      byCell.push([c, i]);
      return false;
    });
    const last = row(frame, Math.max(ay, by));
    for (let r = row(frame, Math.min(ay, by)); r <= last; r++) byRow.push([r, i]);
  }
  const cells = bucket(byCell, columns * rows);
  const bands = bucket(byRow, rows);
  return {
    ...frame.grid,
    cellStarts: cells.starts,
    cellEdges: cells.edges,
    rowStarts: bands.starts,
    rowEdges: bands.edges,
  };
}

function bucket(
  pairs: readonly [bucket: number, edge: number][],
  count: number,
): { starts: Int32Array; edges: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const [b] of pairs) starts[b + 1] = (starts[b + 1] as number) + 1;
  for (let b = 0; b < count; b++) starts[b + 1] = (starts[b + 1] as number) + (starts[b] as number);
  const filled = starts.slice();
  const edges = new Int32Array(pairs.length);
  for (const [b, edge] of pairs) {
    const at = filled[b] as number;
    edges[at] = edge;
    filled[b] = at + 1;
  }
  return { starts, edges };
}

interface Frame {
  readonly plane: Coast['plane'];
  readonly grid: Pick<Coast['grid'], 'cell' | 'columns' | 'rows'>;
}

/** The row of cells of an ordinate; what lies outside the box belongs to its outermost row. */
function row({ plane, grid }: Frame, y: number): number {
  return Math.min(grid.rows - 1, Math.max(0, Math.floor((y - plane.y0) / grid.cell)));
}

function column({ plane, grid }: Frame, x: number): number {
  return Math.min(grid.columns - 1, Math.max(0, Math.floor((x - plane.x0) / grid.cell)));
}

/**
 * Calls `visit` with every cell that comes within `margin` (plane units) of the segment, and perhaps with a few more,
 * until one answers true; answers whether one did.
 */
export function visitCells(
  frame: Frame,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  margin: number,
  visit: (cell: number) => boolean,
): boolean {
  const { plane, grid } = frame;
  const first = column(frame, Math.min(ax, bx) - margin);
  const last = column(frame, Math.max(ax, bx) + margin);
  const slope = bx === ax ? 0 : (by - ay) / (bx - ax);
  // Outermost columns hold what lies outside the box, so the segment is not cut at their outer side.
  for (let i = first; i <= last; i++) {
    let [y0, y1] = [ay, by];
    if (bx !== ax) {
      const left = i === 0 ? -Infinity : plane.x0 + i * grid.cell - margin;
      const right = i === grid.columns - 1 ? Infinity : plane.x0 + (i + 1) * grid.cell + margin;
      y0 = ay + (Math.min(Math.max(left, Math.min(ax, bx)), Math.max(ax, bx)) - ax) * slope;
      y1 = ay + (Math.min(Math.max(right, Math.min(ax, bx)), Math.max(ax, bx)) - ax) * slope;
    }
    // A millionth of a cell: rounding must not lose an edge that runs along a border of cells.
    const slack = margin + grid.cell * 1e-6;
    const top = row(frame, Math.max(y0, y1) + slack);
    for (let j = row(frame, Math.min(y0, y1) - slack); j <= top; j++) {
      if (visit(j * grid.columns + i)) return true;
    }
  }
  return false;
}

/**
 * The first edge that a line due east from a point meets, as winding number of the land around the point and number of
 * that edge (-1: none). Edges of the ring `except` are not seen.
 */
export function lookEast(coast: Coast, x: number, y: number, except = -1): { winding: number; edge: number } {
  const { xs, ys, next, rings, grid } = coast;
  const r = row(coast, y);
  let winding = 0;
  let nearest = Infinity;
  let edge = -1;
  for (let k = grid.rowStarts[r] as number; k < (grid.rowStarts[r + 1] as number); k++) {
    const i = grid.rowEdges[k] as number;
    const j = next[i] as number;
    const ay = ys[i] as number;
    const by = ys[j] as number;
    if (ay <= y === by <= y || rings[i] === except) continue;
    const ax = xs[i] as number;
    const at = ax + ((y - ay) / (by - ay)) * ((xs[j] as number) - ax);
    if (at <= x) continue;
    winding += by > ay ? 1 : -1;
    if (at < nearest) {
      nearest = at;
      edge = i;
    }
  }
  return { winding, edge };
}

/**
 * Does a plane point lie well within the box? Its very sides are where the file was cut: what runs along them is no shore, and
 * no way is known to be open there.
 */
export function isOffCut({ plane }: Coast, x: number, y: number): boolean {
  return x > plane.x0 + CUT_M && x < plane.x1 - CUT_M && y > plane.y0 + CUT_M && y < plane.y1 - CUT_M;
}

/** Is the point within the box the coast was made for? Its sides count. */
export function coversPoint(coast: Coast, p: LonLat): boolean {
  const lon = unwrapLon(p[0], coast.lon0);
  return lon >= coast.box.west && lon <= coast.box.east && p[1] >= coast.box.south && p[1] <= coast.box.north;
}

/** Is the point outside all land (lakes are water)? Only where `coversPoint` is the answer more than a guess. */
export function isWater(coast: Coast, p: LonLat): boolean {
  const [x, y] = project(coast, p);
  return lookEast(coast, x, y).winding === 0;
}
