/** Reads a file of somebody's own, and keeps a table between the questions about it. Runs in a worker. */
import { ACCEPTED } from '../dataset/formats/accepted.ts';
import { buildCalls } from '../dataset/formats/call-table.ts';
import type { Finding } from '../dataset/formats/finding.ts';
import type { PlaceCandidate, PlaceOf, Unplaced } from '../dataset/formats/places.ts';
import { type FormatRead, fileOf, guarded, Refused, type SourceFile, wholeBytes } from '../dataset/formats/reading.ts';
import { type Columns, type TableRow, type TableToApprove, tableToApprove } from '../dataset/formats/table.ts';
import type { Built, Question, TableAnswers } from '../dataset/formats/table-case.ts';
import { buildVoyages } from '../dataset/formats/voyage-table.ts';
import { type Packed, readPackedCase } from '../dataset/formats/zip.ts';
import { readGazetteer } from '../dataset/gazetteer.ts';
import { readForeignFile } from '../dataset/recognise.ts';
import type { Dataset } from '../model/records.ts';

/** A file with its place in the folder it came in. */
export interface PlacedFile {
  readonly path: string;
  readonly file: SourceFile;
}

/** What somebody opened. */
export type OwnSource =
  | { readonly kind: 'files'; readonly files: readonly PlacedFile[] }
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'address'; readonly address: string };

/** What the page needs of a table to ask about it. */
export interface TablePreview extends Omit<TableToApprove, 'rows'> {
  readonly first: readonly TableRow[];
  /** Rows below the names. */
  readonly count: number;
}

/** What comes of a table under some columns and answers. */
export interface TableOutcome {
  readonly questions: readonly Question[];
  readonly unplaced: readonly Unplaced[];
  readonly findings: readonly Finding[];
  /** Findings in all; `findings` holds only the first of them until the case is taken. */
  readonly findingCount: number;
  /** Rows that are shown, and rows that are left out. */
  readonly shown: number;
  readonly leftOut: number;
  /** Whether there is a case. */
  readonly usable: boolean;
  /** The case, where it was asked for. */
  readonly dataset: Dataset | null;
}

export type ReadOrder =
  | { readonly kind: 'read'; readonly source: OwnSource }
  /** The table is of the other kind. */
  | { readonly kind: 'format'; readonly format: TableToApprove['format'] }
  | { readonly kind: 'build'; readonly columns: Columns; readonly answers: TableAnswers; readonly take: boolean }
  | { readonly kind: 'find'; readonly names: readonly string[]; readonly gazetteer: string };

export type ReadAnswer =
  | {
      readonly kind: 'case';
      readonly name: string;
      readonly dataset: Dataset | null;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'table'; readonly preview: TablePreview; readonly findings: readonly Finding[] }
  | { readonly kind: 'built'; readonly outcome: TableOutcome }
  | { readonly kind: 'found'; readonly places: ReadonlyMap<string, readonly PlaceCandidate[]> }
  | { readonly kind: 'failed'; readonly message: string };

/** Rows of a table that are shown before it is approved. */
export const FIRST_ROWS = 6;

/** Findings handed over before the case is taken: a page cannot list more while somebody still answers. */
export const FIRST_FINDINGS = 200;

/** How a file or the gazetteer is fetched; tests hand in their own. */
export type FetchBlob = (address: string) => Promise<Blob>;

