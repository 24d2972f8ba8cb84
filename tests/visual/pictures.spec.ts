import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page, Route } from '@playwright/test';
import { browserFlags, findBrowser } from '../../src/build/browser.mjs';
import { expect, notAllowed, test, watch } from '../e2e/page.ts';
import { open, settled } from '../e2e/voyage-page.ts';
import { CASES, type VisualCase } from './cases.ts';

const executablePath = findBrowser();

const NO_WEBGL = fileURLToPath(new URL('no-webgl.js', import.meta.url));

const FIXTURES = 'tests/fixtures/';

/** A case of the tests beside the built page, as it is beside the page of `npm run dev`; none has computed routes. */
function serveFixture(route: Route): Promise<void> {
  const file = decodeURIComponent(new URL(route.request().url()).pathname).replace(/^\//, '');
  return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ json: [] });
}

/** Opens a case and waits until its picture is complete. The page has its size, look and script setting already. */
async function show(page: Page, { hash, noWebGl, noScript }: VisualCase): Promise<void> {
  if (hash.includes(FIXTURES)) await page.route(`**/${FIXTURES}**`, serveFixture);
  if (noScript) {
    await page.goto(`./#${hash}`);
    return;
  }
  if (noWebGl) await page.addInitScript({ path: NO_WEBGL });
  await open(page, hash);
  await settled(page);
}

// What a failure needs is in the three pictures; a trace of every frame would take most of the time.
test.use({
  trace: 'off',
  launchOptions: {
    // The page is drawn by the processor, and each part of it anew, which gives the same bytes every time; with
    // graphics emulated it takes half the time, too. The map itself is still drawn by WebGL.
    args: [...browserFlags(), '--disable-gpu-compositing', '--disable-partial-raster'],
    ...(executablePath ? { executablePath } : {}),
  },
});

/** Cases that one page can show, one link after the other, as a reader follows links: opening a page takes the longest. */
const pageOf = ({ name, width, height, look, noWebGl, noScript, alone }: VisualCase): string =>
  [`${width} x ${height}`, look, noWebGl && 'no WebGL', noScript && 'no script', alone && name]
    .filter((part) => part)
    .join(', ');

for (const name of new Set(CASES.map(pageOf))) {
  const cases = CASES.filter((one) => pageOf(one) === name);
  const first = cases[0] as VisualCase;
  test.describe(() => {
    test.use({
      viewport: { width: first.width, height: first.height },
      colorScheme: first.look,
      javaScriptEnabled: !first.noScript,
    });
    test(name, async ({ page }) => {
      test.setTimeout(60_000 + cases.length * 10_000);
      for (const one of cases) {
        await test.step(one.name, async () => {
          await show(page, one);
          // All are drawn and compared, even where one is not as it was.
          await expect.soft(page).toHaveScreenshot(`${one.name}.png`);
        });
      }
    });
  });
}

/** A picture of a case from a load of its own: nothing is left of an earlier one. */
async function picture(browser: Browser, origin: string, one: VisualCase): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { width: one.width, height: one.height },
    colorScheme: one.look,
  });
  const notes = await watch(context, origin);
  const page = await context.newPage();
  await show(page, one);
  const shot = await page.screenshot({ animations: 'disabled', scale: 'css' });
  await context.close();
  expect(notAllowed(notes, [])).toEqual([]);
  return shot;
}

/** Map, panel, cards and phone: a few stand for all, since each is drawn twice more. */
const DRAWN_TWICE = ['evidence-white-house-dark', 'phone-light'];

for (const one of CASES.filter(({ name }) => DRAWN_TWICE.includes(name))) {
  test(`${one.name}: two browsers draw the same bytes`, async ({ browser, origin }) => {
    const other = await browser.browserType().launch();
    const [first, second] = [await picture(browser, origin, one), await picture(other, origin, one)];
    expect(first.equals(second), 'the bytes of both pictures are the same').toBe(true);
    await other.close();
  });
}
