/** Where the words of a strip stand: inside a pale band if there is room, else beside it, else nowhere; never on marks, lines or each other. */
import type { ShipPlan, VoyagePlan } from '../model/plan.ts';
import { type Band, DARK, type XY } from './bands.ts';
import { type Box, freeRuns, type Obstacle, type Run, wordsBox } from './free-room.ts';
import type { Mark } from './marks.ts';
import { type Row, SIZES, type Strips } from './strips.ts';
import { textWidth } from './text-width.ts';
import { sentenceOf, storyOf, type Told, wordsBeside, wordsInside, wordsOfLine } from './voyage-words.ts';

export interface PlacedWords {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly bold: boolean;
  /** Off any band: on paper, with a halo. */
  readonly outside: boolean;
  /** What the words take up, by estimate. */
  readonly box: Box;
}

/** Room between words and what they stand beside, px. */
const BESIDE = 9;
/** Words stand no farther than this from what they are about. */
const NEAR = 40;
/** Share of a fading end that words keep off. */
const CLEAR = 0.1;

interface Line {
  readonly row: Row;
  readonly size: number;
  readonly fixed: readonly Obstacle[];
  readonly placed: PlacedWords[];
  readonly left: number;
  readonly right: number;
}

/**
 * Words of a row.
 *
 * @param ship her plan, for the place of a voyage among the others
 * @param room px between which words may stand, bands or not
 * @returns nothing in `above`, whose words stand over the strip, and for the strip of a whole ship
 */
export function wordsOfRow(row: Row, strips: Strips, ship: ShipPlan | undefined, told: Told, room: Run): PlacedWords[] {
  const [plan] = row.voyages;
  if (!plan || row.kind === 'ship' || strips.mode === 'above') return [];
  const sizes = SIZES[strips.mode];
  const line: Line = {
    row,
    size: sizes.words,
    fixed: [
      ...row.marks.map((mark) => markBox(mark, sizes.mark)),
      ...row.lines.map(({ points }) => ({ line: points })),
      ...row.bands.flatMap(sharpEnds),
    ],
    placed: [],
    left: room[0],
    right: room[1],
  };
  if (plan.legs.length === 0) {
    const [y] = baselines(row.top, row.bottom, line.size, 1);
    beside(line, told.words.contradicted, y, room[0], room[0], false);
    return line.placed;
  }
  const story = row.selected ? storyOf(plan, ship, told) : null;
  const toldOf = story ? tellStory(line, plan, story.leg, story.lines) : false;
  placeInside(line, plan, ship, told);
  placeBesideDark(line, plan, told, toldOf ? (story?.leg ?? null) : null);
  const drawn = wordsOfLine(plan, ship, told);
  if (drawn !== null) placeByLine(line, drawn);
  if (row.selected) placeSightings(line, told, toldOf ? (story?.sighting ?? null) : null);
  return line.placed;
}

/** What a mark takes up, its outline and a little air included. */
export function markBox({ x, y, since }: Mark, radius: number): Box {
  const r = radius + 2.5;
  return { x0: (since ?? x) - r, x1: x + r, y0: y - r, y1: y + r };
}

/** The lines that are drawn where somebody saw the ship. */
function sharpEnds({ points: [a, b, c, d], left, right }: Band): Obstacle[] {
  return [...(left.sharp ? [{ line: [a, b] }] : []), ...(right.sharp ? [{ line: [d, c] }] : [])];
}

/** Baselines of `count` lines of words, spread over a strip. */
function baselines(top: number, bottom: number, size: number, count: number): [number, ...number[]] {
  const middle = (top + bottom) / 2 + 0.34 * size;
  const pitch = Math.min(size * 1.28, (bottom - top) / count);
  const [first = middle, ...rest] = Array.from({ length: count }, (_, at) => middle + (at - (count - 1) / 2) * pitch);
  return [first, ...rest];
}

const hullOf = ({ x1, x2, strip }: Band): Box => ({ x0: x1, x1: x2, y0: strip.top, y1: strip.bottom });

function put(line: Line, words: Omit<PlacedWords, 'box' | 'size'>): void {
  const width = textWidth(words.text, line.size, words.bold ? 600 : 400);
  const x0 = words.x - (words.anchor === 'start' ? 0 : words.anchor === 'middle' ? width / 2 : width);
  line.placed.push({ ...words, size: line.size, box: wordsBox(x0, words.y, width, line.size) });
}

