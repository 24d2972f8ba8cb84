/**
 * What a fleet puts on the map at a moment, as plain numbers for a graphics card: where each ship is drawn, and the
 * stretches where she may be, in the Mercator square (`camera.ts`). The same lanes and shares as `map-marks.ts` draws; only
 * the form is another, since there are too many for a shape each.
 */
import type { Lane } from '../model/lanes.ts';
import { locate } from '../model/path.ts';
import type { Best, Stretch, Whereabouts } from '../model/whereabouts.ts';
import { mercatorX, mercatorY } from './camera.ts';

/** A ship by her number in the case, and where she is. */
export interface ShipOfFleet {
  readonly number: number;
  readonly now: Whereabouts;
}

/** A lane in the Mercator square. */
export interface LaneLine {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Length up to each point on the map, in sides of the square. */
  readonly lengths: Float64Array;
  /** Unit vectors to the left of the direction at each point. */
  readonly leftX: Float64Array;
  readonly leftY: Float64Array;
}

/** Numbers of a segment: from (high x, high y, low x, low y), to (the same), left at both ends (x, y), offset px, colour, lengths at both ends. */
export const SEGMENT_NUMBERS = 16;
/** Numbers of a mark: where (high x, high y, low x, low y), cosine and sine of the course, colour, 1 where it is filled. */
export const MARK_NUMBERS = 8;

