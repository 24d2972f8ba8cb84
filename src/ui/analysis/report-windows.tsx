import type { DatedLeg } from '../../analysis/dated-alone.ts';
import { type ChainEvent, voyageChain } from '../../evidence/voyage-chain.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { laterIn } from '../../i18n/later-words.ts';
import type { ShipPlan, VoyagePlan } from '../../model/plan.ts';
import type { Answer } from '../../state/analysis-tasks.ts';
import { citedInWords } from '../evidence/chain-table.tsx';
import { portName } from '../teller.ts';
import { clause } from './claims-found.tsx';
import { shipName, titleOf, type WhatIfTeller } from './in-words.ts';

interface ReportWindowsProps {
  readonly teller: WhatIfTeller;
  readonly dated: Answer<'dated'>;
}

/** A table a ship: what is dated of every departure and arrival alone, and what is left of it when all is taken together. */
export function ReportWindows({ teller, dated }: ReportWindowsProps) {
  const { windows } = analysisIn(teller.lang).report;
  const { ships } = teller.shown;
  if (ships.length === 0) return <p>{windows.none}</p>;
  return (
    <>
      {ships.map((ship) => (
        <ShipTable key={ship.vessel.id} teller={teller} dated={dated} ship={ship} />
      ))}
    </>
  );
}

function ShipTable({ teller, dated, ship }: ReportWindowsProps & { ship: ShipPlan }) {
  const { windows } = analysisIn(teller.lang).report;
  const columns = windows.columns(teller.dates.zoneName(teller.shown.period.earliest));
  const together = ship.orders.length > 0;
  const clauses = (['greatestSpeed', 'leastStay', ...(together ? (['order'] as const) : [])] as const).map((part) =>
    clause(teller, part),
  );
  const name = shipName(teller, ship.vessel.id);
  const listed = teller.shown.voyages.filter(({ voyage }) => voyage.vessel === ship.vessel.id);
  const impossible = listed.filter(({ legs }) => legs.length === 0).map(({ voyage }) => titleOf(teller, voyage.id));
  return (
    <table class="report-windows">
      <caption>
        {together ? windows.after(name, clauses) : windows.alone(name, clauses)}{' '}
        {impossible.length > 0 && `${windows.leftOut(impossible)} `}
        {windows.before}
      </caption>
      <thead>
        <tr>
          {Object.values(columns).map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {listed.map((plan) => (
        <Rows
          key={plan.voyage.id}
          teller={teller}
          plan={plan}
          legs={dated.find(({ voyage }) => voyage === plan.voyage.id)?.legs ?? []}
        />
      ))}
    </table>
  );
}

function Rows({ teller, plan, legs }: { teller: WhatIfTeller; plan: VoyagePlan; legs: readonly DatedLeg[] }) {
  const { evidence } = laterIn(teller.lang);
  const { neverAgrees } = analysisIn(teller.lang).report.windows;
  const { dates, shown } = teller;
  const before = ({ leg, kind }: ChainEvent): string => {
    const window = legs[leg]?.[kind === 'left' ? 'depart' : 'arrive'];
    return window ? dates.days(window) : neverAgrees;
  };
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colspan={4}>
          {evidence.voyage(titleOf(teller, plan.voyage.id))}
        </th>
      </tr>
      {voyageChain(shown.dataset, plan).map((event) => {
        const port = portName(teller, event.port);
        return (
          <tr key={`${event.leg} ${event.kind}`}>
            <th scope="row">{event.kind === 'left' ? evidence.left(port, '') : evidence.reached(port)}</th>
            <td>{event.cited.map((cited) => citedInWords(teller, cited)).join('; ') || evidence.noDate}</td>
            <td>{before(event)}</td>
            <td>
              <b>{event.window === null ? evidence.noneFits : dates.days(event.window)}</b>
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}
