import { type AnalysisWords, analysisEn } from './en/analysis.ts';
import { fetchedIn } from './words.ts';

/** The sentences of the analysis, in English or in a language that was fetched. */
export function analysisIn(lang: string): AnalysisWords {
  return fetchedIn(lang)?.analysis ?? analysisEn;
}
