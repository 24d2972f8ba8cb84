/** Whether one ship's voyages, with everything that binds them, can be sailed in some order. */
import type { Dataset, Voyage } from '../model/records.ts';
import type { Bound } from '../model/temporal-network.ts';
import { departure, orderBounds, voyageBounds, type Ways } from '../model/voyage-network.ts';
import { endEvents } from './ship-statements.ts';
import type { OrderProblem } from './some-order.ts';
import { spanOf, type VoyageSpan } from './voyage-span.ts';

/**
 * The order problem of one ship: all records, all assumptions.
 *
 * @param voyages of the ship
 * @param span works out one voyage; for callers that keep what they worked out
 * @returns null where one of them is impossible even by itself
 */
export function orderProblem(
  dataset: Dataset,
  ways: Ways,
  voyages: readonly Voyage[],
  span: (voyage: Voyage) => VoyageSpan | null = (voyage) => spanOf(voyageBounds(dataset, ways, voyage)),
): OrderProblem | null {
  const spans = voyages.map(span);
  if (spans.includes(null)) return null;
  const place = (at: number): Voyage => voyages[at] as Voyage;
  const ends = voyages.map((voyage) => endEvents(dataset, voyage));
  const links = voyages.map((): (readonly Bound<unknown>[])[] => []);
  return {
    spans: spans as VoyageSpan[],
    start: (at) => departure(place(at).id, 0),
    ends: (at) => ends[at] ?? [],
    links(first, next) {
      const row = links[first] as (readonly Bound<unknown>[])[];
      row[next] ??= orderBounds(dataset, ways, place(first), place(next));
      return row[next];
    },
    earlier: (next) => [...voyages.keys()].filter((first) => place(next).after.includes(place(first).id)),
  };
}
