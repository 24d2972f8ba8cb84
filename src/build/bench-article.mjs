// @ts-check

/** The part of `npm run bench` that weighs what a map below the fold costs an article, before a reader comes near it. */
import { gzipSync } from 'node:zlib';
import { median } from './bench-seek.mjs';

/** Loads of each article, in turn, each with an empty cache. */
const LOADS = 5;

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ bytes: number, longest: number, shift: number }} ArticleCost Bytes after gzip, the longest task in ms, cumulative layout shift. */

/**
 * An article with a frame far below the fold, as a newsroom would paste it without a loader.
 * @param {string} frame address of the map's page
 */
const plainArticle = (
  frame,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title></head>
<body><h1>An article</h1><p style="height: 3000px">Text.</p>
<iframe src="${frame}" title="Map" width="100%" height="560"></iframe></body></html>`;

/**
 * The example page of the loader beside an article with a plain frame of a bare map.
 * @param {Browser} browser
 * @param {string} ours address of the built page's folder
 * @param {string} bare address of the bare map
 * @returns {Promise<{ ours: ArticleCost, bare: ArticleCost }>} medians
 */
export async function compareArticles(browser, ours, bare) {
  /** @type {{ ours: ArticleCost[], bare: ArticleCost[] }} */
  const costs = { ours: [], bare: [] };
  for (let turn = 0; turn < LOADS; turn++) {
    costs.bare.push(
      await costOf(browser, `${bare}article.html`, plainArticle(bare), async (page) => {
        await page.frameLocator('iframe').locator('[data-state="ready"]').waitFor({ state: 'attached' });
      }),
    );
    costs.ours.push(
      await costOf(browser, `${ours}examples/loader.html`, null, async (page) => {
        await page.locator('#second[data-state="waiting"]').waitFor();
        await page.waitForFunction(posterIsHere);
      }),
    );
  }
  return { ours: middle(costs.ours), bare: middle(costs.bare) };
}

/** Runs in the page: the poster of the first map is drawn; the browser leaves those farther away for later. */
function posterIsHere() {
  const poster = document.querySelector('.voyage-map img');
  return poster instanceof HTMLImageElement && poster.complete && poster.naturalWidth > 0;
}

/**
 * @param {Browser} browser
 * @param {string} url
 * @param {string | null} html what stands at the address, where no server has it
 * @param {(page: Page) => Promise<void>} done
 * @returns {Promise<ArticleCost>}
 */
async function costOf(browser, url, html, done) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  /** @type {Promise<number>[]} */
  const bytes = [];
  page.on('response', (response) => {
    if (response.url() === url || response.url().startsWith('data:')) return;
    bytes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  if (html !== null) await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.addInitScript(() => {
    const seen = { longest: 0, shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += /** @type {any} */ (entry).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url);
  await done(page);
  const seen = await page.evaluate(() => /** @type {any} */ (window).seen);
  const sizes = await Promise.all(bytes);
  await context.close();
  return { ...seen, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** @param {ArticleCost[]} costs */
function middle(costs) {
  return {
    bytes: median(costs.map(({ bytes }) => bytes)),
    longest: median(costs.map(({ longest }) => longest)),
    shift: median(costs.map(({ shift }) => shift)),
  };
}
