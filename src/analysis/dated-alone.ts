/** What is dated of each departure and arrival by itself, before anything is concluded from it. */
import type { Window } from '../model/edtf.ts';
import type { Dataset, Voyage } from '../model/records.ts';
import { type Bound, tighten } from '../model/temporal-network.ts';
import { arrival, departure, voyageBounds, type Ways, type Why } from '../model/voyage-network.ts';

/** Windows of one leg; null where what is dated of that one event contradicts itself. Both ends are possible. */
export interface DatedLeg {
  readonly depart: Window | null;
  readonly arrive: Window | null;
}

/** What records and the period of the case say, with no speed, stay or order assumed. */
const STATED: readonly Why['kind'][] = ['date', 'sighting', 'track', 'window'];

/**
 * The windows of every leg of a voyage from what is dated of each event alone: its own date, its published track, the
 * sightings at that port call, and the period of the case. Nothing is carried over from any other departure or arrival.
 *
 * @returns a pair a leg; every window includes the one that `planShips` finds
 */
export function datedAlone(dataset: Dataset, ways: Ways, voyage: Voyage): DatedLeg[] {
  const events = voyage.legs.flatMap((_, leg) => [departure(voyage.id, leg), arrival(voyage.id, leg)]);
  const stated = voyageBounds(dataset, ways, voyage).filter(({ why }) => STATED.includes(why.kind));
  const alone = (event: string): Window | null => {
    const others = new Set(events.filter((other) => other !== event));
    const own = (bound: Bound<Why>): boolean => !others.has(bound.from) && !others.has(bound.to);
    const solution = tighten(stated.filter(own));
    return solution.consistent ? solution.window(event) : null;
  };
  return voyage.legs.map((_, leg) => ({
    depart: alone(departure(voyage.id, leg)),
    arrive: alone(arrival(voyage.id, leg)),
  }));
}
