/** Which claims a part of a case rests on, and what contradicts them. */
import type { Claim, Dataset, Sighting, Voyage } from '../model/records.ts';

/** Claims with this topic deny what others say. */
const DENIAL = 'denial';

/** A claim, and those that contradict it. */
export interface Disagreement {
  readonly claim: Claim;
  readonly against: readonly Claim[];
}

/** What a voyage rests on. */
export interface VoyageEvidence {
  /** Sightings tied to it, in the order of the file. */
  readonly sightings: readonly Sighting[];
  /** Claims of the voyage and of its legs that no sighting of it rests on. */
  readonly claims: readonly Claim[];
  /** All ids, those of the sightings too. */
  readonly claimIds: ReadonlySet<string>;
}

/** Gathers the sightings and claims of a voyage. */
export function voyageEvidence(dataset: Dataset, voyage: Voyage): VoyageEvidence {
  const sightings = dataset.sightings.filter((sighting) => sighting.voyage === voyage.id);
  const seen = new Set(sightings.flatMap((sighting) => sighting.claims));
  const own = new Set([...voyage.claims, ...voyage.legs.flatMap((leg) => leg.claims)]);
  return {
    sightings,
    claims: dataset.claims.filter((claim) => own.has(claim.id) && !seen.has(claim.id)),
    claimIds: new Set([...seen, ...own]),
  };
}

/** Whether either of two claims says that it contradicts the other: one side of the record is enough. */
const contradict = (a: Claim, b: Claim): boolean => a.contradicts.includes(b.id) || b.contradicts.includes(a.id);

/** Claims that contradict some of these, denials left out, each of these with what is against it. A pair comes once. */
export function disagreements(dataset: Dataset, ids: ReadonlySet<string>): Disagreement[] {
  const told = new Set<string>();
  return dataset.claims.flatMap((claim) => {
    if (!ids.has(claim.id) || claim.topic === DENIAL) return [];
    told.add(claim.id);
    const against = dataset.claims.filter(
      (other) => other !== claim && other.topic !== DENIAL && !told.has(other.id) && contradict(claim, other),
    );
    return against.length > 0 ? [{ claim, against }] : [];
  });
}

/** Claims that deny some of these. */
export function denials(dataset: Dataset, ids: ReadonlySet<string>): Claim[] {
  const mine = dataset.claims.filter((claim) => ids.has(claim.id));
  return dataset.claims.filter((claim) => claim.topic === DENIAL && mine.some((one) => contradict(one, claim)));
}
