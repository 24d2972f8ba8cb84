import { analysisIn } from '../../i18n/analysis-words.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Source } from '../../model/records.ts';
import { WholeClaim } from '../evidence/voyage-claims.tsx';
import { usePage } from '../page-context.ts';
import type { WhatIfTeller } from './in-words.ts';

/** Every claim of the case as reported, those that a reader left out marked so. */
export function ReportClaims({ teller }: { teller: WhatIfTeller }) {
  const { claims } = (usePage().state.reported.value ?? teller.shown).dataset;
  const say = analysisIn(teller.lang).report.claims;
  return (
    <>
      <p>{say.lead}</p>
      <ul class="report-claims">
        {claims.map((claim) => (
          <li key={claim.id}>
            <WholeClaim claim={claim} teller={teller}>
              {!teller.shown.claim(claim.id) && <p class="claim-doubt">{say.out}</p>}
            </WholeClaim>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Every source with its address written out, and the claims it is cited for. */
export function ReportSources({ teller }: { teller: WhatIfTeller }) {
  const { dataset } = usePage().state.reported.value ?? teller.shown;
  const say = analysisIn(teller.lang).report.sources;
  return (
    <ol class="report-sources">
      {dataset.sources.map((source) => {
        const claims = dataset.claims.filter(({ sources }) => sources.includes(source.id)).map(({ id }) => id);
        return (
          <li key={source.id}>
            {say.line(sourceInWords(teller, source))}{' '}
            {source.url ? (
              <a href={source.url} rel="noreferrer noopener" target="_blank">
                {source.url}
              </a>
            ) : (
              <span class="quiet">{say.noAddress}</span>
            )}
            {claims.length > 0 && <span class="quiet"> {say.for(claims)}</span>}
          </li>
        );
      })}
    </ol>
  );
}

function sourceInWords({ lang, dates }: WhatIfTeller, { publisher, published, title, relays }: Source): string {
  const { sources } = laterIn(lang);
  const name = inLanguage(publisher, lang);
  const dated = published === undefined ? name : sources.published(name, dates.cited(published));
  const titled = title === undefined ? dated : analysisIn(lang).report.sources.titled(dated, inLanguage(title, lang));
  const whom = inLanguage(relays, lang);
  return whom === '' || whom === name ? titled : `${titled} · ${sources.relays(whom)}`;
}
