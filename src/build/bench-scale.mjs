// @ts-check

/** The part of `npm run bench` that opens, seeks and plays big cases, and says what each costs beside the smallest. */
import { elementsOf, profileOf } from './bench-profile.mjs';
import { costOfSeeks, move, openReady, PARTS, settle, useSlider } from './bench-seek.mjs';

/** Longer than this nobody waits for a file, ms: the row says so and the next begins. */
const OPENED_WITHIN = 120_000;
/** Seeks and frames that take longer than this are given up, ms. */
const MOVED_WITHIN = 100_000;
/** Sea routes are searched for so long, ms. */
const SEARCHED = 60_000;
/** Frames are counted for so long, ms. */
const PLAYED = 4000;
/** Seeks of one kind may take so long in all, ms; those that are slow are counted fewer times. */
const SOUGHT = 10_000;
/** Seeks counted together, and how often, at most. */
const MOST = { batches: 8, batch: 10 };

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ opened: number, longest: number, heap: number, scrub: number, jump: number, frames: number }} Scale Milliseconds, bytes, frames a second; NaN where it was not come to. */

/** What is not measured. @type {Scale & { seek?: string[], messages?: string[] }} */
export const NOTHING = {
  opened: Number.NaN,
  longest: Number.NaN,
  heap: Number.NaN,
  scrub: Number.NaN,
  jump: Number.NaN,
  frames: Number.NaN,
};

/**
 * Opens a big case in a page that is alive already, and measures it there.
 *
 * - opened: from the order until the case stands on the page and nothing of it is on its way;
 * - longest: the longest task of the main thread in that time;
 * - heap: of the main thread after a garbage collection, with the buffers it holds. What workers and the map's own
 *   program on the graphics card hold is not in it;
 * - scrub, jump: as `costOfSeeks`;
 * - frames: callbacks for a frame in a second of playing at one day a second, from the middle of the case.
 * @param {Browser} browser
 * @param {string} url of the built page, or of another with the same `window.bench`
 * @param {string} data address of the case beside it
 * @param {{ ours: boolean, profile?: boolean }} options ours: the built page, which gets its `window.bench` here
 * @returns {Promise<Scale & { seek?: string[], messages?: string[] }>} seek: the profile; messages: what the page says of the case
 * @throws {Error} where the page cannot show the case
 */
export async function measureScale(browser, url, data, { ours, profile = false }) {
  const page = await openReady(browser, url, 'no-preference');
  try {
    if (ours) {
      await settle(page);
      await page.evaluate(useElement);
    }
    const open = () => page.evaluate((address) => /** @type {any} */ (window).bench.open(address), data);
    /** @type {Promise<{ opened: number, longest: number, messages?: string[] }> | undefined} */
    let opening;
    /** @type {string[]} */
    let read = [];
    if (profile) {
      read = await profileOf(page, () => {
        opening = open();
        return within(opening, OPENED_WITHIN);
      });
    }
    const opened = await within(opening ?? open(), OPENED_WITHIN);
    if (opened === null) return { ...NOTHING, opened: Number.POSITIVE_INFINITY };
    if (ours) await page.evaluate(useSlider);
    const heap = await heapOf(page);
    const moved = async () => {
      const idle = { from: 0, count: 3, kind: /** @type {const} */ ('idle'), moments: 1 };
      const rest = () => (ours ? settle(page) : move(page, idle));
      const size = { ...(await affordable(page)), rest };
      const scrub = await costOfSeeks(page, 'scrub', size);
      const jump = await costOfSeeks(page, 'jump', size);
      const parts = (/** @type {number[]} */ times) =>
        PARTS.map(({ name }, at) => `${name} ${times[at]?.toFixed(1)} ms`);
      const order = {
        from: 1000,
        count: size.batch * size.batches,
        kind: /** @type {const} */ ('scrub'),
        moments: 4000,
      };
      const functions = profile ? await profileOf(page, () => move(page, order)) : [];
      const seek = profile
        ? {
            seek: [
              `scrub: ${parts(scrub.parts)}`,
              `jump: ${parts(jump.parts)}`,
              await elementsOf(page),
              'opening:',
              ...read,
              `${size.batch * size.batches} seeks:`,
              ...functions,
            ],
          }
        : {};
      const frames = await framesOf(page);
      return { ...opened, heap, scrub: scrub.inAll, jump: jump.inAll, frames, ...seek };
    };
    return (await within(moved(), MOVED_WITHIN)) ?? { ...NOTHING, ...opened, heap };
  } finally {
    await page.context().close();
  }
}

/**
 * Opens a case in the built page whose sea routes are to be searched, in a worker.
 * @param {Browser} browser
 * @param {string} url of the built page
 * @param {string} data address of the case beside it
 * @returns {Promise<{ shown: number, searched: number, left: string }>} ms until the case stands on the page, with great
 *   circles where no route is found yet, and until the search was over or had to stop; left: how far it was then, in the
 *   words of the page, empty where all was found
 */
