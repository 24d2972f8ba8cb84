import { type ClashSum, clashSum } from '../../analysis/clash-sum.ts';
import type { Clash, ClashBound, Event } from '../../analysis/clashes.ts';
import type { ShipContradiction } from '../../analysis/consistency.ts';
import { type Statement, statementKey } from '../../analysis/ship-statements.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { capital } from '../../i18n/en/grammar.ts';
import { HOUR } from '../../model/edtf.ts';
import { change } from '../../state/state.ts';
import { usePage } from '../page-context.ts';
import { portName } from '../teller.ts';
import { ClaimCard } from './claim-card.tsx';
import { claimsDesk } from './claims-desk.ts';
import { figure, hours, shipName, sightingName, titleOf, voyageName, type WhatIfTeller } from './in-words.ts';
import { PointedCard } from './pointed-card.tsx';
import { useWhatIf } from './use-what-if.ts';

interface ContradictionCardProps {
  readonly teller: WhatIfTeller;
  readonly contradiction: ShipContradiction;
  readonly heading: string;
  /** What has to be assumed for it, in words. */
  readonly clauses: readonly string[];
}

/** Statements that cannot all be true, side by side, with what has to be assumed and the sum that shows it. */
export function ContradictionCard({ teller, contradiction, heading, clauses }: ContradictionCardProps) {
  const { statements, smallest, voyages, clashes, moreClashes } = contradiction;
  const { state } = usePage();
  const say = analysisIn(teller.lang).addsUp.claims;
  const [first, ...others] = clashes;
  const listed = voyages.filter((id) => !teller.assumed.includes(id));
  return (
    <section class="addsup-contradiction">
      <h4 class="kicker">{heading}</h4>
      <p>{smallest ? say.smallest(statements.length) : say.irreducible}</p>
      <div class="addsup-pair">
        {statements.map((statement) => (
          <StatementCard key={statementKey(statement)} teller={teller} statement={statement} />
        ))}
      </div>
      <p>{clauses.length > 0 ? say.needs(clauses) : say.needsNothing}</p>
      {first && <Arithmetic teller={teller} clash={first} />}
      {listed.map((id) => (
        <button
          key={id}
          type="button"
          class="button addsup-small addsup-show"
          onClick={() => change(state, { selected: id })}
        >
          {say.show(titleOf(teller, id))}
        </button>
      ))}
      {others.length > 0 && (
        <details class="addsup-fold small">
          <summary>{say.orders(clashes.length, moreClashes)}</summary>
          {others.map((clash) => (
            <Arithmetic key={clash.order.join()} teller={teller} clash={clash} />
          ))}
        </details>
      )}
    </section>
  );
}

function StatementCard({ teller, statement: { kind, id } }: { teller: WhatIfTeller; statement: Statement }) {
  const changing = useWhatIf();
  const desk = claimsDesk(usePage().state);
  const say = analysisIn(teller.lang).addsUp.claims;
  const leaveOut = (kind === 'claim' || kind === 'sighting') && changing && (
    <button
      type="button"
      class="button addsup-small"
      aria-label={say.takeOutWhich(id)}
      onClick={() => {
        desk.focusAnswer = true;
        changing.change({ without: [...changing.whatIf.without, id] });
      }}
    >
      {say.takeOut}
    </button>
  );
  if (kind === 'claim') {
    return (
      <ClaimCard teller={teller} id={id}>
        {leaveOut}
      </ClaimCard>
    );
  }
  return (
    <PointedCard statement={{ kind, id }}>
      <p class="claim-text">
        {kind === 'trips' && say.byReader(changing?.whatIf.more[id] ?? teller.assumed.length, shipName(teller, id))}
        {kind === 'voyage' && say.voyageItself(voyageName(teller, id))}
        {kind === 'sighting' && say.sightingItself(sightingName(teller, id))}
      </p>
      {leaveOut}
    </PointedCard>
  );
}

/** Steps that stand open; more wait behind their number. */
const MOST_STEPS = 8;

/** The bounds of a clash one after the other, then the hours at hand and the hours needed. */
function Arithmetic({ teller, clash }: { teller: WhatIfTeller; clash: Clash }) {
  const say = analysisIn(teller.lang).addsUp.claims;
  const sum = clashSum(clash);
  const steps = (
    <ol>
      {sum.steps.map((step, at) => (
        <li key={at}>{capital(stepInWords(teller, step))}</li>
      ))}
    </ol>
  );
  return (
    <div class="addsup-sum small">
      {clash.order.length > 1 && <p>{say.inOrder(clash.order.map((id) => titleOf(teller, id)))}</p>}
      {sum.steps.length > MOST_STEPS ? (
        <details class="addsup-fold">
          <summary>{say.sum(sum.steps.length)}</summary>
          {steps}
        </details>
      ) : (
        steps
      )}
      <p>
        {atHand(teller, sum)} {say.needed(hours(teller, sum.needed))}{' '}
        <b>
          {say.lacking(clash.lacking < HOUR / 10 ? say.lessThan(figure(teller, 0.1)) : hours(teller, clash.lacking))}
        </b>
      </p>
    </div>
  );
}

function atHand(teller: WhatIfTeller, { atHand: time }: ClashSum): string {
  const say = analysisIn(teller.lang).addsUp.claims;
  return time < 0 ? say.backwards(hours(teller, 0 - time)) : say.atHand(hours(teller, time));
}

function stepInWords(teller: WhatIfTeller, { from, to, least, moment, why }: ClashBound): string {
  const { steps, because } = analysisIn(teller.lang).addsUp.claims;
  if (moment) {
    const reason = why.kind === 'sighting' ? because.sighting(sightingName(teller, why.sighting)) : because[why.kind];
    const event = eventInWords(teller, moment.side === 'not-before' ? to : from);
    const time = `${teller.dates.short(moment.time)} ${teller.dates.zoneName(moment.time)}`;
    return moment.side === 'not-before' ? steps.notBefore(event, time, reason) : steps.notAfter(event, time, reason);
  }
  const time = hours(teller, Math.abs(least));
  if (least < 0) return steps.atMost(eventInWords(teller, to), eventInWords(teller, from), time);
  const voyage = 'voyage' in why ? teller.shown.dataset.voyages.find(({ id }) => id === why.voyage) : undefined;
  if (why.kind === 'passage' && voyage) {
    const leg = voyage.legs[why.leg];
    return steps.passage(portName(teller, leg?.from ?? ''), portName(teller, leg?.to ?? ''), time);
  }
  if (why.kind === 'stay' && voyage) {
    return steps.stay(portName(teller, voyage.legs[why.call]?.from ?? ''), time);
  }
  if (why.kind === 'order') return steps.order(titleOf(teller, why.first), titleOf(teller, why.next), time);
  return steps.between(eventInWords(teller, from), eventInWords(teller, to), time);
}

function eventInWords(teller: WhatIfTeller, event: Event): string {
  const { events } = analysisIn(teller.lang).addsUp.claims;
  if (event.kind === 'time') return events.time;
  if ('sighting' in event) {
    const seen = teller.shown.dataset.sightings.find(({ id }) => id === event.sighting);
    return events[event.kind](seen ? portName(teller, seen.port) : event.sighting);
  }
  const leg = teller.shown.dataset.voyages.find(({ id }) => id === event.voyage)?.legs[event.leg];
  const port = event.kind === 'departure' ? leg?.from : leg?.to;
  return events[event.kind](titleOf(teller, event.voyage), portName(teller, port ?? ''));
}
