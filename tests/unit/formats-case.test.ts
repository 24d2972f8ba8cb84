import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ACCEPTED } from '../../src/dataset/formats/accepted.ts';
import { writeCaseFile } from '../../src/dataset/formats/case-file.ts';
import { fileOf } from '../../src/dataset/formats/reading.ts';
import { writeCaseZip } from '../../src/dataset/formats/zip.ts';
import { readCase } from '../../src/dataset/read.ts';
import { readForeignFile } from '../../src/dataset/recognise.ts';
import type { Dataset } from '../../src/model/records.ts';
import { casesOf, fixtureFile } from './format-fixtures.ts';
import { runs } from './runs.ts';

const PARTS = ['ports.geojson', 'voyages.json'] as const;

function datasetOf(folder: string): Dataset {
  const [ports, voyages] = PARTS.map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
  const dataset = ports && voyages && readCase({ ports, voyages }).dataset;
  if (!dataset) throw new Error(`${folder} cannot be read`);
  return dataset;
}

async function read(name: string, content: Uint8Array | string) {
  const result = await readForeignFile(fileOf(name, content));
  if (result.kind !== 'case') throw new Error(`a case was expected, not ${result.kind}`);
  return result;
}

const codesOf = ({ findings }: Awaited<ReturnType<typeof read>>) => findings.map(({ code }) => code);

describe.each(['data/najin-dunay', 'tests/fixtures/pacific-case'])('%s comes back whole', (folder) => {
  const dataset = datasetOf(folder);

  test('as one JSON', async () => {
    expect(await read('case.json', writeCaseFile(dataset))).toMatchObject({ dataset, findings: [] });
  });

  test('as a zip, whatever its name', async () => {
    expect(await read('download', writeCaseZip(dataset))).toMatchObject({ dataset, findings: [] });
  });

  test('what is handed on as its file form is the same case', async () => {
    const { raw } = await read('case.json', writeCaseFile(dataset));
    const again = await read('again.json', JSON.stringify({ ...raw?.voyages, ports: raw?.ports }));
    expect(again.dataset).toEqual(dataset);
  });
});

test('the same case makes the same zip', () => {
  const dataset = datasetOf('tests/fixtures/pacific-case');
  expect(writeCaseZip(dataset)).toEqual(writeCaseZip(dataset));
});

describe('a zip', () => {
  const folder = 'tests/fixtures/pacific-case';
  const files = Object.fromEntries(PARTS.map((name) => [name, new Uint8Array(readFileSync(`${folder}/${name}`))]));
  const inside = (path: string) =>
    Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${path}${name}`, bytes]));

  test('may hold the folder, and other things beside it', async () => {
    const packed = zipSync({ ...inside('case/'), ...inside('case/old/'), 'case/README.md': strToU8('Hello.') });
    expect((await read('case.zip', packed)).dataset).toEqual(datasetOf(folder));
  });

  test('of a sheet of an office program is refused by name', async () => {
    const packed = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<x/>') });
    const { dataset, findings } = await read('voyages.xlsx', packed);
    expect(dataset).toBeNull();
    expect(findings[0]?.message).toContain('office');
  });

  test.each([
    ['that is cut', writeCaseZip(datasetOf(folder)).slice(0, 400), 'unreadable'],
    ['of nothing that is known', zipSync({ 'picture.png': new Uint8Array(8) }), 'unknown-format'],
    ['of several files', zipSync({ 'a.csv': strToU8('Ship,From,To'), 'b.csv': strToU8('x') }), 'unknown-format'],
    ['with one of the two files', zipSync({ 'voyages.json': strToU8('{"version":1,"voyages":[]}') }), 'unreadable'],
  ])('%s says so', async (_, packed, code) => expect(codesOf(await read('z.zip', packed))).toContain(code));

  test('of one file of another format is that file', async () => {
    const kml = readFileSync('tests/fixtures/formats/good/kml-track/track.kml');
    const { dataset } = await read(
      'track.kmz',
      zipSync({ 'doc.kml': new Uint8Array(kml), 'icon.png': new Uint8Array(4) }),
    );
    expect(dataset?.vessels.map(({ id }) => id)).toEqual(['Tern <1>', 'Noddy']);
  });

  test('that claims to unpack beyond the limit is not unpacked', async () => {
    const packed = zipSync({ 'huge.csv': new Uint8Array(1000) });
    // The size unpacked, in the directory at the end of the file.
    const at = Buffer.from(packed).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(packed.buffer, packed.byteOffset).setUint32(at + 24, 0x7fffffff, true);
    expect(codesOf(await read('bomb.zip', packed))).toEqual(['too-large']);
  });
});

test('any bytes, after the mark of any kind of file, are read to an end without a throw', async () => {
  const marks = [
    '',
    'PK\u0003\u0004',
    '{',
    '[{',
    '<gpx>',
    '<kml><gx:Track>',
    'MMSI,LAT,LON,BaseDateTime\n',
    'Ship,From,To\n',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 300 }), async (mark, bytes) => {
      const result = await readForeignFile(fileOf('any', new Uint8Array([...Buffer.from(mark), ...bytes])));
      if (result.kind === 'case' && result.dataset === null) expect(result.findings).not.toEqual([]);
      expect(['case', 'table']).toContain(result.kind);
    }),
    { numRuns: runs(200) },
  );
});

test('a zip of which any bytes are spoilt is read to an end without a throw', async () => {
  const packed = writeCaseZip(datasetOf('tests/fixtures/pacific-case'));
  await fc.assert(
    fc.asyncProperty(fc.nat(packed.length - 1), fc.nat(255), async (at, value) => {
      const spoilt = packed.slice();
      spoilt[at] = value;
      expect((await read('spoilt.zip', spoilt)).kind).toBe('case');
    }),
    { numRuns: runs(100) },
  );
});

test('a track in UTF-16 is read', async () => {
  const gpx = readFileSync('tests/fixtures/formats/good/gpx/track.gpx', 'utf8');
  const { dataset } = await read('track.gpx', new Uint8Array(Buffer.from(`\uFEFF${gpx}`, 'utf16le')));
  expect(dataset?.voyages).toHaveLength(2);
});

test('an encoding that nobody knows is said', async () => {
  const result = await readForeignFile(fileOf('a.csv', 'Ship,From,To\n'), { encoding: 'klingon' });
  expect(result).toMatchObject({ kind: 'case', dataset: null, findings: [{ code: 'unreadable' }] });
});

test('a text that was pasted has no name, and is read', async () => {
  const { dataset } = await read('', writeCaseFile(datasetOf('tests/fixtures/pacific-case')));
  expect(dataset?.voyages).toHaveLength(3);
});

test('a file dialog offers what the fixtures are called', () => {
  for (const name of casesOf('good')) {
    expect(ACCEPTED.some((ending) => fixtureFile('good', name).name.endsWith(ending))).toBe(true);
  }
});

/** All modules that come with one, by the imports that are not left for later. */
function loadedWith(entry: string, met = new Set<string>()): Set<string> {
  if (met.has(entry) || !existsSync(entry)) return met;
  met.add(entry);
  const imports = /^(?:import|export)\s(?!type\b)[^;]*?from '(\.[^']+)'/gm;
  for (const [, path = ''] of readFileSync(entry, 'utf8').matchAll(imports)) {
    loadedWith(join(dirname(entry), path), met);
  }
  return met;
}

test('nothing that the page loads first reaches the readers', () => {
  const first = [...loadedWith('src/main.ts')];
  expect(first).toContain('src/dataset/read.ts');
  expect(first.filter((path) => /dataset\/(formats\/|recognise)/.test(path))).toEqual([]);
});
