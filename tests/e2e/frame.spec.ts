import type { FrameLocator, Page } from '@playwright/test';
import { expect, tell, test, told } from './servers.ts';

test.use({ viewport: { width: 820, height: 700 } });

const POLICY = (map: string): string => `default-src 'none'; frame-src ${map}; script-src 'self'; style-src 'self'`;
const HEAD = '<link rel="stylesheet" href="/host.css"><script src="/host.js"></script>';

const framed =
  (address: string, attributes = 'height="600"', before = '') =>
  (map: string) =>
    `${HEAD}${before}<iframe title="Map" src="${map}/${address}" ${attributes}></iframe>`;

const mapIn = (page: Page): FrameLocator => page.frameLocator('iframe');
/** The button may be folded away. */
const loop = (page: Page) => mapIn(page).locator('[aria-label=Loop]');
const ready = async (page: Page): Promise<void> => {
  await expect(mapIn(page).locator('voyage-map')).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
};

type Message = Readonly<Record<string, unknown>>;
const own = async (page: Page): Promise<Message[]> =>
  (await told(page)).filter((one): one is Message => (one as Message | null)?.voyageMap === 1);
const rejections = async (page: Page): Promise<string[]> =>
  (await own(page))
    .flatMap(({ rejected }) => (rejected as { reason: string; name: string }[] | undefined) ?? [])
    .map(({ reason, name }) => `${reason} ${name}`);

