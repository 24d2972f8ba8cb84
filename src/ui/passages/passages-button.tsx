/** Opens the dialog of canals and straits, where they play a part. */
import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';
import { passagesOpening } from './passages-opening.ts';

type DialogModule = typeof import('./passages-dialog.tsx');

/** Nothing where no lane leads over the water of the world and none was asked to. */
export function PassagesButton() {
  const page = usePage();
  const { state } = page;
  const say = useLaterWords().passages;
  const [dialog, setDialog] = useState<DialogModule | null>(null);
  const opening = passagesOpening(page);
  useEffect(() => {
    if (opening.value && !dialog) void import('./passages-dialog.tsx').then(setDialog);
  }, [opening.value, dialog]);
  const matter = state.reported.value?.lanes.some(({ passages }) => passages) ?? false;
  if (!matter && state.settings.passages.value === '') return null;
  return (
    <>
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        onClick={() => {
          opening.value = true;
        }}
      >
        {say.open}
      </button>
      {opening.value && dialog && (
        <dialog.PassagesDialog
          onClose={() => {
            opening.value = false;
          }}
        />
      )}
    </>
  );
}
