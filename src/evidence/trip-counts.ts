/** How many round trips each source counts. */
import type { Claim, Dataset } from '../model/records.ts';

/** Claims with this topic are compared by their `count`. */
const TOPIC = 'trips';

export interface TripCount {
  /** Least number of round trips claimed. */
  readonly count: number;
  /** The claims that give it, in the order of the file. Empty only for the number this case shows. */
  readonly claims: readonly Claim[];
  /** Whether the case has this many voyages. */
  readonly shown: boolean;
}

/**
 * The counts of round trips that sources give, rising, each once. The number of voyages of the case is among them
 * even where no source gives it. Empty where no claim counts trips.
 */
export function tripCounts(dataset: Dataset): TripCount[] {
  const counting = dataset.claims.filter((claim) => claim.topic === TOPIC && claim.count !== undefined);
  if (counting.length === 0) return [];
  const shown = dataset.voyages.length;
  const counts = [...new Set([...counting.map((claim) => claim.count?.least ?? 0), shown])].sort((a, b) => a - b);
  return counts.map((count) => ({
    count,
    claims: counting.filter((claim) => claim.count?.least === count),
    shown: count === shown,
  }));
}

/** What a count says: that many and no more, a range, or at least that many. */
export function countSense(claim: Claim): 'exactly' | 'range' | 'at-least' {
  const { count } = claim;
  if (count?.most === undefined) return 'at-least';
  return count.most === count.least ? 'exactly' : 'range';
}
