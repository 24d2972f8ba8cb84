/** Works out the dark spans that a report tells of, one after the other. */
import type { Port } from '../../model/records.ts';
import { type DarkSpan, darkSpans, questionOf } from '../../reach/dark-spans.ts';
import type { NoReach } from '../../reach/reach.ts';
import type { Case } from '../../state/case.ts';
import type { OpenReach, ReachWork } from '../../state/reach-client.ts';
import type { ReachFacts, ReachNow } from '../../state/reach-session.ts';
import { type LookedAt, lookAt, placesLookedAt } from './reach-desk.ts';

/** One span, and where she may have been at one moment of it. */
export interface SpanFound {
  readonly span: DarkSpan;
  readonly found: { readonly kind: 'open'; readonly facts: ReachFacts; readonly now: ReachNow } | NoReach;
}

export interface SpansFound {
  readonly spans: readonly SpanFound[];
  /** Spans that were not worked out, since there are too many. */
  readonly left: readonly DarkSpan[];
  readonly lookedAt: LookedAt;
}

/** Spans worked out at most: each takes some seconds and half a page. */
export const MOST_SPANS = 6;

/** The spans a report tells of: those between two observations first, then the shortest; each list in the order of its ships. */
export function spansToTell(shown: Case, most = MOST_SPANS): { told: readonly DarkSpan[]; left: readonly DarkSpan[] } {
  const all = shown.ships.flatMap((plan) => darkSpans(plan, shown.dataset));
  const length = ({ window }: DarkSpan): number => window.latest - window.earliest;
  const rank = ({ basis }: DarkSpan): number => (basis === 'seen' ? 0 : 1);
  const first = new Set(all.toSorted((a, b) => rank(a) - rank(b) || length(a) - length(b)).slice(0, most));
  return { told: all.filter((span) => first.has(span)), left: all.filter((span) => !first.has(span)) };
}

/** The moment that a span is drawn at: the one wanted where it lies within, else its middle. UTC ms. */
export const momentOf = ({ window: { earliest, latest } }: DarkSpan, wanted: number): number =>
  wanted > earliest && wanted < latest ? wanted : Math.floor(earliest + (latest - earliest) / 2);

interface SpansWork {
  readonly shown: Case;
  /** Address of the folder that holds `basemap/`. */
  readonly base: string;
  /** The moment that the reader had chosen, UTC ms. */
  readonly wanted: number;
  readonly signal: AbortSignal;
  /** Told of each span that is done. */
  readonly done: () => void;
  readonly open: (work: ReachWork) => Promise<OpenReach | NoReach>;
}

/** Asks for one span after another, so that no more than one worker is at it. @throws Error where one fails */
export async function answerSpans({ shown, base, wanted, signal, done, open }: SpansWork): Promise<SpansFound> {
  const { told, left } = spansToTell(shown);
  const { ports, assumptions } = shown.dataset;
  const lookedAt = told.length > 0 ? await lookAt(base, ports) : { towns: [], failure: null };
  const places: readonly Port[] = placesLookedAt(ports, lookedAt);
  const spans: SpanFound[] = [];
  for (const span of told) {
    const question = questionOf(span, assumptions.greatestSpeed.value);
    const reach = await open({ question, ports: places, base, signal });
    if (reach.kind === 'open') {
      const now = await reach.at(momentOf(span, wanted));
      reach.close();
      signal.throwIfAborted();
      if (!now) throw new Error('the area was not worked out');
      spans.push({ span, found: { kind: 'open', facts: reach.facts, now } });
    } else spans.push({ span, found: reach });
    done();
  }
  return { spans, left, lookedAt };
}
