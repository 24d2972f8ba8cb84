import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { addressOf, open, readOut, settled, slider, voyageButton } from './voyage-page.ts';

/** Everything that is pressed, typed in or dragged, with its box; px of the document. */
function targets(page: Page) {
  return page.locator('button, a[href], input, select, summary, [role=button], [tabindex="0"]').evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert], .first-picture'))
      .map((one) => {
        const { left, right, width, height } = one.getBoundingClientRect();
        const name = one.getAttribute('aria-label') ?? one.textContent ?? '';
        // A link inside a sentence may be as high as its line.
        const inSentence = one.localName === 'a' && getComputedStyle(one).display === 'inline';
        return { name: `${one.localName} ${name.trim().slice(0, 60)}`, left, right, width, height, inSentence };
      })
      .filter(({ width, height }) => width > 1 && height > 1),
  );
}

const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Wide enough to be hit by a finger, and none of it outside the page. */
async function holds(page: Page, width: number): Promise<void> {
  // Some controls come after the map.
  await settled(page);
  expect(await tooWide(page)).toBe(0);
  const found = await targets(page);
  expect(found.length).toBeGreaterThan(8);
  const small = found.filter((one) => !one.inSentence && (one.width < 24 || one.height < 24));
  expect(small.map((one) => `${one.name}: ${one.width} x ${one.height}`)).toEqual([]);
  const outside = found.filter((one) => !one.name.startsWith('g ') && (one.left < -0.5 || one.right > width + 0.5));
  expect(outside.map((one) => `${one.name}: ${one.left} to ${one.right}`)).toEqual([]);
}

for (const size of [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
]) {
  test.describe(`${size.width} x ${size.height}`, () => {
    test.use({ viewport: size, hasTouch: true });

    test('every control can be reached and hit', async ({ page }) => {
      await open(page, 'time=2023-09-10T12:00Z');
      await holds(page, size.width);
      await page.getByRole('button', { name: 'Next event' }).tap();
      await expect(readOut(page)).toHaveText('Tuesday 12 September 2023, 00:00 UTC');
      await page.getByRole('button', { name: 'Play', exact: true }).tap();
      await page.getByRole('button', { name: 'Pause' }).tap();
      await slider(page).scrollIntoViewIfNeeded();
      const settings = page
        .locator('summary', { hasNot: page.locator('p') })
        .and(page.getByLabel('Time settings and more'));
      await settings.tap();
      await holds(page, size.width);
      for (const name of ['One day back', 'One day forward', 'Loop', 'Table', 'Keyboard shortcuts']) {
        await page.getByRole('button', { name, exact: true }).tap({ trial: true });
      }
      for (const name of ['Speed', 'Time zone']) await page.getByRole('combobox', { name }).tap({ trial: true });
      await page.getByRole('textbox', { name: /^Go to date/ }).fill('2023-09-10');
      await page.getByRole('textbox', { name: /^Go to date/ }).press('Enter');
      await expect(readOut(page)).toHaveText('Sunday 10 September 2023, 00:00 UTC');
      for (const name of [/^3 trips/, /^6 trips/]) await page.getByRole('button', { name }).tap({ trial: true });
    });

    test('the sheet of evidence opens and closes', async ({ page }) => {
      await open(page, 'time=2023-09-10T12:00Z');
      await voyageButton(page, 'Angara, White House').tap();
      const sheet = page.getByRole('region', { name: 'White House voyage' });
      await expect(sheet).toBeInViewport({ ratio: 0.1 });
      await expect(sheet.getByRole('rowheader', { name: 'Left Najin laden' })).toBeInViewport();
      await holds(page, size.width);
      await sheet.getByText('How these dates were drawn').tap();
      await holds(page, size.width);
      await sheet.getByRole('link').last().scrollIntoViewIfNeeded();
      await sheet.getByRole('button', { name: 'Close the evidence' }).tap();
      await expect(sheet).toBeHidden();
      await expect.poll(() => addressOf(page).selected).toBeUndefined();
    });
  });
}

test.describe('text of twice the size', () => {
  // What a browser does at 200 %: half as many CSS pixels.
  test.use({ viewport: { width: 640, height: 400 } });
  test('is not cut off and needs no scrolling sideways', async ({ page }) => {
    await open(page, 'time=2023-09-10T12:00Z');
    expect(await tooWide(page)).toBe(0);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(readOut(page)).toBeInViewport();
  });
});