export interface FleetMarks {
  readonly segments: Float32Array;
  readonly marks: Float32Array;
  /** Of each mark: the ship's number and where she is drawn. */
  readonly numbers: Uint32Array;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** Colours that ships are told apart by; the next ship has the first again (`ship-look.ts`). */
export const COLOURS = 6;

/**
 * A ship is drawn filled where published positions leave her less room than this, km. Everywhere else her mark is hollow:
 * illustrative.
 */
export const KNOWN_KM = 5;

const lines = new WeakMap<Lane, LaneLine>();

/** The line of a lane, worked out once. */
export function laneLine(lane: Lane): LaneLine {
  const known = lines.get(lane);
  if (known) return known;
  const { points } = lane.table;
  const xs = Float64Array.from(points, ([lon]) => mercatorX(lon));
  const ys = Float64Array.from(points, ([, lat]) => mercatorY(lat));
  const [lengths, leftX, leftY] = [0, 1, 2].map(() => new Float64Array(points.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const at = (list: Float64Array, index: number): number => list[index] as number;
  for (let point = 0; point < points.length; point++) {
    const [before, after] = [Math.max(0, point - 1), Math.min(points.length - 1, point + 1)];
    const [dx, dy] = [at(xs, after) - at(xs, before), at(ys, after) - at(ys, before)];
    const length = Math.hypot(dx, dy) || 1;
    leftX[point] = dy / length;
    leftY[point] = -dx / length;
    lengths[point] =
      point === 0
        ? 0
        : at(lengths, before) + Math.hypot(at(xs, point) - at(xs, before), at(ys, point) - at(ys, before));
  }
  const line = { xs, ys, lengths, leftX, leftY };
  lines.set(lane, line);
  return line;
}

/** A share of a lane as a place among its points: 2.5 is half way on the map from the third to the fourth. */
function placeOnLane({ table }: Lane, share: number): number {
  const on = locate(table, share);
  return on.leg + on.share;
}

const within = (list: Float64Array, place: number): number => {
  const low = Math.floor(place);
  const start = list[low] as number;
  return place === low ? start : start + ((list[low + 1] as number) - start) * (place - low);
};

/**
 * The marks of the ships that are under way.
 *
 * @param ships those that can be at sea; where the best guess is a port there is a stretch and no mark
 * @param step corners of a lane nearer than this to the one before are left out, sides of the Mercator square
 */
export function fleetMarks(ships: readonly ShipOfFleet[], step: number): FleetMarks {
  const pen = segmentPen();
  const drawn = ships.filter(({ now }) => now.best.kind === 'passage');
  const marks = new Float32Array(drawn.length * MARK_NUMBERS);
  const [xs, ys] = [new Float64Array(drawn.length), new Float64Array(drawn.length)];
  for (const { number, now } of ships) {
    for (const stretch of now.stretches) pen.stretch(stretch, number, step);
  }
  drawn.forEach(({ number, now }, at) => {
    const best = now.best as Extract<Best, { kind: 'passage' }>;
    const line = laneLine(best.lane);
    const place = placeOnLane(best.lane, best.share);
    const [x, y] = [within(line.xs, place), within(line.ys, place)];
    const leg = Math.min(Math.floor(place), line.xs.length - 2);
    const turn = best.reversed ? -1 : 1;
    const [east, south] = [
      (line.xs[leg + 1] ?? x) - (line.xs[leg] ?? x),
      (line.ys[leg + 1] ?? y) - (line.ys[leg] ?? y),
    ];
    const length = Math.hypot(east, south);
    // A lane of no length has no course: its bearing is north, as everywhere.
    const [dx, dy] = length > 0 ? [(turn * east) / length, (turn * south) / length] : [0, -turn];
    xs[at] = x;
    ys[at] = y;
    // The bow of a mark points up the picture: it is turned from there, clockwise.
    marks.set([...split(x, y), -dy, dx, number % COLOURS, isKnown(now) ? 1 : 0], at * MARK_NUMBERS);
  });
  return { segments: pen.segments(), marks, numbers: Uint32Array.from(drawn, ({ number }) => number), xs, ys };
}

/** Segments of whole lanes, on the line itself. `colour`: the number they are drawn with. */
export function laneSegments(lanes: readonly Lane[], colour: number): Float32Array {
  const pen = segmentPen(lanes.reduce((sum, { table }) => sum + table.points.length, 1));
  for (const lane of lanes) pen.piece(laneLine(lane), 0, lane.table.points.length - 1, 0, colour, 0);
  return pen.segments();
}

/** The nearest of some places to a point, no further than `most`, all in sides of the Mercator square; -1 where none is so near. Copies of the world count. */
export function nearestMark(
  xs: Float64Array,
  ys: Float64Array,
  [x, y]: readonly [number, number],
  most: number,
): number {
  let [nearest, least] = [-1, most];
  for (let at = 0; at < xs.length; at++) {
    const across = (xs[at] as number) - x;
    const distance = Math.hypot(across - Math.round(across), (ys[at] as number) - y);
    if (distance > least) continue;
    [nearest, least] = [at, distance];
  }
  return nearest;
}

/** Published positions are this near on both sides. */
function isKnown({ best, stretches }: Whereabouts): boolean {
  if (best.kind !== 'passage' || best.lane.kind !== 'track') return false;
  return stretches.every(({ lane, from, to }) => lane === best.lane && (to - from) * lane.km <= KNOWN_KM);
}

/** Two numbers that add up to a coordinate: the graphics card keeps only seven figures of one. */
function split(x: number, y: number): [number, number, number, number] {
  const [highX, highY] = [Math.fround(x), Math.fround(y)];
  return [highX, highY, x - highX, y - highY];
}

/** Distance of a ribbon from its lane, px, and its width: each colour has a place of its own beside the lane. */
export const RIBBON = { nearest: 2.5, step: 3.2, width: 2.6 } as const;

/** Writes segments one after the other, in as much room as it takes; `first`: about how many there will be. */
function segmentPen(first = 1024) {
  let room = new Float32Array(first * SEGMENT_NUMBERS);
  let used = 0;
  const putPlace = (line: LaneLine, place: number, at: number): void => {
    const [x, y] = [within(line.xs, place), within(line.ys, place)];
    const [highX, highY] = [Math.fround(x), Math.fround(y)];
    room[at] = highX;
    room[at + 1] = highY;
    room[at + 2] = x - highX;
    room[at + 3] = y - highY;
  };
  const put = (line: LaneLine, from: number, to: number, offset: number, colour: number): void => {
    if (used + SEGMENT_NUMBERS > room.length) {
      const more = new Float32Array(room.length * 2);
      more.set(room);
      room = more;
    }
    putPlace(line, from, used);
    putPlace(line, to, used + 4);
    room[used + 8] = within(line.leftX, from);
    room[used + 9] = within(line.leftY, from);
    room[used + 10] = within(line.leftX, to);
    room[used + 11] = within(line.leftY, to);
    room[used + 12] = offset;
    room[used + 13] = colour;
    room[used + 14] = within(line.lengths, from);
    room[used + 15] = within(line.lengths, to);
    used += SEGMENT_NUMBERS;
  };
  const piece = (line: LaneLine, from: number, to: number, offset: number, colour: number, step: number): void => {
    let last = from;
    let length = within(line.lengths, from);
    for (let corner = Math.floor(from) + 1; corner < to; corner++) {
      if ((line.lengths[corner] as number) - length < step) continue;
      put(line, last, corner, offset, colour);
      last = corner;
      length = line.lengths[corner] as number;
    }
    if (to > last) put(line, last, to, offset, colour);
  };
  return {
    piece,
    /** Beside the lane, on the side and as far out as the ship's colour has it, whichever way the lane runs. */
    stretch({ lane, from, to }: Stretch, number: number, step: number): void {
      const line = laneLine(lane);
      const colour = number % COLOURS;
      const distance = RIBBON.nearest + Math.floor(colour / 2) * RIBBON.step;
      const rightwards = (line.xs[0] ?? 0) <= (line.xs.at(-1) ?? 0);
      const offset = (colour % 2 === 0) === rightwards ? distance : -distance;
      piece(line, placeOnLane(lane, from), placeOnLane(lane, to), offset, colour, step);
    },
    segments: () => room.slice(0, used),
  };
}
