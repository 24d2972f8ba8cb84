import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, tileIdToZxy } from 'pmtiles';
import { describe, expect, test } from 'vitest';
import { pmtilesFile } from '../../src/build/basemap/pmtiles-file.mjs';

type Place = readonly [lon: number, lat: number];

function archiveOf(bytes: Uint8Array): PMTiles {
  return new PMTiles({
    getKey: () => 'file',
    getBytes: async (offset, length) => ({ data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer }),
  });
}

const archive = archiveOf(readFileSync('public/basemap/coast.pmtiles'));
const MAXZOOM = 8;

async function features(z: number, x: number, y: number): Promise<VectorTileFeature[]> {
  const tile = await archive.getZxy(z, x, y);
  if (!tile) throw new Error(`no tile ${z}/${x}/${y}`);
  const layer = new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers.coast;
  if (!layer) throw new Error(`no layer in ${z}/${x}/${y}`);
  return Array.from({ length: layer.length }, (_, index) => layer.feature(index));
}

/** Where a place lies, in tiles of the greatest zoom. */
function inTiles([lon, lat]: Place): { x: number; y: number } {
  const mercator = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI;
  return { x: ((lon + 180) / 360) * 2 ** MAXZOOM, y: ((1 - mercator) / 2) * 2 ** MAXZOOM };
}

/** Whether a ray from the point to the east crosses the rings an odd number of times. */
function within(rings: ReturnType<VectorTileFeature['loadGeometry']>, x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1], ring[i]];
      if (!a || !b || a.y > y === b.y > y) continue;
      if (x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
    }
  }
  return inside;
}

/** The finest kind that is drawn at a place: sea, land, lake or island. */
async function kindAt(place: Place): Promise<string> {
  const { x, y } = inTiles(place);
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const all = await features(MAXZOOM, column, row);
  const drawn = ['sea', 'land', 'lake', 'island'].filter((kind) =>
    all.some(
      (feature) =>
        feature.properties.kind === kind &&
        within(feature.loadGeometry(), (x - column) * feature.extent, (y - row) * feature.extent),
    ),
  );
  return drawn.at(-1) ?? 'nothing';
}

const PLACES: Readonly<Record<string, readonly (readonly [name: string, lon: number, lat: number])[]>> = {
  land: [
    ['Singapore', 103.82, 1.36],
    ['Istanbul, west of the Bosporus', 28.85, 41.08],
    ['Istanbul, east of the Bosporus', 29.2, 41.08],
    ['Rotterdam', 4.48, 51.93],
    ['Busan', 129.0, 35.2],
    ['Viti Levu', 178.0, -17.8],
    ['Taveuni, on the 180th meridian', -179.97, -16.85],
    ['Chukotka, east of the 180th meridian', -175.5, 67],
    ['Wrangel Island, west of the 180th meridian', 179.5, 71.1],
    ['North Cape', 25.7, 71.0],
    ['Manhattan', -73.97, 40.78],
    ['Malta', 14.42, 35.88],
    ['the isthmus of Suez', 32.6, 30.5],
    ['Corinth', 22.95, 37.9],
    ['Antarctica, at the 180th meridian', -179.99, -84],
    ['Greenland', -40, 72],
    ['Dunay', 132.32, 42.9],
  ],
  sea: [
    ['the Bosporus', 29.062, 41.1],
    ['the Dardanelles', 26.4, 40.2],
    ['the strait of Gibraltar', -5.6, 35.95],
    ['the strait of Dover', 1.45, 51.0],
    ['the Singapore Strait', 103.85, 1.2],
    ['the Korea Strait', 129.0, 34.6],
    ['the bay of Panama', -79.5, 8.7],
    ['the Koro Sea, on the 180th meridian', 180 - 1e-6, -17.9],
    ['the strait of Messina', 15.62, 38.2],
    ['the Great Belt', 11.0, 55.3],
    ['the strait of Hormuz', 56.5, 26.55],
    ['Bab el Mandeb', 43.35, 12.6],
    ['the Bering Strait', -169.5, 66],
    ['the Barents Sea', 35, 73],
    ['the gulf of Finland', 26, 59.9],
    ['the strait of Magellan', -70.6, -53.2],
    ['the Atlantic', -40, 30],
    // Suez and Panama are water in GSHHG.
    ['Lake Gatun in the Panama Canal', -79.92, 9.2],
    ['the Great Bitter Lake in the Suez Canal', 32.4, 30.32],
  ],
  lake: [
    ['the Caspian Sea', 51, 42],
    ['Lake Superior', -87.5, 47.7],
    ['Lake Victoria', 33, -1],
  ],
  island: [['Olkhon in Lake Baikal', 107.4, 53.15]],
};

