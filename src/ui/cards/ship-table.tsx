import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { lastSighting } from '../../evidence/situation.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import { shipLook } from '../../scene/ship-look.ts';
import type { ShipNow } from '../../state/state.ts';
import { voyageTitle } from '../evidence/voyage-title.ts';
import { type Page, usePage } from '../page-context.ts';
import { type MomentTeller, momentTellerOf, portName } from '../teller.ts';
import { bestInWords, mayBeInWords } from './best-guess-words.ts';
import { sightingInWords } from './port-card.tsx';
import { ShipMark } from './ship-mark.tsx';

/**
 * Everything the map says of the ships at the moment, as a table. It follows the playhead and is never announced by
 * itself. While it is not seen it waits until time rests.
 */
export function ShipTable({ seen }: { seen: boolean }) {
  const page = usePage();
  const last = useRef<VNode | null>(null);
  if (seen || page.state.resting.value) last.current = tableNow(page);
  return last.current;
}

function tableNow(page: Page): VNode | null {
  const teller = momentTellerOf(page);
  if (!teller) return null;
  const { table } = laterIn(teller.lang);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="table-scroll" aria-label={table.label} tabIndex={0}>
      <table class="table-ships">
        <caption>{table.caption(teller.dates.moment(teller.t))}</caption>
        <thead>
          <tr>
            {[table.ship, table.best, table.where, table.voyages, table.last].map((head) => (
              <th key={head} scope="col" class="table-head">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.state.ships.value.map((ship) => (
            <Row key={ship.plan.vessel.id} ship={ship} teller={teller} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ ship, teller }: { ship: ShipNow; teller: MomentTeller }) {
  const { table } = laterIn(teller.lang);
  const name = inLanguage(ship.plan.vessel.name, teller.lang);
  const look = shipLook(teller.shown.ships.indexOf(ship.plan), name);
  const voyages = ship.now.voyages.flatMap((id) => {
    const plan = teller.shown.voyage(id);
    return plan ? [voyageTitle(teller, plan.voyage)] : [];
  });
  return (
    <tr class={`ship-${look.colour}`}>
      <th scope="row" class="table-ship">
        <ShipMark look={look} /> <span class="table-name">{name}</span>
      </th>
      <td>{bestInWords(teller, ship)}</td>
      <td>{mayBeInWords(teller, ship)}</td>
      <td>{voyages.join(', ') || table.noVoyage}</td>
      <td>{lastSeen(teller, ship)}</td>
    </tr>
  );
}

function lastSeen(teller: MomentTeller, { plan }: ShipNow): string {
  const { table } = laterIn(teller.lang);
  const sighting = lastSighting(teller.shown.dataset, plan, teller.t);
  if (!sighting) return table.neverSeen;
  const publishers = sighting.claims.flatMap((id) =>
    (teller.shown.claim(id)?.sources ?? []).map((source) =>
      inLanguage(teller.shown.source(source)?.publisher, teller.lang),
    ),
  );
  const what = sightingInWords(teller, sighting);
  const seen = table.lastSeen(teller.dates.cited(sighting.date), portName(teller, sighting.port), what);
  return publishers.length > 0 ? `${seen} (${[...new Set(publishers)].join('; ')})` : seen;
}
