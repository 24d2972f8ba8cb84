// @ts-check

/** `npm run bench`: what the built page costs beside a bare map, in one run on one machine, as a table. */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview, runnerImport } from 'vite';
import { compareArticles } from './bench-article.mjs';
import { HEAP_NOISE, HEAP_SEEKS, measureHeap, measureSeek, median, openReady, PARTS } from './bench-seek.mjs';
import { browserFlags, ensureBrowser } from './browser.mjs';
import { ROOT, runProgram } from './run.mjs';

/** Main thread of a seek at the median, ms. */
const MOST_OF_SEEK = 2;
/** Loads of each page, in turn, each with an empty cache. */
const LOADS = 9;

/** @typedef {import('@playwright/test').Browser} Browser */

if (!runProgram('vite', ['build'])) throw new Error('The build failed; its messages are above.');
const bareOutput = join(ROOT, '.cache', 'bench');
await buildBarePage(bareOutput);
const servers = [await serve(join(ROOT, 'dist')), await serve(bareOutput)];
const [ours = '', bare = ''] = servers.map((server) => server.resolvedUrls?.local[0]);
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags() });
try {
  const loads = await compareLoads(browser, ours, bare);
  const scrub = await measureSeek(browser, ours, 'scrub');
  const jump = await measureSeek(browser, ours, 'jump');
  const heap = await measureHeap(browser, ours);
  const articles = await compareArticles(browser, ours, bare);
  const bytes = await measureBytes();
  print([
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
  ]);
} finally {
  await browser.close();
  await Promise.all(servers.map((server) => server.close()));
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

/** @param {string} outDir */
async function buildBarePage(outDir) {
  await build({
    root: join(ROOT, 'tests/bench'),
    configFile: false,
    base: './',
    publicDir: join(ROOT, 'public'),
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
    worker: { format: 'es' },
  });
}

/** @param {string} outDir */
function serve(outDir) {
  return preview({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 4173 },
  });
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
  const load = module.measureFirstLoad(join(ROOT, 'dist'));
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
  const lines = rows.map(([name = '', value = '', note = '']) =>
    `  ${name.padEnd(width(0))}  ${value.padStart(width(1))}  ${note}`.trimEnd(),
  );
  console.log(`\n${lines.join('\n')}\n`);
}
