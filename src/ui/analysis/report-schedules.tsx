import { signal } from '@preact/signals-core';
import type { ShipAnswer } from '../../analysis/ship-schedules.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import type { WhatIfTeller } from './in-words.ts';
import { TRAIL, trailOf } from './outcome-lines.tsx';
import type { SchedulesDetail } from './schedules-detail.ts';
import { ShipSchedulesPart } from './ship-schedules-part.tsx';

interface ReportSchedulesProps {
  readonly teller: WhatIfTeller;
  readonly detail: SchedulesDetail;
  readonly answer: readonly ShipAnswer[];
}

/** Of a diagram, px: as wide as a sheet has room for. */
const WIDTH = 620;

/** Of each ship how many schedules fit, her shares of each day, and one outcome among those drawn before it. */
export function ReportSchedules({ teller, detail: { seed, slowest }, answer }: ReportSchedulesProps) {
  const { report, schedules: say } = analysisIn(teller.lang);
  const { greatestSpeed, leastStay } = teller.shown.dataset.assumptions;
  const drawn = Math.max(0, ...answer.map((ship) => (ship.possible ? ship.outcomes.length : 0)));
  const at = signal(Math.min(TRAIL, Math.max(0, drawn - 1)));
  return (
    <>
      <p>{say.method(greatestSpeed.value, leastStay.value)}</p>
      <p>{slowest === null ? `${say.anySpeed}. ${say.anySpeedNote}` : report.schedules.slowest(slowest)}</p>
      {answer.length === 0 && <p>{say.nothing}</p>}
      {drawn > 0 && (
        <p>
          <b>{report.schedules.hypothetical(at.value + 1, drawn, seed, trailOf(at.value, drawn).length)}</b>{' '}
          {say.noVoyageNote}
        </p>
      )}
      {answer.map((ship) => (
        <ShipSchedulesPart key={ship.vessel} teller={teller} ship={ship} at={at} onPaper={WIDTH} />
      ))}
    </>
  );
}
