// Makes coast.pmtiles, the finer coast of the whole world, out of GSHHG. See README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { zxyToTileId } from 'pmtiles';
import { clipped } from './clipped.mjs';
import { pmtilesFile } from './pmtiles-file.mjs';
import { worldShores } from './world-shores.mjs';

const out = new URL('../../../public/basemap/', import.meta.url);

const MINZOOM = 5;
const MAXZOOM = 8;
const EXTENT = 4096;
/** Beyond each side of a tile, in its units: wide enough that an outline along the cut is never seen. */
const BUFFER = 64;
/** Of a tile's units; the greatest zoom is not simplified. */
const TOLERANCE = 6;
/** Latitude of the upper edge of a Mercator map. */
const EDGE = 85.051129;
/** Smallest piece of each kind that is drawn, square km. Land smaller than this is below what GSHHG's high resolution (0.2 km) shows. */
const LEAST = { land: 0.05, lake: 100, island: 10 };
/** Box of `near`, whose borders are finer than those of `detail`. */
const NEAR = [126, 37, 140, 48];

/** The ring and its copies a turn to the west and to the east that reach into the map or into the buffer beside it. */
function copies(ring) {
  const lons = ring.map(([lon]) => lon);
  const west = lons.reduce((least, lon) => Math.min(least, lon));
  const east = lons.reduce((most, lon) => Math.max(most, lon));
  const margin = 360 / 2 ** MINZOOM;
  return [-720, -360, 0, 360]
    .filter((turn) => west + turn < 180 + margin && east + turn > -180 - margin)
    .map((turn) => ring.map(([lon, lat]) => [lon + turn, lat]));
}

function feature(kind, type, coordinates) {
  return { type: 'Feature', properties: { kind }, geometry: { type, coordinates } };
}

function bordersOf(name) {
  const { features } = JSON.parse(readFileSync(new URL(name, out), 'utf8'));
  return features.flatMap(({ geometry }) => geometry.coordinates);
}

/** Lines of `detail` outside the box of `near`, and those of `near` in it. */
function borders() {
  const [west, south, east, north] = NEAR;
  const around = [
    [-180, -90, west, 90],
    [east, -90, 180, 90],
    [west, -90, east, south],
    [west, north, east, 90],
  ];
  const coarse = bordersOf('detail-borders.geojson');
  return [...around.flatMap((box) => clipped(coarse, box)), ...bordersOf('near-borders.geojson')];
}

const shores = worldShores('h').filter(({ kind, area }) => area >= LEAST[kind]);
const sea = [
  [-200, -86],
  [200, -86],
  [200, 86],
  [-200, 86],
  [-200, -86],
];
const features = [
  feature('sea', 'Polygon', [sea]),
  ...Object.keys(LEAST).map((kind) =>
    feature(
      kind,
      'MultiPolygon',
      shores.filter((shore) => shore.kind === kind).flatMap(({ ring }) => copies(ring).map((copy) => [copy])),
    ),
  ),
  feature('border', 'MultiLineString', borders()),
];

const index = new GeoJSONVT(
  { type: 'FeatureCollection', features },
  {
    maxZoom: MAXZOOM,
    indexMaxZoom: MAXZOOM,
    indexMaxPoints: 0,
    tolerance: TOLERANCE,
    extent: EXTENT,
    buffer: BUFFER,
    // The copies beside the map are made here: a ring round the pole has no end that could be copied without being seen.
    wrap: false,
  },
);

const tiles = new Map();
for (let z = MINZOOM; z <= MAXZOOM; z++) {
  const before = [...tiles.values()].reduce((sum, { length }) => sum + length, 0);
  for (let x = 0; x < 2 ** z; x++) {
    for (let y = 0; y < 2 ** z; y++) {
      const tile = index.getTile(z, x, y);
      if (!tile) throw new Error(`There is no tile ${z}/${x}/${y}: not even its sea.`);
      const body = fromGeojsonVt({ coast: tile }, { version: 2, extent: EXTENT });
      tiles.set(zxyToTileId(z, x, y), gzipSync(body, { level: 9 }));
    }
  }
  const after = [...tiles.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(`zoom ${z}: ${4 ** z} tiles, ${after - before} bytes before equal ones are joined`);
}

const file = pmtilesFile(tiles, {
  minzoom: MINZOOM,
  maxzoom: MAXZOOM,
  bounds: [-180, -EDGE, 180, EDGE],
  metadata: {
    name: 'Coast of the world',
    attribution: 'Coastline: GSHHG 2.3.7 (Wessel and Smith 1996), LGPL-3.0-or-later. Borders: Natural Earth',
    type: 'baselayer',
    vector_layers: [{ id: 'coast', fields: { kind: 'String' }, minzoom: MINZOOM, maxzoom: MAXZOOM }],
  },
});
writeFileSync(new URL('coast.pmtiles', out), file);
console.log(`coast.pmtiles: ${file.length} bytes`);
