import { readSettings } from '../../src/state/settings.ts';
import { expect, test } from './page.ts';
import { open, readOut } from './voyage-page.ts';

const settingsIn = (address: string) => readSettings(new URLSearchParams(new URL(address).hash.slice(1))).values;

test.describe('the share dialog', () => {
  test('gives a link that opens at this moment', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, 'time=2023-09-10T12:00Z&selected=angara-white-house');
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share this map' });
    await dialog.getByRole('button', { name: 'Copy: Link to this moment' }).click();
    await expect(dialog.getByText('Copied.')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await dialog.getByRole('textbox', { name: 'Link to this moment' }).inputValue());
    await page.goto('about:blank');
    await page.goto(copied);
    await expect(page.locator('voyage-map')).toHaveAttribute('data-state', 'ready');
    await expect(readOut(page)).toContainText('10 September 2023, 12:00 UTC');
    await expect(page.getByRole('region', { name: 'White House voyage' })).toBeVisible();
  });

  test('gives the code of what its preview shows', async ({ page, origin }) => {
    await open(page, 'time=2023-10-11T00:00Z');
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share this map' });
    await dialog.getByLabel('Controls').selectOption('None');
    await dialog.getByLabel('Look').selectOption('Dark');
    await dialog.getByLabel('Height').selectOption('Small, 420 px');
    const code = await dialog.getByRole('textbox', { name: 'Code to paste' }).inputValue();
    const attributes = [...code.matchAll(/ ([\w-]+)="([^"]*)"/g)];
    const made = Object.fromEntries(attributes.map(([, name, value = '']) => [name, value.replaceAll('&amp;', '&')]));
    expect(made).toMatchObject({
      height: '420',
      loading: 'lazy',
      scrolling: 'no',
      allow: 'fullscreen; clipboard-write',
      style: 'width:0;min-width:100%!important;border:0',
    });
    expect(made.title).toContain('Najin');
    const address = made.src ?? '';
    expect(address.startsWith(`${origin}/`)).toBe(true);
    expect(settingsIn(address)).toMatchObject({ time: Date.UTC(2023, 9, 11), controls: 'none', look: 'dark' });
    const preview = page.frameLocator('iframe');
    await expect(page.locator('iframe')).toHaveAttribute('src', address);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await expect(preview.locator('voyage-map')).toHaveAttribute('data-state', 'ready');
    await expect(preview.locator('.page')).toHaveAttribute('data-look', 'dark');
    await expect(preview.getByRole('button', { name: 'Play' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
});
