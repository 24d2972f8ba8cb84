/** What tables of voyages and of port calls share: cells, answers, questions, and the claims that rows make. */

import type { Dataset, LonLat } from '../../model/records.ts';
import { FIELDS, type Field } from './column-names.ts';
import { cellPlace, type Finding, type Findings, findingsOf } from './finding.ts';
import { type PlaceBook, type PlaceCandidate, placeBook, type Unplaced } from './places.ts';
import { type Draft, type RawCase, type RawClaim, type RawSource, settleDraft } from './raw-case.ts';
import type { DateOrder } from './reading.ts';
import { identifyShips } from './ships.ts';
import { type ColumnOrder, type Columns, columnOrders, TABLES, type TableRow, type TableToApprove } from './table.ts';
import { readCellDate } from './table-dates.ts';

/** What somebody said of a table. */
export interface TableAnswers {
  /** For all columns of dates, or for some. */
  readonly dateOrder?: DateOrder | Readonly<Partial<Record<Field, DateOrder>>>;
  /** Where the named ports are. */
  readonly places?: ReadonlyMap<string, PlaceCandidate>;
  /** The period the records are reported for, EDTF with both ends. */
  readonly window?: string;
}

/** What has to be answered before a case can be made. */
export type Question =
  | { readonly ask: 'column'; readonly field: Field }
  | { readonly ask: 'date-order'; readonly order: ColumnOrder };

/** A case out of a table, or the questions that stand before it. */
export interface Built {
  readonly raw: RawCase | null;
  readonly dataset: Dataset | null;
  readonly questions: readonly Question[];
  /** Names to look for in a gazetteer; their records are left out until they have a position. */
  readonly unplaced: readonly Unplaced[];
  readonly findings: readonly Finding[];
}

/** A row under its columns. */
export interface Entry {
  readonly row: number;
  readonly path: string;
  /** The text of a field without blanks around it; empty where there is none. */
  text(field: Field): string;
  /** The date of a field: EDTF, undefined where the cell is empty, null where it was reported. */
  date(field: Field): string | undefined | null;
  position(lat: Field, lon: Field): LonLat | null;
}

/** A table on its way to a case. */
export interface OpenTable {
  readonly entries: readonly Entry[];
  readonly book: PlaceBook;
  readonly claims: ReturnType<typeof claimBook>;
  readonly findings: Findings;
  readonly window: string | undefined;
}

/** Opens a table under columns and answers, or asks what is still open. */
export function openTable(table: TableToApprove, columns: Columns, answers: TableAnswers): OpenTable | Built {
  const findings = findingsOf(table.file);
  const orders = columnOrders(table, columns);
  const answered = (field: Field): DateOrder | null => {
    const { dateOrder } = answers;
    return (typeof dateOrder === 'string' ? dateOrder : dateOrder?.[field]) ?? null;
  };
  const questions: Question[] = requiredFields(table.format)
    .filter((field) => columns[field] === undefined)
    .map((field) => ({ ask: 'column', field }));
  for (const order of orders) {
    const open = order.order === null && (order.needed !== undefined || order.against !== undefined);
    if (open && answered(order.field) === null) questions.push({ ask: 'date-order', order });
  }
  if (questions.length > 0) return { raw: null, dataset: null, questions, unplaced: [], findings: [] };
  for (const order of orders) if (answered(order.field) === null) sayProof(order, table, findings);
  const settled = new Map(orders.map(({ field, order }) => [field, answered(field) ?? order]));
  const zoneless = new Set<Field>();
  const entries = table.rows.map((row) => entryOf(row, table, columns, settled, zoneless, findings));
  return {
    entries,
    book: placeBook(answers.places ?? new Map(), findings),
    claims: claimBook(table.file),
    findings,
    window: answers.window,
  };
}

/** Says which cell settled the order of day and month, where other cells are read by it. */
function sayProof({ order, needed, provenBy, column }: ColumnOrder, table: TableToApprove, findings: Findings): void {
  if (order === null || needed === undefined || provenBy === undefined) return;
  findings.doubtful('date-order-proven', {
    path: cellPlace(needed.row, table.names[column]),
    message: `"${needed.text}" is read ${order === 'day-first' ? 'day' : 'month'} first, since "${provenBy.text}" in row ${provenBy.row} can only be read so`,
    expected: 'dates with the year first',
  });
}

/** Which ship each entry is of, and the vessels. */
export function shipsOf(entries: readonly Entry[], findings: Findings): ReturnType<typeof identifyShips> {
  const named = entries.map(({ text, path }) => ({ name: text('vessel'), imo: text('imo'), mmsi: text('mmsi'), path }));
  return identifyShips(named, findings);
}

