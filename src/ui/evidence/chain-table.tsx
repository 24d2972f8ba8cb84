import { WELL_DATED } from '../../evidence/crossings.ts';
import { type ChainEvent, type Cited, voyageChain } from '../../evidence/voyage-chain.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { VoyagePlan } from '../../model/plan.ts';
import { portName, type Teller } from '../teller.ts';

/** The departures and arrivals of a voyage: dates as cited beside the days drawn, these bold where they are within a week. */
export function ChainTable({ teller, plan }: { teller: Teller; plan: VoyagePlan }) {
  const { dates, shown, lang } = teller;
  const evidence = laterIn(lang).evidence;
  const { greatestSpeed, leastStay } = shown.dataset.assumptions;
  return (
    <>
      <table class="chain small">
        <caption class="unseen">{evidence.chain}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{evidence.event}</span>
            </th>
            <th scope="col">{evidence.asCited}</th>
            <th scope="col" class="chain-drawn">
              {evidence.drawn(dates.zoneName(shown.period.earliest))}
            </th>
          </tr>
        </thead>
        <tbody>
          {voyageChain(shown.dataset, plan).map((event) => (
            <Row key={`${event.leg} ${event.kind}`} event={event} teller={teller} />
          ))}
        </tbody>
      </table>
      <p class="chain-assumed quiet">{evidence.assumed(greatestSpeed.value, leastStay.value)}</p>
    </>
  );
}

function Row({ event, teller }: { event: ChainEvent; teller: Teller }) {
  const { dates, lang } = teller;
  const evidence = laterIn(lang).evidence;
  const { kind, window } = event;
  const port = portName(teller, event.port);
  const narrow = window !== null && window.latest - window.earliest <= WELL_DATED;
  return (
    <tr>
      <th scope="row" class="chain-event">
        {kind === 'left' ? evidence.left(port, inLanguage(event.cargo, lang)) : evidence.reached(port)}
      </th>
      <td class="quiet">
        {event.cited.length === 0
          ? evidence.noDate
          : event.cited.map((cited) => citedInWords(teller, cited)).join('; ')}
      </td>
      <td class={narrow ? 'chain-drawn chain-narrow' : 'chain-drawn'}>
        {window === null ? evidence.noneFits : dates.days(window)}
      </td>
    </tr>
  );
}

/** An open date that follows from a sighting says so where the sighting did not name the ship. */
export function citedInWords({ dates, lang }: Teller, { date, sighting }: Cited): string {
  const cited = dates.cited(date);
  if (!sighting || sighting.vessel !== null) return cited;
  return `${cited} (${sighting.what === 'ship' ? laterIn(lang).evidence.unnamedShip : laterIn(lang).evidence.cargoSeen})`;
}
