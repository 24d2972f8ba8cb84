import { type OpenWords, openEn } from './en/open.ts';
import { fetchedIn } from './words.ts';

/** The sentences about files of one's own, in English or in a language that was fetched. */
export function openIn(lang: string): OpenWords {
  return fetchedIn(lang)?.open ?? openEn;
}
