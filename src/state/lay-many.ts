/** A case of many ships, worked out in a worker. Loaded only where there are many. */
import { type FleetIndex, fleetOf } from '../model/fleet-index.ts';
import type { Lane } from '../model/lanes.ts';
import type { ShipPlan } from '../model/plan.ts';
import type { Dataset } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';
import { type Case, caseOfPlans } from './case.ts';
import { portions, voyageWeight } from './in-portions.ts';
import { type LaidPart, receiveShip } from './lay-fleet.ts';
import type { LayOrder } from './lay-worker.ts';
import workerUrl from './lay-worker.ts?worker&url';
import { startWorker } from './start-worker.ts';

type Sent = { readonly part: LaidPart } | { readonly done: true } | { readonly error: string };

/** Points of lines or of tracks that are handed to the worker at once. */
const AT_ONCE = 20_000;

/** Lets the page do what else it has to. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Works out a case of many ships.
 *
 * @param found the lines to lay its lanes from
 * @param progress told the share of the voyages that are done, 0 to 1
 * @throws Error where the worker fails, with the reason
 */
export async function layMany(
  dataset: Dataset,
  found: readonly FoundLine[],
  progress: (share: number) => void = () => undefined,
): Promise<Case> {
  const worker = await startWorker(workerUrl);
  const lanes: Lane[] = [];
  const ships: ShipPlan[] = [];
  try {
    const index = await new Promise<FleetIndex>((resolve, reject) => {
      let last: FleetIndex | null = null;
      worker.onmessage = ({ data }: MessageEvent<Sent>) => {
        if ('error' in data) reject(new Error(data.error));
        else if ('done' in data) last ? resolve(last) : reject(new Error('the worker sent no index'));
        else if (data.part.kind === 'lanes') lanes.push(...data.part.lanes);
        else if (data.part.kind === 'index') last = data.part.index;
        else {
          for (const ship of data.part.ships) ships.push(receiveShip(ship, dataset, lanes));
          progress(data.part.share);
        }
      };
      worker.onerror = ({ message }) => reject(new Error(message || 'the worker failed'));
      hand(worker, dataset, found).catch(reject);
    });
    return caseOfPlans(dataset, lanes, ships, found, fleetOf(index));
  } finally {
    worker.terminate();
  }
}

/** Hands a case over in portions: to copy all of it at once would hold the page up. */
async function hand(worker: Worker, dataset: Dataset, found: readonly FoundLine[]): Promise<void> {
  const send = (order: LayOrder): void => worker.postMessage(order);
  const { voyages, ...rest } = dataset;
  for (const some of portions(voyages, voyageWeight, AT_ONCE)) {
    send({ kind: 'voyages', voyages: some });
    await pause();
  }
  for (const some of portions(
    found,
    ({ line, greatCircle }) => (line?.points.length ?? 0) + greatCircle.length,
    AT_ONCE,
  )) {
    send({ kind: 'lines', found: some });
    await pause();
  }
  send({ kind: 'lay', rest });
}
