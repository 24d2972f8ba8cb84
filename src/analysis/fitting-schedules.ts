/**
 * Which schedules fit: all departures and arrivals of one ship that satisfy every bound, in every
 * order of her voyages that fits, each as likely as any other.
 *
 * What is counted: the moment of every departure and of every arrival, in equal steps (`unit`)
 * from the earliest moment it may fall on in that order. A passage takes its least time or longer:
 * the claims do not say that a ship sails on without waiting, so waits at sea count as well,
 * and where dates are wide they make up much of the time at sea. `slowest` leaves long waits out.
 * An order with more room has more schedules and counts for as much more.
 * Equal weights are a convention that favours nothing, not a probability of what happened.
 *
 * The bounds that records make are windows and gaps between neighbouring events (`event-chain.ts`),
 * so that counting is exact (`chain-counts.ts`). Other bounds are left to a random walk.
 */
import type { Dataset, Voyage } from '../model/records.ts';
import type { LegTimes, Schedule } from '../model/schedule.ts';
import { type Bound, tighten } from '../model/temporal-network.ts';
import { arrival, departure, leastPassage, passageTime, type Ways, type Why } from '../model/voyage-network.ts';
import { type FittingOrder, fittingOrders } from '../model/voyage-orders.ts';
import { chainSpace } from './chain-counts.ts';
import { chainOf, type EventChain } from './event-chain.ts';
import { randomNumbers } from './random-numbers.ts';
import { walkSpace } from './random-walk.ts';
import { gridOf, log10Of, momentsOf, sharesOf, unitFor } from './schedule-grid.ts';
import type { Method, ScheduleSpace } from './schedule-space.ts';

export interface ScheduleOptions {
  /** Milliseconds in a step, more than 0. Where it is left out, one of `UNITS` (`unitFor`). */
  readonly unit?: number;
  /** Knots: no passage is slower, waits included. Where it is left out, a passage may take any time. */
  readonly slowest?: number;
  /** Steps of all events of all orders together, at most: they set the time and the memory taken. */
  readonly mostCells?: number;
}

/** Reached by ships with hundreds of orders only: takes about 64 MB. */
export const MOST_CELLS = 4_000_000;

export interface OrderShare {
  /** Ids in the order sailed. */
  readonly voyages: readonly string[];
  /** Share of all schedules that are in this order, 0 to 1. */
  readonly share: number;
  readonly method: Method;
}

export interface FittingSchedules {
  readonly possible: true;
  /** `exact` where every order is. */
  readonly method: Method;
  /** Milliseconds in a step. */
  readonly unit: number;
  /** Orders that fit, as `fittingOrders` lists them. */
  readonly orders: readonly OrderShare[];
  /** Decimal logarithm of the number of schedules, all orders together. */
  readonly total: number;
  /** Voyages that contradict themselves: no schedule has them. */
  readonly leftOut: readonly string[];
  /**
   * Draws schedules, independent of each other and each as likely as any other.
   * The first ones are the same however many are drawn.
   *
   * @param n how many, 0 or more
   * @param seed whole number; one seed and one ship give one set of schedules
   * @returns times by voyage, the voyages in the order sailed
   */
  draw(n: number, seed: number): Schedule[];
  /** What the above rests on, for `day-shares.ts`: an entry for each order. */
  readonly spaces: readonly OrderSpace[];
}

export interface OrderSpace {
  readonly voyages: readonly Voyage[];
  readonly space: ScheduleSpace;
}

/**
 * Why there is nothing to draw from. `no voyages`: the ship has none. `contradiction`: no order
 * fits. `too many orders`: more than are listed. `open`: a window has no end, so that there are
 * infinitely many schedules. `too wide`: even steps of a day are more cells than allowed.
 */
export type NoSchedulesWhy = 'no voyages' | 'contradiction' | 'too many orders' | 'open' | 'too wide';

export interface NoSchedules {
  readonly possible: false;
  readonly why: NoSchedulesWhy;
  /** The voyages that it lies with. */
  readonly voyages: readonly string[];
}

/**
 * Counts the schedules of one ship that fit, ready to be drawn from.
 *
 * @param voyages all voyages of the ship, in any order
 * @throws EdtfError where a date of the records cannot be read (`dataset/` lets none through)
 */
