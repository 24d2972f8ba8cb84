/**
 * Other people's files: which format one is, and the reader that goes with it. What is in the file decides; its name only
 * where that says nothing. Loaded when somebody opens a file, never before: nothing that the page loads first imports it.
 */
import { readAis, startsAsAis } from './formats/ais.ts';
import { isCaseFile, readCaseFile } from './formats/case-file.ts';
import { isCzml, readCzml } from './formats/czml.ts';
import type { Findings } from './formats/finding.ts';
import { gpxVocabulary } from './formats/gpx.ts';
import { kmlVocabulary } from './formats/kml-track.ts';
import {
  encodingOf,
  type FormatRead,
  fileOf,
  guarded,
  type Reading,
  Refused,
  type SourceFile,
  wholeBytes,
  wholeText,
} from './formats/reading.ts';
import { readRows, tableFormat, tableToApprove } from './formats/table.ts';
import { isGeojson, readGeojson } from './formats/timed-geojson.ts';
import { readTrackXml } from './formats/track-xml.ts';
import { readPackedCase, unzip } from './formats/zip.ts';

/** How a file is built, which decides how it is taken in. */
export type Build = 'empty' | 'zip' | 'json' | 'xml' | 'table' | 'binary';

/**
 * How a file is built, by its first bytes.
 *
 * @param head the first bytes of the file; a few hundred are enough
 */
export function recogniseBuild(head: Uint8Array): Build {
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  const encoding = encodingOf(head);
  if (encoding === 'utf-8' && head.includes(0)) return 'binary';
  const text = new TextDecoder(encoding).decode(head).trimStart();
  if (text === '') return 'empty';
  if (text.startsWith('<')) return 'xml';
  return /^[[{]/.test(text) ? 'json' : 'table';
}

/** Bytes by which the build of a file is told. */
const HEAD = 4096;

/**
 * Reads any file. Never throws, and never takes longer than the file is long: large files go piece by piece, with progress
 * and with a stop between the pieces.
 */
export function readForeignFile(file: SourceFile, reading: Reading = {}): Promise<FormatRead> {
  const named: SourceFile = {
    // What is pasted has no name, and a name becomes the id of a source.
    name: file.name.replace(/\p{Cc}+/gu, ' ').trim() || 'file',
    size: file.size,
    slice: (start, end) => file.slice(start, end),
  };
  return guarded(named, (findings) => readBuilt(named, reading, findings));
}

async function readBuilt(file: SourceFile, reading: Reading, findings: Findings): Promise<FormatRead> {
  const head = new Uint8Array(await file.slice(0, Math.min(HEAD, file.size)).arrayBuffer());
  const decoded = new TextDecoder(reading.encoding ?? encodingOf(head)).decode(head);
  switch (recogniseBuild(head)) {
    case 'zip':
      return readZip(file, reading, findings);
    case 'json':
      return readJson(file, reading, findings);
    case 'table':
      return readTable(file, decoded, reading, findings);
    case 'xml':
      return readXml(file, decoded, reading, findings);
    case 'empty':
      findings.leftOut('empty', { path: '', message: 'the file is empty', expected: 'records of voyages' });
      throw new Refused();
    default:
      return refuse('it is no text, no zip', findings);
  }
}

const KNOWN =
  'a case (JSON or zip), a table (CSV, TSV) of voyages, port calls or AIS positions, timed GeoJSON, MF-JSON, GPX, KML or CZML';

function refuse(found: string, findings: Findings): never {
  findings.leftOut('unknown-format', { path: '', message: `${found}, so nothing is read`, expected: KNOWN });
  throw new Refused();
}

async function readZip(file: SourceFile, reading: Reading, findings: Findings): Promise<FormatRead> {
  const files = unzip(await wholeBytes(file, reading, findings), findings);
  const packed = readPackedCase(files, findings);
  if (packed !== null) return packed;
  const [only, ...others] = files;
  if (only === undefined) return refuse('the zip holds no file of a known kind', findings);
  if (others.length > 0) return refuse(`the zip holds ${files.length} files and no case`, findings);
  return readBuilt(fileOf(only.name, only.bytes), reading, findings);
}

async function readJson(file: SourceFile, reading: Reading, findings: Findings): Promise<FormatRead> {
  const text = await wholeText(file, reading, findings);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    findings.leftOut('unreadable', { path: '', message: `the file is not JSON (${said})`, expected: 'JSON' });
    throw new Refused();
  }
  if (isCaseFile(json)) return readCaseFile(json, file.name, findings);
  if (isCzml(json)) return readCzml(json, file.name, findings);
  if (isGeojson(json)) return readGeojson(json, file.name, findings);
  return refuse('it is JSON of no known kind', findings);
}

async function readXml(file: SourceFile, head: string, reading: Reading, findings: Findings): Promise<FormatRead> {
  const [, root = ''] = /<(?:[\w.-]+:)?(gpx|kml|html)\b/i.exec(head) ?? [];
  if (/gpx/i.test(root)) return readTrackXml(gpxVocabulary(file.name, findings), file, reading, findings);
  if (/kml/i.test(root)) return readTrackXml(kmlVocabulary(file.name, findings), file, reading, findings);
  return refuse(root === '' ? 'it is XML of no known kind' : 'it is a web page', findings);
}

async function readTable(file: SourceFile, head: string, reading: Reading, findings: Findings): Promise<FormatRead> {
  if (startsAsAis(head)) return readAis(file, reading, findings);
  const rows = await readRows(file, reading, findings);
  const [names] = rows;
  const format = names && tableFormat(names.cells);
  if (!format) return refuse('its first row names no column that is known', findings);
  if (rows.length === 1) {
    findings.leftOut('empty', { path: '', message: 'there is no row below the names', expected: 'a row a record' });
  }
  return { kind: 'table', table: tableToApprove(format, file.name, rows), findings: findings.list };
}
