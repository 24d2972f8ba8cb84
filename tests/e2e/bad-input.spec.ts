import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { mapOf, notices, open, readOut, SMALL } from './voyage-page.ts';

test.use({ viewport: SMALL });

const fileOf = (folder: string, name: string): string =>
  readFileSync(new URL(`../../${folder}/${name}`, import.meta.url), 'utf8');
const strips = (page: Page) => page.getByRole('region', { name: 'Timeline of the voyages' }).getByRole('button');

interface Draft {
  voyages: { id: string; legs: { depart?: string; from: string }[] }[];
  sightings: { id: string; date: string }[];
  claims: { id: string; sources?: unknown; source?: unknown }[];
}

/** Serves the shipped case with something broken in it. */
async function breakCase(page: Page, spoil: (draft: Draft) => void): Promise<void> {
  const draft = JSON.parse(fileOf('data/najin-dunay', 'voyages.json')) as Draft;
  spoil(draft);
  await page.route('**/data/najin-dunay/voyages.json', (route) => route.fulfill({ json: draft }));
}

test('a wrong record is named with its file and its place, and the rest is shown', async ({ page }) => {
  await breakCase(page, ({ voyages, sightings }) => {
    const september = voyages.find(({ id }) => id === 'maria-september');
    if (september) september.legs = september.legs.map((leg) => ({ ...leg, from: 'atlantis' }));
    const seen = sightings.find(({ id }) => id === 'dunay-12-september');
    if (seen) seen.date = 'soon';
  });
  await open(page);
  await expect(notices(page)).toContainText('voyages.json, voyages[3].legs[0].from (record "maria-september")');
  await expect(notices(page)).toContainText('"atlantis"');
  await expect(notices(page)).toContainText('voyages.json, sightings[2].date (record "dunay-12-september")');
  await expect(notices(page)).toContainText('"soon"');
  await expect(strips(page)).toHaveCount(4);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Najin and Dunay');
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(readOut(page)).toHaveText('Saturday 26 August 2023, 00:00 UTC');
});

test('texts of the data stay text, and its links stay https', async ({ page }) => {
  const markup = '<img src=x onerror="document.title=1"><b>bold</b>';
  await breakCase(page, (draft) => {
    const any = draft as unknown as { title: string; sources: { id: string; url?: string }[] };
    any.title = markup;
    const kyiv = any.sources.find(({ id }) => id === 'kyiv-post');
    if (kyiv) kyiv.url = 'javascript:document.title=2';
  });
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(markup);
  await expect(notices(page)).toContainText('record "kyiv-post"');
  await page.getByRole('button', { name: /^4 trips/ }).click();
  await expect(page.getByText('At least four trips fell')).toBeAttached();
  await expect(page.locator('a[href^="javascript"]')).toHaveCount(0);
  expect(await page.title()).not.toMatch(/^\d$/);
});

const USELESS = {
  'is not JSON': { body: '{ "version": 1, ', said: /voyages\.json: the file is not JSON/ },
  'is a web page': {
    body: '<!doctype html><p>Not here</p>',
    contentType: 'text/html',
    said: /voyages\.json: .*web page/,
  },
  'is of another version': { body: '{ "version": 99 }', said: /voyages\.json, version: found 99/ },
} satisfies Record<string, { body: string; contentType?: string; said: RegExp }>;

for (const [what, { said, ...answer }] of Object.entries(USELESS)) {
  test(`a file that ${what} is named`, async ({ page }) => {
    await page.route('**/data/najin-dunay/voyages.json', (route) =>
      route.fulfill({ contentType: 'application/json', ...answer }),
    );
    await open(page, '', 'error');
    await expect(notices(page)).toContainText(said);
    await expect(notices(page)).toBeInViewport();
    await expect(page.locator('.first-picture')).toHaveCount(0);
  });
}

test.describe('where files do not come', () => {
  // The browser itself says so in the console.
  test.use({ allowedErrors: [[/Failed to load resource/], { scope: 'test' }] });

  test('a missing folder is named, and another address then works', async ({ page }) => {
    await open(page, 'data=data/nowhere/&loop=true', 'error');
    await expect(notices(page)).toContainText(/voyages\.json: the server answered with status 404/);
    await expect(notices(page)).toContainText('/data/nowhere/voyages.json');
    await page.goto('./#time=2023-09-10T12:00Z');
    await expect(mapOf(page)).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
    await expect(readOut(page)).toHaveText('Sunday 10 September 2023, 12:00 UTC');
    await expect(strips(page)).toHaveCount(5);
    await expect(notices(page).getByRole('paragraph')).toHaveCount(0);
    await page.goBack();
    await expect(mapOf(page)).toHaveAttribute('data-state', 'error');
    await expect(strips(page)).toHaveCount(0);
    await page.goForward();
    await expect(mapOf(page)).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
    await expect(strips(page)).toHaveCount(5);
    await expect(page.locator('canvas')).toHaveCount(1);
  });

  test('a missing file of the map is named, and the timeline works', async ({ page }) => {
    await page.route('**/basemap/near-land.geojson', (route) => route.fulfill({ status: 404 }));
    await open(page, 'time=2023-09-10T12:00Z');
    await expect(notices(page)).toContainText('near-land.geojson');
    await expect(notices(page).getByRole('paragraph')).toHaveCount(1);
    await expect(strips(page)).toHaveCount(5);
    await page.getByRole('button', { name: 'One day forward' }).click();
    await expect(readOut(page)).toHaveText('Monday 11 September 2023, 12:00 UTC');
  });

  test('a case of another origin is asked for only where the address names it, and named when it fails', async ({
    page,
  }) => {
    const asked: string[] = [];
    await page.route('https://elsewhere.test/**', (route) => {
      asked.push(new URL(route.request().url()).pathname);
      return route.abort();
    });
    await open(page, 'data=https://elsewhere.test/case/', 'error');
    await expect(notices(page)).toContainText('https://elsewhere.test/case/voyages.json');
    expect(asked.sort()).toEqual(['/case/ports.geojson', '/case/voyages.json']);
    await page.goto('./#data=http://elsewhere.test/case/');
    await expect(notices(page)).toContainText('The setting "data" cannot be "http://elsewhere.test/case/"');
  });
});

test('a case of another origin is shown; its server is asked for nothing but its two files', async ({ page }) => {
  const asked: string[] = [];
  await page.route('https://elsewhere.test/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    asked.push(name);
    const body = fileOf('tests/fixtures/pacific-case', name);
    return route.fulfill({ body, contentType: 'application/json', headers: { 'access-control-allow-origin': '*' } });
  });
  await open(page, 'data=https://elsewhere.test/case/');
  await expect(strips(page)).toHaveCount(3);
  expect(asked.sort()).toEqual(['ports.geojson', 'voyages.json']);
});
