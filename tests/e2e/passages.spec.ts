import { expect, test } from './page.ts';
import { addressOf, notices, open, SMALL } from './voyage-page.ts';

test.use({ viewport: SMALL });

const port = (id: string, name: string, country: string, coordinates: [number, number]) => ({
  type: 'Feature',
  id,
  properties: { name, country },
  geometry: { type: 'Point', coordinates },
});

const FILES: Readonly<Record<string, unknown>> = {
  'ports.geojson': {
    type: 'FeatureCollection',
    features: [port('busan', 'Busan', 'KR', [129.05, 35.1]), port('rotterdam', 'Rotterdam', 'NL', [4.05, 51.98])],
  },
  'voyages.json': {
    version: 1,
    title: 'An invented voyage to Europe',
    summary: 'One invented ship.',
    window: '2022-01-01/2022-03-31',
    sources: [{ id: 'log', publisher: 'An Invented Log' }],
    claims: [{ id: 'one', text: 'She sailed.', source: 'log', kind: 'statement' }],
    vessels: [{ id: 'tern', name: 'Tern' }],
    voyages: [
      {
        id: 'west',
        vessel: 'tern',
        legs: [{ from: 'busan', to: 'rotterdam', depart: '2022-01-05', arrive: '2022-02-20', claims: ['one'] }],
      },
    ],
    sightings: [],
    events: [],
  },
  'routes.json': [],
};

test('with Suez and Panama closed the way to Europe goes round the Cape, and the page says whose assumption that is', async ({
  page,
}) => {
  test.slow();
  for (const [name, json] of Object.entries(FILES)) {
    await page.route(`**/data/europe/${name}`, (route) => route.fulfill({ json }));
  }
  await open(page, 'data=data/europe/');
  await page.getByRole('button', { name: 'Canals and straits…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Canals and straits' });
  const lane = dialog.getByRole('listitem');
  const milesOf = async (): Promise<number> =>
    Number(/([\d,]+) nautical miles/.exec(await lane.innerText())?.[1]?.replaceAll(',', ''));
  // 10,799 in a table of distances; the table keeps to lanes.
  await expect(lane).toContainText(/^Busan – Rotterdam: [\d,]+ km, 10,[\d]{3} nautical miles, through Suez Canal/, {
    timeout: 90_000,
  });
  expect(await milesOf()).toBeLessThan(11_000);

  await dialog.getByRole('checkbox', { name: 'Suez Canal' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Panama Canal' }).uncheck();
  await expect.poll(() => addressOf(page).passages).toBe('closed:suez,panama');
  await expect(lane).not.toContainText('Suez', { timeout: 90_000 });
  await expect.poll(milesOf, { timeout: 90_000 }).toBeGreaterThan(13_500);
  expect(await milesOf()).toBeLessThan(14_500);
  await dialog.getByRole('button', { name: 'Close' }).click();
  const banner = page.getByRole('note');
  await expect(banner).toContainText(
    'Suez Canal and Panama Canal closed. This is your assumption, no part of the reports.',
  );

  await banner.getByRole('button', { name: 'As usual' }).click();
  await expect(banner).toHaveCount(0);
  await expect.poll(() => addressOf(page).passages).toBe(undefined);
  await expect(notices(page)).toHaveText('');
});
