import { useEffect, useState } from 'preact/hooks';
import { askInWorker } from '../../state/analysis-in-worker.ts';
import type { Answer, TaskName } from '../../state/analysis-tasks.ts';
import type { Case } from '../../state/case.ts';
import { usePage } from '../page-context.ts';

/** An answer on its way, here, or not to be had. `shown` is the case that it is of. */
export type Asked<Name extends TaskName> =
  | { readonly state: 'working' }
  | { readonly state: 'answered'; readonly answer: Answer<Name>; readonly shown: Case }
  | { readonly state: 'failed'; readonly reason: string };

/** Asks a question of the case that is shown, again whenever another is; an answer that is no longer wanted is stopped. */
export function useAnswer<Name extends TaskName>(task: Name): Asked<Name> {
  const { state } = usePage();
  const shown = state.case.value;
  const assumed = state.whatIf.value?.assumed;
  const [asked, setAsked] = useState<Asked<Name>>({ state: 'working' });
  useEffect(() => {
    if (!shown) return undefined;
    const stop = new AbortController();
    setAsked({ state: 'working' });
    askInWorker({ task, dataset: shown.dataset, found: shown.found, assumed: assumed ?? [] }, stop.signal).then(
      (answer) => setAsked({ state: 'answered', answer, shown }),
      (error: unknown) => {
        if (!stop.signal.aborted) setAsked({ state: 'failed', reason: String(error) });
      },
    );
    return () => stop.abort();
  }, [task, shown, assumed]);
  // The answer to an earlier case is none to this one.
  return asked.state === 'answered' && asked.shown !== shown ? { state: 'working' } : asked;
}
