/**
 * An illustrative schedule: one, of the many that satisfy every bound. It is drawn to show what
 * a voyage would look like, and must always be called illustrative.
 *
 * The rule, in the order in which wishes are granted where the bounds allow:
 * 1. a ship lies in port from the middle of the first to the middle of the last day she was seen, tied weak sightings included;
 * 2. a passage takes the lane's length at the usual speed;
 * 3. a passage between two sightings lies half way between them, the tightest first;
 * 4. a stay takes the usual time, or as near to it as fits;
 * 5. everything else lies in the middle of its window, the tightest first.
 */
import { HOUR } from './edtf.ts';
import type { Dataset, Voyage } from './records.ts';
import { type Bound, notAfter, notBefore, tighten } from './temporal-network.ts';
import { arrival, departure, passageTime, sightingWindows, type Ways, type Why } from './voyage-network.ts';
import type { Consistent, FittingOrder } from './voyage-orders.ts';

/** UTC milliseconds. */
export interface LegTimes {
  readonly depart: number;
  readonly arrive: number;
}

/** Times by voyage id, one pair a leg. A voyage whose windows are open on both sides has none. */
export type Schedule = ReadonlyMap<string, readonly LegTimes[]>;

interface LegRef {
  readonly voyage: Voyage;
  readonly leg: number;
}

/**
 * Draws up the illustrative schedule of one ship.
 *
 * @param order voyages in an order that fits, with their bounds
 * @returns times that satisfy every bound of `order`
 */
export function illustrate(dataset: Dataset, ways: Ways, order: FittingOrder): Schedule {
  const legs: LegRef[] = order.voyages.flatMap((voyage) => voyage.legs.map((_, leg) => ({ voyage, leg })));
  let bounds = order.bounds;
  let solution: Consistent = order.solution;
  const wish = (wanted: readonly Bound<Why>[]): boolean => {
    const granted = tighten([...bounds, ...wanted]);
    if (!granted.consistent) return false;
    bounds = [...bounds, ...wanted];
    solution = granted;
    return true;
  };
  const fixMiddle = (event: string): void => {
    const { earliest, latest } = solution.window(event);
    const middle = Number.isFinite(earliest + latest)
      ? Math.floor((earliest + latest) / 2)
      : finiteOf(earliest, latest);
    if (middle !== undefined) wish(exactly(event, middle));
  };

  for (const wanted of sightingWishes(dataset, order.voyages)) wish(wanted);
  for (const { voyage, leg } of legs) {
    const usual = passageTime(ways.legPath(voyage, leg).lane.km, dataset.assumptions.usualSpeed.value);
    wish(lasting(departure(voyage.id, leg), arrival(voyage.id, leg), usual));
  }
  for (const { voyage, leg } of byRoom(legs, solution)) {
    if (seenOnBothSides(voyage, leg, solution)) fixMiddle(departure(voyage.id, leg));
  }
  for (const { voyage, leg } of legs) {
    if (leg === 0) continue;
    const [arrives, departs] = [arrival(voyage.id, leg - 1), departure(voyage.id, leg)];
    const usual = dataset.assumptions.usualStay.value * HOUR;
    if (wish(lasting(arrives, departs, usual))) continue;
    const [came, left] = [solution.window(arrives), solution.window(departs)];
    const longest = left.latest - came.earliest;
    wish(lasting(arrives, departs, longest < usual ? longest : left.earliest - came.latest));
  }
  for (const { voyage, leg } of byRoom(legs, solution)) {
    fixMiddle(departure(voyage.id, leg));
    fixMiddle(arrival(voyage.id, leg));
  }
  return timesOf(order.voyages, solution);
}

function timesOf(voyages: readonly Voyage[], solution: Consistent): Schedule {
  const schedule = new Map<string, LegTimes[]>();
  for (const voyage of voyages) {
    const times = voyage.legs.map((_, leg) => ({
      depart: solution.window(departure(voyage.id, leg)).earliest,
      arrive: solution.window(arrival(voyage.id, leg)).earliest,
    }));
    if (times.every((leg) => Number.isFinite(leg.depart + leg.arrive))) schedule.set(voyage.id, times);
  }
  return schedule;
}

const finiteOf = (earliest: number, latest: number): number | undefined =>
  Number.isFinite(earliest) ? earliest : Number.isFinite(latest) ? latest : undefined;

const WISH: Why = { kind: 'window', claims: [] };

const exactly = (event: string, time: number): Bound<Why>[] => [
  notBefore(event, time, WISH),
  notAfter(event, time, WISH),
];

const lasting = (from: string, to: string, span: number): Bound<Why>[] => [
  { from, to, least: span, why: WISH },
  { from: to, to: from, least: -span, why: WISH },
];

function sightingWishes(dataset: Dataset, voyages: readonly Voyage[]): Bound<Why>[][] {
  const wishes: Bound<Why>[][] = [];
  for (const sighting of dataset.sightings) {
    const voyage = voyages.find((one) => one.id === sighting.voyage);
    const { call } = sighting;
    if (!voyage || call === undefined) continue;
    const why: Why = { kind: 'sighting', sighting: sighting.id, claims: sighting.claims };
    const { first, last } = sightingWindows(sighting, dataset.assumptions.approximate.value);
    const usualStay = dataset.assumptions.usualStay.value * HOUR;
    const wanted: Bound<Why>[] = [];
    if (call > 0 && sighting.what !== 'cargo-waiting') {
      wanted.push(notAfter(arrival(voyage.id, call - 1), first.earliest + margin(first, usualStay), why));
    }
    if (call < voyage.legs.length && sighting.what !== 'cargo-landed') {
      wanted.push(notBefore(departure(voyage.id, call), last.latest - margin(last, usualStay), why));
    }
    if (wanted.length > 0) wishes.push(wanted);
  }
  return wishes;
}

/** Half a day, less where the date is known better; where it is wider than a stay, its middle. */
function margin(window: { earliest: number; latest: number }, usualStay: number): number {
  const width = window.latest - window.earliest;
  return width > usualStay ? Math.floor(width / 2) : Math.floor(Math.min(12 * HOUR, width / 2));
}

function byRoom(legs: readonly LegRef[], solution: Consistent): LegRef[] {
  const room = ({ voyage, leg }: LegRef): number =>
    solution.window(arrival(voyage.id, leg)).latest - solution.window(departure(voyage.id, leg)).earliest;
  return legs
    .map((leg) => ({ leg, room: room(leg) }))
    .sort((a, b) => a.room - b.room)
    .map(({ leg }) => leg);
}

function seenOnBothSides(voyage: Voyage, leg: number, solution: Consistent): boolean {
  const seen = (bounds: readonly Bound<Why>[]): boolean =>
    bounds.length > 0 && bounds.every(({ why }) => why.kind === 'sighting');
  return (
    seen(solution.because(departure(voyage.id, leg), 'earliest')) &&
    seen(solution.because(arrival(voyage.id, leg), 'latest'))
  );
}
