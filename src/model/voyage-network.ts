/**
 * From records to bounds: what the claims and the assumptions say of the departures and
 * arrivals of one ship, as a temporal network.
 */
import { HOUR, readEdtf, type Window } from './edtf.ts';
import type { LegPath } from './lanes.ts';
import type { Assumptions, Dataset, Leg, Sighting, Voyage } from './records.ts';
import { type Bound, notAfter, notBefore } from './temporal-network.ts';

/** Why a bound holds: the record it rests on, or the assumption. */
export type Why =
  | { readonly kind: 'sighting'; readonly sighting: string; readonly claims: readonly string[] }
  | { readonly kind: 'date'; readonly voyage: string; readonly leg: number; readonly claims: readonly string[] }
  | { readonly kind: 'track'; readonly voyage: string; readonly leg: number; readonly claims: readonly string[] }
  | { readonly kind: 'window'; readonly claims: readonly string[] }
  | { readonly kind: 'order'; readonly first: string; readonly next: string; readonly claims: readonly string[] }
  | { readonly kind: 'passage'; readonly voyage: string; readonly leg: number; readonly claims: readonly string[] }
  | { readonly kind: 'stay'; readonly voyage: string; readonly call: number; readonly claims: readonly string[] };

/** The ways of a case: the path of each leg, and the distance between any two of its ports. */
export interface Ways {
  legPath(voyage: Voyage, leg: number): LegPath;
  /** Least distance by the lane, where one is known, else by the great circle, km. */
  km(from: string, to: string): number;
}

export const departure = (voyage: string, leg: number): string => `${voyage} departs ${leg}`;
export const arrival = (voyage: string, leg: number): string => `${voyage} arrives ${leg}`;
export const firstSeen = (sighting: string): string => `${sighting} first`;
export const lastSeen = (sighting: string): string => `${sighting} last`;

/** Milliseconds that a distance (km) takes at a speed (knots). */
export const passageTime = (km: number, knots: number): number => Math.round((km / 1.852 / knots) * HOUR);

/** Least time of a leg's passage, ms, on a lane of `km`. A published track that is faster than the greatest speed assumed disproves it. */
export function leastPassage(leg: Leg, km: number, assumptions: Assumptions): number {
  const assumed = passageTime(km, assumptions.greatestSpeed.value);
  const [first, last] = [leg.track[0], leg.track.at(-1)];
  return first && last && last.time > first.time ? Math.min(assumed, last.time - first.time) : assumed;
}

/**
 * The bounds on one voyage, whatever else its ship did.
 *
 * @returns bounds from the leg dates, tracks, sightings, the case's window, and the assumed greatest speed and least stay
 * @throws EdtfError where a date of the records cannot be read (`dataset/` lets none through)
 */
export function voyageBounds(dataset: Dataset, ways: Ways, voyage: Voyage): Bound<Why>[] {
  const { assumptions } = dataset;
  const days = assumptions.approximate.value;
  const bounds: Bound<Why>[] = [];
  for (const sighting of dataset.sightings) {
    if (sighting.voyage === voyage.id && sighting.binds) bounds.push(...sightingBounds(sighting, voyage, days));
  }
  const window = readEdtf(dataset.window.date, days);
  voyage.legs.forEach((leg, at) => {
    const claims = leg.claims.length > 0 ? leg.claims : voyage.claims;
    const [departs, arrives] = [departure(voyage.id, at), arrival(voyage.id, at)];
    const cited: Why = { kind: 'date', voyage: voyage.id, leg: at, claims };
    if (leg.depart !== undefined) bounds.push(...within(departs, readEdtf(leg.depart, days), cited));
    if (leg.arrive !== undefined) bounds.push(...within(arrives, readEdtf(leg.arrive, days), cited));
    const [first, last] = [leg.track[0], leg.track.at(-1)];
    const tracked: Why = { kind: 'track', voyage: voyage.id, leg: at, claims };
    if (first && last) bounds.push(notAfter(departs, first.time, tracked), notBefore(arrives, last.time, tracked));
    const inWindow: Why = { kind: 'window', claims: dataset.window.claims };
    bounds.push(...within(departs, window, inWindow), ...within(arrives, window, inWindow));
    bounds.push({
      from: departs,
      to: arrives,
      least: leastPassage(leg, ways.legPath(voyage, at).lane.km, assumptions),
      why: { kind: 'passage', voyage: voyage.id, leg: at, claims: [] },
    });
    if (at > 0) bounds.push(stay(arrival(voyage.id, at - 1), departs, voyage.id, at, assumptions));
  });
  return bounds;
}

