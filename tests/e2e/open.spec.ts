import type { Page } from '@playwright/test';
import { LOOKS } from '../../src/map/look.ts';
import { expect, test } from './page.ts';
import { notices, open, pixelOf, SMALL, settled, voyageButton } from './voyage-page.ts';

const TITLE = 'At least five round trips were reported between Najin and Dunay';
const VOYAGES = [
  /^Angara, August:/,
  /^Angara, White House:/,
  /^Angara, undated:/,
  /^Maria, September:/,
  /^Maria, October:/,
];

type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];

/** Sum of the differences of the three channels. */
const distance = (colour: Rgb, hex: string): number =>
  rgbOf(hex).reduce((sum, value, at) => sum + Math.abs(value - (colour[at] ?? 0)), 0);

/** Colour of a screenshot at a position, which is found from the two ports: the median of a few pixels, so that a line does not matter. */
async function colourAt(page: Page, shot: Buffer, position: readonly [number, number]): Promise<Rgb> {
  const { x, y } = await pixelOf(page, position);
  return page.evaluate(
    async ({ png, x, y }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(Math.round(x) - 4, Math.round(y) - 4, 9, 9);
      const median = (channel: number): number =>
        [...data].filter((_, at) => at % 4 === channel).sort((a, b) => a - b)[40] ?? 0;
      return [median(0), median(1), median(2)] as const;
    },
    { png: shot.toString('base64'), x, y },
  );
}

test.use({ viewport: SMALL });

test('opens with title, five strips, both ships and a map', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  const strips = page.getByRole('region', { name: 'Timeline of the voyages' }).getByRole('button');
  await expect(strips).toHaveCount(VOYAGES.length);
  for (const [at, name] of VOYAGES.entries()) await expect(strips.nth(at)).toHaveAccessibleName(name);
  await expect(page.locator('.ships [data-ship=angara]')).toBeVisible();
  await expect(page.locator('.ships [data-ship=maria]')).toBeVisible();
  await expect(page.getByRole('region', { name: `Map: ${TITLE}` })).toBeVisible();
  await expect(page.locator('.first-picture')).toHaveCount(0);
  await expect(notices(page).getByRole('paragraph')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(() => {
    test.use({ colorScheme });
    test(`draws land where there is land and sea where there is sea, ${colorScheme}`, async ({ page }) => {
      await open(page, 'time=2023-08-12T00:00Z&view=7.5/42.6/131.4&controls=none');
      await settled(page);
      await expect(page.locator('canvas')).toBeVisible();
      const { land, sea } = LOOKS[colorScheme];
      // In the mountains of the border, and on the open sea; the file of the land comes through MapLibre's worker.
      const shot = await page.screenshot();
      expect(distance(await colourAt(page, shot, [130.75, 43.05]), land)).toBeLessThan(12);
      expect(distance(await colourAt(page, shot, [131.75, 42.15]), sea)).toBeLessThan(12);
      expect(distance(rgbOf(land), sea)).toBeGreaterThan(12);
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the first picture shows title, land, lane and strips', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveText(TITLE);
    const picture = page.locator('.first-picture').filter({ visible: true });
    await expect(picture).toHaveCount(1);
    const land = await picture.locator('.still-land').first().boundingBox();
    expect(land?.width).toBeGreaterThan(300);
    expect(land?.height).toBeGreaterThan(150);
    await expect(picture.locator('[data-lane]')).not.toHaveCount(0);
    for (const title of ['August', 'White House', 'undated', 'September', 'October']) {
      await expect(picture.locator('svg').getByText(title, { exact: true }).first()).toBeVisible();
    }
  });
});

test('breaks no rule of its Content Security Policy while it is used', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      document.documentElement.dataset.violations = `${document.documentElement.dataset.violations ?? ''} ${violatedDirective} ${blockedURI}`;
    });
  });
  await open(page);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await voyageButton(page, 'White House').click();
  await page.getByText('How these dates were drawn').click();
  await page.getByRole('button', { name: /^3 trips/ }).click();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('combobox', { name: 'Time zone' }).selectOption('local');
  await page.getByRole('button', { name: 'Pause' }).click();
  await settled(page);
  await expect(page.locator('html')).not.toHaveAttribute('data-violations', /./);
  const rule = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(rule).toHaveAttribute('content', /default-src 'none'; script-src 'self'; style-src 'self'/);
});
