import type { Page } from '@playwright/test';
import type { VoyageMapElement } from '../../src/voyage-map.tsx';
import { expect, test } from './page.ts';
import { addressOf, mapOf, open, pixelOf, settled } from './voyage-page.ts';

// So large that nothing lies over the places whose colour is looked at.
test.use({ viewport: { width: 1280, height: 800 } });

const SEA = [131.2, 42.3] as const;
const FAR_SEA = [132.2, 42.32] as const;
const LAND = [131.21, 42.94] as const;

const set = (page: Page, texts: Record<string, string>): Promise<unknown> =>
  mapOf(page).evaluate((map: VoyageMapElement, wanted) => map.set(wanted), texts);

/** How far from the colour of the sea the picture around a position is, mean of the greatest channel, 0 to 255. */
async function unlike(page: Page, position: readonly [number, number], colour: readonly number[]): Promise<number> {
  const { x, y } = await pixelOf(page, position);
  const picture = await page.screenshot({
    clip: { x: Math.round(x) - 8, y: Math.round(y) - 8, width: 16, height: 16 },
  });
  const pixels = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    pen?.drawImage(bitmap, 0, 0);
    return [...(pen?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [])];
  }, picture.toString('base64'));
  let sum = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    sum += Math.max(...colour.map((channel, one) => Math.abs(channel - (pixels[at + one] ?? 0))));
  }
  return sum / (pixels.length / 4);
}

const SEA_COLOUR = [0xe3, 0xea, 0xed];
const LAND_COLOUR = [0xf8, 0xf6, 0xf1];

test('where Maria could have gone: drawn on the sea alone, it follows time and the speed assumed', async ({ page }) => {
  // Two reaches are worked out, and the map is drawn anew for each moment.
  test.slow();
  await open(page, 'time=2023-10-11T01:00Z&analysis=reach:maria:maria_seen_0');
  const panel = page.getByRole('region', { name: 'Does it add up?' });
  const area = panel.getByText(/^[\d,]+ km² of sea$/);
  const km2 = async (): Promise<number> => Number((await area.innerText()).replace(/[^\d]|km².*/g, ''));
  await expect(panel.getByText('On 11 Oct 01:00 UTC she could have been anywhere in')).toBeVisible({ timeout: 40_000 });
  await expect(panel.getByRole('rowheader', { name: 'Busan' })).toBeVisible();
  await expect(page.getByText('Maria could have been here')).toBeVisible();
  const atFirst = await km2();
  // Thirty kilometres in an hour, and there is land as well.
  expect(atFirst).toBeGreaterThan(300);
  expect(atFirst).toBeLessThan(3000);
  await settled(page);
  expect(await unlike(page, FAR_SEA, SEA_COLOUR)).toBeLessThan(4);
  const land = await unlike(page, LAND, LAND_COLOUR);
  expect(land).toBeLessThan(6);

  await set(page, { time: '2023-10-12T12:00Z' });
  await expect(panel.getByText('On 12 Oct 12:00 UTC she could have been anywhere in')).toBeVisible();
  const later = await km2();
  expect(later).toBeGreaterThan(100 * atFirst);
  for (const position of [SEA, FAR_SEA]) {
    await expect.poll(() => unlike(page, position, SEA_COLOUR)).toBeGreaterThan(12);
  }
  // The area reaches behind this land, and changes nothing of it.
  expect(await unlike(page, LAND, LAND_COLOUR)).toBeCloseTo(land, 1);

  await panel.getByRole('button', { name: 'What if 1 knot more?' }).click();
  await expect(panel.getByText('She was never faster than 17 knots over the ground.')).toBeVisible();
  await expect.poll(km2, { timeout: 40_000 }).toBeGreaterThan(1.05 * later);
  expect(addressOf(page)).toMatchObject({
    whatif: 'assume:greatestSpeed:17',
    analysis: 'reach:maria:maria_seen_0',
  });

  await page.getByRole('button', { name: 'Show the whole area' }).click();
  await expect(page.getByRole('button', { name: 'Back to the routes' })).toBeVisible();
  await set(page, { time: '2023-10-20T00:00Z' });
  await expect(panel.getByText(/outside this time, so no area is drawn/)).toBeVisible();
  await expect(page.getByText('Maria could have been here')).toBeHidden();
  await panel.getByRole('button', { name: 'Go to the middle of this time' }).click();
  await expect(panel.getByText('On 13 Oct 00:00 UTC she could have been anywhere in')).toBeVisible();
});
