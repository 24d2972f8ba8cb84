import type { Page } from '@playwright/test';
import { expect, test } from './servers.ts';

test.use({ viewport: { width: 820, height: 700 } });

const POLICY = (map: string): string =>
  `default-src 'none'; style-src 'self'; script-src 'self' ${map}; frame-src ${map}; img-src ${map}`;
const READY = { timeout: 30_000 };

const loader = (map: string): string => `<script src="${map}/embed.js"></script>`;
const box = (address: string, more = ''): string =>
  `<div class="voyage-map" data-src="${address}" data-height="420" data-title="A map" ${more}><a href="${address}">Our own words</a></div>`;
const shown = (page: Page) => page.locator('.voyage-map');

test('a map that is added later comes once, with two loaders too, and nothing global is left', async ({
  page,
  hosts,
}) => {
  const names = (): Promise<string[]> => page.evaluate(() => Object.getOwnPropertyNames(window).sort());
  await hosts.article(() => '<p>Nothing yet</p>', POLICY);
  const before = await names();
  await hosts.article((map) => `${loader(map)}${loader(map)}<p id="map">${map}</p>`, POLICY);
  expect(await names()).toEqual(before);
  await page.evaluate(() => {
    const added = document.createElement('div');
    added.className = 'voyage-map';
    added.dataset.src = `${document.getElementById('map')?.textContent}/#controls=compact`;
    document.body.append(added);
  });
  await expect(shown(page)).toHaveAttribute('data-state', 'ready', READY);
  await expect(page.locator('iframe')).toHaveCount(1);
  await expect(page.locator('iframe')).toHaveAccessibleName('Map of voyages');
});

test('addresses that are not https are refused in words, and nothing is fetched', async ({ page, hosts }) => {
  const bad = ['http://somewhere.example/', 'javascript:alert(1)', 'data:text/html,x', 'https://'];
  await hosts.article((map) => `${bad.map((one) => box(one)).join('')}${loader(map)}`, POLICY);
  for (const one of await shown(page).all()) {
    await expect(one).toHaveAttribute('data-state', 'error');
    await expect(one).toContainText('must begin with https:');
  }
  await expect(page.locator('iframe, img')).toHaveCount(0);
});

test('only its own frame is heard', async ({ page, hosts }) => {
  await hosts.article(
    (map) =>
      `${box(`${map}/#controls=compact`)}<iframe id="other" title="Other" src="${map}/favicon.svg"></iframe>${loader(map)}`,
    POLICY,
  );
  await expect(shown(page)).toHaveAttribute('data-state', 'ready', READY);
  const height = async (): Promise<number> => (await shown(page).boundingBox())?.height ?? 0;
  await expect.poll(height).not.toBe(420);
  const before = await height();
  const lie = { voyageMap: 1, height: 3000, event: 'error' };
  await page.evaluate((message) => postMessage(message, '*'), lie);
  const stranger = page.frames().find((frame) => frame.url().endsWith('favicon.svg'));
  await stranger?.evaluate((message) => parent.postMessage(message, '*'), lie);
  expect(stranger).toBeDefined();
  // Messages come in turn: once the frame's own later word is heard, the lies were passed over.
  await page.locator('.voyage-map iframe').evaluate((frame: HTMLIFrameElement) => {
    frame.contentWindow?.postMessage({ voyageMap: 1, get: ['time'] }, '*');
    return new Promise<void>((resolve) => {
      addEventListener('message', ({ data }) => {
        if (data?.settings) resolve();
      });
    });
  });
  expect(await height()).toBe(before);
  await expect(shown(page)).toHaveAttribute('data-state', 'ready');
});

test.describe('where the map does not come', () => {
  test.use({ allowedErrors: [[/404/, /No case|cannot/i], { option: true }] as never });

  test('a link to it stands in after a while', async ({ page, hosts }) => {
    await page.clock.install();
    await hosts.article((map) => `${box(`${map}/nothing/here.html`, 'data-poster="none"')}${loader(map)}`, POLICY);
    await expect(shown(page)).toHaveAttribute('data-state', 'loading');
    await expect(shown(page).getByRole('link')).toHaveCount(0);
    await page.clock.fastForward(19_000);
    await expect(shown(page)).toHaveAttribute('data-state', 'loading');
    await page.clock.fastForward(1_500);
    await expect(shown(page)).toHaveAttribute('data-state', 'error');
    await expect(shown(page).getByRole('link', { name: 'Our own words' })).toBeVisible();
  });

  test('an error of the map brings the link, and other cases have no poster', async ({ page, hosts }) => {
    await hosts.article((map) => `${box(`${map}/#data=data/nowhere/`)}${loader(map)}`, POLICY);
    await expect(shown(page)).toHaveAttribute('data-state', 'error', READY);
    await expect(shown(page).getByRole('link', { name: 'Our own words' })).toBeVisible();
    await expect(page.locator('img')).toHaveCount(0);
    await expect(page.frameLocator('.voyage-map iframe').locator('voyage-map')).toHaveAttribute('data-state', 'error');
  });
});
