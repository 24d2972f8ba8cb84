/** The departures and arrivals of a voyage: what sources say of each, and what was drawn. */
import { readEdtf, type Window } from '../model/edtf.ts';
import type { VoyagePlan } from '../model/plan.ts';
import type { Dataset, EdtfText, Sighting, Text } from '../model/records.ts';
import { sightingWindows } from '../model/voyage-network.ts';

export interface ChainEvent {
  readonly kind: 'left' | 'reached';
  readonly port: string;
  readonly leg: number;
  readonly cargo?: Text;
  readonly cited: readonly Cited[];
  /** Everything that fits; null where the claims contradict each other. */
  readonly window: Window | null;
}

/** A date that a source gives, or an open date that follows from a sighting. */
export interface Cited {
  readonly date: EdtfText;
  /** The sighting it follows from; absent where a source dates the event itself. */
  readonly sighting?: Sighting;
}

/** The departures and arrivals of a voyage in order, two for each leg. */
export function voyageChain(dataset: Dataset, { voyage, legs }: VoyagePlan): ChainEvent[] {
  return voyage.legs.flatMap((leg, at): ChainEvent[] => {
    const planned = legs[at];
    const cargo = leg.cargo === undefined ? {} : { cargo: leg.cargo };
    return [
      {
        kind: 'left',
        port: leg.from,
        leg: at,
        ...cargo,
        cited: leg.depart === undefined ? afterSightings(dataset, voyage.id, at) : [{ date: leg.depart }],
        window: planned?.depart ?? null,
      },
      {
        kind: 'reached',
        port: leg.to,
        leg: at,
        cited: leg.arrive === undefined ? beforeSightings(dataset, voyage.id, at + 1) : [{ date: leg.arrive }],
        window: planned?.arrive ?? null,
      },
    ];
  });
}

/** The latest "on or after" that a sighting at a call allows for the departure from it. */
function afterSightings(dataset: Dataset, voyage: string, call: number): Cited[] {
  const found = tied(dataset, voyage, call, 'cargo-waiting').flatMap(({ sighting, first, last }) => {
    const [start, end] = ends(sighting.date);
    const onLast = seenOnBothEnds(sighting);
    const side = onLast ? end : start;
    return side === '' ? [] : [{ t: (onLast ? last : first).earliest, cited: { date: `${side}/..`, sighting } }];
  });
  return found
    .sort((a, b) => b.t - a.t)
    .slice(0, 1)
    .map(({ cited }) => cited);
}

/** The earliest "on or before" that a sighting at a call allows for the arrival at it. */
function beforeSightings(dataset: Dataset, voyage: string, call: number): Cited[] {
  const found = tied(dataset, voyage, call, 'cargo-landed').flatMap(({ sighting, first, last }) => {
    const [start, end] = ends(sighting.date);
    const onFirst = seenOnBothEnds(sighting);
    const side = onFirst ? start : end;
    return side === '' ? [] : [{ t: (onFirst ? first : last).latest, cited: { date: `../${side}`, sighting } }];
  });
  return found
    .sort((a, b) => a.t - b.t)
    .slice(0, 1)
    .map(({ cited }) => cited);
}

/**
 * A ship seen on the first and on the last day was there all between. Cargo only says that it was not yet, or already,
 * moved; and a set, being one of its days, has no first and last of its own.
 */
const seenOnBothEnds = ({ what, reading, date }: Sighting): boolean =>
  what === 'ship' && reading === 'first-and-last' && date.includes('/');

/** Sightings that bind, at a call of a voyage, of the ship or of a cargo of that kind. */
function tied(dataset: Dataset, voyage: string, call: number, cargo: Sighting['what']) {
  return dataset.sightings
    .filter((one) => one.voyage === voyage && one.call === call && one.binds)
    .filter((one) => one.what === 'ship' || one.what === cargo)
    .map((sighting) => ({ sighting, ...sightingWindows(sighting, dataset.assumptions.approximate.value) }));
}

/** The first and the last unit of an EDTF date as they are written; empty where a side is open. */
function ends(date: EdtfText): [first: EdtfText, last: EdtfText] {
  const units = date
    .replace(/^\[|\]$/g, '')
    .split(/,|\/|\.\./)
    .map((unit) => unit.trim());
  const open = readEdtf(date);
  const first = Number.isFinite(open.earliest) ? (units.find((unit) => unit !== '') ?? '') : '';
  const last = Number.isFinite(open.latest) ? (units.findLast((unit) => unit !== '') ?? '') : '';
  return [first, last];
}
