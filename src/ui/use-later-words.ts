import type { LaterWords } from '../i18n/en/later.ts';
import { laterIn } from '../i18n/later-words.ts';
import { usePage } from './page-context.ts';

/** The sentences of the parts that are fetched later, in the page's language. */
export function useLaterWords(): LaterWords {
  return laterIn(usePage().state.settings.lang.value);
}
