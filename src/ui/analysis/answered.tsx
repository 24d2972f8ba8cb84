import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { analysisIn } from '../../i18n/analysis-words.ts';
import type { Answer, TaskName } from '../../state/analysis-tasks.ts';
import { usePage } from '../page-context.ts';
import type { Teller } from '../teller.ts';
import type { WhatIfTeller } from './in-words.ts';
import { useAnswer } from './use-answer.ts';

interface AnsweredProps<Name extends TaskName> {
  readonly task: Name;
  readonly teller: Teller;
  /** Draws an answer, told by a teller of the case that it is of. */
  readonly children: (answer: Answer<Name>, teller: WhatIfTeller) => ComponentChildren;
}

/** What was worked out of the case shown; while that takes its time the answer before stays, pale and said to be old. */
export function Answered<Name extends TaskName>({ task, teller, children }: AnsweredProps<Name>) {
  const asked = useAnswer(task);
  const assumed = usePage().state.whatIf.value?.assumed ?? [];
  const last = useRef<{ readonly answer: Answer<Name>; readonly teller: WhatIfTeller } | null>(null);
  if (asked.state === 'answered') last.current = { answer: asked.answer, teller: { ...teller, assumed } };
  const say = analysisIn(teller.lang).addsUp;
  const old = last.current;
  return (
    <>
      <p class={asked.state === 'working' ? 'addsup-status' : 'unseen'} role="status">
        {asked.state === 'working' && (
          <>
            {old ? say.workingAgain : say.working}
            <progress aria-hidden="true" />
          </>
        )}
      </p>
      {asked.state === 'failed' ? (
        <p role="alert">{say.failed(asked.reason)}</p>
      ) : (
        old && (
          <div class={asked.state === 'working' ? 'addsup-old' : undefined} aria-busy={asked.state === 'working'}>
            {children(old.answer, old.teller)}
          </div>
        )
      )}
    </>
  );
}
