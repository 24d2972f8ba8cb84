import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { mapOf, open, settled } from './voyage-page.ts';

/** Width of the sheet less its margins, CSS px: A4 on its side. */
const SHEET = { width: 1030, height: 700 };

/** Parts that stick out of the sheet or are cut by a box around them, by their class. */
const cut = (page: Page): Promise<string[]> =>
  mapOf(page).evaluate((map) => {
    const root = map.shadowRoot as ShadowRoot;
    const parts = [
      ...root.querySelectorAll<HTMLElement>('.page-title, .page-legend, .timeline, table, .record, .claims'),
    ];
    const bad = parts.filter((part) => {
      const { left, right, width, height } = part.getBoundingClientRect();
      if (width === 0 || height === 0) return false;
      if (left < -1 || right > innerWidth + 1) return true;
      for (let box = part.parentElement; box; box = box.parentElement) {
        const { overflowY } = getComputedStyle(box);
        const around = box.getBoundingClientRect();
        if (overflowY !== 'visible' && part.getBoundingClientRect().bottom > around.bottom + 1) return true;
      }
      return false;
    });
    return bad.map((part) => part.className);
  });

/** Whether anything of a selector is seen. */
const seen = async (page: Page, selector: string): Promise<boolean> =>
  (await page.locator(selector).filter({ visible: true }).count()) > 0;

test.describe('on paper', () => {
  test.use({ viewport: SHEET });

  test('everything is there in its order, nothing is cut, no button is left', async ({ page }) => {
    await open(page, 'time=2023-09-10T12:00Z');
    await settled(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const map = mapOf(page);
    await expect(map.locator('.record article')).toHaveCount(5);
    const order = ['.page-title', '.map', '.page-legend', '.timeline', '.table-ships', '.record'];
    const tops = await Promise.all(
      order.map(async (part) => (await map.locator(part).filter({ visible: true }).first().boundingBox())?.y ?? NaN),
    );
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(await cut(page)).toEqual([]);
    for (const control of ['.transport', '.time-settings', '.more', 'input', 'select', '.page-notices']) {
      expect(await seen(page, `voyage-map ${control}`), control).toBe(false);
    }
    await expect(map).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(map.locator('.record')).toHaveCount(0);
  });

  test('every claim of a voyage stands in the record, with who says it', async ({ page }) => {
    await open(page);
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const articles = mapOf(page).locator('.record article');
    await expect(articles.first()).toBeVisible();
    for (const article of await articles.all()) {
      await expect(article.locator('.chain')).toHaveCount(1);
      expect(await article.locator('.claim-text').count()).toBeGreaterThan(0);
      expect(await article.locator('.claim-source').count()).toBeGreaterThan(0);
    }
  });

  test('prints to a few sheets', async ({ page }) => {
    await open(page);
    await settled(page);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(sheets).toBeGreaterThan(1);
    expect(sheets).toBeLessThan(9);
    // A4 on its side, in points.
    expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 84[12][.\d]* 59[45][.\d]*\s*\]/);
    await expect(mapOf(page).locator('.record')).toHaveCount(0);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the picture stays, a sentence says why, and the voyages stand in a table', async ({ page }) => {
    await page.goto('./');
    // Text and roles inside `noscript` are passed over by locators of text and role.
    await expect(page.locator('.no-script').first()).toHaveText(/^Without JavaScript the map stands still/);
    await expect(page.locator('.no-script').first()).toBeInViewport();
    const rows = page.locator('.record-table tbody tr');
    await expect(rows).toHaveCount(5);
    await expect(rows.last()).toContainText(/^MariaOctober.*Left Dunay: .* Reached Dunay: /);
    await rows.last().scrollIntoViewIfNeeded();
    await expect(rows.last()).toBeInViewport();
    for (const name of ['Play', 'Table', 'Share']) {
      await expect(page.getByRole('button', { name, exact: true }).filter({ visible: true })).toHaveCount(0);
    }
  });

  test('all evidence is one link away, with its sources', async ({ page }) => {
    await page.goto('./');
    await page.locator('.no-script a', { hasText: 'All evidence, with its sources' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At least five round trips/);
    await expect(page.getByRole('article')).toHaveCount(5);
    expect(await page.getByRole('link').count()).toBeGreaterThan(3);
  });
});
