/**
 * One ship makes one voyage at a time, but often nobody says in which order. Every order that
 * fits is kept; none is preferred here.
 */

import { HOUR } from './edtf.ts';
import type { Dataset, Voyage } from './records.ts';
import { type Bound, type Solution, tighten } from './temporal-network.ts';
import { arrival, departure, orderBounds, orderWhy, voyageBounds, type Ways, type Why } from './voyage-network.ts';

export type Consistent = Extract<Solution<Why>, { consistent: true }>;

export interface FittingOrder {
  readonly voyages: readonly Voyage[];
  readonly bounds: readonly Bound<Why>[];
  readonly solution: Consistent;
}

/** Bounds that cannot all hold, and the claims that they rest on. */
export interface Contradiction {
  readonly voyages: readonly string[];
  readonly bounds: readonly Bound<Why>[];
  readonly claims: readonly string[];
}

export interface ShipOrders {
  /** Orders in which all the claims can be true. Empty where they contradict each other, or where `tooMany`. */
  readonly fitting: readonly FittingOrder[];
  /** Each voyage by itself, for those that are possible at all. */
  readonly alone: readonly FittingOrder[];
  readonly contradictions: readonly Contradiction[];
  /** More orders fit than are listed: windows must then be taken from `alone`, which is wider and never wrong. */
  readonly tooMany: boolean;
}

/** Orders tried at most for one ship. Six voyages in any order make 720. */
export const MOST_ORDERS = 720;

/**
 * All orders of one ship's voyages that satisfy every bound.
 *
 * @param voyages of one ship, in any order
 * @returns the orders that fit, or the contradiction where none does
 */
export function fittingOrders(dataset: Dataset, ways: Ways, voyages: readonly Voyage[]): ShipOrders {
  const alone: FittingOrder[] = [];
  const contradictions: Contradiction[] = [];
  for (const voyage of voyages) {
    const bounds = voyageBounds(dataset, ways, voyage);
    const solution = tighten(bounds);
    if (solution.consistent) alone.push({ voyages: [voyage], bounds, solution });
    else contradictions.push(contradictionOf([voyage.id], solution.contradiction));
  }
  const { orders, tooMany } = candidateOrders(alone, dataset);
  const fitting: FittingOrder[] = [];
  let nearest: Contradiction | undefined;
  for (const order of tooMany ? [] : orders) {
    const bounds = order.flatMap((one, at) => {
      const previous = order[at - 1]?.voyages[0];
      const voyage = one.voyages[0] as Voyage;
      return previous ? [...one.bounds, ...orderBounds(dataset, ways, previous, voyage)] : one.bounds;
    });
    const solution = tighten(bounds);
    const inOrder = order.flatMap((one) => one.voyages);
    if (solution.consistent) fitting.push({ voyages: inOrder, bounds, solution });
    else {
      const found = contradictionOf(
        inOrder.map((voyage) => voyage.id),
        solution.contradiction,
      );
      if (!nearest || found.bounds.length < nearest.bounds.length) nearest = found;
    }
  }
  if (fitting.length === 0 && alone.length > 1 && !tooMany) {
    contradictions.push(nearest ?? crowded(alone, dataset, ways));
  }
  return { fitting, alone, contradictions, tooMany };
}

function contradictionOf(voyages: readonly string[], bounds: readonly Bound<Why>[]): Contradiction {
  return { voyages, bounds, claims: [...new Set(bounds.flatMap((bound) => bound.why.claims))] };
}

/**
 * No order survives even the pairwise test. Either what sources say of the order cannot hold, or else the voyages
 * cannot be put in any order that obeys it, so one such order names the claims that clash.
 */
function crowded(alone: readonly FittingOrder[], dataset: Dataset, ways: Ways): Contradiction {
  const voyages = alone.flatMap((one) => one.voyages);
  const said = alone.flatMap((one) => one.bounds);
  for (const next of voyages) {
    for (const first of voyages) {
      if (next.after.includes(first.id)) said.push(follows(dataset, first, next));
    }
  }
  const solution = tighten(said);
  const ids = voyages.map((voyage) => voyage.id);
  if (!solution.consistent) return contradictionOf(ids, solution.contradiction);
  const order = obeying(voyages);
  const bounds = alone.flatMap((one) => one.bounds);
  for (const [at, next] of order.entries()) {
    const first = order[at - 1];
    if (first) bounds.push(...orderBounds(dataset, ways, first, next));
  }
  const inOrder = tighten(bounds);
  return contradictionOf(ids, inOrder.consistent ? [] : inOrder.contradiction);
}

/** Bound: `next` leaves after `first` has returned, whatever lies between. */
function follows(dataset: Dataset, first: Voyage, next: Voyage): Bound<Why> {
  return {
    from: arrival(first.id, first.legs.length - 1),
    to: departure(next.id, 0),
    least: dataset.assumptions.leastStay.value * HOUR,
    why: orderWhy(first, next),
  };
}

/** The voyages as listed, each after those that a source puts before it. */
function obeying(voyages: readonly Voyage[]): Voyage[] {
  const order: Voyage[] = [];
  const met = new Set<Voyage>();
  const add = (voyage: Voyage): void => {
    if (met.has(voyage)) return;
    met.add(voyage);
    for (const earlier of voyages) if (voyage.after.includes(earlier.id)) add(earlier);
    order.push(voyage);
  };
  for (const voyage of voyages) add(voyage);
  return order;
}

/** Orders that no pair of voyages rules out: by their windows when alone, and by what sources say of their order. */
function candidateOrders(alone: readonly FittingOrder[], dataset: Dataset) {
  const ids = alone.map((one) => (one.voyages[0] as Voyage).id);
  const mayPrecede = alone.map((first) => alone.map((next) => first !== next && pairFits(first, next, dataset, ids)));
  const orders: FittingOrder[][] = [];
  const order: number[] = [];
  const used = new Set<number>();
  // Who must precede whom stays the same all the way down: one dead end proves that every way has one.
  let dead = false;
  const extend = (): void => {
    if (dead || orders.length > MOST_ORDERS) return;
    if (order.length === alone.length) {
      if (order.length > 0) orders.push(order.map((at) => alone[at] as FittingOrder));
      return;
    }
    dead = true;
    for (let at = 0; at < alone.length; at++) {
      if (used.has(at)) continue;
      const firstOfRest = alone.every(
        (_, other) => other === at || used.has(other) || mayPrecede[at]?.[other] === true,
      );
      if (!firstOfRest) continue;
      dead = false;
      used.add(at);
      order.push(at);
      extend();
      order.pop();
      used.delete(at);
      if (dead) return;
    }
  };
  extend();
  return { orders: orders.slice(0, MOST_ORDERS), tooMany: orders.length > MOST_ORDERS };
}

/** May `first` come before `next`, straight or with others between? Ways through other ports may be shorter, so only the stay counts. */
function pairFits(first: FittingOrder, next: FittingOrder, dataset: Dataset, ids: readonly string[]): boolean {
  const [before, after] = [first.voyages[0] as Voyage, next.voyages[0] as Voyage];
  if (before.after.some((id) => id === after.id && ids.includes(id))) return false;
  const back = first.solution.window(arrival(before.id, before.legs.length - 1)).earliest;
  const leaves = next.solution.window(departure(after.id, 0)).latest;
  return back + dataset.assumptions.leastStay.value * HOUR <= leaves;
}
