/** What on the map a claim speaks of: ports and legs of the records that cite it. No record, no place. */
import type { Dataset, Leg, Voyage } from '../model/records.ts';
import type { Statement } from './ship-statements.ts';

/** A leg of a voyage, by its number from 0. */
export interface LegOf {
  readonly voyage: string;
  readonly leg: number;
}

/** Each once, in the order of the file. A leg stands for the whole way between its ports, never for a point on it. */
export interface Places {
  readonly ports: readonly string[];
  readonly legs: readonly LegOf[];
}

/**
 * The places that a statement speaks of: the ports of its sightings, and the legs whose date or track it gives. A
 * statement that gives neither is cited for voyages as such, and speaks of all their legs; one cited for no voyage and
 * no sighting, only for a port, of that port.
 *
 * @param voyages ids of the voyages that are looked at, with the sightings that bind them; null: all records
 * @param assumed ids of voyages that a reader added
 * @returns nothing where no record cites it: a count of trips, a denial and the like have no place
 */
export function placesOf(
  dataset: Dataset,
  statement: Statement,
  voyages: readonly string[] | null,
  assumed: readonly string[] = [],
): Places {
  const { kind, id } = statement;
  const looked = dataset.voyages.filter((voyage) => voyages === null || voyages.includes(voyage.id));
  const seen = dataset.sightings.filter((one) => {
    if (voyages !== null && !(one.binds && one.voyage !== undefined && voyages.includes(one.voyage))) return false;
    return kind === 'claim' ? one.claims.includes(id) : kind === 'sighting' && one.id === id;
  });
  const ports = [...new Set(seen.map(({ port }) => port))];
  const rests = (voyage: Voyage): boolean => {
    if (kind === 'trips') return voyage.vessel === id && assumed.includes(voyage.id);
    if (kind === 'voyage') return voyage.id === id;
    return kind === 'claim' && (voyage.claims.includes(id) || voyage.legs.some(({ claims }) => claims.includes(id)));
  };
  const dated = looked.flatMap((voyage) => legsOf(voyage, (leg) => gives(statement, voyage, leg)));
  if (ports.length > 0 || dated.length > 0) return { ports, legs: dated };
  const legs = looked.filter(rests).flatMap((voyage) => legsOf(voyage, () => true));
  if (legs.length > 0 || voyages !== null || kind !== 'claim') return { ports: [], legs };
  return { ports: dataset.ports.filter(({ claims }) => claims.includes(id)).map((port) => port.id), legs: [] };
}

const legsOf = ({ id, legs }: Voyage, wanted: (leg: Leg) => boolean): LegOf[] =>
  legs.flatMap((leg, at) => (wanted(leg) ? [{ voyage: id, leg: at }] : []));

/** Whether a leg has its date or track from a statement. A leg without claims has them from those of its voyage, if that cites any. */
function gives({ kind, id }: Statement, voyage: Voyage, leg: Leg): boolean {
  if (leg.depart === undefined && leg.arrive === undefined && leg.track.length === 0) return false;
  const claims = leg.claims.length > 0 ? leg.claims : voyage.claims;
  return claims.length > 0 ? kind === 'claim' && claims.includes(id) : kind === 'voyage' && id === voyage.id;
}
