import { describe, expect, test } from 'vitest';
import { writeCaseFile } from '../../src/dataset/formats/case-file.ts';
import { fileOf } from '../../src/dataset/formats/reading.ts';
import { writeCaseZip } from '../../src/dataset/formats/zip.ts';
import { readForeignFile } from '../../src/dataset/recognise.ts';
import { casesOf, expectedOf, fixtureDataset, outcomeOf } from './format-fixtures.ts';

// Each folder holds one file of a format and, in expected.json, what is to come of it. A folder without is an error.

describe.each(['good', 'broken'] as const)('%s files', (kind) => {
  test.each(casesOf(kind))('%s', async (name) => {
    const outcome = await outcomeOf(kind, name);
    expect(expectedOf(kind, name), `${name} has no expected.json`).toBeDefined();
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(expectedOf(kind, name));
    if (kind === 'broken') expect(JSON.stringify(outcome)).toContain('left out');
    else expect(outcome).not.toHaveProperty('dataset', null);
  });
});

/** How the folders of each format begin. A zip is of one of them. */
const FORMATS = ['ais', 'calls', 'case', 'czml', 'geojson', 'gpx', 'kml', 'mfjson', 'voyages'];

test.each(FORMATS)('%s has a file that is good and one that is broken', (format) => {
  for (const kind of ['good', 'broken'] as const) {
    expect(casesOf(kind).filter((name) => name.startsWith(`${format}-`) || name === format)).not.toEqual([]);
  }
});

describe('what is read of a good file comes back whole', () => {
  test.each(casesOf('good'))('%s, written as one JSON and as a zip', async (name) => {
    const dataset = await fixtureDataset(name);
    for (const written of [writeCaseFile(dataset), writeCaseZip(dataset)]) {
      expect(await readForeignFile(fileOf('again', written))).toMatchObject({ kind: 'case', dataset, findings: [] });
    }
  });
});
