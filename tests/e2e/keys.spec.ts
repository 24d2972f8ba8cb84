import type { Page } from '@playwright/test';
import { KEYS, type KeyAction } from '../../src/bindings/keys.ts';
import { expect, test } from './page.ts';
import { mapOf, open, readOut, SMALL, settingsOf, shownTime, slider, voyageButton } from './voyage-page.ts';

test.use({ viewport: SMALL });

const NOON = '2023-09-10T12:00Z';
const help = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const timeIs = (text: string) => (page: Page) =>
  expect.poll(async () => new Date(await shownTime(page)).toISOString()).toBe(text);
const setting = (name: string, text: string) => (page: Page) =>
  expect.poll(async () => (await settingsOf(page))[name]).toBe(text);

/** What each key must do at noon of 10 September with the evidence of a voyage open, and how to undo what would be in the way. */
const EFFECT: Readonly<Record<KeyAction, (page: Page, key: string) => Promise<void>>> = {
  play: async (page, key) => {
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await page.keyboard.press(key);
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  },
  dayBack: timeIs('2023-09-09T12:00:00.000Z'),
  dayForward: timeIs('2023-09-11T12:00:00.000Z'),
  weekBack: timeIs('2023-09-03T12:00:00.000Z'),
  weekForward: timeIs('2023-09-17T12:00:00.000Z'),
  previousMoment: timeIs('2023-09-07T00:00:00.000Z'),
  nextMoment: timeIs('2023-09-12T00:00:00.000Z'),
  slower: setting('speed', '0.5'),
  faster: setting('speed', '2'),
  start: timeIs('2023-08-10T00:00:00.000Z'),
  end: timeIs('2023-10-20T00:00:00.000Z'),
  fullScreen: async (page, key) => {
    const full = () => page.evaluate(() => document.fullscreenElement?.localName ?? null);
    await expect.poll(full).toBe('voyage-map');
    await page.keyboard.press(key);
    await expect.poll(full).toBe(null);
  },
  find: async (page) => {
    const field = page.getByRole('combobox', { name: 'Ship, port, voyage or date' });
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(field).toBeHidden();
  },
  help: async (page) => {
    await expect(help(page)).toBeVisible();
    await expect(help(page).getByRole('row')).toHaveCount(KEYS.length + 1);
    await page.keyboard.press('Escape');
    await expect(help(page)).toBeHidden();
  },
  close: async (page) => {
    await expect(page.getByRole('region', { name: 'August voyage' })).toBeHidden();
    expect((await settingsOf(page)).selected).toBeUndefined();
  },
};

const put = (page: Page, texts: Record<string, string>): Promise<void> =>
  mapOf(page).evaluate((map: Element, all) => {
    for (const [name, text] of Object.entries(all)) map.setAttribute(name, text);
  }, texts);

test('every key of the list does what the list says', async ({ page }) => {
  await open(page, `time=${NOON}&selected=angara-august`);
  for (const { action, keys } of KEYS) {
    for (const key of keys) {
      await test.step(`${action}: ${key}`, async () => {
        // Attributes that are set to what they were say so again.
        await put(page, { time: NOON, speed: '1', playing: 'false', selected: 'angara-august' });
        await expect(readOut(page)).toHaveText('Sunday 10 September 2023, 12:00 UTC');
        await expect(page.getByRole('region', { name: 'August voyage' })).toBeVisible();
        await slider(page).focus();
        await page.keyboard.press(key);
        await EFFECT[action](page, key);
      });
    }
  }
});

test('Escape closes the list of keys first and the evidence only after it', async ({ page }) => {
  await open(page, `time=${NOON}&selected=angara-august`);
  await slider(page).press('?');
  await expect(help(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help(page)).toBeHidden();
  await expect(page.getByRole('region', { name: 'August voyage' })).toBeVisible();
  await expect(slider(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'August voyage' })).toBeHidden();
});

test('keys act on nothing while the list of keys is open, while a date is typed, and with Ctrl, Alt or Meta', async ({
  page,
}) => {
  await open(page, `time=${NOON}`);
  const unchanged = async (): Promise<void> => {
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    expect(await settingsOf(page)).toEqual({ time: NOON });
  };
  const field = page.getByRole('textbox', { name: /^Go to date/ });
  await field.focus();
  for (const { keys } of KEYS) for (const key of keys) await page.keyboard.press(key);
  await expect(help(page)).toBeHidden();
  await expect(field).toHaveValue(/k/);
  await unchanged();

  await slider(page).focus();
  for (const modifier of ['Control', 'Alt', 'Meta']) {
    for (const key of ['k', '.', 'j', ']', '?']) await page.keyboard.press(`${modifier}+${key}`);
  }
  await expect(help(page)).toBeHidden();
  await unchanged();

  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(help(page)).toBeVisible();
  for (const key of ['k', '.', 'j', ']', 'End']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await expect(help(page)).toBeHidden();
  await unchanged();
});

test('the space bar on something that is pressed presses it, and that alone', async ({ page }) => {
  // Room for the card of a port.
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, `time=${NOON}`);
  const card = page.getByRole('region', { name: 'Najin', exact: true });
  await expect(card).toBeVisible();
  await page.getByRole('group', { name: 'Ports' }).getByRole('button', { name: 'Najin' }).press(' ');
  await expect(card).toBeHidden();
  const play = page.getByRole('button', { name: 'Play', exact: true });
  await play.press(' ');
  const pause = page.getByRole('button', { name: 'Pause' });
  await expect(pause).toBeFocused();
  await pause.press(' ');
  await expect(play).toBeVisible();
  await put(page, { time: NOON });
  const loop = page.getByRole('button', { name: 'Loop' });
  await loop.press(' ');
  await expect(loop).toHaveAttribute('aria-pressed', 'true');
  await voyageButton(page, 'White House').press(' ');
  await expect(page.getByRole('region', { name: 'White House voyage' })).toBeVisible();
  await page.getByText('How these dates were drawn').press(' ');
  await expect(page.getByText('Greatest speed 16 kn')).toBeVisible();
  await expect(play).toBeVisible();
  expect(await settingsOf(page)).toEqual({ time: NOON, loop: 'true', selected: 'angara-white-house' });
});
