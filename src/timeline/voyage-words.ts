/** Which sentences are true of a voyage on the timeline. They come from its plan and the dates cited, and claim no more. */
import { DAY, HOUR, readEdtf, type Window } from '../model/edtf.ts';
import type { LegPlan, ShipPlan, VoyagePlan } from '../model/plan.ts';
import type { Sighting } from '../model/records.ts';
import { type Band, DARK, inkOf } from './bands.ts';
import { markKind } from './marks.ts';

/** The sentences, in some language. Days and names come in as written there. */
export interface StripWords {
  readonly sometimeHere: string;
  readonly backSometime: string;
  toSometime(port: string): string;
  readonly outAndBack: string;
  inMonth(month: string): string;
  readonly noDate: string;
  /** The places among the ship's voyages that are open to it, and how many other voyages she made. */
  noDateAmong(
    places: { readonly before: boolean; readonly between: boolean; readonly after: boolean },
    others: number,
  ): string;
  drawnAs(place: 'first' | 'between' | 'last'): string;
  backBy(day: string): string;
  toBy(port: string, day: string): string;
  backWithin(days: string): string;
  toWithin(port: string, days: string): string;
  within(days: string): string;
  seen(ship: string, port: string, days: string): string;
  seenUnnamed(port: string, days: string): string;
  cargoSeen(port: string, days: string): string;
  /** `best`: no other crossing of the ship is known to within as few days. */
  crossingWithin(days: number, best: boolean): string;
  readonly bestDated: string;
  readonly contradicted: string;
}

/** Names and dates as the page writes them. */
export interface StripNames {
  port(id: string): string;
  vessel(id: string): string;
  /** What a sighting showed, in the words of the data; empty where it has none. */
  sighting(id: string): string;
  day(t: number): string;
  days(window: Window): string;
  month(t: number): string;
}

export interface Told {
  readonly words: StripWords;
  readonly names: StripNames;
  readonly sightings: readonly Sighting[];
  readonly approximateDays: number;
}

/** Whether nothing dates a voyage: no date, no track, no sighting tied to it. */
export function isUndated({ voyage }: VoyagePlan, sightings: readonly Sighting[]): boolean {
  const dated = voyage.legs.some((leg) => leg.depart !== undefined || leg.arrive !== undefined || leg.track.length > 0);
  return !dated && !sightings.some((sighting) => sighting.voyage === voyage.id);
}

/** The start of the calendar month (UTC) that a voyage is cited to fall in from its first departure to its last arrival, if it is one. */
export function citedMonth({ voyage }: VoyagePlan, approximateDays: number): number | null {
  const [depart, arrive] = [voyage.legs[0]?.depart, voyage.legs.at(-1)?.arrive];
  if (depart === undefined || arrive === undefined) return null;
  const [first, last] = [readEdtf(depart, approximateDays), readEdtf(arrive, approximateDays)];
  const start = new Date(first.earliest);
  const end = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1);
  const whole = start.getUTCDate() === 1 && first.earliest % DAY === 0 && first.latest === end;
  return whole && last.earliest === first.earliest && last.latest === end ? first.earliest : null;
}

/** Whether the leg comes back to where its voyage began. */
const isBack = ({ voyage }: VoyagePlan, leg: number): boolean =>
  leg > 0 && leg === voyage.legs.length - 1 && voyage.legs[leg]?.to === voyage.legs[0]?.from;

const portOf = ({ voyage }: VoyagePlan, leg: number): string => voyage.legs[leg]?.to ?? '';

const crossing = (leg: LegPlan): Window => ({ earliest: leg.depart.earliest, latest: leg.arrive.latest });
/** Whether its band is a dark one: few days are possible. */
const isDark = ({ depart }: LegPlan): boolean => inkOf((depart.latest - depart.earliest) / DAY) > DARK;
const width = (leg: LegPlan): number => leg.arrive.latest - leg.depart.earliest;

/** Words for the inside of a pale band, the fullest first. */
export function wordsInside(band: Band, plan: VoyagePlan, ship: ShipPlan | undefined, told: Told): string[] {
  const { words, names } = told;
  if (isUndated(plan, told.sightings)) {
    const among = ship ? noDateAmong(plan, ship, words) : null;
    return among === null ? [words.noDate] : [among, words.noDate];
  }
  if (band.legs.length > 1) {
    const month = citedMonth(plan, told.approximateDays);
    return month === null
      ? [words.outAndBack, words.sometimeHere]
      : [words.inMonth(names.month(month)), words.sometimeHere];
  }
  const leg = band.legs[0] ?? 0;
  return [isBack(plan, leg) ? words.backSometime : words.toSometime(names.port(portOf(plan, leg))), words.sometimeHere];
}

function noDateAmong(plan: VoyagePlan, ship: ShipPlan, words: StripWords): string | null {
  const last = ship.voyages.length - 1;
  const { places } = plan;
  if (places.length < 2) return null;
  const between = places.some((place) => place > 0 && place < last);
  return words.noDateAmong({ before: places.includes(0), between, after: places.includes(last) }, last);
}

