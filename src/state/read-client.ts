/** Asks a worker to read somebody's own file. */
import { type Portion, together } from './in-portions.ts';
import type { ReadAnswer, ReadOrder } from './read-session.ts';

/** An order or an answer with its number. */
export interface Numbered<Content> {
  readonly turn: number;
  readonly content: Content;
}

type Sent =
  | Numbered<ReadAnswer>
  | { readonly turn: number; readonly share: number }
  | { readonly turn: number; readonly portion: Portion };

/** A worker with a file, for as long as somebody answers questions about it. */
export interface Desk {
  /** Never rejects; once the desk is closed nothing is answered any more. */
  ask(order: ReadOrder): Promise<ReadAnswer>;
  /** Ends the worker, whatever it does. */
  close(): void;
}

/**
 * A desk at a worker that answers as `readSession` does.
 *
 * @param progress told the share of a file that is read, 0 to 1
 */
export function deskAt(
  worker: Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>,
  progress: (share: number) => void,
): Desk {
  const waiting = new Map<number, (answer: ReadAnswer) => void>();
  /** What has come of the answer that is on its way: the worker sends one after the other. */
  let come: Portion[] = [];
  let turn = 0;
  worker.onmessage = ({ data }: MessageEvent<Sent>) => {
    if ('share' in data) progress(data.share);
    else if ('portion' in data) come.push(data.portion);
    else {
      waiting.get(data.turn)?.(together(come, data.content));
      waiting.delete(data.turn);
      come = [];
    }
  };
  worker.onerror = ({ message }) => {
    for (const resolve of waiting.values()) resolve({ kind: 'failed', message: message || 'the worker failed' });
    waiting.clear();
  };
  return {
    ask: (content) =>
      new Promise((resolve) => {
        waiting.set(++turn, resolve);
        worker.postMessage({ turn, content } satisfies Numbered<ReadOrder>);
      }),
    close: () => {
      waiting.clear();
      worker.terminate();
    },
  };
}
