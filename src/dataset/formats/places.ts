/** Ports that a file only names. Where they are is found in a gazetteer, and approved by a person. */

import { chordArcKm } from '../../model/path.ts';
import type { LonLat } from '../../model/records.ts';
import type { Findings } from './finding.ts';
import type { Place } from './raw-case.ts';
import { nameKey } from './ships.ts';

/** A place that a name may stand for. */
export interface PlaceCandidate {
  readonly name: string;
  readonly position: LonLat;
  readonly country?: string;
  readonly unlocode?: string;
  readonly positionErrorKm?: number;
}

/** Finds places by name, the likeliest first; none where the name is unknown. */
export type PlaceOf = (name: string) => readonly PlaceCandidate[];

/** A name that has no position yet, and how many records wait for it. */
export interface Unplaced {
  readonly name: string;
  readonly records: number;
}

/** The places of one table. */
export interface PlaceBook {
  readonly places: ReadonlyMap<string, Place>;
  /** Id of the place of a name, or null where nobody knows where it is, which is noted. */
  find(name: string): string | null;
  /** A position that the file itself gives for a name. */
  give(name: string, position: LonLat, path: string): void;
  unplaced(): Unplaced[];
}

/** Kilometres that one name may lie apart from itself in a file before it is flagged. */
const SAME_PLACE_KM = 20;

/**
 * A book of places.
 *
 * @param answers what somebody approved, by name; goes before what the file says
 */
export function placeBook(answers: ReadonlyMap<string, PlaceCandidate>, findings: Findings): PlaceBook {
  const approved = new Map([...answers].map(([name, place]) => [nameKey(name), place]));
  const given = new Map<string, LonLat>();
  const places = new Map<string, Place>();
  const ids = new Map<string, string>();
  const spots = new Map<string, string>();
  const missing = new Map<string, { name: string; records: number }>();
  return {
    places,
    give(name, position, path) {
      const key = nameKey(name);
      const before = given.get(key);
      if (before === undefined) given.set(key, position);
      else if (chordArcKm(before, position) > SAME_PLACE_KM) {
        findings.doubtful('position-wrong', {
          path,
          message: `${name} is ${Math.round(chordArcKm(before, position))} km from where the file has it first, which is used`,
          expected: 'one position a name',
        });
      }
    },
    find(name) {
      const key = nameKey(name);
      const known = ids.get(key);
      if (known !== undefined) return known;
      const place = approved.get(key) ?? position(name, given.get(key));
      if (place === undefined) {
        const waiting = missing.get(key) ?? { name, records: 0 };
        waiting.records++;
        missing.set(key, waiting);
        return null;
      }
      // Two spellings that were approved as the same place are one port.
      const exact = JSON.stringify([place.name, place.position]);
      const id =
        spots.get(exact) ?? (places.has(place.name) ? `${place.name} ${place.position.join(' ')}` : place.name);
      if (!spots.has(exact)) places.set(id, { ...place, id });
      spots.set(exact, id);
      ids.set(key, id);
      return id;
    },
    unplaced: () => [...missing.values()],
  };
}

function position(name: string, at: LonLat | undefined): PlaceCandidate | undefined {
  return at === undefined ? undefined : { name, position: at };
}
