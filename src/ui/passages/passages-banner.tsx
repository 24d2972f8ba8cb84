/** Says which passages the reader opened and closed, wherever routes are shown that come of it. */
import { useEffect, useState } from 'preact/hooks';
import { change } from '../../state/state.ts';
import whatIfSheet from '../analysis/what-if.css?url';
import { usePage } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';
import { passagesOpening } from './passages-opening.ts';

type TextModule = typeof import('./chosen-passages.ts');

export function PassagesBanner() {
  const page = usePage();
  const { state } = page;
  const say = useLaterWords().passages;
  const [module, setModule] = useState<TextModule | null>(null);
  const text = state.settings.passages.value;
  useEffect(() => {
    if (text !== '') void import('./chosen-passages.ts').then(setModule);
  }, [text]);
  const chosen = module?.chosenPassages(text);
  if (!chosen) return null;
  const names = (ids: readonly (keyof typeof say.names)[]) => ids.map((id) => say.names[id]);
  const parts = [
    ...(chosen.shut.length > 0 ? [say.shut(names(chosen.shut))] : []),
    ...(chosen.opened.length > 0 ? [say.opened(names(chosen.opened))] : []),
  ];
  return (
    <>
      <link rel="stylesheet" href={whatIfSheet} />
      <div class="what-if" role="note">
        <p>
          <b>{say.changed}</b> {parts.join('; ')}. {say.yours}
        </p>
        <p class="what-if-ways">
          {state.settings.controls.value === 'full' && (
            <button
              type="button"
              class="button"
              onClick={() => {
                passagesOpening(page).value = true;
              }}
            >
              {say.change}
            </button>
          )}
          <button type="button" class="button" onClick={() => change(state, { passages: '' })}>
            {say.usual}
          </button>
        </p>
      </div>
    </>
  );
}
