import { useState } from 'preact/hooks';
import { countSense, type TripCount, tripCounts } from '../../evidence/trip-counts.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Claim } from '../../model/records.ts';
import type { Case } from '../../state/case.ts';
import { usePage, usePageId } from '../page-context.ts';
import { senseInWords } from './count-sense.ts';
import { CountingClaim } from './counting-claim.tsx';

/** Names of publishers under a dot at most; the list has them all. */
const NAMED = 2;

/** How many trips each source counts, as dots on a line; a dot opens the claims behind it. Nothing where no claim counts. */
export function TripCounts() {
  const { state } = usePage();
  const [open, setOpen] = useState<number | null>(null);
  const id = usePageId();
  const shown = state.case.value;
  const counts = shown ? tripCounts(shown.dataset) : [];
  if (!shown || counts.length === 0) return null;
  const opened = counts.find((one) => one.count === open);
  return (
    <section class="counts" aria-labelledby={`${id}-heading`}>
      <h2 class="counts-heading" id={`${id}-heading`}>
        {laterIn(state.settings.lang.value).counts.heading}
      </h2>
      <ol class="counts-line">
        {counts.map((one, at) => (
          <Dot
            key={one.count}
            one={one}
            shown={shown}
            gap={one.count - (counts[at - 1]?.count ?? one.count) > 1}
            expanded={open === one.count}
            controls={`${id}-claims`}
            onToggle={() => setOpen(open === one.count ? null : one.count)}
          />
        ))}
      </ol>
      <ul class="counts-claims" id={`${id}-claims`} hidden={!opened}>
        {opened?.claims.map((claim) => (
          <CountingClaim key={claim.id} claim={claim} />
        ))}
      </ul>
    </section>
  );
}

interface DotProps {
  readonly one: TripCount;
  readonly shown: Case;
  /** Numbers between it and the dot before are left out. */
  readonly gap: boolean;
  readonly expanded: boolean;
  readonly controls: string;
  readonly onToggle: () => void;
}

function Dot({ one, shown, gap, expanded, controls, onToggle }: DotProps) {
  const { state } = usePage();
  const lang = state.settings.lang.value;
  const { counts } = laterIn(lang);
  const names = one.claims.flatMap((claim) => publishers(shown, claim, lang).map((name) => ({ name, claim })));
  const label = names.map(({ name, claim }) => `${name} (${senseInWords(claim, counts)})`).join(', ');
  return (
    <li class={`counts-dot${one.shown ? ' counts-shown' : ''}${gap ? ' counts-gap' : ''}`}>
      {one.claims.length > 0 ? (
        <button
          type="button"
          class="counts-button"
          aria-expanded={expanded}
          aria-controls={controls}
          aria-label={`${counts.show(one.count, label)}${one.shown ? ` ${counts.shown(one.count)}` : ''}`}
          onClick={onToggle}
        >
          {one.count}
        </button>
      ) : (
        <span class="counts-button">{one.count}</span>
      )}
      <span class="counts-label" aria-hidden={one.claims.length > 0}>
        {one.claims.length === 0 && <span>{counts.thisMap}</span>}
        {names.slice(0, NAMED).map(({ name, claim }) => (
          <span key={name}>
            {shortName(name)}
            {countSense(claim) !== 'at-least' && `: ${senseInWords(claim, counts)}`}
          </span>
        ))}
        {names.length > NAMED && <span>{counts.more(names.length - NAMED)}</span>}
      </span>
    </li>
  );
}

function publishers(shown: Case, claim: Claim, lang: string): string[] {
  return claim.sources.flatMap((id) => inLanguage(shown.source(id)?.publisher, lang) || []);
}

/** A publisher without its article and what stands in brackets or after a comma, for a narrow label. */
const shortName = (publisher: string): string => publisher.replace(/^The /, '').replace(/\s*[(,/].*$/, '');
