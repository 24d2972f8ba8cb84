// @ts-check

/**
 * Big cases as files, for the bench and to look at:
 * `node src/build/bench-fleet.mjs case 1000` (or `folder 1000`, `table 1000`, `positions 2000000`) prints where they are.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { ROOT } from './run.mjs';

/** Where the files are made. */
export const FLEETS = join(ROOT, '.cache', 'fleet');

const LANES = 'tests/bench/world-lanes.tsv';
const SOURCES = ['tests/bench/fleet.ts', 'tests/bench/fleet-positions.ts', LANES];
const REPORTS = 2_000_000;

/** @typedef {'case' | 'folder' | 'table' | 'positions'} Kind */

/** @type {Readonly<Record<Kind, string>>} */
const NAMES = { case: '.json', folder: '', table: '.csv', positions: '.csv' };

/**
 * Makes a big case of `tests/bench/fleet.ts`, unless it is there already.
 * @param {Kind} kind
 *   - case: our JSON with the ports inside, of so many voyages;
 *   - folder: the same as a folder, with the sea routes between its ports beside it (`routes.json`);
 *   - table: the same as a table of voyages;
 *   - positions: so many position reports of 2,000 ships
 * @param {number} count
 * @returns {Promise<string>} path of the file or the folder
 */
export async function makeFleet(kind, count) {
  const hash = createHash('sha256');
  for (const source of SOURCES) hash.update(readFileSync(join(ROOT, source)));
  const path = join(FLEETS, `${kind}-${count}-${hash.digest('hex').slice(0, 8)}${NAMES[kind]}`);
  if (existsSync(path)) return path;
  /** @type {typeof import('../../tests/bench/fleet.ts')} */
  const fleet = await load('/tests/bench/fleet.ts');
  /** @type {typeof import('../../tests/bench/fleet-positions.ts')} */
  const positions = await load('/tests/bench/fleet-positions.ts');
  const world = fleet.readWorld(readFileSync(join(ROOT, LANES), 'utf8'));
  mkdirSync(FLEETS, { recursive: true });
  if (kind === 'positions') await write(path, positions.positionReports(world, count));
  else if (kind === 'table') await write(path, [fleet.fleetTable(world, count)]);
  else if (kind === 'case') await write(path, [JSON.stringify(fleet.fleetCase(world, count))]);
  else {
    const { ports, ...voyages } = fleet.fleetCase(world, count);
    mkdirSync(`${path}.part`, { recursive: true });
    await write(join(`${path}.part`, 'ports.geojson'), [JSON.stringify(ports)]);
    await write(join(`${path}.part`, 'voyages.json'), [JSON.stringify(voyages)]);
    await write(join(`${path}.part`, 'routes.json'), [JSON.stringify(fleet.fleetRoutes(world))]);
    renameSync(`${path}.part`, path);
  }
  return path;
}

/**
 * Makes a case of a size of the bench.
 * @param {string} size how many voyages, or `positions`
 * @returns {Promise<string>} its address beside a page that `bench-pages.mjs` serves
 */
export async function fleetAddress(size) {
  if (size === 'positions') return `fleet/${basename(await makeFleet('positions', REPORTS))}`;
  return `fleet/${basename(await makeFleet('folder', Number(size)))}/`;
}

/**
 * Makes a case of a size of the bench whose sea routes nobody has found yet.
 * @param {string} size how many voyages
 * @returns {Promise<string>} its address beside a page that `bench-pages.mjs` serves
 */
export async function unroutedAddress(size) {
  return `fleet/${basename(await makeFleet('case', Number(size)))}`;
}

/**
 * A size of the bench in words.
 * @param {string} size
 */
export function nameOfSize(size) {
  const count = size === 'positions' ? REPORTS : Number(size);
  return `${count.toLocaleString('en')} ${size === 'positions' ? 'positions' : 'voyages'}`;
}

/**
 * @param {string} path
 * @returns {Promise<any>} the module
 */
async function load(path) {
  return (await runnerImport(path, { root: ROOT, configFile: false, logLevel: 'warn' })).module;
}

/**
 * @param {string} path
 * @param {Iterable<string>} texts
 */
async function write(path, texts) {
  const part = `${path}.part`;
  const stream = createWriteStream(part);
  for (const text of texts) if (!stream.write(text)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
  renameSync(part, path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kind = '', count = ''] = process.argv.slice(2);
  if (!Object.hasOwn(NAMES, kind) || !(Number(count) > 0)) {
    throw new Error('Say what and how many: case 1000, folder 1000, table 1000 or positions 2000000.');
  }
  console.log(await makeFleet(/** @type {Kind} */ (kind), Number(count)));
}
