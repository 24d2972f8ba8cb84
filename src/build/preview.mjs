// @ts-check

/** `npm run preview:picture`: builds the page and draws the picture at the head of the README, `public/preview.png`. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browserFlags, ensureBrowser } from './browser.mjs';
import { ROOT, runProgram } from './run.mjs';

const SIZE = { width: 1280, height: 800 };
/** What is shown, as an address has it after `#`. */
const SHOWN = 'time=2023-09-10T12:00Z&selected=angara-white-house';
const PICTURE = 'public/preview.png';
/** A build of its own, so that `dist` stays as it is. */
const OUTPUT = '.cache/preview';
const READY_WITHIN = 60_000;

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
  await page.goto(`${server.resolvedUrls?.local[0]}#${SHOWN}`);
  const map = page.locator('voyage-map[data-state="ready"]');
  await map.waitFor({ state: 'attached', timeout: READY_WITHIN });
  await map.evaluate((element) => /** @type {HTMLElement & { settled(): Promise<void> }} */ (element).settled());
  await page.screenshot({ path: join(ROOT, PICTURE), animations: 'disabled', scale: 'css' });
  console.log(`${PICTURE}: ${(statSync(join(ROOT, PICTURE)).size / 1000).toFixed(0)} kB`);
} finally {
  await browser.close();
  await server.close();
}
