import { type AnalysisWords, analysisEn } from './en/analysis.ts';

const WORDS: Readonly<Record<string, AnalysisWords>> = { en: analysisEn };

/** The sentences of the analysis, in a language of the settings table. */
export function analysisIn(lang: string): AnalysisWords {
  return WORDS[lang] ?? analysisEn;
}
