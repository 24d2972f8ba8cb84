/** An area cut to a box, its edge apart from its inside: the edge is not to run along the box. */
import type { FeatureCollection, MultiLineString, MultiPolygon } from 'geojson';
import type { LonLat } from '../model/records.ts';
import type { Box } from './coast.ts';

/** Coordinates of a GeoJSON MultiPolygon; longitudes may run beyond 180. */
export type Area = readonly (readonly (readonly LonLat[])[])[];

/** What is drawn of an area: its inside, then its edge. */
export type DrawnShapes = FeatureCollection<MultiPolygon | MultiLineString>;

/**
 * How far any point of what is drawn has moved, degrees of longitude or as much on the map northwards; Infinity where it
 * has another number of points, rings or parts.
 */
export function shapesShift(before: DrawnShapes, after: DrawnShapes): number {
  return before.features.length === after.features.length
    ? Math.max(
        0,
        ...after.features.map(({ geometry }, at) =>
          shift(before.features[at]?.geometry.coordinates, geometry.coordinates),
        ),
      )
    : Infinity;
}

/** The same for coordinates of any depth. */
function shift(before: unknown, after: unknown): number {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return Infinity;
  if (typeof after[0] === 'number') {
    const [[x0, y0], [x1, y1]] = [before as number[], after as number[]] as [[number, number], [number, number]];
    return Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0) / Math.cos((y1 * Math.PI) / 180));
  }
  let most = 0;
  for (let at = 0; at < after.length && most < Infinity; at++) most = Math.max(most, shift(before[at], after[at]));
  return most;
}

/** What is drawn of an area within a box. */
export function areaWithin(area: Area | null, box: Box): DrawnShapes {
  const whole = box[2] - box[0] >= 360;
  // The box may be met a turn further on.
  const boxes = [-360, 0, 360].map((turn): Box => [box[0] + turn, box[1], box[2] + turn, box[3]]);
  const polygons = (area ?? []).flatMap((polygon) =>
    whole
      ? [polygon]
      : boxes.flatMap((one) => {
          const rings = polygon.map((ring) => clipRing(ring, one));
          return rings[0]?.length ? [rings.filter((ring) => ring.length > 0)] : [];
        }),
  );
  const lines = (area ?? []).flatMap((polygon) =>
    polygon.flatMap((ring) => (whole ? [ring] : boxes.flatMap((one) => clipLine(ring, one)))),
  );
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { kind: 'area' },
        geometry: { type: 'MultiPolygon', coordinates: polygons as unknown as MultiPolygon['coordinates'] },
      },
      {
        type: 'Feature',
        properties: { kind: 'edge' },
        geometry: { type: 'MultiLineString', coordinates: lines as unknown as MultiLineString['coordinates'] },
      },
    ],
  };
}

/**
 * The part of a closed ring within a box, closed again; empty where there is none. Sutherland and Hodgman (1974): parts
 * that lie apart stay joined along the sides of the box, which a fill does not show.
 */
export function clipRing(ring: readonly LonLat[], [west, south, east, north]: Box): readonly LonLat[] {
  const sides = [
    { axis: 0, limit: west, sign: 1 },
    { axis: 0, limit: east, sign: -1 },
    { axis: 1, limit: south, sign: 1 },
    { axis: 1, limit: north, sign: -1 },
  ] as const;
  let points = ring.slice(0, -1);
  for (const { axis, limit, sign } of sides) {
    const depth = (point: LonLat): number => sign * (point[axis] - limit);
    if (points.every((point) => depth(point) >= 0)) continue;
    points = points.flatMap((point, at): LonLat[] => {
      const before = points.at(at - 1) as LonLat;
      const [a, b] = [depth(before), depth(point)];
      const kept: LonLat[] = [];
      if (a >= 0 !== b >= 0) kept.push(between(before, point, a / (a - b)));
      if (b >= 0) kept.push(point);
      return kept;
    });
  }
  return points.length > 2 ? [...points, points[0] as LonLat] : [];
}

const between = ([x0, y0]: LonLat, [x1, y1]: LonLat, share: number): LonLat => [
  x0 + (x1 - x0) * share,
  y0 + (y1 - y0) * share,
];

/** The runs of a line whose points lie within a box, at least two points each. */
export function clipLine(line: readonly LonLat[], [west, south, east, north]: Box): LonLat[][] {
  const runs: LonLat[][] = [[]];
  for (const point of line) {
    const inside = point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north;
    if (inside) runs.at(-1)?.push(point);
    else if (runs.at(-1)?.length) runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}
