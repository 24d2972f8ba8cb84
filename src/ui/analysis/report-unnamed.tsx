import type { AssignedCall, Assignments } from '../../analysis/assignments.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import type { Sighting } from '../../model/records.ts';
import type { Answer } from '../../state/analysis-tasks.ts';
import { ClaimSources } from '../cards/claim-source.tsx';
import { seenInWords, voyageName, type WhatIfTeller } from './in-words.ts';
import { Adds, fitInWords } from './unnamed-found.tsx';

interface ReportUnnamedProps {
  readonly teller: WhatIfTeller;
  readonly found: Answer<'unnamed'>;
}

/** Each sighting of an unnamed ship with the calls that it may belong to, without the choice between them. */
export function ReportUnnamed({ teller, found: { sightings, together } }: ReportUnnamedProps) {
  const { report, addsUp } = analysisIn(teller.lang);
  if (sightings.length === 0) return <p>{addsUp.unnamed.none}</p>;
  return (
    <>
      <p>{report.unnamed.lead}</p>
      {sightings.map((assignments) => {
        const sighting = teller.shown.dataset.sightings.find(({ id }) => id === assignments.sighting);
        return sighting && <Seen key={sighting.id} teller={teller} sighting={sighting} assignments={assignments} />;
      })}
      <p>{addsUp.unnamed.together(together.count.toLocaleString(teller.lang), together.exact)}</p>
    </>
  );
}

interface SeenProps {
  readonly teller: WhatIfTeller;
  readonly sighting: Sighting;
  readonly assignments: Assignments;
}

function Seen({ teller, sighting, assignments: { calls, tied } }: SeenProps) {
  const { report, addsUp } = analysisIn(teller.lang);
  const { call: line, here, hereWeakly } = report.unnamed;
  const said = (found: AssignedCall): string[] => {
    const isHere = tied?.voyage === found.voyage && tied.call === found.call;
    return [fitInWords(teller, found), ...(isHere ? [sighting.binds ? here : hereWeakly] : [])];
  };
  return (
    <section class="report-seen">
      <h3>{seenInWords(teller, sighting)}</h3>
      {sighting.claims.map((id) => {
        const claim = teller.shown.claim(id);
        return claim && <ClaimSources key={id} claim={claim} />;
      })}
      {calls.every(({ fits }) => fits === false) && <p>{addsUp.unnamed.noneFits}</p>}
      <ul class="report-list">
        <li>{line(addsUp.unnamed.atNone, tied === null ? [here] : [])}</li>
        {calls.map((found) => (
          <li key={`${found.voyage} ${found.call}`}>
            {line(voyageName(teller, found.voyage), said(found))}
            {found.fits && <Adds teller={teller} found={found} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
