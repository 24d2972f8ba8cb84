import { en, type Words } from './en/page.ts';

const WORDS: Readonly<Record<string, Words>> = { en };

/** The page's sentences in a language of the settings table. */
export function wordsIn(lang: string): Words {
  return WORDS[lang] ?? en;
}
