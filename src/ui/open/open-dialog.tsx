/** Opening a file of one's own: choosing it, reading it in a worker, and the questions that a table needs. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../dataset/formats/finding.ts';
import { openIn } from '../../i18n/open-words.ts';
import { retold } from '../../i18n/retold.ts';
import type { Dataset } from '../../model/records.ts';
import { type LatestOnly, latestOnly } from '../../state/latest-only.ts';
import type { OwnFacts } from '../../state/open-address.ts';
import { layOwn, showOwn } from '../../state/own-case.ts';
import type { Desk } from '../../state/read-client.ts';
import { openDesk } from '../../state/read-in-worker.ts';
import type { OwnSource, ReadAnswer } from '../../state/read-session.ts';
import {
  type Answering,
  answersOf,
  notLookedUp,
  startAnswering,
  usesGazetteer,
  withOffers,
  withOutcome,
} from '../../state/table-dialog.ts';
import { usePage, usePageId } from '../page-context.ts';
import { SearchStatus } from '../passages/search-status.tsx';
import { ChooseFile } from './choose-file.tsx';
import { FindingsList } from './findings-list.tsx';
import { TableQuestions } from './table-questions.tsx';

interface Props {
  /** Address of the page's folder, ending in `/`. */
  readonly base: string;
  /** Read at once; null: the reader chooses first. */
  readonly source: OwnSource | null;
  /** Whether a file is held over the page. */
  readonly over: boolean;
  readonly onClose: () => void;
}

type Stage =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading'; readonly name: string; readonly share: number | null }
  | { readonly kind: 'failed'; readonly name: string; readonly why: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'table'; readonly answering: Answering; readonly findings: readonly Finding[] }
  | { readonly kind: 'drawing' };

export function OpenDialog({ base, source, over, onClose }: Props) {
  const { state } = usePage();
  const say = openIn(state.settings.lang.value);
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = usePageId();
  const { stage, read, answer, changeKind, take, stop } = useOpening(base, () => dialog.current?.close());
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (source) void read(source);
  }, [source]);
  return (
    <dialog
      ref={dialog}
      class={`page-dialog open-dialog${stage.kind === 'table' ? ' of-table' : ''}${over ? ' over' : ''}`}
      aria-labelledby={headingId}
      onClose={() => {
        stop();
        onClose();
      }}
      onPaste={(event) => {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        const typing = event.target instanceof HTMLTextAreaElement && event.target.value !== '';
        if (stage.kind !== 'choose' || typing || text.trim() === '') return;
        event.preventDefault();
        void read({ kind: 'text', name: say.pasted, text });
      }}
    >
      <h2 id={headingId}>{stage.kind === 'table' ? say.table.heading(stage.answering.preview.file) : say.heading}</h2>
      {stage.kind === 'choose' && <ChooseFile onSource={(chosen) => void read(chosen)} />}
      {stage.kind === 'reading' && (
        <div class="open-reading">
          <label>
            <span role="status">
              {say.reading(stage.name, stage.share === null ? null : Math.floor(stage.share * 100))}
            </span>
            <progress max={1} {...(stage.share === null ? {} : { value: stage.share })} />
          </label>
          <button type="button" class="button" onClick={stop}>
            {say.stop}
          </button>
        </div>
      )}
      {stage.kind === 'failed' && (
        <div class="open-failed">
          <p role="alert">
            {say.failed(stage.name)} {stage.why !== '' && say.failedWhy(retold(stage.why, state.settings.lang.value))}
          </p>
          <FindingsList name={stage.name} findings={stage.findings} count={stage.findings.length} open />
          <button type="button" class="button" onClick={stop}>
            {say.again}
          </button>
        </div>
      )}
      {stage.kind === 'table' && (
        <TableQuestions
          answering={stage.answering}
          findings={stage.findings}
          onAnswer={answer}
          onFormat={(format) => void changeKind(format)}
          onShow={() => void take()}
        />
      )}
      {stage.kind === 'drawing' && <p role="status">{say.drawing}</p>}
      <SearchStatus />
      <form method="dialog" class="open-close">
        <button type="submit" class="button">
          {say.close}
        </button>
      </form>
    </dialog>
  );
}

