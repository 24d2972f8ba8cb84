/** Sea routes that the build did not compute, found in a worker. */
import type { Signal } from '@preact/signals-core';
import { greatCircle } from '../model/geodesy.ts';
import type { LonLat } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';
import type { PassageId } from '../reach/passages.ts';
import workerUrl from './route-worker.ts?worker&url';
import type { Search } from './sea-lines.ts';
import { startWorker } from './start-worker.ts';

/** What the worker is asked. */
export interface RouteOrder {
  readonly pairs: readonly (readonly [LonLat, LonLat])[];
  /** Address of the folder that holds `basemap/`. */
  readonly base: string;
  /** Passages of the world that are closed; as usual where left out. */
  readonly closed: readonly PassageId[] | undefined;
}

/** What the worker answers: lines as they are found, then that it is done, or why it cannot go on. */
export type RouteAnswer =
  | { readonly kind: 'found'; readonly lines: readonly (readonly [at: number, line: FoundLine])[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string };

/** Points of a great circle stand at most this far apart, km. */
const STEP_KM = 50;

/**
 * Finds lines; where the worker fails or is stopped, the rest are great circles with the reason.
 *
 * @param search told how far it is, and how to stop it
 */
export async function findInWorker(order: RouteOrder, search: Signal<Search | null>): Promise<readonly FoundLine[]> {
  const found = new Map<number, FoundLine>();
  let why = '';
  try {
    const worker = await startWorker(workerUrl);
    why = await new Promise<string>((resolve) => {
      const stop = (): void => resolve('The search for sea routes was stopped before this one was found.');
      worker.onmessage = ({ data }: MessageEvent<RouteAnswer>) => {
        if (data.kind === 'done') resolve('');
        else if (data.kind === 'failed') resolve(failed(data.message));
        else {
          for (const [at, line] of data.lines) found.set(at, line);
          search.value = { done: found.size, of: order.pairs.length, stop };
        }
      };
      worker.onerror = ({ message }) => resolve(failed(message || 'the worker failed'));
      search.value = { done: 0, of: order.pairs.length, stop };
      worker.postMessage(order);
    }).finally(() => worker.terminate());
  } catch (error) {
    why = failed(error instanceof Error ? error.message : String(error));
  }
  search.value = null;
  return order.pairs.map(
    ([from, to], at) =>
      found.get(at) ?? { from, to, line: null, greatCircle: greatCircle(from, to, STEP_KM), failure: why },
  );
}

const failed = (why: string): string => `Sea routes could not be computed (${why}).`;
