/** Somebody's own file, read in a worker. Loaded only where one is opened. */
import { type Desk, deskAt } from './read-client.ts';
import workerUrl from './read-worker.ts?worker&url';
import { startWorker } from './start-worker.ts';

/** Opens a desk in a worker of its own. Rejects where no worker can be started. */
export const openDesk = async (progress: (share: number) => void): Promise<Desk> =>
  deskAt(await startWorker(workerUrl), progress);
