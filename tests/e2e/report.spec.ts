import type { Page } from '@playwright/test';
import { reportEn } from '../../src/i18n/en/report.ts';
import { expect, test } from './page.ts';
import { mapOf, open, SMALL, settled } from './voyage-page.ts';

test.use({ viewport: SMALL });

/** A printer that only counts what it is asked for. */
const stubPrinter = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.print = () => dispatchEvent(new Event('printed'));
    addEventListener('printed', () => {
      document.documentElement.dataset.printed = 'yes';
    });
  });

test('the analysis is printed as a report, and the page is as before', async ({ page }) => {
  test.setTimeout(150_000);
  await stubPrinter(page);
  await open(page, 'analysis=claims&whatif=assume:greatestSpeed:1');
  await settled(page);
  const report = mapOf(page).locator('.report');
  const button = page.getByRole('button', { name: reportEn.print });
  await button.click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes', { timeout: 90_000 });
  await expect(report).toBeHidden();
  await expect(button).toBeVisible();

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(report.getByRole('heading', { level: 2 })).toHaveText(Object.values(reportEn.headings));
  await expect(report.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(report).toContainText('The claims cannot all be true, if no ship is faster than 1 knot');
  // Sums and reasons are open: paper cannot be unfolded.
  await expect(report.getByText(/^At hand: 96 h at most\./).first()).toBeVisible();
  await expect(report).toContainText(/Hypothetical: dotted is outcome 21 of 100/);
  const areas = report.locator('.report-reach .report-map');
  await expect(areas.first().locator('path.reach-still').first()).toBeVisible();
  const pictures = report.locator('.report-pictures .report-map');
  await expect(pictures).toHaveCount(8);
  const [first, second] = [await pictures.nth(0).boundingBox(), await pictures.nth(1).boundingBox()];
  expect(second?.y).toBe(first?.y);
  expect(second?.x).toBeGreaterThan((first?.x ?? NaN) + (first?.width ?? NaN));
  expect(await pictures.first().locator('path.still-land').count()).toBeGreaterThan(0);
  await expect(report).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(report).toHaveCSS('color', 'rgb(0, 0, 0)');
  for (const part of ['.page-title', '.page-panel', '.timeline', '.report button']) {
    expect(await mapOf(page).locator(part).filter({ visible: true }).count(), part).toBe(0);
  }
  const tooWide = await report.evaluate((box) =>
    [...box.querySelectorAll('table, section, figure, li')].filter(
      (part) => part.getBoundingClientRect().right > innerWidth + 1,
    ),
  );
  expect(tooWide).toEqual([]);

  // A browser says itself when it has printed.
  await page.emulateMedia({ media: null, colorScheme: 'light' });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  // A4 upright, in points.
  expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12][.\d]*\s*\]/);
  await expect(report).toHaveCount(0);
  await expect(page.locator('link[href*="report"]')).toHaveCount(0);
  await expect(mapOf(page)).toHaveAttribute('data-state', 'ready');
  await expect(button).toBeInViewport();
  await expect(button).toBeFocused();
});
