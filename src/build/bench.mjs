// @ts-check

/** `npm run bench`: what the built page costs beside a bare map, in one run on one machine, as a table. */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview, runnerImport } from 'vite';
import { browserFlags, ensureBrowser } from './browser.mjs';
import { ROOT, runProgram } from './run.mjs';

/** Loads of each page, in turn, each with an empty cache. */
const LOADS = 9;
/** Seeks are timed in batches, since the browser's own count of its work is too coarse for one. */
const BATCHES = 30;
const BATCH = 20;
const SEEKS_FOR_MEMORY = 1000;
/** Moments of the shipped case to seek to, UTC milliseconds. */
const FIRST = Date.UTC(2023, 7, 10);
const LAST = Date.UTC(2023, 9, 14);
const READY_WITHIN = 60_000;

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

if (!runProgram('vite', ['build'])) throw new Error('The build failed; its messages are above.');
const bareOutput = join(ROOT, '.cache', 'bench');
await buildBarePage(bareOutput);
const servers = [await serve(join(ROOT, 'dist')), await serve(bareOutput)];
const [ours = '', bare = ''] = servers.map((server) => server.resolvedUrls?.local[0]);
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags() });
try {
  const loads = await compareLoads(browser, ours, bare);
  const seek = await measureSeek(browser, ours);
  const bytes = await measureBytes();
  print([
    ['data-state="ready", ours', `${loads.ours.toFixed(0)} ms`, ''],
    ['ready, bare map', `${loads.bare.toFixed(0)} ms`, ''],
    ['ready, ours / bare', loads.ratio.toFixed(2), judge(loads.ratio, 1.3, '')],
    ['seek, until it returns (median)', `${seek.returns.toFixed(2)} ms`, judge(seek.returns, 2, ' ms')],
    ['seek, main thread in all (median)', `${seek.mainThread.toFixed(2)} ms`, judge(seek.mainThread, 2, ' ms')],
    [`heap after ${SEEKS_FOR_MEMORY} seeks`, `${(seek.growth / 1000).toFixed(1)} kB more`, 'should not grow'],
    ['script of the first load', `${(bytes.script / 1000).toFixed(1)} kB gz`, judge(bytes.script / 1000, 345, ' kB')],
    ['first picture', `${(bytes.picture / 1000).toFixed(1)} kB gz`, judge(bytes.picture / 1000, 60, ' kB')],
  ]);
} finally {
  await browser.close();
  await Promise.all(servers.map((server) => server.close()));
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

/**
 * A page in a context of its own, once something in it says data-state="ready"; the moment is noted in the page.
 * @param {Browser} browser
 * @param {string} url
 * @returns {Promise<Page>}
 */
async function openReady(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const look = () => {
      if (!document.querySelector('[data-state="ready"]')) return;
      document.documentElement.dataset.benchReady = String(performance.now());
      observer.disconnect();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] });
  });
  await page.goto(url);
  await page.waitForSelector('[data-bench-ready]', { state: 'attached', timeout: READY_WITHIN });
  return page;
}

/**
 * @param {Browser} browser
 * @param {string} url
 * @returns milliseconds a seek, and bytes of heap that stay after many
 */
async function measureSeek(browser, url) {
  const page = await openReady(browser, url);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await cdp.send('HeapProfiler.enable');
  const busy = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const heap = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize;
  };

  let done = 0;
  await seekMany(page, done, BATCH);
  /** @type {number[]} */
  const returns = [];
  /** @type {number[]} */
  const inAll = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const before = await busy();
    returns.push(...(await seekMany(page, done, BATCH)));
    inAll.push((((await busy()) - before) * 1000) / BATCH);
    done += BATCH;
  }
  const before = await heap();
  await seekMany(page, done, SEEKS_FOR_MEMORY);
  const growth = (await heap()) - before;
  await page.context().close();
  return { returns: median(returns), mainThread: median(inAll), growth };
}

/**
 * Seeks to moments spread over the case, far from each other, each after the picture of the last is complete.
 * @param {Page} page
 * @param {number} from how many seeks came before
 * @param {number} count
 * @returns {Promise<number[]>} milliseconds until each call returned its promise
 */
function seekMany(page, from, count) {
  return page.evaluate(
    async ({ from, count, first, last }) => {
      const element = /** @type {(HTMLElement & { seek(t: number): Promise<void> }) | null} */ (
        document.querySelector('voyage-map')
      );
      if (!element) throw new Error('The page holds no <voyage-map>.');
      const times = [];
      for (let n = from; n < from + count; n++) {
        // Steps of the golden ratio: never the same moment twice, and no order in them.
        const share = (n * 0.618034) % 1;
        const start = performance.now();
        const drawn = element.seek(Math.round(first + share * (last - first)));
        times.push(performance.now() - start);
        await drawn;
      }
      return times;
    },
    { from, count, first: FIRST, last: LAST },
  );
}

async function measureBytes() {
  /** @type {{ module: typeof import('./budget.ts') }} */
  const { module } = await runnerImport('/src/build/budget.ts', { root: ROOT, logLevel: 'warn' });
  const load = module.measureFirstLoad(join(ROOT, 'dist'));
  /** @param {readonly import('./budget.ts').Weight[]} weights */
  const sum = (weights) => weights.reduce((total, { bytes }) => total + bytes, 0);
  return { script: sum(load.script), picture: sum(load.picture) };
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
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
