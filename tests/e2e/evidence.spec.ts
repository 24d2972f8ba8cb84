import type { Locator, Page } from '@playwright/test';
import { expect, sharingTest as test } from './page.ts';
import { open, voyageButton } from './voyage-page.ts';

const panelOf = (page: Page, title: string): Locator => page.getByRole('region', { name: `${title} voyage` });

/** What the evidence must say of departures and arrivals: event, dates as cited, days drawn. */
const CHAINS: Readonly<Record<string, readonly (readonly [RegExp, RegExp, RegExp])[]>> = {
  'White House': [
    [/^Left Dunay$/, /^no date given$/, /^26 Aug – 11 Sep$/],
    [/^Reached Najin$/, /^no date given$/, /^27 Aug – 12 Sep$/],
    [/^Left Najin laden$/, /^on or after 7 September 2023 \(cargo seen\)$/, /^7 – 12 Sep$/],
    [/^Reached Dunay$/, /^on or before 12 September 2023$/, /^7 – 12 Sep$/],
  ],
  undated: [
    [/^Left Dunay$/, /^no date given$/, /^10 Aug – /],
    [/^Reached Najin$/, /^no date given$/, / – 14 Oct$/],
    [/^Left Najin$/, /^no date given$/, / – 14 Oct$/],
    [/^Reached Dunay$/, /^no date given$/, / – 14 Oct$/],
  ],
};

for (const [title, chain] of Object.entries(CHAINS)) {
  test(`the label of a voyage opens its evidence: ${title}`, async ({ page }) => {
    await open(page, 'time=2023-09-10T12:00Z');
    const button = voyageButton(page, `Angara, ${title}`);
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    const panel = panelOf(page, title === 'undated' ? 'Undated' : title);
    await expect(panel).toBeVisible();
    const rows = panel.getByRole('table', { name: 'Departures and arrivals' }).getByRole('row');
    await expect(rows).toHaveCount(chain.length + 1);
    for (const [at, [event, cited, drawn]] of chain.entries()) {
      await expect(rows.nth(at + 1).getByRole('rowheader')).toHaveText(event);
      await expect(
        rows
          .nth(at + 1)
          .getByRole('cell')
          .nth(0),
      ).toHaveText(cited);
      await expect(
        rows
          .nth(at + 1)
          .getByRole('cell')
          .nth(1),
      ).toHaveText(drawn);
    }
    await expect(panel).toContainText('at 16 kn or less, 12 h or more in port (assumed)');

    await panel.getByRole('button', { name: 'Close the evidence' }).click();
    await expect(panel).toBeHidden();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await expect(button).toBeFocused();
  });
}

test('claims are given with kind, confidence, source and a safe link', async ({ page }) => {
  await open(page, 'selected=angara-white-house');
  const panel = panelOf(page, 'White House');
  const claims = panel.getByRole('listitem');
  const angara = claims.filter({ hasText: 'Angara was moored at Dunay with containers aboard.' });
  await expect(angara).toContainText('12 September 2023, Dunay.');
  await expect(angara).toContainText('confidence high');
  await expect(angara).toContainText('Observation');
  await expect(angara.getByRole('link', { name: /16 October 2023/ })).toHaveAttribute(
    'href',
    'https://www.voakorea.com/a/7313365.html',
  );
  await expect(claims.filter({ hasText: 'About 300 containers' })).toContainText('tied to this voyage by inference');
  for (const link of await page.getByRole('link').all()) {
    expect(await link.getAttribute('href')).toMatch(/^https:\/\//);
    expect(await link.getAttribute('rel')).toBe('noreferrer noopener');
    expect(await link.getAttribute('target')).toBe('_blank');
  }
  expect(await page.getByRole('link').count()).toBeGreaterThan(1);
});

test('sources that disagree stand side by side', async ({ page }) => {
  await open(page, 'selected=maria-october');
  const panel = panelOf(page, 'October');
  await expect(panel.getByRole('heading', { name: 'Sources disagree' })).toBeVisible();
  const says = panel.getByText(/^This account: /).first();
  const against = panel
    .getByText(/^Against it: .*four trips fell between mid-August and the beginning of October/)
    .first();
  await says.scrollIntoViewIfNeeded();
  const [left, right] = [await says.boundingBox(), await against.boundingBox()];
  if (!left || !right) throw new Error('An account has no box.');
  expect(left.x + left.width).toBeLessThanOrEqual(right.x);
  expect(Math.abs(left.y - right.y)).toBeLessThan(4);
  await panel.getByText(/^In the rest of the case \(\d+\)$/).click();
  await expect(
    panel.getByText(/^Denied: A Russian diplomat, Burmistrov, denied/).filter({ visible: true }),
  ).toHaveCount(1);
});

test('how the dates were drawn prints every assumption', async ({ page }) => {
  await open(page, 'selected=angara-white-house');
  const panel = panelOf(page, 'White House');
  await panel.getByText('How these dates were drawn').click();
  for (const text of [
    'Greatest speed 16 kn',
    'Least stay 12 h',
    'is 5 days either way',
    'no source gives these times',
  ]) {
    await expect(panel.getByText(text).first()).toBeVisible();
  }
  await expect(panel.getByText(/Dunay – Najin: 19\d(\.\d)? km \(10\d(\.\d)? nm\)/)).toBeVisible();
});

test('how many trips: each count opens the claims behind it', async ({ page }) => {
  await open(page);
  const counts = page.getByRole('region', { name: /^How many trips/ });
  const behind: readonly (readonly [RegExp, readonly string[]])[] = [
    [/^3 trips: Bild/, ['At least 3.', 'Bild speaks of at least three trips']],
    [/^4 trips: Kyiv Post/, ['At least 4.', 'At least four trips fell between']],
    [/^5 trips: .*This map shows 5\.$/, ['At least 5.', 'Exactly 5.', 'a total of five trips']],
    [/^6 trips: CSIS/, ['At least 6.', 'CSIS counts at least six sea trips']],
  ];
  for (const [name, texts] of behind) {
    const dot = counts.getByRole('button', { name });
    await dot.click();
    await expect(dot).toHaveAttribute('aria-expanded', 'true');
    await expect(counts.getByRole('button', { expanded: true })).toHaveCount(1);
    for (const text of texts) await expect(counts.getByText(text).first()).toBeAttached();
    await expect(counts.getByText('Bild speaks of at least three trips')).toHaveCount(
      name.source.startsWith('^3') ? 1 : 0,
    );
  }
  await counts.getByRole('button', { name: /^6 trips/ }).click();
  await expect(counts.getByRole('button', { expanded: true })).toHaveCount(0);
});
