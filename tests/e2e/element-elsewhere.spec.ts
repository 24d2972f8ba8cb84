import type { Page } from '@playwright/test';
import type { VoyageMapElement } from '../../src/voyage-map.tsx';
import { expect, test } from './servers.ts';

test.use({ viewport: { width: 900, height: 700 } });

/** What the README lists for the element. */
const POLICY = (map: string): string =>
  `default-src 'none'; script-src ${map}; style-src ${map} 'self'; font-src ${map}; connect-src ${map}; worker-src blob: ${map}`;

/** The same where the case lies beside the article. */
const WITH_CASE = (map: string): string => POLICY(map).replace('connect-src', "connect-src 'self'");

/** An article whose own styles would spoil a map that let them in. */
const article = (inside: string) => (map: string) =>
  `<link rel="stylesheet" href="/host.css">
  <script type="module" src="${map}/voyage-map.js"></script>
  <main><h1 class="title">Article</h1><p class="card page">Its own text.</p>${inside}</main>`;

const READY = { timeout: 30_000 };
const state = (page: Page, id: string, wanted: string): Promise<void> =>
  expect(page.locator(`#${id}`)).toHaveAttribute('data-state', wanted, READY);
const moment = (page: Page, id: string): Promise<string> =>
  page
    .locator(`#${id}`)
    .getByText(/^[A-Z][a-z]+day \d+ [A-Z][a-z]+ \d{4}/)
    .innerText();

test('the element works from another origin under a strict policy, with files of its own host only', async ({
  page,
  hosts,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await hosts.article(article('<voyage-map id="a" time="2023-09-10T12:00Z"></voyage-map>'), POLICY);
  await state(page, 'a', 'ready');
  expect(await moment(page, 'a')).toBe('Sunday 10 September 2023, 12:00 UTC');
  await expect(page.locator('#a canvas')).toHaveCount(1);
  await expect(page.locator('#a').getByRole('region', { name: 'Notices' }).getByRole('paragraph')).toHaveCount(0);
  const ours = asked.filter((url) => url.startsWith(hosts.map.origin));
  expect(ours.some((url) => url.includes('maplibre-gl-worker'))).toBe(true);
  expect(ours.some((url) => url.endsWith('.woff2'))).toBe(true);
  const rest = asked.filter((url) => !url.startsWith(hosts.map.origin)).map((url) => url.replace(/^(blob:).*/, '$1'));
  const host = new URL(page.url()).origin;
  expect(rest.filter((url) => url !== 'blob:' && !url.startsWith(host))).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  // It has a height of its own where the article gives none.
  const box = await page.locator('#a').boundingBox();
  expect(box?.height).toBeGreaterThan(450);
});

test('no style gets in or out; tokens and parts are how it is coloured', async ({ page, hosts }) => {
  await hosts.article(article('<voyage-map id="a"></voyage-map>'), POLICY);
  await state(page, 'a', 'ready');
  const looks = await page.evaluate(() => {
    const style = (selector: string, inside?: string) => {
      const host = document.querySelector(selector) as Element;
      return getComputedStyle(inside ? (host.shadowRoot?.querySelector(inside) as Element) : host);
    };
    return {
      inside:
        style('#a', '.page h1').textTransform + style('#a', '.page p').letterSpacing + style('#a', '.page').direction,
      heading: style('main > h1').fontFamily,
      card: style('main > p').borderTopWidth,
      // Set by the article on the element and on a part.
      paper: style('#a', '.page-dock').backgroundColor,
      title: style('#a', '.page-title').borderTopStyle,
    };
  });
  expect(looks).toEqual({
    inside: 'nonenormalltr',
    heading: 'monospace',
    card: '0px',
    paper: 'rgb(255, 250, 240)',
    title: 'dotted',
  });
});

test('several of them, taken out and put back, share no state and no context is left behind', async ({
  page,
  hosts,
}) => {
  const two =
    '<voyage-map id="a" time="2023-09-10T12:00Z" lang="en" controls="compact"></voyage-map><voyage-map id="b" time="2023-10-11T00:00Z" only="maria" controls="compact"></voyage-map>';
  await hosts.article(article(two), POLICY);
  await state(page, 'a', 'ready');
  await state(page, 'b', 'ready');
  await page.locator('#b').evaluate((map: VoyageMapElement) => map.seek('2023-10-12'));
  expect(await moment(page, 'a')).toBe('Sunday 10 September 2023, 12:00 UTC');
  expect(await moment(page, 'b')).toBe('Thursday 12 October 2023, 00:00 UTC');
  await page.evaluate(() => {
    const map = document.getElementById('a') as HTMLElement;
    map.remove();
    document.querySelector('main')?.append(map);
  });
  await state(page, 'a', 'ready');
  expect(await moment(page, 'a')).toBe('Sunday 10 September 2023, 12:00 UTC');
  expect(await moment(page, 'b')).toBe('Thursday 12 October 2023, 00:00 UTC');
  await expect(page.locator('#a canvas')).toHaveCount(1);
  await expect(page.locator('#a .place')).toHaveCount(1);
});

test('far from the screen it has no graphics context; near it has', async ({ page, hosts }) => {
  await hosts.article(article('<div class="far"></div><voyage-map id="a" controls="compact"></voyage-map>'), POLICY);
  await expect(page.locator('#a').getByRole('heading', { level: 1 })).toContainText('Najin');
  await expect(page.locator('#a canvas')).toHaveCount(0);
  await page.locator('#a').scrollIntoViewIfNeeded();
  await state(page, 'a', 'ready');
  await expect(page.locator('#a canvas')).toHaveCount(1);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.locator('#a canvas')).toHaveCount(0);
  await expect(page.locator('#a .still-basemap')).toHaveCount(1);
});

test("a case of the article's own is shown; its routes are found in a worker of the map's host", async ({
  page,
  hosts,
}) => {
  await hosts.article(article('<voyage-map id="a" data="case/"></voyage-map>'), WITH_CASE);
  await state(page, 'a', 'ready');
  const strips = page.locator('#a').getByRole('region', { name: 'Timeline of the voyages' }).getByRole('button');
  await expect(strips).toHaveCount(3);
  expect(await page.locator('#a').evaluate((map: VoyageMapElement) => map.problems)).toEqual([]);
  // Over water, not along the dashed great circle that would stand for a way that was not found.
  await expect(page.locator('#a .lanes path[stroke-dasharray="1.5 2.8"]')).not.toHaveCount(0);
  await expect(page.locator('#a .lanes path[stroke-dasharray="6 5"]')).toHaveCount(0);
});

test.describe('where a file does not come', () => {
  // The browser itself says so in the console.
  test.use({ allowedErrors: [[/Failed to load resource/], { scope: 'test' }] });

  test('a case that is not there is named, and the article goes on', async ({ page, hosts }) => {
    await hosts.article(article('<voyage-map id="a" data="nowhere/"></voyage-map>'), WITH_CASE);
    await state(page, 'a', 'error');
    const problems = await page.locator('#a').evaluate((map: VoyageMapElement) => map.problems);
    expect(problems.join()).toContain('/nowhere/voyages.json');
  });
});
