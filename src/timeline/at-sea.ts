/**
 * How many of some ships are at sea over time: the most that can be, and the least that must be. Both follow from the
 * windows of their departures and arrivals; between the two nothing is known.
 */
import type { Window } from '../model/edtf.ts';
import { type SpanTree, spansAtSea } from '../model/fleet-index.ts';
import type { ShipPlan } from '../model/plan.ts';
import type { TimeScale } from './time-scale.ts';

/** Moments, UTC ms, rising, at which the spans of ships begin and end; those of one ship do not touch. */
interface Spans {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

export interface AtSea {
  /** When a ship can be at sea, both ends included. */
  readonly most: Spans;
  /** When a ship must be at sea, both ends left out. */
  readonly least: Spans;
}

/** How many ships, least and most. */
export interface Count {
  readonly least: number;
  readonly most: number;
}

/**
 * Works out when ships can and must be at sea.
 *
 * A ship must be at sea from the latest departure of a leg to its earliest arrival, over all orders of her voyages that
 * fit. Where several orders fit she may have to be at sea in all of them, on another leg in each: that is not counted, so
 * the least is never too high.
 *
 * @param ships all of them
 * @param among those that count; null: all
 * @param known when each of all ships can be at sea, by her number, where that is known already (`fleetIndex`)
 */
export function atSeaOverTime(
  ships: readonly ShipPlan[],
  among: ReadonlySet<ShipPlan> | null,
  known?: SpanTree,
): AtSea {
  const most: Window[] = [];
  const least: Window[] = [];
  for (const ship of among ?? ships) {
    if (!known) most.push(...spansAtSea(ship));
    for (const span of certainlyAtSea(ship)) least.push(span);
  }
  return { most: known ? knownSpans(known, ships, among) : spansOf(most), least: spansOf(least) };
}

/** Spans of those ships that are among others, out of a tree of all. */
function knownSpans(
  { starts, ends, owners }: SpanTree,
  ships: readonly ShipPlan[],
  among: ReadonlySet<ShipPlan> | null,
): Spans {
  const isIn = (_: number, at: number): boolean => !among || among.has(ships[owners[at] as number] as ShipPlan);
  return { starts: starts.filter(isIn).sort(), ends: ends.filter(isIn).sort() };
}

/** Spans in which a ship must be at sea, rising, none touching another. */
export function certainlyAtSea({ voyages }: ShipPlan): Window[] {
  const windows: Window[] = [];
  for (const { legs } of voyages) {
    for (const { depart, arrive } of legs)
      if (depart.latest < arrive.earliest) windows.push({ earliest: depart.latest, latest: arrive.earliest });
  }
  windows.sort((a, b) => a.earliest - b.earliest);
  const spans: { earliest: number; latest: number }[] = [];
  for (const { earliest, latest } of windows) {
    const last = spans.at(-1);
    if (last && earliest <= last.latest) last.latest = Math.max(last.latest, latest);
    else spans.push({ earliest, latest });
  }
  return spans;
}

const spansOf = (windows: readonly Window[]): Spans => ({
  starts: Float64Array.from(windows, ({ earliest }) => earliest).sort(),
  ends: Float64Array.from(windows, ({ latest }) => latest).sort(),
});

/** How many ships are at sea at a moment, UTC ms. */
export function countAt({ most, least }: AtSea, t: number): Count {
  return {
    most: below(most.starts, t, true) - below(most.ends, t, false),
    least: below(least.starts, t, false) - below(least.ends, t, true),
  };
}

/**
 * The counts of each pixel of an axis: the most over any while in it, and the least over any. That at one single moment
 * one ship can still be at sea and another already, as where the day of an arrival meets that of a departure, is no while.
 *
 * @returns a count a pixel, from the left end of the axis on
 */
export function countsAlong({ most, least }: AtSea, scale: TimeScale): Count[] {
  const width = Math.max(1, Math.round(scale.x1 - scale.x0));
  return Array.from({ length: width }, (_, at) => {
    const [from, to] = [scale.t(scale.x0 + at), scale.t(scale.x0 + at + 1)];
    return { most: rangeWithin(most, from, to).high, least: rangeWithin(least, from, to).low };
  });
}

/** The least and the greatest number of spans over any while between two moments. */
function rangeWithin(
  { starts, ends }: Spans,
  from: number,
  to: number,
): { readonly low: number; readonly high: number } {
  let [begun, ended] = [below(starts, from, true), below(ends, from, true)];
  let [low, high] = [begun - ended, begun - ended];
  for (;;) {
    const next = Math.min(starts[begun] ?? Infinity, ends[ended] ?? Infinity);
    if (!(next < to)) return { low, high };
    while (starts[begun] === next) begun++;
    while (ends[ended] === next) ended++;
    low = Math.min(low, begun - ended);
    high = Math.max(high, begun - ended);
  }
}

/** How many of the rising moments lie before `t`, or at it where `including`. */
function below(moments: Float64Array, t: number, including: boolean): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const moment = moments[middle] as number;
    if (moment < t || (including && moment === t)) low = middle + 1;
    else high = middle;
  }
  return low;
}
