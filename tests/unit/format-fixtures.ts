/** The fixture folders of foreign formats, and what a reader makes of each, short enough to be written down. */
import { readdirSync, readFileSync } from 'node:fs';
import { buildCalls } from '../../src/dataset/formats/call-table.ts';
import type { Finding } from '../../src/dataset/formats/finding.ts';
import { fileOf } from '../../src/dataset/formats/reading.ts';
import type { TableToApprove } from '../../src/dataset/formats/table.ts';
import type { Built, TableAnswers } from '../../src/dataset/formats/table-case.ts';
import { buildVoyages } from '../../src/dataset/formats/voyage-table.ts';
import { readForeignFile } from '../../src/dataset/recognise.ts';
import type { Dataset, LonLat } from '../../src/model/records.ts';

const ROOT = 'tests/fixtures/formats';
const ASIDE = ['expected.json', 'answers.json'];

/** Names of the folders under `good` or `broken`. */
export const casesOf = (kind: 'good' | 'broken'): string[] => readdirSync(`${ROOT}/${kind}`).sort();

const jsonOf = (folder: string, name: string): unknown =>
  readdirSync(folder).includes(name) ? JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) : undefined;

/** What is expected of a case; undefined where nobody wrote it down. */
export const expectedOf = (kind: 'good' | 'broken', name: string): unknown =>
  jsonOf(`${ROOT}/${kind}/${name}`, 'expected.json');

/** The answers that a case comes with. */
export const fixtureAnswers = (kind: 'good' | 'broken', name: string): Parameters<typeof answersOf>[0] =>
  jsonOf(`${ROOT}/${kind}/${name}`, 'answers.json') ?? {};

/** The file of a case. */
export function fixtureFile(kind: 'good' | 'broken', name: string) {
  const folder = `${ROOT}/${kind}/${name}`;
  const files = readdirSync(folder).filter((file) => !ASIDE.includes(file));
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error(`${folder} must hold one file to read`);
  return fileOf(file, readFileSync(`${folder}/${file}`));
}

/** Answers as a test gives them: places by name. */
export function answersOf(given: {
  readonly places?: Readonly<Record<string, LonLat>>;
  readonly dateOrder?: 'day-first' | 'month-first';
}): TableAnswers {
  const places = Object.entries(given.places ?? {}).map(([name, position]) => [name, { name, position }] as const);
  return { ...given, places: new Map(places) };
}

/** Makes a case out of a table with its guessed columns. */
export function build(table: TableToApprove, answers: TableAnswers): Built {
  const make = table.format === 'voyage-table' ? buildVoyages : buildCalls;
  return make(table, table.columns, answers);
}

/** What came of a fixture: the columns, the questions before any answer, the records, the findings. */
export async function outcomeOf(kind: 'good' | 'broken', name: string) {
  const read = await readForeignFile(fixtureFile(kind, name));
  if (read.kind === 'stopped') return { stopped: true };
  if (read.kind === 'case') return { ...summary(read.dataset), findings: findingLines(read.findings) };
  const { table } = read;
  const named = Object.entries(table.columns).map(([field, column]) => [field, table.names[column]]);
  const before = build(table, {});
  const built = build(table, answersOf(fixtureAnswers(kind, name)));
  return {
    format: table.format,
    columns: Object.fromEntries(named),
    ...(table.doubts.length > 0 ? { doubts: table.doubts } : {}),
    ...(before.questions.length > 0 ? { questions: before.questions } : {}),
    ...(built.unplaced.length > 0 ? { unplaced: built.unplaced } : {}),
    ...summary(built.dataset),
    findings: findingLines([...read.findings, ...built.findings]),
  };
}

/** The records that come of a good fixture. */
export async function fixtureDataset(name: string): Promise<Dataset> {
  const read = await readForeignFile(fixtureFile('good', name));
  if (read.kind === 'stopped') throw new Error(`${name} was not read to its end`);
  const built = read.kind === 'case' ? read : build(read.table, answersOf(fixtureAnswers('good', name)));
  if (built.dataset === null) throw new Error(`nothing comes of ${name}`);
  return built.dataset;
}

const findingLines = (findings: readonly Finding[]): string[] =>
  findings.map(({ kept, code, path, message }) => `${kept ? 'kept' : 'left out'}, ${code}, ${path}: ${message}`);

function summary(dataset: Dataset | null) {
  if (dataset === null) return { dataset: null };
  const { window, assumptions, ports, sources, claims, vessels, voyages, sightings } = dataset;
  return {
    window: window.date,
    speedAndStay: [assumptions.greatestSpeed.value, assumptions.leastStay.value],
    ports: ports.map(({ id, position }) => `${id} ${position.join(' ')}`),
    sources: sources.map(({ id, url }) => (url === undefined ? id : `${id} <${url}>`)),
    claims: claims.map(({ id, text, kinds }) => `${id}: ${text} (${kinds.join(', ')})`),
    vessels: vessels.map(({ id, name, imo, mmsi }) => [id, name, imo, mmsi].filter(Boolean).join(', ')),
    voyages: voyages.map(({ id, vessel, legs }) => ({
      id,
      vessel,
      legs: legs.map(({ from, to, depart = '', arrive = '', track }) => {
        const fixes = track.map(({ time, position }) => `${new Date(time).toISOString()} ${position.join(' ')}`);
        const leg = `${from} ${depart} - ${to} ${arrive}`;
        return fixes.length > 0 ? { leg, fixes } : leg;
      }),
    })),
    sightings: sightings.map(({ vessel, port, date, reading }) => `${vessel} ${port} ${date} ${reading}`),
  };
}
