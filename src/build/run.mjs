// @ts-check

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The programs of the installed packages that the scripts here start. */
const PROGRAMS = {
  biome: '@biomejs/biome/bin/biome',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
};

/**
 * Runs the program of an installed package in the project's folder, its output going to ours.
 * @param {keyof typeof PROGRAMS} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 * @returns {boolean} whether it ended well
 */
export function runProgram(program, args, env = {}) {
  const script = join(ROOT, 'node_modules', PROGRAMS[program]);
  const run = spawnSync(process.execPath, [script, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (run.error) console.error(`${program} could not be started: ${run.error.message}`);
  return run.status === 0;
}
