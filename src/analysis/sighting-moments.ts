/** Moments that stand for what was seen, at which a case is drawn. */
import type { Window } from '../model/edtf.ts';
import type { Dataset, Sighting } from '../model/records.ts';
import { sightingWindows } from '../model/voyage-network.ts';

export interface SightingMoment {
  /** UTC milliseconds. */
  readonly t: number;
  /** The sightings that it stands for. */
  readonly sightings: readonly Sighting[];
}

export interface SightingMoments {
  /** Rising, each once. */
  readonly moments: readonly SightingMoment[];
  /** Sightings that no moment within the axis stands for. */
  readonly left: readonly Sighting[];
}

/** A ship that somebody saw and nobody named. */
export const isUnnamedShip = ({ vessel, what }: Sighting): boolean => vessel === null && what === 'ship';

/**
 * The middle of the dates of each sighting that bounds the dates of a voyage, or that is of an unnamed ship; of one that
 * is read as seen on its first and on its last day, the middle of the first.
 *
 * @param axis moments outside of it are not drawn
 */
export function sightingMoments(dataset: Dataset, axis: Window): SightingMoments {
  const telling = dataset.sightings.filter(
    (one) => isUnnamedShip(one) || (one.binds && one.voyage !== undefined && one.call !== undefined),
  );
  const middle = (sighting: Sighting): number => {
    const { earliest, latest } = sightingWindows(sighting, dataset.assumptions.approximate.value).first;
    return Math.floor(earliest + (latest - earliest) / 2);
  };
  const drawn = telling.filter((sighting) => middle(sighting) >= axis.earliest && middle(sighting) <= axis.latest);
  const times = [...new Set(drawn.map(middle))].sort((a, b) => a - b);
  return {
    moments: times.map((t) => ({ t, sightings: drawn.filter((sighting) => middle(sighting) === t) })),
    left: telling.filter((sighting) => !drawn.includes(sighting)),
  };
}

/** At most so many of a list (2 or more), the first and the last among them, the others spread evenly. */
export function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, at) => items[Math.round((at * (items.length - 1)) / (most - 1))] as T);
}
