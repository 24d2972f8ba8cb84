/**
 * Where a ship may be at a moment: the heart of the program. The best guess is one point of an
 * illustrative schedule; the stretches are every point that some schedule allowed by the claims
 * and assumptions puts her at. Nothing else computes a position.
 */
import type { Window } from './edtf.ts';
import type { Lane } from './lanes.ts';
import type { Gap, LegChance, LegPlan, ShipPlan, VoyagePlan } from './plan.ts';
import type { Fix } from './records.ts';
import type { LegTimes } from './schedule.ts';

/** A part of a lane, as shares of its length from its first end, 0 to 1. */
export interface Stretch {
  readonly lane: Lane;
  readonly from: number;
  readonly to: number;
}

export type Best =
  | {
      readonly kind: 'passage';
      readonly voyage: string;
      readonly leg: number;
      readonly lane: Lane;
      /** Share of the lane from its first end. */
      readonly share: number;
      /** She sails from the lane's last end to its first. */
      readonly reversed: boolean;
    }
  /** In port during a voyage, or waiting there between two: `voyage` is null then. */
  | { readonly kind: 'port'; readonly port: string; readonly voyage: string | null }
  /** Before her first or after her last reported voyage, or nothing to draw her by. */
  | { readonly kind: 'unknown' };

export interface Whereabouts {
  readonly best: Best;
  /** Merged; at most a few a lane. */
  readonly stretches: readonly Stretch[];
  /** Port ids where she may be. */
  readonly ports: readonly string[];
  /** She may be anywhere else: no reported voyage need be under way. */
  readonly elsewhere: boolean;
  /** Voyages that may be under way. */
  readonly voyages: readonly string[];
}

/**
 * Where a ship may be at a moment.
 *
 * A share of a leg is possible where she can have come to it from every earlier and can go on from
 * it to every later point known, at the greatest speed assumed: the space-time prism
 * (Hägerstrand 1970) along one line. She may have waited on the way.
 *
 * @param t UTC milliseconds
 */
export function whereabouts(plan: ShipPlan, t: number): Whereabouts {
  const stretches: Stretch[] = [];
  const ports: string[] = [];
  const voyages: string[] = [];
  const { spans, gaps } = timesOf(plan);
  for (let number = 0; number < plan.voyages.length; number++) {
    if (t < (spans[4 * number] as number) || t > (spans[4 * number + 1] as number)) continue;
    const { voyage, legs, stays } = plan.voyages[number] as VoyagePlan;
    for (let at = 0; at < legs.length; at++) {
      const leg = legs[at] as LegPlan;
      // No chance of the leg is wider than all of them together.
      if (t < leg.depart.earliest || t > leg.arrive.latest) continue;
      for (const chance of leg.chances) {
        const share = possibleShare(leg, voyage.legs[at]?.track ?? [], chance, t);
        if (!share) continue;
        addOnce(voyages, voyage.id);
        addStretch(stretches, onLane(leg, share));
        if (t <= chance.depart.latest) addOnce(ports, voyage.legs[at]?.from ?? '');
        if (t >= chance.arrive.earliest) addOnce(ports, voyage.legs[at]?.to ?? '');
      }
    }
    for (const { port, chances } of stays) {
      if (!chances.some((stay) => t >= stay.earliest && t <= stay.latest)) continue;
      addOnce(voyages, voyage.id);
      addOnce(ports, port);
    }
  }
  let elsewhere = false;
  for (let number = 0; number < plan.gaps.length; number++) {
    if (t < (gaps[2 * number] as number) || t > (gaps[2 * number + 1] as number)) continue;
    const { window, waits } = plan.gaps[number] as Gap;
    if (t >= window.earliest && t <= window.latest) elsewhere = true;
    for (const wait of waits) if (t >= wait.window.earliest && t <= wait.window.latest) addOnce(ports, wait.port);
  }
  return { best: bestGuess(plan, spans, t), stretches, ports, elsewhere, voyages };
}

