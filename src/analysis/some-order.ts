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
  const { spans } = problem;
  if (spans.length > MOST_VOYAGES) return undefined;
  const { all, start, next } = stepsOf(problem, 0);
  // The last one in is tried first: the voyage that has to leave soonest.
  const leaves = ({ last }: State): number => spans[last]?.latest(problem.start(last)) ?? Infinity;
  const stack = [start];
  let states = 0;
  for (let state = stack.pop(); state; state = stack.pop()) {
    if (state.done === all) return orderOf(state);
    if (++states > MOST_STATES) return undefined;
    stack.push(...next(state).sort((a, b) => (leaves(a) < leaves(b) ? 1 : -1)));
  }
  return null;
}

function orderOf(end: State): number[] {
  const order: number[] = [];
  for (let state: State | null = end; state && state.last >= 0; state = state.before) order.unshift(state.last);
  return order;
}

/**
 * How often the spare voyage can be sailed besides all the others.
 *
 * @param most above which it is not counted
 * @returns -1 where the others alone do not fit in any order; undefined where the search was given up
 */
export function mostSpares(problem: OrderProblem, most: number): number | undefined {
  if (problem.spans.length > MOST_VOYAGES) return undefined;
  const { all, start, next, dropped } = stepsOf(problem, most);
  // Every step leads to a later layer, so all that could make a state needless is known before it is looked at.
  const layers: State[][][] = Array.from({ length: problem.spans.length + 1 }, () => []);
  (layers[0] as State[][])[0] = [start];
  let best = -1;
  let states = 0;
  for (const [sailed, layer] of layers.entries()) {
    for (let spares = 0; spares <= most; spares++) {
      for (const state of layer[spares] ?? []) {
        if (dropped(state)) continue;
        if (state.done === all) best = Math.max(best, spares);
        if (++states > MOST_STATES) return undefined;
        for (const step of next(state)) {
          const row = layers[step.spares > spares ? sailed : sailed + 1] as State[][];
          const cell = row[step.spares] ?? [];
          cell.push(step);
          row[step.spares] = cell;
        }
      }
    }
  }
  return best;
}

/** The steps from one state to the next, those left out that an earlier one already beat. */
function stepsOf(problem: OrderProblem, most: number) {
  const { spans, spare } = problem;
  const places = [...spans.keys()];
  const bit = (place: number): number => (place < spans.length ? 1 << place : 0);
  const bits = (some: readonly number[]): number => some.reduce((sum, place) => sum | bit(place), 0);
  const needed = places.map((place) => bits(problem.earlier(place)));
  const fronts = new Map<string, State[]>();
  const keyOf = ({ done, last, spares }: State): string => `${done} ${last} ${spares}`;
  const next = (before: State): State[] => {
    const { done, last, spares, times: known } = before;
    const open = places.filter((place) => (done & bit(place)) === 0 && ((needed[place] as number) & ~done) === 0);
    if (spare && spares < most) open.push(spans.length);
    return open.flatMap((place): State[] => {
      problem.stepped?.();
      const span = spans[place] ?? (spare as VoyageSpan);
      const times = follow(span, last < 0 ? [] : problem.links(last, place), known, problem.ends(place));
      if (!times) return [];
      const state = {
        done: done | bit(place),
        last: place,
        spares: spares + (place < spans.length ? 0 : 1),
        times,
        before,
      };
      const key = keyOf(state);
      const front = fronts.get(key) ?? [];
      if (front.some((other) => noLater(other.times, times))) return [];
      fronts.set(key, [...front.filter((other) => !noLater(times, other.times)), state]);
      return [state];
    });
  };
  const start: State = { done: 0, last: -1, spares: 0, times: new Map(), before: null };
  const dropped = (state: State): boolean => state !== start && fronts.get(keyOf(state))?.includes(state) !== true;
  return { all: bits(places), start, next, dropped };
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
