/** The base map as SVG paths, for the first picture and where WebGL is missing. The same files as the living map. */
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Project } from './map-marks.ts';
import type { Point } from './polyline.ts';

export interface StillPath {
  readonly kind: 'sea' | 'graticule' | 'land' | 'shore' | 'border';
  readonly d: string;
}

export interface StillName {
  readonly kind: 'country' | 'sea' | 'town';
  readonly at: Point;
  readonly text: string;
  readonly side: 'left' | 'right' | 'middle';
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  readonly project: Project;
  /** Points nearer than this to the last one are left out, px: 1 to look at, more to save bytes. */
  readonly gap: number;
}

/** Beyond the picture, px: strokes that begin outside must not be seen ending. */
const MARGIN = 24;

/** Paths are written in half pixels, each point from the one before: a third of the bytes. */
export const STILL_UNIT = 0.5;

const KINDS: readonly StillPath['kind'][] = ['sea', 'graticule', 'land', 'shore', 'border'];

/**
 * Paths of the base map, in drawing order.
 *
 * @param levels coarse to fine, as `src/map/basemap-data.ts` loads them
 * @param step of the graticule, degrees
 */
export function stillPaths(levels: readonly FeatureCollection[], step: number, frame: Frame): StillPath[] {
  const first = Math.max(
    0,
    levels.findLastIndex((level) => coversFrame(level, frame)),
  );
  return levels.slice(first).flatMap((level) =>
    KINDS.flatMap((kind): StillPath[] => {
      const features = level.features.filter(
        ({ properties }) => properties?.kind === kind && (kind !== 'graticule' || properties.step === step),
      );
      const d = features.map((feature) => featurePath(feature, frame)).join('');
      return d === '' ? [] : [{ kind, d }];
    }),
  );
}

function coversFrame(level: FeatureCollection, { width, height, project }: Frame): boolean {
  const sea = level.features.find(({ properties }) => properties?.kind === 'sea');
  if (sea?.geometry.type !== 'Polygon') return false;
  const corners = (sea.geometry.coordinates[0] ?? []).map((position) => project(position as [number, number]));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return Math.min(...xs) <= 0 && Math.max(...xs) >= width && Math.min(...ys) <= 0 && Math.max(...ys) >= height;
}

function featurePath({ geometry }: Feature, frame: Frame): string {
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.map((ring) => ringPath(ring, frame)).join('');
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((polygon) => polygon.map((ring) => ringPath(ring, frame))).join('');
    case 'LineString':
      return linePath(geometry.coordinates, frame);
    case 'MultiLineString':
      return geometry.coordinates.map((line) => linePath(line, frame)).join('');
    default:
      return '';
  }
}

function pathData(points: readonly Point[]): string {
  let [x, y] = [0, 0];
  let d = '';
  for (const point of points) {
    const [nextX, nextY] = [Math.round(point.x / STILL_UNIT), Math.round(point.y / STILL_UNIT)];
    if (d === '') d = `M${nextX},${nextY}l`;
    else if (nextX === x && nextY === y) continue;
    else d += `${d.endsWith('l') || nextX < x ? '' : ' '}${nextX - x}${nextY < y ? '' : ' '}${nextY - y}`;
    [x, y] = [nextX, nextY];
  }
  return d.endsWith('l') ? '' : d;
}

const toPixels = (positions: readonly Position[], { project }: Frame): Point[] =>
  positions.map((position) => project(position as [number, number]));

function sparse(points: readonly Point[], gap: number): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || Math.abs(point.x - last.x) + Math.abs(point.y - last.y) >= gap) kept.push(point);
  }
  return kept;
}

/** Sutherland and Hodgman: one side of the frame after the other. */
function ringPath(ring: readonly Position[], frame: Frame): string {
  let points = toPixels(ring, frame);
  for (const side of sidesOf(frame)) {
    const clipped: Point[] = [];
    points.forEach((point, at) => {
      const before = points[(at + points.length - 1) % points.length] as Point;
      const [inside, wasInside] = [side.distance(point) >= 0, side.distance(before) >= 0];
      if (inside !== wasInside) clipped.push(crossing(before, point, side.distance));
      if (inside) clipped.push(point);
    });
    points = clipped;
  }
  const kept = sparse(points, frame.gap);
  const d = kept.length > 2 ? pathData(kept) : '';
  return d === '' ? '' : `${d}Z`;
}

interface Side {
  readonly distance: (point: Point) => number;
}

const sidesOf = ({ width, height }: Frame): Side[] => [
  { distance: ({ x }) => x + MARGIN },
  { distance: ({ x }) => width + MARGIN - x },
  { distance: ({ y }) => y + MARGIN },
  { distance: ({ y }) => height + MARGIN - y },
];

function crossing(a: Point, b: Point, distance: (point: Point) => number): Point {
  const share = distance(a) / (distance(a) - distance(b));
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** Leaves out the parts that lie wholly beyond one side, and those that go from one end of the world to the other. */
function linePath(line: readonly Position[], frame: Frame): string {
  const points = toPixels(line, frame);
  const sides = sidesOf(frame);
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  for (let at = 1; at < points.length; at++) {
    const [a, b] = [points[at - 1] as Point, points[at] as Point];
    const torn = Math.abs(b.x - a.x) > 256 * 2 ** frame.zoom;
    const beyond = torn || sides.some(({ distance }) => distance(a) < 0 && distance(b) < 0);
    if (!beyond) {
      if (piece.length === 0) piece.push(a);
      piece.push(b);
    } else if (piece.length > 0) {
      pieces.push(piece);
      piece = [];
    }
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces.map((one) => pathData(sparse(one, frame.gap))).join('');
}

/** Names that the living map shows at this zoom, those that collide with an earlier one left out. */
export function stillNames(places: FeatureCollection, lang: string, frame: Frame): StillName[] {
  const shown: (StillName & { readonly box: readonly [number, number, number, number] })[] = [];
  const candidates = [...places.features].sort((a, b) => (a.properties?.rank ?? 0) - (b.properties?.rank ?? 0));
  for (const { geometry, properties } of candidates) {
    if (geometry.type !== 'Point' || !properties) continue;
    if (frame.zoom < properties.minzoom || frame.zoom >= properties.maxzoom) continue;
    const at = frame.project(geometry.coordinates as [number, number]);
    const kind = properties.kind as StillName['kind'];
    const name = String(properties[`name:${lang}`] ?? properties['name:en']);
    const text = kind === 'country' ? name.toUpperCase() : name;
    const width = text.length * (kind === 'country' ? 9.5 : 6.4);
    const side = kind !== 'town' ? 'middle' : at.x + width + 20 > frame.width ? 'left' : 'right';
    const left = side === 'middle' ? at.x - width / 2 : side === 'left' ? at.x - width - 7 : at.x - 3;
    const box = [left, at.y - 9, left + width + 7, at.y + 9] as const;
    const inside = box[0] > 4 && box[2] < frame.width - 4 && box[1] > 4 && box[3] < frame.height - 4;
    const free = shown.every(({ box: o }) => box[2] < o[0] || o[2] < box[0] || box[3] < o[1] || o[3] < box[1]);
    if (inside && free) shown.push({ kind, at, text, side, box });
  }
  return shown.map(({ kind, at, text, side }) => ({ kind, at, text, side }));
}