interface Times {
  /** Four of each voyage: when she may first and last be on it, and its drawn start and end, which are NaN where none is drawn. */
  readonly spans: Float64Array;
  /** Two of each gap: from when to when it says anything. */
  readonly gaps: Float64Array;
}

const times = new WeakMap<ShipPlan, Times>();

/** The times of a plan side by side, worked out once: most of a plan has nothing to do with a moment, and need not be looked at. */
function timesOf(plan: ShipPlan): Times {
  const known = times.get(plan);
  if (known) return known;
  const spans = Float64Array.from(
    plan.voyages.flatMap((one) => {
      const windows = [
        ...one.legs.map(({ depart, arrive }) => ({ earliest: depart.earliest, latest: arrive.latest })),
        ...one.stays.flatMap(({ chances }) => chances),
      ];
      const [start, end] = one.drawn?.length ? [startOf(one), endOf(one)] : [Number.NaN, Number.NaN];
      return [...hull(windows), start, end];
    }),
  );
  const gaps = Float64Array.from(
    plan.gaps.flatMap(({ window, waits }) => hull([window, ...waits.map((wait) => wait.window)])),
  );
  const made = { spans, gaps };
  times.set(plan, made);
  return made;
}

const hull = (windows: readonly Window[]): [number, number] => [
  Math.min(...windows.map(({ earliest }) => earliest)),
  Math.max(...windows.map(({ latest }) => latest)),
];

/** A moment has few of them: no set is worth making. */
function addOnce(list: string[], id: string): void {
  if (!list.includes(id)) list.push(id);
}

/** Foremost and hindmost share of the leg at `t`, or null where she cannot be on it. */
function possibleShare(
  leg: LegPlan,
  track: readonly Fix[],
  { depart, arrive }: LegChance,
  t: number,
): readonly [number, number] | null {
  if (t < depart.earliest || t > arrive.latest) return null;
  if (track.length > 1) return shareOnTrack(leg, track, t);
  const hindmost = Math.max(0, 1 - part(arrive.latest - t, leg.least));
  const foremost = Math.min(1, part(t - depart.earliest, leg.least));
  // Rounding of a least passage to whole milliseconds may cross the two by a hair.
  return hindmost <= foremost ? [hindmost, foremost] : [foremost, hindmost];
}

/** A lane of no length is passed in no time. */
const part = (time: number, least: number): number => (least > 0 ? time / least : Infinity);

/** Between two fixes she keeps to the greatest speed, or where the fixes themselves are faster, to theirs. */
function shareOnTrack(leg: LegPlan, track: readonly Fix[], t: number): readonly [number, number] {
  const after = firstFrom(track, t);
  if (after < 0) return [1, 1];
  const [start, end] = [track[after - 1], track[after] as Fix];
  const to = shareOfFix(leg, after);
  if (!start || end.time === t) return [to, to];
  const from = shareOfFix(leg, after - 1);
  const hindmost = Math.max(from, to - part(end.time - t, leg.least));
  const foremost = Math.min(to, from + part(t - start.time, leg.least));
  if (hindmost <= foremost) return [hindmost, foremost];
  const share = from + ((to - from) * (t - start.time)) / (end.time - start.time);
  return [share, share];
}

/** The number of the first fix at or after `t`, -1 where there is none; their times rise. */
function firstFrom(track: readonly Fix[], t: number): number {
  let [low, high] = [0, track.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((track[middle] as Fix).time < t) low = middle + 1;
    else high = middle;
  }
  return low < track.length ? low : -1;
}

function shareOfFix({ path }: LegPlan, at: number): number {
  const { lengths, km } = path.lane.table;
  return km > 0 ? (lengths[at] ?? 0) / km : 0;
}

function onLane({ path }: LegPlan, [from, to]: readonly [number, number]): Stretch {
  return path.reversed ? { lane: path.lane, from: 1 - to, to: 1 - from } : { lane: path.lane, from, to };
}

