import type { Locator, Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { addressOf, open, SMALL } from './voyage-page.ts';

test.use({ viewport: SMALL });

const outcomesOn = (page: Page): Locator => page.locator('.timeline .outcome-shown');

/** The outcome on the timeline, a path a voyage. */
const shownOn = (page: Page): Promise<(string | null)[]> =>
  outcomesOn(page).evaluateAll((paths: Element[]) => paths.map((path) => path.getAttribute('d')));

const number = (page: Page, at: number): Locator =>
  page.getByText(`Outcome ${at} of 100, one of many that fit; no one of them is the answer.`);

test('schedules that fit: shares, outcomes, and one link for one picture', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z&analysis=schedules:7:8');
  await expect(number(page, 1)).toBeVisible();
  await expect(page.getByText(/^About \d × 10[⁰-⁹¹²³]+ schedules fit, in steps of \d+ minutes?\.$/)).toHaveCount(2);
  await expect(
    page.getByText(/^10 Sep 12:00 UTC\. Of 100 schedules that fit: at sea in \d+, at Najin in \d+, on no/),
  ).toHaveCount(2);
  // The shares of each ship lie under her strips, one outcome in every strip.
  await expect(page.locator('.timeline .share-band')).toHaveCount(2);
  await expect(outcomesOn(page)).toHaveCount(5);
  const first = await shownOn(page);

  await page.getByRole('button', { name: 'Next outcome' }).click();
  await expect(number(page, 2)).toBeVisible();
  await expect.poll(() => shownOn(page)).not.toEqual(first);
  await page.getByRole('button', { name: 'Play outcomes' }).click();
  await expect(number(page, 2)).toBeHidden();
  await page.getByRole('button', { name: 'Pause outcomes' }).click();
  const paused = await page.getByText(/^Outcome \d+ of 100, one of many that fit/).textContent();
  await page.getByRole('button', { name: 'Previous outcome' }).click();
  await expect(number(page, Number(paused?.match(/\d+/)?.[0]) - 1)).toBeVisible();

  await page.getByRole('button', { name: 'Another seed' }).click();
  await expect.poll(() => addressOf(page).analysis).toBe('schedules:8:8');
  await expect(number(page, 1)).toBeVisible();
  await expect.poll(() => shownOn(page)).not.toEqual(first);
  await page.getByLabel('Seed', { exact: true }).fill('7');
  await page.getByLabel('Seed', { exact: true }).press('Enter');
  await expect.poll(() => addressOf(page).analysis).toBe('schedules:7:8');
  await expect.poll(() => shownOn(page)).toEqual(first);

  await page.getByLabel('Any speed up to the greatest; waits at sea count too').check();
  await expect.poll(() => addressOf(page).analysis).toBe('schedules:7');
  await expect(page.getByText('much of the time at sea in these schedules is waiting')).toBeVisible();
  await expect(page.locator('.outcomes-map')).toHaveCount(1);
  await page.getByRole('button', { name: 'Close the analysis' }).click();
  await expect(page.locator('.outcomes-map')).toHaveCount(0);
  await expect(outcomesOn(page)).toHaveCount(0);
  await expect(page.locator('.timeline .share-band')).toHaveCount(0);
});
