import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { lastSighting } from '../../evidence/situation.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import { whereabouts } from '../../model/whereabouts.ts';
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
  const [asked, turn] = useState(0);
  if (seen || page.state.resting.value) last.current = tableNow(page, asked, turn);
  return last.current;
}

/** Ships on a page of the table, where there is a crowd. */
const PAGE = 25;

/** Those whose place is told: all that are shown; of a crowd those that can be at sea, and first the one whose voyage is open. */
function listedShips({ state }: Page, { shown, t }: MomentTeller): readonly ShipNow[] {
  if (!state.crowd.value) return state.ships.value;
  const selected = state.settings.selected.value;
  const chosen = shown.ships.find(({ voyages }) => voyages.some(({ voyage }) => voyage.id === selected));
  const atSea = state.underWay.value.filter(({ plan }) => plan !== chosen);
  return chosen ? [{ plan: chosen, now: whereabouts(chosen, t) }, ...atSea] : atSea;
}

function tableNow(page: Page, asked: number, turn: (page: number) => void): VNode | null {
  const teller = momentTellerOf(page);
  if (!teller) return null;
  const { table, rows: say } = laterIn(teller.lang);
  const crowd = page.state.crowd.value;
  const ships = listedShips(page, teller);
  const last = Math.max(0, Math.ceil(ships.length / PAGE) - 1);
  const at = Math.min(asked, last);
  const listed = crowd ? ships.slice(at * PAGE, (at + 1) * PAGE) : ships;
  const of = page.state.among.value?.size ?? teller.shown.ships.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="table-scroll" aria-label={table.label} tabIndex={0}>
      <table class="table-ships">
        <caption>
          {table.caption(teller.dates.moment(teller.t))} {crowd && say.listed(page.state.underWay.value.length, of)}
        </caption>
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
          {listed.map((ship) => (
            <Row key={ship.plan.vessel.id} ship={ship} teller={teller} />
          ))}
        </tbody>
      </table>
      {crowd && ships.length > PAGE && (
        <p class="table-pages">
          <button type="button" class="button" disabled={at === 0} onClick={() => turn(at - 1)}>
            {say.previous}
          </button>{' '}
          <span role="status">{say.page(at * PAGE + 1, at * PAGE + listed.length, ships.length)}</span>{' '}
          <button type="button" class="button" disabled={at === last} onClick={() => turn(at + 1)}>
            {say.next}
          </button>
        </p>
      )}
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
