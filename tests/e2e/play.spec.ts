import type { Page } from '@playwright/test';
import { DAY } from '../../src/model/edtf.ts';
import type { VoyageMapElement } from '../../src/voyage-map.tsx';
import { expect, test } from './page.ts';
import { addressOf, frames, mapOf, open, readOut, SMALL, settingsOf } from './voyage-page.ts';

test.use({ viewport: SMALL });

const play = (page: Page) => page.getByRole('button', { name: 'Play', exact: true });
const pause = (page: Page) => page.getByRole('button', { name: 'Pause', exact: true });
const timeOf = async (page: Page): Promise<number> => Date.parse((await settingsOf(page)).time ?? '');

test('Play runs time, Pause stops it and writes it into the address', async ({ page }) => {
  await open(page);
  await expect(readOut(page)).toHaveText('Thursday 10 August 2023, 00:00 UTC');
  await play(page).click();
  await expect(readOut(page)).not.toHaveText('Thursday 10 August 2023, 00:00 UTC');
  const first = await timeOf(page);
  await expect.poll(() => timeOf(page)).toBeGreaterThan(first);
  await expect(play(page)).toHaveCount(0);
  await pause(page).click();
  const stopped = await timeOf(page);
  const words = await readOut(page).textContent();
  await frames(page, 10);
  expect(await timeOf(page)).toBe(stopped);
  await expect(readOut(page)).toHaveText(words ?? '');
  await expect.poll(() => Date.parse(addressOf(page).time ?? '')).toBe(stopped);
});

test('plays to the end and stops there; Play then begins again', async ({ page }) => {
  await open(page, 'time=2023-10-19T12:00Z');
  await play(page).click();
  await expect(readOut(page)).toHaveText('Friday 20 October 2023, 00:00 UTC');
  await expect(play(page)).toBeVisible();
  await play(page).click();
  await expect(readOut(page)).toHaveText(/ August 2023, /);
  await expect(pause(page)).toBeVisible();
});

test('with Loop it goes on from the start', async ({ page }) => {
  await open(page, 'time=2023-10-19T12:00Z');
  await page.getByRole('button', { name: 'Loop' }).click();
  await expect(page.getByRole('button', { name: 'Loop' })).toHaveAttribute('aria-pressed', 'true');
  await play(page).click();
  await expect(readOut(page)).toHaveText(/ August 2023, /);
  await expect(pause(page)).toBeVisible();
});

test('runs as many days a second as the reader chose', async ({ page }) => {
  await open(page, 'time=2023-08-20T00:00Z');
  const start = Date.parse('2023-08-20T00:00Z');
  // From here on time passes only where the test lets it.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('2 days / s');
  await play(page).click();
  await page.clock.runFor(1000);
  // Time moves at frames: the first may set out up to one early, the last may end up to one short.
  const frame = 0.02;
  const atTwo = ((await timeOf(page)) - start) / DAY;
  expect(Math.abs(atTwo - 2)).toBeLessThanOrEqual(2 * 2 * frame);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('10 days / s');
  await page.clock.runFor(1000);
  const atTen = ((await timeOf(page)) - start) / DAY - atTwo;
  expect(Math.abs(atTen - 10)).toBeLessThanOrEqual(2 * 10 * frame);
});

test('a link with a time opens paused, even one that says playing; one without a time may play', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z&playing=true');
  await expect(play(page)).toBeVisible();
  await frames(page, 10);
  await expect(readOut(page)).toHaveText('Sunday 10 September 2023, 12:00 UTC');
  await page.goto('about:blank');
  await open(page, 'playing=true');
  await expect(pause(page)).toBeVisible();
  await expect(readOut(page)).not.toHaveText('Thursday 10 August 2023, 00:00 UTC');
});

test.describe('where less motion is wanted', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('Play goes from moment to moment and shows nothing between', async ({ page }) => {
    await open(page, 'time=2023-09-10T12:00Z');
    await mapOf(page).evaluate((map: VoyageMapElement) => {
      const shown = new Set<string>();
      map.addEventListener('change', () => {
        shown.add(Object.fromEntries(map.settings).time ?? '');
        map.dataset.shown = [...shown].join(' ');
      });
    });
    await play(page).click();
    await expect(readOut(page)).toHaveText('Thursday 28 September 2023, 00:00 UTC', { timeout: 15_000 });
    await expect(pause(page)).toBeVisible();
    await pause(page).click();
    await expect(play(page)).toBeVisible();
    const steps = '2023-09-10T12:00Z 2023-09-12T00:00Z 2023-09-13T00:00Z 2023-09-28T00:00Z';
    expect(await mapOf(page).getAttribute('data-shown')).toBe(steps);
  });
});
