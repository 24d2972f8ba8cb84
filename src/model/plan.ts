/**
 * What can be said of every ship of a case, worked out once: the orders of her voyages that fit,
 * the window of every departure and arrival, and one illustrative schedule. Everything drawn
 * follows from a plan and a moment (`whereabouts.ts`).
 */
import type { Window } from './edtf.ts';
import type { LegPath } from './lanes.ts';
import type { Claim, Dataset, Leg, Vessel, Voyage } from './records.ts';
import { illustrate, type LegTimes } from './schedule.ts';
import type { Bound } from './temporal-network.ts';
import { arrival, departure, firstSeen, lastSeen, leastPassage, type Ways, type Why } from './voyage-network.ts';
import { type Contradiction, type FittingOrder, fittingOrders, type ShipOrders } from './voyage-orders.ts';

/**
 * What sets an end of a window. `seen`: only dated observations. `cited`: a date that a source
 * gives. `assumed`: a speed, a stay or an order comes in. `window`: only the period of the case. `open`: nothing.
 */
export type Edge = 'seen' | 'cited' | 'assumed' | 'window' | 'open';

export interface LegPlan {
  readonly path: LegPath;
  /** Windows over all orders that fit: from the earliest to the latest of any of them. */
  readonly depart: Window;
  readonly arrive: Window;
  /** What sets the earliest departure (left) and the latest arrival (right). */
  readonly left: Edge;
  readonly right: Edge;
  /** Least time the passage takes, ms. */
  readonly least: number;
  /** Each different pair of windows in some order that fits. */
  readonly chances: readonly LegChance[];
}

export interface LegChance {
  readonly depart: Window;
  readonly arrive: Window;
}

/** A port call within a voyage: she may be alongside from the earliest arrival to the latest departure. */
export interface Stay {
  readonly port: string;
  /** A window for each order that fits, those that others include left out. */
  readonly chances: readonly Window[];
}

export interface VoyagePlan {
  readonly voyage: Voyage;
  readonly legs: readonly LegPlan[];
  /** Between leg n and leg n + 1. */
  readonly stays: readonly Stay[];
  /** Illustrative times; absent where nothing bounds them, or where the claims contradict each other. */
  readonly drawn?: readonly LegTimes[];
  /** Positions this voyage may take among the ship's voyages, from 0. */
  readonly places: readonly number[];
}

/** A port where the ship may lie, from when to when. Both ends are possible. */
export interface Wait {
  readonly port: string;
  readonly window: Window;
}

/** Between two voyages, or before the first and after the last: the ship may be elsewhere. */
export interface Gap {
  readonly after: string | null;
  readonly before: string | null;
  /** The ports she came to and leaves from. */
  readonly ports: readonly string[];
  /** Where and when she may lie in one of them. */
  readonly waits: readonly Wait[];
  /** From the earliest return to the latest departure. */
  readonly window: Window;
}

export interface ShipPlan {
  readonly vessel: Vessel;
  /** In the drawn order, those that could not be drawn last. */
  readonly voyages: readonly VoyagePlan[];
  readonly gaps: readonly Gap[];
  /** Orders that fit, as voyage ids. */
  readonly orders: readonly (readonly string[])[];
  readonly tooManyOrders: boolean;
  readonly contradictions: readonly Contradiction[];
}

/**
 * Plans every ship of a case.
 *
 * @param ways the lanes of the case (`layLanes`)
 * @returns a plan a vessel that has voyages, in the order of the file
 */
export const planShips = (dataset: Dataset, ways: Ways): ShipPlan[] => [...plansOf(dataset, ways)];

/** The same, one ship after the other. */
export function* plansOf(dataset: Dataset, ways: Ways): Generator<ShipPlan, void> {
  const claims = new Map(dataset.claims.map((claim) => [claim.id, claim]));
  const voyagesOf = grouped(dataset.voyages, ({ vessel }) => vessel);
  const sightingsOf = grouped([...dataset.sightings.entries()], ([, { voyage }]) => voyage);
  for (const vessel of dataset.vessels) {
    const voyages = voyagesOf.get(vessel.id);
    if (!voyages) continue;
    // Only sightings tied to her voyages bear on her: she need not go through those of the whole fleet.
    const tied = voyages.flatMap(({ id }) => sightingsOf.get(id) ?? []).sort(([a], [b]) => a - b);
    const sightings = tied.map(([, sighting]) => sighting);
    yield planShip({ ...dataset, sightings }, ways, vessel, voyages, claims);
  }
}