/** The desk where the file lies, and how far it is. */
function useOpening(base: string, close: () => void) {
  const { state } = usePage();
  const [stage, setStage] = useState<Stage>({ kind: 'choose' });
  const desk = useRef<Desk | null>(null);
  /** Counts what was begun: what an earlier beginning still answers is passed over. */
  const turn = useRef(0);

  const asking = useRef<LatestOnly<Answering> | null>(null);
  /** Begins something else; returns its number. */
  const begin = (): number => {
    asking.current?.forget();
    return ++turn.current;
  };
  const stop = (): void => {
    begin();
    desk.current?.close();
    desk.current = null;
    setStage({ kind: 'choose' });
  };
  const fail = (name: string, error: unknown): void => {
    setStage({ kind: 'failed', name, why: error instanceof Error ? error.message : String(error), findings: [] });
  };

  /** Shows a case. */
  const show = async (dataset: Dataset, facts: Omit<OwnFacts, 'before'>): Promise<void> => {
    const mine = begin();
    setStage({ kind: 'drawing' });
    const before = state.own.peek()?.before ?? state.case.peek()?.dataset.title ?? null;
    try {
      const own = await layOwn(dataset, base, { ...facts, before }, state.search);
      if (mine !== turn.current) return;
      showOwn(state, own);
      close();
    } catch (error) {
      if (mine === turn.current) fail(facts.name, error);
    }
  };

  const put = (answering: Answering, findings?: readonly Finding[]): void =>
    setStage((now) => ({
      kind: 'table',
      answering,
      findings: findings ?? (now.kind === 'table' ? now.findings : []),
    }));
  /** Asks what comes of a table under the answers so far, and looks names up that have no position. */
  asking.current ??= latestOnly<Answering>(async (answering, overtaken) => {
    const { columns, preview } = answering;
    const built = await desk.current?.ask({ kind: 'build', columns, answers: answersOf(answering), take: false });
    if (overtaken() || !built) return;
    if (built.kind !== 'built') return fail(preview.file, built.kind === 'failed' ? built.message : '');
    const next = withOutcome(answering, built.outcome);
    put(next);
    const names = notLookedUp(next);
    if (names.length === 0) return;
    const found = await desk.current?.ask({ kind: 'find', names, gazetteer: `${base}gazetteer/places.tsv` });
    if (overtaken() || !found) return;
    // Without the gazetteer positions can still be typed.
    put(withOffers(next, found.kind === 'found' ? found.places : new Map(names.map((name) => [name, []]))));
  });
  const answer = (answering: Answering, findings?: readonly Finding[]): void => {
    put(answering, findings);
    asking.current?.ask(answering);
  };

  const settle = async (name: string, read: ReadAnswer): Promise<void> => {
    if (read.kind === 'failed') fail(name, read.message);
    else if (read.kind === 'table') answer(startAnswering(read.preview), read.findings);
    else if (read.kind === 'case' && read.dataset === null) {
      setStage({ kind: 'failed', name: read.name, why: '', findings: read.findings });
    } else if (read.kind === 'case' && read.dataset !== null) {
      await show(read.dataset, { name: read.name, findings: read.findings, rows: null, gazetteer: false });
    }
  };

  const read = async (source: OwnSource): Promise<void> => {
    const mine = begin();
    desk.current?.close();
    const name = nameOf(source);
    setStage({ kind: 'reading', name, share: null });
    try {
      const opened = await openDesk((share) => {
        if (mine === turn.current) setStage({ kind: 'reading', name, share });
      });
      if (mine !== turn.current) return opened.close();
      desk.current = opened;
      const answered = await opened.ask({ kind: 'read', source });
      if (mine === turn.current) await settle(name, answered);
    } catch (error) {
      if (mine === turn.current) fail(name, error);
    }
  };

  const changeKind = async (format: Answering['preview']['format']): Promise<void> => {
    const mine = begin();
    const answered = await desk.current?.ask({ kind: 'format', format });
    if (mine === turn.current && answered?.kind === 'table') answer(startAnswering(answered.preview));
  };

  const take = async (): Promise<void> => {
    if (stage.kind !== 'table') return;
    const { answering, findings } = stage;
    const mine = begin();
    setStage({ kind: 'drawing' });
    const { columns, preview } = answering;
    const built = await desk.current?.ask({ kind: 'build', columns, answers: answersOf(answering), take: true });
    if (mine !== turn.current || !built) return;
    if (built.kind !== 'built' || built.outcome.dataset === null) return setStage(stage);
    const { dataset, shown, leftOut } = built.outcome;
    await show(dataset, {
      name: preview.file,
      findings: [...findings, ...built.outcome.findings],
      rows: { shown, leftOut },
      gazetteer: usesGazetteer(answering),
    });
  };

  return { stage, read, answer: (next: Answering) => answer(next), changeKind, take, stop };
}

function nameOf(source: OwnSource): string {
  if (source.kind === 'text') return source.name;
  if (source.kind === 'address') return source.address;
  const [first] = source.files;
  return source.files.length === 1 ? (first?.file.name ?? '') : (first?.path.split('/')[0] ?? '');
}
