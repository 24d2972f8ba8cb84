/** What exactly clashes in a contradiction: bounds that, added up one after the other, ask for more time than there is. */
import type { Voyage } from '../model/records.ts';
import { type Bound, ORIGIN, tighten } from '../model/temporal-network.ts';
import { arrival, departure, firstSeen, lastSeen, type Why } from '../model/voyage-network.ts';
import type { Selection, ShipStatements } from './ship-statements.ts';

/** An event of the network, taken apart. `time`: a moment of the calendar. */
export type Event =
  | { readonly kind: 'time' }
  | { readonly kind: 'departure' | 'arrival'; readonly voyage: string; readonly leg: number }
  | { readonly kind: 'first-seen' | 'last-seen'; readonly sighting: string };

/** A bound of a clash: `to` is at least `least` milliseconds after `from`. */
export interface ClashBound {
  readonly from: Event;
  readonly to: Event;
  readonly least: number;
  /** The moment that the bound names, UTC ms, and on which side of it the event lies; absent where it ties two events. */
  readonly moment?: { readonly side: 'not-before' | 'not-after'; readonly time: number };
  readonly why: Why;
}

export interface Clash {
  /** The voyages in the order tried, as far as it had to be tried; empty where no order has to be assumed. */
  readonly order: readonly string[];
  /** The voyages whose bounds clash. */
  readonly voyages: readonly string[];
  /** Bounds that run in a circle, from one event back to itself. */
  readonly bounds: readonly ClashBound[];
  /** Milliseconds that they ask for beyond what there is, above 0. */
  readonly lacking: number;
}

/** Clashes listed, and orders tried for them, at most. */
export const MOST_CLASHES = 24;
const MOST_TRIED = 300;

/**
 * The clashes of statements that contradict each other, one for each order of the voyages they speak of that the
 * statements allow; orders that clash in the same bounds are given once.
 *
 * @param selection statements and assumptions that cannot all hold
 */
export function clashesOf(
  ship: ShipStatements,
  selection: Selection,
): { readonly clashes: readonly Clash[]; readonly more: boolean } {
  const standing = ship.standing(selection);
  const read = eventReader(ship, selection);
  const clashes = new Map<string, Clash>();
  const clashIn = (order: readonly Voyage[], inOrder: boolean): boolean => {
    const solution = tighten(ship.bounds(selection, order));
    if (solution.consistent) return false;
    const bounds = solution.contradiction;
    const key = bounds
      .map(({ from, to, least }) => `${from} ${to} ${least}`)
      .sort()
      .join();
    if (!clashes.has(key)) clashes.set(key, clashOf(bounds, inOrder ? order : [], read));
    return true;
  };
  if (!selection.assumed.has('order')) {
    clashIn(standing, false);
    return { clashes: [...clashes.values()], more: false };
  }
  let tried = 0;
  const extend = (order: readonly Voyage[]): void => {
    for (const next of standing) {
      if (clashes.size >= MOST_CLASHES || tried >= MOST_TRIED) return;
      const rest = standing.filter((voyage) => voyage !== next && !order.includes(voyage));
      if (order.includes(next) || rest.some((voyage) => ship.ordered(selection, voyage, next))) continue;
      tried++;
      const longer = [...order, next];
      if (!clashIn(longer, true)) extend(longer);
    }
  };
  extend([]);
  return { clashes: [...clashes.values()], more: clashes.size >= MOST_CLASHES || tried >= MOST_TRIED };
}

type ReadEvent = (name: string) => Event;

function clashOf(bounds: readonly Bound<Why>[], order: readonly Voyage[], read: ReadEvent): Clash {
  const sides = bounds.map(({ from, to, least, why }): ClashBound => {
    const ends = { from: read(from), to: read(to), least, why };
    if (from === ORIGIN) return { ...ends, moment: { side: 'not-before', time: least } };
    return to === ORIGIN ? { ...ends, moment: { side: 'not-after', time: 0 - least } } : ends;
  });
  const voyages = sides
    .flatMap(({ from, to }) => [from, to])
    .flatMap((event) => ('voyage' in event ? [event.voyage] : []));
  return {
    order: order.map(({ id }) => id),
    voyages: [...new Set(voyages)],
    bounds: sides,
    lacking: bounds.reduce((sum, { least }) => sum + least, 0),
  };
}

function eventReader(ship: ShipStatements, selection: Selection): ReadEvent {
  const events = new Map<string, Event>();
  for (const { id, legs } of ship.voyages) {
    legs.forEach((_, leg) => {
      events.set(departure(id, leg), { kind: 'departure', voyage: id, leg });
      events.set(arrival(id, leg), { kind: 'arrival', voyage: id, leg });
    });
  }
  for (const { why } of ship.bounds(selection, ship.standing(selection))) {
    if (why.kind !== 'sighting') continue;
    events.set(firstSeen(why.sighting), { kind: 'first-seen', sighting: why.sighting });
    events.set(lastSeen(why.sighting), { kind: 'last-seen', sighting: why.sighting });
  }
  return (name) => events.get(name) ?? { kind: 'time' };
}
