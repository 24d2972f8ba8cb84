/** The claims of a case sorted into groups, each claim in one, so that they can be gone through. */
import type { Claim, Dataset } from '../model/records.ts';

export type RecordGroup = { readonly claims: readonly Claim[] } & (
  | { readonly kind: 'voyage'; readonly id: string }
  | { readonly kind: 'topic'; readonly id: string }
  | { readonly kind: 'several' | 'rest' }
);

/**
 * Claims that one voyage rests on, by its legs and its sightings too; those that several do; the rest by topic, and what
 * has none. Groups in the order of the file, none empty.
 */
export function claimGroups(dataset: Dataset): RecordGroup[] {
  const homes = new Map(dataset.claims.map(({ id }) => [id, new Set<string>()]));
  for (const { id, claims, legs } of dataset.voyages) {
    const seen = dataset.sightings.filter(({ voyage }) => voyage === id);
    for (const claim of [...claims, ...[...legs, ...seen].flatMap((record) => record.claims)])
      homes.get(claim)?.add(id);
  }
  const of = (test: (claim: Claim, voyages: ReadonlySet<string>) => boolean): Claim[] =>
    dataset.claims.filter((claim) => test(claim, homes.get(claim.id) ?? new Set()));
  const topics = new Set(of((_, voyages) => voyages.size === 0).flatMap(({ topic }) => topic ?? []));
  const groups: RecordGroup[] = [
    ...dataset.voyages.map(({ id }) => ({
      kind: 'voyage' as const,
      id,
      claims: of((_, voyages) => voyages.size === 1 && voyages.has(id)),
    })),
    { kind: 'several', claims: of((_, voyages) => voyages.size > 1) },
    ...[...topics].map((id) => ({
      kind: 'topic' as const,
      id,
      claims: of(({ topic }, voyages) => topic === id && voyages.size === 0),
    })),
    { kind: 'rest', claims: of(({ topic }, voyages) => topic === undefined && voyages.size === 0) },
  ];
  return groups.filter(({ claims }) => claims.length > 0);
}
