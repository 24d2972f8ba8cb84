/** The dialog that finds ships, ports, voyages and dates, and limits what is shown to some of them. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { usePage, usePageId } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';
import { FindField } from './find-field.tsx';
import { LimitsForm } from './limits-form.tsx';
import { searchIndex } from './search.ts';

export function FindDialog({ onClose }: { onClose: () => void }) {
  const { state } = usePage();
  const { finding: say } = useLaterWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = usePageId();
  const shown = state.case.value;
  const index = useMemo(() => (shown ? searchIndex(shown) : []), [shown]);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="page-dialog find" aria-labelledby={headingId} onClose={onClose}>
      <h2 id={headingId}>{say.heading}</h2>
      {shown && <FindField shown={shown} index={index} onFound={() => dialog.current?.close()} />}
      {shown && <LimitsForm shown={shown} />}
      <form method="dialog">
        <button type="submit" class="button">
          {say.close}
        </button>
      </form>
    </dialog>
  );
}
