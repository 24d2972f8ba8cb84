/**
 * Schedules of a grid whose far gaps no dynamic programme can count. They are drawn by a walk:
 * some events are moved together, by a number of steps drawn evenly from all that keep every bound
 * (Gibbs sampling along such directions, which leaves the even distribution as it is). Events
 * whose gap cannot change move as one. The walk can then reach every schedule from every other, by
 * way of the one that has the earlier of the two moments of each event: below any later schedule
 * some single event can be raised by a step, since were each of those that must rise held down by
 * another, bounds met with equality would close a cycle, and its events could not change their gaps.
 *
 * The number of schedules comes from subset simulation (Au and Beck, "Estimation of small failure
 * probabilities in high dimensions by subset simulation", 2001): the far gaps are tightened from
 * no bound at all, where the count is exact, level by level, by the share that each level keeps.
 */
import { chainSpace } from './chain-counts.ts';
import type { FarGap } from './event-chain.ts';
import { randomNumbers } from './random-numbers.ts';
import { momentsOf, type ScheduleGrid, type Steps } from './schedule-grid.ts';
import type { ScheduleSpace } from './schedule-space.ts';

/** Sweeps before the first schedule, and between two. A sweep is a move for each event. */
const FIRST_SWEEPS = 300;
const SWEEPS = 25;
/** Schedules drawn at a level, and for the shares of moments. */
const SAMPLES = 2000;
/** Share of the schedules of one level that the next should keep. */
const KEPT = 0.3;

/** All schedules of a grid, counted and drawn by a walk. The count and the shares are estimates, the same in every run. */
export function walkSpace(grid: ScheduleGrid): ScheduleSpace {
  const free = chainSpace({ ...grid, far: [] });
  const sampler = (random: () => number): (() => Steps) => walker(grid, 0, random);
  return {
    method: 'random walk',
    grid,
    count: { ...free.count, value: free.count.value * keptShare(grid, free.sampler(randomNumbers(0, 'free'))) },
    sampler,
    sharesPassed(moments) {
      const next = sampler(randomNumbers(0, 'shares'));
      const drawn = Array.from({ length: SAMPLES }, () => momentsOf(grid, next()));
      return grid.sizes.map((_, event) =>
        Float64Array.from(
          moments,
          (moment) => drawn.filter((one) => (one[event] as number) <= moment).length / SAMPLES,
        ),
      );
    },
  };
}

/** What share of the schedules without far gaps keeps those gaps. */
function keptShare(grid: ScheduleGrid, free: () => Steps): number {
  let [share, slack, next] = [1, Infinity, free];
  while (slack > 0) {
    const lacks: number[] = [];
    // A schedule that lacks less exists, and the walk comes to it.
    while (lacks.length < SAMPLES || lacks.every((lack) => lack > 0 && lack >= slack)) lacks.push(lackOf(grid, next()));
    lacks.sort((a, b) => a - b);
    const wanted = lacks[Math.floor(lacks.length * KEPT)] as number;
    const level = wanted < slack ? wanted : slack - 1;
    share *= lacks.filter((lack) => lack <= level).length / lacks.length;
    slack = level;
    next = walker(grid, slack, randomNumbers(0, `slack ${slack}`));
  }
  return share;
}

/** By how many steps a schedule misses the far gap that it misses most. */
function lackOf({ far }: ScheduleGrid, steps: Steps): number {
  return far.reduce(
    (most, { from, to, least }) => Math.max(most, least - (steps[to] as number) + (steps[from] as number)),
    0,
  );
}

/** Walks over the schedules of a grid, its far gaps loosened by a slack (steps), from the one with all events at their earliest. */
function walker(grid: ScheduleGrid, slack: number, random: () => number): () => Steps {
  const bounds = stepBounds(grid, slack);
  const groups = rigidGroups(grid.sizes.length, bounds);
  const steps = new Float64Array(grid.sizes.length);
  const groupOf = (event: number): number => groups.findIndex((group) => group.includes(event));
  // The origin is event -1: it is in no group and never moves.
  const crossing = bounds
    .map((bound) => ({ ...bound, tail: groupOf(bound.from), head: groupOf(bound.to) }))
    .filter(({ tail, head }) => tail !== head);
  const move = (): void => {
    const one = Math.floor(random() * groups.length);
    const other = random() < 0.5 ? one : Math.floor(random() * groups.length);
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    let [down, up] = [-Infinity, Infinity];
    for (const { tail, head, from, to, least } of crossing) {
      const [movesTail, movesHead] = [tail >= first && tail <= last, head >= first && head <= last];
      if (movesTail === movesHead) continue;
      const spare = (steps[to] ?? 0) - (steps[from] ?? 0) - least;
      if (movesHead) down = Math.max(down, -spare);
      else up = Math.min(up, spare);
    }
    const by = down + Math.floor(random() * (up - down + 1));
    for (const group of groups.slice(first, last + 1))
      for (const event of group) steps[event] = (steps[event] ?? 0) + by;
  };
  const sweep = (times: number): void => {
    for (let moves = times * groups.length; moves > 0; moves--) move();
  };
  sweep(FIRST_SWEEPS);
  return () => {
    sweep(SWEEPS);
    return steps.slice();
  };
}

/** The origin of the steps, among the events. */
const ZERO = -1;

/** Every bound of a grid in steps: on each event, between neighbours, and far. */
function stepBounds({ sizes, gaps, far }: ScheduleGrid, slack: number): FarGap[] {
  return [
    ...sizes.flatMap((size, at) => [
      { from: ZERO, to: at, least: 0 },
      { from: at, to: ZERO, least: 1 - size },
    ]),
    ...gaps.flatMap(({ least, most }, at) => [
      { from: at, to: at + 1, least },
      { from: at + 1, to: at, least: -most },
    ]),
    ...far.map((gap) => ({ ...gap, least: gap.least - slack })),
  ].filter(({ least }) => least > -Infinity);
}

/** Events whose gap can take one value only, together; those that cannot move at all are left out. */
function rigidGroups(count: number, bounds: readonly FarGap[]): number[][] {
  const events = Array.from({ length: count + 1 }, (_, at) => at + ZERO);
  const far = events.map((from) => events.map((to) => (from === to ? 0 : -Infinity)));
  const row = (event: number): number[] => far[event - ZERO] as number[];
  const gap = (from: number, to: number): number => row(from)[to - ZERO] as number;
  const raise = (from: number, to: number, least: number): void => {
    row(from)[to - ZERO] = Math.max(gap(from, to), least);
  };
  for (const { from, to, least } of bounds) raise(from, to, least);
  for (const by of events) {
    for (const from of events) for (const to of events) raise(from, to, gap(from, by) + gap(by, to));
  }
  const groups: number[][] = [];
  for (const event of events) {
    const group = groups.find(([first = ZERO]) => gap(first, event) + gap(event, first) === 0);
    if (group) group.push(event);
    else groups.push([event]);
  }
  return groups.slice(1);
}
