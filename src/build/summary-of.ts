/** A case in two sentences, for the build to load with `importSource`. */
import { countCrossings } from '../evidence/crossings.ts';
import { laterIn } from '../i18n/later-words.ts';
import { inLanguage } from '../i18n/text.ts';
import type { Dataset } from '../model/records.ts';
import type { Described } from './head-plugin.ts';
import { stillPage } from './still-page.ts';

export { initialName } from './poster-of.ts';

/** What other sites say of a case: its summary, and how much of it is dated. `root` is the project's folder. */
export function describe(dataset: Dataset, root: string): Described {
  const { state, words, dates } = stillPage(dataset, root).page;
  const lang = state.settings.lang.value;
  const title = inLanguage(dataset.title, lang);
  const dated = words.value.title.crossings(countCrossings(state.case.value?.voyages ?? []));
  const moment = laterIn(lang).table.caption(dates.value.moment(state.time.value));
  return {
    title,
    description: [inLanguage(dataset.summary, lang), dated].filter((text) => text !== '').join(' '),
    alt: `${words.value.map.title(title)}. ${moment}`,
    lang,
  };
}
