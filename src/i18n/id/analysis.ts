/** Sentences of the analysis, in Indonesian. */
import type { AnalysisWords } from '../en/analysis.ts';
import { idAddsUp } from './adds-up.ts';
import { idReach } from './reach.ts';
import { idReport } from './report.ts';
import { idSchedules } from './schedules.ts';

export const idAnalysis: AnalysisWords = {
  heading: 'Apakah semuanya cocok?',
  close: 'Tutup analisis',
  parts: {
    claims: 'Klaim',
    unnamed: 'Kapal tanpa nama',
    trips: 'Berapa kali',
    schedules: 'Jadwal',
    reach: 'Jangkauan',
  },
  addsUp: idAddsUp,
  schedules: idSchedules,
  reach: idReach,
  report: idReport,
};
