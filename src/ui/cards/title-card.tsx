import type { ComponentChildren } from 'preact';
import { countCrossings } from '../../evidence/crossings.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Window } from '../../model/edtf.ts';
import { usePage } from '../page-context.ts';

/** The months of the period: "Aug–Oct 2023". Reported dates are calendar dates, so the page's zone is not asked. */
function periodInWords({ earliest, latest }: Window, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format
    .formatRange(earliest, latest - 1)
    .replace('Sept', 'Sep')
    .replace(/\s–\s/, '–');
}

interface Props {
  /** Little room: headline and how much is dated, no counts. */
  readonly brief?: boolean;
  /** A narrow page: the summary waits behind a word, the counts stay. */
  readonly short?: boolean;
  /** The counts by source. */
  readonly children?: ComponentChildren;
}

/** What is claimed, by whom, how much of it is dated, and how far the counts of sources lie apart. */
export function TitleCard({ brief = false, short = false, children }: Props) {
  const { state, words, ids } = usePage();
  const shown = state.case.value;
  if (!shown) return null;
  const lang = state.settings.lang.value;
  const { title, locale } = words.value;
  const summary = inLanguage(shown.dataset.summary, lang);
  return (
    <section class="title-card" aria-labelledby={`${ids}-title`}>
      {!brief && !short && <p class="kicker">{title.kicker(periodInWords(shown.period, locale))}</p>}
      <h1 id={`${ids}-title`}>{inLanguage(shown.dataset.title, lang)}</h1>
      <p class="title-summary">
        {!brief && !short && `${summary} `}
        <strong>{title.crossings(countCrossings(shown.voyages))}</strong>
      </p>
      {short && (
        <details class="title-more">
          <summary>{title.more}</summary>
          <p>{summary}</p>
        </details>
      )}
      {!brief && shown.dataset.claims.some((claim) => claim.count) && <div class="title-counts">{children}</div>}
    </section>
  );
}
