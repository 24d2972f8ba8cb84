import { ASSUMPTION_NAMES } from '../../analysis/what-if.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { reasonIn } from '../../i18n/retold.ts';
import { usePage } from '../page-context.ts';
import { figure, seenInWords, sightingName, voyageName, type WhatIfTeller } from './in-words.ts';
import { whatIfOf } from './use-what-if.ts';
import { WhatCameOfIt } from './what-came-of-it.tsx';
import { changesInWords } from './what-if-banner.tsx';

/** What a reader changed in the case as it is reported, record by record; or that it is as reported. */
export function ReportChanges({ teller }: { teller: WhatIfTeller }) {
  const page = usePage();
  const { reported, whatIf } = page.state;
  const say = analysisIn(teller.lang).report.changes;
  if (!whatIf.value || !reported.value) return <p>{say.none}</p>;
  const banner = laterIn(teller.lang).whatIf;
  const { dataset } = reported.value;
  const before: WhatIfTeller = { ...teller, shown: reported.value, assumed: [] };
  const { claims, sightings } = teller.shown.dataset;
  const out = dataset.claims.filter(({ id }) => !claims.some((one) => one.id === id)).map(({ id }) => id);
  const unheeded = dataset.sightings.filter(({ id }) => !sightings.some((one) => one.id === id));
  const { misfits } = whatIf.value;
  const placed = Object.entries(whatIfOf(page).ties).filter(
    ([id]) => sightings.some((one) => one.id === id) && !misfits.includes(id),
  );
  return (
    <>
      <p>
        <b>{banner.changes(changesInWords(page))}</b> {banner.notReported}
      </p>
      {out.length > 0 && <p>{say.claims(out)}</p>}
      <ul class="report-list">
        {unheeded.map((sighting) => (
          <li key={sighting.id}>{say.sighting(seenInWords(before, sighting))}</li>
        ))}
        {placed.map(([id, call]) => (
          <li key={id}>
            {call
              ? say.placed(sightingName(teller, id), voyageName(teller, call.voyage))
              : say.placedNowhere(sightingName(teller, id))}
          </li>
        ))}
      </ul>
      <WhatCameOfIt teller={teller} />
    </>
  );
}

/** Every figure assumed, with the reason that the case gives for it, or with that of the case where a reader chose another. */
export function ReportAssumptions({ teller }: { teller: WhatIfTeller }) {
  const { reported, whatIf } = usePage().state;
  const { report, addsUp } = analysisIn(teller.lang);
  const { assumptions } = laterIn(teller.lang).evidence;
  const { illustrative, inCase, units } = addsUp.change;
  const inReports = (reported.value ?? teller.shown).dataset.assumptions;
  return (
    <ul class="report-list">
      {ASSUMPTION_NAMES.map((name) => {
        const words = assumptions[name](teller.shown.dataset.assumptions[name].value);
        const { value, reason } = inReports[name];
        const why = reasonIn(reason, teller.lang);
        const use = name === 'usualSpeed' || name === 'usualStay' ? illustrative : '';
        return (
          <li key={name}>
            {whatIf.value?.changed.includes(name)
              ? report.changed(words, inCase(figure(teller, value), units[name](figure(teller, value)), why))
              : report.assumed(words, why)}
            {use !== '' && <span class="quiet"> {use}.</span>}
          </li>
        );
      })}
    </ul>
  );
}
