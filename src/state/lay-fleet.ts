/**
 * Works out a case of many ships in pieces, each small enough to be handed from a worker to the page without holding it
 * up. What the page has already (records, lanes) is named by its number and put in again there.
 */
import { type FleetIndex, fleetIndex } from '../model/fleet-index.ts';
import { type Lane, layLanes } from '../model/lanes.ts';
import { type LegPlan, plansOf, type ShipPlan, type VoyagePlan } from '../model/plan.ts';
import type { Dataset } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';
import { portions } from './in-portions.ts';
import { linesOf } from './sea-lines.ts';

interface SentLeg extends Omit<LegPlan, 'path'> {
  readonly lane: number;
  readonly reversed: boolean;
}

interface SentVoyage extends Omit<VoyagePlan, 'voyage' | 'legs'> {
  readonly voyage: number;
  readonly legs: readonly SentLeg[];
}

/** A plan without what the page has already. */
export interface SentShip extends Omit<ShipPlan, 'vessel' | 'voyages'> {
  readonly vessel: number;
  readonly voyages: readonly SentVoyage[];
}

export type LaidPart =
  | { readonly kind: 'lanes'; readonly lanes: readonly Lane[] }
  | { readonly kind: 'ships'; readonly ships: readonly SentShip[]; readonly share: number }
  | { readonly kind: 'index'; readonly index: FleetIndex };

/** Points of lanes and voyages of ships that are handed over at once. */
const AT_ONCE = { points: 20_000, voyages: 400 } as const;

/**
 * Lays a case, part after part: lanes, ships in their order with the share of voyages done, at last the index of the fleet.
 *
 * @throws RangeError as `layLanes`
 */
export function* layFleet(dataset: Dataset, found: readonly FoundLine[]): Generator<LaidPart, void> {
  const lines = linesOf(found);
  const ways = layLanes(dataset, lines.sea, lines.greatCircle);
  for (const lanes of portions(ways.lanes, ({ table }) => table.points.length, AT_ONCE.points)) {
    yield { kind: 'lanes', lanes };
  }
  const laneAt = new Map(ways.lanes.map((lane, at) => [lane, at]));
  const vesselAt = new Map(dataset.vessels.map(({ id }, at) => [id, at]));
  const voyageAt = new Map(dataset.voyages.map(({ id }, at) => [id, at]));
  const plans: ShipPlan[] = [];
  let done = 0;
  for (const ships of portions(plansOf(dataset, ways), ({ voyages }) => voyages.length, AT_ONCE.voyages)) {
    plans.push(...ships);
    for (const { voyages } of ships) done += voyages.length;
    yield {
      kind: 'ships',
      share: done / dataset.voyages.length,
      ships: ships.map((ship) => ({
        ...ship,
        vessel: vesselAt.get(ship.vessel.id) as number,
        voyages: ship.voyages.map((plan) => ({
          ...plan,
          voyage: voyageAt.get(plan.voyage.id) as number,
          legs: plan.legs.map(({ path, ...leg }) => ({
            ...leg,
            lane: laneAt.get(path.lane) as number,
            reversed: path.reversed,
          })),
        })),
      })),
    };
  }
  yield { kind: 'index', index: fleetIndex(plans) };
}

/** A plan as the page needs it. */
export function receiveShip(sent: SentShip, dataset: Dataset, lanes: readonly Lane[]): ShipPlan {
  const at = <T>(list: readonly T[], number: number): T => {
    const found = list[number];
    if (found === undefined) throw new RangeError(`there is no record ${number}`);
    return found;
  };
  return {
    ...sent,
    vessel: at(dataset.vessels, sent.vessel),
    voyages: sent.voyages.map((plan) => ({
      ...plan,
      voyage: at(dataset.voyages, plan.voyage),
      legs: plan.legs.map(({ lane, reversed, ...leg }) => ({ ...leg, path: { lane: at(lanes, lane), reversed } })),
    })),
  };
}
