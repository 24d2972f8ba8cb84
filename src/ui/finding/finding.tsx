import { useEffect, useState } from 'preact/hooks';
import { change } from '../../state/state.ts';
import { usePage } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';
import styleSheet from './finding.css?url';
import { limitsInWords } from './limits-in-words.ts';
import { findingOf } from './open.ts';

type Dialog = typeof import('./find-dialog.tsx');

/** Says how many ships are shown where not all are, and gives the way back; opens the dialog for finding. */
export function Finding() {
  const page = usePage();
  const { state } = page;
  const { finding: say } = useLaterWords();
  const open = findingOf(state);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [styled, setStyled] = useState(false);
  const limits = limitsInWords(page);
  useEffect(() => {
    if (open.value && !dialog) void import('./find-dialog.tsx').then(setDialog);
  }, [open.value]);
  const away = state.settings.view.value !== null;
  if (limits === null && !open.value) return null;
  return (
    <>
      <link rel="stylesheet" href={styleSheet} onLoad={() => setStyled(true)} onError={() => setStyled(true)} />
      {limits !== null && state.settings.controls.value !== 'none' && (
        <div class="limits" role="note" style={{ visibility: styled ? 'visible' : 'hidden' }}>
          <p>{limits}</p>
          <p class="limits-ways">
            {away && (
              <button type="button" class="button" onClick={() => change(state, { view: null })}>
                {say.goThere}
              </button>
            )}
            {state.settings.controls.value === 'full' && (
              <button
                type="button"
                class="button"
                aria-haspopup="dialog"
                onClick={() => {
                  open.value = true;
                }}
              >
                {say.change}
              </button>
            )}
            <button
              type="button"
              class="button"
              onClick={(event) => {
                // This button goes away with the notice, and the focus is not to go with it.
                const root = event.currentTarget.getRootNode() as ParentNode & Node;
                change(state, { only: null, ports: null, period: null });
                root.querySelector<HTMLElement>('.timeline-range')?.focus({ preventScroll: true });
              }}
            >
              {say.showAll}
            </button>
          </p>
        </div>
      )}
      {open.value && dialog && styled && (
        <dialog.FindDialog
          onClose={() => {
            open.value = false;
          }}
        />
      )}
    </>
  );
}