function addStretch(stretches: Stretch[], added: Stretch): void {
  let { from, to } = added;
  for (let at = stretches.length - 1; at >= 0; at--) {
    const other = stretches[at] as Stretch;
    if (other.lane !== added.lane || other.to < from || other.from > to) continue;
    from = Math.min(from, other.from);
    to = Math.max(to, other.to);
    stretches.splice(at, 1);
  }
  stretches.push({ lane: added.lane, from, to });
}

function bestGuess(plan: ShipPlan, spans: Float64Array, t: number): Best {
  let underWayAtOnce = 0;
  let [now, previous, next] = [-1, -1, -1];
  for (let number = 0; number < plan.voyages.length; number++) {
    const [start, end] = [spans[4 * number + 2] as number, spans[4 * number + 3] as number];
    if (t < start) next = next < 0 ? number : next;
    else if (t > end) previous = number;
    else if (t >= start && underWayAtOnce++ === 0) now = number;
  }
  // Voyages drawn each by itself, since no order is known to fit, may overlap: then no guess is best.
  if (plan.orders.length === 0 && underWayAtOnce !== 1) return { kind: 'unknown' };
  const voyage = (number: number): VoyagePlan | null => plan.voyages[number] ?? null;
  return now < 0 ? waiting(plan, voyage(previous), voyage(next), t) : underWay(voyage(now) as VoyagePlan, t);
}

const startOf = ({ drawn }: VoyagePlan): number => drawn?.[0]?.depart ?? Infinity;
const endOf = ({ drawn }: VoyagePlan): number => drawn?.at(-1)?.arrive ?? -Infinity;

function underWay({ voyage, legs, drawn = [] }: VoyagePlan, t: number): Best {
  for (let leg = 0; leg < drawn.length; leg++) {
    const times = drawn[leg] as LegTimes;
    const planned = legs[leg] as LegPlan;
    const { lane, reversed } = planned.path;
    if (t < times.depart) return { kind: 'port', port: voyage.legs[leg]?.from ?? '', voyage: voyage.id };
    if (t > times.arrive) continue;
    const sailed = sailedShare(planned, voyage.legs[leg]?.track ?? [], times, t);
    return { kind: 'passage', voyage: voyage.id, leg, lane, share: reversed ? 1 - sailed : sailed, reversed };
  }
  return { kind: 'port', port: voyage.legs.at(-1)?.to ?? '', voyage: voyage.id };
}

/** At one speed from departure to arrival; on a track, from fix to fix. */
function sailedShare(leg: LegPlan, track: readonly Fix[], { depart, arrive }: LegTimes, t: number): number {
  if (track.length < 2) return arrive > depart ? (t - depart) / (arrive - depart) : 1;
  const after = firstFrom(track, t);
  if (after < 0) return 1;
  const [start, end] = [track[after - 1], track[after] as Fix];
  if (!start) return 0;
  const [from, to] = [shareOfFix(leg, after - 1), shareOfFix(leg, after)];
  return from + ((to - from) * (t - start.time)) / (end.time - start.time);
}

/** Between voyages she is drawn in port only where she came to it and leaves from it, before and after them only while she may lie there. */
function waiting(plan: ShipPlan, previous: VoyagePlan | null, next: VoyagePlan | null, t: number): Best {
  const came = previous?.voyage.legs.at(-1)?.to;
  const leaves = next?.voyage.legs[0]?.from;
  const port = came ?? leaves;
  if (port === undefined || (came !== undefined && leaves !== undefined && came !== leaves)) return { kind: 'unknown' };
  const between = plan.gaps.filter(
    (gap) => gap.after === (previous?.voyage.id ?? null) && gap.before === (next?.voyage.id ?? null),
  );
  const known = ({ earliest, latest }: Window): boolean =>
    (previous !== null || Number.isFinite(earliest)) && (next !== null || Number.isFinite(latest));
  const lies = between.some((gap) =>
    gap.waits.some(({ window }) => known(window) && t >= window.earliest && t <= window.latest),
  );
  return lies ? { kind: 'port', port, voyage: null } : { kind: 'unknown' };
}
