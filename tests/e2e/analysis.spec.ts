import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { addressOf, mapOf, notices, open, SMALL } from './voyage-page.ts';

test.use({ viewport: SMALL });

const panel = (page: Page) => page.getByRole('region', { name: 'Does it add up?' });
const banner = (page: Page) => page.getByRole('note');

test('at one knot the claims contradict each other; the address carries it, and there is a way back', async ({
  page,
}) => {
  await open(page, 'analysis=claims');
  const verdict = panel(page).getByRole('heading', { level: 3 }).first();
  await expect(verdict).toHaveText(
    'All dates that are claimed can be true together, if no ship is faster than 16 knots and every stay lasts at least 12 hours.',
  );
  await expect(banner(page)).toHaveCount(0);

  const speed = panel(page).getByRole('spinbutton', { name: 'Greatest speed' });
  await speed.fill('1');
  await speed.press('Enter');
  await expect(verdict).toContainText('The claims cannot all be true, if no ship is faster than 1 knot');
  await expect(panel(page).getByText(/^At hand: 96 h at most\. Needed: 105\.2 h at least\./)).toBeVisible();
  await expect(panel(page).getByText('Maria worked at two adjacent piers of Najin.').first()).toBeVisible();
  await expect(banner(page)).toContainText('Greatest speed 1 knot. This is not what was reported.');
  await expect(page.getByText('no dates fit: the claims on it contradict each other')).toBeVisible();
  await expect.poll(() => addressOf(page).whatif).toBe('assume:greatestSpeed:1');
  // What they speak of is marked on the map; a mark leads to its card, and a card that is left out to the answer.
  await expect(page.getByRole('button', { name: 'C12, Dunay: show it in the panel' })).toBeVisible();
  await page.getByRole('button', { name: 'C10, Najin: show it in the panel' }).press('Enter');
  await expect(mapOf(page).locator('[data-statement="claim C10"]')).toBeFocused();
  await expect(mapOf(page).locator('.claims-pointed .claims-ring')).toHaveCount(1);

  await page.reload();
  await expect(verdict).toContainText('The claims cannot all be true', { timeout: 30_000 });
  await expect(speed).toHaveValue('1');
  await panel(page).getByRole('button', { name: 'Leave C10 out' }).click();
  await expect(verdict).toContainText('can be true together');
  await expect(verdict).toBeFocused();
  await expect(mapOf(page).locator('.claims-ring')).toHaveCount(0);
  await expect(banner(page)).toContainText('1 claim out, greatest speed 1 knot.');

  await banner(page).getByRole('button', { name: 'Back to the reports' }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(speed).toHaveValue('16');
  await expect.poll(() => addressOf(page).whatif).toBe(undefined);
  await expect(notices(page)).toHaveText('');
});

test('an unnamed ship can be tried at a call that fits, and trips are counted with it', async ({ page }) => {
  await open(page, 'analysis=unnamed');
  const seen = panel(page).getByRole('region', { name: 'Najin, 26 August 2023' });
  await expect(seen.getByRole('radio', { name: /^Angara, August · fits/ })).toBeChecked();
  await seen.getByRole('radio', { name: /^Angara, undated · fits/ }).check();
  await expect.poll(() => addressOf(page).whatif).toBe('tie:najin-26-august:angara-undated:1');
  await expect(banner(page)).toContainText('1 sighting placed anew.');
  await expect(seen.getByRole('radio', { name: /^Angara, undated · fits/ })).toBeChecked();

  await panel(page).getByRole('button', { name: 'How many' }).click();
  await expect(
    panel(page).getByRole('img', { name: /^Observations only: 1 to 84; .*All claims: 5 to 82$/ }),
  ).toBeVisible();
  await expect(panel(page).getByText('Exactly 5.')).toBeVisible();
});
