/**
 * Round trips between two ports that a ship can have made, given when she was seen in either: the
 * fewest that explain it and the most that leave room for it.
 */
import type { Window } from '../model/edtf.ts';

/** She was in a port at a moment no later than `by`, and still or again, within the same call, at one no earlier than `from`. UTC ms. */
export interface Presence {
  readonly id: string;
  /** 0: the port she starts from and comes back to; 1: the other. */
  readonly port: 0 | 1;
  readonly by: number;
  readonly from: number;
}

/** Least times, ms. */
export interface TripTimes {
  readonly there: number;
  readonly back: number;
  /** In either port, between two passages. */
  readonly stay: number;
}

/** A call of the fewest trips that explain everything, and what was seen during it. */
export interface ExplainedCall {
  readonly port: 0 | 1;
  readonly seen: readonly string[];
}

export interface SightedTrips {
  readonly least: number;
  /** Infinite where the window is open. */
  readonly greatest: number;
  /** One way to explain everything by the fewest trips: the call she starts from, then two for each trip. */
  readonly calls: readonly ExplainedCall[];
}

/** Trips counted at most. */
export const MOST_TRIPS = 10_000;

/** Trips that fit in a window one after another where nothing was seen, up to `MOST_TRIPS`; Infinity where the window is open. */
export function tripsThatFit({ earliest, latest }: Window, { there, back, stay }: TripTimes): number {
  if (!Number.isFinite(latest - earliest)) return Infinity;
  const trips = Math.floor((latest - earliest + stay) / (there + stay + back + stay));
  return Math.max(0, Math.min(trips, MOST_TRIPS));
}

/** She has come home, having been seen at some of the moments. */
interface Home {
  readonly arrival: number;
  readonly seen: readonly boolean[];
  readonly before: Home | null;
  /** What was seen at the home call before, and then at the other port. */
  readonly steps: readonly [home: readonly string[], away: readonly string[]];
}

/**
 * The fewest and the most round trips, each wholly within the window, that leave the ship in port whenever she was seen.
 * She starts and ends at home; before, after and between trips she lies there.
 *
 * Of two ways to have been seen at the same moments after as many trips, the one that is home earlier leaves as much room
 * for the rest. So one way is kept for each set of moments, trip by trip: exact, and quick where moments are spread out.
 *
 * @param presences each within the window
 * @returns null where no number of trips explains them
 */
export function sightedTrips(presences: readonly Presence[], window: Window, times: TripTimes): SightedTrips | null {
  const fitting = tripsThatFit(window, times);
  // In an open window more always fit; the fewest are never more than the moments to explain.
  const most = fitting === Infinity ? presences.length : fitting;
  const start: Home = { arrival: -Infinity, seen: presences.map(() => false), before: null, steps: [[], []] };
  let homes: Home[] = [start];
  let least = -1;
  let greatest = -1;
  let calls: readonly ExplainedCall[] = [];
  for (let trips = 0; trips <= most && homes.length > 0; trips++) {
    const last = homes.find((home) => restIsSeenAt(home, presences));
    if (last) {
      greatest = trips;
      if (least < 0) {
        least = trips;
        calls = callsTo(last, presences);
      }
    }
    homes = trip(homes, presences, window, times);
  }
  return least < 0 ? null : { least, greatest: fitting === Infinity ? Infinity : greatest, calls };
}

const restIsSeenAt = ({ arrival, seen }: Home, presences: readonly Presence[]): boolean =>
  presences.every(({ port, by }, at) => seen[at] || (port === 0 && arrival <= by));

/** All that may come home from one more trip, the earliest for each set of moments. */
function trip(homes: readonly Home[], presences: readonly Presence[], window: Window, times: TripTimes): Home[] {
  const next = new Map<string, Home>();
  for (const home of homes) {
    for (const left of leaving(home.arrival, 0, home.seen, presences, times.stay)) {
      const away = Math.max(left.departure, window.earliest) + times.there;
      for (const returning of leaving(away, 1, left.seen, presences, times.stay)) {
        const arrival = returning.departure + times.back;
        if (arrival > window.latest || missed(returning, arrival, presences, times)) continue;
        const key = returning.seen.map(Number).join('');
        const known = next.get(key);
        if (known && known.arrival <= arrival) continue;
        next.set(key, { arrival, seen: returning.seen, before: home, steps: [left.here, returning.here] });
      }
    }
  }
  return [...next.values()];
}

interface Leaving {
  readonly departure: number;
  readonly seen: readonly boolean[];
  readonly here: readonly string[];
}

/**
 * The ways to leave a port: as soon as may be, or only after one more of the moments she was seen there. All moments up
 * to the departure that she came early enough for are seen in passing.
 */
function leaving(
  arrival: number,
  port: 0 | 1,
  seen: readonly boolean[],
  presences: readonly Presence[],
  stay: number,
): Leaving[] {
  const soonest = arrival + stay;
  const open = presences.filter((one, at) => one.port === port && !seen[at] && arrival <= one.by);
  const departures = new Set([soonest, ...open.map(({ from }) => from).filter((from) => from > soonest)]);
  return [...departures].map((departure) => {
    const here = open.filter(({ from }) => from <= departure);
    return {
      departure,
      seen: seen.map((one, at) => one || here.includes(presences[at] as Presence)),
      here: here.map(({ id }) => id),
    };
  });
}

/** Whether some moment is past for good when she comes home. */
const missed = (
  { seen }: Leaving,
  arrival: number,
  presences: readonly Presence[],
  { stay, there }: TripTimes,
): boolean => presences.some(({ port, by }, at) => !seen[at] && by < (port === 0 ? arrival : arrival + stay + there));

function callsTo(last: Home, presences: readonly Presence[]): ExplainedCall[] {
  const calls: ExplainedCall[] = [{ port: 0, seen: presences.filter((_, at) => !last.seen[at]).map(({ id }) => id) }];
  for (let home = last; home.before; home = home.before) {
    calls.unshift({ port: 0, seen: home.steps[0] }, { port: 1, seen: home.steps[1] });
  }
  return calls;
}
