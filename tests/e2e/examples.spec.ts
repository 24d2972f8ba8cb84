import { readdirSync } from 'node:fs';
import { expect, type Page, type Response } from '@playwright/test';
import { ELEMENT_POLICY, FRAME_POLICY, LOADER_POLICY, SCRIPT_POLICY, test } from './hosts.ts';

test.use({ viewport: { width: 900, height: 760 } });

const READY = { timeout: 30_000 };

/** The map in a frame of the page is alive. */
const isReady = (page: Page, frame: string): Promise<void> =>
  expect(page.frameLocator(frame).locator('voyage-map')).toHaveAttribute('data-state', 'ready', READY);

/** Each example page, and the test that opens it. */
const DIALECTS = ['datawrapper', 'amp', 'medium', 'pym', 'iframe-resizer'];
const PAGES = ['index', 'iframe', 'loader', 'element', 'story', ...DIALECTS];

test('every example page is in use here', () => {
  const built = readdirSync('dist/examples').filter((file) => file.endsWith('.html'));
  expect(built.sort()).toEqual(PAGES.map((name) => `${name}.html`).sort());
});

test('the list of examples leads to each of them', async ({ page, host }) => {
  await host.open(page, 'index', "default-src 'none'; style-src 'self'");
  const links = await page.locator('li a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.sort()).toEqual(
    PAGES.filter((name) => name !== 'index')
      .map((name) => `./${name}.html`)
      .sort(),
  );
});

test('a plain frame in an article without script, sandboxed', async ({ page, host }) => {
  await host.open(page, 'iframe', FRAME_POLICY);
  await isReady(page, '#map');
  const frame = page.frameLocator('#map');
  await expect(frame.getByText('Sunday 10 September 2023, 12:00 UTC', { exact: true })).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
});

for (const name of DIALECTS) {
  test(`${name}: the height arrives, and nothing of the map is cut off`, async ({ page, host }) => {
    await host.open(page, name, SCRIPT_POLICY);
    await expect(page.locator('#told')).toHaveText(/^[1-9]\d+(\.\d+)?$/, READY);
    await isReady(page, '#map');
    // The last word counts: the first may have been said before the fonts were there.
    await expect
      .poll(async () => {
        const told = Number(await page.locator('#told').textContent());
        const box = await page.locator('#map').boundingBox();
        return Math.abs((box?.height ?? 0) - told) < 1;
      })
      .toBe(true);
    const told = Number(await page.locator('#told').textContent());
    expect(told).toBeGreaterThan(300);
    expect(told).toBeLessThan(1200);
    const hidden = await page
      .frameLocator('#map')
      .locator('html')
      .evaluate((root) => root.scrollHeight - window.innerHeight);
    expect(hidden).toBeLessThanOrEqual(0);
  });
}

test('two elements of an article speak a language each', async ({ page, host }) => {
  await host.open(page, 'element', ELEMENT_POLICY);
  const play = (id: string, name: string): Promise<void> =>
    expect(page.locator(`#${id}`).getByRole('button', { name, exact: true })).toBeVisible();
  for (const id of ['english', 'indonesian']) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await expect(page.locator(`#${id}`)).toHaveAttribute('data-state', 'ready', READY);
  }
  await play('english', 'Play');
  await play('indonesian', 'Putar');
  const moment = page.locator('#indonesian').getByText('Rabu, 11 Oktober 2023, pukul 00.00 UTC', { exact: true });
  await expect(moment).toBeVisible();
  await page.locator('#english').evaluate((map) => map.setAttribute('lang', 'id'));
  await page.locator('#indonesian').evaluate((map) => map.removeAttribute('lang'));
  await play('english', 'Putar');
  await play('indonesian', 'Play');
});

