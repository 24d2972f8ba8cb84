/** Context events as flags above the strips, on two levels or one; what lies off the axis stands in the margin with an arrow. */
import { readEdtf, type Window } from '../model/edtf.ts';
import type { CaseEvent } from '../model/records.ts';
import { type Box, wordsBox } from './free-room.ts';
import { textWidth } from './text-width.ts';
import type { TimeScale } from './time-scale.ts';

export interface FlagNames {
  /** A few words for the flag. */
  short(event: CaseEvent): string;
  days(window: Window): string;
}

/** `flag`: at its moment, with words where they fit. `before` and `after`: off the axis, in the margin. */
export interface Flag {
  readonly event: string;
  readonly place: 'flag' | 'before' | 'after';
  /** The pole, or the end of the words in the margin. */
  readonly x: number;
  /** Foot of the pole's flag and baseline of the words. */
  readonly y: number;
  /** null: a bare flag. */
  readonly words: {
    readonly days: string;
    readonly text: string;
    readonly x: number;
    readonly anchor: 'start' | 'end';
  } | null;
  /** The cloth flies to the right of the pole, or to the left. */
  readonly side: 'right' | 'left';
  /** What the words take up; absent where there are none. */
  readonly box?: Box;
}

export interface FlagsInput {
  readonly events: readonly CaseEvent[];
  readonly approximateDays: number;
  readonly scale: TimeScale;
  readonly names: FlagNames;
  readonly width: number;
  /** Baselines of the levels, from the lowest up. */
  readonly levels: readonly number[];
  /** Baseline of bare flags, below all words. */
  readonly bare: number;
  readonly size: number;
  /** px kept free at both ends. */
  readonly margin: number;
}

const POLE = 9;
const AIR = 8;

interface Dated {
  readonly event: CaseEvent;
  readonly x: number;
  readonly days: string;
  readonly text: string;
}

/** State of a search from the left: how far each level is taken, and what it was taken for. */
interface Taken {
  readonly ends: readonly number[];
  readonly score: number;
  readonly flags: readonly Flag[];
}

/**
 * Places all events. Of the ways to place them that overlap nothing, one with the most words is taken.
 * Days are left out before words are; an event without room keeps a bare flag.
 */
export function layOutFlags(input: FlagsInput): Flag[] {
  const { events, approximateDays, scale, names } = input;
  const dated = events
    .flatMap((event) => {
      const { first, earliest, latest } = readEdtf(event.date, approximateDays);
      const start = Number.isFinite(first.earliest) ? first.earliest : earliest;
      const t = Number.isFinite(start) ? start : latest;
      const window = Number.isFinite(latest - earliest) ? { earliest, latest } : first;
      if (!Number.isFinite(t)) return [];
      return [{ event, t, end: latest, x: scale.x(t), days: names.days(window), text: names.short(event) }];
    })
    .sort((a, b) => a.t - b.t);
  const { earliest, latest } = scale.axis;
  const before = dated.filter(({ end }) => end <= earliest);
  const after = dated.filter(({ t }) => t > latest);
  const within = dated.filter((one) => !before.includes(one) && !after.includes(one));
  const margins = [...inMargin(before.reverse(), 'before', input), ...inMargin(after, 'after', input)];
  return [
    ...margins,
    ...onAxis(
      within.map((one) => ({ ...one, x: Math.max(scale.x0, one.x) })),
      margins,
      input,
    ),
  ];
}

/** Those nearest the axis first, a level each, from the top; farther ones have no room. */
function inMargin(nearest: readonly Dated[], place: 'before' | 'after', input: FlagsInput): Flag[] {
  const { levels, size, margin, width } = input;
  const most = Math.min(2, levels.length);
  const room = width * (levels.length > 1 ? 0.3 : 0.38);
  return nearest.slice(0, most).flatMap(({ event, days, text }, at): Flag[] => {
    const y = levels[levels.length - 1 - at] as number;
    const fitting = [
      [days, text],
      ['', text],
      [days, ''],
    ].find(([when = '', what = '']) => labelWidth(when, what, size) <= room);
    if (!fitting) return [];
    const [when = '', what = ''] = fitting;
    const w = labelWidth(when, what, size);
    const x = place === 'before' ? margin : width - margin;
    const words = { days: when, text: what, x, anchor: place === 'before' ? ('start' as const) : ('end' as const) };
    const box = wordsBox(place === 'before' ? x : x - w, y, w, size);
    return [{ event: event.id, place, x, y, words, side: place === 'before' ? 'left' : 'right', box }];
  });
}

