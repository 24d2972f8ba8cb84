import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './page.ts';

test.use({ viewport: { width: 1140, height: 700 } });

/** A page that holds the map in a frame, and a stranger in another one. It notes what the map tells it. */
const HOST = `<!doctype html><title>Host</title>
<iframe id="map" src="./#time=2023-09-10T12:00Z" width="1110" height="650"></iframe>
<iframe id="stranger" srcdoc="<p>Somebody else</p>" width="100" height="20"></iframe>
<script>
  const told = [];
  addEventListener('message', ({ data, source }) => {
    if (source === document.getElementById('map').contentWindow) told.push(data);
  });
</script>`;

interface Told {
  readonly voyageMap: number;
  readonly changed?: Record<string, string>;
  readonly rejected?: readonly { readonly name: string; readonly text: string }[];
}

async function openHost(page: Page): Promise<FrameLocator> {
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: HOST }));
  await page.goto('./host.html');
  const frame = page.frameLocator('#map');
  await expect(frame.locator('voyage-map')).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  return frame;
}

const told = (page: Page): Promise<readonly Told[]> => page.evaluate('told');
const tell = (page: Page, message: unknown): Promise<void> =>
  page.evaluate((one) => {
    (document.getElementById('map') as HTMLIFrameElement).contentWindow?.postMessage(one, '*');
  }, message);

test('a parent frame sets settings and hears of changes and of what was refused', async ({ page }) => {
  const frame = await openHost(page);
  await tell(page, { voyageMap: 1, set: { time: '2023-10-11T00:00Z', selected: 'maria-october' } });
  await expect(frame.getByText('Wednesday 11 October 2023, 00:00 UTC', { exact: true })).toBeVisible();
  await expect(frame.getByRole('region', { name: 'October voyage' })).toBeVisible();
  await expect
    .poll(async () => (await told(page)).findLast(({ changed }) => changed)?.changed)
    .toEqual({ time: '2023-10-11T00:00Z', selected: 'maria-october' });

  await frame.getByRole('button', { name: 'One day back' }).click();
  await expect
    .poll(async () => (await told(page)).findLast(({ changed }) => changed)?.changed?.time)
    .toBe('2023-10-10T00:00Z');

  await tell(page, { voyageMap: 1, set: { speed: 'fast', colour: 'red', selected: 'ghost', loop: 'true' } });
  await expect
    .poll(async () =>
      (await told(page)).flatMap(({ rejected }) => rejected ?? []).map(({ name, text }) => `${name} ${text}`),
    )
    .toEqual(['speed fast', 'colour red', 'selected ghost']);
  await expect.poll(async () => (await told(page)).findLast(({ changed }) => changed)?.changed?.loop).toBe('true');
  await expect(frame.getByRole('region', { name: 'Notices' })).toContainText('"fast"');
  const ours = (await told(page)).filter(({ changed, rejected }) => changed ?? rejected);
  expect(ours.map(({ voyageMap }) => voyageMap)).toEqual(ours.map(() => 1));
});

test('messages of others, and other messages, are passed over', async ({ page }) => {
  const frame = await openHost(page);
  const set = { time: '2023-08-20T00:00Z', zone: 'Asia/Vladivostok' };
  const stranger = page.frames().find((one) => one.parentFrame() && one.url() === 'about:srcdoc');
  await stranger?.evaluate((one) => {
    window.parent.frames[0]?.postMessage({ voyageMap: 1, set: one }, '*');
  }, set);
  expect(stranger).toBeDefined();
  // The frame itself is no parent either.
  await frame.locator('body').evaluate((_, one) => window.postMessage({ voyageMap: 1, set: one }, '*'), set);
  for (const message of [{ voyageMap: 2, set }, { set }, { voyageMap: 1, set: null }, 'text', null, 7]) {
    await tell(page, message);
  }
  // Messages come in turn: once this one is obeyed, those before it were passed over.
  await tell(page, { voyageMap: 1, set: { loop: 'true' } });
  await expect(frame.getByRole('button', { name: 'Loop' })).toHaveAttribute('aria-pressed', 'true');
  await expect(frame.getByText('Sunday 10 September 2023, 12:00 UTC', { exact: true })).toBeVisible();
  await expect
    .poll(async () => (await told(page)).findLast(({ changed }) => changed)?.changed)
    .toEqual({ time: '2023-09-10T12:00Z', loop: 'true' });
});
