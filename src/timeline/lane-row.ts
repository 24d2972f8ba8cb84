/**
 * A row of voyages that do not run between two ports: bands from the earliest departure to the latest arrival, one after
 * the other, with the same ink and edges as the bands of a strip.
 */
import { readEdtf } from '../model/edtf.ts';
import type { VoyagePlan } from '../model/plan.ts';
import type { Sighting } from '../model/records.ts';
import type { LegTimes } from '../model/schedule.ts';
import { type Band, bandsOf, DARK, type Strip } from './bands.ts';
import { wordsBox } from './free-room.ts';
import { type Mark, markKind } from './marks.ts';
import type { Content, Row } from './strips.ts';
import { textWidth } from './text-width.ts';
import type { TimeScale } from './time-scale.ts';
import type { PlacedWords } from './words-in-bands.ts';

export interface LaneInput {
  readonly scale: TimeScale;
  /** Sightings tied to a voyage, by its id. */
  readonly sightingsOf: (voyage: string) => readonly Sighting[];
  /** Days that `~` stands for. */
  readonly approximateDays: number;
}

/** How far above the foot of a lane the illustrative schedule is drawn, px: words stand over it. */
const LINE_ABOVE_FOOT = 4;

/**
 * Lays out one lane.
 *
 * @param top px from above
 * @param height px
 * @returns a row without strips: its bands are rectangles of its whole height
 */
export function layOutLane(input: LaneInput, top: number, height: number, content: Content): Row {
  const bottom = top + height;
  return {
    ...content,
    top,
    bottom,
    strips: [],
    bands: content.voyages.flatMap((plan) => laneBands(plan, input.scale, top, bottom)),
    lines: content.voyages.flatMap(({ voyage, drawn = [] }) => laneLines(voyage.id, drawn, input.scale, bottom)),
    marks: content.voyages.flatMap(({ voyage }) =>
      input.sightingsOf(voyage.id).flatMap((sighting) => laneMarks(sighting, input, (top + bottom) / 2)),
    ),
  };
}

/**
 * A schedule of one voyage, a line a crossing.
 *
 * @param times of its legs, UTC ms
 * @param bottom foot of its lane, px
 */
export function laneLines(voyage: string, times: readonly LegTimes[], scale: TimeScale, bottom: number): Row['lines'] {
  const y = bottom - LINE_ABOVE_FOOT;
  return times.map(({ depart, arrive }) => {
    const points = [
      [scale.x(depart), y],
      [scale.x(arrive), y],
    ] as const;
    return { voyage, points };
  });
}

/** The bands of a strip, each as upright as its lane: all moments of the crossing at once, from whichever port. */
function laneBands(plan: VoyagePlan, scale: TimeScale, top: number, bottom: number): Band[] {
  const stripOf = (leg: number): Strip => {
    const { from = '', to = '' } = plan.voyage.legs[leg] ?? {};
    return { top, bottom, ports: [from, to] };
  };
  return bandsOf(plan, scale, stripOf).map((band) => ({
    ...band,
    points: [
      [band.x1, top],
      [band.x1, bottom],
      [band.x2, bottom],
      [band.x2, top],
    ],
  }));
}

function laneMarks(sighting: Sighting, { scale, approximateDays }: LaneInput, y: number): Mark[] {
  const date = readEdtf(sighting.date, approximateDays);
  const twice = sighting.reading === 'first-and-last' && date.first.latest < date.last.latest;
  const marks = (twice ? [date.first, date.last] : [date])
    .filter(({ earliest, latest }) => Number.isFinite(latest - earliest))
    .map(({ earliest, latest }): Mark => {
      const x = scale.x((earliest + latest) / 2);
      return { sighting: sighting.id, kind: markKind(sighting), x, y, side: 'top', window: { earliest, latest } };
    });
  const [first, last] = marks;
  return first && last ? [first, { ...last, since: first.x }] : marks;
}

/** Ways to say what stands in a lane. */
export interface LaneWords {
  /** Name of a port. */
  readonly port: (id: string) => string;
  /** Words for the inside of a pale band, the fullest first. */
  readonly inside: (band: Band, plan: VoyagePlan) => readonly string[];
  /** Where no dates fit. */
  readonly contradicted: string;
}

