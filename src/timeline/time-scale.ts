/** Moments to pixels and back, and the ticks of the axis; by UTC alone, never by the reader's zone. */
import { type TimeInterval, utcDay, utcHour, utcMinute, utcMonth, utcYear } from 'd3-time';
import { DAY, HOUR, type Window } from '../model/edtf.ts';

export interface TimeScale {
  /** UTC milliseconds at `x0` and at `x1`. */
  readonly axis: Window;
  readonly x0: number;
  readonly x1: number;
  /** The pixel of a moment; beyond the axis it goes on. */
  readonly x: (t: number) => number;
  /** The moment of a pixel, UTC milliseconds, not rounded. */
  readonly t: (x: number) => number;
}

/**
 * A linear scale of time.
 * @throws RangeError where the axis or the room has no width
 */
export function timeScale(axis: Window, x0: number, x1: number): TimeScale {
  const span = axis.latest - axis.earliest;
  if (!(span > 0 && Number.isFinite(span))) throw new RangeError('the axis spans no time');
  if (!(x1 > x0)) throw new RangeError(`there is no room from ${x0} to ${x1} px`);
  return {
    axis,
    x0,
    x1,
    x: (t) => x0 + ((t - axis.earliest) / span) * (x1 - x0),
    t: (x) => axis.earliest + ((x - x0) / (x1 - x0)) * span,
  };
}

/** A moment, kept on the axis and on whole steps from its start. */
export function snapped(scale: TimeScale, t: number, step: number): number {
  const { earliest, latest } = scale.axis;
  return Math.min(latest, Math.max(earliest, earliest + Math.round((t - earliest) / step) * step));
}

/** What a labelled tick should be written as. */
export type TickUnit = 'hour' | 'day' | 'month' | 'year';

export interface Tick {
  /** UTC milliseconds. */
  readonly t: number;
  readonly x: number;
  /** null: a small tick without words. */
  readonly unit: TickUnit | null;
}

interface Step {
  readonly unit: TickUnit;
  readonly every: TimeInterval;
  readonly small: TimeInterval;
  /** About how long the labelled and the small ones are, ms. */
  readonly span: number;
  readonly smallSpan: number;
}

const nth = (interval: { every(n: number): TimeInterval | null }, n: number): TimeInterval => {
  const every = interval.every(n);
  if (!every) throw new RangeError(`no interval of ${n}`);
  return every;
};
const onDays = (...days: number[]): TimeInterval => utcDay.filter((date) => days.includes(date.getUTCDate()));
const FIFTHS = onDays(1, 5, 10, 15, 20, 25);
const HALVES = onDays(1, 15);
const MINUTE = 60_000;
const YEAR = 365.25 * DAY;

const STEPS: readonly Step[] = [
  { unit: 'hour', every: nth(utcMinute, 15), small: nth(utcMinute, 5), span: 15 * MINUTE, smallSpan: 5 * MINUTE },
  { unit: 'hour', every: utcHour, small: nth(utcMinute, 15), span: HOUR, smallSpan: 15 * MINUTE },
  { unit: 'hour', every: nth(utcHour, 3), small: utcHour, span: 3 * HOUR, smallSpan: HOUR },
  { unit: 'hour', every: nth(utcHour, 6), small: utcHour, span: 6 * HOUR, smallSpan: HOUR },
  { unit: 'day', every: utcDay, small: nth(utcHour, 6), span: DAY, smallSpan: 6 * HOUR },
  { unit: 'day', every: FIFTHS, small: utcDay, span: 4 * DAY, smallSpan: DAY },
  {
    unit: 'day',
    every: HALVES,
    small: utcDay.filter((date) => date.getUTCDate() % 5 === 0),
    span: 14 * DAY,
    smallSpan: 5 * DAY,
  },
  { unit: 'month', every: utcMonth, small: HALVES, span: 28 * DAY, smallSpan: 14 * DAY },
  { unit: 'month', every: nth(utcMonth, 3), small: utcMonth, span: 90 * DAY, smallSpan: 28 * DAY },
  { unit: 'year', every: utcYear, small: nth(utcMonth, 3), span: YEAR, smallSpan: 90 * DAY },
  ...[2, 5, 10, 20, 50, 100, 200, 500].map((years): Step => {
    const smaller = years % 5 === 0 ? years / 5 : 1;
    return {
      unit: 'year',
      every: nth(utcYear, years),
      small: nth(utcYear, smaller),
      span: years * YEAR,
      smallSpan: smaller * YEAR,
    };
  }),
];

/**
 * Ticks of the axis, from left to right, ends included.
 *
 * @param room px that a labelled tick needs
 * @param smallRoom px that a small one needs; nearer together they are left out
 */
export function ticksOf(scale: TimeScale, room: number, smallRoom = 5): Tick[] {
  const { earliest, latest } = scale.axis;
  const px = (span: number): number => (span / (latest - earliest)) * (scale.x1 - scale.x0);
  const step = STEPS.find(({ span }) => px(span) >= room) ?? (STEPS.at(-1) as Step);
  const range = (interval: TimeInterval): number[] =>
    interval.range(new Date(Math.ceil(earliest)), new Date(Math.floor(latest) + 1)).map(Number);
  const labelled = range(step.every);
  const known = new Set(labelled);
  const small = px(step.smallSpan) >= smallRoom ? range(step.small).filter((t) => !known.has(t)) : [];
  return [
    ...labelled.map((t) => ({ t, x: scale.x(t), unit: step.unit })),
    ...small.map((t) => ({ t, x: scale.x(t), unit: null })),
  ].sort((a, b) => a.t - b.t);
}
