import { type LaterWords, laterEn } from './en/later.ts';
import { fetchedIn } from './words.ts';

/** The sentences of the parts that come later, in English or in a language that was fetched. */
export function laterIn(lang: string): LaterWords {
  return fetchedIn(lang)?.later ?? laterEn;
}
