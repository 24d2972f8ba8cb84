import { countSense } from '../../evidence/trip-counts.ts';
import type { LaterWords } from '../../i18n/en/later.ts';
import type { Claim } from '../../model/records.ts';

/** "at least 5", "exactly 5", "3 to 5": how a claim counts. */
export function senseInWords(claim: Claim, counts: LaterWords['counts']): string {
  const least = claim.count?.least ?? 0;
  return counts.sense[countSense(claim)](least, claim.count?.most ?? least);
}
