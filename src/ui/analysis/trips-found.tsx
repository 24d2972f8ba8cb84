import {
  CLAIM_SETS,
  type ShipTrips,
  type TripLimits,
  type TripRange,
  type TripsOfSet,
} from '../../analysis/trip-limits.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { DAY } from '../../model/edtf.ts';
import { shipLook } from '../../scene/ship-look.ts';
import { CountingClaim } from '../cards/counting-claim.tsx';
import { sightingInWords } from '../cards/port-card.tsx';
import { ShipMark } from '../cards/ship-mark.tsx';
import { portName } from '../teller.ts';
import { figure, hours, shipName, sightingName, titleOf, type WhatIfTeller } from './in-words.ts';
import { TripLines } from './trip-lines.tsx';

interface TripsFoundProps {
  readonly teller: WhatIfTeller;
  readonly found: TripLimits;
}

/** The fewest and the most round trips that fit, of all ships and of each, beside what sources count. */
export function TripsFound({ teller, found }: TripsFoundProps) {
  const { ships, shapeless, totals, claimed } = found;
  const say = analysisIn(teller.lang).addsUp.trips;
  const counted = claimed.all.flatMap(({ claim }) => teller.shown.claim(claim) ?? []);
  const greatest = scaleEnd([
    ...CLAIM_SETS.flatMap((set) => totals[set] ?? []),
    ...ships.flatMap(({ sets }) => sets.flatMap(({ range }) => range ?? [])),
    ...claimed.all.map(({ least, most = least }) => ({ least, greatest: most, exact: true })),
  ]);
  return (
    <>
      <p class="addsup-lead">{say.lead}</p>
      {ships.length > 0 && (
        <section>
          <h3 class="addsup-heading">{say.all}</h3>
          <TripLines
            lines={CLAIM_SETS.map((set) => ({ name: say.sets[set], ...drawn(teller, totals[set]) }))}
            counts={claimed.all}
            most={greatest}
            caption={say.scale}
            countsName={say.claimed}
          />
        </section>
      )}
      <p class="addsup-label">{say.bound}</p>
      {CLAIM_SETS.some((set) => totals[set]?.exact === false) && <p class="small">{say.notReached}</p>}
      {ships.map((ship) => (
        <OfShip key={ship.vessel} teller={teller} ship={ship} most={greatest} />
      ))}
      {shapeless.length > 0 && <p class="small">{say.shapeless(shapeless.map((id) => shipName(teller, id)))}</p>}
      <p class="small quiet">{say.seldom}</p>
      <section class="addsup-counted small">
        <h3 class="addsup-heading">{say.claimed}</h3>
        {counted.length === 0 ? (
          <p class="quiet">{say.noneClaimed}</p>
        ) : (
          <ul>
            {counted.map((claim) => (
              <CountingClaim key={claim.id} claim={claim} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

/** Where the line ends: the greatest number drawn. An open range goes on beyond it. */
function scaleEnd(ranges: readonly TripRange[]): number {
  const ends = ranges.flatMap(({ least, greatest }) => [least, greatest]).filter(Number.isFinite);
  return Math.max(1, ...ends);
}

function drawn({ lang }: WhatIfTeller, range: TripRange | null): { range: TripRange | null; words: string } {
  const say = analysisIn(lang).addsUp.trips;
  if (!range) return { range, words: say.cannot };
  const number = (value: number): string => (Number.isFinite(value) ? value.toLocaleString(lang) : say.open);
  return { range, words: say.range(number(range.least), number(range.greatest)) };
}

function OfShip({ teller, ship, most }: { teller: WhatIfTeller; ship: ShipTrips; most: number }) {
  const say = analysisIn(teller.lang).addsUp.trips;
  const name = shipName(teller, ship.vessel);
  const look = shipLook(
    teller.shown.ships.findIndex(({ vessel }) => vessel.id === ship.vessel),
    name,
  );
  return (
    <section class={`addsup-trips ship-${look.colour}`}>
      <h3 class="addsup-heading addsup-ship-name">
        <ShipMark look={look} /> {name}
      </h3>
      <TripLines
        lines={ship.sets.map(({ set, range }) => ({ name: say.sets[set], ...drawn(teller, range) }))}
        counts={[]}
        most={most}
        caption=""
        countsName=""
      />
      <details class="addsup-fold small">
        <summary>{say.why}</summary>
        <Room teller={teller} ship={ship} />
        {ship.sets.map((one) => (
          <Reasons key={one.set} teller={teller} ship={ship} one={one} />
        ))}
      </details>
    </section>
  );
}

/** How much room the period has for shortest trips. */
function Room({ teller, ship: { period, times, home, away, ifUnseen } }: { teller: WhatIfTeller; ship: ShipTrips }) {
  const say = analysisIn(teller.lang).addsUp.trips;
  const { there, stay, back } = times;
  const bounded = Number.isFinite(period.latest - period.earliest);
  return (
    <p>
      {bounded && say.period(figure(teller, (period.latest - period.earliest) / DAY), teller.dates.days(period))}{' '}
      {say.shortest(
        hours(teller, there),
        portName(teller, away),
        hours(teller, stay),
        hours(teller, back),
        hours(teller, there + stay + back),
      )}{' '}
      {bounded
        ? say.turn(hours(teller, stay), portName(teller, home), ifUnseen.toLocaleString(teller.lang))
        : say.turnOpen}
    </p>
  );
}

/** Why there were no fewer trips by a set of claims, and no more. */
function Reasons({ teller, ship, one }: { teller: WhatIfTeller; ship: ShipTrips; one: TripsOfSet }) {
  const { set, range, sightings, calls, listed, passedOver } = one;
  const say = analysisIn(teller.lang).addsUp.trips;
  const seen = (ids: readonly string[]): string =>
    teller.shown.dataset.sightings
      .filter(({ id }) => ids.includes(id))
      .map((sighting) => `${teller.dates.cited(sighting.date)} (${sightingInWords(teller, sighting)})`)
      .join('; ');
  const port = (number: 0 | 1): string => portName(teller, number === 0 ? ship.home : ship.away);
  return (
    <div class="addsup-reasons">
      <h4>
        {say.sets[set]}: {drawn(teller, range).words}
      </h4>
      {sightings.length === 0 && <p>{say.unseen}</p>}
      {sightings.length > 0 && calls.length === 1 && <p>{say.noTrip(port(0), seen(sightings))}</p>}
      {calls.length > 1 && (
        <>
          <p>{say.fewest((calls.length - 1) / 2)}</p>
          <ol class="addsup-calls">
            {calls.map(({ port: number, seen: ids }, at) => (
              <li key={`${at} ${number}`}>{say.callAt(port(number), seen(ids))}</li>
            ))}
          </ol>
        </>
      )}
      {listed.length > 0 && <p>{say.listed(listed.map((id) => titleOf(teller, id)))}</p>}
      {passedOver.map(({ sighting, reason }) => (
        <p key={sighting}>{say.passedOver[reason](sightingName(teller, sighting))}</p>
      ))}
      {range && !range.exact && <p>{say.notReached}</p>}
    </div>
  );
}