test('a frame of another origin under a strict policy is alive, takes no focus and is paused', async ({
  page,
  hosts,
}) => {
  await hosts.article(framed('#playing=true&time=2023-09-10T12:00Z'), POLICY);
  await ready(page);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await expect(mapIn(page).getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(mapIn(page).getByText('Sunday 10 September 2023, 12:00 UTC', { exact: true })).toBeVisible();
});

test('works under sandbox="allow-scripts" alone', async ({ page, hosts }) => {
  await hosts.article(framed('#time=2023-09-10T12:00Z', 'height="600" sandbox="allow-scripts"'), POLICY);
  await ready(page);
  await expect(mapIn(page).locator('canvas')).toHaveCount(1);
  await expect(mapIn(page).getByRole('region', { name: 'Notices' }).getByRole('paragraph')).toHaveCount(0);
  await tell(page, { voyageMap: 1, seek: '2023-10-11T00:00Z' });
  await expect.poll(async () => (await own(page)).some(({ event }) => event === 'seeked')).toBe(true);
});

test('in a sandbox, too, routes of another case are found in a worker', async ({ page, hosts }) => {
  await hosts.article(framed('#data=case/', 'height="600" sandbox="allow-scripts"'), POLICY);
  await ready(page);
  await expect(mapIn(page).getByRole('region', { name: 'Timeline of the voyages' }).getByRole('button')).toHaveCount(3);
  await expect(mapIn(page).getByRole('region', { name: 'Notices' }).getByRole('paragraph')).toHaveCount(0);
  // Over water, which only a worker that has read the coast can find; a way that is not found is dashed otherwise.
  await expect(mapIn(page).locator('.lanes path[stroke-dasharray="1.5 2.8"]')).not.toHaveCount(0);
  await expect(mapIn(page).locator('.lanes path[stroke-dasharray="6 5"]')).toHaveCount(0);
});

test('the wheel and one finger scroll the article', async ({ page, hosts }) => {
  await hosts.article(framed('', 'data-follows'), POLICY);
  await ready(page);
  await page.evaluate(() => {
    const far = document.createElement('div');
    far.className = 'far';
    document.body.append(far);
  });
  const canvas = mapIn(page).locator('canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the map has no place');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  await expect(canvas.locator('..')).toHaveCSS('touch-action', 'pan-x pan-y');
});

test('nothing is drawn until near the screen; far away the context is given back, and comes back the same', async ({
  page,
  hosts,
}) => {
  await hosts.article(
    framed('#time=2023-09-10T12:00Z&view=9.00/42.6000/131.3000', 'height="600"', '<div class="far"></div>'),
    POLICY,
  );
  const canvas = mapIn(page).locator('canvas');
  const answers = async () => (await own(page)).flatMap(({ settings }) => settings ?? []);
  // Once it answers, its script has run; what it had to draw it would have drawn.
  await expect
    .poll(async () => {
      await tell(page, { voyageMap: 1, get: ['zone'] });
      return (await answers()).length;
    })
    .toBeGreaterThan(0);
  await expect(canvas).toHaveCount(0);
  await expect(mapIn(page).locator('voyage-map')).toHaveAttribute('data-state', 'loading');
  await page.evaluate(() => scrollTo(0, 6000));
  await ready(page);
  await expect(canvas).toHaveCount(1);
  await tell(page, { voyageMap: 1, do: 'play' });
  await expect(mapIn(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(canvas).toHaveCount(0);
  await expect(mapIn(page).locator('.place .still-basemap')).toHaveCount(1);
  await expect(mapIn(page).getByRole('button', { name: 'Play' })).toHaveCount(1);
  await tell(page, { voyageMap: 1, get: ['time', 'view'] });
  await expect.poll(async () => (await answers()).at(-1)).toHaveProperty('view', '9.00/42.6000/131.3000');
  const asleep = (await answers()).at(-1);
  const before = (await answers()).length;
  await page.evaluate(() => scrollTo(0, 6000));
  await expect(canvas).toHaveCount(1);
  await expect(mapIn(page).locator('.place .still-basemap')).toHaveCount(0);
  await tell(page, { voyageMap: 1, get: ['time', 'view'] });
  await expect.poll(async () => (await answers()).length).toBe(before + 1);
  expect((await answers()).at(-1)).toEqual(asleep);
});

test('messages: set, get, seek, play, pause and what comes back', async ({ page, hosts }) => {
  await hosts.article(framed('#time=2023-09-10T12:00Z'), POLICY);
  await ready(page);
  await expect.poll(() => own(page)).toContainEqual({ voyageMap: 1, event: 'ready', time: '2023-09-10T12:00Z' });
  await tell(page, { voyageMap: 1, set: { selected: 'maria-october', loop: true } });
  await expect.poll(() => own(page)).toContainEqual({ voyageMap: 1, event: 'select', selected: 'maria-october' });
  await tell(page, { voyageMap: 1, get: ['time', 'selected', 'zone', 'only'] });
  const settings = { time: '2023-09-10T12:00Z', selected: 'maria-october', zone: 'UTC', only: '' };
  await expect.poll(() => own(page)).toContainEqual({ voyageMap: 1, settings });
  await tell(page, { voyageMap: 1, seek: '2023-10-11T00:00Z' });
  await expect.poll(() => own(page)).toContainEqual({ voyageMap: 1, event: 'seeked', time: '2023-10-11T00:00Z' });
  await tell(page, { voyageMap: 1, do: 'play' });
  const times = async () => (await own(page)).filter(({ event }) => event === 'time').length;
  const before = await times();
  const began = Date.now();
  await expect.poll(times, { intervals: [50] }).toBeGreaterThan(before + 3);
  expect(Date.now() - began).toBeGreaterThan(700);
  await tell(page, { voyageMap: 1, do: 'pause' });
  await expect(mapIn(page).getByRole('button', { name: 'Play' })).toBeVisible();
  expect(await rejections(page)).toEqual([]);
});

test('what is wrong is refused by name, and changes nothing', async ({ page, hosts }) => {
  await hosts.article(framed('#time=2023-09-10T12:00Z'), POLICY);
  await ready(page);
  const wrong = [
    { voyageMap: 2, set: { loop: true } },
    { voyageMap: 1, jump: 3 },
    { voyageMap: 1, set: { loop: true }, do: 'play' },
    { voyageMap: 1, set: ['loop'] },
    { voyageMap: 1, get: ['colour'] },
    { voyageMap: 1, do: 'dance' },
    { voyageMap: 1, seek: 'yesterday' },
    { voyageMap: 1, set: { colour: 'red' } },
    { voyageMap: 1, set: { speed: 'fast' } },
    'text',
    null,
  ];
  for (const one of wrong) await tell(page, one);
  await tell(page, { voyageMap: 1, get: ['loop', 'playing', 'time', 'speed'] });
  const settings = { loop: 'false', playing: 'false', time: '2023-09-10T12:00Z', speed: '1' };
  await expect.poll(() => own(page)).toContainEqual({ voyageMap: 1, settings });
  expect(await rejections(page)).toEqual([
    'version voyageMap',
    'command jump',
    'command set,do',
    'value set',
    'setting get',
    'value do',
    'moment seek',
    'setting colour',
    'value speed',
  ]);
});

test('where the address lists origins, only those give orders', async ({ page, hosts }) => {
  await hosts.article(framed('?origins=https://news.example,https://other.example#time=2023-09-10T12:00Z'), POLICY);
  await ready(page);
  await tell(page, { voyageMap: 1, set: { loop: true } });
  await expect.poll(() => rejections(page)).toEqual(['origin origin']);
  await expect(loop(page)).toHaveAttribute('aria-pressed', 'false');
  expect((await own(page)).some(({ event }) => event)).toBe(false);
});

test('an origin that the address lists is obeyed and told', async ({ page, hosts }) => {
  await hosts.article((map) => `${HEAD}<iframe title="Map" height="600"></iframe><p>${map}</p>`, POLICY);
  await page.evaluate(() => {
    const map = document.querySelector('p')?.textContent;
    document.querySelector('iframe')?.setAttribute('src', `${map}/?origins=https://news.example,${location.origin}`);
  });
  await ready(page);
  await expect.poll(async () => (await own(page)).map(({ event }) => event)).toContain('ready');
  await tell(page, { voyageMap: 1, set: { loop: true } });
  await expect(loop(page)).toHaveAttribute('aria-pressed', 'true');
});

for (const controls of ['full', 'compact', 'none']) {
  test(`a host that follows the height comes to rest: controls=${controls}`, async ({ page, hosts }) => {
    await hosts.article(framed(`#controls=${controls}`, 'data-follows'), POLICY);
    await ready(page);
    const heights = async () =>
      (await own(page)).flatMap(({ height }) => (height === undefined ? [] : [height as number]));
    await expect
      .poll(async () => {
        const frame = await page.locator('iframe').evaluate(({ clientHeight }) => clientHeight);
        const wanted = await mapIn(page)
          .locator('voyage-map')
          .evaluate((map) => map.shadowRoot?.querySelector('.page')?.scrollHeight);
        return frame === (await heights()).at(-1) && wanted === frame;
      })
      .toBe(true);
    for (const width of [340, 600, 820]) {
      await page.setViewportSize({ width, height: 700 });
      await expect
        .poll(
          async () =>
            (await page.locator('iframe').evaluate(({ clientHeight }) => clientHeight)) === (await heights()).at(-1),
        )
        .toBe(true);
    }
    // Each width takes a few steps at most: fonts, words that wrap, controls that fold.
    expect((await heights()).length).toBeLessThan(20);
    expect(Math.max(...(await heights()))).toBeLessThan(1600);
  });
}

test('the height is said in every dialect at once', async ({ page, hosts }) => {
  await hosts.article(framed('?childId=pym-0#controls=compact'), POLICY);
  await ready(page);
  await page.evaluate(() =>
    document
      .querySelector('iframe')
      ?.contentWindow?.postMessage(
        '[iFrameSizer]frame7:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll',
        '*',
      ),
  );
  await expect
    .poll(async () => (await told(page)).some((one) => typeof one === 'string' && one.startsWith('[iFrameSizer]')))
    .toBe(true);
  const all = await told(page);
  const height = (all.findLast((one) => (one as Message).height && (one as Message).voyageMap === 1) as Message).height;
  expect(all).toContainEqual({ 'datawrapper-height': { 'pym-0': height } });
  expect(all).toContainEqual({ sentinel: 'amp', type: 'embed-size', height });
  expect(all).toContain(`pymxPYMxpym-0xPYMxheightxPYMx${height}`);
  expect(all).toContain(`[iFrameSizer]frame7:${height}:0:size`);
  const texts = all.filter((one): one is string => typeof one === 'string' && one.startsWith('{'));
  expect(texts.map((text) => JSON.parse(text))).toContainEqual(
    expect.objectContaining({ context: 'iframe.resize', height, src: expect.stringContaining('childId=pym-0') }),
  );
});

test('compact has a link to the full map, as it is now', async ({ page, hosts }) => {
  await hosts.article(framed('#controls=compact&time=2023-09-10T12:00Z'), POLICY);
  await ready(page);
  await tell(page, { voyageMap: 1, set: { only: 'maria' } });
  const link = mapIn(page).getByRole('link', { name: 'Open full map' });
  await expect(link).toHaveAttribute('href', `${hosts.map.origin}/#time=2023-09-10T12:00Z&only=maria`);
  await expect(link).toHaveAttribute('target', '_blank');
});

test.describe('a host that sends no header for other origins', () => {
  // The browser itself says in the console that it gives no script to a sandbox.
  test.use({ mapHeaders: [{}, { scope: 'test' }], allowedErrors: [[/CORS policy|ERR_FAILED/], { scope: 'test' }] });

  test('in a sandbox the first picture stays', async ({ page, hosts }) => {
    await hosts.article(framed('', 'height="600" sandbox="allow-scripts"'), POLICY);
    const picture = mapIn(page).locator('.first-picture:visible');
    await expect(picture.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(picture.locator('.still-basemap')).toBeVisible();
  });

  test('without a sandbox the map is alive', async ({ page, hosts }) => {
    await hosts.article(framed(''), POLICY);
    await ready(page);
  });
});

test('a narrow compact frame has room for the moment and the link', async ({ page, hosts }) => {
  await page.setViewportSize({ width: 340, height: 700 });
  await hosts.article(framed('#controls=compact&time=2023-09-10T12:00Z', 'data-follows'), POLICY);
  await ready(page);
  // The two are measured one after the other, and the frame may still be taking its height.
  await expect
    .poll(async () => {
      const link = await mapIn(page).getByRole('link', { name: 'Open full map' }).boundingBox();
      const moment = await mapIn(page).getByText('Sunday 10 September 2023, 12:00 UTC', { exact: true }).boundingBox();
      if (!link || !moment) return 'a part has no place';
      if (link.x + link.width > 340) return 'the link is cut off';
      return (
        link.y >= moment.y + moment.height || link.x >= moment.x + moment.width || JSON.stringify({ link, moment })
      );
    })
    .toBe(true);
});
