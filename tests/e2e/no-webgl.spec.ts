import { browserFlags, findBrowser } from '../../src/build/browser.mjs';
import { expect, test } from './page.ts';
import { notices, open, portPixel, readOut, SMALL } from './voyage-page.ts';

const executablePath = findBrowser();

test.use({
  viewport: SMALL,
  launchOptions: { args: [...browserFlags(), '--disable-3d-apis'], ...(executablePath ? { executablePath } : {}) },
  // Chromium itself says in the console that it has no WebGL.
  allowedErrors: [[/WebGL/], { scope: 'test' }],
});

test('without WebGL a still map stays, says so, and the timeline works over it', async ({ page }) => {
  await open(page, 'time=2023-09-10T00:00Z');
  await expect(notices(page)).toContainText('no WebGL 2');
  await expect(page.locator('canvas')).toHaveCount(0);
  const land = await page.locator('.still-land').first().boundingBox();
  expect(land?.width).toBeGreaterThan(300);

  const ship = page.locator('.ships [data-ship=angara]');
  const placeOf = async () => JSON.stringify(await ship.boundingBox());
  const before = await placeOf();
  await page.getByRole('slider').press('ArrowRight');
  await page.getByRole('slider').press('PageUp');
  await expect(readOut(page)).toHaveText('Sunday 17 September 2023, 01:00 UTC');
  await expect.poll(placeOf).not.toBe(before);

  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(readOut(page)).not.toHaveText('Sunday 17 September 2023, 01:00 UTC');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: /Maria, October/ }).click();
  await expect(page.getByRole('region', { name: 'October voyage' })).toBeVisible();
});

test('without WebGL a view of the address is kept, and the picture follows the size of the window', async ({
  page,
}) => {
  await open(page, 'time=2023-09-10T00:00Z&view=7.00/42.6000/131.4000');
  const near = await portPixel(page, 'Dunay');
  const far = await portPixel(page, 'Najin');
  // At zoom 7 a degree of longitude is 512 * 2^7 / 360 px.
  expect(near.x - far.x).toBeCloseTo((2.089 * 512 * 2 ** 7) / 360, 0);
  await page.setViewportSize({ width: SMALL.width + 200, height: SMALL.height });
  await expect.poll(async () => (await portPixel(page, 'Dunay')).x - near.x).toBeCloseTo(100, 0);
});
