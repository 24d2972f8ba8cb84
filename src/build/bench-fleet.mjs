// @ts-check

/**
 * Big cases as files, for the bench and to look at:
 * `node src/build/bench-fleet.mjs case 1000` (or `table 1000`, `positions 2000000`) prints the path of the file.
 */
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { ROOT } from './run.mjs';

/** @typedef {'case' | 'table' | 'positions'} Kind */

const NAMES = { case: 'json', table: 'csv', positions: 'csv' };

/**
 * Writes a big case of `tests/bench/fleet.ts`, position reports only where they are not there yet.
 * @param {Kind} kind our JSON or a table of voyages, with so many voyages; or so many position reports of 2,000 ships
 * @param {number} count
 * @returns {Promise<string>} path of the file
 */
export async function fleetFile(kind, count) {
  const folder = join(ROOT, '.cache', 'fleet');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${kind}-${count}.${NAMES[kind]}`);
  /** @type {{ module: typeof import('../../tests/bench/fleet.ts') }} */
  const { module: fleet } = await load('/tests/bench/fleet.ts');
  /** @type {{ module: typeof import('../../tests/bench/fleet-positions.ts') }} */
  const { module: reports } = await load('/tests/bench/fleet-positions.ts');
  const world = fleet.readWorld(readFileSync(join(ROOT, 'tests/bench/world-lanes.tsv'), 'utf8'));
  if (kind === 'case') await write(path, [JSON.stringify(fleet.fleetCase(world, count))]);
  else if (kind === 'table') await write(path, [fleet.fleetTable(world, count)]);
  else if (!existsSync(path)) await write(path, reports.positionReports(world, count));
  return path;
}

/** @param {string} path */
function load(path) {
  return /** @type {Promise<any>} */ (runnerImport(path, { root: ROOT, configFile: false, logLevel: 'warn' }));
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
    throw new Error('Say what and how many: case 1000, table 1000 or positions 2000000.');
  }
  console.log(await fleetFile(/** @type {Kind} */ (kind), Number(count)));
}