const fetchBlob: FetchBlob = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered with status ${response.status} for ${address}`);
  return response.blob();
};

/**
 * A session that answers one order after another. It never throws: what fails is an answer.
 *
 * @param progress told the share of a file that is read, 0 to 1
 */
export function readSession(
  progress: (share: number) => void,
  get: FetchBlob = fetchBlob,
): (order: ReadOrder) => Promise<ReadAnswer> {
  let table: TableToApprove | null = null;
  let gazetteer: { readonly address: string; readonly find: PlaceOf } | null = null;
  const answer = async (order: ReadOrder): Promise<ReadAnswer> => {
    if (order.kind === 'find') {
      const { address, find } = gazetteer ?? {
        address: order.gazetteer,
        find: readGazetteer(await (await get(order.gazetteer)).text()),
      };
      gazetteer = { address, find };
      return { kind: 'found', places: new Map(order.names.map((name) => [name, find(name)])) };
    }
    if (order.kind === 'read') {
      const { name, read } = await readSource(order.source, progress, get);
      if (read.kind === 'stopped') return { kind: 'failed', message: 'the reading was stopped' };
      if (read.kind === 'case') return { kind: 'case', name, dataset: read.dataset, findings: read.findings };
      table = read.table;
      return { kind: 'table', preview: previewOf(table), findings: read.findings };
    }
    if (table === null) return { kind: 'failed', message: 'no table was read' };
    if (order.kind === 'build') return { kind: 'built', outcome: outcomeOf(table, order) };
    table = tableToApprove(order.format, table.file, [{ row: 1, cells: table.names }, ...table.rows]);
    return { kind: 'table', preview: previewOf(table), findings: [] };
  };
  return (order) =>
    answer(order).catch((error: unknown): ReadAnswer => {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    });
}

function previewOf({ rows, ...table }: TableToApprove): TablePreview {
  return { ...table, first: rows.slice(0, FIRST_ROWS), count: rows.length };
}

function outcomeOf(table: TableToApprove, order: Extract<ReadOrder, { kind: 'build' }>): TableOutcome {
  const make = table.format === 'voyage-table' ? buildVoyages : buildCalls;
  const built: Built = make(table, order.columns, order.answers);
  const leftOut = rowsLeftOut(built.findings);
  return {
    questions: built.questions,
    unplaced: built.unplaced,
    findings: order.take ? built.findings : built.findings.slice(0, FIRST_FINDINGS),
    findingCount: built.findings.length,
    shown: built.dataset === null ? 0 : table.rows.length - leftOut,
    leftOut: built.dataset === null ? table.rows.length : leftOut,
    usable: built.dataset !== null,
    dataset: order.take ? built.dataset : null,
  };
}

/** Rows of a table that findings leave out, each counted once. */
export function rowsLeftOut(findings: readonly Finding[]): number {
  const rows = findings.flatMap(({ kept, path }) => (kept ? [] : (/^row (\d+)/.exec(path)?.[1] ?? [])));
  return new Set(rows).size;
}

async function readSource(
  source: OwnSource,
  progress: (share: number) => void,
  get: FetchBlob,
): Promise<{ name: string; read: FormatRead }> {
  if (source.kind === 'text') {
    return { name: source.name, read: await readForeignFile(fileOf(source.name, source.text), { progress }) };
  }
  if (source.kind === 'address') {
    const name = decodeURIComponent(new URL(source.address).pathname.split('/').at(-1) ?? '');
    const blob = await get(source.address);
    const file: SourceFile = { name, size: blob.size, slice: (start, end) => blob.slice(start, end) };
    return { name, read: await readForeignFile(file, { progress }) };
  }
  const [only, ...others] = source.files;
  if (only && others.length === 0) {
    return { name: only.file.name, read: await readForeignFile(only.file, { progress }) };
  }
  const folder = only?.path.split('/')[0] ?? '';
  return { name: folder, read: await readFolder(folder, source.files, progress) };
}

/** Several files: a case in two, or a folder with one file that can be read. Anything else is refused: which one was meant is not guessed. */
function readFolder(
  name: string,
  files: readonly PlacedFile[],
  progress: (share: number) => void,
): Promise<FormatRead> {
  const whole: SourceFile = { name, size: 0, slice: () => new Blob() };
  return guarded(whole, async (findings) => {
    const parts = files.filter(({ path }) => /(^|\/)(voyages\.json|ports\.geojson)$/.test(path));
    const packed: Packed[] = [];
    for (const { path, file } of parts) packed.push({ name: path, bytes: await wholeBytes(file, {}, findings) });
    const read = readPackedCase(packed, findings);
    if (read !== null) return read;
    const known = files.filter(({ path }) => ACCEPTED.some((ending) => path.toLowerCase().endsWith(ending)));
    const [only, ...others] = known;
    if (only && others.length === 0) return readForeignFile(only.file, { progress });
    findings.leftOut('unknown-format', {
      path: '',
      message: `there are ${files.length} files, and no ports.geojson with a voyages.json among them`,
      expected: 'one file, or the folder of a case',
    });
    throw new Refused();
  });
}