export async function measureSearch(browser, url, data) {
  const page = await openReady(browser, url, 'no-preference');
  try {
    await settle(page);
    await page.evaluate(useElement);
    const order = { data, most: SEARCHED };
    return await page.evaluate(({ data, most }) => /** @type {any} */ (window).bench.search(data, most), order);
  } finally {
    await page.context().close();
  }
}

/** Runs in the built page: gives it the `window.bench` that the page beside it has of itself. */
function useElement() {
  const map = /** @type {(HTMLElement & import('../voyage-map.tsx').VoyageMapElement) | null} */ (
    document.querySelector('voyage-map')
  );
  if (!map) throw new Error('The page holds no <voyage-map>.');
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const show = async (/** @type {string} */ data) => {
    const before = map.heading;
    const start = performance.now();
    const rejected = map.set({ data });
    if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
    // The title of the case changes with all else that is drawn of it.
    while (map.heading === before) {
      if (map.dataset.state === 'error') throw new Error(map.problems.join(' '));
      await frame();
    }
    await frame();
    return performance.now() - start;
  };
  const open = async (/** @type {string} */ data) => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
    });
    observer.observe({ type: 'longtask' });
    const start = performance.now();
    await show(data);
    await map.settled();
    const opened = performance.now() - start;
    await frame();
    observer.disconnect();
    return { opened, longest, messages: map.problems };
  };
  const search = async (/** @type {string} */ data, /** @type {number} */ most) => {
    const start = performance.now();
    const shown = await show(data);
    // How far the search is stands on the page while there is one.
    const status = () => map.shadowRoot?.querySelector('.what-if p[role=status]')?.textContent ?? '';
    while (status() !== '' && performance.now() - start < most) await frame();
    return { shown, searched: performance.now() - start, left: status() };
  };
  const play = () => {
    /** @type {any} */ (window).seekShare(0.5);
    map.set({ playing: 'true' });
  };
  Object.assign(window, { bench: { open, play, search } });
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} ms
 * @returns {Promise<T | null>} null where it took longer
 */
async function within(promise, ms) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<null>} */
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  // A page that is closed while it still works throws, and nobody asks any more.
  promise.catch(() => undefined);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** @param {Page} page */
async function heapOf(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const usage = /** @type {{ usedSize: number, backingStorageSize?: number }} */ (
    await cdp.send('Runtime.getHeapUsage')
  );
  await cdp.detach();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/**
 * How many seeks can be waited for.
 * @param {Page} page
 */
async function affordable(page) {
  const start = performance.now();
  await move(page, { from: 0, count: 3, kind: 'jump', moments: 3 });
  const each = (performance.now() - start) / 3;
  // Each batch of seeks has one without beside it, and one comes before.
  const seeks = Math.floor(SOUGHT / each);
  const batch = Math.max(1, Math.min(MOST.batch, Math.floor(seeks / 5)));
  return { batch, batches: Math.max(1, Math.min(MOST.batches, Math.floor(seeks / batch) - 1)) };
}

/** @param {Page} page */
function framesOf(page) {
  return page.evaluate(async (time) => {
    /** @type {any} */ (window).bench.play();
    const start = performance.now();
    let [frames, last] = [0, start];
    while (last - start < time) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      last = performance.now();
      frames++;
    }
    return (frames / (last - start)) * 1000;
  }, PLAYED);
}

/** The rows that a table of scales has. */
const ROWS = /** @type {const} */ ([
  { name: 'opened', of: 'opened', unit: ' ms', digits: 0 },
  { name: 'longest task of the main thread meanwhile', of: 'longest', unit: ' ms', digits: 0 },
  { name: 'memory of the main thread', of: 'heap', unit: ' MB', digits: 1 },
  { name: 'seek as in scrubbing, main thread', of: 'scrub', unit: ' ms', digits: 2 },
  { name: 'seek to anywhere, main thread', of: 'jump', unit: ' ms', digits: 2 },
  { name: 'frames a second, playing', of: 'frames', unit: '', digits: 0 },
]);

/**
 * Scales as rows of a table, each figure with its ratio to the first.
 * @param {string} name of what is measured
 * @param {readonly Scale[]} scales
 * @returns {string[][]}
 */
export function rowsOfScales(name, scales) {
  const figures = ROWS.map((row) => {
    const values = scales.map((scale) => scale[row.of] / (row.of === 'heap' ? 1e6 : 1));
    const [first = Number.NaN] = values;
    const cells = values.map((value, at) => {
      if (value === Number.POSITIVE_INFINITY) return `over ${OPENED_WITHIN / 1000} s`;
      if (Number.isNaN(value)) return '–';
      const ratio = value / first;
      const times = at === 0 || !Number.isFinite(ratio) ? '' : `  × ${ratio.toFixed(ratio < 10 ? 1 : 0)}`;
      return `${value.toFixed(row.digits)}${row.unit}${times}`;
    });
    return [`  ${row.name}`, ...cells];
  });
  return [[name, ...scales.map(() => '')], ...figures];
}
