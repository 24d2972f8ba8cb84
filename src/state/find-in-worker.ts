/** Sea routes that the build did not compute, found in a worker. */
import type { LonLat } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';

/** Finds lines; where the worker fails, straight ones with the reason. `coast`: address of a GeoJSON file of land. */
export function findInWorker(pairs: readonly [LonLat, LonLat][], coast: string): Promise<readonly FoundLine[]> {
  const straight = (failure: string): FoundLine[] =>
    pairs.map(([from, to]) => ({ from, to, line: null, greatCircle: [from, to], failure }));
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./route-worker.ts', import.meta.url), { type: 'module' });
    const end = (found: readonly FoundLine[]): void => {
      worker.terminate();
      resolve(found);
    };
    worker.onmessage = ({ data }: MessageEvent<readonly FoundLine[] | string>) =>
      end(typeof data === 'string' ? straight(data) : data);
    worker.onerror = ({ message }) =>
      end(straight(`Sea routes could not be computed (${message || 'the worker failed'}).`));
    worker.postMessage({ pairs, coast });
  });
}
