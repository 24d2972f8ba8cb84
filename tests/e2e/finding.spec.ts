import { readFileSync } from 'node:fs';
import { check } from './axe.ts';
import { expect, test } from './page.ts';
import { addressOf, open, SMALL, settingsOf, settled, slider, voyageButton } from './voyage-page.ts';

// Axe itself tries to set a style.
test.use({ allowedErrors: [[/Applying inline style/], { scope: 'test' }], viewport: SMALL });

test('many voyages have a row a ship; what is found is gone to, or nothing else is shown, and the page says so', async ({
  page,
}) => {
  for (const name of ['ports.geojson', 'voyages.json']) {
    const body = readFileSync(new URL(`../fixtures/many-ports-case/${name}`, import.meta.url), 'utf8');
    await page.route(`**/data/many/${name}`, (route) => route.fulfill({ contentType: 'application/json', body }));
  }
  await page.route('**/data/many/routes.json', (route) => route.fulfill({ json: [] }));
  await open(page, 'data=data/many/&time=2021-05-01');
  const rows = page.getByRole('group', { name: /^5 rows of ships/ });
  await expect(rows.getByRole('button')).toHaveCount(5);
  // There is no room for all five: down goes on to those that are scrolled into view, and the axis stays where it is.
  const axis = await slider(page).boundingBox();
  await voyageButton(page, 'Avocet: five voyages').focus();
  for (const ship of ['Dunlin', 'Godwit', 'Knot', 'Ruff']) {
    await page.keyboard.press('ArrowDown');
    await expect(voyageButton(page, `${ship}: `)).toBeFocused();
  }
  expect(await page.locator('.rows-scroll').evaluate((box) => box.scrollTop)).toBeGreaterThan(0);
  expect(await slider(page).boundingBox()).toEqual(axis);

  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Ship, port, voyage or date' });
  await field.fill('klaipeda');
  const answers = page.getByRole('grid', { name: 'Answers' });
  await expect(answers.getByRole('row').first()).toContainText('Klaipėda port, Lithuania, two ships call');
  expect((await check(page)).violations).toEqual([]);
  await field.press('ArrowDown');
  await field.press('ArrowRight');
  await expect(answers.getByRole('gridcell', { selected: true })).toHaveText('only ships that call here');
  await field.press('Enter');
  await expect(field).toBeHidden();
  await expect(page.getByRole('note')).toContainText('2 of 5 ships are shown: those that call at Klaipėda.');
  await expect.poll(() => addressOf(page).ports).toBe('klaipeda');
  // Few voyages are left, so each has a row of its own.
  await expect(voyageButton(page, 'Avocet')).toHaveCount(0);
  await expect(voyageButton(page, 'Copenhagen – Klaipėda')).toBeVisible();

  await page.getByRole('button', { name: 'Find…' }).first().click();
  await field.fill('2021-06-02 12:00');
  await field.press('Enter');
  await expect.poll(async () => (await settingsOf(page)).time).toBe('2021-06-02T12:00Z');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByRole('note')).toHaveCount(0);

  await page.keyboard.press('/');
  await field.fill('spring');
  await field.press('Enter');
  await settled(page);
  await expect(page.getByRole('region', { name: 'spring round voyage', exact: false })).toBeVisible();
});
