/**
 * How many round trips there can have been: the fewest and the most that fit what is claimed,
 * within the period of the case, at the greatest speed and with the least stays.
 */
import { HOUR, readEdtf, type Window } from '../model/edtf.ts';
import type { Claim, ClaimKind, Dataset, Leg, Sighting, Voyage } from '../model/records.ts';
import { leastPassage, sightingWindows, type Ways } from '../model/voyage-network.ts';
import { type TripShape, tripShape } from './assumed-trips.ts';
import { orderProblem } from './ship-fit.ts';
import {
  type ExplainedCall,
  MOST_TRIPS,
  type Presence,
  sightedTrips,
  type TripTimes,
  tripsThatFit,
} from './sighting-trips.ts';
import { mostSpares } from './some-order.ts';

/** Which claims are heeded. `observation`: those that are observations; `statement`: statements too; `all`: whatever kind they are. */
export const CLAIM_SETS = ['observation', 'statement', 'all'] as const;
export type ClaimSet = (typeof CLAIM_SETS)[number];

const HEEDED: Readonly<Record<ClaimSet, readonly ClaimKind[]>> = {
  observation: ['observation'],
  statement: ['observation', 'statement'],
  all: ['observation', 'statement', 'inference', 'relay'],
};

export interface TripRange {
  readonly least: number;
  /** Infinite where the period of the case is open; counted up to `MOST_TRIPS`. */
  readonly greatest: number;
  /** Both can be reached. If not, there are no fewer than `least` and no more than `greatest`, but perhaps not as few or as many. */
  readonly exact: boolean;
}

/** Why a sighting of a ship was not heeded: it does not lie wholly in the period, is at a third port, or is marked as too weak to bind. */
export interface PassedOver {
  readonly sighting: string;
  readonly reason: 'period' | 'port' | 'weak';
}

export interface TripsOfSet {
  readonly set: ClaimSet;
  /** null: what is claimed cannot all be true, whatever the number. */
  readonly range: TripRange | null;
  /** Sightings that name the ship and were heeded, as ids. */
  readonly sightings: readonly string[];
  readonly passedOver: readonly PassedOver[];
  /**
   * One way to explain these sightings by the fewest trips: what was seen in each call, home port first. Two that share a
   * call need one trip; a call is another where she was seen in the other port between. Empty where nothing explains them.
   */
  readonly calls: readonly ExplainedCall[];
  /** Listed voyages that are taken for true, as ids: with all claims those of the case, else none, since that they took place is inferred. */
  readonly listed: readonly string[];
}

/**
 * Trips of one ship between two ports. It is assumed that she starts and ends at her home port, that every trip lies in
 * the period, and that she made no other voyages.
 */
export interface ShipTrips {
  readonly vessel: string;
  readonly home: string;
  readonly away: string;
  /** The period, UTC ms. */
  readonly period: Window;
  /** Least times, ms. A round trip takes `there + stay + back`, and `stay` more before the next. */
  readonly times: TripTimes;
  /** Trips that would fit if she had never been seen. */
  readonly ifUnseen: number;
  readonly sets: readonly TripsOfSet[];
}

/** A number of trips that a claim gives, of all ships together. */
export interface ClaimedCount {
  readonly claim: string;
  readonly least: number;
  readonly most?: number;
}

export interface TripLimits {
  readonly ships: readonly ShipTrips[];
  /** Ships with voyages, but none that goes to one other port and back: their trips cannot be counted. */
  readonly shapeless: readonly string[];
  /** Over all ships that can be counted, for each set; null where one of them has no range. A ship nobody lists may have made others. */
  readonly totals: Readonly<Record<ClaimSet, TripRange | null>>;
  /** What claims of each set count themselves: never mixed into the ranges. */
  readonly claimed: Readonly<Record<ClaimSet, readonly ClaimedCount[]>>;
}

/** Claims with this topic are compared by their `count`. */
const TRIPS = 'trips';

