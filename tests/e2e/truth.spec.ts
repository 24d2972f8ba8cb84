import type { Page } from '@playwright/test';
import type { VoyageMapElement } from '../../src/voyage-map.tsx';
import { expect, sharingTest as test } from './page.ts';
import { mapOf, open, pixelOf, portPixel, slider } from './voyage-page.ts';

const ship = (page: Page, id: string) => page.locator(`.ships [data-ship=${id}]`);
const stretch = (page: Page, id: string) => page.locator(`.ribbons [data-ship=${id}] path`);
const port = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

async function show(page: Page, time: string): Promise<void> {
  await mapOf(page).evaluate((map: VoyageMapElement, t) => map.seek(t), time);
}

const BOTH_ANYWHERE = /^Angara(,| and) Maria at sea, in either port or elsewhere: no source says where today\.\s*$/;

interface Ends {
  readonly ends: readonly [{ x: number; y: number }, { x: number; y: number }];
  readonly length: number;
}

/** Both ends of the line that a stretch is drawn along, px of the page, and its length. */
function endsOf(page: Page, id: string): Promise<Ends> {
  return stretch(page, id)
    .first()
    .evaluate((element: Element) => {
      const line = element as SVGPathElement;
      const toPage = line.getScreenCTM() as DOMMatrix;
      const length = line.getTotalLength();
      const at = (along: number): { x: number; y: number } => {
        const { x, y } = line.getPointAtLength(along).matrixTransform(toPage);
        return { x, y };
      };
      return { ends: [at(0), at(length)], length };
    });
}

const apart = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y);

test('at noon of 10 September neither ship is placed by anybody, and the page says so everywhere', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z');
  await expect(page.getByText(BOTH_ANYWHERE)).toBeVisible();
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /Angara at sea, in either port or elsewhere/);
  await expect(row(page, 'Angara')).toContainText('all 195 km of Dunay – Najin, in either port, or elsewhere');
  await expect(row(page, 'Maria')).toContainText('all 195 km of Dunay – Najin, in either port, or elsewhere');
  await expect(port(page, 'Najin')).toContainText('Alongside now: not known. Angara or Maria may be here.');
  const [najin, dunay] = [await portPixel(page, 'Najin'), await portPixel(page, 'Dunay')];
  for (const id of ['angara', 'maria']) {
    // Drawn beside the lane, from port to port.
    const { ends, length } = await endsOf(page, id);
    const [first, last] = apart(ends[0], najin) < apart(ends[1], najin) ? ends : [ends[1], ends[0]];
    expect(apart(first, najin)).toBeLessThan(14);
    expect(apart(last, dunay)).toBeLessThan(14);
    expect(length).toBeGreaterThan(0.97 * apart(najin, dunay));
  }
});

test('a stretch reaches as far as she can have come', async ({ page }) => {
  // Seen at Najin on 11 October; three hours into that day, at 16 knots at most, of 195 km.
  await open(page, 'time=2023-10-11T03:00Z');
  const [najin, dunay] = [await portPixel(page, 'Najin'), await portPixel(page, 'Dunay')];
  const share = (3 * 16 * 1.852) / 195;
  const { ends, length } = await endsOf(page, 'maria');
  expect(Math.min(...ends.map((end) => apart(end, najin)))).toBeLessThan(14);
  expect(length / apart(najin, dunay)).toBeCloseTo(share, 1);
  await expect(row(page, 'Maria')).toContainText(/106–195 km of the 195 km Dunay – Najin, or in Najin/);
  await expect(page.getByText('Maria at sea or in Najin: seen at Najin, 10–11 October 2023.')).toBeVisible();
});

test('as 11 October begins Maria is at Najin for certain', async ({ page }) => {
  await open(page, 'time=2023-10-11T00:00Z');
  await expect(page.getByText('Maria at Najin: seen at Najin, 10–11 October 2023.')).toBeVisible();
  await expect(port(page, 'Najin')).toContainText('Alongside now: Maria.');
  await expect(row(page, 'Maria').getByRole('cell').nth(0)).toHaveText('at Najin');
  await expect(row(page, 'Maria').getByRole('cell').nth(1)).toHaveText('at Najin');
  for (const path of await stretch(page, 'maria').all()) await expect(path).toBeHidden();
  const [drawn, najin] = [await ship(page, 'maria').boundingBox(), await portPixel(page, 'Najin')];
  expect(Math.abs((drawn?.x ?? 0) - najin.x)).toBeLessThan(60);
});