test('the loader shows posters, and the map only when its reader is near', async ({ page, host }) => {
  await host.open(page, 'loader', LOADER_POLICY);
  const [first, second] = [page.locator('#first'), page.locator('#second')];
  await expect(first).toHaveAttribute('data-state', 'waiting');
  await expect(second).toHaveAttribute('data-state', 'waiting');
  await expect(page.locator('iframe')).toHaveCount(0);
  await first.scrollIntoViewIfNeeded();
  await expect(first.getByRole('img')).toBeVisible();
  await expect(first).toHaveAttribute('data-state', 'ready', READY);
  await expect(first.locator('img')).toHaveCount(0);
  await expect(first.locator('iframe')).toHaveAccessibleName('Map of the reported voyages on 10 September 2023');
  await expect(second).toHaveAttribute('data-state', 'waiting');
  await second.scrollIntoViewIfNeeded();
  await expect(second).toHaveAttribute('data-state', 'ready', READY);
  await expect(second.locator('iframe')).toHaveAttribute('sandbox', 'allow-scripts');
  await isReady(page, '#first iframe');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
});

/** What a page has seen since it began: sum of layout shifts, longest task in ms. */
const seen = (page: Page): Promise<{ shift: number; long: number }> =>
  page.evaluate(() => (window as unknown as { seen: { shift: number; long: number } }).seen);

test('before a map is near, an article pays little and nothing moves', async ({ page, host }) => {
  const bodies: Promise<number>[] = [];
  const weigh = (response: Response): void => {
    if (response.url().startsWith(host.map)) bodies.push(response.body().then((body) => body.length));
  };
  page.on('response', weigh);
  await page.addInitScript(() => {
    const seen = { shift: 0, long: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.long = Math.max(seen.long, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  // A task takes no less than its work; on a busy machine it may take longer, so the best of three counts.
  const longest: number[] = [];
  let sizes: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    bodies.length = 0;
    await host.open(page, 'loader', LOADER_POLICY);
    await expect(page.locator('#second')).toHaveAttribute('data-state', 'waiting');
    // The browser leaves the poster that is farther away for later.
    await page.waitForFunction(() => {
      const poster = document.querySelector<HTMLImageElement>('#first img');
      return poster?.complete && poster.naturalWidth > 0;
    });
    longest.push((await seen(page)).long);
    sizes = await Promise.all(bodies);
  }
  // What the map itself takes comes later, and is not the article's.
  page.off('response', weigh);
  expect(Math.min(...longest)).toBeLessThan(50);
  expect(sizes.length).toBeGreaterThan(1);
  // As files; on the wire the build holds loader and poster to 40 kB after gzip.
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(120_000);
  await page.locator('#first').scrollIntoViewIfNeeded();
  await expect(page.locator('#first')).toHaveAttribute('data-state', 'ready', READY);
  expect((await seen(page)).shift).toBe(0);
});

test('a step of the story drives the map', async ({ page, host }) => {
  await host.open(page, 'story', SCRIPT_POLICY);
  await isReady(page, '#map');
  for (const time of ['2023-09-10T12:00Z', '2023-10-11T00:00Z', '2023-08-20T00:00Z']) {
    await page.locator(`[data-time="${time}"]`).evaluate((step) => step.scrollIntoView({ block: 'center' }));
    await expect(page.locator('#told')).toHaveText(time);
  }
});

test.describe('without what the loader needs', () => {
  test.use({ allowed: [[/Content Security Policy/, /^policy: img-src /], { option: true }] as never });
  test('a policy that forbids the poster is reported, and the map comes all the same', async ({ page, host }) => {
    await host.open(page, 'loader', LOADER_POLICY.replace('; img-src MAP', ''));
    await page.locator('#first').scrollIntoViewIfNeeded();
    await expect(page.locator('#first')).toHaveAttribute('data-state', 'ready', READY);
    await expect.poll(() => host.reports().join()).toContain(`img-src ${host.map}/poster-`);
    await expect(page.locator('#first img')).toHaveCount(0);
  });
});
