import { NO_CHANGE, type WhatIf } from '../../analysis/what-if.ts';
import { readWhatIf, writeWhatIf } from '../../analysis/what-if-text.ts';
import type { Case } from '../../state/case.ts';
import { change } from '../../state/state.ts';
import { type Page, usePage } from '../page-context.ts';

/** A what-if as the reader changes it. */
export interface Changing {
  readonly whatIf: WhatIf;
  /** The case as reported, before any change. */
  readonly reported: Case;
  /** Puts parts of the what-if in the place of what they were; everything is drawn again. */
  change(parts: Partial<WhatIf>): void;
}

/** The what-if of the address; nothing changed where there is none, or where it cannot be read. */
export function whatIfOf({ state }: Page): WhatIf {
  const read = readWhatIf(state.settings.whatif.value);
  return 'error' in read ? NO_CHANGE : read.whatIf;
}

/** What the reader may change; null while no case is open. */
export function useWhatIf(): Changing | null {
  const page = usePage();
  const { state } = page;
  const reported = state.reported.value;
  const whatIf = whatIfOf(page);
  if (!reported) return null;
  return {
    whatIf,
    reported,
    change: (parts) => change(state, { whatif: writeWhatIf({ ...whatIf, ...parts }) }),
  };
}

/** A record without one of its keys. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...rest } = record;
  return rest;
}
