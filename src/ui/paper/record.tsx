/** The case in words and tables, for where nothing can be opened: on paper and without script. */
import { voyageChain } from '../../evidence/voyage-chain.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { VoyagePlan } from '../../model/plan.ts';
import { ChainTable } from '../evidence/chain-table.tsx';
import { VoyageClaims } from '../evidence/voyage-claims.tsx';
import { voyageTitle } from '../evidence/voyage-title.ts';
import { usePage } from '../page-context.ts';
import { portName, type Teller, tellerOf } from '../teller.ts';

/** Every voyage with its dates and all the claims it rests on. */
export function Record() {
  const teller = tellerOf(usePage());
  if (!teller) return null;
  const { paper, evidence } = laterIn(teller.lang);
  return (
    <section class="record" aria-label={paper.heading}>
      <h2>{paper.heading}</h2>
      {teller.shown.voyages.map((plan) => (
        <article key={plan.voyage.id} class="record-voyage">
          <h3>{paper.voyage(shipName(teller, plan), evidence.voyage(voyageTitle(teller, plan.voyage)))}</h3>
          <ChainTable teller={teller} plan={plan} />
          <VoyageClaims teller={teller} voyage={plan.voyage} />
        </article>
      ))}
    </section>
  );
}

/** One row a voyage: its departures and arrivals as cited, and the days that fit. */
export function VoyageTable() {
  const teller = tellerOf(usePage());
  if (!teller) return null;
  const { paper, table } = laterIn(teller.lang);
  return (
    <table class="record-table">
      <caption>{paper.caption}</caption>
      <thead>
        <tr>
          {[table.ship, paper.title, paper.events].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {teller.shown.voyages.map((plan) => (
          <tr key={plan.voyage.id}>
            <td>{shipName(teller, plan)}</td>
            <th scope="row">{voyageTitle(teller, plan.voyage)}</th>
            <td>{eventsInWords(teller, plan)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shipName = ({ shown, lang }: Teller, { voyage }: VoyagePlan): string =>
  inLanguage(shown.vessel(voyage.vessel)?.name, lang);

function eventsInWords(teller: Teller, plan: VoyagePlan): string {
  const { evidence, paper } = laterIn(teller.lang);
  const events = voyageChain(teller.shown.dataset, plan).map(({ kind, port, cited, window }) => {
    const name = portName(teller, port);
    const dates = cited.map(({ date }) => teller.dates.cited(date)).join('; ');
    const drawn = window === null ? evidence.noneFits : teller.dates.days(window);
    const what = kind === 'left' ? evidence.left(name, '') : evidence.reached(name);
    return paper.event(what, dates || evidence.noDate, drawn);
  });
  return events.join(' ');
}
