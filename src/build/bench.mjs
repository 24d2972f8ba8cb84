// @ts-check

/**
 * `npm run bench`: what the built page costs beside a bare map, and with big cases beside small ones, in one run on one
 * machine, as tables. `-- --rows=scale --sizes=1000` for some of it: `bench-arguments.mjs`.
 */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';
import { readArguments } from './bench-arguments.mjs';
import { compareArticles } from './bench-article.mjs';
import { buildDeck } from './bench-deck.mjs';
import { fleetAddress, nameOfSize, unroutedAddress } from './bench-fleet.mjs';
import { buildPage, serve } from './bench-pages.mjs';
import { measureScale, measureSearch, NOTHING, rowsOfScales } from './bench-scale.mjs';
import { HEAP_NOISE, HEAP_SEEKS, measureHeap, measureSeek, median, openReady, PARTS } from './bench-seek.mjs';
import { browserFlags, ensureBrowser } from './browser.mjs';
import { ROOT, runProgram } from './run.mjs';

/** Main thread of a seek at the median, ms. */
const MOST_OF_SEEK = 2;
/** Loads of each page, in turn, each with an empty cache. */
const LOADS = 9;
/** Sizes whose sea routes are searched: those of 20,000 voyages take minutes. */
const ROUTED = ['10', '1000'];

/** @typedef {import('@playwright/test').Browser} Browser */

const { rows, sizes, dist, profile } = readArguments(process.argv.slice(2));
if (dist === null && !runProgram('vite', ['build'])) throw new Error('The build failed; its messages are above.');
const built = dist ?? join(ROOT, 'dist');
const server = await serve(built);
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags() });
try {
  if (rows.includes('page')) print(await pageRows());
  if (rows.includes('scale')) await printScales('this page', server.url, true);
  if (rows.includes('routes')) await printRoutes();
  if (rows.includes('deck')) await printDeck();
} finally {
  await browser.close();
  await server.close();
}

/** The page beside a bare map. */
async function pageRows() {
  const bareServer = await serve(await buildPage('tests/bench', 'bench-bare'));
  try {
    const loads = await compareLoads(browser, server.url, bareServer.url);
    const scrub = await measureSeek(browser, server.url, 'scrub');
    const jump = await measureSeek(browser, server.url, 'jump');
    const heap = await measureHeap(browser, server.url);
    const articles = await compareArticles(browser, server.url, bareServer.url);
    const bytes = await measureBytes();
    return [
      ['data-state="ready", ours', `${loads.ours.toFixed(0)} ms`, ''],
      ['ready, bare map', `${loads.bare.toFixed(0)} ms`, ''],
      ['ready, ours / bare', loads.ratio.toFixed(2), judge(loads.ratio, 1.3, '')],
      ...rowsOfSeek('seek as in scrubbing, main thread', scrub),
      ...rowsOfSeek('seek to anywhere, main thread', jump),
      ...heap.map((bytes, round) => [
        `heap after ${(round + 1) * HEAP_SEEKS} seeks`,
        `${(bytes / 1000).toFixed(1)} kB more`,
        judge(bytes / 1000, (HEAP_NOISE * (round + 1) * HEAP_SEEKS) / 1000, ' kB'),
      ]),
      ['script of the first load', `${(bytes.script / 1000).toFixed(1)} kB gz`, judge(bytes.script / 1000, 345, ' kB')],
      ['first picture', `${(bytes.picture / 1000).toFixed(1)} kB gz`, judge(bytes.picture / 1000, 60, ' kB')],
      ...rowsOfArticle('article with our loader, map far below', articles.ours, true),
      ...rowsOfArticle('article with a bare map in a frame', articles.bare, false),
    ];
  } finally {
    await bareServer.close();
  }
}

/** Small cases once more, with their sea routes searched in a worker: the scales above have them beside the case. */
async function printRoutes() {
  const rows = [];
  for (const size of sizes.filter((one) => ROUTED.includes(one))) {
    console.log(`Measuring the search for the sea routes of ${nameOfSize(size)} ...`);
    const { shown, searched, left } = await measureSearch(browser, server.url, await unroutedAddress(size));
    const end =
      left === '' ? `all sea routes found after ${searched.toFixed(0)} ms` : `after ${searched.toFixed(0)} ms: ${left}`;
    rows.push([nameOfSize(size), `on the page after ${shown.toFixed(0)} ms`, end]);
  }
  if (rows.length > 0) print(rows);
}

/** deck.gl, which is fetched only for these rows; where it cannot be had they say so. */
async function printDeck() {
  const folder = await buildDeck();
  if (folder === null) return;
  const deckServer = await serve(folder);
  try {
    await printScales("deck.gl's TripsLayer, the same voyages", deckServer.url, false);
  } finally {
    await deckServer.close();
  }
}

