/** A page of a made-up case, drawn to text without a browser. */
import { signal } from '@preact/signals-core';
import type { VNode } from 'preact';
import renderToString from 'preact-render-to-string';
import { applyWhatIf } from '../../src/analysis/what-if.ts';
import { readWhatIf } from '../../src/analysis/what-if-text.ts';
import { createDates } from '../../src/i18n/dates.ts';
import { en } from '../../src/i18n/en/page.ts';
import type { Dataset } from '../../src/model/records.ts';
import type { Settings } from '../../src/state/settings.ts';
import { change, createState } from '../../src/state/state.ts';
import { type Page, PageContext } from '../../src/ui/page-context.ts';
import { openTestCase } from './evidence-case.ts';

/** A page of a case, at 9 June 2020, with the what-if of the settings applied as the element does. */
export function pageOf(data: Dataset, settings: Partial<Settings> = {}): Page {
  const state = createState();
  state.reported.value = openTestCase(data);
  state.case.value = state.reported.value;
  change(state, { time: Date.UTC(2020, 5, 9), ...settings });
  const read = readWhatIf(state.settings.whatif.value);
  if ('error' in read) throw new Error(read.error);
  if (state.settings.whatif.value !== '') {
    state.whatIf.value = applyWhatIf(data, read.whatIf);
    state.case.value = openTestCase(state.whatIf.value.dataset);
  }
  return { state, ids: 'test', words: signal(en), dates: signal(createDates('en', 'UTC')) };
}

export const render = (page: Page, part: VNode): string =>
  renderToString(<PageContext.Provider value={page}>{part}</PageContext.Provider>);

/** What a reader sees of HTML: its text, with single blanks. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&amp;', '&');
