/** Where a ship could have gone while nobody saw her. */
import { effect } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { type DarkSpan, darkSpans, questionOf } from '../../reach/dark-spans.ts';
import { shipLook } from '../../scene/ship-look.ts';
import { beginWork } from '../../state/answering.ts';
import { change, seek } from '../../state/state.ts';
import { ShipMark } from '../cards/ship-mark.tsx';
import { mapGuest } from '../map/map-guest.ts';
import { usePage } from '../page-context.ts';
import type { Teller } from '../teller.ts';
import { shipName } from './in-words.ts';
import { detailOf } from './open-part.ts';
import { JUST_ASKED, type ReachDesk, reachDesk } from './reach-desk.ts';
import { ReachAssumed, ReachFacts } from './reach-facts.tsx';
import { REACH_GUEST } from './reach-on-map.tsx';
import { addressOf, basisOf, noReachInWords, round, routeOf } from './reach-words.ts';

/** The times in which nobody saw a ship, or one of them with what was worked out for it. */
export function ReachPart({ teller }: { teller: Teller }) {
  const { state } = usePage();
  const { shown } = teller;
  const analysis = state.settings.analysis.value;
  const say = analysisIn(teller.lang).reach;
  const ships = useMemo(() => shown.ships.map((plan) => darkSpans(plan, shown.dataset)), [shown]);
  const span = ships.flat().find((one) => addressOf(one) === analysis);
  return (
    <div class="reach">
      {span ? (
        <OneSpan teller={teller} span={span} />
      ) : (
        <>
          <h3 class="reach-heading">{say.heading}</h3>
          <p>{ships.flat().length === 0 ? say.none : detailOf(analysis) === '' ? say.intro : say.unknown}</p>
          {ships.map((spans, number) => (
            <Spans key={number} teller={teller} number={number} spans={spans} />
          ))}
        </>
      )}
    </div>
  );
}

interface SpansProps {
  readonly teller: Teller;
  /** Of the ship in the case. */
  readonly number: number;
  readonly spans: readonly DarkSpan[];
}

function Spans({ teller, number, spans }: SpansProps) {
  const { state } = usePage();
  const [first] = spans;
  if (!first) return null;
  const name = shipName(teller, first.vessel);
  return (
    <section>
      <h4 class={`reach-ship ship-${shipLook(number, name).colour}`}>
        <ShipMark look={shipLook(number, name)} /> {name}
      </h4>
      <ul class="reach-spans" aria-label={analysisIn(teller.lang).reach.spansOf(name)}>
        {spans.map((span) => (
          <li key={span.id}>
            <button
              type="button"
              class="reach-span"
              onClick={() => change(state, { analysis: addressOf(span), playing: false })}
            >
              <b>{teller.dates.days(span.window)}</b> {routeOf(teller, span)}
              <span class="reach-basis">{basisOf(teller, span)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneSpan({ teller, span }: { teller: Teller; span: DarkSpan }) {
  const { state } = usePage();
  const { shown } = teller;
  const desk = reachDesk(state);
  const say = analysisIn(teller.lang).reach;
  const name = shipName(teller, span.vessel);
  const look = shipLook(
    shown.ships.findIndex(({ vessel }) => vessel.id === span.vessel),
    name,
  );
  const question = questionOf(span, shown.dataset.assumptions.greatestSpeed.value);
  const { ports } = shown.dataset;
  // A what-if that changes nothing of this leaves the answer as it is.
  const key = JSON.stringify([span.vessel, span.id, question, ports]);
  useLayoutEffect(() => {
    const guest = mapGuest(state);
    desk.asked.value = JUST_ASKED;
    desk.now.value = null;
    desk.chosen.value = { span, question, ports };
    guest.value = REACH_GUEST;
    return () => {
      guest.value = null;
      desk.chosen.value = null;
    };
  }, [desk, key]);
  useWorking(desk, span);
  return (
    <>
      <p class={`reach-ship ship-${look.colour}`}>
        <ShipMark look={look} /> {name}
      </p>
      <h3 class="reach-heading">
        {routeOf(teller, span)}, {teller.dates.days(span.window)}
      </h3>
      <p class="small quiet">{basisOf(teller, span)}</p>
      <button type="button" class="button reach-button" onClick={() => change(state, { analysis: 'reach' })}>
        {say.another}
      </button>
      <Found teller={teller} span={span} desk={desk} knots={question.knots} />
      <ReachAssumed teller={teller} span={span} />
    </>
  );
}

/** Makes the page unsettled until the area of the moment shown is there, or word why there is none. */
function useWorking(desk: ReachDesk, { window }: DarkSpan): void {
  const { state } = usePage();
  const { earliest, latest } = window;
  useLayoutEffect(() => {
    const done = (): boolean => {
      const asked = desk.asked.value;
      const t = state.time.value;
      const outside = t < earliest || t > latest;
      return asked.state === 'open' ? outside || desk.now.value?.t === t : asked.state !== 'working';
    };
    let end: (() => void) | null = null;
    const stop = effect(() => {
      if (done()) {
        end?.();
        end = null;
      } else end ??= beginWork(state);
    });
    return () => {
      stop();
      end?.();
    };
  }, [state, desk, earliest, latest]);
}

interface FoundProps {
  readonly teller: Teller;
  readonly span: DarkSpan;
  readonly desk: ReachDesk;
  readonly knots: number;
}

function Found({ teller, span, desk, knots }: FoundProps) {
  const say = analysisIn(teller.lang).reach;
  const asked = desk.asked.value;
  return (
    <>
      <p class={asked.state === 'working' ? 'reach-working' : 'unseen'} role="status">
        {asked.state === 'working' && (
          <>
            {say.working(Math.floor(asked.share * 100))}
            <progress max="1" value={asked.share} aria-hidden="true" />
          </>
        )}
      </p>
      {asked.state === 'failed' && <p role="alert">{say.failed(asked.reason)}</p>}
      {asked.state === 'none' && (
        <p class="reach-none" role="alert">
          {noReachInWords(teller, asked.none, knots)}
        </p>
      )}
      {asked.state === 'open' && (
        <>
          <Now teller={teller} span={span} desk={desk} />
          <ReachFacts teller={teller} facts={asked.reach.facts} lookedAt={asked.lookedAt} knots={knots} />
        </>
      )}
    </>
  );
}

/** The area at the moment shown. */
function Now({ teller, span, desk }: Omit<FoundProps, 'knots'>) {
  const { state } = usePage();
  const say = analysisIn(teller.lang).reach;
  const { dates } = teller;
  const { earliest, latest } = span.window;
  const t = state.time.value;
  const now = desk.now.value;
  if (t < earliest || t > latest) {
    return (
      <div class="reach-now">
        <p>{say.outside(`${dates.short(t)} ${dates.zoneName(t)}`)}</p>
        <button type="button" class="button reach-button" onClick={() => seek(state, (earliest + latest) / 2)}>
          {say.goTo}
        </button>
      </div>
    );
  }
  return (
    <p class="reach-now" data-moment={now?.t}>
      {now && (
        <>
          {say.at(`${dates.short(now.t)} ${dates.zoneName(now.t)}`)}
          <b class="reach-area">{say.area(round(teller, now.areaKm2))}</b>
        </>
      )}
    </p>
  );
}
