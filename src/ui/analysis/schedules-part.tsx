/** Which schedules fit: how many, in which orders, where each ship is in them day by day, and some of them one after another. */
import { signal } from '@preact/signals-core';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { FIRST_QUESTION, type ShipAnswer } from '../../analysis/ship-schedules.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { change } from '../../state/state.ts';
import { mapGuest } from '../map/map-guest.ts';
import { usePage, usePageId } from '../page-context.ts';
import type { Teller } from '../teller.ts';
import { overlayOf } from '../timeline/timeline-overlay.ts';
import { detailOf } from './open-part.ts';
import { OutcomePlayer } from './outcome-player.tsx';
import { outcomesGuest } from './outcomes-on-map.tsx';
import { MOST_SEED, readDetail, type SchedulesDetail, SLOWEST_RANGE, writeDetail } from './schedules-detail.ts';
import { schedulesOverlay } from './schedules-overlay.tsx';
import { ShipSchedulesPart } from './ship-schedules-part.tsx';
import { Stepper } from './stepper.tsx';
import { useAnswer } from './use-answer.ts';

/** Knots offered as the slowest passage when waits at sea are first left out. */
const USUAL_SLOWEST = 8;

export function SchedulesPart({ teller }: { teller: Teller }) {
  const { state } = usePage();
  const say = analysisIn(teller.lang).schedules;
  const text = detailOf(state.settings.analysis.value);
  const read = readDetail(text);
  const detail = read ?? FIRST_QUESTION;
  const { seed, slowest } = detail;
  const asking = useMemo(() => ({ ...FIRST_QUESTION, seed, slowest }), [seed, slowest]);
  const asked = useAnswer('schedules', asking);
  const last = useRef<{ readonly answer: readonly ShipAnswer[]; readonly teller: Teller } | null>(null);
  if (asked.state === 'answered') last.current = { answer: asked.answer, teller };
  const old = last.current;
  const working = asked.state === 'working';
  const { greatestSpeed, leastStay } = teller.shown.dataset.assumptions;
  return (
    <div class="schedules">
      <h3>{say.heading}</h3>
      <p class="small">{say.method(greatestSpeed.value, leastStay.value)}</p>
      {!read && (
        <p class="schedules-wrong small" role="alert">
          {say.wrongLink(text)}
        </p>
      )}
      <Measure teller={teller} detail={detail} />
      <p class={working ? 'addsup-status' : 'unseen'} role="status">
        {working && (
          <>
            {old ? say.workingAgain : say.working}
            <progress aria-hidden="true" />
          </>
        )}
      </p>
      {asked.state === 'failed' && <p role="alert">{say.failed(asked.reason)}</p>}
      {asked.state !== 'failed' && old && (
        <div class={working ? 'schedules-old' : undefined} aria-busy={working}>
          <SchedulesAnswer
            teller={old.teller}
            answer={old.answer}
            detail={detail}
            onPage={old.teller.shown === teller.shown}
          />
        </div>
      )}
    </div>
  );
}

interface DetailProps {
  readonly teller: Teller;
  readonly detail: SchedulesDetail;
}

/** What is counted. */
function Measure({ teller, detail }: DetailProps) {
  const { state } = usePage();
  const say = analysisIn(teller.lang).schedules;
  const name = usePageId();
  const { slowest } = detail;
  const ask = (knots: number | null): void => change(state, { analysis: writeDetail({ ...detail, slowest: knots }) });
  const choice = (knots: number | null, label: string) => (
    <label class="schedules-choice">
      <input type="radio" name={name} checked={(slowest === null) === (knots === null)} onChange={() => ask(knots)} />
      {label}
    </label>
  );
  return (
    <fieldset class="schedules-measure small">
      <legend>{say.passages}</legend>
      {choice(null, say.anySpeed)}
      {choice(slowest ?? USUAL_SLOWEST, say.noSlower)}
      {slowest !== null && (
        <Stepper label={say.slowest} unit={say.knots} value={slowest} range={SLOWEST_RANGE} onValue={ask} />
      )}
      <p class="quiet">{slowest === null ? say.anySpeedNote : say.noSlowerNote}</p>
    </fieldset>
  );
}

/** What the outcomes are drawn by. */
function Seed({ teller, detail }: DetailProps) {
  const { state } = usePage();
  const say = analysisIn(teller.lang).schedules;
  const { seed } = detail;
  const ask = (wanted: number): void => change(state, { analysis: writeDetail({ ...detail, seed: wanted }) });
  return (
    <div class="schedules-seed small">
      <div class="schedules-row">
        <Stepper label={say.seed} unit="" value={seed} range={[0, MOST_SEED]} whole onValue={ask} />
        <button type="button" class="button" onClick={() => ask(seed < MOST_SEED ? seed + 1 : 0)}>
          {say.anotherSeed}
        </button>
      </div>
      <p class="quiet">{say.seedNote}</p>
    </div>
  );
}

interface AnswerProps extends DetailProps {
  readonly answer: readonly ShipAnswer[];
  /** Whether it is of the case that the page shows. */
  readonly onPage: boolean;
}

/** The answer, in the panel, on the timeline and on the map for as long as it is open. */
export function SchedulesAnswer({ teller, answer, detail, onPage }: AnswerProps) {
  const { state } = usePage();
  const say = analysisIn(teller.lang).schedules;
  const assumed = state.whatIf.value?.assumed ?? [];
  const at = useMemo(() => signal(0), [answer]);
  useEffect(() => {
    if (!onPage) return undefined;
    const [overlay, guest] = [overlayOf(state), mapGuest(state)];
    overlay.value = schedulesOverlay(answer, at, teller.lang);
    guest.value = outcomesGuest(teller, answer, at);
    return () => {
      overlay.value = null;
      guest.value = null;
    };
    // A teller is another object each time; what it tells of is not.
  }, [state, answer, at, teller.shown, teller.lang, onPage]);
  const only = state.settings.only.value;
  const ships = answer.filter(({ vessel }) => only === null || only.includes(vessel));
  const count = Math.max(0, ...ships.map((ship) => (ship.possible ? ship.outcomes.length : 0)));
  return (
    <>
      {count > 0 && <OutcomePlayer teller={teller} at={at} count={count} />}
      {count > 0 && <Seed teller={teller} detail={detail} />}
      {ships.length === 0 && <p>{say.nothing}</p>}
      {ships.map((ship) => (
        <ShipSchedulesPart key={ship.vessel} teller={{ ...teller, assumed }} ship={ship} at={at} />
      ))}
    </>
  );
}