/** The bounds that hold when `next` is the ship's voyage straight after `first`. */
export function orderBounds(dataset: Dataset, ways: Ways, first: Voyage, next: Voyage): Bound<Why>[] {
  const { assumptions } = dataset;
  const from = first.legs.at(-1)?.to ?? '';
  const to = next.legs[0]?.from ?? '';
  const lastCall = first.legs.length;
  const returns = arrival(first.id, lastCall - 1);
  const leaves = departure(next.id, 0);
  const between = passageTime(from === to ? 0 : ways.km(from, to), assumptions.greatestSpeed.value);
  const bounds: Bound<Why>[] = [
    {
      from: returns,
      to: leaves,
      least: Math.max(between, assumptions.leastStay.value * HOUR),
      why: orderWhy(first, next),
    },
  ];
  for (const sighting of dataset.sightings) {
    if (!sighting.binds || sighting.what !== 'ship') continue;
    const why: Why = { kind: 'sighting', sighting: sighting.id, claims: sighting.claims };
    if (sighting.voyage === first.id && sighting.call === lastCall) {
      bounds.push({ from: lastSeen(sighting.id), to: leaves, least: 0, why });
    }
    if (sighting.voyage === next.id && sighting.call === 0) {
      bounds.push({ from: returns, to: firstSeen(sighting.id), least: 0, why });
    }
  }
  return bounds;
}

/** Why `next` follows `first`: a source says so, or it is one order of several. */
export function orderWhy(first: Voyage, next: Voyage): Why {
  return { kind: 'order', first: first.id, next: next.id, claims: next.after.includes(first.id) ? next.claims : [] };
}

/** The moments of a sighting as windows: seen once within its dates, or on the first and on the last unit of them. */
export function sightingWindows(sighting: Sighting, approximateDays: number): { first: Window; last: Window } {
  const date = readEdtf(sighting.date, approximateDays);
  return sighting.reading === 'once' ? { first: date, last: date } : { first: date.first, last: date.last };
}

function sightingBounds(sighting: Sighting, voyage: Voyage, days: number): Bound<Why>[] {
  const { call } = sighting;
  if (call === undefined) return [];
  const why: Why = { kind: 'sighting', sighting: sighting.id, claims: sighting.claims };
  const [first, last] = [firstSeen(sighting.id), lastSeen(sighting.id)];
  const windows = sightingWindows(sighting, days);
  const bounds = [...within(first, windows.first, why), ...within(last, windows.last, why)];
  bounds.push({ from: first, to: last, least: 0, why });
  if (sighting.reading === 'once') bounds.push({ from: last, to: first, least: 0, why });
  const arrives = call > 0 ? arrival(voyage.id, call - 1) : undefined;
  const departs = call < voyage.legs.length ? departure(voyage.id, call) : undefined;
  // Cargo on the quay was there before the ship that took it left; cargo landed, after the ship that brought it came.
  if (arrives && sighting.what === 'ship') bounds.push({ from: arrives, to: first, least: 0, why });
  if (arrives && sighting.what === 'cargo-landed') bounds.push({ from: arrives, to: last, least: 0, why });
  if (departs && sighting.what === 'ship') bounds.push({ from: last, to: departs, least: 0, why });
  if (departs && sighting.what === 'cargo-waiting') bounds.push({ from: first, to: departs, least: 0, why });
  return bounds;
}

const within = (event: string, window: Window, why: Why): Bound<Why>[] => [
  notBefore(event, window.earliest, why),
  notAfter(event, window.latest, why),
];

function stay(from: string, to: string, voyage: string, call: number, assumptions: Assumptions): Bound<Why> {
  return { from, to, least: assumptions.leastStay.value * HOUR, why: { kind: 'stay', voyage, call, claims: [] } };
}
