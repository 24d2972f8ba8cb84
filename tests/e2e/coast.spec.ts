import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { notices, open, settled } from './voyage-page.ts';

test.use({ viewport: { width: 700, height: 500 } });

/** The byte ranges that the page has asked of the finer coast. */
function rangesOf(page: Page): string[] {
  const ranges: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/coast.pmtiles')) ranges.push(request.headers().range ?? 'all of it');
  });
  return ranges;
}

test('the finer coast is fetched in parts, and only where a view leaves the region that has its own', async ({
  page,
}) => {
  const ranges = rangesOf(page);
  await open(page, 'view=6.5/42.5/131.4&controls=none');
  await open(page, 'view=9/42.5/131.4&controls=none');
  await open(page, 'view=4.5/1.2/103.8&controls=none');
  expect(ranges).toEqual([]);
  await open(page, 'view=9/1.2/103.8&controls=none');
  expect(ranges.length).toBeGreaterThan(2);
  expect(ranges.filter((range) => !/^bytes=\d+-\d+$/.test(range))).toEqual([]);
  const bytes = ranges.map((range) => {
    const [from = 0, to = 0] = range.slice('bytes='.length).split('-').map(Number);
    return to - from + 1;
  });
  expect(bytes.reduce((sum, length) => sum + length, 0)).toBeLessThan(150_000);
  await expect(notices(page).getByRole('paragraph')).toHaveCount(0);
});

test('a host that sends all of the finer coast at once keeps the coarser one and says so', async ({ page }) => {
  const whole = readFileSync('public/basemap/coast.pmtiles');
  await page.route('**/coast.pmtiles', (route) => route.fulfill({ status: 200, body: whole }));
  const ranges = rangesOf(page);
  await open(page, 'view=9/1.2/103.8');
  await expect(notices(page).getByRole('paragraph')).toHaveText([/Coasts are drawn only roughly.*parts of a file/]);
  // It is not asked again at every move.
  await open(page, 'view=8/41/29');
  await settled(page);
  expect(ranges).toHaveLength(1);
  await expect(page.locator('canvas')).toBeVisible();
});
