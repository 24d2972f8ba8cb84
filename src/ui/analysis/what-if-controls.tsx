import { MOST_MORE } from '../../analysis/assumed-trips.ts';
import { claimsNotOf, hasGrades } from '../../analysis/ready-views.ts';
import { ASSUMPTION_RANGES } from '../../analysis/what-if-text.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { reasonIn } from '../../i18n/retold.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Assumptions } from '../../model/records.ts';
import { shipLook } from '../../scene/ship-look.ts';
import { ShipMark } from '../cards/ship-mark.tsx';
import type { Teller } from '../teller.ts';
import { GradeFilter } from './grade-filter.tsx';
import { figure } from './in-words.ts';
import { RecordSwitches } from './record-switches.tsx';
import { Stepper } from './stepper.tsx';
import { type Changing, useWhatIf, without } from './use-what-if.ts';

export interface ChangingProps {
  /** Tells the case as reported: what is taken out keeps its name. */
  readonly teller: Teller;
  readonly changing: Changing;
}

/** Everything a reader may change. */
export function WhatIfControls({ teller }: { teller: Teller }) {
  const changing = useWhatIf();
  if (!changing) return null;
  const told: ChangingProps = { teller: { ...teller, shown: changing.reported }, changing };
  const say = analysisIn(teller.lang).addsUp.change;
  return (
    <section class="addsup-change">
      <h3 class="addsup-heading">{say.heading}</h3>
      <p class="small quiet">{say.note}</p>
      <Views {...told} />
      <AssumptionFields {...told} />
      <MoreTrips {...told} />
      <RecordSwitches {...told} />
    </section>
  );
}

const VIEWS = ['observation', 'statement', 'all'] as const;

function Views({ teller, changing }: ChangingProps) {
  const { dataset } = changing.reported;
  const say = analysisIn(teller.lang).addsUp.change;
  const outOf = (view: (typeof VIEWS)[number]): readonly string[] => (view === 'all' ? [] : claimsNotOf(dataset, view));
  const now = [...changing.whatIf.without].sort().join('\n');
  return (
    <fieldset class="addsup-set">
      <legend>{say.views}</legend>
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          class="button addsup-view"
          aria-pressed={[...outOf(view)].sort().join('\n') === now}
          onClick={() => changing.change({ without: outOf(view) })}
        >
          {say[view]}
        </button>
      ))}
      {hasGrades(dataset) && <GradeFilter teller={teller} changing={changing} />}
    </fieldset>
  );
}

const BOUNDING = ['greatestSpeed', 'leastStay', 'approximate'] as const;
const ILLUSTRATIVE = ['usualSpeed', 'usualStay'] as const;

function AssumptionFields({ teller, changing }: ChangingProps) {
  const say = analysisIn(teller.lang).addsUp.change;
  return (
    <fieldset class="addsup-set">
      <legend>{say.assumptions}</legend>
      {BOUNDING.map((name) => (
        <AssumptionField key={name} teller={teller} changing={changing} name={name} />
      ))}
      <details class="addsup-fold small">
        <summary>{say.illustrative}</summary>
        {ILLUSTRATIVE.map((name) => (
          <AssumptionField key={name} teller={teller} changing={changing} name={name} />
        ))}
      </details>
    </fieldset>
  );
}

function AssumptionField({ teller, changing, name }: ChangingProps & { readonly name: keyof Assumptions }) {
  const say = analysisIn(teller.lang).addsUp.change;
  const { assume } = changing.whatIf;
  const { value, reason } = changing.reported.dataset.assumptions[name];
  const wanted = assume[name];
  const put = (next: number): void =>
    changing.change({ assume: next === value ? without(assume, name) : { ...assume, [name]: next } });
  const inCase = figure(teller, value);
  return (
    <div class="addsup-field">
      <Stepper
        label={say.names[name]}
        unit={say.units[name](figure(teller, wanted ?? value))}
        value={wanted ?? value}
        range={ASSUMPTION_RANGES[name]}
        onValue={put}
      />
      {wanted !== undefined && wanted !== value && (
        <button
          type="button"
          class="button addsup-small"
          aria-label={`${say.names[name]}: ${say.reset(inCase)}`}
          onClick={() => put(value)}
        >
          {say.reset(inCase)}
        </button>
      )}
      <p class="small quiet">{say.inCase(inCase, say.units[name](inCase), reasonIn(reason, teller.lang))}</p>
    </div>
  );
}

function MoreTrips({ teller, changing }: ChangingProps) {
  const say = analysisIn(teller.lang).addsUp.change;
  const { more } = changing.whatIf;
  return (
    <fieldset class="addsup-set">
      <legend>{say.trips}</legend>
      {changing.reported.dataset.vessels.map(({ id, name }, number) => {
        const ship = inLanguage(name, teller.lang);
        return (
          <div key={id} class="addsup-ship">
            <ShipMark look={shipLook(number, ship)} />
            <Stepper
              label={ship}
              unit={say.tripsUnit}
              value={Object.hasOwn(more, id) ? (more[id] ?? 0) : 0}
              range={[0, MOST_MORE]}
              whole
              onValue={(trips) => changing.change({ more: trips > 0 ? { ...more, [id]: trips } : without(more, id) })}
            />
          </div>
        );
      })}
      <p class="small quiet">{say.tripsNote}</p>
    </fieldset>
  );
}