/**
 * @param {string} name
 * @param {string} url
 * @param {boolean} ours
 */
async function printScales(name, url, ours) {
  const measured = sizes.filter((size) => ours || size !== 'positions');
  const scales = [];
  const notes = [];
  for (const size of measured) {
    const data = await fleetAddress(size);
    console.log(`Measuring ${name} with ${nameOfSize(size)} ...`);
    const scale = await measureScale(browser, url, data, { ours, profile }).catch((error) => {
      notes.push(`${nameOfSize(size)} were not shown: ${error.message}`);
      return NOTHING;
    });
    scales.push(scale);
    const { seek = [], messages = [] } = scale;
    // At once: who stops the bench has what was measured so far.
    const figures = rowsOfScales('', [scale]).slice(1);
    console.log(figures.map(([row = '', figure]) => `${row.trim()}: ${figure}`).join('; '));
    if (profile) console.log(`\n${nameOfSize(size)}, a seek:\n${seek.join('\n')}`);
    if (messages.length > 0) notes.push(`${nameOfSize(size)}: ${messages.length} notices, the first: ${messages[0]}`);
  }
  print([['', ...measured.map(nameOfSize)], ...rowsOfScales(name, scales)]);
  if (notes.length > 0) console.log(`${notes.map((note) => `  ${note}`).join('\n')}\n`);
}

/**
 * @param {string} name
 * @param {import('./bench-seek.mjs').Cost} cost
 */
function rowsOfSeek(name, { inAll, parts }) {
  return [
    [name, `${inAll.toFixed(2)} ms`, judge(inAll, MOST_OF_SEEK, ' ms')],
    ...PARTS.map((part, at) => [`  ${part.name}`, `${parts[at]?.toFixed(2)} ms`, '']),
  ];
}

/**
 * @param {string} name
 * @param {import('./bench-article.mjs').ArticleCost} cost
 * @param {boolean} judged
 */
function rowsOfArticle(name, { bytes, longest, shift }, judged) {
  return [
    [name, `${(bytes / 1000).toFixed(1)} kB gz`, judged ? judge(bytes / 1000, 40, ' kB') : ''],
    ['  longest task', `${longest.toFixed(0)} ms`, judged ? judge(longest, 50, ' ms') : ''],
    ['  layout shift', shift.toFixed(3), judged ? judge(shift, 0, '') : ''],
  ];
}

/**
 * Loads both pages in turn.
 * @param {Browser} browser
 * @param {string} ours
 * @param {string} bare
 * @returns medians in milliseconds from the start of the navigation, and the median of the ratios of neighbours
 */
async function compareLoads(browser, ours, bare) {
  // One of each first: the browser's own start is nobody's.
  await loadTime(browser, bare);
  await loadTime(browser, ours);
  const pairs = [];
  for (let turn = 0; turn < LOADS; turn++) {
    const pair = { bare: 0, ours: 0 };
    // Who comes first changes, so that neither always profits.
    const order = /** @type {('bare' | 'ours')[]} */ (turn % 2 === 0 ? ['bare', 'ours'] : ['ours', 'bare']);
    for (const name of order) pair[name] = await loadTime(browser, name === 'bare' ? bare : ours);
    pairs.push(pair);
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    bare: median(pairs.map((pair) => pair.bare)),
    ratio: median(pairs.map((pair) => pair.ours / pair.bare)),
  };
}

/**
 * @param {Browser} browser
 * @param {string} url
 */
async function loadTime(browser, url) {
  const page = await openReady(browser, url);
  const time = await page.evaluate(() => Number(document.documentElement.dataset.benchReady));
  await page.context().close();
  return time;
}

async function measureBytes() {
  /** @type {{ module: typeof import('./budget.ts') }} */
  const { module } = await runnerImport('/src/build/budget.ts', { root: ROOT, logLevel: 'warn' });
  const load = module.measureFirstLoad(built);
  /** @param {readonly import('./budget.ts').Weight[]} weights */
  const sum = (weights) => weights.reduce((total, { bytes }) => total + bytes, 0);
  return { script: sum(load.script), picture: sum(load.picture) };
}

/**
 * @param {number} value
 * @param {number} most
 * @param {string} unit
 */
function judge(value, most, unit) {
  return `${value <= most ? 'ok' : 'OVER'}, at most ${most}${unit}`;
}

/** @param {string[][]} rows */
function print(rows) {
  const width = (/** @type {number} */ column) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const lines = rows.map(([name = '', ...cells]) => {
    const padded = cells.map((cell, at) => (/^(ok|OVER)/.test(cell) ? cell : cell.padStart(width(at + 1))));
    return `  ${name.padEnd(width(0))}  ${padded.join('  ')}`.trimEnd();
  });
  console.log(`\n${lines.join('\n')}\n`);
}
