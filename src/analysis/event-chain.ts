/**
 * The bounds of one order of a ship's voyages, rewritten as bounds on her departures and arrivals
 * alone. Those events follow each other in time, and what records can say of them comes down to a
 * window each and a least gap between neighbours; whatever does not is kept apart and named.
 */
import type { Window } from '../model/edtf.ts';
import type { Voyage } from '../model/records.ts';
import { type Bound, ORIGIN } from '../model/temporal-network.ts';
import { arrival, departure, type Why } from '../model/voyage-network.ts';
import type { Consistent } from '../model/voyage-orders.ts';

/** Milliseconds between an event and the next. Open sides are infinite. */
export interface Gap {
  readonly least: number;
  readonly most: number;
}

/** Event `to` is at least `least` after event `from`; both by their place in the chain. */
export interface FarGap {
  readonly from: number;
  readonly to: number;
  readonly least: number;
}

export interface EventChain {
  /** Departures and arrivals in the order sailed: two a leg. */
  readonly events: readonly string[];
  /** The tightest window of each event, UTC ms. Both ends are possible. */
  readonly windows: readonly Window[];
  /** Between event n and event n + 1. */
  readonly gaps: readonly Gap[];
  /** Bounds between events that are no neighbours and that nothing else implies. */
  readonly far: readonly FarGap[];
}

/** The departures and arrivals of voyages, in the order sailed. */
export function eventsInOrder(voyages: readonly Voyage[]): string[] {
  return voyages.flatMap((voyage) =>
    voyage.legs.flatMap((_, leg) => [departure(voyage.id, leg), arrival(voyage.id, leg)]),
  );
}

/**
 * Rewrites the bounds of an order.
 *
 * The moments of sightings are eliminated one by one: each pair of a bound that leads to such a
 * moment and one that leads from it becomes the sum of the two (Fourier and Motzkin's elimination,
 * which is exact for bounds on differences). What is left and follows from windows or from gaps
 * between neighbours is dropped, which loses nothing.
 *
 * @param bounds of the order, consistent
 * @param solution of the same bounds (`tighten`)
 * @returns a chain that the same departures and arrivals satisfy
 */
export function chainOf(voyages: readonly Voyage[], bounds: readonly Bound<Why>[], solution: Consistent): EventChain {
  const events = eventsInOrder(voyages);
  const windows = events.map((event) => solution.window(event));
  const place = new Map(events.map((event, at) => [event, at]));
  const gaps = events.slice(1).map(() => ({ least: -Infinity, most: Infinity }));
  const distant: FarGap[] = [];
  for (const { from: tail, to: head, least } of withoutOthers(bounds, new Set([ORIGIN, ...events]))) {
    const [from, to] = [place.get(tail), place.get(head)];
    // A bound on one event alone is in its window.
    if (from === undefined || to === undefined) continue;
    const gap = gaps[Math.min(from, to)];
    if (to === from + 1 && gap) gap.least = Math.max(gap.least, least);
    else if (to === from - 1 && gap) gap.most = Math.min(gap.most, -least);
    else distant.push({ from, to, least });
  }
  return { events, windows, gaps, far: distant.filter((one) => !isImplied(one, windows, gaps)) };
}

interface Plain {
  readonly from: string;
  readonly to: string;
  readonly least: number;
}

/** The bounds that the given ones put on the kept events, the greatest of each pair. */
function withoutOthers(bounds: readonly Plain[], kept: ReadonlySet<string>): Plain[] {
  let rest = strongest(bounds);
  const others = new Set(bounds.flatMap(({ from, to }) => [from, to]).filter((event) => !kept.has(event)));
  for (const event of others) {
    const into = rest.filter((bound) => bound.to === event);
    const out = rest.filter((bound) => bound.from === event);
    const through = into.flatMap((one) =>
      out.map((other) => ({ from: one.from, to: other.to, least: one.least + other.least })),
    );
    rest = strongest([...rest.filter(({ from, to }) => from !== event && to !== event), ...through]);
  }
  return rest;
}

function strongest(bounds: readonly Plain[]): Plain[] {
  const best = new Map<string, Plain>();
  for (const bound of bounds) {
    if (!Number.isFinite(bound.least) || bound.from === bound.to) continue;
    const key = JSON.stringify([bound.from, bound.to]);
    if (bound.least > (best.get(key)?.least ?? -Infinity)) best.set(key, bound);
  }
  return [...best.values()];
}

/** Does it follow from the windows, or from the gaps that lie between the two events? */
function isImplied({ from, to, least }: FarGap, windows: readonly Window[], gaps: readonly Gap[]): boolean {
  if ((windows[to]?.earliest ?? -Infinity) - (windows[from]?.latest ?? Infinity) >= least) return true;
  const between = gaps.slice(Math.min(from, to), Math.max(from, to));
  const sum = between.reduce((total, gap) => total + (from < to ? gap.least : -gap.most), 0);
  return sum >= least;
}
