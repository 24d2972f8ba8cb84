/** Sea routes that the build did not compute, found in a worker. */
import type { LonLat } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';
import workerUrl from './route-worker.ts?worker&url';

/** Finds lines; where the worker fails, straight ones with the reason. `coast`: address of a GeoJSON file of land. */
export async function findInWorker(pairs: readonly [LonLat, LonLat][], coast: string): Promise<readonly FoundLine[]> {
  const straight = (why: string): FoundLine[] =>
    pairs.map(([from, to]) => {
      const failure = `Sea routes could not be computed (${why}).`;
      return { from, to, line: null, greatCircle: [from, to], failure };
    });
  try {
    const found = await answerOf(await startWorker(workerUrl), { pairs, coast });
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

/** A browser starts no worker of another origin, and in a sandboxed frame every origin is another: there its text is handed over. */
async function startWorker(address: string): Promise<Worker> {
  const url = new URL(address, location.href);
  if (globalThis.origin === 'null') {
    const text = await (await fetch(url)).text();
    return new Worker(`data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`, { type: 'module' });
  }
  if (url.origin === location.origin) return new Worker(url, { type: 'module' });
  const blob = new Blob([`import ${JSON.stringify(url.href)}`], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(blob), { type: 'module' });
}
