/** Which ships, and which part of the axis, the settings `only`, `ports` and `period` leave. */
import { readEdtf, type Window } from '../model/edtf.ts';
import type { ShipPlan } from '../model/plan.ts';
import type { Case } from './case.ts';

export interface Limits {
  readonly only: readonly string[] | null;
  readonly ports: readonly string[] | null;
  readonly period: string | null;
}

/** The axis (UTC ms), or as much of it as a period (EDTF) has; all of it where the period has none. */
export function axisWithin(axis: Window, period: string | null): Window {
  if (period === null || isOutside(axis, period)) return axis;
  const { earliest, latest } = readEdtf(period);
  return { earliest: Math.max(axis.earliest, earliest), latest: Math.min(axis.latest, latest) };
}

/**
 * The ships that are let through: those of `only`, that call at a port of `ports`, and of which a voyage may be under way
 * in the period. A ship is shown with all her voyages or not at all, so that nothing is left out of where she may be.
 *
 * @returns null where nothing is limited
 */
export function shipsWithin({ ships }: Case, { only, ports, period }: Limits): ReadonlySet<ShipPlan> | null {
  if (only === null && ports === null && period === null) return null;
  const among = only && new Set(only);
  const window = period === null ? null : readEdtf(period);
  return new Set(
    ships.filter(
      (ship) =>
        among?.has(ship.vessel.id) !== false &&
        (!ports ||
          ship.voyages.some(({ voyage }) =>
            voyage.legs.some(({ from, to }) => ports.includes(from) || ports.includes(to)),
          )) &&
        (!window || ship.voyages.some((plan) => mayFallIn(plan, window))),
    ),
  );
}

/** A voyage without dates that fit is in no period, and in none it is not. */
function mayFallIn({ legs }: ShipPlan['voyages'][number], { earliest, latest }: Window): boolean {
  const [first, last] = [legs[0], legs.at(-1)];
  return !first || !last || (first.depart.earliest < latest && last.arrive.latest >= earliest);
}

/** Whether a period (EDTF) has nothing of an axis. */
export function isOutside({ earliest, latest }: Window, period: string): boolean {
  const window = readEdtf(period);
  return window.earliest >= latest || window.latest <= earliest;
}
