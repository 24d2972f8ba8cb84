/** The fine coast of the world, a few tiles at a time, out of the file that the map draws as well. */
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import type { LonLat } from '../model/records.ts';
import { type CoastTile, coastTile, TILE_ZOOM, tileOf } from '../reach/tile-coast.ts';

/** Reads bytes of the file. Rejects where they cannot be had. */
export type ReadBytes = (offset: number, length: number) => Promise<ArrayBuffer>;

/** Tiles by their numbers (`tileBox`). Rejects where one cannot be had. */
export type LoadTile = (key: number) => Promise<CoastTile>;

/** Asked for at once: neighbouring tiles lie near each other in the file. */
const BLOCK = 32_768;

/** Tiles of a file of the fine coast, each read once. */
export function coastTiles(read: ReadBytes): LoadTile {
  const archive = new PMTiles({
    getKey: () => 'coast',
    getBytes: async (offset, length) => ({ data: await read(offset, length) }),
  });
  const tiles = new Map<number, Promise<CoastTile>>();
  const load = async (key: number): Promise<CoastTile> => {
    const [x, y] = tileOf(key);
    const body = await archive.getZxy(TILE_ZOOM, x, y);
    return coastTile(key, body ? landOf(new Uint8Array(body.data), x, y) : []);
  };
  return (key) => {
    const known = tiles.get(key) ?? load(key);
    tiles.set(key, known);
    return known;
  };
}

/** Rings of the land of a tile; lakes are no water that a sea-going ship comes to. */
function landOf(body: Uint8Array, x: number, y: number): LonLat[][] {
  const layer = new VectorTile(new PbfReader(body)).layers.coast;
  if (!layer) throw new Error('a tile of the fine coast has no layer "coast"');
  const rings: LonLat[][] = [];
  for (let i = 0; i < layer.length; i++) {
    const feature = layer.feature(i);
    if (feature.properties.kind !== 'land') continue;
    const across = feature.extent * 2 ** TILE_ZOOM;
    for (const ring of feature.loadGeometry()) {
      rings.push(
        ring.map((point): LonLat => {
          const lon = ((x * feature.extent + point.x) / across) * 360 - 180;
          const turned = Math.PI * (1 - (2 * (y * feature.extent + point.y)) / across);
          return [lon, (Math.atan(Math.sinh(turned)) * 180) / Math.PI];
        }),
      );
    }
  }
  return rings;
}

/**
 * Reads a file of a server in blocks, each once; all of it where the server sends no parts.
 *
 * @throws Error where the server refuses
 */
export function blocksOf(address: string): ReadBytes {
  const blocks = new Map<number, Promise<ArrayBuffer>>();
  let whole: ArrayBuffer | null = null;
  const fetchBlock = async (block: number): Promise<ArrayBuffer> => {
    const from = block * BLOCK;
    if (whole) return whole.slice(from, from + BLOCK);
    const response = await fetch(address, { headers: { range: `bytes=${from}-${from + BLOCK - 1}` } });
    if (!response.ok) throw new Error(`${address}: status ${response.status}`);
    const body = await response.arrayBuffer();
    if (response.status === 206) return body;
    whole = body;
    return whole.slice(from, from + BLOCK);
  };
  return async (offset, length) => {
    const bytes = new Uint8Array(length);
    const [first, last] = [Math.floor(offset / BLOCK), Math.floor((offset + length - 1) / BLOCK)];
    const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const parts = await Promise.all(
      numbers.map((block) => {
        const known = blocks.get(block) ?? fetchBlock(block);
        blocks.set(block, known);
        return known;
      }),
    );
    for (const [i, part] of parts.entries()) {
      const start = (first + i) * BLOCK;
      const [from, to] = [Math.max(offset, start), Math.min(offset + length, start + part.byteLength)];
      if (from < to) bytes.set(new Uint8Array(part, from - start, to - from), from - offset);
    }
    return bytes.buffer;
  };
}