const runsAt = (line: Line, from: number, to: number, y: number, others: readonly Obstacle[], pad?: number): Run[] => {
  const { y0, y1 } = wordsBox(0, y, 0, line.size);
  return freeRuns(from, to, y0, y1, [...line.fixed, ...others, ...line.placed.map(({ box }) => box)], pad);
};

/** Each pale band says what it is, once a crossing: in its widest piece, in the first run with room, else the shorter form. */
function placeInside(line: Line, plan: VoyagePlan, ship: ShipPlan | undefined, told: Told): void {
  const { row } = line;
  const pale = row.bands.filter((band) => band.opacity <= DARK);
  const undated = new Set<string>();
  for (const leg of new Set(pale.map((band) => band.legs.join()))) {
    const pieces = pale.filter((band) => band.legs.join() === leg);
    const [widest] = [...pieces].sort((a, b) => b.x2 - b.x1 - (a.x2 - a.x1));
    if (!widest) continue;
    const [first = '', ...shorter] = wordsInside(widest, plan, ship, told);
    if (undated.has(first)) continue;
    undated.add(first);
    const others = row.bands.filter((band) => !pieces.includes(band)).map(hullOf);
    // Words of all pieces may run across the gaps between them: they are of one crossing.
    const { top, bottom } = widest.strip;
    const y = row.selected ? baselines(top, bottom, line.size, 2)[0] : baselines(top, bottom, line.size, 1)[0];
    const [ahead, behind] = [(pieces[0]?.left.fade ?? 0) * CLEAR, (pieces.at(-1)?.right.fade ?? 0) * CLEAR];
    const [from, to] = innerRun(pieces, y, line.size);
    // Of what lies off the axis nothing is drawn.
    const [start, end] = [Math.max(from + ahead, line.left), Math.min(to - behind, line.right)];
    inside(line, [first, ...shorter], y, start, end, others);
  }
}

/** From the left end of the first piece to the right end of the last, at the height of words: ends may slant. */
function innerRun(pieces: readonly Band[], baseline: number, size: number): Run {
  const { y0, y1 } = wordsBox(0, baseline, 0, size);
  const at = ([xa, ya]: XY, [xb, yb]: XY): [number, number] => {
    const x = (y: number): number => (ya === yb ? xa : xa + ((y - ya) / (yb - ya)) * (xb - xa));
    return [x(y0), x(y1)];
  };
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return [0, 0];
  return [Math.max(...at(first.points[0], first.points[1])), Math.min(...at(last.points[3], last.points[2]))];
}

function inside(
  line: Line,
  texts: readonly string[],
  y: number,
  from: number,
  to: number,
  others: readonly Obstacle[],
): void {
  for (const text of texts) {
    const width = textWidth(text, line.size);
    const runs = runsAt(line, from, to, y, others).filter(([a, z]) => z - a >= width + 4);
    const [run] = [...runs].sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
    if (!run) continue;
    const [a, z] = run;
    // In a very wide band words read from its beginning, as prose does.
    const roomy = z - a > width * 2;
    const x = roomy ? a + Math.min(30, (z - a - width) / 2) : (a + z) / 2;
    put(line, { text, x, y, anchor: roomy ? 'start' : 'middle', bold: false, outside: false });
    return;
  }
}

/** Right of `after`, else left of `before`, within reach of it. */
function beside(line: Line, text: string, y: number, after: number, before: number, bold: boolean): boolean {
  const width = textWidth(text, line.size, bold ? 600 : 400);
  const bands = line.row.bands.map(hullOf);
  const right = runsAt(line, Math.max(after, line.left), line.right, y, bands, BESIDE).find(
    ([a, z]) => z - a >= width && a <= after + NEAR,
  );
  if (right) {
    put(line, { text, x: Math.max(right[0], after + BESIDE), y, anchor: 'start', bold, outside: true });
    return true;
  }
  const left = runsAt(line, line.left, Math.min(before, line.right), y, bands, BESIDE).findLast(
    ([a, z]) => z - a >= width && z >= before - NEAR,
  );
  if (!left) return false;
  put(line, { text, x: left[1], y, anchor: 'end', bold, outside: true });
  return true;
}