function grouped<T>(records: readonly T[], keyOf: (record: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

type Claims = ReadonlyMap<string, Claim>;

function planShip(dataset: Dataset, ways: Ways, vessel: Vessel, voyages: readonly Voyage[], claims: Claims): ShipPlan {
  const orders = fittingOrders(dataset, ways, voyages);
  const drawn = roomiest(orders.fitting);
  const schedule = drawn ? illustrate(dataset, ways, drawn) : scheduleAlone(dataset, ways, orders);
  const solved = orders.fitting.length > 0 ? orders.fitting : orders.alone;
  const inOrder = drawn ? [...drawn.voyages, ...voyages.filter((one) => !drawn.voyages.includes(one))] : voyages;
  const plans = inOrder.map((voyage): VoyagePlan => {
    const mine = solved.filter((order) => order.voyages.includes(voyage));
    const legs =
      mine.length === 0 ? [] : voyage.legs.map((_, leg) => planLeg(dataset, ways, voyage, leg, mine, claims));
    const stays = mine.length === 0 ? [] : staysOf(voyage, mine);
    const places = orders.fitting.map((order) => order.voyages.indexOf(voyage)).filter((place) => place >= 0);
    const times = schedule.get(voyage.id);
    return {
      voyage,
      legs,
      stays,
      places: [...new Set(places)].sort((a, b) => a - b),
      ...(times ? { drawn: times } : {}),
    };
  });
  return {
    vessel,
    voyages: plans,
    gaps: solved.flatMap((order) => gapsOf(dataset, order)),
    orders: orders.fitting.map((order) => order.voyages.map((voyage) => voyage.id)),
    tooManyOrders: orders.tooMany,
    contradictions: orders.contradictions,
  };
}

/** Where no order fits, each possible voyage is drawn by itself. */
function scheduleAlone(dataset: Dataset, ways: Ways, orders: ShipOrders): Map<string, readonly LegTimes[]> {
  return new Map(orders.alone.flatMap((one) => [...illustrate(dataset, ways, one)]));
}

/** The order that leaves its voyages the most room: the least that has to be assumed. The first of equals. */
function roomiest(orders: readonly FittingOrder[]): FittingOrder | undefined {
  const room = (order: FittingOrder): number =>
    order.voyages.reduce((sum, voyage) => {
      const { earliest } = order.solution.window(departure(voyage.id, 0));
      const { latest } = order.solution.window(arrival(voyage.id, voyage.legs.length - 1));
      return sum + Math.min(latest - earliest, Number.MAX_SAFE_INTEGER);
    }, 0);
  let best: FittingOrder | undefined;
  for (const order of orders) if (!best || room(order) > room(best)) best = order;
  return best;
}

function planLeg(
  dataset: Dataset,
  ways: Ways,
  voyage: Voyage,
  leg: number,
  orders: readonly FittingOrder[],
  claims: Claims,
): LegPlan {
  const [departs, arrives] = [departure(voyage.id, leg), arrival(voyage.id, leg)];
  const path = ways.legPath(voyage, leg);
  const chances = orders.map(({ solution }) => ({
    depart: solution.window(departs),
    arrive: solution.window(arrives),
  }));
  const least = (order: FittingOrder): number => order.solution.window(departs).earliest;
  const most = (order: FittingOrder): number => order.solution.window(arrives).latest;
  const first = orders.reduce((a, b) => (least(b) < least(a) ? b : a)).solution;
  const last = orders.reduce((a, b) => (most(b) > most(a) ? b : a)).solution;
  return {
    path,
    depart: hull(chances.map((chance) => chance.depart)),
    arrive: hull(chances.map((chance) => chance.arrive)),
    left: edgeOf(first.because(departs, 'earliest'), claims),
    right: edgeOf(last.because(arrives, 'latest'), claims),
    least: leastPassage(voyage.legs[leg] as Leg, path.lane.km, dataset.assumptions),
    chances: widest(chances, (a, b) => includes(a.depart, b.depart) && includes(a.arrive, b.arrive)),
  };
}

function staysOf(voyage: Voyage, orders: readonly FittingOrder[]): Stay[] {
  return voyage.legs.slice(0, -1).map((leg, at) => {
    const chances = orders.map(({ solution }) => ({
      earliest: solution.window(arrival(voyage.id, at)).earliest,
      latest: solution.window(departure(voyage.id, at + 1)).latest,
    }));
    return { port: leg.to, chances: widest(chances, includes) };
  });
}

const hull = (windows: readonly Window[]): Window => ({
  earliest: Math.min(...windows.map((window) => window.earliest)),
  latest: Math.max(...windows.map((window) => window.latest)),
});

const includes = (a: Window, b: Window): boolean => a.earliest <= b.earliest && b.latest <= a.latest;

/** Drops what something else includes: it would add nothing. */
function widest<T>(chances: readonly T[], contains: (a: T, b: T) => boolean): T[] {
  const kept: T[] = [];
  for (const chance of chances) {
    if (kept.some((one) => contains(one, chance))) continue;
    for (let at = kept.length - 1; at >= 0; at--) if (contains(chance, kept[at] as T)) kept.splice(at, 1);
    kept.push(chance);
  }
  return kept;
}

function edgeOf(chain: readonly Bound<Why>[], claims: Claims): Edge {
  if (chain.length === 0) return 'open';
  const kinds = chain.map(({ why }) => {
    if (why.kind === 'sighting' || why.kind === 'track') return 'seen';
    if (why.kind !== 'date') return why.kind;
    return why.claims.some((id) => claims.get(id)?.kinds.includes('observation')) ? 'seen' : 'cited';
  });
  if (kinds.every((kind) => kind === 'seen')) return 'seen';
  if (kinds.every((kind) => kind === 'seen' || kind === 'cited')) return 'cited';
  return kinds.length === 1 && kinds[0] === 'window' ? 'window' : 'assumed';
}

function gapsOf(dataset: Dataset, order: FittingOrder): Gap[] {
  const { voyages } = order;
  return [...voyages, null].map((next, at) => {
    const previous = voyages[at - 1] ?? null;
    const from = previous?.legs.at(-1)?.to;
    const to = next?.legs[0]?.from;
    const ports = [...new Set([from, to].filter((port) => port !== undefined))];
    const window = {
      earliest: previous ? returnWindow(order, previous).earliest : -Infinity,
      latest: next ? order.solution.window(departure(next.id, 0)).latest : Infinity,
    };
    const wait = previous && next ? window : endWait(dataset, order, previous, next);
    const waits = ports.map((port) => ({ port, window: wait }));
    return { after: previous?.id ?? null, before: next?.id ?? null, ports, waits, window };
  });
}

const returnWindow = ({ solution }: FittingOrder, voyage: Voyage): Window =>
  solution.window(arrival(voyage.id, voyage.legs.length - 1));

/** Before her first voyage she is put at its port no earlier than she may have left it or been seen there; so after her last. */
function endWait(dataset: Dataset, order: FittingOrder, previous: Voyage | null, next: Voyage | null): Window {
  const { solution } = order;
  const windows: Window[] = [];
  if (next) windows.push(solution.window(departure(next.id, 0)));
  if (previous) windows.push(returnWindow(order, previous));
  for (const { id, voyage, call, what, binds } of dataset.sightings) {
    if (!binds || what !== 'ship') continue;
    if (next && voyage === next.id && call === 0) windows.push(solution.window(firstSeen(id)));
    if (previous && voyage === previous.id && call === previous.legs.length)
      windows.push(solution.window(lastSeen(id)));
  }
  return hull(windows);
}
