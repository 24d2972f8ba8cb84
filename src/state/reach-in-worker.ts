/** Where a ship may have been, worked out in a worker. Loaded only where it is asked for. */
import type { NoReach } from '../reach/reach.ts';
import { type OpenReach, openReach, type ReachWork } from './reach-client.ts';
import workerUrl from './reach-worker.ts?worker&url';
import { startWorker } from './start-worker.ts';

/** Works out a dark span in a worker of its own (`openReach`). */
export const openReachInWorker = (work: ReachWork): Promise<OpenReach | NoReach> =>
  openReach(work, () => startWorker(workerUrl));
