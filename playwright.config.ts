import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './src/build/browser.mjs';

const PORT = Number(process.env.VOYAGE_MAP_TEST_PORT ?? 4319);
const ADDRESS = `http://127.0.0.1:${PORT}/`;

const executablePath = findBrowser();

const launch = (more: readonly string[] = []) => ({
  args: [...browserFlags(), ...more],
  ...(executablePath ? { executablePath } : {}),
});

export default defineConfig({
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: 'list',
  updateSnapshots: 'none',
  snapshotPathTemplate: 'tests/visual/baselines/{arg}{ext}',
  // WebGL in software on a busy machine takes its time.
  timeout: 60_000,
  expect: {
    timeout: 15_000,
    // Another build of Chromium draws text a little differently: up to one pixel in a hundred may differ, where a pixel
    // differs from a fifth of the greatest distance of colours on.
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, threshold: 0.2, animations: 'disabled', scale: 'css' },
  },
  use: {
    baseURL: ADDRESS,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    deviceScaleFactor: 1,
    viewport: { width: 1280, height: 800 },
    // A trace of every frame would take half as long again: ask for one where it is needed, with --trace on.
    trace: 'off',
    launchOptions: launch(),
  },
  projects: [
    {
      name: 'e2e',
      testDir: 'tests/e2e',
      // A smaller map with ragged edges: software draws WebGL in half the time, and these tests look at no pixel of it.
      use: { viewport: { width: 1100, height: 640 }, launchOptions: launch(['--webgl-msaa-sample-count=0']) },
    },
    { name: 'visual', testDir: 'tests/visual', use: { reducedMotion: 'reduce' } },
  ],
  webServer: {
    // The built page, never the one of `npm run dev`, and never a server left over from another run.
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: ADDRESS,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
