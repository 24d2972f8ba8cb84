import { inLanguage } from '../../i18n/text.ts';
import type { Claim, Source } from '../../model/records.ts';
import { usePage } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';

/** Who says it and when, linked where the source has an address, and whom it relays. A line for each source of a claim. */
export function ClaimSources({ claim }: { claim: Claim }) {
  const { state } = usePage();
  const shown = state.case.value;
  return (
    <>
      {claim.sources.map((id) => {
        const source = shown?.source(id);
        return source && <SourceLine key={id} source={source} />;
      })}
    </>
  );
}

function SourceLine({ source }: { source: Source }) {
  const { state, dates } = usePage();
  const { sources } = useLaterWords();
  const lang = state.settings.lang.value;
  const publisher = inLanguage(source.publisher, lang);
  const relayed = inLanguage(source.relays, lang);
  const named = source.published ? sources.published(publisher, dates.value.cited(source.published)) : publisher;
  return (
    <p class="claim-source">
      {source.url ? (
        <a href={source.url} rel="noreferrer noopener" target="_blank">
          {named}
        </a>
      ) : (
        named
      )}
      {relayed && relayed !== publisher && <span> · {sources.relays(relayed)}</span>}
    </p>
  );
}
