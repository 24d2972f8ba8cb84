/** The analysis, worked out in a worker. Loaded only where it is asked for. */
import type { Answer, Question, TaskName } from './analysis-tasks.ts';
import workerUrl from './analysis-worker.ts?worker&url';
import { startWorker } from './start-worker.ts';

/**
 * Asks one question in a worker of its own.
 *
 * @param signal stops the worker; the promise is then rejected with the signal's reason
 * @throws Error where the work failed, with the reason
 */
export async function askInWorker<Name extends TaskName>(
  question: Question<Name>,
  signal: AbortSignal,
): Promise<Answer<Name>> {
  signal.throwIfAborted();
  const worker = await startWorker(workerUrl);
  return new Promise<Answer<Name>>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onmessage = ({ data }: MessageEvent<{ answer: Answer<Name> } | { error: string }>) => {
      if ('error' in data) reject(new Error(data.error));
      else resolve(data.answer);
    };
    worker.onerror = ({ message }) => reject(new Error(message || 'the worker failed'));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
