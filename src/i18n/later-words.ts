import { type LaterWords, laterEn } from './en/later.ts';

const WORDS: Readonly<Record<string, LaterWords>> = { en: laterEn };

/** The sentences of the parts that come later, in a language of the settings table. */
export function laterIn(lang: string): LaterWords {
  return WORDS[lang] ?? laterEn;
}
