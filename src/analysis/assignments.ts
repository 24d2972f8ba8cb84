/**
 * A sighting of an unnamed ship may be of any ship that called at the port, or of none that is
 * listed: which port calls fit, and what it would say of them.
 */
import type { Window } from '../model/edtf.ts';
import type { Dataset, Sighting, Voyage } from '../model/records.ts';
import { arrival, departure, voyageBounds, type Ways } from '../model/voyage-network.ts';
import { type FittingOrder, fittingOrders } from '../model/voyage-orders.ts';
import { orderProblem } from './ship-fit.ts';
import { someOrder } from './some-order.ts';
import { spanOf, type VoyageSpan } from './voyage-span.ts';
import { type Call, callPorts, couldBeAt, untied } from './what-if.ts';

/** The windows of one leg, over all orders that fit. Both ends are possible. */
export interface LegWindows {
  readonly voyage: string;
  readonly leg: number;
  readonly depart: Window;
  readonly arrive: Window;
}

/** A sighting tried at one port call. */
export interface AssignedCall extends Call {
  readonly vessel: string;
  /** The ship's records hold together with the sighting there, in some order of her voyages; undefined where there are too many orders to tell. */
  readonly fits: boolean | undefined;
  /** They hold together without the sighting. Where they do not, `fits` is false for that reason alone. */
  readonly fitsWithout: boolean | undefined;
  /** The sighting there would narrow a window of the ship, or rule out an order of her voyages. */
  readonly adds: boolean;
  /** What it would make of the legs of that ship whose windows it narrows. */
  readonly narrowed: readonly LegWindows[];
}

export interface Assignments {
  readonly sighting: string;
  /** The port call that the case ties it to; null where it ties it to none. */
  readonly tied: Call | null;
  /** Every port call at its port: of the ship it names, or of all ships where it names none. To belong to none of them always fits. */
  readonly calls: readonly AssignedCall[];
}

/** Sightings of a ship that nobody named. Cargo on a quay is not among them. */
export const unnamedSightings = (dataset: Dataset): readonly Sighting[] =>
  dataset.sightings.filter(({ vessel, what }) => vessel === null && what === 'ship');

/**
 * Tries sightings at every port call they may belong to, each by itself: the other sightings stay where the case has them.
 *
 * @param sightings those of unnamed ships unless told; any sighting of the case may be tried
 */
export function assignmentsOf(
  dataset: Dataset,
  ways: Ways,
  sightings: readonly Sighting[] = unnamedSightings(dataset),
): Assignments[] {
  return sightings.map((sighting) => {
    const loose = withSighting(dataset, untied(sighting));
    const before = new Map<string, ShipWindows>();
    const calls = dataset.vessels.flatMap(({ id }) => {
      const voyages = dataset.voyages.filter((voyage) => voyage.vessel === id);
      const possible = callsOf(sighting, voyages);
      if (possible.length === 0) return [];
      const without = before.get(id) ?? shipWindows(loose, ways, voyages);
      before.set(id, without);
      return possible.map((call): AssignedCall => {
        const tied = shipWindows(withSighting(dataset, { ...sighting, ...call, binds: true }), ways, voyages);
        const narrowed = tied.fits === true ? narrower(without, tied) : [];
        const adds = tied.fits === true && (narrowed.length > 0 || tied.orders < without.orders);
        return { ...call, vessel: id, fits: tied.fits, fitsWithout: without.fits, adds, narrowed };
      });
    });
    const { voyage, call } = sighting;
    const tied = voyage === undefined || call === undefined ? null : { voyage, call };
    return { sighting: sighting.id, tied, calls };
  });
}

/** The number of ways to place sightings. `exact` is false where there are more than were counted, or where some could not be decided and were counted. */
export interface JointCount {
  readonly count: number;
  readonly exact: boolean;
}

/**
 * The number of ways to place all sightings of unnamed ships together: each at a port call or at none, so that the
 * records of every ship hold together. Where the case ties one, that is not heeded here. A ship whose records do not
 * hold together even so takes no sighting.
 *
 * @param limit counted at most; the time taken grows with it and not with the number of sightings
 */
