/** Sea routes that the build did not compute, found in a worker. */
import type { LonLat } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';
import type { WorldOptions } from '../reach/world-route.ts';
import workerUrl from './route-worker.ts?worker&url';
import { startWorker } from './start-worker.ts';

/**
 * Finds lines; where the worker fails, straight ones with the reason.
 *
 * @param base address of the folder that holds `basemap/`
 * @param options which passages of the world are closed
 */
export async function findInWorker(
  pairs: readonly [LonLat, LonLat][],
  base: string,
  options: WorldOptions = {},
): Promise<readonly FoundLine[]> {
  const straight = (why: string): FoundLine[] =>
    pairs.map(([from, to]) => {
      const failure = `Sea routes could not be computed (${why}).`;
      return { from, to, line: null, greatCircle: [from, to], failure };
    });
  try {
    const found = await answerOf(await startWorker(workerUrl), { pairs, base, options });
    return typeof found === 'string' ? straight(found) : found;
  } catch (error) {
    return straight(error instanceof Error ? error.message : String(error));
  }
}

function answerOf(worker: Worker, order: unknown): Promise<readonly FoundLine[] | string> {
  return new Promise<readonly FoundLine[] | string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<readonly FoundLine[] | string>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message || 'the worker failed'));
    worker.postMessage(order);
  }).finally(() => worker.terminate());
}
