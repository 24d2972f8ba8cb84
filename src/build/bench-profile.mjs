// @ts-check

/** Where the main thread spends its time, function by function: for whoever makes it faster. */

/** Functions listed. */
const LISTED = 25;
/** Microseconds between two looks at what runs. */
const INTERVAL = 500;

/**
 * Profiles the main thread while something is done.
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<unknown>} doing
 * @returns {Promise<string[]>} the functions with the most time of their own, a line each, milliseconds first; names can be
 *   read where the page was built with `--minify false`
 */
export async function profileOf(page, doing) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await cdp.send('Profiler.start');
  await doing();
  const { profile } = await cdp.send('Profiler.stop');
  await cdp.detach();
  const frames = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  /** @type {Map<string, number>} */
  const times = new Map();
  profile.samples?.forEach((id, at) => {
    const frame = frames.get(id);
    if (!frame || frame.functionName === '(idle)') return;
    const file = frame.url.split('/').at(-1) ?? '';
    const name = `${frame.functionName || '(unnamed)'} ${file}:${frame.lineNumber + 1}`;
    times.set(name, (times.get(name) ?? 0) + (profile.timeDeltas?.[at] ?? 0) / 1000);
  });
  const heaviest = [...times].sort(([, a], [, b]) => b - a).slice(0, LISTED);
  return heaviest.map(([name, ms]) => `${ms.toFixed(1).padStart(9)} ms  ${name}`);
}

/**
 * What the page consists of, for whoever wonders about style and layout.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<string>} elements in all, and the commonest by name and class
 */
export function elementsOf(page) {
  return page.evaluate(() => {
    const root = document.querySelector('voyage-map')?.shadowRoot ?? document;
    const all = [...root.querySelectorAll('*')];
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const { localName, classList } of all) {
      const name = [localName, ...classList].join('.');
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const commonest = [...counts].sort(([, a], [, b]) => b - a).slice(0, 12);
    return `${all.length} elements: ${commonest.map(([name, count]) => `${count} ${name}`).join(', ')}`;
  });
}
