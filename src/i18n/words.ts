import type { AnalysisWords } from './en/analysis.ts';
import type { LaterWords } from './en/later.ts';
import type { OpenWords } from './en/open.ts';
import { en, type Words } from './en/page.ts';
import type { Retelling } from './retold.ts';

/** Everything the page says in a language. English is with the parts that say it, the others are fetched as a whole. */
export interface Language {
  readonly page: Words;
  readonly later: LaterWords;
  readonly open: OpenWords;
  readonly analysis: AnalysisWords;
  /** Of sentences that parts of the program say in English. */
  readonly retellings: readonly Retelling[];
}

const SOURCES: Readonly<Record<string, () => Promise<{ readonly language: Language }>>> = {
  id: () => import('./id/language.ts'),
};

const fetched: Record<string, Language> = {};

/** Fetches the words of a language of the settings table, once; all at a time, so that no part is left in another. Rejects where they cannot be had. */
export async function fetchWords(lang: string): Promise<void> {
  const source = SOURCES[lang];
  if (source) fetched[lang] ??= (await source()).language;
}

/** A language that was fetched. */
export const fetchedIn = (lang: string): Language | undefined => fetched[lang];

/** The page's sentences in English, or in a language that was fetched. */
export function wordsIn(lang: string): Words {
  return fetched[lang]?.page ?? en;
}
