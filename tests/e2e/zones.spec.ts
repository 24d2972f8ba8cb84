import type { Page } from '@playwright/test';
import { expect, notAllowed, test, watch } from './page.ts';
import { open, readOut, SMALL, slider } from './voyage-page.ts';

const ZONES = ['Pacific/Honolulu', 'UTC', 'Pacific/Kiritimati'];

/** Every word with a date on the page. */
async function dated(page: Page): Promise<Record<string, unknown>> {
  const timeline = page.getByRole('region', { name: 'Timeline of the voyages' });
  return {
    readOut: await readOut(page).textContent(),
    value: await slider(page).getAttribute('aria-valuetext'),
    axis: await timeline.locator('text').allTextContents(),
    evidence: await page.getByRole('region', { name: 'White House voyage' }).innerText(),
    table: await page.getByRole('table', { name: /^Ships at/ }).innerText(),
    ports: await page.getByRole('region', { name: /^(Najin|Dunay)$/ }).allInnerTexts(),
    title: await page.getByRole('region', { name: /^At least five/ }).innerText(),
  };
}

test('dates and times are the same wherever the reader is', async ({ browser, origin }) => {
  const pages: Record<string, unknown>[] = [];
  for (const timezoneId of ZONES) {
    const context = await browser.newContext({ timezoneId, viewport: SMALL });
    const notes = await watch(context, origin);
    const page = await context.newPage();
    await open(page, 'time=2023-09-10T00:00Z&selected=angara-white-house');
    expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(timezoneId);
    await page.getByText('How these dates were drawn').click();
    pages.push(await dated(page));
    // Asked for by name, the reader's own zone is shown, and said.
    if (timezoneId === 'Pacific/Kiritimati') {
      await page.getByRole('combobox', { name: 'Time zone' }).selectOption('local');
      await expect(readOut(page)).toHaveText('Sunday 10 September 2023, 14:00 GMT+14');
    }
    expect(notAllowed(notes, [])).toEqual([]);
    await context.close();
  }
  const [honolulu, utc, kiritimati] = pages;
  expect(utc?.readOut).toBe('Sunday 10 September 2023, 00:00 UTC');
  expect(utc?.evidence).toContain('7 – 12 Sep');
  expect(utc?.axis).toContain('10 Sep 00:00');
  expect(honolulu).toEqual(utc);
  expect(kiritimati).toEqual(utc);
});
