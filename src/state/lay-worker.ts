/** Works out a case of many ships away from the page's own thread. */
import type { Dataset, Voyage } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';
import { layFleet } from './lay-fleet.ts';

/** What is sent to the worker: records and lines in portions, then all the rest. */
export type LayOrder =
  | { readonly kind: 'voyages'; readonly voyages: readonly Voyage[] }
  | { readonly kind: 'lines'; readonly found: readonly FoundLine[] }
  | { readonly kind: 'lay'; readonly rest: Omit<Dataset, 'voyages'> };

const voyages: Voyage[] = [];
const found: FoundLine[] = [];

addEventListener('message', ({ data }: MessageEvent<LayOrder>) => {
  if (data.kind === 'voyages') return void voyages.push(...data.voyages);
  if (data.kind === 'lines') return void found.push(...data.found);
  try {
    for (const part of layFleet({ ...data.rest, voyages }, found)) postMessage({ part });
    postMessage({ done: true });
  } catch (error) {
    postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
