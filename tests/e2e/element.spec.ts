import type { Page } from '@playwright/test';
import type { VoyageMapElement } from '../../src/voyage-map.tsx';
import { expect, test } from './page.ts';
import { mapOf, notices, open, readOut, SMALL, settingsOf } from './voyage-page.ts';

test.use({ viewport: SMALL });

/** WebGL contexts that are made and still alive. */
async function countContexts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const made: WebGL2RenderingContext[] = [];
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: unknown[]) {
      const context = Reflect.apply(getContext, this, asked) as unknown;
      if (context instanceof WebGL2RenderingContext && !made.includes(context)) made.push(context);
      return context as never;
    };
    Object.assign(window, { alive: () => made.filter((context) => !context.isContextLost()).length });
  });
  return () => page.evaluate(() => (window as unknown as { alive: () => number }).alive());
}

test('seek takes ISO text, a Date and milliseconds, and resolves when the picture is complete', async ({ page }) => {
  await open(page);
  const seek = (kind: 'text' | 'date' | 'number', text: string) =>
    mapOf(page).evaluate(
      async (map: VoyageMapElement, asked) => {
        const t = Date.parse(asked.text);
        await map.seek(asked.kind === 'text' ? asked.text : asked.kind === 'date' ? new Date(t) : t);
        // Read in the same task in which seek has resolved.
        const walker = document.createTreeWalker(map.shadowRoot as ShadowRoot, NodeFilter.SHOW_TEXT);
        const texts: string[] = [];
        while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
        return texts.find((one) => /^[A-Z][a-z]+day \d+ [A-Z]/.test(one));
      },
      { kind, text },
    );
  expect(await seek('text', '2023-09-10T12:00Z')).toBe('Sunday 10 September 2023, 12:00 UTC');
  expect(await seek('date', '2023-09-11T12:00Z')).toBe('Monday 11 September 2023, 12:00 UTC');
  expect(await seek('number', '2023-09-12T12:00Z')).toBe('Tuesday 12 September 2023, 12:00 UTC');
  // Kept on the axis.
  expect(await seek('text', '1999-01-01')).toBe('Thursday 10 August 2023, 00:00 UTC');
  expect(await seek('number', '2035-01-01T00:00Z')).toBe('Friday 20 October 2023, 00:00 UTC');
});

test('seek rejects what is no moment, and the page stays as it was', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z');
  const failures = await mapOf(page).evaluate(async (map: VoyageMapElement) => {
    const said: string[] = [];
    for (const moment of ['yesterday', '', new Date('no date'), Number.NaN, Number.POSITIVE_INFINITY]) {
      await map.seek(moment).catch((error: unknown) => said.push((error as Error).name));
    }
    return said;
  });
  expect(failures).toEqual(Array(5).fill('RangeError'));
  await expect(readOut(page)).toHaveText('Sunday 10 September 2023, 12:00 UTC');
});

test('attributes are settings: set, wrong and taken away', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z');
  const set = (name: string, text: string | null) =>
    mapOf(page).evaluate(
      (map: Element, [key, value]) => (value === null ? map.removeAttribute(key) : map.setAttribute(key, value)),
      [name, text] as const,
    );
  await set('zone', 'Asia/Vladivostok');
  await expect(readOut(page)).toHaveText('Sunday 10 September 2023, 22:00 GMT+10');
  await set('loop', '');
  expect(await settingsOf(page)).toMatchObject({ loop: 'true', zone: 'Asia/Vladivostok' });
  await set('speed', 'fast');
  await expect(notices(page)).toContainText('"fast"');
  await set('zone', null);
  await expect(readOut(page)).toHaveText('Sunday 10 September 2023, 12:00 UTC');
  await set('selected', 'ghost');
  await expect(notices(page)).toContainText('"ghost"');
  expect((await settingsOf(page)).selected).toBeUndefined();
});

test('taken out and put back it works as before, and leaves no graphics context behind', async ({ page }) => {
  const contexts = await countContexts(page);
  await open(page, 'time=2023-09-10T12:00Z&selected=maria-october');
  await expect.poll(contexts).toBe(1);
  for (let turn = 0; turn < 2; turn++) {
    await mapOf(page).evaluate((map: HTMLElement) => {
      map.remove();
      (window as unknown as { kept: HTMLElement }).kept = map;
    });
    await expect.poll(contexts).toBe(0);
    await page.evaluate(() => document.body.append((window as unknown as { kept: HTMLElement }).kept));
    await expect(mapOf(page)).toHaveAttribute('data-state', 'ready');
    await expect.poll(contexts).toBe(1);
  }
  await expect(page.locator('canvas')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'October voyage' })).toBeVisible();
  await page.getByRole('button', { name: 'One day forward' }).click();
  await expect(readOut(page)).toHaveText('Monday 11 September 2023, 12:00 UTC');
  await expect(notices(page).getByRole('paragraph')).toHaveCount(0);
});

test('two of them on one page show a moment each', async ({ page }) => {
  const contexts = await countContexts(page);
  await open(page, 'time=2023-09-10T12:00Z');
  await page.evaluate(() => {
    const second = document.createElement('voyage-map');
    second.id = 'second';
    second.setAttribute('time', '2023-10-11T00:00Z');
    second.setAttribute('only', 'maria');
    document.body.append(second);
  });
  const second = page.locator('#second');
  await expect(second).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  await expect(readOut(page)).toHaveText([
    'Sunday 10 September 2023, 12:00 UTC',
    'Wednesday 11 October 2023, 00:00 UTC',
  ]);
  await second.getByRole('button', { name: 'One day back' }).click();
  await expect(readOut(page)).toHaveText(['Sunday 10 September 2023, 12:00 UTC', 'Tuesday 10 October 2023, 00:00 UTC']);
  await expect(page.locator('.ships [data-ship=angara]')).toHaveCount(1);
  await expect.poll(contexts).toBe(2);
  await second.evaluate((map) => map.remove());
  await expect.poll(contexts).toBe(1);
});

test('tells of changes by events', async ({ page }) => {
  await open(page);
  await mapOf(page).evaluate((map: VoyageMapElement) => {
    map.addEventListener('change', () => {
      map.dataset.heard = Object.fromEntries(map.settings).selected ?? '';
    });
  });
  await page.getByRole('button', { name: /^Maria, October/ }).click();
  await expect(mapOf(page)).toHaveAttribute('data-heard', 'maria-october');
});
