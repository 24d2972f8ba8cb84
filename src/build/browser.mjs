// @ts-check

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { runProgram } from './run.mjs';

/** The environment variable that names the browser of the tests, and hands the one found to Playwright. */
export const BROWSER_VARIABLE = 'VOYAGE_MAP_BROWSER';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The flags Chromium starts with, so that every machine draws the same: WebGL in software, no text hinting, no
 * subpixel text, sRGB; and no errand of its own on the network.
 * @returns {string[]}
 */
export function browserFlags() {
  const flags = [
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--font-render-hinting=none',
    '--disable-lcd-text',
    // Software rendering: half the time, and the same bytes each time.
    '--disable-gpu-compositing',
    '--disable-partial-raster',
    '--force-color-profile=srgb',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return isRoot() ? [...flags, '--no-sandbox'] : flags;
}

/**
 * The browser that is there already: the one the environment names, else one on the PATH, else Playwright's own.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null} its path
 * @throws {Error} with a sentence for the reader when the environment names a file that cannot be run
 */
export function findBrowser(env = process.env) {
  const named = env[BROWSER_VARIABLE];
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`${BROWSER_VARIABLE} is "${named}", which is not a program that can be run.`);
  }
  return browserOnPath(env) ?? playwrightBrowser();
}

/**
 * The browser of `findBrowser`, or else one fetched now: Playwright's download, or on Debian as root its package.
 * @returns {string} its path
 * @throws {Error} with a message for the reader that lists what was tried
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const tried = [
    `${BROWSER_VARIABLE}: not set`,
    `on the PATH: none of ${NAMES.join(', ')}`,
    "Playwright's own Chromium: not downloaded yet",
  ];

  console.log('No browser yet: downloading the one of Playwright ...');
  runProgram('playwright', ['install', 'chromium']);
  const downloaded = playwrightBrowser();
  if (downloaded) return downloaded;
  tried.push('"npx playwright install chromium": failed, its own messages are above');

  if (!existsSync('/etc/debian_version')) tried.push('apt-get: not asked, this is no Debian');
  else if (!isRoot()) tried.push('apt-get: not asked, that takes root');
  else {
    console.log('Installing the chromium package ...');
    // A fresh machine has no package lists, or old ones: update them only when the first try fails.
    if (!apt(['install', '-y', 'chromium']) && apt(['update'])) apt(['install', '-y', 'chromium']);
    const installed = browserOnPath(process.env);
    if (installed) return installed;
    tried.push('"apt-get install -y chromium": failed, its own messages are above');
  }
  throw new Error(
    `The tests need Chromium or Chrome, and none could be had. What was tried:\n  - ${tried.join('\n  - ')}\n` +
      `Install one, or set ${BROWSER_VARIABLE} to its path.`,
  );
}

/** @param {string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0;
}

/** @param {NodeJS.ProcessEnv} env */
function browserOnPath(env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isProgram) ?? null;
}

/** Asked for late: where nothing is installed yet, there is no Playwright to load. */
function playwrightBrowser() {
  /** @type {typeof import('@playwright/test')} */
  const playwright = createRequire(import.meta.url)('@playwright/test');
  const path = playwright.chromium.executablePath();
  return isProgram(path) ? path : null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isRoot() {
  return process.getuid?.() === 0;
}
