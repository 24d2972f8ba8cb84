/** Assumptions of a case that somebody's records do not disprove from the start. */

import { DEFAULT_ASSUMPTIONS } from '../../model/assumptions.ts';
import { HOUR } from '../../model/edtf.ts';
import { chordArcKm, KM_PER_NAUTICAL_MILE } from '../../model/path.ts';
import type { Dataset, Voyage } from '../../model/records.ts';
import { DOUBTFUL_KNOTS, windowsOf } from './doubts.ts';

/** The way over water is longer than the great circle that the dates are held against here. */
const DETOUR = 1.25;

/** An assumption of the file that differs from the default. */
interface Stated {
  readonly value: number;
  readonly reason: string;
}

/**
 * The greatest speed and the least stay, where the dates of the records themselves ask for more or less than the
 * defaults: a faster passage, a shorter call. Else they would all be shown as contradictions. A speed above
 * {@link DOUBTFUL_KNOTS} is flagged by itself and asks for nothing here.
 *
 * @returns only what differs from the defaults
 */
export function assumptionsThatFit(dataset: Dataset): { greatestSpeed?: Stated; leastStay?: Stated } {
  const ports = new Map(dataset.ports.map((port) => [port.id, port.position]));
  const knots = (from: string, to: string, ms: number): number => {
    const [a, b] = [ports.get(from), ports.get(to)];
    return a && b && ms > 0 && from !== to ? chordArcKm(a, b) / KM_PER_NAUTICAL_MILE / (ms / HOUR) : 0;
  };
  let [speed, stay] = [0, Number.POSITIVE_INFINITY];
  const take = (found: number): void => {
    if (found <= DOUBTFUL_KNOTS) speed = Math.max(speed, found);
  };
  for (const voyages of byShip(dataset.voyages)) {
    let free = Number.NaN;
    let place = '';
    for (const { legs } of voyages) {
      for (const leg of legs) {
        const [departs, arrives] = windowsOf(leg);
        if (departs.latest > free) stay = Math.min(stay, departs.latest - free);
        take(knots(place, leg.from, departs.latest - free));
        if (leg.track.length === 0) take(knots(leg.from, leg.to, arrives.latest - departs.earliest));
        [free, place] = [arrives.earliest, leg.to];
      }
    }
  }
  const { greatestSpeed, leastStay } = DEFAULT_ASSUMPTIONS;
  const asked = Math.min(DOUBTFUL_KNOTS, Math.ceil(speed * DETOUR));
  const hours = Math.floor(stay / HOUR);
  return {
    ...(asked > greatestSpeed.value
      ? { greatestSpeed: { value: asked, reason: 'The dates of the records ask for it.' } }
      : {}),
    ...(hours < leastStay.value ? { leastStay: { value: hours, reason: 'The dates of the records ask for it.' } } : {}),
  };
}

/** Voyages of each ship, by the earliest they may end. */
function byShip(voyages: readonly Voyage[]): Voyage[][] {
  const ships = new Map<string, { readonly voyage: Voyage; readonly end: number }[]>();
  for (const voyage of voyages) {
    const last = voyage.legs.at(-1);
    const end = last === undefined ? Number.NEGATIVE_INFINITY : windowsOf(last)[1].earliest;
    const entry = { voyage, end };
    const mine = ships.get(voyage.vessel);
    if (mine) mine.push(entry);
    else ships.set(voyage.vessel, [entry]);
  }
  return [...ships.values()].map((mine) =>
    mine.sort((a, b) => (a.end === b.end ? 0 : a.end - b.end)).map(({ voyage }) => voyage),
  );
}
