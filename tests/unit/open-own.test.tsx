import { signal } from '@preact/signals-core';
import type { VNode } from 'preact';
import renderToString from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/dataset/formats/finding.ts';
import { createDates } from '../../src/i18n/dates.ts';
import { openEn } from '../../src/i18n/en/open.ts';
import { en } from '../../src/i18n/en/page.ts';
import type { OwnCase } from '../../src/state/open-address.ts';
import { showOwn } from '../../src/state/own-case.ts';
import type { TablePreview } from '../../src/state/read-session.ts';
import { OF_CASE, SETTINGS } from '../../src/state/settings.ts';
import { change, createState, settingsOf } from '../../src/state/state.ts';
import { startAnswering, withOffers, withOutcome, withPlace } from '../../src/state/table-dialog.ts';
import { findingsTable } from '../../src/ui/open/download.ts';
import { OwnBanner } from '../../src/ui/open/own-banner.tsx';
import { TableQuestions } from '../../src/ui/open/table-questions.tsx';
import { type Page, PageContext } from '../../src/ui/page-context.ts';
import { dataset, openTestCase } from './evidence-case.ts';

const finding = (path: string, kept: boolean, message = 'the row names no ship'): Finding => ({
  file: 'list.csv',
  path,
  code: 'vessel-missing',
  kept,
  message,
  expected: 'the name of the ship',
});

const own: OwnCase = {
  case: openTestCase(dataset({})),
  problems: [],
  lay: () => Promise.reject(new Error('not laid in this test')),
  name: 'list.csv',
  findings: [finding('row 3', false), finding('row 5', true)],
  rows: { shown: 412, leftOut: 8 },
  gazetteer: false,
  before: { en: 'The case before' },
};

function pageOf(): Page {
  return { state: createState(), ids: 'test', words: signal(en), dates: signal(createDates('en', 'UTC')) };
}

const render = (part: VNode): string =>
  renderToString(<PageContext.Provider value={pageOf()}>{part}</PageContext.Provider>);
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a case of one’s own', () => {
  test('says how much is shown, that no link carries it, and where the way back leads', () => {
    const text = textOf(render(<OwnBanner own={own} />));
    expect(text).toContain('412 of 420 rows are shown, 8 left out.');
    expect(text).toContain('This data stays in your browser; a link cannot carry it.');
    expect(text).toContain('1 note on what is left out; 1 doubt, kept');
    expect(text).toContain('row 3: the row names no ship. Expected: the name of the ship.');
    expect(text).toContain('Back to “The case before”');
    expect(text).not.toContain('GeoNames');
    expect(textOf(render(<OwnBanner own={{ ...own, gazetteer: true }} />))).toContain('GeoNames, CC BY 4.0');
  });

  test('begins at its start, and ends where the address names another case or the reader leaves it', () => {
    const state = createState();
    change(state, { time: 5, selected: 'june', whatif: 'without:C1', speed: 2 });
    showOwn(state, own);
    const now = settingsOf(state);
    for (const name of OF_CASE) expect(now[name], name).toEqual(SETTINGS[name].initial);
    expect([now.speed, now.data, state.own.value]).toEqual([2, SETTINGS.data.initial, own]);
    change(state, { time: 7 });
    expect(state.own.value).toBe(own);
    const other = { ...own, name: 'other.csv' };
    showOwn(state, other);
    expect([state.own.value, state.settings.time.value]).toEqual([other, null]);
    change(state, { data: 'data/elsewhere/' });
    expect(state.own.value).toBeNull();
    showOwn(state, own);
    change(state, { selected: 'june' });
    showOwn(state, null);
    expect([state.own.value, state.settings.selected.value]).toEqual([null, null]);
  });
});

describe('the questions about a table', () => {
  const preview: TablePreview = {
    format: 'voyage-table',
    file: 'list.csv',
    names: ['Ship', 'From', 'To', 'ETD', '<b>Arrived</b>'],
    columns: { vessel: 0, from: 1, to: 2, depart: 3 },
    doubts: [
      { kind: 'planned', field: 'depart', column: 3 },
      { kind: 'no-column', field: 'arrive' },
    ],
    first: [{ row: 2, cells: ['Tern', 'Suva', 'Apia', '03/04/2019', '06/04/2019'] }],
    count: 420,
  };
  const suva = { name: 'Suva', position: [178.425, -18.137], country: 'Fiji', unlocode: 'FJSUV' } as const;
  const outcome = {
    questions: [
      { ask: 'date-order', order: { field: 'depart', column: 3, order: null, needed: { row: 2, text: '03/04/2019' } } },
    ],
    unplaced: [{ name: 'Suva', records: 9 }],
    ...{ findings: [], findingCount: 0, shown: 0, leftOut: 420, usable: false, dataset: null },
  } as const;
  const asked = withOffers(withOutcome(startAnswering(preview), outcome), new Map([['Suva', [suva]]]));
  const none = () => undefined;
  const drawn = (answering: typeof asked): string =>
    render(<TableQuestions answering={answering} findings={[]} onAnswer={none} onFormat={none} onShow={none} />);

  test('name the doubts, choose nothing beforehand, and take names of columns for text', () => {
    const html = drawn(asked);
    const text = textOf(html);
    expect(text).toContain('420 rows below the names');
    expect(text).toContain(openEn.table.doubts.planned());
    expect(text).toContain(openEn.table.doubts['no-column']());
    expect(text).toContain('“ETD”: in row 2 it says “03/04/2019”');
    expect(html.match(/type="radio"/g)).toHaveLength(2);
    expect(html).not.toMatch(/type="radio"[^>]*checked/);
    expect(text).toContain('Suva 9 records');
    expect(html).toMatch(/<option selected value="-1">|<option value="-1" selected>/);
    expect(html).toContain('Suva, Fiji (18.14° S, 178.43° E) FJSUV');
    expect(html).toMatch(/<button[^>]*disabled[^>]*>Show on the map/);
    expect(html).not.toContain('<b>Arrived</b>');
  });

  test('show what was answered, and can then be shown', () => {
    const answered = withPlace(
      {
        ...asked,
        dateOrder: { depart: 'day-first' },
        outcome: { ...outcome, questions: [], shown: 412, leftOut: 8, usable: true },
      },
      'Suva',
      suva,
    );
    const html = drawn(answered);
    expect(html.match(/type="radio"[^>]*checked/g)).toHaveLength(1);
    expect(html).toMatch(/<option selected value="0">|<option value="0" selected>/);
    expect(textOf(html)).toContain('412 of 420 rows can be shown, 8 left out.');
    expect(html).not.toMatch(/disabled[^>]*>Show on the map/);
  });
});

test('the list to download is a table that no spreadsheet runs', () => {
  const text = findingsTable([finding('row 3', false, '=HYPERLINK("x"), odd'), finding('', true)], openEn.findings);
  const [head, first, second] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  expect(head).toBe('file,place,record,shown,kind,what was found,what was expected');
  expect(first).toBe(`list.csv,row 3,,no,vessel-missing,"'=HYPERLINK(""x""), odd",the name of the ship`);
  expect(second).toBe('list.csv,,,yes,vessel-missing,the row names no ship,the name of the ship');
});
