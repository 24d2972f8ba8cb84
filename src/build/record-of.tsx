/** The case in tables, for the build to load with `importSource`. */
import { renderToString } from 'preact-render-to-string';
import { laterIn } from '../i18n/later-words.ts';
import { inLanguage } from '../i18n/text.ts';
import type { Dataset } from '../model/records.ts';
import { PageContext } from '../ui/page-context.ts';
import { Record, VoyageTable } from '../ui/paper/record.tsx';
import { stillPage } from './still-page.ts';

export { initialName } from './poster-of.ts';

/** What readers without script get of a case. */
export interface RecordMarkup {
  readonly title: string;
  readonly lang: string;
  /** A sentence for above the map. */
  readonly above: string;
  /** The table of voyages and a link to the record, for under the map. */
  readonly below: string;
  /** Every voyage with its evidence, a document of its own. */
  readonly record: string;
}

/** Writes the tables of a case. `link` is the address of the record, `root` the project's folder. */
export function recordMarkup(dataset: Dataset, root: string, link: string): RecordMarkup {
  const { page } = stillPage(dataset, root);
  const lang = page.state.settings.lang.value;
  const { paper } = laterIn(lang);
  const of = (part: 'table' | 'record'): string =>
    renderToString(
      <PageContext.Provider value={{ ...page, ids: part }}>
        {part === 'table' ? (
          <div class="no-script">
            <VoyageTable />
            <p>
              <a href={link}>{paper.evidence}</a>
            </p>
          </div>
        ) : (
          <Record />
        )}
      </PageContext.Provider>,
    );
  return {
    title: inLanguage(dataset.title, lang),
    lang,
    above: renderToString(<p class="no-script">{paper.noScript}</p>),
    below: of('table'),
    record: of('record'),
  };
}