/** A run of the lane that bands and marks take without a break. */
interface Taken {
  readonly from: number;
  to: number;
  /** Its bands; the last to end is the one that comes to the port named after it. */
  readonly bands: Band[];
}

/** Air between words and what they stand beside, px. */
const AIR = 4;

/**
 * Words of a lane, where there is room: after each band the port that it came to, inside a pale one what it is, and
 * before the first the port it left.
 *
 * @param row a row without strips
 * @param size font size, px
 * @param mark radius of a mark, px
 * @param room px from and to which words may stand
 * @param end px at which the axis ends: what lies beyond it is not drawn
 */
export function wordsOfLane(
  row: Row,
  say: LaneWords,
  size: number,
  mark: number,
  [left, right]: readonly [number, number],
  end: number,
): PlacedWords[] {
  const plans = new Map(row.voyages.map((plan) => [plan.voyage.id, plan]));
  const y = (row.top + row.bottom) / 2 + 0.2 * size;
  const placed: PlacedWords[] = [];
  const put = (text: string, x: number, anchor: 'start' | 'end' | 'middle', outside: boolean): void => {
    const width = textWidth(text, size);
    const x0 = x - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
    placed.push({ text, x, y, size, anchor, bold: false, outside, box: wordsBox(x0, y, width, size) });
  };
  if (row.bands.length === 0) {
    const fits = textWidth(say.contradicted, size) <= right - left;
    if (fits && row.voyages.some(({ legs }) => legs.length === 0)) put(say.contradicted, left, 'start', true);
    return placed;
  }
  const runs = takenBy(row, mark);
  runs.forEach((run, at) => {
    const [only] = run.bands;
    if (
      only &&
      run.bands.length === 1 &&
      only.opacity <= DARK &&
      !row.marks.some(({ x }) => x >= run.from && x <= run.to)
    )
      placeInside(only, plans.get(only.voyage), say, size, [left, end], put);
    const reached = run.bands.reduce((a, b) => (b.x2 > a.x2 ? b : a), only as Band);
    const until = runs[at + 1]?.from ?? right;
    // It came to the port beyond the end of the axis.
    if (run.to > end + 1 || run.to < left) return;
    const port = reached && portOf(plans.get(reached.voyage), reached, 'to');
    if (port !== undefined && textWidth(say.port(port), size) + 2 * AIR <= until - run.to)
      put(say.port(port), run.to + AIR, 'start', true);
  });
  const [first] = runs;
  const begun = first?.bands.reduce((a, b) => (b.x1 < a.x1 ? b : a));
  const port = begun && portOf(plans.get(begun.voyage), begun, 'from');
  if (first && port !== undefined && textWidth(say.port(port), size) + AIR <= first.from - left)
    put(say.port(port), first.from - AIR, 'end', true);
  return placed;
}

const portOf = (plan: VoyagePlan | undefined, band: Band, end: 'from' | 'to'): string | undefined =>
  plan?.voyage.legs[(end === 'from' ? band.legs[0] : band.legs.at(-1)) ?? 0]?.[end];

/** In the middle of the band, where it does not fade. */
function placeInside(
  band: Band,
  plan: VoyagePlan | undefined,
  say: LaneWords,
  size: number,
  [left, end]: readonly [number, number],
  put: (text: string, x: number, anchor: 'middle', outside: boolean) => void,
): void {
  const from = Math.max(left, band.x1 + 0.4 * band.left.fade) + AIR;
  const to = Math.min(end, band.x2 - 0.4 * band.right.fade) - AIR;
  const text = plan && say.inside(band, plan).find((one) => textWidth(one, size) <= to - from);
  if (text !== undefined) put(text, (from + to) / 2, 'middle', false);
}

function takenBy({ bands, marks }: Row, mark: number): Taken[] {
  const parts = [
    ...bands.map((band) => ({ from: band.x1, to: band.x2, bands: [band] })),
    ...marks.map(({ x, since }) => ({ from: (since ?? x) - mark, to: x + mark, bands: [] as Band[] })),
  ].sort((a, b) => a.from - b.from);
  const runs: Taken[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last && part.from <= last.to + 1) {
      last.to = Math.max(last.to, part.to);
      last.bands.push(...part.bands);
    } else runs.push(part);
  }
  return runs;
}
