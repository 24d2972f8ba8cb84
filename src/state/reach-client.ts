/** Asks a worker where a ship may have been in a dark span. */
import type { Port } from '../model/records.ts';
import type { NoReach, ReachQuestion } from '../reach/reach.ts';
import type { ReachAnswer, ReachFacts, ReachNow, ReachOrder } from './reach-session.ts';

/** A dark span that can be asked about. */
export interface OpenReach {
  readonly kind: 'open';
  readonly facts: ReachFacts;
  /**
   * Where she may be at `t` (UTC ms); null where a later question overtook this one before its turn, or the reach was
   * closed.
   */
  at(t: number): Promise<ReachNow | null>;
  /** Ends the worker. */
  close(): void;
}

export interface ReachWork {
  readonly question: ReachQuestion;
  /** The listed ports of the case. */
  readonly ports: readonly Port[];
  /** Address of the folder that holds `basemap/`, with its last slash. */
  readonly base: string;
  /** Told the share of the work done, 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Stops the work, and ends the worker, also after it was opened. */
  readonly signal?: AbortSignal;
}

/** What is used of a worker. */
export type ReachWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/**
 * Works out a dark span.
 *
 * @param start starts a worker that answers as `reachSession` does
 * @returns the open span, or why there is none
 * @throws Error where the worker or the land fails, and the signal's reason where it stops the work
 */
export async function openReach(
  { question, ports, base, progress, signal }: ReachWork,
  start: () => Promise<ReachWorker>,
): Promise<OpenReach | NoReach> {
  signal?.throwIfAborted();
  const worker = await start();
  const close = (): void => worker.terminate();
  try {
    const facts = await opened(worker, { kind: 'open', question, ports, base }, progress, signal);
    if (facts.kind === 'reach') return answering(worker, facts, signal);
    close();
    return facts;
  } catch (error) {
    close();
    throw error;
  }
}

function opened(
  worker: ReachWorker,
  order: ReachOrder,
  progress: ReachWork['progress'],
  signal: AbortSignal | undefined,
): Promise<Extract<ReachAnswer, { kind: 'opened' }>['facts']> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    const settle = (done: () => void): void => {
      signal?.removeEventListener('abort', stop);
      done();
    };
    worker.onmessage = ({ data }: MessageEvent<ReachAnswer>) => {
      if (data.kind === 'progress') progress?.(data.share);
      else if (data.kind === 'opened') settle(() => resolve(data.facts));
      else settle(() => reject(new Error(data.kind === 'failed' ? data.message : 'the worker answered out of turn')));
    };
    worker.onerror = ({ message }) => settle(() => reject(new Error(message || 'the worker failed')));
    // The signal may have fired while the worker started.
    if (signal?.aborted) stop();
    else worker.postMessage(order);
  });
}

interface Asked {
  readonly t: number;
  readonly resolve: (now: ReachNow | null) => void;
  readonly reject: (error: Error) => void;
}

/** One question is with the worker, and the latest one waits: a playhead asks faster than outlines are drawn. */
function answering(worker: ReachWorker, facts: ReachFacts, signal: AbortSignal | undefined): OpenReach {
  let [asked, waiting]: [Asked | null, Asked | null] = [null, null];
  let closed = false;
  const ask = (question: Asked | null): void => {
    asked = question;
    if (question) worker.postMessage({ kind: 'at', t: question.t } satisfies ReachOrder);
  };
  const answer = (give: (question: Asked) => void): void => {
    if (asked) give(asked);
    const next = waiting;
    waiting = null;
    ask(next);
  };
  worker.onmessage = ({ data }: MessageEvent<ReachAnswer>) => {
    if (data.kind === 'now') answer(({ resolve }) => resolve(data.now));
    if (data.kind === 'failed') answer(({ reject }) => reject(new Error(data.message)));
  };
  worker.onerror = ({ message }) => answer(({ reject }) => reject(new Error(message || 'the worker failed')));
  const close = (): void => {
    closed = true;
    worker.terminate();
    asked?.resolve(null);
    waiting?.resolve(null);
    [asked, waiting] = [null, null];
  };
  signal?.addEventListener('abort', close, { once: true });
  return {
    kind: 'open',
    facts,
    close,
    at: (t) =>
      new Promise((resolve, reject) => {
        if (closed) return resolve(null);
        if (!asked) return ask({ t, resolve, reject });
        waiting?.resolve(null);
        waiting = { t, resolve, reject };
      }),
  };
}
