/** Answers of the reading worker that hold a case, sent in portions: to copy a large one at once would hold the page up. */
import type { Claim, Dataset, Sighting, Voyage } from '../model/records.ts';
import type { ReadAnswer } from './read-session.ts';

/** Some records of the case that an answer will hold. */
export type Portion =
  | { readonly list: 'voyages'; readonly records: readonly Voyage[] }
  | { readonly list: 'claims'; readonly records: readonly Claim[] }
  | { readonly list: 'sightings'; readonly records: readonly Sighting[] };

/** About so many positions or records are sent at once. */
const AT_ONCE = 20_000;
/** What a record weighs against a position. */
const RECORD = 20;

/** Parts a list where what its items weigh comes to a limit. */
export function* portions<T>(items: Iterable<T>, weigh: (item: T) => number, limit: number): Generator<T[], void> {
  let portion: T[] = [];
  let weight = 0;
  for (const item of items) {
    portion.push(item);
    weight += weigh(item);
    if (weight < limit) continue;
    yield portion;
    portion = [];
    weight = 0;
  }
  if (portion.length > 0) yield portion;
}

const withDataset = (answer: ReadAnswer, change: (dataset: Dataset) => Dataset): ReadAnswer => {
  if (answer.kind === 'case' && answer.dataset) return { ...answer, dataset: change(answer.dataset) };
  if (answer.kind !== 'built' || !answer.outcome.dataset) return answer;
  return { ...answer, outcome: { ...answer.outcome, dataset: change(answer.outcome.dataset) } };
};

/** What a voyage weighs to be sent. */
export const voyageWeight = ({ legs }: Voyage): number =>
  legs.reduce((sum, { track, via }) => sum + track.length + via.length, RECORD);

/** An answer without the records of its case, and these in portions. */
export function inPortions(answer: ReadAnswer): { readonly portions: readonly Portion[]; readonly rest: ReadAnswer } {
  const sent: Portion[] = [];
  const rest = withDataset(answer, ({ voyages, claims, sightings, ...dataset }) => {
    for (const records of portions(voyages, voyageWeight, AT_ONCE)) sent.push({ list: 'voyages', records });
    for (const records of portions(claims, () => RECORD, AT_ONCE)) sent.push({ list: 'claims', records });
    for (const records of portions(sightings, () => RECORD, AT_ONCE)) sent.push({ list: 'sightings', records });
    return { ...dataset, voyages: [], claims: [], sightings: [] };
  });
  return { portions: sent, rest };
}

/** The answer again. */
export function together(sent: readonly Portion[], rest: ReadAnswer): ReadAnswer {
  const of = <T>(list: Portion['list']): T[] =>
    sent.flatMap((portion) => (portion.list === list ? (portion.records as readonly T[]) : []));
  return withDataset(rest, (dataset) => ({
    ...dataset,
    voyages: of('voyages'),
    claims: of('claims'),
    sightings: of('sightings'),
  }));
}
