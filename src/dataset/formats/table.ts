/** Tables of voyages and of port calls: rows taken in, columns guessed, and what somebody has to say about them. */
import { columnFit, type Field, isPlanned } from './column-names.ts';
import { delimiterOf, rowReader } from './delimited.ts';
import { type Findings, rowRanges } from './finding.ts';
import { type DateOrder, type Reading, type SourceFile, textPieces } from './reading.ts';
import { provenOrder, readCellDate } from './table-dates.ts';

export interface TableRow {
  /** As a spreadsheet counts: the row of names is 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Which column holds what: places in the row, from 0. */
export type Columns = Readonly<Partial<Record<Field, number>>>;

/** Something about the columns that a reader of the file should look at. */
export type ColumnDoubt =
  /** The field is needed, and no column looks like it. */
  | { readonly kind: 'no-column'; readonly field: Field }
  /** Other columns would fit as well as the one that was taken. */
  | { readonly kind: 'more-than-one'; readonly field: Field; readonly columns: readonly number[] }
  /** The name of the column only contains the name of the field. */
  | { readonly kind: 'part-of-name'; readonly field: Field; readonly column: number }
  /** The dates of the column are planned ones (ETA, ETD), by its name. */
  | { readonly kind: 'planned'; readonly field: Field; readonly column: number }
  /** The column was taken by what is in it, not by its name. */
  | { readonly kind: 'by-content'; readonly field: Field; readonly column: number };

/** Which number comes first in the dates of a column, and the cell that says so. */
export interface ColumnOrder {
  readonly field: Field;
  readonly column: number;
  /** null: no cell proves it, or cells prove both. */
  readonly order: DateOrder | null;
  /** The cell that proves the order. */
  readonly provenBy?: Cell;
  /** A cell that proves the other order: the column is mixed. */
  readonly against?: Cell;
  /** A cell that cannot be read without the order. Absent where none needs it. */
  readonly needed?: Cell;
}

export interface Cell {
  readonly row: number;
  readonly text: string;
}

/** A table that was read, with a guess of its columns. Plain data: it may go from a worker to the page. */
export interface TableToApprove {
  readonly format: 'voyage-table' | 'call-table';
  readonly file: string;
  /** Names of the columns, as they stand in the first row. */
  readonly names: readonly string[];
  readonly rows: readonly TableRow[];
  readonly columns: Columns;
  readonly doubts: readonly ColumnDoubt[];
}

/** What each of the two tables may hold and must hold. */
export const TABLES = {
  'voyage-table': {
    fields: [
      ...['vessel', 'imo', 'mmsi', 'voyage', 'from', 'to', 'depart', 'arrive', 'source', 'note'],
      ...['fromLat', 'fromLon', 'toLat', 'toLon'],
    ] as readonly Field[],
    needed: ['vessel', 'from', 'to', 'depart', 'arrive'] as readonly Field[],
    dates: ['depart', 'arrive'] as readonly Field[],
  },
  'call-table': {
    fields: [
      ...['vessel', 'imo', 'mmsi', 'port', 'arrived', 'left', 'seen', 'lat', 'lon', 'source', 'note'],
    ] as readonly Field[],
    needed: ['vessel', 'port'] as readonly Field[],
    dates: ['arrived', 'left', 'seen'] as readonly Field[],
  },
} as const;

/** Rows kept of one table. More are listed as left out. */
export const MOST_ROWS = 500_000;

/** Columns whose names are looked at: a file that is one endless row is no table. */
const MOST_COLUMNS = 1000;

/** Characters in which the cells are counted to find what stands between them. */
export const HEAD = 65_536;

/** The rows of a table, the row of names first; blank rows are passed over. */
export async function readRows(file: SourceFile, reading: Reading, findings: Findings): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  const beyond = rowRanges();
  let reader: ReturnType<typeof rowReader> | null = null;
  for await (const text of textPieces(file, reading, findings)) {
    reader ??= rowReader(
      delimiterOf(text.slice(0, HEAD)),
      (cells, row) => {
        if (cells.every((cell) => cell.trim() === '') || (row === 1 && /^sep=/i.test(cells[0] ?? ''))) return;
        if (rows.length <= MOST_ROWS) rows.push({ row, cells });
        else beyond.add(row);
      },
      findings,
    );
    reader.push(text);
  }
  reader?.end();
  if (beyond.count > 0) {
    findings.leftOut('too-large', {
      path: beyond.place(),
      message: `${beyond.count} rows are beyond what is read of one table`,
      expected: `at most ${MOST_ROWS} rows`,
    });
  }
  return rows;
}

