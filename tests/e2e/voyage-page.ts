import type { Locator, Page } from '@playwright/test';
import type { VoyageMapElement } from '../../src/voyage-map.tsx';
import { expect } from './page.ts';

export { SMALL } from './page.ts';

export const mapOf = (page: Page): Locator => page.locator('voyage-map');

/** Opens the built page at an address after `#` and waits until the map is alive. */
export async function open(page: Page, hash = '', state: 'ready' | 'error' = 'ready'): Promise<void> {
  const again = page.url() !== 'about:blank';
  // Another link before it, so that this one changes the address even where the last test followed it, too.
  if (again) await page.goto('./#time=1900');
  await page.goto(hash === '' ? './' : `./#${hash}`);
  await expect(mapOf(page)).toHaveAttribute('data-state', state, { timeout: 30_000 });
  // A link that is followed within the page: its map was alive all the time.
  if (again) await settled(page);
}

/** The moment that the page shows, in words. */
export const readOut = (page: Page): Locator => page.getByText(/^[A-Z][a-z]+day \d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d /);

export const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Moment shown' });

/** The slider's value: UTC milliseconds. */
export const shownTime = async (page: Page): Promise<number> => Number(await slider(page).inputValue());

/** Text forms of the settings that differ from their initial values. */
export const settingsOf = (page: Page): Promise<Record<string, string>> =>
  mapOf(page).evaluate((map: VoyageMapElement) => Object.fromEntries(map.settings));

/** Resolves when the picture of the present moment is complete. */
export const settled = (page: Page): Promise<void> => mapOf(page).evaluate((map: VoyageMapElement) => map.settled());

/** The address after `#`, by name. */
export const addressOf = (page: Page): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)));

export const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });

/** The button of a voyage on the timeline. */
export const voyageButton = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Timeline of the voyages' }).getByRole('button', { name });

/** Resolves after so many frames were drawn. */
export const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        let left = wanted;
        const next = (): void => {
          if (left-- <= 0) resolve();
          else requestAnimationFrame(next);
        };
        next();
      }),
    count,
  );

interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** The two ports, as their file has them. */
export const PORTS = { Najin: [130.289, 42.2271], Dunay: [132.378, 42.886] } as const;

/** Middle of a port's mark, px of the page. */
export function portPixel(page: Page, name: keyof typeof PORTS): Promise<Pixel> {
  return page
    .getByRole('group', { name: 'Ports' })
    .getByRole('button', { name })
    .evaluate((mark: Element) => {
      const { e, f } = (mark as SVGGElement).getScreenCTM() as DOMMatrix;
      return { x: e, y: f };
    });
}

const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

/** Where a position is on the map, px of the page, worked out from the pixels of the two ports alone. */
export async function pixelOf(page: Page, [lon, lat]: readonly [number, number]): Promise<Pixel> {
  const [a, b] = [await portPixel(page, 'Najin'), await portPixel(page, 'Dunay')];
  const [[lonA, latA], [lonB, latB]] = [PORTS.Najin, PORTS.Dunay];
  const along = (lon - lonA) / (lonB - lonA);
  const up = (mercator(lat) - mercator(latA)) / (mercator(latB) - mercator(latA));
  return { x: a.x + (b.x - a.x) * along, y: a.y + (b.y - a.y) * up };
}
