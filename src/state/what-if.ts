/** A what-if of the address, applied to the case that is open. Fetched when the first one is asked for. */
import { batch } from '@preact/signals-core';
import { applyWhatIf } from '../analysis/what-if.ts';
import { readWhatIf } from '../analysis/what-if-text.ts';
import type { Case } from './case.ts';
import type { Lay } from './open-address.ts';
import { change, notify, notifyRejected, type State } from './state.ts';

/**
 * Shows what follows from a what-if. A text that is wrong is refused by name, and the case is shown as reported.
 *
 * @param reported the case as reported
 * @param text of the setting `whatif`
 * @param wanted whether this what-if is still the one asked for
 */
export async function showWhatIf(
  state: State,
  reported: Case,
  text: string,
  lay: Lay,
  wanted: () => boolean,
): Promise<void> {
  const read = readWhatIf(text);
  if ('error' in read) {
    notifyRejected(state, [{ name: 'whatif', text: read.error, expected: read.expected }]);
    change(state, { whatif: '' });
    return;
  }
  try {
    const changed = applyWhatIf(reported.dataset, read.whatIf);
    const laid = await lay(changed.dataset);
    if (!wanted()) return;
    for (const failure of laid.failures) notify(state, { kind: 'data', text: failure });
    batch(() => {
      state.case.value = laid.case;
      state.whatIf.value = changed;
    });
  } catch (error) {
    notify(state, { kind: 'data', text: error instanceof Error ? error.message : String(error) });
  }
}
