/**
 * The bands of one voyage: every moment a crossing may fall on, as a parallelogram between its two ports. The same ink for
 * each crossing, so a narrow band is dark; an end is sharp only where somebody saw the ship.
 */
import { DAY, type Window } from '../model/edtf.ts';
import type { LegChance, LegPlan, VoyagePlan } from '../model/plan.ts';
import type { TimeScale } from './time-scale.ts';

/** The two port lines that a leg is drawn between. */
export interface Strip {
  readonly top: number;
  readonly bottom: number;
  /** Port ids of the upper and of the lower line. */
  readonly ports: readonly [upper: string, lower: string];
}

export type XY = readonly [x: number, y: number];

/** An end of a band: a line where it was seen, else ink that fades out over `fade` px. */
export interface BandEnd {
  readonly sharp: boolean;
  readonly fade: number;
}

export interface Band {
  readonly voyage: string;
  /** Numbers of the legs it stands for: one, or all of a trip whose legs have the same open window. */
  readonly legs: readonly number[];
  readonly strip: Strip;
  /** Earliest on the line it starts from, earliest and latest on the line it comes to, latest on the first. */
  readonly points: readonly [XY, XY, XY, XY];
  /** Extent on both lines together, px. */
  readonly x1: number;
  readonly x2: number;
  /** From the earliest departure to the latest arrival. */
  readonly window: Window;
  /** Ink, 0 to 1. */
  readonly opacity: number;
  readonly left: BandEnd;
  readonly right: BandEnd;
}

/** Ink of a crossing that may fall on so many days: in inverse proportion, held between 0.12 and 0.85. */
export function inkOf(days: number): number {
  return Math.max(0.12, Math.min(0.85, 4.6 / days));
}

/** No words stand on a band darker than this: the contrast would not do. */
export const DARK = 0.5;

const FADE_SHARE = 0.3;
const FADE_MOST = 46;
/** Between two windows of one crossing there is a true gap: ends that face it fade over less, or it would look wider. */
const FADE_INNER = 6;

/** Share of two windows together that both cover, from which one band stands for the whole trip. */
const SAME = 0.9;

/**
 * Whether out and back have essentially the same open window, as of an undated trip: two bands would be crossed, and say no more than one.
 */
export function isOneTrip(plan: VoyagePlan): boolean {
  const [out, back] = plan.legs;
  const [from, to] = [plan.voyage.legs[0], plan.voyage.legs[1]];
  if (!out || !back || !from || !to || plan.legs.length !== 2) return false;
  if (from.from !== to.to || from.to !== to.from) return false;
  if ([out.left, out.right, back.left, back.right].includes('seen')) return false;
  const [a, b] = [whole(out), whole(back)];
  const both = Math.min(a.latest, b.latest) - Math.max(a.earliest, b.earliest);
  const together = Math.max(a.latest, b.latest) - Math.min(a.earliest, b.earliest);
  return both > 0 && both >= SAME * together;
}

const whole = ({ depart, arrive }: LegChance): Window => ({ earliest: depart.earliest, latest: arrive.latest });

/**
 * Bands of a voyage.
 *
 * @param stripOf the strip of each leg
 * @returns bands from left to right, leg by leg; none where its claims contradict each other
 */
export function bandsOf(plan: VoyagePlan, scale: TimeScale, stripOf: (leg: number) => Strip): Band[] {
  if (isOneTrip(plan)) return tripBands(plan, scale, stripOf(0));
  return plan.legs.flatMap((leg, at) => {
    const { from } = plan.voyage.legs[at] as { from: string };
    const pieces = joined(
      leg.chances,
      (a, b) => b.depart.earliest <= a.depart.latest || b.arrive.earliest <= a.arrive.latest,
    );
    return drawPieces(pieces, { plan, legs: [at], strip: stripOf(at), from, scale, left: leg.left, right: leg.right });
  });
}

/** On the line of the far port a trip is shorter by both passages. */
function tripBands(plan: VoyagePlan, scale: TimeScale, strip: Strip): Band[] {
  const [out, back] = plan.legs as [LegPlan, LegPlan];
  const chances = out.chances.flatMap((one): LegChance[] => {
    const backs = back.chances.filter(
      (two) => two.arrive.latest >= one.depart.earliest && two.depart.earliest <= one.arrive.latest,
    );
    if (backs.length === 0) return [];
    const latest = (event: 'depart' | 'arrive'): number => Math.max(...backs.map((two) => two[event].latest));
    return [
      {
        depart: { earliest: one.depart.earliest, latest: latest('arrive') },
        arrive: { earliest: one.arrive.earliest, latest: latest('depart') },
      },
    ];
  });
  const pieces = joined(chances, (a, b) => b.depart.earliest <= a.depart.latest);
  const { from } = plan.voyage.legs[0] as { from: string };
  return drawPieces(pieces, { plan, legs: [0, 1], strip, from, scale, left: out.left, right: back.right });
}

/** Chances that touch, as one; from the earliest on. What lies between two of them stays empty. */
function joined(chances: readonly LegChance[], touch: (a: LegChance, b: LegChance) => boolean): LegChance[] {
  const pieces: LegChance[] = [];
  for (const chance of [...chances].sort((a, b) => a.depart.earliest - b.depart.earliest)) {
    const last = pieces.at(-1);
    if (last && touch(last, chance))
      pieces[pieces.length - 1] = {
        depart: hull(last.depart, chance.depart),
        arrive: hull(last.arrive, chance.arrive),
      };
    else pieces.push(chance);
  }
  return pieces;
}

const hull = (a: Window, b: Window): Window => ({
  earliest: Math.min(a.earliest, b.earliest),
  latest: Math.max(a.latest, b.latest),
});

interface Drawn {
  readonly plan: VoyagePlan;
  readonly legs: readonly number[];
  readonly strip: Strip;
  readonly from: string;
  readonly scale: TimeScale;
  readonly left: LegPlan['left'];
  readonly right: LegPlan['right'];
}

function drawPieces(pieces: readonly LegChance[], { plan, legs, strip, from, scale, left, right }: Drawn): Band[] {
  // One crossing has one amount of ink, however many windows it may fall into.
  const days = pieces.reduce((sum, { depart }) => sum + (depart.latest - depart.earliest), 0) / DAY;
  const opacity = inkOf(days);
  const down = from === strip.ports[0];
  const [start, end] = down ? [strip.top, strip.bottom] : [strip.bottom, strip.top];
  return pieces.map(({ depart, arrive }, at): Band => {
    const points = [
      [scale.x(depart.earliest), start],
      [scale.x(arrive.earliest), end],
      [scale.x(arrive.latest), end],
      [scale.x(depart.latest), start],
    ] as const satisfies readonly XY[];
    const xs = points.map(([x]) => x);
    const [x1, x2] = [Math.min(...xs), Math.max(...xs)];
    const outer = Math.min(FADE_SHARE * (x2 - x1), FADE_MOST);
    const endOf = (edge: LegPlan['left'], isOuter: boolean): BandEnd => {
      if (isOuter && edge === 'seen') return { sharp: true, fade: 0 };
      return { sharp: false, fade: isOuter ? outer : Math.min(outer, FADE_INNER) };
    };
    return {
      voyage: plan.voyage.id,
      legs,
      strip,
      points,
      x1,
      x2,
      window: { earliest: Math.min(depart.earliest, arrive.earliest), latest: Math.max(depart.latest, arrive.latest) },
      opacity,
      left: endOf(left, at === 0),
      right: endOf(right, at === pieces.length - 1),
    };
  });
}
