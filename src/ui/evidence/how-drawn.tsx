import { laterIn } from '../../i18n/later-words.ts';
import { reasonIn, retold } from '../../i18n/retold.ts';
import { inLanguage } from '../../i18n/text.ts';
import { HOUR } from '../../model/edtf.ts';
import type { Lane } from '../../model/lanes.ts';
import { KM_PER_NAUTICAL_MILE } from '../../model/path.ts';
import type { ShipPlan, VoyagePlan } from '../../model/plan.ts';
import type { Assumptions, Sighting } from '../../model/records.ts';
import { portName, type Teller } from '../teller.ts';
import { voyageTitle } from './voyage-title.ts';

interface Props {
  readonly teller: Teller;
  readonly plan: VoyagePlan;
}

/** Everything that stands between what sources say and what is drawn: assumptions, readings, the route, the schedule, the orders. */
export function HowDrawn({ teller, plan, ship }: Props & { ship: ShipPlan }) {
  const evidence = laterIn(teller.lang).evidence;
  return (
    <details class="how small">
      <summary>{evidence.how}</summary>
      <AssumptionList teller={teller} />
      <Readings teller={teller} plan={plan} />
      <Routes teller={teller} plan={plan} />
      <h3>{evidence.schedule}</h3>
      <Schedule teller={teller} plan={plan} />
      {ship.orders.length > 1 && (
        <>
          <h3>{evidence.orders}</h3>
          <ol class="how-orders">
            {ship.orders.map((order) => (
              <li key={order.join()}>{order.map((id) => titleOf(teller, id)).join(' → ')}</li>
            ))}
          </ol>
        </>
      )}
    </details>
  );
}

function AssumptionList({ teller }: { teller: Teller }) {
  const { shown, lang } = teller;
  const names = Object.keys(laterIn(lang).evidence.assumptions) as (keyof Assumptions)[];
  return (
    <dl class="how-list">
      {names.map((name) => {
        const { value, reason } = shown.dataset.assumptions[name];
        return (
          <div key={name}>
            <dt>{laterIn(lang).evidence.assumptions[name](value)}</dt>
            <dd>{reasonIn(reason, lang)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function Readings({ teller, plan }: Props) {
  const { shown, lang } = teller;
  const sightings = shown.dataset.sightings.filter((sighting) => sighting.voyage === plan.voyage.id);
  const notes = plan.voyage.legs.flatMap((leg) => inLanguage(leg.note, lang) || []);
  if (sightings.length + notes.length === 0) return null;
  return (
    <>
      <h3>{laterIn(lang).evidence.readings}</h3>
      <ul class="how-list">
        {sightings.map((sighting) => (
          <li key={sighting.id}>
            <b>
              {portName(teller, sighting.port)}, {teller.dates.cited(sighting.date)}
            </b>
            : {readingInWords(teller, sighting)}
          </li>
        ))}
        {[...new Set(notes)].map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

function readingInWords({ lang }: Teller, sighting: Sighting): string {
  const { reading } = laterIn(lang).evidence;
  return [
    sighting.what === 'ship' ? reading[sighting.reading] : reading[sighting.what],
    ...(sighting.vessel === null && sighting.what === 'ship' ? [reading.unnamed] : []),
    ...(sighting.binds ? (sighting.call === undefined ? [reading.untied] : []) : [reading.weak]),
  ].join('; ');
}

function Routes({ teller, plan }: Props) {
  const { lang } = teller;
  const lanes: readonly Lane[] = [...new Set(plan.legs.map((leg) => leg.path.lane))];
  if (lanes.length === 0) return null;
  const number = (value: number): string => value.toLocaleString(lang, { maximumFractionDigits: 1 });
  return (
    <>
      <h3>{laterIn(lang).evidence.route}</h3>
      {lanes.map(({ id, ends, km, method }) => (
        <p key={id}>
          {laterIn(lang).evidence.routeLength(
            portName(teller, ends[0]),
            portName(teller, ends[1]),
            number(km),
            number(km / KM_PER_NAUTICAL_MILE),
          )}{' '}
          {retold(method, lang)}
        </p>
      ))}
    </>
  );
}

function Schedule({ teller, plan }: Props) {
  const { dates, lang } = teller;
  const evidence = laterIn(lang).evidence;
  if (!plan.drawn) return <p>{evidence.noSchedule}</p>;
  // Minutes would look like knowledge.
  const hourOf = (t: number): string => dates.short(Math.round(t / HOUR) * HOUR);
  return (
    <>
      <p>{evidence.scheduleNote}</p>
      <ul class="how-list">
        {plan.drawn.map(({ depart, arrive }, at) => {
          const leg = plan.voyage.legs[at];
          if (!leg) return null;
          const [from, to] = [portName(teller, leg.from), portName(teller, leg.to)];
          return <li key={depart}>{evidence.passage(from, hourOf(depart), to, hourOf(arrive))}</li>;
        })}
      </ul>
    </>
  );
}

function titleOf(teller: Teller, id: string): string {
  const plan = teller.shown.voyage(id);
  return plan ? voyageTitle(teller, plan.voyage) : id;
}
