/** Sentences of parts that speak English alone (readers of files, settings, routes), in the page's language. */
import type { Text } from '../model/records.ts';
import { inLanguage } from './text.ts';
import { fetchedIn } from './words.ts';

/**
 * An English sentence and the same in another language. `{}` stands for what is kept as it is, `{t}` for what is put into
 * the language itself, `{list}` for a list of such; the other sentence calls them `{1}`, `{2}` … in their order.
 */
export type Retelling = readonly [english: string, own: string];

interface Rule {
  readonly pattern: RegExp;
  readonly holes: readonly string[];
  readonly own: string;
}

const HOLE = /\{(?:t|list)?\}/g;

const rules = new WeakMap<readonly Retelling[], readonly Rule[]>();

function ruleOf([english, own]: Retelling): Rule {
  const holes = english.match(HOLE) ?? [];
  const parts = english.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { pattern: new RegExp(`^${parts.join('(.+?)')}$`, 's'), holes, own };
}

/** A sentence of ours in a language, by its own retellings, the first that fits; as it is where none does. */
export function retold(text: string, lang: string): string {
  const known = fetchedIn(lang)?.retellings;
  if (!known) return text;
  let ready = rules.get(known);
  if (!ready) {
    ready = known.map(ruleOf);
    rules.set(known, ready);
  }
  return retell(text, ready);
}

/** The reason for an assumption: a text of the data, or one that the program has where the data gives none. */
export function reasonIn(reason: Text | undefined, lang: string): string {
  const text = inLanguage(reason, lang);
  const own = fetchedIn(lang)?.retellings.find(([english]) => english === text);
  return own?.[1] ?? text;
}

function retell(text: string, known: readonly Rule[]): string {
  const put = (part: string, hole: string | undefined): string => {
    if (hole === '{list}')
      return part
        .split(/, | and /)
        .map((one) => retell(one, known))
        .join(', ');
    return hole === '{t}' ? retell(part, known) : part;
  };
  for (const { pattern, holes, own } of known) {
    const found = pattern.exec(text);
    if (!found) continue;
    const parts = found.slice(1).map((part, at) => put(part, holes[at]));
    return own.replace(/\{(\d)\}/g, (_, number: string) => parts[Number(number) - 1] ?? '');
  }
  return text;
}
