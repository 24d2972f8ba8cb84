/** Settings that name records of a case, held against the case. */
import type { Case } from './case.ts';
import { isOutside } from './limits.ts';
import type { Rejection, Settings } from './settings.ts';

/** Ids that a message lists, of as many as there may be. */
const MOST_IDS = 40;

/**
 * Settings that name what a case does not have.
 *
 * @returns what is left of them, and why the rest is refused
 */
export function unknownIds(
  { dataset, voyages, voyage, vessel, port, axis }: Case,
  { selected, only, ports, period }: Settings,
): { readonly values: Partial<Settings>; readonly rejected: readonly Rejection[] } {
  const values: { -readonly [Name in keyof Settings]?: Settings[Name] } = {};
  const rejected: Rejection[] = [];
  if (selected !== null && !voyage(selected)) {
    const expected = `one of ${listOf(voyages.map((plan) => plan.voyage))}`;
    rejected.push({ name: 'selected', text: selected, expected });
    values.selected = null;
  }
  const check = (name: 'only' | 'ports', ids: readonly string[] | null, known: (id: string) => unknown): void => {
    const kept = ids?.filter(known);
    if (!ids || !kept || kept.length === ids.length) return;
    const expected = `ids out of ${listOf(name === 'only' ? dataset.vessels : dataset.ports)}`;
    rejected.push({ name, text: ids.join(','), expected });
    values[name] = kept.length > 0 ? kept : null;
  };
  check('only', only, vessel);
  check('ports', ports, port);
  if (period !== null && isOutside(axis, period)) {
    rejected.push({ name: 'period', text: period, expected: `some of ${dataset.window.date}` });
    values.period = null;
  }
  return { values, rejected };
}

const listOf = (records: readonly { readonly id: string }[]): string =>
  [...records.slice(0, MOST_IDS).map(({ id }) => id), ...(records.length > MOST_IDS ? ['…'] : [])].join(', ');
