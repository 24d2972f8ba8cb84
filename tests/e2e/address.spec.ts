import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { SETTINGS, type SettingName } from '../../src/state/settings.ts';
import { expect, sharingTest, test } from './page.ts';
import {
  addressOf,
  frames,
  notices,
  open,
  readOut,
  SMALL,
  settingsOf,
  settled,
  slider,
  voyageButton,
} from './voyage-page.ts';

test.use({ viewport: SMALL });

/** Serves a case of the tests as if it stood beside the built page. */
async function serveFixture(page: Page, folder: string): Promise<void> {
  for (const name of ['ports.geojson', 'voyages.json']) {
    const body = readFileSync(new URL(`../fixtures/${folder}/${name}`, import.meta.url), 'utf8');
    await page.route(`**/data/${folder}/${name}`, (route) => route.fulfill({ contentType: 'application/json', body }));
  }
  await page.route(`**/data/${folder}/routes.json`, (route) => route.fulfill({ json: [] }));
}

interface Trip {
  readonly text: string;
  /** What a reader sees of it. */
  readonly seen: (page: Page) => Promise<void>;
}

const option = (list: string, chosen: string) => (page: Page) =>
  expect(page.getByRole('combobox', { name: list }).locator('option:checked')).toHaveText(chosen);

/** A value of each setting that is not its initial one, where it has another. */
const TRIPS: Readonly<Record<SettingName, Trip>> = {
  data: {
    text: 'data/pacific-case/',
    seen: (page) => expect(page.getByRole('heading', { level: 1 })).not.toContainText('Najin'),
  },
  time: { text: '2023-09-10T12:30Z', seen: (page) => expect(readOut(page)).toContainText('10 September 2023, 12:30') },
  playing: { text: 'true', seen: (page) => expect(page.getByRole('button', { name: 'Pause' })).toBeVisible() },
  speed: { text: '2.5', seen: option('Speed', '2.5 days / s') },
  loop: {
    text: 'true',
    seen: (page) => expect(page.getByRole('button', { name: 'Loop' })).toHaveAttribute('aria-pressed', 'true'),
  },
  selected: {
    text: 'maria-october',
    seen: (page) => expect(page.getByRole('region', { name: 'October voyage' })).toBeVisible(),
  },
  only: {
    text: 'maria',
    seen: async (page) => {
      const strips = page.getByRole('region', { name: 'Timeline of the voyages' }).getByRole('button');
      await expect(strips).toHaveCount(2);
      await expect(page.getByRole('row').filter({ hasText: 'Maria' })).toHaveCount(1);
      await expect(page.getByRole('row').filter({ hasText: 'Angara' })).toHaveCount(0);
    },
  },
  ports: {
    text: 'dunay',
    seen: (page) => expect(page.getByRole('note')).toContainText('2 of 2 ships are shown: those that call at Dunay.'),
  },
  period: {
    text: '2023-09',
    seen: async (page) => {
      await expect(page.getByRole('note')).toContainText('2 of 2 ships are shown: those that may be under way');
      await expect(slider(page)).toHaveAttribute('max', String(Date.UTC(2023, 9, 1)));
    },
  },
  view: { text: '9.00/43.1000/131.9000', seen: (page) => expect(page.locator('canvas')).toBeVisible() },
  lang: { text: 'id', seen: (page) => expect(page.getByRole('button', { name: 'Putar', exact: true })).toBeVisible() },
  zone: { text: 'Asia/Vladivostok', seen: option('Time zone', 'Asia/Vladivostok') },
  look: {
    text: 'dark',
    // The reader prefers light here.
    seen: (page) => expect(page.locator('.page')).toHaveCSS('background-color', 'rgb(22, 32, 40)'),
  },
  projection: { text: 'globe', seen: option('Map', 'Globe') },
  whatif: {
    text: 'without:C5',
    seen: (page) => expect(page.getByRole('note')).toContainText('not what was reported'),
  },
  analysis: {
    text: 'trips',
    seen: (page) => expect(page.getByRole('region', { name: 'Does it add up?' })).toBeVisible(),
  },
  controls: { text: 'none', seen: (page) => expect(page.getByRole('button', { name: 'Play' })).toHaveCount(0) },
  passages: {
    text: 'closed:suez,panama',
    seen: (page) =>
      expect(page.getByRole('note')).toContainText(
        'Suez Canal and Panama Canal closed. This is your assumption, no part of the reports.',
      ),
  },
};

