import type { Page } from '@playwright/test';
import { DAY, HOUR } from '../../src/model/edtf.ts';
import { expect, sharingTest as test } from './page.ts';
import { open, readOut, settingsOf, shownTime, slider } from './voyage-page.ts';

const START = Date.UTC(2023, 7, 10);
const END = Date.UTC(2023, 9, 20);

test('the slider takes the keys that a slider takes', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z');
  const noon = Date.UTC(2023, 8, 10, 12);
  const range = slider(page);
  await expect(range).toHaveAttribute('min', String(START));
  await expect(range).toHaveAttribute('max', String(END));
  const steps: readonly (readonly [string, number])[] = [
    ['ArrowRight', noon + HOUR],
    ['ArrowUp', noon + 2 * HOUR],
    ['ArrowLeft', noon + HOUR],
    ['ArrowDown', noon],
    ['PageUp', noon + 7 * DAY],
    ['PageDown', noon],
    ['Home', START],
    ['End', END],
    ['ArrowRight', END],
    ['PageDown', END - 7 * DAY],
  ];
  for (const [key, expected] of steps) {
    await range.press(key);
    expect([key, await shownTime(page)]).toEqual([key, expected]);
    expect(Date.parse((await settingsOf(page)).time ?? '')).toBe(expected);
  }
  await expect(readOut(page)).toHaveText('Friday 13 October 2023, 00:00 UTC');
});

test('a pointer on the slider shows the moment under it, to the hour, until it is let go', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z');
  const box = await slider(page).boundingBox();
  if (!box) throw new Error('The slider has no box.');
  // Half a thumb of 24 px lies outside the axis at each end.
  const momentAt = (x: number): number => START + ((x - box.x - 12) / (box.width - 24)) * (END - START);
  const y = box.y + box.height / 2;
  const shows = async (x: number): Promise<void> => {
    const shown = await shownTime(page);
    expect(Math.abs(shown - momentAt(x))).toBeLessThanOrEqual(HOUR);
    expect(shown % HOUR).toBe(0);
  };
  await page.mouse.move(box.x + 100, y);
  await page.mouse.down();
  await shows(box.x + 100);
  await page.mouse.move(box.x + 320, y, { steps: 4 });
  await shows(box.x + 320);
  // Outside the strips it still holds, and ends at the ends.
  await page.mouse.move(box.x + 400, box.y - 150);
  await shows(box.x + 400);
  await page.mouse.move(box.x - 60, y);
  expect(await shownTime(page)).toBe(START);
  await page.mouse.move(box.x + 250, y);
  await page.mouse.up();
  await page.mouse.move(box.x + 500, y);
  await shows(box.x + 250);
  await expect(slider(page)).toBeFocused();
});

test('the slider says the moment with its zone and where the ships are, and is silent while time runs', async ({
  page,
}) => {
  await open(page, 'time=2023-09-10T12:00Z');
  const said = (): Promise<string | null> => slider(page).getAttribute('aria-valuetext');
  const opened = await said();
  expect(opened).toContain('Sunday 10 September 2023, 12:00 UTC');
  expect(opened).toMatch(/Angara at sea, in either port or elsewhere.*Maria at sea, in either port or elsewhere/);
  await slider(page).press('ArrowRight');
  await expect.poll(said).toContain('Sunday 10 September 2023, 13:00 UTC');
  const before = await said();
  const value = await shownTime(page);

  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(readOut(page)).toHaveText(/Monday 11 September|Tuesday 12 September/);
  expect(await said()).toBe(before);
  expect(await shownTime(page)).toBe(value);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect.poll(said).not.toBe(before);
  expect(await said()).toContain((await readOut(page).textContent()) ?? 'no read-out');
});

test('day buttons go a day on and back', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z');
  await page.getByRole('button', { name: 'One day forward' }).click();
  await expect(readOut(page)).toHaveText('Monday 11 September 2023, 12:00 UTC');
  await page.getByRole('button', { name: 'One day back' }).dblclick();
  await expect(readOut(page)).toHaveText('Saturday 9 September 2023, 12:00 UTC');
});

