/** The button that prints the analysis. The report is fetched when it is pressed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { usePage } from '../page-context.ts';

/** How far the printing that was asked for last has come. */
type Asked =
  | { readonly state: 'idle' }
  | { readonly state: 'preparing'; readonly done: number; readonly of: number }
  | { readonly state: 'failed'; readonly reason: string };

export function PrintReport() {
  const page = usePage();
  const button = useRef<HTMLButtonElement>(null);
  const running = useRef<AbortController | null>(null);
  const [asked, setAsked] = useState<Asked>({ state: 'idle' });
  useEffect(() => () => running.current?.abort(), []);
  const say = analysisIn(page.state.settings.lang.value).report;

  const print = async (): Promise<void> => {
    const root = button.current?.getRootNode();
    if (!(root instanceof ShadowRoot) || asked.state === 'preparing') return;
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setAsked({ state: 'preparing', done: 0, of: 0 });
    try {
      const { printReport } = await import('./report-print.tsx');
      await printReport(page, root, stop.signal, (done, of) => {
        if (!stop.signal.aborted) setAsked({ state: 'preparing', done, of });
      });
      setAsked({ state: 'idle' });
    } catch (error) {
      if (!stop.signal.aborted) setAsked({ state: 'failed', reason: String(error) });
    }
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class="button addsup-small report-button"
        aria-disabled={asked.state === 'preparing'}
        onClick={() => void print()}
      >
        {asked.state === 'preparing' ? say.progress(asked.done, asked.of) : say.print}
      </button>
      <span class="unseen" role="status">
        {asked.state === 'preparing' && say.preparing}
      </span>
      {asked.state === 'failed' && (
        <p class="report-failed small" role="alert">
          {say.failed(asked.reason)}
        </p>
      )}
    </>
  );
}