for (const [name, { text, seen }] of Object.entries(TRIPS) as [SettingName, Trip][]) {
  sharingTest(`${name} of the address is shown and kept`, async ({ page }) => {
    await serveFixture(page, 'pacific-case');
    const initial = text === SETTINGS[name].write(SETTINGS[name].initial as never);
    await open(page, `${name}=${text}`);
    await seen(page);
    const settings = await settingsOf(page);
    // The time moves on while it plays.
    if (name === 'playing') delete settings.time;
    expect(settings).toEqual(initial ? {} : { [name]: text });
    await expect(notices(page).getByRole('paragraph')).toHaveCount(0);
    if (name === 'playing') return;
    // Another change writes the whole address anew: this setting stays in it, and one that is initial leaves it.
    const anywhere = page
      .getByRole('group', { name: /Ports|Pelabuhan/ })
      .getByRole('button')
      .first();
    await anywhere.press('j');
    await anywhere.press('>');
    await expect.poll(() => addressOf(page).speed).toBe(name === 'speed' ? '5' : '2');
    const kept = name === 'time' ? '2023-09-03T12:30Z' : name === 'speed' ? '5' : text;
    expect(addressOf(page)[name]).toBe(initial ? undefined : kept);
  });
}

test('a view that a link asks for right after another is not taken back', async ({ page }) => {
  await open(page, 'view=9.00/43.1000/131.9000');
  // The first lets the map fit its lanes; while it moves, the second asks for a view.
  await page.evaluate(() => {
    location.hash = '#time=2023-09-01T00:00Z';
    setTimeout(() => {
      location.hash = '#view=12.50/42.2271/130.2890';
    }, 200);
  });
  await expect.poll(async () => (await settingsOf(page)).view).toBe('12.50/42.2271/130.2890');
  await settled(page);
  // Longer than a map that was moved waits until it says so.
  await frames(page, 60);
  expect((await settingsOf(page)).view).toBe('12.50/42.2271/130.2890');
});

