/**
 * How many schedules a grid has, and draws from them with equal chances, where nothing but windows
 * and gaps between neighbours bounds it: dynamic programming backwards counts the ways to go on
 * from each step of each event, drawing forwards by these counts makes every schedule equally
 * likely, and the same forwards gives the share of schedules with an event at each step. Exact,
 * up to the rounding of floating-point sums, none of which subtracts.
 */
import type { Gap } from './event-chain.ts';
import { type Count, SCALE, type ScheduleGrid } from './schedule-grid.ts';
import type { ScheduleSpace } from './schedule-space.ts';

/**
 * All schedules of a grid without far gaps.
 *
 * Time and memory grow with the steps of all events together.
 *
 * @throws RangeError where the grid has far gaps, which this method would not heed
 */
export function chainSpace(grid: ScheduleGrid): ScheduleSpace {
  if (grid.far.length > 0) throw new RangeError('gaps between events that are no neighbours cannot be counted');
  const { waysOn, count } = countBackwards(grid);
  // From each step on: to pick one of all later steps in few comparisons.
  const laterWays = waysOn.map((ways, at) => (reachesEnd(grid, at) ? sumsToEnd(ways, Infinity) : undefined));
  return {
    method: 'exact',
    grid,
    count,
    sampler: (random) => () => {
      const steps: number[] = [];
      waysOn.forEach((ways, at) => {
        const { least, most } = grid.gaps[at - 1] ?? FREE;
        const before = steps[at - 1] ?? 0;
        const first = Math.max(0, before + least);
        const later = laterWays[at];
        // 1 - random is never 0: a step that nothing can follow is never picked.
        const share = 1 - random();
        steps.push(later ? pickLater(later, first, share) : pickAmong(ways, first, before + most, share));
      });
      return steps;
    },
    sharesPassed: (moments) => sharesForwards(grid, waysOn, moments),
  };
}

const FREE: Gap = { least: -Infinity, most: Infinity };

/** May the event fall on any step after its first possible one? */
const reachesEnd = ({ gaps, sizes }: ScheduleGrid, at: number): boolean =>
  (gaps[at - 1]?.most ?? Infinity) >= (sizes[at] as number) - 1;

/** For each event, the number of ways to go on from each of its steps, each array to a scale of its own. */
function countBackwards({ sizes, gaps }: ScheduleGrid): { waysOn: Float64Array[]; count: Count } {
  const waysOn: Float64Array[] = sizes.map(() => new Float64Array());
  let power = 0;
  for (let at = sizes.length - 1; at >= 0; at--) {
    const size = sizes[at] as number;
    const [gap, next] = [gaps[at], waysOn[at + 1]];
    const ways = gap && next ? windowSums(next, size, gap.least, gap.most) : new Float64Array(size).fill(1);
    if (scaleDown(ways)) power++;
    waysOn[at] = ways;
  }
  return { waysOn, count: { value: sumsToEnd(waysOn[0] ?? new Float64Array(), Infinity)[0] ?? 1, power } };
}

/** For each event, the share of schedules in which it has happened at each moment. */
function sharesForwards(
  { starts, sizes, gaps, unit }: ScheduleGrid,
  waysOn: readonly Float64Array[],
  moments: readonly number[],
): Float64Array[] {
  let waysTo: Float64Array = new Float64Array();
  return waysOn.map((ways, at) => {
    const size = sizes[at] as number;
    const gap = gaps[at - 1];
    waysTo = gap ? windowSums(waysTo, size, -gap.most, -gap.least) : new Float64Array(size).fill(1);
    scaleDown(waysTo);
    const through = new Float64Array(size);
    for (let step = 0; step < size; step++) through[step] = (waysTo[step] as number) * (ways[step] as number);
    const upTo = sumsFromStart(through, Infinity);
    const all = upTo[size - 1] as number;
    return Float64Array.from(moments, (moment) => {
      const step = Math.floor((moment - (starts[at] as number)) / unit);
      return step < 0 ? 0 : (upTo[Math.min(step, size - 1)] as number) / all;
    });
  });
}

/**
 * The sums of the values at n + from to n + to, both included, for n from 0 to `size` - 1; what
 * lies outside counts as 0.
 *
 * With both ends in reach, blocks as long as the window are summed from their start and from their
 * end, and every window is the end of one block and the start of the next (van Herk 1992, Gil and Werman 1993).
 *
 * @param from whole, `to` or less; -Infinity for all before
 * @param to whole; Infinity for all after
 */
export function windowSums(values: Float64Array, size: number, from: number, to: number): Float64Array {
  const sums = new Float64Array(size);
  const last = values.length - 1;
  if (to >= last) {
    const later = sumsToEnd(values, Infinity);
    for (let n = 0; n < size && n + from <= last; n++) sums[n] = later[Math.max(0, n + from)] as number;
  } else if (from <= 1 - size) {
    const earlier = sumsFromStart(values, Infinity);
    for (let n = Math.max(0, -to); n < size; n++) sums[n] = earlier[Math.min(last, n + to)] as number;
  } else {
    const length = to - from + 1;
    const padded = new Float64Array(size + length - 1);
    for (let at = Math.max(0, -from); at < padded.length && at + from <= last; at++) {
      padded[at] = values[at + from] as number;
    }
    const [later, earlier] = [sumsToEnd(padded, length), sumsFromStart(padded, length)];
    for (let n = 0; n < size; n++) {
      const end = n % length === 0 ? 0 : (earlier[n + length - 1] as number);
      sums[n] = (later[n] as number) + end;
    }
  }
  return sums;
}

/** For each place the sum from it to the end of its block. */
function sumsToEnd(values: Float64Array, block: number): Float64Array {
  const sums = new Float64Array(values.length);
  let sum = 0;
  for (let at = values.length - 1; at >= 0; at--) {
    sum = (at + 1) % block === 0 ? (values[at] as number) : sum + (values[at] as number);
    sums[at] = sum;
  }
  return sums;
}

/** For each place the sum from the start of its block to it. */
function sumsFromStart(values: Float64Array, block: number): Float64Array {
  const sums = new Float64Array(values.length);
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    sum = at % block === 0 ? (values[at] as number) : sum + (values[at] as number);
    sums[at] = sum;
  }
  return sums;
}

/** Divides the values by the scale where one of them has passed it. */
function scaleDown(values: Float64Array): boolean {
  let greatest = 0;
  for (let at = 0; at < values.length; at++) greatest = Math.max(greatest, values[at] as number);
  if (greatest <= SCALE) return false;
  for (let at = 0; at < values.length; at++) values[at] = (values[at] as number) / SCALE;
  return true;
}

/** The step, `first` or later, at which the sum from it to the end still reaches a share (0 < share <= 1) of that from `first`. */
function pickLater(later: Float64Array, first: number, share: number): number {
  const wanted = share * (later[first] as number);
  let [reaches, fails] = [first, later.length];
  while (fails - reaches > 1) {
    const middle = (reaches + fails) >> 1;
    if ((later[middle] as number) >= wanted) reaches = middle;
    else fails = middle;
  }
  return reaches;
}

/** A step from `first` to `last`, each by its number of ways. */
function pickAmong(ways: Float64Array, first: number, last: number, share: number): number {
  const later = sumsToEnd(ways.subarray(first, last + 1), Infinity);
  return first + pickLater(later, 0, share);
}
