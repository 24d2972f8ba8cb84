// @ts-check

/** The parts of `npm run bench` that look into a page: how long it takes to be ready, what a seek costs, what seeks leave behind. */

/** Seeks are counted in batches, since asking the browser costs more than one of them. */
const BATCHES = 20;
const BATCH = 20;
/** The heap is weighed after each of so many rounds of so many seeks. */
const HEAP_ROUNDS = 2;
export const HEAP_SEEKS = 1000;
/** Bytes a seek that counting itself and compiled code may leave. */
export const HEAP_NOISE = 100;
/** The parts of a seek's cost, by the browser's names for them. */
export const PARTS = [
  { name: 'script', metric: 'ScriptDuration' },
  { name: 'style', metric: 'RecalcStyleDuration' },
  { name: 'layout', metric: 'LayoutDuration' },
];
/** Moments of the shipped case to seek to, UTC milliseconds. */
const FIRST = Date.UTC(2023, 7, 10);
const LAST = Date.UTC(2023, 9, 14);
const READY_WITHIN = 90_000;

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ inAll: number, parts: number[] }} Cost */
/** @typedef {'scrub' | 'jump'} Kind */

/**
 * A page in a context of its own, once something in it says data-state="ready"; the moment is noted in the page.
 * @param {Browser} browser
 * @param {string} url
 * @param {'reduce' | 'no-preference'} [reducedMotion] where less motion is wanted, playing goes by steps
 * @returns {Promise<Page>}
 */
export async function openReady(browser, url, reducedMotion = 'reduce') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion });
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
 * What one seek costs the main thread of the built page, once all of it is there.
 * @param {Browser} browser
 * @param {string} url
 * @param {Kind} kind
 * @returns {Promise<Cost>} medians in milliseconds
 */
export async function measureSeek(browser, url, kind) {
  const page = await openReady(browser, url);
  await settle(page);
  await page.evaluate(useSlider);
  const cost = await costOfSeeks(page, kind, { rest: () => settle(page) });
  await page.context().close();
  return cost;
}

/** Runs in the built page: gives `window.seekShare` the slider, which gets a value and says so. */
export function useSlider() {
  const slider = document.querySelector('voyage-map')?.shadowRoot?.querySelector('input[type=range]');
  if (!(slider instanceof HTMLInputElement)) throw new Error('The page has no slider.');
  Object.assign(window, {
    seekShare: (/** @type {number} */ share) => {
      slider.value = String(Number(slider.min) + share * (Number(slider.max) - Number(slider.min)));
      slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
  });
}

/**
 * What one seek costs the main thread of a page that has `window.seekShare(share of the time it spans)`. Counted is the
 * processor time of script, style and layout until the frame that shows it is done, less what the same loop costs without
 * a seek. Painting is the browser's and is not counted; what a map draws by script is.
 *
 * Two kinds: a scrub goes on a little way each frame, as a pointer does that is drawn across the timeline; a jump goes
 * to a moment far from the last, where nearly every word and mark is another.
 * @param {Page} page
 * @param {Kind} kind
 * @param {{ rest: () => Promise<unknown>, batches?: number, batch?: number }} options how many seeks are counted together,
 *   and how often; rest: what the page leaves until time rests is done and not counted, neither with the seeks nor without
 * @returns {Promise<Cost>} medians in milliseconds
 */
export async function costOfSeeks(page, kind, { rest, batches = BATCHES, batch = BATCH }) {
  const cdp = await page.context().newCDPSession(page);
  // Time of the thread itself: what else the machine does is not counted.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return PARTS.map(({ metric }) => (metrics.find(({ name }) => name === metric)?.value ?? Number.NaN) * 1000);
  };
  const moments = (batches + 1) * batch;
  /** @type {Record<'seek' | 'idle', number[][]>} */
  const costs = { seek: [], idle: [] };
  await move(page, { from: 0, count: batch, kind, moments });
  for (let turn = 1; turn <= batches; turn++) {
    for (const what of /** @type {const} */ (['idle', 'seek'])) {
      await rest();
      const before = await spent();
      await move(page, { from: turn * batch, count: batch, kind: what === 'seek' ? kind : 'idle', moments });
      const after = await spent();
      costs[what].push(after.map((value, part) => (value - (before[part] ?? Number.NaN)) / batch));
    }
  }
  await cdp.detach();
  const idle = PARTS.map((_, part) => median(costs.idle.map((parts) => parts[part] ?? Number.NaN)));
  const sum = (/** @type {number[]} */ parts) => parts.reduce((total, value) => total + value, 0);
  return {
    inAll: median(costs.seek.map(sum)) - sum(idle),
    parts: idle.map((without, part) => median(costs.seek.map((parts) => parts[part] ?? Number.NaN)) - without),
  };
}

/**
 * Resolves when nothing that the built page shows is on its way.
 * @param {Page} page
 */
export function settle(page) {
  return page.evaluate(() => {
    const map = /** @type {(HTMLElement & { settled(): Promise<void> }) | null} */ (
      document.querySelector('voyage-map')
    );
    return map?.settled();
  });
}

/**
 * Seeks, once a frame.
 * @param {Page} page
 * @param {{ from: number, count: number, kind: Kind | 'idle', moments: number }} order from: how many moments came before;
 *   idle: waits for as many frames and moves nothing; moments: in all, for a scrub that goes once across
 */
export function move(page, order) {
  return page.evaluate(async ({ from, count, kind, moments }) => {
    const { seekShare } = /** @type {any} */ (window);
    for (let n = from; n < from + count; n++) {
      // Jumps by steps of the golden ratio never meet a moment twice, nor in any order.
      if (kind !== 'idle') seekShare(kind === 'scrub' ? n / moments : (n * 0.618034) % 1);
      // A task after the next frame's callbacks: by then its style and layout are done.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
  }, order);
}

/**
 * Calls `seek` of the element, each after the page was drawn anew for the last, and waits for all at the end.
 * @param {Browser} browser
 * @param {string} url
 * @returns {Promise<number[]>} bytes of heap after each round of seeks, beyond those before the first
 */
export async function measureHeap(browser, url) {
  const page = await openReady(browser, url);
  await settle(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.enable');
  const heap = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize;
  };
  // The first ones compile code and fill caches.
  await seekMany(page, 0, HEAP_SEEKS);
  const before = await heap();
  const growth = [];
  for (let round = 1; round <= HEAP_ROUNDS; round++) {
    await seekMany(page, round * HEAP_SEEKS, HEAP_SEEKS);
    growth.push((await heap()) - before);
  }
  await page.context().close();
  return growth;
}

/**
 * @param {Page} page
 * @param {number} from how many seeks came before
 * @param {number} count
 */
function seekMany(page, from, count) {
  return page.evaluate(
    async ({ from, count, first, last }) => {
      const map = /** @type {(HTMLElement & { seek(t: number): Promise<void> }) | null} */ (
        document.querySelector('voyage-map')
      );
      if (!map) throw new Error('The page holds no <voyage-map>.');
      let drawn = Promise.resolve();
      const { port1, port2 } = new MessageChannel();
      for (let n = from; n < from + count; n++) {
        drawn = map.seek(first + ((n * 0.618034) % 1) * (last - first));
        await new Promise((resolve) => {
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
      }
      port1.close();
      await drawn;
    },
    { from, count, first: FIRST, last: LAST },
  );
}

/**
 * The middle value, or the mean of the two in the middle; NaN of none.
 * @param {number[]} values
 */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
