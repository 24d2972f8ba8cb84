import type { Window } from '../model/edtf.ts';
import type { ShipPlan, VoyagePlan } from '../model/plan.ts';
import type { Dataset, Sighting } from '../model/records.ts';
import { sightingWindows } from '../model/voyage-network.ts';
import type { ReachQuestion } from './reach.ts';
import type { KnownPlace } from './starts.ts';

/** One end of a dark span. */
export interface SpanEnd extends KnownPlace {
  /** Port id; null at an end of a published track. */
  readonly port: string | null;
  /** The sighting that puts her there; null at an end of a track or of a reported passage. */
  readonly sighting: string | null;
}

/** A time in which nobody saw a ship, between two places where she was. */
export interface DarkSpan {
  readonly id: string;
  readonly vessel: string;
  readonly from: SpanEnd;
  readonly to: SpanEnd;
  /** UTC ms: from the earliest moment she can have left the one to the latest she can have come to the other. */
  readonly window: Window;
  /**
   * `seen`: between two dated observations. `passage`: between the ends of a reported passage, whose windows rest on
   * claims and assumptions.
   */
  readonly basis: 'seen' | 'passage';
  /**
   * The observations at both ends name her, or are a published track of hers; false where one is hers only by the
   * voyage it is tied to.
   */
  readonly named: boolean;
  /** The reported passage that the span is the time of; null where there is none, or more than one. */
  readonly leg: { readonly voyage: string; readonly leg: number } | null;
}

/** Somewhere she was from some moment of `first` to some moment of `last`. */
interface Known {
  readonly first: Window;
  readonly last: Window;
  readonly start: SpanEnd;
  readonly end: SpanEnd;
  readonly named: boolean;
}

/**
 * The dark spans of one ship, by their beginning.
 *
 * Between two observations next to each other a span is as wide as their dates allow: it opens with the first moment of
 * the last day on which she may have been seen, and closes with the last moment of the first day on which she may have
 * been seen again. So nothing possible is left out: what is drawn within it may be too much, never too little.
 * Observations whose order is not certain are left out, the vaguest first, which only widens the spans. Sightings that
 * do not bind, and cargo, put no ship anywhere. A reported passage is a span of its own, from its earliest departure to
 * its latest arrival in any order of her voyages that fits; one with a published track, or without both dates, is none.
 *
 * @param plan her plan in this same dataset
 */
export function darkSpans(plan: ShipPlan, dataset: Dataset): DarkSpan[] {
  const ports = new Map(dataset.ports.map((port) => [port.id, port]));
  const endAt = (port: string, sighting: string | null): SpanEnd | undefined => {
    const found = ports.get(port);
    return found && { position: found.position, errorKm: found.positionErrorKm ?? 0, port, sighting };
  };
  const passages = plan.voyages.flatMap((one) => passageSpans(plan, one, endAt));
  const seen = seenSpans(plan, certainOrder(knownPlaces(plan, dataset, endAt)));
  const joined = seen.map((span) => {
    const same = passages.filter((passage) => sameTimeAndPlace(passage, span));
    return same.length === 1 ? { ...span, leg: (same[0] as DarkSpan).leg } : span;
  });
  const others = passages.filter(
    (passage) => !joined.some((span) => span.leg !== null && sameTimeAndPlace(passage, span)),
  );
  return [...joined, ...others].sort(
    (a, b) => a.window.earliest - b.window.earliest || a.window.latest - b.window.latest,
  );
}

/** What to ask of a span: where she can have been at the greatest speed assumed (knots). */
export function questionOf({ from, to, window }: DarkSpan, knots: number): ReachQuestion {
  const place = ({ position, errorKm }: SpanEnd): KnownPlace => ({ position, errorKm });
  return { from: place(from), to: place(to), window, knots };
}

type EndAt = (port: string, sighting: string | null) => SpanEnd | undefined;

const isBounded = ({ earliest, latest }: Window): boolean => Number.isFinite(latest - earliest) && latest > earliest;

function sameTimeAndPlace(a: DarkSpan, b: DarkSpan): boolean {
  const [p, q] = [a.window, b.window];
  return p.earliest === q.earliest && p.latest === q.latest && a.from.port === b.from.port && a.to.port === b.to.port;
}

function passageSpans({ vessel }: ShipPlan, { voyage, legs }: VoyagePlan, endAt: EndAt): DarkSpan[] {
  return legs.flatMap(({ depart, arrive }, at): DarkSpan[] => {
    const leg = voyage.legs[at];
    const [from, to] = [endAt(leg?.from ?? '', null), endAt(leg?.to ?? '', null)];
    const window = { earliest: depart.earliest, latest: arrive.latest };
    if (!leg || leg.track.length > 1 || !from || !to || !isBounded(window)) return [];
    const id = `${voyage.id} leg ${at}`;
    return [
      { id, vessel: vessel.id, from, to, window, basis: 'passage', named: false, leg: { voyage: voyage.id, leg: at } },
    ];
  });
}

function knownPlaces(plan: ShipPlan, dataset: Dataset, endAt: EndAt): Known[] {
  const hers = new Set(plan.voyages.map(({ voyage }) => voyage.id));
  const days = dataset.assumptions.approximate.value;
  const isHers = ({ vessel, voyage }: Sighting): boolean =>
    vessel === plan.vessel.id || (vessel === null && voyage !== undefined && hers.has(voyage));
  const sighted = dataset.sightings.flatMap((sighting): Known[] => {
    const end = endAt(sighting.port, sighting.id);
    if (!end || sighting.what !== 'ship' || !sighting.binds || !isHers(sighting)) return [];
    return [{ ...sightingWindows(sighting, days), start: end, end, named: sighting.vessel !== null }];
  });
  const tracked = plan.voyages.flatMap(({ voyage }) =>
    voyage.legs.flatMap(({ track }): Known[] => {
      const [first, last] = [track[0], track.at(-1)];
      if (!first || !last) return [];
      const end = (position: SpanEnd['position']): SpanEnd => ({ position, errorKm: 0, port: null, sighting: null });
      const at = (time: number): Window => ({ earliest: time, latest: time });
      return [
        {
          first: at(first.time),
          last: at(last.time),
          start: end(first.position),
          end: end(last.position),
          named: true,
        },
      ];
    }),
  );
  return [...sighted, ...tracked];
}

/** As many known places as can be put in a certain order: each over before the next begins. */
function certainOrder(places: readonly Known[]): Known[] {
  const chain: Known[] = [];
  for (const place of [...places].sort((a, b) => a.last.latest - b.last.latest)) {
    if (place.first.earliest >= (chain.at(-1)?.last.latest ?? -Infinity)) chain.push(place);
  }
  return chain;
}

function seenSpans({ vessel }: ShipPlan, chain: readonly Known[]): DarkSpan[] {
  return chain.slice(1).flatMap((next, at): DarkSpan[] => {
    const before = chain[at] as Known;
    const window = { earliest: before.last.earliest, latest: next.first.latest };
    if (!isBounded(window)) return [];
    const id = `${vessel.id} seen ${at}`;
    const named = before.named && next.named;
    return [{ id, vessel: vessel.id, from: before.end, to: next.start, window, basis: 'seen', named, leg: null }];
  });
}
