/** What may be said of a ship at a moment, before it is put into words: known, possible or open. */
import { readEdtf, type Window } from '../model/edtf.ts';
import type { ShipPlan } from '../model/plan.ts';
import type { Dataset, Sighting } from '../model/records.ts';
import type { Best, Stretch, Whereabouts } from '../model/whereabouts.ts';

/** A sighting with its window. */
export interface Dated extends Window {
  readonly sighting: Sighting;
}

const dated = new WeakMap<Dataset, readonly Dated[]>();

/** All sightings with their windows, in the order of the file; read once for each dataset. */
export function datedSightings(dataset: Dataset): readonly Dated[] {
  const known = dated.get(dataset);
  if (known) return known;
  const days = dataset.assumptions.approximate.value;
  const read = dataset.sightings.map((sighting): Dated => {
    const { earliest, latest } = readEdtf(sighting.date, days);
    return { sighting, earliest, latest };
  });
  dated.set(dataset, read);
  return read;
}

export interface Situation {
  /** The one place she can be, a port; null where there is any other, or none is known. */
  readonly certainPort: string | null;
  /** Ports where she may be. */
  readonly ports: readonly string[];
  /** Stretches of sea where she may be. */
  readonly stretches: readonly Stretch[];
  /** She may be anywhere else. */
  readonly elsewhere: boolean;
  /** Sightings that name her, whose dates include the moment. */
  readonly seen: readonly Sighting[];
  /** A published track covers the moment. */
  readonly tracked: boolean;
  readonly best: Best;
}

/**
 * What may be said of a ship at a moment.
 *
 * @param t UTC milliseconds, the moment that `now` was worked out for
 */
export function situationOf(dataset: Dataset, plan: ShipPlan, now: Whereabouts, t: number): Situation {
  // The first instant of a passage is a stretch of no length at a port: she is in the port.
  const atSea = now.stretches.filter(({ from, to }) => to > from || (from > 0 && to < 1));
  const [only] = now.ports;
  const certain = now.ports.length === 1 && atSea.length === 0 && !now.elsewhere;
  return {
    certainPort: certain && only !== undefined ? only : null,
    ports: now.ports,
    stretches: atSea,
    elsewhere: now.elsewhere,
    seen: datedSightings(dataset)
      .filter(({ sighting, earliest, latest }) => sighting.vessel === plan.vessel.id && t >= earliest && t < latest)
      .map(({ sighting }) => sighting),
    tracked: plan.voyages.some(({ voyage }) =>
      voyage.legs.some(({ track }) => {
        const [first, last] = [track[0], track.at(-1)];
        return first !== undefined && last !== undefined && t >= first.time && t <= last.time;
      }),
    ),
    best: now.best,
  };
}

/** The last sighting of a ship that is over or under way at `t` (UTC ms), of her by name or tied to one of her voyages; undefined where there is none. */
export function lastSighting(dataset: Dataset, plan: ShipPlan, t: number): Sighting | undefined {
  const hers = new Set(plan.voyages.map(({ voyage }) => voyage.id));
  return datedSightings(dataset)
    .filter(({ sighting: { what, vessel, voyage }, earliest }) => {
      const ofHer = vessel === plan.vessel.id || hers.has(voyage ?? '');
      return what === 'ship' && ofHer && earliest <= t;
    })
    .sort((a, b) => a.earliest - b.earliest || a.latest - b.latest)
    .at(-1)?.sighting;
}
