/**
 * Schedules that can be counted: each event of a chain moves in equal steps, from the earliest
 * moment that it may fall on. All events at their earliest satisfy every bound of a temporal
 * network, so that no grid is empty however narrow a window is, and every schedule of a grid
 * satisfies the bounds to the millisecond: only gaps in steps are rounded, never times.
 */
import { DAY, HOUR } from '../model/edtf.ts';
import type { EventChain, FarGap, Gap } from './event-chain.ts';

const MINUTE = 60_000;

/** The steps that a grid may have, ms, the finest first. */
export const UNITS: readonly number[] = [
  1,
  100,
  1000,
  10_000,
  ...[1, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 3, 6, 12].map((hours) => hours * HOUR),
  DAY,
];

export interface ScheduleGrid {
  /** Milliseconds in a step. */
  readonly unit: number;
  /** UTC ms of step 0 of each event. */
  readonly starts: readonly number[];
  /** How many steps each event may take: from 0 to one less. */
  readonly sizes: readonly number[];
  /** Steps between event n and event n + 1: `least` is 0 or less, `most` 0 or more. */
  readonly gaps: readonly Gap[];
  /** The same for events that are no neighbours; `least` is 0 or less. */
  readonly far: readonly FarGap[];
}

/** A schedule of a grid: the step of each event. */
export type Steps = ArrayLike<number>;

/**
 * Lays a grid on a chain whose windows are all finite.
 *
 * @param unit ms, more than 0
 */
export function gridOf({ windows, gaps, far }: EventChain, unit: number): ScheduleGrid {
  const starts = windows.map(({ earliest }) => earliest);
  const start = (at: number): number => starts[at] as number;
  // The earliest moments satisfy every bound: 0 can be passed by the rounding of a sum alone.
  const least = (from: number, to: number, gap: number): number =>
    Math.min(0, Math.ceil((start(from) + gap - start(to)) / unit));
  return {
    unit,
    starts,
    sizes: windows.map(({ earliest, latest }) => Math.floor((latest - earliest) / unit) + 1),
    gaps: gaps.map((gap, at) => ({ least: least(at, at + 1, gap.least), most: 0 - least(at + 1, at, -gap.most) })),
    far: far.map(({ from, to, least: gap }) => ({ from, to, least: least(from, to, gap) })),
  };
}

/** Steps of all events together that are counted in no time: units below an hour take no more. */
const FEW_CELLS = 500_000;

/**
 * The unit for some grids: the finest that takes little time, but not more than an hour where
 * `mostCells` allow.
 *
 * @param mostCells steps of all events of all grids together, at most
 * @returns ms, one of `UNITS`, or undefined where even a day is too fine
 */
export function unitFor(chains: readonly EventChain[], mostCells: number): number | undefined {
  const windows = chains.flatMap((chain) => chain.windows);
  const width = windows.reduce((sum, { earliest, latest }) => sum + latest - earliest, 0);
  const cells = (unit: number): number => width / unit + windows.length;
  return UNITS.find((unit) => cells(unit) <= (unit < HOUR ? Math.min(FEW_CELLS, mostCells) : mostCells));
}

/** The moments of a schedule, UTC ms. */
export function momentsOf({ starts, unit }: ScheduleGrid, steps: Steps): number[] {
  return starts.map((start, at) => start + (steps[at] as number) * unit);
}

/**
 * A number of schedules: `value` times 2^512 to the power of `power`. The value is exact as long
 * as it is below 2^53; scaled by powers of two alone, it is the same on every machine.
 */
export interface Count {
  readonly value: number;
  readonly power: number;
}

/** 2^512: larger values are scaled down by it. */
export const SCALE = 2 ** 512;

/** What share of their sum each count is. */
export function sharesOf(counts: readonly Count[]): number[] {
  const { values, sum } = aligned(counts);
  return values.map((value) => value / sum);
}

/** The decimal logarithm of the sum of counts; -Infinity of none. */
export function log10Of(counts: readonly Count[]): number {
  const { sum, power } = aligned(counts);
  return Math.log10(sum) + power * Math.log10(SCALE);
}

function aligned(counts: readonly Count[]): { values: number[]; sum: number; power: number } {
  const power = counts.reduce((most, count) => Math.max(most, count.power), 0);
  const values = counts.map((count) => {
    let value = count.value;
    for (let below = count.power; below < power; below++) value /= SCALE;
    return value;
  });
  return { values, sum: values.reduce((sum, value) => sum + value, 0), power };
}
