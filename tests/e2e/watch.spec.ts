import type { Page } from '@playwright/test';
import { expect, notAllowed, test, watch } from './page.ts';

// The guard of all other tests is tested on pages made up here, in a context of its own.

const ELSEWHERE = 'http://elsewhere.test';

async function show(page: Page, origin: string, body: string, worker = ''): Promise<void> {
  await page.route('**/made-up.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.route('**/made-up.js', (route) => route.fulfill({ contentType: 'text/javascript', body: worker }));
  await page.goto(`${origin}/made-up.html`);
}

const LEAKS = {
  'an image': { body: `<img src="${ELSEWHERE}/a.png">` },
  'a stylesheet': { body: `<link rel="stylesheet" href="${ELSEWHERE}/a.css">` },
  'a fetch': { body: `<script>fetch('${ELSEWHERE}/a')</script>` },
  'a beacon': { body: `<script>navigator.sendBeacon('${ELSEWHERE}/a', 'x')</script>` },
  'a socket': { body: `<script>new WebSocket('ws://elsewhere.test/')</script>` },
  'a fetch of a worker': {
    body: `<script type="module">new Worker('made-up.js', { type: 'module' })</script>`,
    worker: `fetch('${ELSEWHERE}/a')`,
  },
};

for (const [name, { body, worker }] of Object.entries<{ body: string; worker?: string }>(LEAKS)) {
  test(`notes ${name} that leaves the origin`, async ({ browser, origin }) => {
    const context = await browser.newContext();
    const notes = await watch(context, origin);
    await show(await context.newPage(), origin, body, worker);
    await expect.poll(() => notes.join('\n')).toContain('elsewhere.test/');
    expect(notAllowed(notes, [/./]).join('\n')).toContain('to another origin');
    await context.close();
  });
}

test('notes errors, and lets a test allow them by name', async ({ browser, origin }) => {
  const context = await browser.newContext();
  const notes = await watch(context, origin);
  await show(
    await context.newPage(),
    origin,
    `<script>console.error('said'); setTimeout(() => { throw new Error('thrown') })</script>`,
  );
  await expect.poll(() => notes.length).toBe(2);
  expect(notAllowed(notes, [])).toEqual([expect.stringContaining('said'), 'uncaught: thrown']);
  expect(notAllowed(notes, ['thrown'])).toEqual([expect.stringContaining('said')]);
  await context.close();
});

test('stays silent where the page keeps to its origin', async ({ browser, origin }) => {
  const context = await browser.newContext();
  const notes = await watch(context, origin);
  const page = await context.newPage();
  await show(page, origin, `<script type="module">await fetch('made-up.js'); document.title = 'done'</script>`);
  await expect(page).toHaveTitle('done');
  expect(notes).toEqual([]);
  await context.close();
});
