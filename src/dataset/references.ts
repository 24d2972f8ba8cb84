import { quote, type Report, type Spot, within } from './problem.ts';

/** The records of one list that were kept, by id, and the ids of those left out. */
export interface Known<T> {
  /** What a record of this list is called in a report. */
  readonly noun: string;
  readonly kept: ReadonlyMap<string, T>;
  readonly leftOut: ReadonlySet<string>;
}

/** Whether an id is known; if not, that is reported. */
export function isKnown(id: string, known: Known<unknown>, spot: Spot, report: Report, consequence: string): boolean {
  if (known.kept.has(id)) return true;
  const fault = known.leftOut.has(id)
    ? `the ${known.noun} ${quote(id)} was left out`
    : `no ${known.noun} has the id ${quote(id)}`;
  report(spot, `${fault}, so ${consequence}`, `the id of a ${known.noun} of this case`);
  return false;
}

/** The ids that are known, each once, in the order written; the others are reported. */
export function knownIds(
  ids: readonly string[],
  known: Known<unknown>,
  spot: Spot,
  report: Report,
  consequence = 'the reference is dropped',
): string[] {
  const good = ids.filter((id, index) => isKnown(id, known, within(spot, index), report, consequence));
  return [...new Set(good)];
}
