/**
 * For each moment, the share of the schedules that fit in which a ship is at a port, at sea, or
 * on none of her reported voyages. Not from drawn schedules: her departures and arrivals follow
 * each other, so the share in which she is between two of them is the share in which the one has
 * happened less the share in which the other has, and both are counted (`chain-counts.ts`).
 */
import { DAY, readEdtf, type Window } from '../model/edtf.ts';
import type { Dataset, Voyage } from '../model/records.ts';
import type { FittingSchedules, OrderSpace } from './fitting-schedules.ts';

/** What a ship is about. A moment of departure counts as at sea, one of arrival as in port. */
export type Doing =
  | { readonly kind: 'sea'; readonly voyage: string; readonly leg: number; readonly from: string; readonly to: string }
  /** Within a voyage, before its leg `leg`. */
  | { readonly kind: 'port'; readonly voyage: string; readonly leg: number; readonly port: string }
  /** Before her first reported voyage, or after her last. */
  | { readonly kind: 'before' }
  | { readonly kind: 'after' }
  /** Between two reported voyages. `port`: where she came to, if she also leaves from it. */
  | { readonly kind: 'between'; readonly first: string; readonly next: string; readonly port: string | null };

export interface DoingShare {
  readonly doing: Doing;
  /** For each moment, 0 to 1. */
  readonly shares: Float64Array;
}

export interface DayShares {
  /** UTC ms, rising. */
  readonly moments: readonly number[];
  /** The shares of one moment add up to 1. */
  readonly doings: readonly DoingShare[];
}

/**
 * The middle of each step of a case's period, whole UTC days and more where it does not begin or end with one.
 *
 * @param step ms; a day where left out
 * @returns UTC ms; where the period is open, from the earliest or to the latest moment of any schedule
 */
export function momentsOfPeriod(dataset: Dataset, { spaces }: FittingSchedules, step: number = DAY): number[] {
  const period = readEdtf(dataset.window.date, dataset.assumptions.approximate.value);
  const sailed = hullOf(spaces);
  const earliest = Number.isFinite(period.earliest) ? period.earliest : sailed.earliest;
  const latest = Number.isFinite(period.latest) ? period.latest : sailed.latest;
  const start = Math.floor(earliest / DAY) * DAY;
  const end = Math.ceil(latest / DAY) * DAY;
  return Array.from({ length: Math.ceil((end - start) / step) }, (_, at) => start + (at + 0.5) * step);
}

/**
 * What a ship is about at each moment, as shares of all schedules that fit, all orders by their number.
 *
 * Exact where the schedules are; from a fixed set of drawn ones where `schedules.method` is `random walk`.
 *
 * @param moments UTC ms, in any order
 */
export function dayShares(schedules: FittingSchedules, moments: readonly number[]): DayShares {
  const byDoing = new Map<string, DoingShare>();
  schedules.spaces.forEach(({ voyages, space }, order) => {
    const weight = schedules.orders[order]?.share ?? 0;
    const passed = space.sharesPassed(moments);
    doingsOf(voyages).forEach((doing, at) => {
      const key = JSON.stringify(doing);
      const shares = byDoing.get(key)?.shares ?? new Float64Array(moments.length);
      const [begun, over] = [passed[at - 1], passed[at]];
      for (let n = 0; n < shares.length; n++) {
        // Rounding may put the two a hair the wrong way round.
        const share = Math.max(0, (begun?.[n] ?? 1) - (over?.[n] ?? 0));
        shares[n] = (shares[n] as number) + weight * share;
      }
      byDoing.set(key, { doing, shares });
    });
  });
  return { moments, doings: [...byDoing.values()] };
}

/** Where a ship is, for a picture with few colours. `none`: on no reported voyage, wherever she is. */
export type Place =
  | { readonly kind: 'port'; readonly port: string }
  | { readonly kind: 'sea' }
  | { readonly kind: 'none' };

export interface PlaceShare {
  readonly place: Place;
  readonly shares: Float64Array;
}

/** The same shares with all legs, all calls at a port, and all time between voyages put together. */
export function sharesByPlace({ moments, doings }: DayShares): PlaceShare[] {
  const byPlace = new Map<string, PlaceShare>();
  for (const { doing, shares } of doings) {
    const place: Place =
      doing.kind === 'port' ? { kind: 'port', port: doing.port } : { kind: doing.kind === 'sea' ? 'sea' : 'none' };
    const key = JSON.stringify(place);
    const sum = byPlace.get(key)?.shares ?? new Float64Array(moments.length);
    shares.forEach((share, n) => {
      sum[n] = (sum[n] as number) + share;
    });
    byPlace.set(key, { place, shares: sum });
  }
  return [...byPlace.values()];
}

/** What lies before the first event of an order, between each two, and after the last. */
function doingsOf(voyages: readonly Voyage[]): Doing[] {
  const doings: Doing[] = [{ kind: 'before' }];
  voyages.forEach((voyage, at) => {
    voyage.legs.forEach((leg, n) => {
      if (n > 0) doings.push({ kind: 'port', voyage: voyage.id, leg: n, port: leg.from });
      doings.push({ kind: 'sea', voyage: voyage.id, leg: n, from: leg.from, to: leg.to });
    });
    const next = voyages[at + 1];
    doings.push(next ? between(voyage, next) : { kind: 'after' });
  });
  return doings;
}

function between(first: Voyage, next: Voyage): Doing {
  const [came, leaves] = [first.legs.at(-1)?.to, next.legs[0]?.from];
  return { kind: 'between', first: first.id, next: next.id, port: came !== undefined && came === leaves ? came : null };
}

function hullOf(spaces: readonly OrderSpace[]): Window {
  let [earliest, latest] = [Infinity, -Infinity];
  for (const { space } of spaces) {
    const { starts, sizes, unit } = space.grid;
    starts.forEach((start, at) => {
      earliest = Math.min(earliest, start);
      latest = Math.max(latest, start + ((sizes[at] as number) - 1) * unit);
    });
  }
  return { earliest, latest };
}