/**
 * The limits of a case's round trips.
 *
 * Only sightings that name a ship count for `observation` and `statement`: that an unnamed ship was she is an inference.
 * With `all`, her listed voyages took place with everything that binds them, and as many more as fit between are counted.
 */
export function tripLimits(dataset: Dataset, ways: Ways): TripLimits {
  const claims = new Map(dataset.claims.map((claim) => [claim.id, claim]));
  const shapes = dataset.vessels.map(({ id }) => ({ id, shape: tripShape(dataset, id) }));
  const ships = shapes.flatMap(({ id, shape }) =>
    shape?.voyage.legs.length === 2 ? [tripsOf(dataset, ways, id, shape, claims)] : [],
  );
  return {
    ships,
    shapeless: dataset.vessels
      .map(({ id }) => id)
      .filter(
        (id) => dataset.voyages.some(({ vessel }) => vessel === id) && !ships.some(({ vessel }) => vessel === id),
      ),
    totals: bySet((set) => total(ships.map(({ sets }) => rangeOf(sets, set)))),
    claimed: bySet((set) => countsIn(dataset, set)),
  };
}

const bySet = <T>(made: (set: ClaimSet) => T): Readonly<Record<ClaimSet, T>> => ({
  observation: made('observation'),
  statement: made('statement'),
  all: made('all'),
});

type Claims = ReadonlyMap<string, Claim>;

function tripsOf(dataset: Dataset, ways: Ways, vessel: string, shape: TripShape, claims: Claims): ShipTrips {
  const [out, back] = shape.voyage.legs as readonly [Leg, Leg];
  const least = (leg: Leg, at: number): number =>
    leastPassage(leg, ways.legPath(shape.voyage, at).lane.km, dataset.assumptions);
  const stay = dataset.assumptions.leastStay.value * HOUR;
  const times = { there: least(out, 0), back: least(back, 1), stay };
  const period = readEdtf(dataset.window.date, dataset.assumptions.approximate.value);
  const ship: Ship = {
    vessel,
    shape,
    away: out.to,
    times,
    period: { earliest: period.earliest, latest: period.latest },
  };
  return {
    vessel,
    home: shape.home,
    away: out.to,
    period: ship.period,
    times,
    ifUnseen: tripsThatFit(ship.period, times),
    sets: CLAIM_SETS.map((set) => tripsOfSet(dataset, ways, ship, set, claims)),
  };
}

interface Ship {
  readonly vessel: string;
  readonly shape: TripShape;
  readonly away: string;
  readonly times: TripTimes;
  readonly period: Window;
}

function tripsOfSet(dataset: Dataset, ways: Ways, ship: Ship, set: ClaimSet, claims: Claims): TripsOfSet {
  const named = dataset.sightings.filter(
    (sighting) => sighting.vessel === ship.vessel && sighting.what === 'ship' && heeds(set, sighting, claims),
  );
  const passedOver = named.flatMap((sighting): PassedOver[] => {
    const reason = whyNot(dataset, sighting, ship);
    return reason ? [{ sighting: sighting.id, reason }] : [];
  });
  const heeded = named.filter(({ id }) => !passedOver.some(({ sighting }) => sighting === id));
  const found = sightedTrips(
    heeded.map((sighting) => presence(dataset, sighting, ship)),
    ship.period,
    ship.times,
  );
  const listed = set === 'all' ? dataset.voyages.filter(({ vessel }) => vessel === ship.vessel) : [];
  const seen: TripRange | null = found && {
    least: found.least,
    greatest: found.greatest,
    exact: found.greatest !== MOST_TRIPS && passedOver.every(({ reason }) => reason !== 'port'),
  };
  return {
    set,
    range: set === 'all' ? withListed(dataset, ways, ship, listed, seen, heeded) : seen,
    sightings: heeded.map(({ id }) => id),
    passedOver,
    calls: found?.calls ?? [],
    listed: listed.map(({ id }) => id),
  };
}

