import { check } from './axe.ts';
import { expect, test } from './page.ts';
import { addressOf, mapOf, open } from './voyage-page.ts';

// Axe itself tries to set a style.
test.use({ viewport: { width: 1280, height: 800 }, allowedErrors: [[/Applying inline style/], { scope: 'test' }] });

test('the page speaks Indonesian in all its parts, and English again when asked', async ({ page }) => {
  await open(page, 'lang=id&time=2023-09-10T12:00Z&selected=angara-white-house');
  await expect(page).toHaveTitle(/^Sedikitnya lima pelayaran pulang pergi/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await expect(mapOf(page).locator('.page')).toHaveAttribute('lang', 'id');
  await expect(page.getByText('Minggu, 10 September 2023, pukul 12.00 UTC', { exact: true })).toBeVisible();
  await expect(page.getByText('Dari sepuluh penyeberangan, dua yang tanggalnya diketahui')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Lini masa pelayaran' })).toContainText('suatu saat dalam rentang ini');
  await expect(page.getByRole('region', { name: 'Legenda' })).toContainText(/teramati.*bisa di/);
  const evidence = page.getByRole('region', { name: 'Pelayaran Gedung Putih' });
  await expect(evidence).toContainText('bisa jadi sebenarnya yang terakhir');
  await expect(evidence).toContainText('paling lambat 12 September 2023');
  await expect(page.locator('canvas')).toHaveAccessibleName(/^Peta: Sedikitnya lima/);
  expect((await check(page)).violations).toEqual([]);

  await page.getByRole('combobox', { name: 'Bahasa' }).selectOption('English');
  await expect(page.getByText('Sunday 10 September 2023, 12:00 UTC', { exact: true })).toBeVisible();
  await expect(page).toHaveTitle(/^At least five round trips/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('region', { name: 'White House voyage' })).toContainText(
    'on or before 12 September 2023',
  );
  await expect(page.locator('canvas')).toHaveAccessibleName(/^Map: At least five/);
  await expect.poll(() => addressOf(page).lang).toBeUndefined();
});
