/** The schedules that fit, ship by ship, as plain data: what a worker hands to the page. */
import { DAY, readEdtf } from '../model/edtf.ts';
import type { Dataset } from '../model/records.ts';
import type { LegTimes } from '../model/schedule.ts';
import type { Ways } from '../model/voyage-network.ts';
import { dayShares, momentsOfPeriod, type PlaceShare, sharesByPlace } from './day-shares.ts';
import { type FittingSchedules, type NoSchedules, type OrderShare, schedulesThatFit } from './fitting-schedules.ts';

export interface ScheduleQuestion {
  /** Whole number: one seed gives one set of outcomes. */
  readonly seed: number;
  /** Outcomes of each ship, 0 or more. */
  readonly draws: number;
  /** Knots: no passage is slower, waits included; null: a passage may take any time. */
  readonly slowest: number | null;
}

/** What is asked as long as a reader asks for nothing else. */
export const FIRST_QUESTION: ScheduleQuestion = { seed: 1, draws: 100, slowest: null };

/** One voyage of a drawn schedule. */
export interface DrawnVoyage {
  readonly voyage: string;
  readonly legs: readonly LegTimes[];
}

/** A schedule that fits, its voyages in the order sailed. */
export type Outcome = readonly DrawnVoyage[];

export interface ShipSchedules extends Pick<FittingSchedules, 'possible' | 'method' | 'unit' | 'total' | 'leftOut'> {
  readonly vessel: string;
  readonly orders: readonly OrderShare[];
  /** Milliseconds that each moment stands for, half of them before it. */
  readonly step: number;
  /** UTC ms, rising: the middle of each step. */
  readonly moments: readonly number[];
  /** The shares of one moment add up to 1. */
  readonly shares: readonly PlaceShare[];
  readonly outcomes: readonly Outcome[];
}

export type ShipAnswer = ShipSchedules | (NoSchedules & { readonly vessel: string });

/** Moments that shares are worked out for, at most: no picture has room for more. */
export const MOST_MOMENTS = 400;

/**
 * Counts and draws the schedules of every ship that has voyages.
 *
 * @returns in the order of the case's vessels
 * @throws EdtfError where a date of the records cannot be read (`dataset/` lets none through)
 */
export function shipSchedules(
  dataset: Dataset,
  ways: Ways,
  { seed, draws, slowest }: ScheduleQuestion,
): readonly ShipAnswer[] {
  const step = stepFor(dataset);
  return dataset.vessels.flatMap(({ id: vessel }): ShipAnswer[] => {
    const voyages = dataset.voyages.filter((voyage) => voyage.vessel === vessel);
    if (voyages.length === 0) return [];
    const fitting = schedulesThatFit(dataset, ways, voyages, slowest === null ? {} : { slowest });
    if (!fitting.possible) return [{ vessel, ...fitting }];
    const { possible, method, unit, orders, total, leftOut } = fitting;
    const moments = momentsOfPeriod(dataset, fitting, step);
    return [
      {
        vessel,
        possible,
        method,
        unit,
        orders,
        total,
        leftOut,
        step,
        moments,
        shares: sharesByPlace(dayShares(fitting, moments)),
        outcomes: fitting
          .draw(draws, seed)
          .map((schedule) => [...schedule].map(([voyage, legs]) => ({ voyage, legs }))),
      },
    ];
  });
}

/** A day, or as many whole days as keep the moments few. An open period is taken as short: its ships bound it. */
function stepFor({ window, assumptions }: Dataset): number {
  const { earliest, latest } = readEdtf(window.date, assumptions.approximate.value);
  const days = (latest - earliest) / DAY;
  return DAY * (Number.isFinite(days) ? Math.max(1, Math.ceil(days / MOST_MOMENTS)) : 1);
}