/** Where the file itself says that a port is: into the book of places. */
export function givePositions({ entries, book }: OpenTable, port: Field, lat: Field, lon: Field): void {
  for (const entry of entries) {
    const position = entry.position(lat, lon);
    if (position !== null && entry.text(port) !== '') book.give(entry.text(port), position, entry.path);
  }
}

/** The case of the records that a table gave; vessels without a record are passed over. */
export function builtOf(
  open: OpenTable,
  records: Pick<Draft, 'vessels' | 'voyages' | 'sightings' | 'origins'> & { readonly file: string },
): Built {
  const { book, claims, findings, window } = open;
  const { file, ...rest } = records;
  const named = new Set([...rest.voyages, ...rest.sightings].map(({ vessel }) => vessel));
  const settled = settleDraft(
    {
      ...rest,
      vessels: new Map([...rest.vessels].filter(([id]) => named.has(id))),
      title: file,
      summary: file,
      places: book.places,
      sources: claims.sources,
      claims: claims.claims,
      window,
    },
    findings,
  );
  return { ...settled, questions: [], unplaced: book.unplaced(), findings: findings.list };
}

/** Fields without whose columns nothing can be read. Dates may be missing: a voyage without dates is still reported. */
function requiredFields(format: TableToApprove['format']): readonly Field[] {
  return TABLES[format].needed.filter((field) => field !== 'depart' && field !== 'arrive');
}

function entryOf(
  { row, cells }: TableRow,
  table: TableToApprove,
  columns: Columns,
  orders: ReadonlyMap<Field, DateOrder | null>,
  zoneless: Set<Field>,
  findings: Findings,
): Entry {
  const place = (field: Field): string => cellPlace(row, table.names[columns[field] ?? -1] || field);
  const text = (field: Field): string => (cells[columns[field] ?? -1] ?? '').replace(/\p{Cc}+/gu, ' ').trim();
  return {
    row,
    path: cellPlace(row),
    text,
    date(field) {
      const cell = text(field);
      if (cell === '') return undefined;
      const read = readCellDate(cell, orders.get(field) ?? null);
      if ('edtf' in read) {
        if (read.zoneAssumed && !zoneless.has(field)) {
          zoneless.add(field);
          const message = `the times of the column have no zone and are read as UTC, first ${JSON.stringify(cell)}`;
          findings.doubtful('zone-assumed', { path: place(field), message, expected: 'times with their zone' });
        }
        return read.edtf;
      }
      const fault = 'fault' in read ? read.fault : `"${cell}" needs the order of day and month`;
      findings.leftOut('date-unreadable', {
        path: place(field),
        message: `${fault}, so the record is left out`,
        expected: 'a date such as 2023-09-12, 2023-09 or 2023-08-15~',
      });
      return null;
    },
    position(lat, lon) {
      const [y, x] = [text(lat), text(lon)];
      if (y === '' && x === '') return null;
      const found = lonLatOf(x, y);
      if (found === null) {
        findings.doubtful('position-wrong', {
          path: place(lat),
          message: `${JSON.stringify(y)}, ${JSON.stringify(x)} is no position and is passed over`,
          expected: 'a latitude from -90 to 90 and a longitude from -180 to 180',
        });
      }
      return found;
    },
  };
}

/** A position written in two cells, in degrees; the decimal sign may be a comma. Null where it is none. */
export function lonLatOf(lon: string, lat: string): LonLat | null {
  const [x, y] = [degrees(lon), degrees(lat)];
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [x, y] : null;
}

function degrees(text: string): number {
  return /^[+-]?\d{1,3}([.,]\d*)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

/** Collects the claims of rows and the sources they name; the file itself is the source where a row names none. */
export function claimBook(file: string) {
  const sources = new Map<string, RawSource>();
  const claims: RawClaim[] = [];
  const sourceId = (named: string): string => {
    const id = named === '' ? file : named;
    if (sources.has(id)) return id;
    const isAddress = URL.canParse(id) && /^https?:$/.test(new URL(id).protocol);
    const link = isAddress && id.startsWith('https://') ? { url: id } : {};
    sources.set(id, { id, publisher: isAddress ? new URL(id).host : id, ...link });
    return id;
  };
  return {
    sources,
    claims,
    /** The claim that one row makes. A row that names its source relays it. */
    add(entry: Entry, said: string): string {
      const id = entry.path;
      const source = entry.text('source');
      const kind = source === '' ? 'statement' : 'relay';
      claims.push({ id, text: said, source: sourceId(source), kind });
      return id;
    },
  };
}

/** The cells of a row that were read, as they stand: what the claim of the row says. */
export function asWritten(entry: Entry): string {
  const shown: readonly Field[] = FIELDS.filter((field) => field !== 'source' && !/L(at|on)$|^l(at|on)$/.test(field));
  return shown.flatMap((field) => entry.text(field) || []).join(' · ');
}
