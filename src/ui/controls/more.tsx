import { useState } from 'preact/hooks';
import { openIn } from '../../i18n/open-words.ts';
import { change } from '../../state/state.ts';
import { needShipRows } from '../../timeline/strips.ts';
import { findingOf } from '../finding/open.ts';
import { openingOf } from '../open/opening.ts';
import { usePage } from '../page-context.ts';
import { PassagesButton } from '../passages/passages-button.tsx';
import { useLaterWords } from '../use-later-words.ts';

type ShareModule = typeof import('../share/share-dialog.tsx');

interface Props {
  /** Address of the page's folder, for links to share. */
  readonly base: string;
  readonly tableOpen: boolean;
  readonly onTable: () => void;
  readonly onHelp: () => void;
}

/** Table, analysis, a file of one's own, sharing and the list of keys. */
export function More({ base, tableOpen, onTable, onHelp }: Props) {
  const [share, setShare] = useState<ShareModule | null>(null);
  const page = usePage();
  const { state } = page;
  const { finding, controls: say, whatIf } = useLaterWords();
  const shown = state.case.value;
  const analysing = state.settings.analysis.value !== null;
  return (
    <div class="more">
      <button type="button" class="button" aria-expanded={tableOpen} onClick={onTable}>
        {say.table}
      </button>
      <button
        type="button"
        class="button"
        aria-expanded={analysing}
        onClick={() => change(state, { analysis: analysing ? null : 'claims', selected: null })}
      >
        {whatIf.open}
      </button>
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        onClick={() => {
          openingOf(page).value = { source: null };
        }}
      >
        {openIn(state.settings.lang.value).button}
      </button>
      <PassagesButton />
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        onClick={() => void import('../share/share-dialog.tsx').then(setShare)}
      >
        {say.share}
      </button>
      {shown && (needShipRows(shown.voyages) || state.among.value) && (
        <button
          type="button"
          class="button"
          aria-haspopup="dialog"
          onClick={() => {
            findingOf(state).value = true;
          }}
        >
          {finding.open}
        </button>
      )}
      <button type="button" class="button" aria-label={say.keys} title={say.keys} onClick={onHelp}>
        ?
      </button>
      {share && <share.ShareDialog base={base} onClose={() => setShare(null)} />}
    </div>
  );
}
