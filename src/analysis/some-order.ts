/**
 * Whether one ship's voyages can be sailed one after the other in some order, without trying every order.
 *
 * Bounds between two voyages only ever push the later one on. So of two ways to have sailed the same voyages, ending
 * with the same one, the way that is done earlier in every respect leaves all the others at least as much room, and
 * the other can be dropped: a search over sets of voyages and not over orders (after Held and Karp 1962).
 */
import type { Bound } from '../model/temporal-network.ts';
import type { VoyageSpan } from './voyage-span.ts';

/** Voyages to be put in order, by their place in `spans`. */
export interface OrderProblem {
  readonly spans: readonly VoyageSpan[];
  /** The event that begins a voyage. */
  start(place: number): string;
  /** Events of a voyage that those after it depend on. */
  ends(place: number): readonly string[];
  /** Bounds from events of one voyage to events of the voyage straight after it. */
  links(first: number, next: number): readonly Bound<unknown>[];
  /** Places of the voyages that have to come before one, straight or not. */
  earlier(next: number): readonly number[];
  /** A voyage that may be sailed any number of times, anywhere between; its place is `spans.length`. */
  readonly spare?: VoyageSpan;
  /** Told of every step tried. */
  readonly stepped?: () => void;
}

/** Most states of a search. Past them it gives up. */
const MOST_STATES = 40_000;
/** Sets of voyages are kept as bits of one number. */
const MOST_VOYAGES = 30;

interface State {
  readonly done: number;
  readonly last: number;
  readonly spares: number;
  /** Earliest moments of the events of the last voyage that later ones depend on. */
  readonly times: ReadonlyMap<string, number>;
  readonly before: State | null;
}

/**
 * Finds an order that fits.
 *
 * @returns places in the order found; null where none fits; undefined where the search was given up
 */
export function someOrder(problem: OrderProblem): number[] | null | undefined {
  const found = search(problem, 0, true);
  if (found === undefined) return undefined;
  if (found === null) return null;
  const order: number[] = [];
  for (let state: State | null = found; state && state.last >= 0; state = state.before) order.unshift(state.last);
  return order;
}

/**
 * How often the spare voyage can be sailed besides all the others.
 *
 * @param most above which it is not counted
 * @returns -1 where the others alone do not fit in any order; undefined where the search was given up
 */
export function mostSpares(problem: OrderProblem, most: number): number | undefined {
  const found = search(problem, most, false);
  if (found === undefined) return undefined;
  return found === null ? -1 : found.spares;
}

function search(problem: OrderProblem, most: number, any: boolean): State | null | undefined {
  const { spans, spare } = problem;
  if (spans.length > MOST_VOYAGES) return undefined;
  const places = [...spans.keys()];
  const bit = (place: number): number => (place < spans.length ? 1 << place : 0);
  const all = places.reduce((sum, place) => sum | bit(place), 0);
  const needed = places.map((place) => problem.earlier(place).reduce((sum, one) => sum | bit(one), 0));
  const leaves = (place: number): number => spans[place]?.latest(problem.start(place)) ?? Infinity;
  const fronts = new Map<string, ReadonlyMap<string, number>[]>();
  const stack: State[] = [{ done: 0, last: -1, spares: 0, times: new Map(), before: null }];
  let best: State | null = null;
  let states = 0;
  for (let state = stack.pop(); state; state = stack.pop()) {
    const { done, last, spares, times: before } = state;
    if (done === all && (!best || spares > best.spares)) best = state;
    if (best && (any || best.spares === most)) return best;
    if (++states > MOST_STATES) return undefined;
    const next = places.filter((place) => (done & bit(place)) === 0 && ((needed[place] as number) & ~done) === 0);
    if (spare && spares < most) next.push(spans.length);
    const steps: State[] = [];
    for (const place of next) {
      problem.stepped?.();
      const span = spans[place] ?? (spare as VoyageSpan);
      const times = follow(span, last < 0 ? [] : problem.links(last, place), before, problem.ends(place));
      if (!times) continue;
      const step = { done: done | bit(place), last: place, spares: place < spans.length ? spares : spares + 1 };
      const key = `${step.done} ${place} ${step.spares}`;
      const front = fronts.get(key) ?? [];
      if (front.some((other) => noLater(other, times))) continue;
      fronts.set(key, [...front.filter((other) => !noLater(times, other)), times]);
      steps.push({ ...step, times, before: state });
    }
    // The last one in is tried first: the voyage that has to leave soonest.
    stack.push(...steps.sort((a, b) => (leaves(a.last) < leaves(b.last) ? 1 : -1)));
  }
  return best;
}

/** Earliest moments of the events `out`, or null where the voyage would be too late. */
function follow(
  span: VoyageSpan,
  bounds: readonly Bound<unknown>[],
  before: ReadonlyMap<string, number>,
  out: readonly string[],
): Map<string, number> | null {
  const times = new Map(out.map((event) => [event, span.earliest(event)]));
  for (const { from, to, least } of bounds) {
    const moment = (before.get(from) ?? -Infinity) + least;
    if (moment > span.latest(to)) return null;
    for (const event of out) {
      const pushed = moment + span.gap(to, event);
      if (pushed > (times.get(event) as number)) times.set(event, pushed);
    }
  }
  return times;
}

const noLater = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  [...a].every(([event, time]) => time <= (b.get(event) as number));
