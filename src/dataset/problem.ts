/** One thing wrong in a file of a case: where, what, and what was expected instead. */
export interface Problem {
  /** Name of the file, as it was handed in. */
  readonly file: string;
  /** Place in the file, for example `voyages[2].legs[0].depart`; empty for the file as a whole. */
  readonly path: string;
  /** Id of the record it is in, where it has a readable one. */
  readonly record?: string;
  /** What was wrong, and what was done about it. */
  readonly message: string;
  /** What should stand there. */
  readonly expected: string;
}

export type Path = readonly (string | number)[];

/** Where a reader stands: a file, a path in it, and the id of the record it is in. */
export interface Spot {
  readonly file: string;
  readonly path: Path;
  readonly record?: string | undefined;
}

export type Report = (spot: Spot, message: string, expected: string) => void;

/** The spot some steps further in. */
export function within(spot: Spot, ...steps: Path): Spot {
  return { ...spot, path: [...spot.path, ...steps] };
}

/** A path as one would write it in code: `voyages[2].legs[0].depart`. */
export function writePath(path: Path): string {
  return path.reduce<string>((written, step) => {
    if (typeof step === 'number') return `${written}[${step}]`;
    if (!/^[\w$]+$/.test(step)) return `${written}[${JSON.stringify(step)}]`;
    return written === '' ? step : `${written}.${step}`;
  }, '');
}

/** Collects problems: the report to write to, and the list it fills. */
export function problemList(): { problems: Problem[]; report: Report } {
  const problems: Problem[] = [];
  return {
    problems,
    report(spot, message, expected) {
      const place = { file: spot.file, path: writePath(spot.path), message, expected };
      problems.push(spot.record === undefined ? place : { ...place, record: spot.record });
    },
  };
}

/** One sentence for a reader: file, place, record, what was wrong, what was expected. */
export function describeProblem(problem: Problem): string {
  const place = problem.path === '' ? problem.file : `${problem.file}, ${problem.path}`;
  const record = problem.record === undefined ? '' : ` (record "${problem.record}")`;
  return `${place}${record}: ${problem.message}; expected ${problem.expected}.`;
}

const QUOTE_LENGTH = 60;

/** A value as found in a file, short enough for a sentence. */
export function quote(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const written = JSON.stringify(value) ?? 'nothing';
  return written.length <= QUOTE_LENGTH ? written : `${written.slice(0, QUOTE_LENGTH)}…`;
}