/** Words beside a dark band: the latest day she had come, or the days the crossing fell within. */
export function wordsBeside(band: Band, plan: VoyagePlan, told: Told): string | null {
  const { words, names } = told;
  const [at, leg] = [band.legs[0] ?? 0, plan.legs[band.legs[0] ?? 0]];
  if (!leg || band.opacity <= DARK) return null;
  const port = names.port(portOf(plan, at));
  if (leg.right === 'seen') {
    const by = names.day(leg.arrive.latest - 1);
    return isBack(plan, at) ? words.backBy(by) : words.toBy(port, by);
  }
  const days = names.days(band.window);
  return isBack(plan, at) ? words.backWithin(days) : words.toWithin(port, days);
}

/** Words beside the illustrative line of an undated voyage whose place among the others is open: which place it is drawn at. */
export function wordsOfLine(plan: VoyagePlan, ship: ShipPlan | undefined, told: Told): string | null {
  if (!ship || !plan.drawn || plan.places.length < 2 || !isUndated(plan, told.sightings)) return null;
  const place = ship.voyages.indexOf(plan);
  const last = ship.voyages.length - 1;
  return told.words.drawnAs(place === 0 ? 'first' : place === last ? 'last' : 'between');
}

/** A crossing that sightings bound on both sides, with what is to be said of it. */
export interface Story {
  readonly leg: number;
  /** The first in bold; the last ones are left out first. */
  readonly lines: readonly string[];
  /** The sighting that the first line tells. */
  readonly sighting: string | null;
}

/** The story of the best-dated crossing of a voyage: none where no leg was seen from both sides within a few days. */
export function storyOf(plan: VoyagePlan, ship: ShipPlan | undefined, told: Told): Story | null {
  const { words, names } = told;
  const legs = plan.legs
    .map((leg, at) => ({ leg, at }))
    .filter(({ leg }) => leg.left === 'seen' && leg.right === 'seen' && isDark(leg))
    .sort((a, b) => width(a.leg) - width(b.leg));
  const [narrowest] = legs;
  if (!narrowest) return null;
  const { leg, at } = narrowest;
  const sighting = told.sightings.find(
    (one) => one.voyage === plan.voyage.id && one.binds && one.call === at + 1 && one.port === portOf(plan, at),
  );
  const others = ship ? ship.voyages.flatMap((one) => one.legs).filter((one) => one !== leg) : [];
  const all = ship?.voyages.every((one) => one.legs.length === one.voyage.legs.length) ?? false;
  const best = all && others.length > 0 && others.every((one) => width(one) - width(leg) >= HOUR);
  const by = names.day(leg.arrive.latest - 1);
  const first = sighting
    ? sentenceOf(sighting, told)
    : isBack(plan, at)
      ? words.backBy(by)
      : words.toBy(names.port(portOf(plan, at)), by);
  const days = Math.ceil(leg.arrive.latest / DAY) - Math.floor(leg.depart.earliest / DAY);
  const lines = [first, words.crossingWithin(days, best), ...(best ? [words.bestDated] : [])];
  return { leg: at, lines, sighting: sighting?.id ?? null };
}

/** "Angara seen at Dunay, 12 Sep": who was seen, where and when, and no more. */
export function sentenceOf(sighting: Sighting, { words, names, approximateDays }: Told): string {
  const port = names.port(sighting.port);
  const days = names.days(readEdtf(sighting.date, approximateDays));
  const kind = markKind(sighting);
  if (kind === 'cargo') return words.cargoSeen(port, days);
  return kind === 'named' ? words.seen(names.vessel(sighting.vessel ?? ''), port, days) : words.seenUnnamed(port, days);
}

/** One line on a voyage, for the line above its strip: the firmest thing known of it. The fullest form first. */
export function summaryOf(plan: VoyagePlan, ship: ShipPlan | undefined, told: Told): string[] {
  const { words, names } = told;
  if (plan.legs.length === 0) return [words.contradicted];
  if (isUndated(plan, told.sightings)) return [words.noDate];
  const story = storyOf(plan, ship, told);
  if (story) {
    const window = crossing(plan.legs[story.leg] as LegPlan);
    const days = names.days(window);
    const to = words.toWithin(names.port(portOf(plan, story.leg)), days);
    return [isBack(plan, story.leg) ? words.backWithin(days) : to, words.within(days)];
  }
  const month = citedMonth(plan, told.approximateDays);
  if (month !== null) return [words.inMonth(names.month(month))];
  const tied = told.sightings.find((sighting) => sighting.voyage === plan.voyage.id);
  if (tied) return [sentenceOf(tied, told)];
  const [first, last] = [plan.legs[0] as LegPlan, plan.legs.at(-1) as LegPlan];
  return [words.within(names.days({ earliest: first.depart.earliest, latest: last.arrive.latest }))];
}
