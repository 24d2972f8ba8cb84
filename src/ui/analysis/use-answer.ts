import { useLayoutEffect, useState } from 'preact/hooks';
import { askInWorker } from '../../state/analysis-in-worker.ts';
import type { Answer, Asking, TaskName } from '../../state/analysis-tasks.ts';
import { beginWork } from '../../state/answering.ts';
import type { Case } from '../../state/case.ts';
import { usePage } from '../page-context.ts';

/** An answer on its way, here, or not to be had. `shown` is the case that it is of. */
export type Asked<Name extends TaskName> =
  | { readonly state: 'working' }
  | {
      readonly state: 'answered';
      readonly answer: Answer<Name>;
      readonly shown: Case;
      readonly asking: Asking<Name> | undefined;
    }
  | { readonly state: 'failed'; readonly reason: string };

/**
 * Asks a question of the case that is shown, again whenever another is; an answer that is no longer wanted is stopped.
 *
 * @param asking what the task is to be told beside the case: asked again whenever it is another object
 */
export function useAnswer<Name extends TaskName>(task: Name, asking?: Asking<Name>): Asked<Name> {
  const { state } = usePage();
  const shown = state.case.value;
  const assumed = state.whatIf.value?.assumed;
  const [asked, setAsked] = useState<Asked<Name>>({ state: 'working' });
  // At once, so that whoever waits for the page knows of it.
  useLayoutEffect(() => {
    if (!shown) return undefined;
    const end = beginWork(state);
    const stop = new AbortController();
    setAsked({ state: 'working' });
    const { dataset, found } = shown;
    askInWorker({ task, dataset, found, assumed: assumed ?? [], asking }, stop.signal)
      .then(
        (answer) => setAsked({ state: 'answered', answer, shown, asking }),
        (error: unknown) => {
          if (!stop.signal.aborted) setAsked({ state: 'failed', reason: String(error) });
        },
      )
      .finally(end);
    return () => {
      stop.abort();
      end();
    };
  }, [task, shown, assumed, asking]);
  // The answer to an earlier case or question is none to this one.
  const stale = asked.state === 'answered' && (asked.shown !== shown || asked.asking !== asking);
  return stale ? { state: 'working' } : asked;
}
