/** A what-if and the passages of the address, applied to the case that is open. Fetched when the first one is asked for. */
import { batch } from '@preact/signals-core';
import { applyWhatIf } from '../analysis/what-if.ts';
import { readWhatIf } from '../analysis/what-if-text.ts';
import { readPassages } from '../reach/passage-text.ts';
import type { Case } from './case.ts';
import type { Laid, Lay } from './open-address.ts';
import type { Settings } from './settings.ts';
import { change, notify, notifyRejected, type State } from './state.ts';

/**
 * Shows what follows from a what-if, and from passages opened and closed. A text that is wrong is refused by name, and the
 * case is shown without it.
 *
 * @param reported the case as reported
 * @param texts of the two settings
 * @param wanted whether these are still the ones asked for
 */
export async function showWhatIf(
  state: State,
  reported: Case,
  texts: Pick<Settings, 'whatif' | 'passages'>,
  lay: Lay,
  wanted: () => boolean,
): Promise<void> {
  const read = readWhatIf(texts.whatif);
  if ('error' in read) {
    notifyRejected(state, [{ name: 'whatif', text: read.error, expected: read.expected }]);
    change(state, { whatif: '' });
    return;
  }
  const passages = readPassages(texts.passages);
  if ('error' in passages) {
    notifyRejected(state, [{ name: 'passages', text: passages.error, expected: passages.expected }]);
    change(state, { passages: '' });
    return;
  }
  try {
    const changed = texts.whatif === '' ? null : applyWhatIf(reported.dataset, read.whatIf);
    const laid = await lay(changed?.dataset ?? reported.dataset, texts.passages === '' ? undefined : passages.closed);
    for (let next: Laid | undefined = laid; next; next = await next.whole) {
      if (!wanted()) return;
      for (const failure of next.failures) notify(state, { kind: 'data', text: failure });
      const shown = next.case;
      batch(() => {
        state.case.value = shown;
        state.whatIf.value = changed;
      });
    }
  } catch (error) {
    notify(state, { kind: 'data', text: error instanceof Error ? error.message : String(error) });
  }
}
