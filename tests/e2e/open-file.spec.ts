import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { addressOf, mapOf, notices, open, readOut, SMALL, settled, voyageButton } from './voyage-page.ts';

test.use({ viewport: SMALL });

const strips = (page: Page) => page.getByRole('region', { name: 'Timeline of the voyages' }).getByRole('button');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const banner = (page: Page) => page.getByRole('region', { name: 'Your own file' });

const LIST = [
  'Vessel,From,To,Departure date,Arrival date,Source',
  'Tern,Suva,Apia,03/04/2019,06/04/2019,An Invented Gazette',
  'Tern,Apia,Suva,08/04/2019,11/04/2019,An Invented Gazette',
  ',Suva,Apia,09/04/2019,12/04/2019,An Invented Gazette',
  '',
].join('\n');

const GEOJSON = {
  type: 'Feature',
  properties: { vessel: 'Petrel' },
  geometry: {
    type: 'LineString',
    coordinates: [
      [178.4, -18.2, 0, 1554249600],
      [179.9, -17.2, 0, 1554271200],
      [-178.6, -16.2, 0, 1554292800],
    ],
  },
};

const fileOf = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test('a table is asked about, shown as any other case, and kept in the browser', async ({ page }) => {
  await open(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.getByRole('button', { name: 'Open your own…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Choose a file…').setInputFiles(fileOf('list.csv', LIST));

  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('What do the columns of list.csv hold?');
  await expect(dialog.getByLabel('From (needed)').locator('option:checked')).toHaveText('From');
  const show = dialog.getByRole('button', { name: 'Show on the map' });
  await expect(dialog.getByText('2 questions to answer')).toBeVisible();
  await expect(show).toBeDisabled();
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
  for (const group of await dialog.getByRole('group').all()) {
    await group.getByRole('radio', { name: 'The day comes first' }).check();
  }

  await expect(dialog.getByRole('combobox', { name: 'Place of Suva' }).locator('option:checked')).toHaveText('Choose…');
  await expect(show).toBeDisabled();
  await dialog
    .getByRole('combobox', { name: 'Place of Suva' })
    .selectOption({ label: 'Suva, Fiji (18.14° S, 178.43° E) FJSUV' });
  await dialog.getByRole('textbox', { name: 'Latitude and longitude of Apia' }).fill('13.82 S, 171.76 W');
  await dialog.getByRole('textbox', { name: 'Latitude and longitude of Apia' }).press('Tab');
  await expect(dialog.getByText('2 of 3 rows can be shown, 1 left out.')).toBeVisible();
  await show.click();

  await expect(dialog).toBeHidden();
  await expect(heading(page)).toHaveText('list.csv');
  await settled(page);
  const ports = page.getByRole('group', { name: 'Ports' });
  await expect(ports.getByRole('button', { name: 'Suva' })).toBeVisible();
  await expect(ports.getByRole('button', { name: 'Apia' })).toBeVisible();
  await expect(strips(page)).toHaveCount(2);
  await expect(readOut(page)).toContainText('2019');
  await expect(banner(page)).toContainText(
    '2 of 3 rows are shown, 1 left out. This data stays in your browser; a link cannot carry it.',
  );
  await expect(banner(page)).toContainText('GeoNames');
  await banner(page).getByText('1 note on what is left out').click();
  await expect(banner(page)).toContainText('row 4: the row names no ship');
  const saving = page.waitForEvent('download');
  await banner(page).getByRole('button', { name: 'Download the list' }).click();
  expect((await saving).suggestedFilename()).toBe('list.csv - notes.csv');

  await strips(page).first().click();
  await expect(page.getByRole('heading', { name: 'Evidence' })).toBeVisible();
  await page.getByRole('button', { name: 'Close the evidence' }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog')).toContainText('a link cannot carry it');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  expect(addressOf(page)).toEqual({});

  await banner(page)
    .getByRole('button', { name: /^Back to / })
    .click();
  await expect(heading(page)).toContainText('Najin and Dunay');
  await expect(strips(page)).toHaveCount(5);
  await expect(banner(page)).toHaveCount(0);
  expect(asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
  expect(asked.filter((one) => one.endsWith('/gazetteer/places.tsv'))).toHaveLength(1);
});

test('a broken file is refused by name and the map stays; what is pasted or dropped is shown', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Open your own…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Choose a file…').setInputFiles(fileOf('broken.json', '{ "version": 1, '));
  await expect(dialog.getByRole('alert')).toContainText(
    'Nothing of broken.json can be shown. The map stays as it was.',
  );
  await expect(dialog).toContainText('the file is not JSON');
  await expect(heading(page)).toContainText('Najin and Dunay');
  await dialog.getByRole('button', { name: 'Open another file' }).click();
  await dialog.getByRole('textbox', { name: 'Or paste a table or GeoJSON here' }).fill(JSON.stringify(GEOJSON));
  await dialog.getByRole('button', { name: 'Read the text' }).click();
  await expect(heading(page)).toHaveText('Pasted text');
  await expect(strips(page)).toHaveCount(1);
  await expect(mapOf(page)).toHaveAttribute('data-state', 'ready');

  const data = await page.evaluateHandle(
    (text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.geojson'));
      return transfer;
    },
    JSON.stringify({ ...GEOJSON, properties: { vessel: 'Skua' } }),
  );
  const map = page.locator('.map').first();
  await map.dispatchEvent('dragenter', { dataTransfer: data });
  await expect(page.getByText('Drop to open it on the map')).toBeVisible();
  await map.dispatchEvent('drop', { dataTransfer: data });
  await expect(heading(page)).toHaveText('dropped.geojson');
  await expect(voyageButton(page, 'Skua')).toHaveCount(1);
});

test('the address may name a file; a table there is asked about', async ({ page }) => {
  await page.route('**/own/track.geojson', (route) =>
    route.fulfill({ json: GEOJSON, contentType: 'application/geo+json' }),
  );
  await page.route('**/own/list.csv', (route) => route.fulfill({ body: LIST, contentType: 'text/csv' }));
  await open(page, 'data=own/track.geojson');
  await expect(heading(page)).toHaveText('track.geojson');
  await expect(strips(page)).toHaveCount(1);
  await page.goto('./#data=own/list.csv');
  await expect(notices(page)).toContainText('list.csv: it is a table');
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toContainText('list.csv');
});
