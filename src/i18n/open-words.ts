import { type OpenWords, openEn } from './en/open.ts';

const WORDS: Readonly<Record<string, OpenWords>> = { en: openEn };

/** The sentences about files of one's own, in a language of the settings table. */
export function openIn(lang: string): OpenWords {
  return WORDS[lang] ?? openEn;
}
