import { change } from '../../state/state.ts';
import { usePage } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';

/** Says that what is shown is not what was reported, wherever a what-if is shown, and gives the way back. */
export function WhatIfBanner() {
  const { state } = usePage();
  const say = useLaterWords().whatIf;
  if (!state.whatIf.value) return null;
  return (
    <p class="what-if" role="note">
      <b>{say.heading}</b> {say.notReported}{' '}
      {state.settings.controls.value === 'full' && (
        <button type="button" class="button" onClick={() => change(state, { analysis: 'claims', selected: null })}>
          {say.show}
        </button>
      )}
      <button type="button" class="button" onClick={() => change(state, { whatif: '' })}>
        {say.back}
      </button>
    </p>
  );
}