/** A record that cites no claim is heeded only with all of them: nobody says what kind it is. */
const heeds = (set: ClaimSet, sighting: Sighting, claims: Claims): boolean =>
  set === 'all' || sighting.claims.some((id) => claims.get(id)?.kinds.some((kind) => HEEDED[set].includes(kind)));

function whyNot(dataset: Dataset, sighting: Sighting, { shape, away, period }: Ship): PassedOver['reason'] | null {
  if (!sighting.binds) return 'weak';
  const { first, last } = sightingWindows(sighting, dataset.assumptions.approximate.value);
  if (first.earliest < period.earliest || last.latest > period.latest) return 'period';
  return sighting.port === shape.home || sighting.port === away ? null : 'port';
}

function presence(dataset: Dataset, sighting: Sighting, { shape }: Ship): Presence {
  const { first, last } = sightingWindows(sighting, dataset.assumptions.approximate.value);
  return { id: sighting.id, port: sighting.port === shape.home ? 0 : 1, by: first.latest, from: last.earliest };
}

/**
 * With the listed voyages: no fewer than they are, no more than they and what fits between them. A sighting that is tied
 * to none of them limits the number only by itself, so with such ones the limits may not be reached.
 */
function withListed(
  dataset: Dataset,
  ways: Ways,
  ship: Ship,
  listed: readonly Voyage[],
  seen: TripRange | null,
  heeded: readonly Sighting[],
): TripRange | null {
  const fitting = tripsThatFit(ship.period, ship.times);
  const most = fitting === Infinity ? 0 : fitting;
  const spare: Voyage = {
    id: spareId(dataset),
    vessel: ship.vessel,
    legs: bareLegs(ship.shape),
    after: [],
    claims: [],
  };
  const withSpare: Ways = {
    km: ways.km,
    legPath: (voyage, leg) => ways.legPath(voyage === spare ? ship.shape.voyage : voyage, leg),
  };
  const problem = orderProblem(dataset, withSpare, [...listed, spare]);
  const alone = problem ?? orderProblem(dataset, ways, listed);
  const spareSpan = problem?.spans.at(-1);
  const extra =
    alone &&
    mostSpares(
      { ...alone, spans: alone.spans.slice(0, listed.length), ...(spareSpan ? { spare: spareSpan } : {}) },
      most,
    );
  if (extra === null || extra === -1 || seen === null) return null;
  const round = listed.filter(({ legs }) => legs[0]?.from === legs.at(-1)?.to).length;
  const loose = heeded.some(({ voyage }) => voyage === undefined);
  return {
    least: Math.max(round, seen.least),
    greatest: fitting === Infinity ? Infinity : Math.min(round + (extra ?? most), seen.greatest),
    exact: extra !== undefined && seen.exact && !loose,
  };
}

const bareLegs = ({ voyage }: TripShape): Leg[] =>
  voyage.legs.map(({ from, to, via }) => ({ from, to, via, track: [], claims: [] }));

function spareId({ voyages }: Dataset): string {
  let id = 'one more';
  while (voyages.some((voyage) => voyage.id === id)) id = `${id}'`;
  return id;
}

const rangeOf = (sets: readonly TripsOfSet[], set: ClaimSet): TripRange | null =>
  sets.find((one) => one.set === set)?.range ?? null;

function total(ranges: readonly (TripRange | null)[]): TripRange | null {
  let sum: TripRange = { least: 0, greatest: 0, exact: true };
  for (const range of ranges) {
    if (!range) return null;
    sum = { least: sum.least + range.least, greatest: sum.greatest + range.greatest, exact: sum.exact && range.exact };
  }
  return ranges.length === 0 ? null : sum;
}

const countsIn = (dataset: Dataset, set: ClaimSet): ClaimedCount[] =>
  dataset.claims.flatMap(({ id, topic, count, kinds }) =>
    topic === TRIPS && count && kinds.some((kind) => HEEDED[set].includes(kind)) ? [{ claim: id, ...count }] : [],
  );