/** Lines under one another to the right of a dark band, else to its left; as many as there is room for. */
function tellStory(line: Line, plan: VoyagePlan, leg: number, lines: readonly string[]): boolean {
  const band = line.row.bands.find(
    (one) => one.legs.length === 1 && one.legs[0] === leg && one.voyage === plan.voyage.id,
  );
  if (!band) return false;
  const boxes = line.fixed.filter((obstacle): obstacle is Box => 'x0' in obstacle);
  const near = boxes.filter((box) => box.x0 <= band.x2 + BESIDE && box.x1 >= band.x2);
  const after = Math.max(band.x2, ...near.map((box) => box.x1));
  const { top, bottom } = band.strip;
  for (let count = lines.length; count > 0; count--) {
    const shown = lines.slice(0, count);
    const ys = baselines(top, bottom, line.size, Math.max(count, 3)).slice(0, count);
    const width = Math.max(...shown.map((text, at) => textWidth(text, line.size, at === 0 ? 600 : 400)));
    const x = after + BESIDE;
    const free = ys.every((y) =>
      runsAt(line, x, line.right, y, line.row.bands.map(hullOf), 2).some(([a, z]) => a <= x && z - a >= width),
    );
    if (!free) continue;
    shown.forEach((text, at) => {
      put(line, { text, x, y: ys[at] as number, anchor: 'start', bold: at === 0, outside: true });
    });
    return true;
  }
  return false;
}

function placeBesideDark(line: Line, plan: VoyagePlan, told: Told, toldLeg: number | null): void {
  for (const band of line.row.bands) {
    if (band.legs.length === 1 && band.legs[0] === toldLeg) continue;
    const text = wordsBeside(band, plan, told);
    if (text === null) continue;
    const { top, bottom } = band.strip;
    beside(line, text, baselines(top, bottom, line.size, 1)[0], band.x2, band.x1, true);
  }
}

function placeByLine(line: Line, text: string): void {
  const points = line.row.lines[0]?.points ?? [];
  if (points.length === 0) return;
  const xs = points.map(([x]) => x);
  const [y] = baselines(line.row.top, line.row.bottom, line.size, line.row.selected ? 2 : 1);
  const width = textWidth(text, line.size);
  const reach = 14;
  const end = Math.max(...xs);
  const right = runsAt(line, Math.max(end, line.left), line.right, y, [], 8).find(
    ([a, z]) => z - a >= width && a <= end + reach,
  );
  const start = Math.min(...xs);
  const left = runsAt(line, line.left, Math.min(start, line.right), y, [], 8).findLast(
    ([a, z]) => z - a >= width && z >= start - reach,
  );
  if (right) put(line, { text, x: right[0], y, anchor: 'start', bold: false, outside: false });
  else if (left) put(line, { text, x: left[1], y, anchor: 'end', bold: false, outside: false });
}

/** In the opened strip what a sighting showed stands beside its mark, off the dark bands; in the data's words, else in ours. */
function placeSightings(line: Line, told: Told, done: string | null): void {
  const dark = line.row.bands.filter((band) => band.opacity > DARK).map(hullOf);
  for (const mark of line.row.marks) {
    if (mark.sighting === done) continue;
    const sighting = told.sightings.find((one) => one.id === mark.sighting);
    if (!sighting) continue;
    const { x0, x1 } = markBox(mark, SIZES.left.mark);
    const y = mark.side === 'top' ? mark.y + 0.95 * line.size : mark.y - 0.45 * line.size;
    for (const text of [told.names.sighting(mark.sighting), sentenceOf(sighting, told)]) {
      if (text === '') continue;
      const width = textWidth(text, line.size);
      const left = runsAt(line, line.left, x0, y, dark, 3).findLast(([a, z]) => z - a >= width && z >= x0 - NEAR);
      const right = runsAt(line, x1, line.right, y, dark, 3).find(([a, z]) => z - a >= width && a <= x1 + NEAR);
      if (left) put(line, { text, x: left[1], y, anchor: 'end', bold: false, outside: false });
      else if (right) put(line, { text, x: right[0], y, anchor: 'start', bold: false, outside: false });
      else continue;
      break;
    }
  }
}
