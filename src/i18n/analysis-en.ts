/** Sentences of the analysis, in English. */

export const analysisEn = {
  heading: 'Does it add up?',
  close: 'Close the analysis',
  parts: {
    claims: 'Claims',
    unnamed: 'Unnamed ships',
    trips: 'How many',
    schedules: 'Schedules',
    reach: 'Reach',
  },
};

export type AnalysisWords = typeof analysisEn;
