// @ts-check

/**
 * Makes `tests/bench/world-lanes.tsv` again: ports of the gazetteer and ways over water between them, for big cases that
 * are drawn by lot. Not part of the bench: a way of the world takes a while, and big cases must not change with the router.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from './run.mjs';

const PORTS = 400;
/** Ports nearer to each other than this stand for one. */
const APART_KM = 60;
/** Points left out of a way lie no further from it than this, degrees. */
const TOLERANCE = 0.05;

/** @typedef {[number, number]} LonLat */
/** @typedef {{ code: string, name: string, place: LonLat }} Port */

/** @type {typeof import('../model/geodesy.ts')} */
const { geodesicKm } = await load('/src/model/geodesy.ts');
/** @type {typeof import('../reach/world-route.ts')} */
const { worldSea } = await load('/src/reach/world-route.ts');
/** @type {typeof import('../state/find-lines.ts')} */
const { withWorldLines } = await load('/src/state/find-lines.ts');
/** @type {typeof import('../state/reach-land.ts')} */
const { LAND_LEVELS } = await load('/src/state/reach-land.ts');
/** @type {typeof import('../analysis/random-numbers.ts')} */
const { randomNumbers } = await load('/src/analysis/random-numbers.ts');

const sea = worldSea(
  LAND_LEVELS.map(({ name, box }) => ({
    land: JSON.parse(readFileSync(join(ROOT, `public/basemap/${name}-land.geojson`), 'utf8')),
    box,
  })),
);
const ports = drawPorts(PORTS + 60);
const pairs = drawPairs(ports);
console.log(`${ports.length} ports, ${pairs.length} pairs`);
const found = withWorldLines(
  pairs.map(([a, b]) => ({ from: at(a), to: at(b), line: null, greatCircle: [] })),
  sea,
);
writeLanes();

/**
 * @param {string} path
 * @returns {Promise<any>} the module
 */
async function load(path) {
  return (await runnerImport(path, { root: ROOT, configFile: false, logLevel: 'warn' })).module;
}

/** @param {number} port */
function at(port) {
  return /** @type {Port} */ (ports[port]).place;
}

/**
 * Places that are listed ports, by lot, none beside another.
 * @param {number} most
 * @returns {Port[]}
 */
function drawPorts(most) {
  const rows = readFileSync(join(ROOT, 'public/gazetteer/places.tsv'), 'utf8').split('\n');
  const listed = rows.flatMap((row) => {
    const [, name = '', lat, lon, codes = ''] = row.split('\t');
    const code = codes.split(/[|, ]/, 1)[0] ?? '';
    return code === '' ? [] : [{ code, name, place: /** @type {LonLat} */ ([Number(lon), Number(lat)]) }];
  });
  const random = randomNumbers(1, 'ports');
  /** @type {Port[]} */
  const drawn = [];
  while (listed.length > 0 && drawn.length < most) {
    const [port] = listed.splice(Math.floor(random() * listed.length), 1);
    if (port && drawn.every(({ place }) => geodesicKm(place, port.place) >= APART_KM)) drawn.push(port);
  }
  return drawn;
}

/**
 * From each port to the two nearest, to one some days away, and from each third to one anywhere.
 * @param {Port[]} all
 * @returns {[number, number][]}
 */
function drawPairs(all) {
  const random = randomNumbers(2, 'ways');
  /** @type {Map<string, [number, number]>} */
  const drawn = new Map();
  all.forEach(({ place }, from) => {
    const others = all
      .map((other, to) => ({ to, km: geodesicKm(place, other.place) }))
      .filter(({ to }) => to !== from)
      .sort((a, b) => a.km - b.km);
    const some = others.filter(({ km }) => km > 1500 && km < 6000);
    const far = from % 3 === 0 ? [others[Math.floor(random() * others.length)]] : [];
    for (const other of [...others.slice(0, 2), some[Math.floor(random() * some.length)], ...far]) {
      if (other) drawn.set([from, other.to].sort((a, b) => a - b).join(), [from, other.to]);
    }
  });
  return [...drawn.values()];
}

/** Rows of ports (`port`, code, name, longitude, latitude), then of ways (`way`, port, port, km, points). */
function writeLanes() {
  const ways = found.flatMap(({ line }, n) => {
    const [a, b] = /** @type {[number, number]} */ (pairs[n]);
    return line ? [{ a, b, km: line.km, points: thinned(/** @type {LonLat[]} */ ([...line.points])) }] : [];
  });
  const reached = ports.map((_, n) => n).filter((n) => ways.some(({ a, b }) => a === n || b === n));
  const kept = reached.slice(0, PORTS);
  const rows = kept.map((n) => {
    const { code, name, place } = /** @type {Port} */ (ports[n]);
    return ['port', code, name, ...place].join('\t');
  });
  const codeOf = (/** @type {number} */ n) => /** @type {Port} */ (ports[n]).code;
  for (const { a, b, km, points } of ways) {
    if (!kept.includes(a) || !kept.includes(b)) continue;
    const text = points.map(([lon, lat]) => `${lon.toFixed(2)},${lat.toFixed(2)}`).join(' ');
    rows.push(['way', codeOf(a), codeOf(b), km.toFixed(1), text].join('\t'));
  }
  writeFileSync(join(ROOT, 'tests/bench/world-lanes.tsv'), `${rows.join('\n')}\n`);
  console.log(`${kept.length} ports, ${rows.length - kept.length} ways`);
}

/**
 * Fewer points of a way (Douglas and Peucker), on the map of equal degrees.
 * @param {LonLat[]} points
 * @returns {LonLat[]}
 */
function thinned(points) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return points;
  let [worst, most] = [0, TOLERANCE];
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(dx, dy) || 1;
  points.forEach(([x, y], n) => {
    const off = Math.abs(dx * (y - first[1]) - dy * (x - first[0])) / length;
    if (n > 0 && n < points.length - 1 && off > most) [worst, most] = [n, off];
  });
  if (worst === 0) return [first, last];
  return [...thinned(points.slice(0, worst + 1)), ...thinned(points.slice(worst)).slice(1)];
}