describe('the tiles of the finer coast', () => {
  test('the file says what it holds', async () => {
    expect(await archive.getHeader()).toMatchObject({
      specVersion: 3,
      clustered: true,
      tileType: 1,
      tileCompression: 2,
      minZoom: 5,
      maxZoom: MAXZOOM,
      minLon: -180,
      maxLon: 180,
      numAddressedTiles: 4 ** 5 + 4 ** 6 + 4 ** 7 + 4 ** 8,
    });
    expect(await archive.getMetadata()).toMatchObject({ attribution: expect.stringContaining('GSHHG 2.3.7') });
  });

  const places = Object.entries(PLACES).flatMap(([kind, list]) => list.map((place) => [kind, ...place] as const));
  test.each(places)('%s: %s', async (kind, _, lon, lat) => {
    expect(await kindAt([lon, lat])).toBe(kind);
  });

  test('a shore goes on at the same point of the next tile, also at the 180th meridian', async () => {
    const side = 2 ** MAXZOOM;
    let crossings = 0;
    for (const [x, y] of [
      [201, 126],
      [148, 95],
      [254, 140],
      [255, 140],
      [255, 61],
      [134, 61],
    ] as const) {
      const [left, right] = [await features(MAXZOOM, x, y), await features(MAXZOOM, (x + 1) % side, y)];
      const here = meets(left, 4096);
      expect(here).toEqual(meets(right, 0));
      crossings += here.length;
    }
    expect(crossings).toBeGreaterThan(20);
  });
});

/** Where the shores of land cross a column of a tile, in whole units of the tile, apart from the corners of the tile. */
function meets(all: readonly VectorTileFeature[], column: number): number[] {
  const rows = all
    .filter(({ properties }) => properties.kind === 'land')
    .flatMap((feature) => feature.loadGeometry())
    .flatMap((ring) =>
      ring.flatMap((b, index) => {
        const a = ring[index - 1];
        if (!a || a.x === b.x || a.x > column === b.x > column) return [];
        const row = a.y + ((column - a.x) / (b.x - a.x)) * (b.y - a.y);
        return row > 0 && row < 4096 ? [Math.round(row / 8)] : [];
      }),
    );
  return rows.sort((a, b) => a - b);
}

test('a file of many tiles is read back as it was written: runs, equal tiles, leaves', async () => {
  // Every third id but those of a run, and a few bodies that come again and again in no order.
  const ids = Array.from({ length: 14_000 }, (_, index) => (index < 100 ? index : index * 3));
  const mixed = (id: number) => Math.imul(Math.imul(id, 2654435761) ^ (Math.imul(id, 40503) >>> 7), 2246822519) >>> 18;
  const text = (id: number) => (id < 100 ? 'sea' : 'land'.padEnd(mixed(id) % 700, '.'));
  const bodies = new Map([...new Set(ids.map(text))].map((body) => [body, gzipSync(body, { level: 0 })]));
  const tiles = new Map(ids.toReversed().map((id) => [id, bodies.get(text(id))]));
  const about = { minzoom: 0, maxzoom: 9, bounds: [-10, -20, 30, 40], metadata: { name: 'many' } };
  const many = archiveOf(pmtilesFile(tiles, about));
  const header = await many.getHeader();
  expect(header).toMatchObject({ numAddressedTiles: 14_000, minLon: -10, maxLat: 40, centerLon: 10, centerLat: 10 });
  expect(header.leafDirectoryLength).toBeGreaterThan(0);
  expect(header.numTileEntries).toBe(14_000 - 99);
  expect(header.numTileContents).toBe(bodies.size);
  expect(await many.getMetadata()).toEqual({ name: 'many' });
  for (const id of [0, 50, 99, 300, 2100, 15_000, 41_997]) {
    const tile = await many.getZxy(...tileIdToZxy(id));
    expect(tile && new TextDecoder().decode(tile.data), `tile ${id}`).toBe(text(id));
  }
  expect(await many.getZxy(...tileIdToZxy(100))).toBeUndefined();
});