test('what the reader changes is written: nothing but what differs, and readable', async ({ page }) => {
  await open(page);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('5 days / s');
  await page.getByRole('combobox', { name: 'Time zone' }).selectOption('Your zone');
  await page.getByRole('button', { name: 'Loop' }).click();
  await voyageButton(page, 'Angara, August').click();
  await slider(page).press('PageUp');
  await expect
    .poll(() => new URL(page.url()).hash)
    .toBe('#time=2023-08-17T00:00Z&speed=5&loop=true&selected=angara-august&zone=local');
  await page.getByRole('button', { name: 'Close the evidence' }).click();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('1 day / s');
  await page.getByRole('combobox', { name: 'Time zone' }).selectOption('UTC');
  await page.getByRole('button', { name: 'Loop' }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#time=2023-08-17T00:00Z');
});

test('Back and Forward bring selection and moment back', async ({ page }) => {
  await open(page);
  const panel = page.getByRole('region', { name: 'October voyage' });
  await slider(page).press('PageUp');
  await expect.poll(() => addressOf(page)).toEqual({ time: '2023-08-17T00:00Z' });
  await voyageButton(page, 'Maria, October').click();
  await expect.poll(() => addressOf(page)).toEqual({ time: '2023-08-17T00:00Z', selected: 'maria-october' });
  await slider(page).press('PageUp');
  await expect.poll(() => addressOf(page)).toEqual({ time: '2023-08-24T00:00Z', selected: 'maria-october' });

  await page.goBack();
  await expect(panel).toBeHidden();
  await expect(readOut(page)).toHaveText('Thursday 17 August 2023, 00:00 UTC');
  await page.goForward();
  await expect(panel).toBeVisible();
  await expect(readOut(page)).toHaveText('Thursday 24 August 2023, 00:00 UTC');
  await page.goBack();
  await expect(panel).toBeHidden();
  // An address that the reader edits is read as well, and what it no longer names goes back to its beginning.
  await page.goto('./#zone=Asia/Vladivostok');
  await expect(readOut(page)).toHaveText('Thursday 10 August 2023, 10:00 GMT+10');
  await expect.poll(() => settingsOf(page)).toEqual({ zone: 'Asia/Vladivostok' });
});

test('a time zone changes the read-out and the dates drawn, and is named', async ({ page }) => {
  await open(page, 'time=2023-09-10T18:00Z&zone=Asia/Vladivostok&selected=angara-white-house');
  await expect(readOut(page)).toHaveText('Monday 11 September 2023, 04:00 GMT+10');
  await expect(page.getByRole('table', { name: /^Ships at Monday 11 September 2023, 04:00 GMT\+10/ })).toBeAttached();
  await expect(page.getByRole('columnheader', { name: 'drawn, GMT+10' })).toBeVisible();
  await expect.poll(() => slider(page).getAttribute('aria-valuetext')).toContain('04:00 GMT+10');
});

const REFUSED: readonly (readonly [hash: string, named: readonly string[]])[] = [
  ['colour=red', ['"colour"', 'time, playing']],
  ['speed=fast', ['"speed"', '"fast"', '0.01 to 100']],
  ['speed=0', ['"speed"', '"0"']],
  ['time=yesterday', ['"time"', '"yesterday"', 'ISO 8601']],
  ['time=2023-02-30', ['"time"', '"2023-02-30"']],
  ['zone=Atlantis', ['"zone"', '"Atlantis"', 'IANA']],
  ['view=here', ['"view"', '"here"']],
  ['lang=tlh', ['"lang"', '"tlh"']],
  ['controls=some', ['"controls"', '"some"']],
  ['data=javascript:alert(1)/', ['"data"', 'javascript:alert(1)/']],
  ['selected=ghost', ['"selected"', '"ghost"', 'maria-october']],
  ['only=maria,ghost', ['"only"', '"maria,ghost"', 'angara, maria']],
];

test('what the address says wrongly is named, and the rest of it works', async ({ page }) => {
  // Each is given to the page as it opens, all but the last few again to the open page.
  const all = REFUSED.map(([hash]) => hash).filter((hash) => !/^(speed=0|time=2023)/.test(hash));
  await open(page, `${all.join('&')}&loop=true`);
  const said = async (): Promise<string> => (await notices(page).textContent()) ?? '';
  for (const [hash, named] of REFUSED.filter(([one]) => all.includes(one))) {
    for (const part of named) await expect.poll(said, hash).toContain(part);
  }
  await expect(page.getByRole('button', { name: 'Loop' })).toHaveAttribute('aria-pressed', 'true');
  await expect(readOut(page)).toHaveText('Thursday 10 August 2023, 00:00 UTC');
  await expect(page.getByRole('region', { name: 'Timeline of the voyages' }).getByRole('button')).toHaveCount(2);
  await page.getByRole('button', { name: 'Dismiss the notices' }).click();
  await expect(notices(page).getByRole('paragraph')).toHaveCount(0);
});

test('an address that is edited while the page is open is checked as one that opens it', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z');
  for (const [hash, named] of REFUSED) {
    await test.step(hash, async () => {
      await page.goto(`./#time=2023-09-10T12:00Z&loop=true&${hash}`.replace(/time=[^&]*&(?=.*time=)/, ''));
      for (const part of named) await expect(notices(page)).toContainText(part);
      await expect(page.getByRole('button', { name: 'Loop' })).toHaveAttribute('aria-pressed', 'true');
      if (!hash.startsWith('time')) await expect(readOut(page)).toHaveText('Sunday 10 September 2023, 12:00 UTC');
      if (hash.startsWith('only')) await expect(page.locator('.ships [data-ship]')).toHaveCount(1);
      await page.getByRole('button', { name: 'Dismiss the notices' }).click();
      await expect(notices(page).getByRole('paragraph')).toHaveCount(0);
    });
  }
});

test('the map moved by keyboard writes its view, and evidence that opens does not', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z');
  await voyageButton(page, 'White House').click();
  await expect.poll(() => addressOf(page).selected).toBe('angara-white-house');
  await voyageButton(page, 'Maria, October').click();
  await expect.poll(() => addressOf(page).selected).toBe('maria-october');
  await page.getByRole('button', { name: 'Close the evidence' }).click();
  await expect.poll(() => addressOf(page)).toEqual({ time: '2023-09-10T12:00Z' });

  const map = page.getByRole('region', { name: /^Map: / });
  const viewOf = async (): Promise<readonly number[]> => {
    // What is written follows a moment after the map has come to rest.
    await settled(page);
    await expect.poll(() => addressOf(page).view).toBe((await settingsOf(page)).view);
    return (addressOf(page).view ?? '').split('/').map(Number);
  };
  await map.press('ArrowRight');
  await expect.poll(() => addressOf(page).view ?? '').toMatch(/^\d+\.\d\d\/\d+\.\d{4}\/\d+\.\d{4}$/);
  const [zoom = 0] = await viewOf();
  await map.press('+');
  await expect.poll(async () => (await viewOf())[0]).toBeCloseTo(zoom + 1, 1);
  const [, , lng = 0] = await viewOf();
  await map.press('ArrowLeft');
  await expect.poll(async () => (await viewOf())[2]).toBeLessThan(lng);
});
