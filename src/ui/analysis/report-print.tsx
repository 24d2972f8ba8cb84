/** Works the report out, draws it beside the page for the printer alone, prints it and takes it away again. */
import { signal } from '@preact/signals-core';
import { render } from 'preact';
import { FIRST_QUESTION } from '../../analysis/ship-schedules.ts';
import { askInWorker } from '../../state/analysis-in-worker.ts';
import type { Answer, Asking as AskingOf, TaskName } from '../../state/analysis-tasks.ts';
import { openReachInWorker } from '../../state/reach-in-worker.ts';
import { change, createState } from '../../state/state.ts';
import { stillMap } from '../map/still-map.ts';
import { type Page, PageContext } from '../page-context.ts';
import { tellerOf } from '../teller.ts';
import { detailOf, partOf } from './open-part.ts';
import styleSheet from './report.css?url';
import { type Answers, Report } from './report.tsx';
import sheetOfPaper from './report-paper.css?url';
import { answerSpans, spansToTell } from './report-spans.ts';
import { readDetail, type SchedulesDetail } from './schedules-detail.ts';

/**
 * Prints the analysis of the case that is shown. The report stands in the page's root until it is printed, unseen.
 *
 * @param root of the page; its screen is hidden on paper while the report is there
 * @param stop gives up, and takes a report away that no printer has asked for
 * @param progress told how many answers of all are there
 * @throws Error where an answer or the base map cannot be had
 */
export async function printReport(
  page: Page,
  root: ShadowRoot,
  stop: AbortSignal,
  progress: (done: number, of: number) => void,
): Promise<void> {
  const [wanted, analysis] = [page.state.time.value, page.state.settings.analysis.value];
  const still = asItStands(page);
  const teller = tellerOf(still);
  if (!teller) return;
  const assumed = still.state.whatIf.value?.assumed ?? [];
  const detail = readDetail(detailOf(partOf(analysis) === 'schedules' ? analysis : null)) ?? FIRST_QUESTION;
  const [answers, { data }] = await Promise.all([
    answersOf({ page: still, assumed, detail, wanted, stop, progress }),
    stillMap({ base: page.base ?? '', load: () => import('../../map/map-view.ts') }),
  ]);
  stop.throwIfAborted();

  const box = document.createElement('div');
  box.className = 'report';
  box.hidden = true;
  const links: HTMLLinkElement[] = [];
  const focused = root.activeElement;
  const close = (): void => {
    render(null, box);
    for (const part of [box, ...links]) part.remove();
    // A browser may take the focus off what it prints nothing of.
    const lost = root.activeElement === null && document.activeElement === document.body;
    if (lost && focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  };
  stop.addEventListener('abort', close, { once: true });
  root.append(box);
  render(
    <PageContext.Provider value={still}>
      <Report
        teller={{ ...teller, assumed }}
        answers={answers}
        detail={detail}
        basemap={data}
        chosen={page.state.settings.time.value === null ? null : wanted}
        address={page.state.own.value ? null : location.href}
      />
    </PageContext.Provider>,
    box,
  );
  // Paper cannot be unfolded.
  for (const fold of box.querySelectorAll('details')) fold.open = true;
  await Promise.all([
    styled(root, styleSheet, links),
    // What a sheet of paper is like can be said for the whole document only.
    styled(document.head, sheetOfPaper, links),
  ]);
  stop.throwIfAborted();
  addEventListener('afterprint', close, { once: true });
  window.print();
}

/** The page with what it shows now, whatever is changed while the report is made. */
function asItStands({ state: now, words, dates, ids, ...page }: Page): Page {
  const state = createState();
  state.reported.value = now.reported.value;
  state.case.value = now.case.value;
  state.whatIf.value = now.whatIf.value;
  const { lang, zone, whatif } = now.settings;
  change(state, { lang: lang.value, zone: zone.value, whatif: whatif.value });
  return { ...page, state, words: signal(words.value), dates: signal(dates.value), ids: `${ids}-report` };
}

interface Asking {
  readonly page: Page;
  readonly assumed: readonly string[];
  readonly detail: SchedulesDetail;
  /** The moment that the reader had chosen, UTC ms. */
  readonly wanted: number;
  readonly stop: AbortSignal;
  readonly progress: (done: number, of: number) => void;
}

const TASKS_ASKED = ['consistency', 'dated', 'unnamed', 'trips', 'schedules'] as const;

async function answersOf({ page, assumed, detail, wanted, stop, progress }: Asking): Promise<Answers> {
  const shown = page.state.case.value;
  if (!shown) throw new Error('no case is open');
  const { dataset, found } = shown;
  const all = TASKS_ASKED.length + spansToTell(shown).told.length;
  let count = 0;
  const done = (): void => progress(++count, all);
  const ask = async <Name extends TaskName>(task: Name, asking?: AskingOf<Name>): Promise<Answer<Name>> => {
    const answer = await askInWorker({ task, dataset, found, assumed, asking }, stop);
    done();
    return answer;
  };
  const [consistency, dated, unnamed, trips, schedules, spans] = await Promise.all([
    ask('consistency'),
    ask('dated'),
    ask('unnamed'),
    ask('trips'),
    ask('schedules', { ...FIRST_QUESTION, ...detail }),
    answerSpans({ shown, base: page.base ?? '', wanted, signal: stop, done, open: openReachInWorker }),
  ]);
  return { consistency, dated, unnamed, trips, schedules, spans };
}

/** Adds a style sheet; resolves when it is there, or cannot be had: the report can be read without. */
function styled(parent: ParentNode, href: string, links: HTMLLinkElement[]): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  links.push(link);
  const done = new Promise<void>((resolve) => {
    link.onload = () => resolve();
    link.onerror = () => resolve();
  });
  parent.append(link);
  return done;
}
