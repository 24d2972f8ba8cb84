// @ts-check

/** deck.gl for `npm run bench`: fetched for it alone, since it and what it needs are three times all the rest. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildPage } from './bench-pages.mjs';
import { ROOT } from './run.mjs';

const FOLDER = 'tests/bench/deck';

/**
 * Installs deck.gl where it is not there yet, and builds the page that draws the same voyages with it.
 * @returns {Promise<string | null>} folder of the built page; null where deck.gl could not be installed, which is said
 */
export async function buildDeck() {
  if (!existsSync(join(ROOT, FOLDER, 'node_modules/@deck.gl/core')) && !install()) {
    console.log('\n  deck.gl: not measured, since it could not be installed (npm says why above)\n');
    return null;
  }
  return buildPage(FOLDER, 'bench-deck');
}

function install() {
  console.log('Installing deck.gl for the bench alone ...');
  // Vite has set NODE_ENV to production, for which npm leaves these out.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  return spawnSync('npm', args, { cwd: join(ROOT, FOLDER), stdio: 'inherit' }).status === 0;
}
