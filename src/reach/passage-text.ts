/** Which passages are open, as a setting's text: what differs from what is usual. */
import { CLOSED_UNLESS_ASKED, NAMED_PASSAGES, type PassageId } from './passages.ts';

/** A text that is no choice of passages. */
export interface WrongPassages {
  /** The part that is wrong. */
  readonly error: string;
  readonly expected: string;
}

const IDS: readonly PassageId[] = NAMED_PASSAGES.map(({ id }) => id);

/**
 * The passages that are closed under a text such as `closed:suez,panama/open:corinth`; an empty one changes nothing of
 * `CLOSED_UNLESS_ASKED`. What is wrong is returned with what was expected.
 */
export function readPassages(text: string): { readonly closed: readonly PassageId[] } | WrongPassages {
  const shut = new Set<string>(CLOSED_UNLESS_ASKED);
  const named = new Set<string>();
  for (const part of text === '' ? [] : text.split('/')) {
    const [, state, ids] = /^(closed|open):(.+)$/.exec(part) ?? [];
    if (!state || !ids) return { error: part, expected: 'such as closed:suez,panama/open:corinth' };
    for (const id of ids.split(',')) {
      if (!IDS.some((one) => one === id)) return { error: id, expected: `ids out of ${IDS.join(', ')}` };
      if (named.has(id)) return { error: id, expected: 'each passage once' };
      named.add(id);
      if (state === 'closed') shut.add(id);
      else shut.delete(id);
    }
  }
  return { closed: IDS.filter((id) => shut.has(id)) };
}

/** The text of a choice of closed passages: empty where it is the usual one. */
export function writePassages(closed: readonly PassageId[]): string {
  const usual = (id: PassageId): boolean => CLOSED_UNLESS_ASKED.includes(id);
  const parts = [
    ['closed', IDS.filter((id) => closed.includes(id) && !usual(id))],
    ['open', IDS.filter((id) => !closed.includes(id) && usual(id))],
  ] as const;
  return parts.flatMap(([state, ids]) => (ids.length > 0 ? [`${state}:${ids.join(',')}`] : [])).join('/');
}
