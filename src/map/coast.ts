/** Lines that the base map draws and that no file holds: the shore of clipped land, and the graticule. */
import type { Feature, Geometry, Position } from 'geojson';

/** West, south, east, north; degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Every polygon ring of the features. */
function rings(features: readonly Feature[]): Position[][] {
  return features.flatMap(({ geometry }: { geometry: Geometry }) => {
    if (geometry.type === 'Polygon') return geometry.coordinates;
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
  });
}

/** Degrees, about 10 m: smoothing leaves some positions that near to the edge they were clipped at. */
const ON_EDGE = 1e-4;

/** True for a side from edge to edge of the box, along one or across a corner: it was made by clipping and is no shore. */
function isCut(a: Position, b: Position, [west, south, east, north]: Box): boolean {
  const onEdge = ([lon = 0, lat = 0]: Position) =>
    Math.min(Math.abs(lon - west), Math.abs(lon - east), Math.abs(lat - south), Math.abs(lat - north)) < ON_EDGE;
  return onEdge(a) && onEdge(b);
}

/**
 * The shore of land that was clipped to a box: the outlines of its polygons without the sides that run along the box.
 * For land of the whole world the box is the world, whose edges are the 180th meridian and the pole.
 */
export function shoreLines(features: readonly Feature[], box: Box): Position[][] {
  const lines: Position[][] = [];
  for (const ring of rings(features)) {
    let line: Position[] = [];
    ring.forEach((position, index) => {
      const before = ring[index - 1];
      if (before && isCut(before, position, box)) {
        if (line.length > 1) lines.push(line);
        line = [];
      }
      line.push(position);
    });
    if (line.length > 1) lines.push(line);
  }
  return lines;
}

/** Meridians and parallels at whole multiples of `step` degrees within the box, each as one straight line of a Mercator map. */
export function graticule([west, south, east, north]: Box, step: number): Position[][] {
  const multiples = (from: number, to: number) =>
    Array.from({ length: Math.floor(to / step + 1e-9) - Math.ceil(from / step - 1e-9) + 1 }, (_, index) =>
      Number(((Math.ceil(from / step - 1e-9) + index) * step).toFixed(6)),
    );
  return [
    ...multiples(west, east).map((lon) => [
      [lon, south],
      [lon, north],
    ]),
    ...multiples(south, north).map((lat) => [
      [west, lat],
      [east, lat],
    ]),
  ];
}
