/** A case ready to be shown: the records, their lanes and plans, and what follows from them alone. */
import { DAY, readEdtf, type Window } from '../model/edtf.ts';
import type { Fleet } from '../model/fleet-index.ts';
import type { Lane } from '../model/lanes.ts';
import { planShips, type ShipPlan, type VoyagePlan } from '../model/plan.ts';
import type { Claim, Dataset, Port, Source, Vessel } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';
import { sightingWindows, type Ways } from '../model/voyage-network.ts';

/** Ships or voyages up to which each has a mark, a row and a name of its own at every moment. */
export const FEW = { ships: 24, voyages: 200 } as const;

/** Whether a case has more ships, or more voyages, than a reader can tell apart one by one. */
export function isMany({ voyages }: Dataset): boolean {
  return voyages.length > FEW.voyages || new Set(voyages.map(({ vessel }) => vessel)).size > FEW.ships;
}

/** Voyages of one ship up to which all their orders are tried within a few milliseconds. */
const QUICK = 5;

/** Whether a case is better worked out in a worker: the page would stand still meanwhile. */
export function takesLong(dataset: Dataset): boolean {
  const { voyages } = dataset;
  return isMany(dataset) || voyages.some(({ vessel }) => voyages.filter((one) => one.vessel === vessel).length > QUICK);
}

export interface Case {
  readonly dataset: Dataset;
  /** More ships or voyages than can be told apart one by one (`isMany`): what is shown of each waits until it is asked for. */
  readonly many: boolean;
  /** Who can be at sea when; made where there are many. */
  readonly fleet: Fleet | null;
  readonly lanes: readonly Lane[];
  /** The lines that the lanes were laid from, so that a worker can lay them again. */
  readonly found: readonly FoundLine[];
  readonly ships: readonly ShipPlan[];
  /** All voyages, ship by ship, in the order they are listed on the timeline. */
  readonly voyages: readonly VoyagePlan[];
  /** The period the voyages are reported for. */
  readonly period: Window;
  /** What the timeline spans: the period and a margin after it. */
  readonly axis: Window;
  /** Moments worth stopping at: starts of events and sightings on the axis, rising, each once. */
  readonly moments: readonly number[];
  readonly port: (id: string) => Port | undefined;
  readonly vessel: (id: string) => Vessel | undefined;
  readonly claim: (id: string) => Claim | undefined;
  readonly source: (id: string) => Source | undefined;
  readonly voyage: (id: string) => VoyagePlan | undefined;
}

/** Share of the period that the timeline goes on after it, so that what was published next is seen. */
const AFTER = 0.075;

/**
 * Works out a case.
 *
 * @param ways its lanes (`layLanes`)
 * @param found the lines they were laid from
 * @throws RangeError where the period is open on a side: a timeline needs both ends
 */
export function openCase(
  dataset: Dataset,
  ways: Ways & { readonly lanes: readonly Lane[] },
  found: readonly FoundLine[] = [],
): Case {
  return caseOfPlans(dataset, ways.lanes, planShips(dataset, ways), found);
}

/**
 * The same, where the ships are planned already.
 *
 * @param fleet who can be at sea when (`fleetOf`), where there are many
 * @throws RangeError where the period is open on a side
 */
export function caseOfPlans(
  dataset: Dataset,
  lanes: readonly Lane[],
  ships: readonly ShipPlan[],
  found: readonly FoundLine[],
  fleet: Fleet | null = null,
): Case {
  const days = dataset.assumptions.approximate.value;
  const { earliest, latest } = readEdtf(dataset.window.date, days);
  if (!Number.isFinite(latest - earliest)) throw new RangeError(`the window "${dataset.window.date}" is open`);
  const axis = { earliest, latest: latest + Math.ceil(((latest - earliest) * AFTER) / DAY) * DAY };
  // On the timeline the voyages stand as the file lists them; the drawn order is only one that fits.
  const planned = new Map(ships.flatMap((ship) => ship.voyages).map((plan) => [plan.voyage.id, plan]));
  const listed = new Map(ships.map(({ vessel }): [string, VoyagePlan[]] => [vessel.id, []]));
  for (const { id, vessel } of dataset.voyages) {
    const plan = planned.get(id);
    if (plan) listed.get(vessel)?.push(plan);
  }
  const voyages = [...listed.values()].flat();
  const starts = [
    ...dataset.events.map((event) => readEdtf(event.date, days).earliest),
    ...dataset.sightings.map((sighting) => sightingWindows(sighting, days).first.earliest),
  ];
  const moments = [...new Set(starts)].filter((t) => t >= axis.earliest && t <= axis.latest).sort((a, b) => a - b);
  const byId = <T extends { readonly id: string }>(records: readonly T[]) => {
    const index = new Map(records.map((record) => [record.id, record]));
    return (id: string): T | undefined => index.get(id);
  };
  return {
    dataset,
    many: isMany(dataset),
    fleet,
    lanes,
    found,
    ships,
    voyages,
    period: { earliest, latest },
    axis,
    moments,
    port: byId(dataset.ports),
    vessel: byId(dataset.vessels),
    claim: byId(dataset.claims),
    source: byId(dataset.sources),
    voyage: (id) => planned.get(id),
  };
}
