/** Zip files: a folder of a case, or a KMZ. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Dataset } from '../../model/records.ts';
import { readParts, writeCase } from './case-file.ts';
import type { Findings } from './finding.ts';
import { type FormatRead, Refused, WHOLE_LIMIT } from './reading.ts';

/** The files of a zip whose names end in one of these. */
const WANTED = /(^|\/)(voyages\.json|ports\.geojson|[^/]+\.(json|geojson|kml|gpx|csv|tsv|czml))$/i;

/** A text file in a zip. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Unpacks the files of a zip that may be data. What it holds beyond {@link WHOLE_LIMIT} bytes by its own account is not
 * unpacked, and a file never grows beyond what the account says: a small zip cannot fill the memory.
 *
 * @throws Refused where it is an office document or too large; Error where it is no whole zip
 */
export function unzip(bytes: Uint8Array, findings: Findings): Packed[] {
  let total = 0;
  let office = false;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      office ||= name === '[Content_Types].xml' || /^(xl|word)\//.test(name) || name === 'content.xml';
      if (!WANTED.test(name) || name.startsWith('__MACOSX/')) return false;
      total += originalSize;
      return total <= WHOLE_LIMIT;
    },
  });
  if (office) {
    findings.leftOut('unknown-format', {
      path: '',
      message: 'it is a document of an office program',
      expected: 'the sheet saved as CSV',
    });
    throw new Refused();
  }
  if (total > WHOLE_LIMIT) {
    findings.leftOut('too-large', {
      path: '',
      message: `it unpacks to more than ${WHOLE_LIMIT} bytes`,
      expected: 'the files by themselves',
    });
    throw new Refused();
  }
  return Object.entries(files).map(([name, content]) => ({ name, bytes: content }));
}

/**
 * Reads a case out of the files of a zip: `voyages.json` beside `ports.geojson`, the pair that lies least deep.
 *
 * @returns null where there is no such pair
 */
export function readPackedCase(files: readonly Packed[], findings: Findings): FormatRead | null {
  const byName = new Map(files.map((file) => [file.name, file]));
  const voyages = files
    .filter(({ name }) => /(^|\/)voyages\.json$/.test(name))
    .sort((a, b) => a.name.split('/').length - b.name.split('/').length)
    .find(({ name }) => byName.has(name.replace(/voyages\.json$/, 'ports.geojson')));
  const ports = voyages && byName.get(voyages.name.replace(/voyages\.json$/, 'ports.geojson'));
  if (!voyages || !ports) return null;
  return readParts(
    { name: ports.name, text: strFromU8(ports.bytes) },
    { name: voyages.name, text: strFromU8(voyages.bytes) },
    findings,
  );
}

/** A case as a zip of its folder. The same dataset gives the same bytes. */
export function writeCaseZip(dataset: Dataset): Uint8Array {
  const { ports, voyages } = writeCase(dataset);
  const text = (json: unknown): Uint8Array => strToU8(`${JSON.stringify(json, null, 2)}\n`);
  const files = { 'ports.geojson': text(ports), 'voyages.json': text(voyages) };
  // A zip holds the time of its files, and none before 1980.
  return zipSync(files, { mtime: '1980-01-01T00:00:00' });
}
