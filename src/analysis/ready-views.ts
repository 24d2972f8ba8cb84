/** Ready-made views of a case: which of its claims are taken out, so that only those of one kind or grade are left. */
import type { Claim, ClaimKind, Credibility, Dataset, Reliability } from '../model/records.ts';

/** The least grade asked for: of the source, and of the information. */
export interface Grade {
  readonly reliability: Reliability;
  readonly credibility: Credibility;
}

/** Claims that are not of a kind, as ids. One that is of several kinds is of each. */
export const claimsNotOf = (dataset: Dataset, kind: ClaimKind): readonly string[] =>
  dataset.claims.filter(({ kinds }) => !kinds.includes(kind)).map(({ id }) => id);

/** Claims that are graded worse, that cannot be judged (F, 6) or that nobody graded, as ids. */
export const claimsBelow = (dataset: Dataset, grade: Grade): readonly string[] =>
  dataset.claims.filter((claim) => !isAtLeast(claim, grade)).map(({ id }) => id);

/** Whether somebody graded a claim of the case. */
export const hasGrades = ({ claims }: Dataset): boolean =>
  claims.some(({ reliability, credibility }) => reliability !== undefined || credibility !== undefined);

/** A comes before B, 1 before 2. What cannot be judged is at least nothing. */
function isAtLeast({ reliability, credibility }: Claim, least: Grade): boolean {
  if (reliability === undefined || credibility === undefined || reliability === 'F' || credibility === 6) return false;
  return reliability <= least.reliability && credibility <= least.credibility;
}
