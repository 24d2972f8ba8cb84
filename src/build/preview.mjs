// @ts-check

/** `npm run preview:picture`: builds the page and draws the picture at the head of the README, `public/preview.png`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browserFlags, ensureBrowser } from './browser.mjs';
import { indexedPng } from './indexed-png.mjs';
import { ROOT, runProgram } from './run.mjs';

const SIZE = { width: 1280, height: 800 };
/** What is shown, as an address has it after `#`. */
const SHOWN = 'time=2023-09-10T12:00Z&selected=angara-white-house';
const PICTURE = 'public/preview.png';
/** The picture is at the head of a page that is read over slow lines too. */
const COLOURS = 128;
const MOST_BYTES = 150_000;
/** A build of its own, so that `dist` stays as it is. */
const OUTPUT = '.cache/preview';
const READY_WITHIN = 30_000;

if (!runProgram('vite', ['build', '--outDir', OUTPUT, '--emptyOutDir'])) {
  throw new Error('The build failed; its messages are above.');
}
const server = await preview({
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  build: { outDir: join(ROOT, OUTPUT) },
  preview: { host: '127.0.0.1', port: 4173 },
});
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags() });
try {
  const page = await browser.newPage({
    viewport: SIZE,
    deviceScaleFactor: 1,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${server.resolvedUrls?.local[0]}#${SHOWN}`);
  const map = page.locator('voyage-map[data-state="ready"]');
  await map.waitFor({ state: 'attached', timeout: READY_WITHIN });
  await map.evaluate((element) => /** @type {HTMLElement & { settled(): Promise<void> }} */ (element).settled());
  // A part that broke leaves a gap that looks like a picture.
  await map.locator('.page-panel h2').waitFor({ timeout: READY_WITHIN });
  const shot = await page.screenshot({ animations: 'disabled', scale: 'css' });
  if (errors.length > 0) throw new Error(`The page has errors: ${errors.join('; ')}`);
  const picture = indexedPng(await pixelsOf(browser, shot), SIZE.width, SIZE.height, COLOURS);
  const size = `${PICTURE}: ${(picture.length / 1000).toFixed(0)} kB`;
  if (picture.length > MOST_BYTES) throw new Error(`${size}, over its ${MOST_BYTES / 1000}; take fewer colours.`);
  writeFileSync(join(ROOT, PICTURE), picture);
  console.log(size);
} finally {
  await browser.close();
  await server.close();
}

/**
 * The pixels of a PNG, four bytes each. The browser that drew it reads it best.
 * @param {import('@playwright/test').Browser} browser
 * @param {Buffer} png
 * @returns {Promise<Buffer>}
 */
async function pixelsOf(browser, png) {
  const page = await browser.newPage();
  const text = await page.evaluate(
    async (address) => {
      const image = await createImageBitmap(await (await fetch(address)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (!canvas) throw new Error('The browser gives no canvas.');
      canvas.drawImage(image, 0, 0);
      const { data } = canvas.getImageData(0, 0, image.width, image.height);
      return await new Promise((/** @type {(text: string) => void} */ resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result));
        reader.readAsDataURL(new Blob([data]));
      });
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await page.close();
  return Buffer.from(text.slice(text.indexOf(',') + 1), 'base64');
}
