/** Sentences of the analysis, in English. */
import type { Spoken } from '../spoken.ts';
import { addsUpEn } from './adds-up.ts';
import { reachEn } from './reach.ts';
import { reportEn } from './report.ts';
import { schedulesEn } from './schedules.ts';

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
  addsUp: addsUpEn,
  schedules: schedulesEn,
  reach: reachEn,
  report: reportEn,
};

export type AnalysisWords = Spoken<typeof analysisEn>;
