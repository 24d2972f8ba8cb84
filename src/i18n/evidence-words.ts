import { type EvidenceWords, evidenceWords } from './evidence-en.ts';

const WORDS: Readonly<Record<string, EvidenceWords>> = { en: evidenceWords };

/** The sentences of the evidence panel in a language of the settings table. */
export function evidenceIn(lang: string): EvidenceWords {
  return WORDS[lang] ?? evidenceWords;
}
