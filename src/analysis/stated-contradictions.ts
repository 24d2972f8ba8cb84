/** Contradictions that need no network: those that records state, and counts of trips that cannot both be right. */
import { readEdtf } from '../model/edtf.ts';
import type { Claim, Dataset } from '../model/records.ts';

/** Claims with this topic are compared by their `count`. */
const TRIPS = 'trips';
/** Claims with this topic deny what others say. */
const DENIAL = 'denial';

/** Two claims that cannot both be true, in the order of the file. */
export interface StatedContradiction {
  readonly claims: readonly [string, string];
  /** A record says that they contradict each other. */
  readonly stated: boolean;
  /** Both count round trips, and the counts cannot both hold: within the period of one lie more trips than the other has in all of its own. */
  readonly counts: boolean;
  /** One of them denies: not a finding about dates, but a party's word against another's. */
  readonly denial: boolean;
}

/** Pairs of claims that contradict each other by what the records state or count, each pair once. */
export function statedContradictions(dataset: Dataset): StatedContradiction[] {
  const { claims } = dataset;
  return claims.flatMap((one, at) =>
    claims.slice(at + 1).flatMap((other): StatedContradiction[] => {
      const stated = one.contradicts.includes(other.id) || other.contradicts.includes(one.id);
      const counts = exceeds(dataset, one, other) || exceeds(dataset, other, one);
      const denial = one.topic === DENIAL || other.topic === DENIAL;
      return stated || counts ? [{ claims: [one.id, other.id], stated, counts, denial }] : [];
    }),
  );
}

/** Whether one claim counts more trips at least than another counts at most, in a period that lies within the other's however "~" is read. */
function exceeds(dataset: Dataset, one: Claim, other: Claim): boolean {
  if (one.topic !== TRIPS || other.topic !== TRIPS || !one.count || other.count?.most === undefined) return false;
  if (one.count.least <= other.count.most || one.date === undefined || other.date === undefined) return false;
  const within = readEdtf(one.date, dataset.assumptions.approximate.value);
  const around = readEdtf(other.date, 0);
  return around.earliest <= within.earliest && within.latest <= around.latest;
}
