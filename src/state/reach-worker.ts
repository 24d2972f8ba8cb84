/** Works out where a ship may have been, away from the page's own thread. */
import { landFor } from './reach-land.ts';
import { type ReachOrder, reachSession } from './reach-session.ts';

const take = reachSession(landFor, (answer) => postMessage(answer));

addEventListener('message', ({ data }: MessageEvent<ReachOrder>) => take(data));
