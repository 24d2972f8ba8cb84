/** The land of the fine coast, read and tested without the code that routes are found by. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import type { LonLat } from '../../src/model/records.ts';

type Point = readonly [x: number, y: number];

const ZOOM = 8;
const EXTENT = 4096;
const ACROSS = 2 ** ZOOM * EXTENT;

const { buffer, byteOffset } = readFileSync('public/basemap/coast.pmtiles');
export const readCoast = async (offset: number, length: number): Promise<ArrayBuffer> =>
  (buffer as ArrayBuffer).slice(byteOffset + offset, byteOffset + offset + length);

const archive = new PMTiles(
  { getKey: () => 'test', getBytes: async (offset, length) => ({ data: await readCoast(offset, length) }) },
  undefined,
  async (bytes) => {
    const plain = gunzipSync(new Uint8Array(bytes));
    return plain.buffer.slice(plain.byteOffset, plain.byteOffset + plain.length) as ArrayBuffer;
  },
);
/** A shore, and its least and greatest ordinates. */
interface Ring {
  readonly points: readonly Point[];
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

const tiles = new Map<string, Promise<Ring[]>>();

/** Rings of land of a tile, in the tile's own units. */
function ringsOf(x: number, y: number): Promise<Ring[]> {
  const key = `${x}/${y}`;
  const read = async (): Promise<Ring[]> => {
    const body = await archive.getZxy(ZOOM, x, y);
    const layer = new VectorTile(new PbfReader(new Uint8Array(body?.data ?? []))).layers.coast;
    return Array.from({ length: layer?.length ?? 0 }, (_, i) => layer?.feature(i))
      .filter((feature) => feature?.properties.kind === 'land')
      .flatMap((feature) => feature?.loadGeometry() ?? [])
      .map((ring): Ring => {
        const [xs, ys] = [ring.map(({ x }) => x), ring.map(({ y }) => y)];
        const points = ring.map((p): Point => [p.x, p.y]);
        return { points, west: Math.min(...xs), north: Math.min(...ys), east: Math.max(...xs), south: Math.max(...ys) };
      });
  };
  const known = tiles.get(key) ?? read();
  tiles.set(key, known);
  return known;
}

/** A place on the map of the whole world, in units of tiles of the zoom. */
function onMap([lon, lat]: LonLat): Point {
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [((lon + 180) / 360) * ACROSS, ((1 - y / Math.PI) / 2) * ACROSS];
}

/** The part of a segment within a square, shares of it, by Liang and Barsky; null where it lies outside. */
function clippedTo([left, top]: Point, a: Point, b: Point): readonly [number, number] | null {
  let [from, to] = [0, 1];
  for (const [start, move, low] of [
    [a[0], b[0] - a[0], left],
    [a[1], b[1] - a[1], top],
  ] as const) {
    for (const [p, q] of [
      [-move, start - low],
      [move, low + EXTENT - start],
    ] as const) {
      if (p === 0 && q < 0) return null;
      if (p < 0) from = Math.max(from, q / p);
      if (p > 0) to = Math.min(to, q / p);
    }
  }
  return from < to ? [from, to] : null;
}

/** Where a segment meets the edges of a ring, shares of it. */
function meetings(ring: readonly Point[], a: Point, b: Point): number[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  return ring.flatMap((p, i) => {
    const q = ring[(i + 1) % ring.length] as Point;
    const [ex, ey] = [q[0] - p[0], q[1] - p[1]];
    const cross = dx * ey - dy * ex;
    if (cross === 0) return [];
    const along = ((p[0] - a[0]) * ey - (p[1] - a[1]) * ex) / cross;
    const across = ((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / cross;
    return along > 0 && along < 1 && across >= 0 && across <= 1 ? [along] : [];
  });
}

/** Does a ring go round a place? By the even-odd rule. */
const goesRound = (ring: readonly Point[], [x, y]: Point): boolean =>
  ring.filter((p, i) => {
    const q = ring[(i + 1) % ring.length] as Point;
    return p[1] > y !== q[1] > y && x < p[0] + ((y - p[1]) / (q[1] - p[1])) * (q[0] - p[0]);
  }).length %
    2 ===
  1;

/** The stretches of a short segment, straight on a Mercator map, inside land of the fine coast: their middles. */
export async function landBetween(a: LonLat, b: LonLat): Promise<LonLat[]> {
  const [p, q] = [onMap(a), onMap(b)];
  const found: LonLat[] = [];
  const range = (u: number, v: number) => {
    const first = Math.floor(Math.min(u, v) / EXTENT);
    return Array.from({ length: Math.floor(Math.max(u, v) / EXTENT) - first + 1 }, (_, i) => first + i);
  };
  for (const column of range(p[0], q[0])) {
    for (const row of range(p[1], q[1])) {
      const part = clippedTo([column * EXTENT, row * EXTENT], p, q);
      if (!part) continue;
      const at = (share: number): Point => [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share];
      const inTile = ([x, y]: Point): Point => [x - column * EXTENT, y - row * EXTENT];
      const [from, to] = [inTile(at(part[0])), inTile(at(part[1]))];
      const across = 2 ** ZOOM;
      const rings = await ringsOf(((column % across) + across) % across, row);
      const near = rings.filter(
        ({ west, north, east, south }) =>
          Math.max(from[0], to[0]) >= west &&
          Math.min(from[0], to[0]) <= east &&
          Math.max(from[1], to[1]) >= north &&
          Math.min(from[1], to[1]) <= south,
      );
      const cuts = [0, 1, ...near.flatMap(({ points }) => meetings(points, from, to))].sort((u, v) => u - v);
      for (const [i, end] of cuts.slice(1).entries()) {
        const start = cuts[i] as number;
        const middle: Point = [
          from[0] + ((to[0] - from[0]) * (start + end)) / 2,
          from[1] + ((to[1] - from[1]) * (start + end)) / 2,
        ];
        // Less than a hundredth of a unit, 40 cm, is rounding.
        const long = (end - start) * Math.hypot(to[0] - from[0], to[1] - from[1]) > 0.01;
        if (!long || !near.some(({ points }) => goesRound(points, middle))) continue;
        const share = part[0] + ((part[1] - part[0]) * (start + end)) / 2;
        found.push([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
      }
    }
  }
  return found;
}
