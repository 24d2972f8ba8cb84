import type { Page } from '@playwright/test';
import { check } from './axe.ts';
import { expect, test } from './page.ts';
import { open, SMALL } from './voyage-page.ts';

// Axe itself tries to set a style.
test.use({ allowedErrors: [[/Applying inline style/], { scope: 'test' }] });

const PHONE = { width: 390, height: 844 };

interface Look {
  readonly name: string;
  readonly hash: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly prepare?: (page: Page) => Promise<void>;
}

const LOOKS: readonly Look[] = [
  { name: 'the page', hash: 'time=2023-09-10T12:00Z', size: SMALL },
  {
    name: 'evidence, counts and table open',
    hash: 'time=2023-09-10T12:00Z&selected=angara-white-house',
    size: SMALL,
    prepare: async (page) => {
      await page.getByText('How these dates were drawn').click();
      await page.getByRole('button', { name: /^3 trips/ }).click();
      await page.getByRole('button', { name: 'Table', exact: true }).click();
    },
  },
  { name: 'a phone', hash: 'time=2023-10-11T00:00Z', size: PHONE },
  { name: 'a phone with evidence', hash: 'time=2023-10-11T00:00Z&selected=maria-october', size: PHONE },
  {
    name: 'the schedules that fit',
    hash: 'time=2023-09-10T12:00Z&analysis=schedules:7:8',
    size: SMALL,
    prepare: (page) => page.getByText('Table: each day').first().click(),
  },
  {
    name: 'claims that contradict each other, with everything that can be changed',
    hash: 'analysis=claims&whatif=assume:greatestSpeed:1',
    size: SMALL,
    prepare: async (page) => {
      await expect(page.getByText(/^At hand: 96 h/)).toBeVisible();
      await page.getByText(/pairs of claims contradict/).click();
      await page.getByText(/^Claims and sightings: all/).click();
      await page.getByText(/^Sightings \(/).click();
    },
  },
  {
    name: 'numbers of trips on a phone',
    hash: 'analysis=trips',
    size: PHONE,
    prepare: async (page) => {
      await page.getByText('Why so few, why so many').first().click();
    },
  },
  {
    name: 'unnamed ships',
    hash: 'analysis=unnamed',
    size: SMALL,
    prepare: async (page) => {
      await page
        .getByText(/^There it would narrow/)
        .first()
        .click();
    },
  },
  {
    name: 'the questions about a table of one’s own',
    hash: '',
    size: SMALL,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Open your own…' }).click();
      const text =
        'Vessel,From,To,ETD,Arrived\nTern,Suva,Apia,2019-04-03,2019-04-06\n,Apia,Suva,2019-04-07,2019-04-09\n';
      await page.getByRole('textbox', { name: 'Or paste a table or GeoJSON here' }).fill(text);
      await page.getByRole('button', { name: 'Read the text' }).click();
      await page.getByRole('button', { name: 'Take the first place offered for each' }).click();
      await page.getByText('1 note on what is left out').click();
      await expect(page.getByText('1 of 2 rows can be shown, 1 left out.')).toBeVisible();
    },
  },
  { name: 'notices', hash: 'colour=red&speed=fast', size: SMALL },
  {
    name: 'the list of keys',
    hash: 'time=2023-09-10T12:00Z',
    size: SMALL,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
];

for (const { name, hash, size, prepare } of LOOKS) {
  test(`axe finds nothing wrong in ${name}, light and dark`, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page, hash);
    await prepare?.(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations, inShadow } = await check(page);
      expect(violations, colorScheme).toEqual([]);
      expect(inShadow).toBeGreaterThan(20);
    }
  });
}

test('axe looks into the shadow root', async ({ page }) => {
  await page.setViewportSize(SMALL);
  await open(page);
  await page.getByRole('button', { name: 'Loop' }).evaluate((button: Element) => {
    button.removeAttribute('aria-label');
    button.removeAttribute('title');
  });
  expect((await check(page)).violations.join('\n')).toContain('button-name');
});
