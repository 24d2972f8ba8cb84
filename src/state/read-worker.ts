/** Reads somebody's own file away from the page's own thread. */
import { inPortions } from './in-portions.ts';
import type { Numbered } from './read-client.ts';
import { type ReadOrder, readSession } from './read-session.ts';

let turn = 0;
const answer = readSession((share) => postMessage({ turn, share }));

addEventListener('message', ({ data }: MessageEvent<Numbered<ReadOrder>>) => {
  turn = data.turn;
  void answer(data.content).then((content) => {
    const { portions, rest } = inPortions(content);
    for (const portion of portions) postMessage({ turn: data.turn, portion });
    postMessage({ turn: data.turn, content: rest });
  });
});