/** Width of "10 Aug last fix" with its arrow or its bold days. */
export function labelWidth(days: string, text: string, size: number, arrow = true): number {
  const gap = days !== '' && text !== '' ? textWidth(' ', size) : 0;
  return textWidth(days, size, 600) + gap + textWidth(text, size) + (arrow ? size * 0.75 : 0);
}

function onAxis(dated: readonly Dated[], margins: readonly Flag[], input: FlagsInput): Flag[] {
  const { levels, scale, width, margin } = input;
  const startOf = (y: number): number =>
    Math.max(margin, ...margins.filter((f) => f.place === 'before' && f.y === y).map((f) => (f.box?.x1 ?? 0) + AIR));
  const limitOf = (y: number): number =>
    Math.min(
      width - margin,
      ...margins.filter((f) => f.place === 'after' && f.y === y).map((f) => (f.box?.x0 ?? width) - AIR),
    );
  const limits = levels.map(limitOf);
  let states: Taken[] = [{ ends: levels.map(startOf), score: 0, flags: [] }];
  const middle = (scale.x0 + scale.x1) / 2;
  for (const one of dated) {
    const next = states.flatMap((state) => [
      withBare(state, one, input),
      ...withWords(state, one, limits, middle, input),
    ]);
    states = undominated(next);
  }
  return [...states.reduce((a, b) => (b.score > a.score ? b : a)).flags];
}

function withBare(state: Taken, { event, x }: Dated, input: FlagsInput): Taken {
  const side = x > (input.scale.x0 + input.scale.x1) / 2 ? 'left' : 'right';
  return { ...state, flags: [...state.flags, { event: event.id, place: 'flag', x, y: input.bare, words: null, side }] };
}

function withWords(state: Taken, one: Dated, limits: readonly number[], middle: number, input: FlagsInput): Taken[] {
  const { levels, size } = input;
  const { event, x } = one;
  return levels.flatMap((y, level) =>
    (['right', 'left'] as const).flatMap((side) =>
      [one.days, ''].flatMap((days): Taken[] => {
        const w = labelWidth(days, one.text, size, false);
        const [from, to] = side === 'right' ? [x, x + POLE + w] : [x - POLE - w, x];
        const taken = state.ends[level] ?? 0;
        // The pole stands on all lower levels, beside the words there, those of the margins too.
        const clear = state.ends.every((end, lower) => lower >= level || (end <= x - 2 && x <= (limits[lower] ?? 0)));
        if (from < taken || to > (limits[level] ?? 0) || !clear) return [];
        const liked = (side === 'left') === x > middle + (input.scale.x1 - middle) * 0.3;
        const score = state.score + weightOf(event) * (days === '' ? 0.7 : 1) - (liked ? 0 : 0.05) - 0.02 * level;
        const ends = state.ends.map((end, at) => (at === level ? to + AIR : at < level ? Math.max(end, x + AIR) : end));
        const textX = side === 'right' ? x + POLE : x - POLE;
        const words = {
          days,
          text: one.text,
          x: textX,
          anchor: side === 'right' ? ('start' as const) : ('end' as const),
        };
        const box = wordsBox(side === 'right' ? textX : textX - w, y, w, size);
        return [{ ends, score, flags: [...state.flags, { event: event.id, place: 'flag', x, y, words, side, box }] }];
      }),
    ),
  );
}

/** Words go first to the events that more claims rest on. */
const weightOf = ({ claims }: CaseEvent): number => 1 + 0.1 * Math.min(5, claims.length);

/** Drops a state where another takes no more room at any level and says as much. */
function undominated(states: readonly Taken[]): Taken[] {
  const kept: Taken[] = [];
  for (const state of [...states].sort((a, b) => b.score - a.score)) {
    if (!kept.some((one) => one.ends.every((end, at) => end <= (state.ends[at] ?? 0)))) kept.push(state);
  }
  return kept;
}
