import type { ReadonlySignal } from '@preact/signals-core';
import type { Place } from '../../analysis/day-shares.ts';
import type { ShipAnswer, ShipSchedules } from '../../analysis/ship-schedules.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { createDates } from '../../i18n/dates.ts';
import { DAY } from '../../model/edtf.ts';
import { type ShipLook, shipLook } from '../../scene/ship-look.ts';
import { ShipMark } from '../cards/ship-mark.tsx';
import { useFollowing, usePage, usePageId } from '../page-context.ts';
import { portName, type Teller } from '../teller.ts';
import { shipName, titleOf, type WhatIfTeller } from './in-words.ts';
import { SchedulesDiagram } from './schedules-diagram.tsx';
import { placeFill, stacked, stepAt } from './share-band.tsx';

interface Props {
  readonly teller: WhatIfTeller;
  readonly ship: ShipAnswer;
  readonly at: ReadonlySignal<number>;
  /** Width of the diagram on paper, px, where there is no moment to be read off and no long table. */
  readonly onPaper?: number;
}

/** What fits for one ship: how many schedules, in which orders, and where she is in them; or why none was counted. */
export function ShipSchedulesPart({ teller, ship, at, onPaper }: Props) {
  const { shown, lang } = teller;
  const say = analysisIn(lang).schedules;
  const name = shipName(teller, ship.vessel);
  const look = shipLook(
    shown.ships.findIndex(({ vessel }) => vessel.id === ship.vessel),
    name,
  );
  return (
    <section class="schedules-ship">
      <h4 class={`schedules-name ship-${look.colour}`}>
        <ShipMark look={look} /> {name}
      </h4>
      {ship.possible ? (
        <Fitting teller={teller} ship={ship} at={at} look={look} name={name} onPaper={onPaper} />
      ) : (
        <p class="small">{say.none[ship.why](titlesOf(teller, ship.voyages))}</p>
      )}
    </section>
  );
}

const titlesOf = (teller: WhatIfTeller, ids: readonly string[]): string[] => ids.map((id) => titleOf(teller, id));

function Fitting(props: {
  teller: WhatIfTeller;
  ship: ShipSchedules;
  at: ReadonlySignal<number>;
  look: ShipLook;
  name: string;
  onPaper: number | undefined;
}) {
  const { teller, ship, at, look, name, onPaper } = props;
  const say = analysisIn(teller.lang).schedules;
  const prefix = usePageId();
  return (
    <>
      <p class="small">
        <b>{say.count(ship.total, ship.unit)}</b>{' '}
        <span class="quiet">{ship.method === 'exact' ? say.exact : say.walked}</span>
      </p>
      {ship.leftOut.length > 0 && <p class="small">{say.leftOut(titlesOf(teller, ship.leftOut))}</p>}
      <Orders teller={teller} ship={ship} />
      <SchedulesDiagram teller={teller} ship={ship} look={look} at={at} prefix={prefix} fixed={onPaper} />
      <ul class={`schedules-key ship-${look.colour}`}>
        {stacked(ship.shares).map(({ place }) => (
          <li key={JSON.stringify(place)}>
            <svg width="16" height="12" aria-hidden="true">
              <rect
                class={`share-${place.kind}`}
                x="0.5"
                y="0.5"
                width="15"
                height="11"
                fill={placeFill(prefix, ship.shares, place)}
              />
              <rect class="share-frame" x="0.5" y="0.5" width="15" height="11" />
            </svg>{' '}
            {placeName(teller, place)}
          </li>
        ))}
      </ul>
      {onPaper === undefined && (
        <>
          <Reading teller={teller} ship={ship} />
          <SharesTable teller={teller} ship={ship} name={name} />
        </>
      )}
    </>
  );
}

function Orders({ teller, ship: { orders } }: { teller: WhatIfTeller; ship: ShipSchedules }) {
  const say = analysisIn(teller.lang).schedules;
  const [first] = orders;
  if (first && orders.length === 1) {
    return <p class="small quiet">{say.oneOrder(titlesOf(teller, first.voyages))}</p>;
  }
  return (
    <table class="schedules-orders small">
      <caption class="unseen">{say.orders}</caption>
      <thead>
        <tr>
          <th scope="col">{say.order}</th>
          <th scope="col">{say.ofHundred}</th>
        </tr>
      </thead>
      <tbody>
        {orders
          .toSorted((a, b) => b.share - a.share)
          .map(({ voyages, share }) => (
            <tr key={voyages.join()}>
              <th scope="row">{say.inOrder(titlesOf(teller, voyages))}</th>
              <td>{say.hundredths(share)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function placeName(teller: Teller, place: Place): string {
  const say = analysisIn(teller.lang).schedules;
  if (place.kind === 'port') return say.atPort(portName(teller, place.port));
  return place.kind === 'sea' ? say.atSea : say.noVoyage;
}

/** The middle of a step in words: its hour only where a step is no more than a day. */
function momentName({ lang }: Teller, { moments, step }: ShipSchedules, at: number): string {
  const dates = createDates(lang, 'UTC');
  const t = moments[at] as number;
  return step > DAY ? dates.days({ earliest: t - step / 2, latest: t + step / 2 }) : `${dates.short(t)} UTC`;
}

/** The shares of the day shown, in words. */
function Reading({ teller, ship }: { teller: WhatIfTeller; ship: ShipSchedules }) {
  const { state } = usePage();
  const say = analysisIn(teller.lang).schedules;
  // Changes with the day, not with every moment.
  const at = useFollowing(() => stepAt(ship, state.time.value) ?? null, [ship, state]).value;
  const text =
    at === null
      ? say.outside(createDates(teller.lang, 'UTC').day(state.time.value))
      : say.reading(
          momentName(teller, ship, at),
          stacked(ship.shares).map(({ place, shares }) => [placeName(teller, place), shares[at] as number]),
        );
  return <p class="schedules-reading">{text}</p>;
}

function SharesTable({ teller, ship, name }: { teller: WhatIfTeller; ship: ShipSchedules; name: string }) {
  const say = analysisIn(teller.lang).schedules;
  const places = stacked(ship.shares);
  return (
    <details class="schedules-table small">
      <summary>{say.table(ship.step)}</summary>
      <table>
        <caption>{say.shares(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{say.day}</th>
            {places.map(({ place }) => (
              <th key={JSON.stringify(place)} scope="col">
                {placeName(teller, place)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ship.moments.map((moment, at) => (
            <tr key={moment}>
              <th scope="row">{momentName(teller, ship, at)}</th>
              {places.map(({ place, shares }) => (
                <td key={JSON.stringify(place)}>{say.hundredths(shares[at] as number)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