/** Which of the two tables the names of columns speak for, or null. */
export function tableFormat(names: readonly string[]): TableToApprove['format'] | null {
  const looked = names.slice(0, MOST_COLUMNS);
  const has = (field: Field): boolean => looked.some((name) => columnFit(name, field) > 0);
  if (has('from') && has('to')) return 'voyage-table';
  if (has('port') && (has('arrived') || has('left') || has('seen'))) return 'call-table';
  return (has('vessel') && has('depart')) || has('from') || has('to') ? 'voyage-table' : null;
}

/**
 * A table with a guess of its columns.
 *
 * @param rows with the row of names first; at least that one
 */
export function tableToApprove(
  format: TableToApprove['format'],
  file: string,
  [head, ...rows]: readonly TableRow[],
): TableToApprove {
  const names = (head?.cells ?? []).slice(0, MOST_COLUMNS).map((name) => name.trim());
  const { columns, doubts } = guessColumns(format, names, rows);
  return { format, file, names, rows, columns, doubts };
}

function guessColumns(format: TableToApprove['format'], names: readonly string[], rows: readonly TableRow[]) {
  const { fields, needed } = TABLES[format];
  const fits = fields
    .flatMap((field) => names.map((name, column) => ({ field, column, fit: columnFit(name, field) })))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  const columns: Partial<Record<Field, number>> = {};
  const doubts: ColumnDoubt[] = [];
  const taken = new Set<number>();
  for (const { field, column, fit } of fits) {
    if (columns[field] !== undefined || taken.has(column)) continue;
    columns[field] = column;
    taken.add(column);
    const others = fits.filter((other) => other.field === field && other.fit === fit && other.column !== column);
    const free = others.filter((other) => !taken.has(other.column)).map((other) => other.column);
    if (free.length > 0) doubts.push({ kind: 'more-than-one', field, columns: [column, ...free] });
    else if (isPlanned(names[column] ?? '')) doubts.push({ kind: 'planned', field, column });
    else if (fit < 2) doubts.push({ kind: 'part-of-name', field, column });
  }
  if (format === 'voyage-table') portsByContent(columns, doubts, rows);
  for (const field of needed) if (columns[field] === undefined) doubts.push({ kind: 'no-column', field });
  return { columns, doubts };
}

/** "Departure" and "Arrival" may name ports: so where nothing in the column is a date and no other column names the ports. */
function portsByContent(
  columns: Partial<Record<Field, number>>,
  doubts: ColumnDoubt[],
  rows: readonly TableRow[],
): void {
  for (const [date, port] of [
    ['depart', 'from'],
    ['arrive', 'to'],
  ] as const) {
    const column = columns[date];
    if (column === undefined || columns[port] !== undefined) continue;
    const cells = rows.slice(0, 100).flatMap(({ cells }) => cells[column]?.trim() || []);
    if (cells.length === 0 || cells.some((cell) => !('fault' in readCellDate(cell, null)))) continue;
    columns[port] = column;
    delete columns[date];
    doubts.push({ kind: 'by-content', field: port, column });
  }
}

/** The order of day and month in each column of dates, with the cell that proves it or the one that needs it. */
export function columnOrders(table: TableToApprove, columns: Columns): ColumnOrder[] {
  return TABLES[table.format].dates.flatMap((field) => {
    const column = columns[field];
    return column === undefined ? [] : [orderOf(table.rows, field, column)];
  });
}

function orderOf(rows: readonly TableRow[], field: Field, column: number): ColumnOrder {
  let [provenBy, against, needed]: (Cell | undefined)[] = [];
  let order: DateOrder | null = null;
  for (const { row, cells } of rows) {
    const text = cells[column]?.trim() ?? '';
    const proven = provenOrder(text);
    if (proven !== null && order === null) [order, provenBy] = [proven, { row, text }];
    else if (proven !== null && proven !== order) against ??= { row, text };
    else if (proven === null && needed === undefined && 'needs' in readCellDate(text, null)) needed = { row, text };
  }
  return {
    field,
    column,
    order: against === undefined ? order : null,
    ...(provenBy ? { provenBy } : {}),
    ...(against ? { against } : {}),
    ...(needed ? { needed } : {}),
  };
}
