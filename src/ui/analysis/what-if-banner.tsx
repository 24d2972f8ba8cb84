import { useState } from 'preact/hooks';
import { ASSUMPTION_NAMES } from '../../analysis/what-if.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import { change } from '../../state/state.ts';
import { type Page, usePage } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';
import { partOf } from './open-part.ts';
import { whatIfOf } from './use-what-if.ts';
import styleSheet from './what-if.css?url';

interface WhatIfBannerProps {
  /** It stands in a panel that covers the map where there is little room. */
  readonly inPanel?: boolean;
}

/** Says what is shown in the place of what was reported, wherever a what-if is shown, and gives the way back. */
export function WhatIfBanner({ inPanel = false }: WhatIfBannerProps) {
  const page = usePage();
  const { state } = page;
  const say = useLaterWords().whatIf;
  // There is no need to lead to what is open.
  const open = partOf(state.settings.analysis.value) === 'claims' && state.settings.selected.value === null;
  const [styled, setStyled] = useState(false);
  if (!state.whatIf.value) return null;
  return (
    <>
      <link rel="stylesheet" href={styleSheet} onLoad={() => setStyled(true)} onError={() => setStyled(true)} />
      <div
        class={inPanel ? 'what-if what-if-in-panel' : 'what-if'}
        role="note"
        style={{ visibility: styled ? 'visible' : 'hidden' }}
      >
        <p>
          <b>{say.heading}</b> {say.changes(changesInWords(page))} {say.notReported}
        </p>
        <p class="what-if-ways">
          {state.settings.controls.value === 'full' && !open && (
            <button type="button" class="button" onClick={() => change(state, { analysis: 'claims', selected: null })}>
              {say.show}
            </button>
          )}
          <button
            type="button"
            class="button"
            onClick={({ currentTarget }) => {
              const root = currentTarget.getRootNode();
              change(state, { whatif: '' });
              // The banner goes, and its button with it.
              if (root instanceof ShadowRoot) focusNext(root);
            }}
          >
            {say.back}
          </button>
        </p>
      </div>
    </>
  );
}

/** The part of the analysis that is open, or the timeline. */
const focusNext = (root: ShadowRoot): void =>
  root.querySelector<HTMLElement>('.analysis-pick[aria-current], .timeline-range')?.focus();

/** What a what-if changes, a phrase for each kind of change. */
export function changesInWords(page: Page): string[] {
  const lang = page.state.settings.lang.value;
  const say = laterIn(lang).whatIf;
  const dataset = page.state.reported.value?.dataset;
  if (!dataset) return [];
  const { without, assume, ties, more } = whatIfOf(page);
  const out = (records: readonly { readonly id: string }[]): number =>
    records.filter(({ id }) => without.includes(id)).length;
  const [claims, sightings, placed] = [out(dataset.claims), out(dataset.sightings), Object.keys(ties).length];
  return [
    ...(claims > 0 ? [say.claimsOut(claims)] : []),
    ...(sightings > 0 ? [say.sightingsOut(sightings)] : []),
    ...ASSUMPTION_NAMES.flatMap((name) => {
      const value = assume[name];
      return value === undefined ? [] : [say.assume[name](value.toLocaleString(lang))];
    }),
    ...(placed > 0 ? [say.placed(placed)] : []),
    ...dataset.vessels.flatMap(({ id, name }) =>
      Object.hasOwn(more, id) ? [say.more(more[id] ?? 0, inLanguage(name, lang))] : [],
    ),
  ];
}
