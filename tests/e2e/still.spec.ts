import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test, watch } from './page.ts';
import { open, SMALL, settled } from './voyage-page.ts';

const NO_WEBGL = fileURLToPath(new URL('../visual/no-webgl.js', import.meta.url));

test.use({ viewport: SMALL });

interface Mark {
  /** What it is: kind, id of its record. */
  readonly what: string;
  /** Its numbers, px: path or place. */
  readonly numbers: readonly number[];
}

/** Everything that evidence puts on the map, as drawn. */
const marksOf = (page: Page): Promise<Mark[]> =>
  page.locator('.map .marks').evaluate((svg: Element) => {
    const numbersOf = (text: string | null): number[] => (text?.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    const of = (selector: string, what: (element: Element) => string, attribute: string) =>
      [...svg.querySelectorAll(selector)].map((element) => ({
        what: `${selector} ${what(element)}`,
        numbers: numbersOf(element.getAttribute(attribute)),
      }));
    const shipOf = (element: Element): string => element.closest('[data-ship]')?.getAttribute('data-ship') ?? '';
    return [
      ...of('.lanes path', (lane) => lane.getAttribute('data-lane') ?? '', 'd'),
      ...of('.ribbon', shipOf, 'd'),
      ...of('.ships > [data-ship]', shipOf, 'transform'),
      ...of('.port', (port) => port.getAttribute('aria-label') ?? '', 'transform'),
    ];
  });

/** The words and shapes of the timeline, and the words of the legend. */
const restOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const root = document.querySelector('voyage-map')?.shadowRoot;
    const strips = root?.querySelector('.timeline-picture')?.innerHTML ?? '';
    return `${strips}\n${root?.querySelector('.page-legend')?.textContent}`;
  });

for (const time of ['2023-09-10T12:00Z', '2023-10-11T03:00Z']) {
  test(`the still picture is that of the map: ${time}`, async ({ page, browser, origin }) => {
    await open(page, `time=${time}`);
    await settled(page);
    const context = await browser.newContext({
      baseURL: `${origin}/`,
      viewport: SMALL,
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    const notes = await watch(context, origin);
    await context.addInitScript({ path: NO_WEBGL });
    const still = await context.newPage();
    await open(still, `time=${time}`);
    await settled(still);
    await expect(still.locator('canvas')).toHaveCount(0);

    const [living, drawn] = [await marksOf(page), await marksOf(still)];
    expect(drawn.map(({ what }) => what)).toEqual(living.map(({ what }) => what));
    expect(living.some(({ what }) => what.startsWith('.ships'))).toBe(true);
    expect(living.some(({ what }) => what.startsWith('.ribbon'))).toBe(true);
    for (const [at, { what, numbers }] of living.entries()) {
      const same = drawn[at]?.numbers ?? [];
      expect(same.length, what).toBe(numbers.length);
      // Both cameras are fitted to the same box; they round a little differently.
      for (const [n, value] of numbers.entries()) expect(Math.abs((same[n] ?? 0) - value), what).toBeLessThan(1);
    }
    expect(await restOf(still)).toBe(await restOf(page));
    await context.close();
    expect(notes).toEqual([]);
  });
}
