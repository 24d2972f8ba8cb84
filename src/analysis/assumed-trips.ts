/** Round trips that nobody reported, added to see whether they would fit. */
import type { Dataset, Voyage } from '../model/records.ts';

/** Round trips that may be added to one ship. More would be counted (`trip-limits.ts`), not drawn. */
export const MOST_MORE = 20;

/** What a ship's round trips look like: the listed voyage that they are shaped on. */
export interface TripShape {
  readonly voyage: Voyage;
  /** The port they start and end at. */
  readonly home: string;
}

/**
 * The shape of a ship's round trips: of her listed voyages that end where they began, one that sails the way most of
 * them do; of ways as frequent, the first listed. Voyages without a published track come first, since a track has a lane of its own.
 *
 * @returns undefined where she has no such voyage
 */
export function tripShape(dataset: Dataset, vessel: string): TripShape | undefined {
  const round = dataset.voyages.filter(
    ({ vessel: ship, legs }) => ship === vessel && legs.length > 1 && legs[0]?.from === legs.at(-1)?.to,
  );
  const frequency = new Map<string, number>();
  for (const voyage of round) frequency.set(way(voyage), (frequency.get(way(voyage)) ?? 0) + 1);
  const most = Math.max(...frequency.values());
  const usual = round.filter((voyage) => frequency.get(way(voyage)) === most);
  const voyage = usual.find(({ legs }) => legs.every((leg) => leg.track.length === 0)) ?? usual[0];
  const home = voyage?.legs[0]?.from;
  return voyage && home !== undefined ? { voyage, home } : undefined;
}

const way = ({ legs }: Voyage): string => JSON.stringify(legs.map(({ from, to, via }) => [from, to, via]));

/**
 * Makes the round trips that a what-if adds: the ports and waypoints of `tripShape`, a number for a title, no date, no
 * claim. They may lie before, between and after her other voyages. Among themselves they are numbered in the order
 * sailed, since they cannot be told apart: that loses no schedule and saves trying them in every order.
 *
 * @param more round trips by vessel id; above `MOST_MORE` only so many are made
 * @returns the voyages, and the ids of vessels of the case that have no voyage to shape one on
 */
export function assumedTrips(
  dataset: Dataset,
  more: Readonly<Record<string, number>>,
): { readonly trips: readonly Voyage[]; readonly shapeless: readonly string[] } {
  const taken = new Set(dataset.voyages.map((voyage) => voyage.id));
  const shapeless: string[] = [];
  const trips = dataset.vessels.flatMap(({ id: vessel }): Voyage[] => {
    const wanted = Object.hasOwn(more, vessel) ? Math.min(more[vessel] ?? 0, MOST_MORE) : 0;
    const shape = wanted > 0 ? tripShape(dataset, vessel) : undefined;
    if (wanted > 0 && !shape) shapeless.push(vessel);
    if (!shape) return [];
    const made: Voyage[] = [];
    for (let n = 1; n <= wanted; n++) {
      const before = made.at(-1);
      made.push({
        id: freeId(`assumed-${vessel}-${n}`, taken),
        vessel,
        title: `+${n}`,
        legs: shape.voyage.legs.map(({ from, to, via }) => ({ from, to, via, track: [], claims: [] })),
        after: before ? [before.id] : [],
        claims: [],
      });
    }
    return made;
  });
  return { trips, shapeless };
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  while (taken.has(id)) id = `${id}'`;
  taken.add(id);
  return id;
}
