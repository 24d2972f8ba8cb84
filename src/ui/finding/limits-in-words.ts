/** What the settings `only`, `ports` and `period` leave, in words. */
import { createDates } from '../../i18n/dates.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Page } from '../page-context.ts';

/** Names that a sentence lists; of more it says how many. */
const MOST_NAMES = 4;

/** One sentence on how many ships are shown and why, or null where nothing is limited. */
export function limitsInWords({ state }: Page): string | null {
  const shown = state.case.value;
  const among = state.among.value;
  if (!shown || !among) return null;
  const lang = state.settings.lang.value;
  const say = laterIn(lang).finding;
  const { only, ports, period } = state.settings;
  const names = (ids: readonly string[], nameOf: (id: string) => string): string[] =>
    ids.length > MOST_NAMES
      ? [...ids.slice(0, MOST_NAMES - 1).map(nameOf), say.others(ids.length - MOST_NAMES + 1)]
      : ids.map(nameOf);
  const why = [
    ...(only.value ? [say.picked(names(only.value, (id) => inLanguage(shown.vessel(id)?.name, lang) || id))] : []),
    ...(ports.value ? [say.callAt(names(ports.value, (id) => inLanguage(shown.port(id)?.name, lang) || id))] : []),
    ...(period.value ? [say.underWay(createDates(lang, 'UTC').cited(period.value))] : []),
  ];
  return say.shown(among.size, shown.ships.length, why);
}
