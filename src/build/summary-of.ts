/** A case in two sentences, for the build to load with `importSource`. */

import { FRAME_HEIGHT } from '../embed/frame.ts';
import { countCrossings } from '../evidence/crossings.ts';
import { laterIn } from '../i18n/later-words.ts';
import { inLanguage } from '../i18n/text.ts';
import type { Dataset } from '../model/records.ts';
import { settingsOf } from '../state/state.ts';
import { embedCode } from '../ui/share/embed-code.ts';
import type { Described } from './head-plugin.ts';
import { stillPage } from './still-page.ts';

/** The frame that other sites make of a link: little control, the height of the loader's. */
const EMBED = { height: FRAME_HEIGHT, settings: { controls: 'compact' } } as const;

export { initialName } from './poster-of.ts';

/**
 * What other sites say of a case: its summary, and how much of it is dated.
 * @param root the project's folder
 * @param site address of the folder where the page will stand; null where it is not known
 */
export function describe(dataset: Dataset, root: string, site: string | null): Described {
  const { state, words, dates } = stillPage(dataset, root).page;
  const lang = state.settings.lang.value;
  const title = inLanguage(dataset.title, lang);
  const dated = words.value.title.crossings(countCrossings(state.case.value?.voyages ?? []));
  const moment = laterIn(lang).table.caption(dates.value.moment(state.time.value));
  return {
    title,
    description: [inLanguage(dataset.summary, lang), dated].filter((text) => text !== '').join(' '),
    alt: `${words.value.map.title(title)}. ${moment}`,
    code: site === null ? null : embedCode(site, title, settingsOf(state), EMBED),
  };
}
