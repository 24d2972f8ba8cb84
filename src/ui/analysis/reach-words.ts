import { analysisIn } from '../../i18n/analysis-words.ts';
import type { DarkSpan, SpanEnd } from '../../reach/dark-spans.ts';
import type { NoReach } from '../../reach/reach.ts';
import { voyageTitle } from '../evidence/voyage-title.ts';
import { portName, type Teller } from '../teller.ts';

/** Where a span begins or ends. */
export function endName(teller: Teller, { port }: SpanEnd, side: 'from' | 'to'): string {
  const say = analysisIn(teller.lang).reach;
  return port === null ? (side === 'from' ? say.trackEnd : say.trackStart) : portName(teller, port);
}

/** From where to where. */
export const routeOf = (teller: Teller, { from, to }: DarkSpan): string =>
  analysisIn(teller.lang).reach.route(endName(teller, from, 'from'), endName(teller, to, 'to'));

/** What a span rests on. */
export function basisOf(teller: Teller, { basis, named, leg }: DarkSpan): string {
  const { basis: say } = analysisIn(teller.lang).reach;
  if (basis === 'seen') return named ? say.seen : say.unnamed;
  const plan = leg && teller.shown.voyage(leg.voyage);
  return say.passage(plan ? voyageTitle(teller, plan.voyage) : '');
}

/** Why no area is drawn; `knots` is the greatest speed assumed. */
export function noReachInWords({ lang }: Teller, none: NoReach, knots: number): string {
  const say = analysisIn(lang).reach;
  if (none.reason !== 'too-fast') return say.no[none.reason];
  // Never less than what is needed.
  const needed = Math.ceil(none.needsKnots * 10) / 10;
  return say.tooFast(needed.toLocaleString(lang), knots.toLocaleString(lang));
}

/** A length or an area to three figures: more would look like knowledge. */
export const round = ({ lang }: Teller, value: number): string =>
  value.toLocaleString(lang, { maximumSignificantDigits: 3 });

/** Ids have spaces, which an address would write as %20. */
const part = (id: string): string =>
  id.replaceAll('~', '~~').replaceAll(':', '~.').replaceAll('_', '~-').replaceAll(' ', '_');

/** The text of the setting `analysis` that opens a span: no two have the same. */
export const addressOf = ({ vessel, id }: DarkSpan): string => `reach:${part(vessel)}:${part(id)}`;
