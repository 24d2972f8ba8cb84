/** Who is alongside in a port at a moment, and what was seen there before and after. */
import type { ShipPlan } from '../model/plan.ts';
import type { Dataset, Sighting } from '../model/records.ts';
import { type Dated, datedSightings, type Situation } from './situation.ts';

export interface PortNow {
  /** Vessel ids of ships that can be nowhere else. */
  readonly certain: readonly string[];
  /** Vessel ids of ships that may be here. */
  readonly possible: readonly string[];
  /** Some ship may be anywhere, so nobody can be ruled out. */
  readonly open: boolean;
  /** The nearest sighting that was over. */
  readonly last?: Dated;
  /** A sighting whose dates include the moment. */
  readonly during?: Sighting;
  /** The nearest sighting still to come. */
  readonly next?: Dated;
}

/**
 * What can be said of a port at a moment.
 *
 * @param ships all ships of the case at the moment: leaving one out would make an empty port look known
 * @param t UTC milliseconds
 */
export function portNow(dataset: Dataset, ships: ReadonlyMap<ShipPlan, Situation>, t: number, port: string): PortNow {
  const situations = [...ships].map(([plan, situation]) => ({ id: plan.vessel.id, ...situation }));
  const certain = situations.filter((one) => one.certainPort === port).map((one) => one.id);
  const possible = situations.filter((one) => one.certainPort !== port && one.ports.includes(port));
  const here = datedSightings(dataset).filter(({ sighting }) => sighting.port === port);
  const last = here
    .filter((one) => one.latest <= t)
    .sort((a, b) => a.latest - b.latest)
    .at(-1);
  const during = here.find((one) => one.earliest <= t && t < one.latest);
  const next = here.filter((one) => one.earliest > t).sort((a, b) => a.earliest - b.earliest)[0];
  return {
    certain,
    possible: possible.map((one) => one.id),
    open: situations.some((one) => one.elsewhere),
    ...(last ? { last } : {}),
    ...(during ? { during: during.sighting } : {}),
    ...(next ? { next } : {}),
  };
}
