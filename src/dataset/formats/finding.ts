/** What a reader of a foreign format has to say of single records: which were left out, and which are doubtful and kept. */
import type { Problem } from '../problem.ts';

/** Every kind of finding. Records with the first ones are left out, unless `kept` says otherwise. */
export const FINDING_CODES = [
  'unreadable',
  'empty',
  'too-large',
  'unknown-format',
  'not-utf-8',
  'quote-unclosed',
  'vessel-missing',
  'place-missing',
  'place-unknown',
  'same-place',
  'date-missing',
  'date-unreadable',
  'date-order-proven',
  'date-order-needed',
  'time-not-exact',
  'no-dates',
  'position-wrong',
  'no-position',
  'not-a-ship',
  'lane-not-voyage',
  'not-a-track',
  'counts-differ',
  'time-backwards',
  'time-repeated',
  'single-position',
  'interpolation',
  'reader',
  'zone-assumed',
  'window-widened',
  'number-wrong',
  'one-name-two-ships',
  'legs-do-not-chain',
  'arrival-before-departure',
  'outside-availability',
  'gap',
  'thinned',
  'voyages-overlap',
  'too-fast',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** A problem with its kind, and whether the record it is about was kept. */
export interface Finding extends Problem {
  readonly code: FindingCode;
  /** true: doubtful, and shown all the same. false: left out. */
  readonly kept: boolean;
}

/** What a finding says: the place in the file, what was found and done, and what was expected. */
export interface Told {
  readonly path: string;
  readonly message: string;
  readonly expected: string;
  /** Id of the record in the case that was made, or in the file. */
  readonly record?: string | undefined;
}

/** Collects the findings of one file. */
export interface Findings {
  readonly list: Finding[];
  leftOut(code: FindingCode, told: Told): void;
  doubtful(code: FindingCode, told: Told): void;
}

/**
 * An empty list of findings.
 *
 * @param file name of the file, as it was handed in
 */
export function findingsOf(file: string): Findings {
  const list: Finding[] = [];
  const add = (code: FindingCode, kept: boolean, { record, ...told }: Told): void => {
    list.push({ file, code, kept, ...told, ...(record === undefined ? {} : { record }) });
  };
  return {
    list,
    leftOut: (code, told) => add(code, false, told),
    doubtful: (code, told) => add(code, true, told),
  };
}

/** Where a cell stands, as a spreadsheet counts: rows from 1, the row of names included. */
export function cellPlace(row: number, column?: string): string {
  return column === undefined ? `row ${row}` : `row ${row}, ${column}`;
}

/** Rows gathered as ranges, so that a million of them can be named in one finding. */
export interface RowRanges {
  add(row: number): void;
  readonly count: number;
  /** For example `rows 2, 5-9`. */
  place(): string;
}

const MOST_RANGES = 20_000;

/** An empty gathering of rows; they must be added rising. Of very many separate ones the last are only counted. */
export function rowRanges(): RowRanges {
  const ranges: [first: number, last: number][] = [];
  let count = 0;
  let unnamed = 0;
  return {
    add(row) {
      count++;
      const last = ranges.at(-1);
      if (last !== undefined && row === last[1] + 1) last[1] = row;
      else if (ranges.length < MOST_RANGES) ranges.push([row, row]);
      else unnamed++;
    },
    get count() {
      return count;
    },
    place() {
      const named = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
      return `${count === 1 ? 'row' : 'rows'} ${named}${unnamed > 0 ? ` and ${unnamed} more` : ''}`;
    },
  };
}
