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

/** Lines of a search. */
export interface FoundLines {
  /** In the order asked for. Those still missing when patience ends have neither a line nor a failure. */
  readonly lines: readonly FoundLine[];
  /** All of them, where some are still missing. */
  readonly whole?: Promise<readonly FoundLine[]>;
}

/** So long a case waits for its sea routes before it is shown with great circles in their place, ms: for a few, and for many. */
const PATIENCE = { few: 30_000, many: 8000 } as const;
const FEW = 12;

/**
 * Finds lines; where the worker fails or is stopped, the rest are great circles with the reason. Never rejects.
 *
 * @param search told how far it is, and how to stop it
 * @param patience how long it waits, ms
 */
export async function findInWorker(
  order: RouteOrder,
  search: Signal<Search | null>,
  patience: number = order.pairs.length > FEW ? PATIENCE.many : PATIENCE.few,
): Promise<FoundLines> {
  const found = new Map<number, FoundLine>();
  const linesWith = (failure?: string): FoundLine[] =>
    order.pairs.map(([from, to], at) => {
      const greatCircleOf = (): FoundLine => ({ from, to, line: null, greatCircle: greatCircle(from, to, STEP_KM) });
      return found.get(at) ?? { ...greatCircleOf(), ...(failure === undefined ? {} : { failure }) };
    });
  const whole = searched(order, found, search).then((failure) => {
    search.value = null;
    return linesWith(failure);
  });
  const waited = await Promise.race([whole, after(patience)]);
  return waited ? { lines: waited } : { lines: linesWith(), whole };
}

const after = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));

/** Lets the worker search; resolves with what the failure is of the lines that are not found then. */
async function searched(
  order: RouteOrder,
  found: Map<number, FoundLine>,
  search: Signal<Search | null>,
): Promise<string> {
  try {
    const worker = await startWorker(workerUrl);
    return await new Promise<string>((resolve) => {
      const stop = (): void => resolve('The search for sea routes was stopped before all were found.');
      const tell = (): void => {
        search.value = { done: found.size, of: order.pairs.length, stop };
      };
      worker.onmessage = ({ data }: MessageEvent<RouteAnswer>) => {
        if (data.kind === 'done') resolve('');
        else if (data.kind === 'failed') resolve(failed(data.message));
        else {
          for (const [at, line] of data.lines) found.set(at, line);
          tell();
        }
      };
      worker.onerror = ({ message }) => resolve(failed(message || 'the worker failed'));
      tell();
      worker.postMessage(order);
    }).finally(() => worker.terminate());
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

const failed = (why: string): string => `Sea routes could not be computed (${why}).`;
