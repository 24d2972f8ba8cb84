/** Reads somebody's own file away from the page's own thread. */
import type { Numbered } from './read-client.ts';
import { type ReadOrder, readSession } from './read-session.ts';

let turn = 0;
const answer = readSession((share) => postMessage({ turn, share }));

addEventListener('message', ({ data }: MessageEvent<Numbered<ReadOrder>>) => {
  turn = data.turn;
  void answer(data.content).then((content) => postMessage({ turn: data.turn, content }));
});
