/**
 * Where a ship may be at a moment: the heart of the program. The best guess is one point of an
 * illustrative schedule; the stretches are every point that some schedule allowed by the claims
 * and assumptions puts her at. Nothing else computes a position.
 */
import type { Window } from './edtf.ts';
import type { Lane } from './lanes.ts';
import type { LegChance, LegPlan, ShipPlan, VoyagePlan } from './plan.ts';

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
  const ports = new Set<string>();
  const voyages = new Set<string>();
  for (const { voyage, legs, stays } of plan.voyages) {
    legs.forEach((leg, at) => {
      for (const chance of leg.chances) {
        const share = possibleShare(leg, voyage.legs[at]?.track ?? [], chance, t);
        if (!share) continue;
        voyages.add(voyage.id);
        addStretch(stretches, onLane(leg, share));
        if (share[0] <= 0) ports.add(voyage.legs[at]?.from ?? '');
        if (share[1] >= 1) ports.add(voyage.legs[at]?.to ?? '');
      }
    });
    for (const { port, chances } of stays) {
      if (!chances.some((stay) => t >= stay.earliest && t <= stay.latest)) continue;
      voyages.add(voyage.id);
      ports.add(port);
    }
  }
  let elsewhere = false;
  for (const gap of plan.gaps) {
    if (t < gap.window.earliest || t > gap.window.latest) continue;
    elsewhere = true;
    if (gap.after === null && gap.before !== null && !mayWait(plan, gap.before, t)) continue;
    if (gap.before === null) continue;
    for (const port of gap.ports) ports.add(port);
  }
  return { best: bestGuess(plan, t), stretches, ports: [...ports], elsewhere, voyages: [...voyages] };
}

/** Before her first voyage a ship is put at its port no earlier than she may have left it. */
function mayWait(plan: ShipPlan, voyage: string, t: number): boolean {
  const first = plan.voyages.find((one) => one.voyage.id === voyage)?.legs[0];
  return first !== undefined && t >= first.depart.earliest;
}

/** Foremost and hindmost share of the leg at `t`, or null where she cannot be on it. */
function possibleShare(
  leg: LegPlan,
  track: readonly { readonly time: number }[],
  { depart, arrive }: LegChance,
  t: number,
): readonly [number, number] | null {
  if (t < depart.earliest || t > arrive.latest) return null;
  let hindmost = Math.max(0, 1 - (arrive.latest - t) / leg.least);
  let foremost = Math.min(1, (t - depart.earliest) / leg.least);
  const { lengths, km } = leg.path.lane.table;
  if (track.length > 1) {
    track.forEach((fix, at) => {
      const share = (lengths[at] ?? 0) / km;
      foremost = Math.min(foremost, share + Math.max(0, t - fix.time) / leg.least);
      hindmost = Math.max(hindmost, share - Math.max(0, fix.time - t) / leg.least);
    });
  }
  // Rounding of a least passage to whole milliseconds may cross the two by a hair.
  return hindmost <= foremost ? [hindmost, foremost] : [foremost, hindmost];
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

function bestGuess(plan: ShipPlan, t: number): Best {
  let previous: VoyagePlan | undefined;
  for (const planned of plan.voyages) {
    const { drawn, voyage } = planned;
    if (!drawn) continue;
    const [first, last] = [drawn[0], drawn.at(-1)];
    if (!first || !last) continue;
    if (t < first.depart) return waiting(previous, planned, t);
    if (t <= last.arrive) return underWay(planned, drawn, t);
    previous = planned;
    if (voyage.legs.length === 0) return { kind: 'unknown' };
  }
  return waiting(previous, undefined, t);
}

function underWay({ voyage, legs }: VoyagePlan, drawn: NonNullable<VoyagePlan['drawn']>, t: number): Best {
  for (let leg = 0; leg < drawn.length; leg++) {
    const times = drawn[leg] as { depart: number; arrive: number };
    const { path } = legs[leg] as LegPlan;
    if (t < times.depart) return { kind: 'port', port: voyage.legs[leg]?.from ?? '', voyage: voyage.id };
    if (t > times.arrive) continue;
    const sailed = times.arrive > times.depart ? (t - times.depart) / (times.arrive - times.depart) : 1;
    const share = path.reversed ? 1 - sailed : sailed;
    return { kind: 'passage', voyage: voyage.id, leg, lane: path.lane, share, reversed: path.reversed };
  }
  return { kind: 'port', port: voyage.legs.at(-1)?.to ?? '', voyage: voyage.id };
}

/** Between voyages she is drawn in port only where she came to it and leaves from it. */
function waiting(previous: VoyagePlan | undefined, next: VoyagePlan | undefined, t: number): Best {
  const came = previous?.voyage.legs.at(-1)?.to;
  const leaves = next?.voyage.legs[0]?.from;
  if (came !== undefined && leaves !== undefined) {
    return came === leaves ? { kind: 'port', port: came, voyage: null } : { kind: 'unknown' };
  }
  const open = (window: Window | undefined): boolean => window !== undefined && Number.isFinite(window.earliest);
  const departs = next?.legs[0]?.depart;
  if (leaves !== undefined && open(departs) && t >= (departs?.earliest ?? Infinity)) {
    return { kind: 'port', port: leaves, voyage: null };
  }
  const arrives = previous?.legs.at(-1)?.arrive;
  if (came !== undefined && t <= (arrives?.latest ?? -Infinity)) return { kind: 'port', port: came, voyage: null };
  return { kind: 'unknown' };
}