export function jointAssignments(dataset: Dataset, ways: Ways, limit: number): JointCount {
  const unnamed = unnamedSightings(dataset);
  const loose = unnamed.reduce((changed, sighting) => withSighting(changed, untied(sighting)), dataset);
  const shipOf = new Map(dataset.voyages.map((voyage) => [voyage.id, voyage.vessel]));
  const known = new Map<string, boolean>();
  const spans = new Map<string, VoyageSpan | null>();
  let sure = true;
  /** Whether a ship's records hold together with these sightings at these calls of hers. */
  const holds = (vessel: string, placed: readonly (readonly [Sighting, Call])[]): boolean => {
    const mine = placed.filter(([, call]) => shipOf.get(call.voyage) === vessel);
    const key = JSON.stringify([vessel, mine.map(([{ id }, { voyage, call }]) => [id, voyage, call])]);
    const tied = mine.reduce((changed, [one, call]) => withSighting(changed, { ...one, ...call, binds: true }), loose);
    const span = (voyage: Voyage): VoyageSpan | null => {
      const here = JSON.stringify([
        voyage.id,
        ...mine.filter(([, at]) => at.voyage === voyage.id).map(([{ id }, at]) => [id, at.call]),
      ]);
      const old = spans.get(here);
      const made = old === undefined ? spanOf(voyageBounds(tied, ways, voyage)) : old;
      spans.set(here, made);
      return made;
    };
    const answer = known.get(key) ?? shipFits(tied, ways, vessel, span) ?? undecided();
    known.set(key, answer);
    return answer;
  };
  const undecided = (): boolean => {
    sure = false;
    return true;
  };
  const choices = unnamed.map((sighting) => callsOf(sighting, dataset.voyages));
  let count = 0;
  const place = (at: number, placed: readonly (readonly [Sighting, Call])[]): void => {
    const sighting = unnamed[at];
    if (!sighting) {
      count++;
      return;
    }
    place(at + 1, placed);
    for (const call of choices[at] ?? []) {
      if (count > limit) return;
      const more = [...placed, [sighting, call] as const];
      // What does not hold with some does not hold with more: the rest need not be tried.
      if (holds(shipOf.get(call.voyage) ?? '', more)) place(at + 1, more);
    }
  };
  place(0, []);
  return { count: Math.min(count, limit), exact: count <= limit && sure };
}

const callsOf = (sighting: Sighting, voyages: readonly Voyage[]): Call[] =>
  voyages.flatMap((voyage) =>
    [...callPorts(voyage).keys()]
      .filter((call) => couldBeAt(sighting, voyage, call))
      .map((call) => ({ voyage: voyage.id, call })),
  );

const withSighting = (dataset: Dataset, changed: Sighting): Dataset => ({
  ...dataset,
  sightings: dataset.sightings.map((one) => (one.id === changed.id ? changed : one)),
});

/** Undefined where there are too many orders to tell. */
function shipFits(
  dataset: Dataset,
  ways: Ways,
  vessel: string,
  span?: (voyage: Voyage) => VoyageSpan | null,
): boolean | undefined {
  const voyages = dataset.voyages.filter((voyage) => voyage.vessel === vessel);
  const problem = orderProblem(dataset, ways, voyages, span);
  const order = problem && someOrder(problem);
  return order === undefined ? undefined : order !== null;
}

interface ShipWindows {
  readonly fits: boolean | undefined;
  readonly orders: number;
  readonly legs: readonly LegWindows[];
}

function shipWindows(dataset: Dataset, ways: Ways, voyages: readonly Voyage[]): ShipWindows {
  const { fitting, alone, contradictions, tooMany } = fittingOrders(dataset, ways, voyages);
  if (contradictions.length > 0) return { fits: false, orders: 0, legs: [] };
  const solved = tooMany ? alone : fitting;
  const legs = voyages.flatMap((voyage) =>
    voyage.legs.map((_, leg): LegWindows => {
      const mine = solved.filter((order) => order.voyages.includes(voyage));
      const [depart, arrive] = [departure(voyage.id, leg), arrival(voyage.id, leg)];
      return { voyage: voyage.id, leg, depart: hullOf(mine, depart), arrive: hullOf(mine, arrive) };
    }),
  );
  return { fits: tooMany ? shipFits(dataset, ways, voyages[0]?.vessel ?? '') : true, orders: fitting.length, legs };
}

function hullOf(orders: readonly FittingOrder[], event: string): Window {
  const windows = orders.map(({ solution }) => solution.window(event));
  return {
    earliest: Math.min(...windows.map(({ earliest }) => earliest)),
    latest: Math.max(...windows.map(({ latest }) => latest)),
  };
}

const narrower = (before: ShipWindows, after: ShipWindows): LegWindows[] =>
  after.legs.filter((leg, at) => {
    const old = before.legs[at];
    return !old || !same(old.depart, leg.depart) || !same(old.arrive, leg.arrive);
  });

const same = (a: Window, b: Window): boolean => a.earliest === b.earliest && a.latest === b.latest;