test('event buttons stop at each event and sighting of the case, both ways', async ({ page }) => {
  // First days of the events and sightings in data/najin-dunay/voyages.json that lie on the axis.
  const days = '08-10 08-26 09-07 09-12 09-13 09-28 10-01 10-10 10-12 10-13 10-14 10-15 10-16 10-17 10-19 10-20'.split(
    ' ',
  );
  const moments = days.map((day) => Date.parse(`2023-${day}T00:00Z`));
  await open(page);
  const walk = async (name: string, expected: readonly number[]): Promise<void> => {
    const visited: number[] = [];
    for (const moment of expected) {
      await page.getByRole('button', { name }).click();
      await expect.poll(() => shownTime(page), moment.toString()).not.toBe(visited.at(-1));
      visited.push(await shownTime(page));
    }
    expect(visited.map((t) => new Date(t).toISOString())).toEqual(expected.map((t) => new Date(t).toISOString()));
  };
  await walk('Next event', moments.slice(1));
  await walk('Previous event', moments.slice(0, -1).reverse());
});

const dateField = (page: Page) => page.getByRole('textbox', { name: /^Go to date/ });

test('a typed date is gone to', async ({ page }) => {
  await open(page);
  const dates: readonly (readonly [string, string])[] = [
    ['2023-09-10', 'Sunday 10 September 2023, 00:00 UTC'],
    ['2023-09-10 12:30', 'Sunday 10 September 2023, 12:30 UTC'],
    ['2023-10-11T06:00Z', 'Wednesday 11 October 2023, 06:00 UTC'],
    ['2023-10-11T06:00+10:00', 'Tuesday 10 October 2023, 20:00 UTC'],
  ];
  for (const [text, shown] of dates) {
    await dateField(page).fill(text);
    await dateField(page).press('Enter');
    await expect(readOut(page)).toHaveText(shown);
    await expect(dateField(page)).toHaveValue('');
  }
});

test('a text that is no date, or one outside, is answered beside the field and changes nothing', async ({ page }) => {
  await open(page, 'time=2023-09-10T12:00Z');
  const problem = page.getByRole('alert');
  const refuse = async (text: string, answer: RegExp): Promise<void> => {
    await dateField(page).fill(text);
    await dateField(page).press('Enter');
    await expect(problem).toHaveText(answer);
    await expect(dateField(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(dateField(page)).toHaveAccessibleDescription(answer);
    await expect(dateField(page)).toHaveValue(text);
    expect(await settingsOf(page)).toEqual({ time: '2023-09-10T12:00Z' });
    await expect(readOut(page)).toHaveText('Sunday 10 September 2023, 12:00 UTC');
    const [field, said] = [await dateField(page).boundingBox(), await problem.boundingBox()];
    if (!field || !said) throw new Error('The field or its message has no box.');
    const gap = Math.max(said.y - (field.y + field.height), field.y - (said.y + said.height));
    expect(gap).toBeLessThan(30);
  };
  await refuse('next week', /“next week” is not a date.*2023-09-10/);
  await refuse('2023-02-30', /“2023-02-30” is not a date/);
  await refuse('2024-01-01', /outside the timeline.*10 Aug.*20 Oct/);
  await dateField(page).fill('2023-09-11');
  await dateField(page).press('Enter');
  await expect(problem).toHaveText('');
  await expect(dateField(page)).toHaveAttribute('aria-invalid', 'false');
});

test('the word on a ship goes while time moves and comes back when it rests, and the table follows', async ({
  page,
}) => {
  await open(page, 'time=2023-09-10T12:00Z');
  const callout = page.locator('.callout');
  await expect(callout).toHaveCount(1);
  const map = page.locator('.map');
  await map.evaluate((element: Element) => {
    new MutationObserver((records) => {
      const gone = records.flatMap(({ removedNodes }) => [...removedNodes]);
      if (gone.some((node) => node instanceof Element && node.querySelector('.callout'))) {
        element.setAttribute('data-callout-went', '');
      }
    }).observe(element, { childList: true, subtree: true });
  });
  await slider(page).press('ArrowRight');
  await expect(map).toHaveAttribute('data-callout-went', '');
  await expect(callout).toHaveCount(1);
  await expect(page.getByRole('table', { name: /^Ships at Sunday 10 September 2023, 13:00 UTC\./ })).toHaveCount(1);
  await map.evaluate((element: Element) => element.removeAttribute('data-callout-went'));
});
