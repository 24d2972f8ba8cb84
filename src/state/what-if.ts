/** A what-if of the address, applied to the case that is open. Fetched when the first one is asked for. */
import { applyWhatIf, type ChangedCase } from '../analysis/what-if.ts';
import { readWhatIf } from '../analysis/what-if-text.ts';
import type { Case } from './case.ts';
import type { Lay } from './open-address.ts';

export type Applied =
  | { readonly case: Case; readonly changed: ChangedCase; readonly failures: readonly string[] }
  | { readonly error: string; readonly expected: string };

/**
 * Works out what follows from a what-if.
 *
 * @param reported the case as reported
 * @param text of the setting `whatif`
 * @returns the changed case, or the part of the text that is wrong and what was expected there
 */
export async function applyText(reported: Case, text: string, lay: Lay): Promise<Applied> {
  const read = readWhatIf(text);
  if ('error' in read) return read;
  const changed = applyWhatIf(reported.dataset, read.whatIf);
  const laid = await lay(changed.dataset);
  return { case: laid.case, changed, failures: laid.failures };
}
