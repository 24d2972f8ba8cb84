import { retold } from '../../i18n/retold.ts';
import { OpenOwn } from '../open/open-own.tsx';
import { usePage } from '../page-context.ts';
import { PassagesBanner } from '../passages/passages-banner.tsx';
import { SearchStatus } from '../passages/search-status.tsx';
import { useLaterWords } from '../use-later-words.ts';

/** Notices shown at once; the others wait behind a summary. */
const SHOWN = 3;

/** What the page has to say: of the reader's own file, and what could not be shown or was not understood. */
export function Notices() {
  return (
    <>
      <OpenOwn />
      <PassagesBanner />
      <SearchStatus />
      <NoticeStrip />
    </>
  );
}

/** The strip stays in the tree while it is empty, so that a first notice is announced. */
function NoticeStrip() {
  const { state } = usePage();
  const say = useLaterWords().notices;
  const lang = state.settings.lang.value;
  const notices = state.notices.value;
  const rest = notices.slice(SHOWN);
  return (
    <section class="notices" aria-label={say.label}>
      <div role="status">
        {notices.slice(0, SHOWN).map(({ text }) => (
          <p key={text}>{retold(text, lang)}</p>
        ))}
        {rest.length > 0 && (
          <details>
            <summary>{say.more(rest.length)}</summary>
            {rest.map(({ text }) => (
              <p key={text}>{retold(text, lang)}</p>
            ))}
          </details>
        )}
      </div>
      {notices.length > 0 && (
        <button
          type="button"
          class="notices-close"
          aria-label={say.dismiss}
          onClick={() => {
            state.notices.value = [];
          }}
        >
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M1.5,1.5l9,9M10.5,1.5l-9,9" stroke="currentColor" stroke-width="1.6" />
          </svg>
        </button>
      )}
    </section>
  );
}
