import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readCaseFile } from '../../src/dataset/formats/case-file.ts';
import { findingsOf } from '../../src/dataset/formats/finding.ts';
import { alongPath } from '../../src/model/path.ts';
import { whereabouts } from '../../src/model/whereabouts.ts';
import { caseOf } from '../../src/state/open-address.ts';
import { linesOf } from '../../src/state/sea-lines.ts';
import { fleetCase, fleetRoutes, readWorld } from '../bench/fleet.ts';
import { expect, test } from './page.ts';
import { mapOf, open, readOut, SMALL, settingsOf, settled, shownTime, slider } from './voyage-page.ts';

test.use({ viewport: SMALL });

const world = readWorld(readFileSync('tests/bench/world-lanes.tsv', 'utf8'));
const MOMENT = '2023-05-10T12:00Z';

/** Six hundred voyages of sixty ships, where nothing is: a folder with its sea routes. */
async function serve(page: Page): Promise<void> {
  const { ports, ...voyages } = fleetCase(world, 600);
  const files = { 'ports.geojson': ports, 'voyages.json': voyages, 'routes.json': fleetRoutes(world) };
  for (const [name, json] of Object.entries(files)) {
    await page.route(`**/data/fleet/${name}`, (route) => route.fulfill({ json }));
  }
}

/** A ship that is drawn at sea at the moment, with nobody near her. */
function lonelyShip() {
  const read = readCaseFile(fleetCase(world, 600), 'fleet', findingsOf('fleet'));
  if (read.kind !== 'case' || !read.dataset) throw new Error('the case is not read');
  const ships = caseOf(read.dataset, linesOf(fleetRoutes(world))).ships.flatMap((plan) => {
    const { best, stretches } = whereabouts(plan, Date.parse(MOMENT));
    const at = best.kind === 'passage' ? alongPath(best.lane.table, best.share).position : null;
    return stretches.length > 0 ? [{ best, at }] : [];
  });
  const apart = (a: readonly [number, number], b: readonly [number, number]): number =>
    Math.hypot(((a[0] - b[0] + 540) % 360) - 180, a[1] - b[1]);
  const lonely = ships.find(
    ({ at }) =>
      at && Math.abs(at[1]) < 50 && ships.every((other) => other.at === at || !other.at || apart(other.at, at) > 3),
  );
  if (lonely?.best.kind !== 'passage' || !lonely.at) throw new Error('nobody is alone at sea');
  return { atSea: ships.length, voyage: lonely.best.voyage, at: lonely.at };
}

test('many ships are drawn together: they play, are sought, and one that is clicked on is followed', async ({
  page,
}) => {
  const { atSea, voyage, at } = lonelyShip();
  await serve(page);
  await open(page, `data=data/fleet/&time=${MOMENT}&view=6/${at[1].toFixed(4)}/${at[0].toFixed(4)}`);
  await settled(page);
  await expect(page.getByText(`${atSea} of 60 ships can be at sea.`)).toBeVisible();
  const map = page.locator('.fleet-canvas');
  await expect(map).toBeVisible();
  // None has shapes of her own in the page.
  await expect(page.locator('.marks [data-ship]')).toHaveCount(0);

  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect.poll(() => settingsOf(page).then(({ selected }) => selected)).toBe(voyage);
  await expect(page.locator('.marks [data-ship]')).toHaveCount(1);

  const before = await shownTime(page);
  const picture = await page.locator('.map').screenshot();
  await slider(page).press('PageUp');
  expect(await shownTime(page)).toBeGreaterThan(before);
  await settled(page);
  expect((await page.locator('.map').screenshot()).equals(picture)).toBe(false);

  const moment = await readOut(page).textContent();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(readOut(page)).not.toHaveText(moment ?? '');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(mapOf(page)).toHaveAttribute('data-state', 'ready');
});