test('nothing is known of either ship on 5 October', async ({ page }) => {
  await open(page, 'time=2023-10-05T00:00Z');
  for (const name of ['Angara', 'Maria']) {
    await expect(row(page, name)).toContainText('all 195 km of Dunay – Najin, in either port, or elsewhere');
  }
  await expect(page.getByText(BOTH_ANYWHERE)).toBeVisible();
  await expect(port(page, 'Najin')).toContainText('not known');
});

test('before September Maria is in no reported voyage and is not drawn', async ({ page }) => {
  await open(page, 'time=2023-08-31T23:00Z');
  await expect(page.getByText('Maria not in any reported voyage now')).toBeVisible();
  await expect(ship(page, 'maria')).toBeHidden();
  for (const path of await stretch(page, 'maria').all()) await expect(path).toBeHidden();
  await expect(row(page, 'Maria').getByRole('cell').nth(0)).toHaveText('none');
  await show(page, '2023-09-02T00:00Z');
  await expect(stretch(page, 'maria').first()).toBeVisible();
});

test('a ship under way is turned to her course, both ways, on the lane', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z');
  const best = row(page, 'Angara').getByRole('cell').nth(0);
  const [najin, dunay] = [await portPixel(page, 'Najin'), await portPixel(page, 'Dunay')];
  const toDunay = (Math.atan2(dunay.x - najin.x, najin.y - dunay.y) * 180) / Math.PI;
  const courseOf = () =>
    ship(page, 'angara')
      .locator('path')
      .last()
      .evaluate((element: Element) => {
        const { a, b } = (element as SVGPathElement).getScreenCTM() as DOMMatrix;
        return (Math.atan2(b, a) * 180) / Math.PI;
      });
  const turn = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180);
  await expect(best).toHaveText(/^at sea, \d+ % of the way to Dunay, illustrative$/);
  expect(turn(await courseOf(), toDunay)).toBeLessThan(20);
  const share = Number(((await best.textContent()) ?? '').match(/\d+/)?.[0]) / 100;
  const mark = await ship(page, 'angara').evaluate((element: Element) => {
    const { e, f } = (element as SVGGElement).getScreenCTM() as DOMMatrix;
    return { x: e, y: f };
  });
  expect(apart(mark, najin) / apart(najin, dunay)).toBeCloseTo(share, 1);

  // Back in time until she is drawn on her way to Najin.
  for (let hours = 0; hours < 48 && !/to Najin/.test((await best.textContent()) ?? ''); hours += 3) {
    await show(page, new Date(Date.UTC(2023, 8, 9) - hours * 3_600_000).toISOString());
  }
  await expect(best).toHaveText(/^at sea, \d+ % of the way to Najin, illustrative$/);
  expect(turn(await courseOf(), toDunay + 180)).toBeLessThan(20);
});

test('the table of ships opens, and follows the moment', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z');
  const button = page.getByRole('button', { name: 'Table', exact: true });
  const table = page.getByRole('table', { name: /^Ships at / });
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(table).not.toBeInViewport({ ratio: 0.5 });
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await table.scrollIntoViewIfNeeded();
  await expect(table).toBeInViewport({ ratio: 0.5 });
  await expect(table.getByRole('rowheader')).toHaveText([/Angara/, /Maria/]);
  await expect(table).toHaveAccessibleName(/^Ships at Sunday 10 September 2023, 12:00 UTC\./);
  await slider(page).press('End');
  await expect(table).toHaveAccessibleName(/^Ships at Friday 20 October 2023, 00:00 UTC\./);
  await expect(row(page, 'Maria').getByRole('cell').last()).toContainText('14 October 2023, Dunay');
  await button.click();
  await expect(table).not.toBeInViewport({ ratio: 0.5 });
});

test('where the marks stand is where the map has the ports', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z&view=8.00/42.6000/131.4000');
  // The middle of the view is the middle of the map, so the marks share the map's projection.
  const canvas = await page.locator('canvas').boundingBox();
  const middle = await pixelOf(page, [131.4, 42.6]);
  expect(
    apart(middle, { x: (canvas?.x ?? 0) + (canvas?.width ?? 0) / 2, y: (canvas?.y ?? 0) + (canvas?.height ?? 0) / 2 }),
  ).toBeLessThan(2);
});