export function schedulesThatFit(
  dataset: Dataset,
  ways: Ways,
  voyages: readonly Voyage[],
  { unit: asked, slowest, mostCells = MOST_CELLS }: ScheduleOptions = {},
): FittingSchedules | NoSchedules {
  const none = (why: NoSchedulesWhy, those: readonly Voyage[]): NoSchedules => ({
    possible: false,
    why,
    voyages: those.map(({ id }) => id),
  });
  if (voyages.length === 0) return none('no voyages', []);
  const { fitting: anySpeed, alone, tooMany } = fittingOrders(dataset, ways, voyages);
  if (tooMany) return none('too many orders', voyages);
  const fitting =
    slowest === undefined ? anySpeed : anySpeed.flatMap((order) => noSlower(dataset, ways, order, slowest));
  if (fitting.length === 0) return none('contradiction', voyages);
  const chains = fitting.map((order) => chainOf(order.voyages, order.bounds, order.solution));
  const open = voyages.filter((voyage) => fitting.some((order) => isOpen(order, voyage)));
  if (open.length > 0) return none('open', open);
  const unit = asked ?? unitFor(chains, mostCells);
  if (unit === undefined) return none('too wide', voyages);
  const spaces = fitting.map((order, at) => ({
    voyages: order.voyages,
    space: spaceOf(chains[at] as EventChain, unit),
  }));
  const counts = spaces.map(({ space }) => space.count);
  const shares = sharesOf(counts);
  return {
    possible: true,
    method: spaces.every(({ space }) => space.method === 'exact') ? 'exact' : 'random walk',
    unit,
    orders: spaces.map((one, at) => ({
      voyages: one.voyages.map(({ id }) => id),
      share: shares[at] as number,
      method: one.space.method,
    })),
    total: log10Of(counts),
    leftOut: voyages.filter((voyage) => !alone.some((one) => one.voyages.includes(voyage))).map(({ id }) => id),
    draw: (n, seed) => drawFrom(spaces, shares, n, randomNumbers(seed, voyages[0]?.vessel)),
    spaces,
  };
}

/** All schedules of a chain of events: exactly counted where that can be done. */
export function spaceOf(chain: EventChain, unit: number): ScheduleSpace {
  const grid = gridOf(chain, unit);
  return chain.far.length === 0 ? chainSpace(grid) : walkSpace(grid);
}

/** The order with each passage bounded above, where it still fits. A published track that is slower disproves the bound. */
function noSlower(dataset: Dataset, ways: Ways, { voyages, bounds }: FittingOrder, knots: number): FittingOrder[] {
  const bounded = voyages.flatMap((voyage) =>
    voyage.legs.map((leg, at): Bound<Why> => {
      const { km } = ways.legPath(voyage, at).lane;
      const [first, last] = [leg.track[0], leg.track.at(-1)];
      const tracked = first && last ? last.time - first.time : 0;
      const most = Math.max(passageTime(km, knots), leastPassage(leg, km, dataset.assumptions), tracked);
      return {
        from: arrival(voyage.id, at),
        to: departure(voyage.id, at),
        least: -most,
        why: { kind: 'passage', voyage: voyage.id, leg: at, claims: [] },
      };
    }),
  );
  const all = [...bounds, ...bounded];
  const solution = tighten(all);
  return solution.consistent ? [{ voyages, bounds: all, solution }] : [];
}

function isOpen({ voyages, solution }: FittingOrder, voyage: Voyage): boolean {
  if (!voyages.includes(voyage)) return false;
  return voyage.legs.some((_, leg) =>
    [departure(voyage.id, leg), arrival(voyage.id, leg)].some((event) => {
      const { earliest, latest } = solution.window(event);
      return !Number.isFinite(latest - earliest);
    }),
  );
}

function drawFrom(
  spaces: readonly OrderSpace[],
  shares: readonly number[],
  n: number,
  random: () => number,
): Schedule[] {
  const samplers = spaces.map(() => undefined as (() => ArrayLike<number>) | undefined);
  return Array.from({ length: n }, () => {
    const at = placeOf(shares, random());
    const { voyages, space } = spaces[at] as OrderSpace;
    samplers[at] ??= space.sampler(random);
    return scheduleOf(voyages, momentsOf(space.grid, samplers[at]()));
  });
}

/** The place of the share that a number from 0 to less than 1 falls on. */
function placeOf(shares: readonly number[], at: number): number {
  let sum = 0;
  const place = shares.findIndex((share) => {
    sum += share;
    return at < sum;
  });
  // The shares may add up to a hair less than 1.
  return place < 0 ? shares.findLastIndex((share) => share > 0) : place;
}

function scheduleOf(voyages: readonly Voyage[], moments: readonly number[]): Schedule {
  let next = 0;
  return new Map(
    voyages.map(({ id, legs }): [string, LegTimes[]] => [
      id,
      legs.map(() => ({ depart: moments[next++] as number, arrive: moments[next++] as number })),
    ]),
  );
}
