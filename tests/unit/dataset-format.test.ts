import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../src/dataset/read.ts';
import * as schema from '../../src/dataset/schema.ts';
import { DEFAULT_ASSUMPTIONS } from '../../src/model/assumptions.ts';

// The description of the format is read by people who write cases: it must not go out of date.

const text = readFileSync('data/README.md', 'utf8');
const examples = [...text.matchAll(/```json\n(.*?)```/gs)].map((match) => match[1] ?? '');

describe('data/README.md', () => {
  test('its example is a good case', () => {
    const [voyages = '', ports = ''] = examples;
    const read = readCase({ ports: { name: 'ports', text: ports }, voyages: { name: 'voyages', text: voyages } });
    expect(read.problems).toEqual([]);
    expect(read.dataset?.sightings[0]).toMatchObject({ voyage: 'march', call: 1 });
  });

  test.each([
    ['the file', schema.caseFile],
    ['a source', schema.source],
    ['a claim', schema.claim],
    ['a vessel', schema.vessel],
    ['a voyage', schema.voyage],
    ['a leg', schema.leg],
    ['a sighting', schema.sighting],
    ['an event', schema.event],
  ])('names every field of %s', (_, record) => {
    const missing = Object.keys(record.entries).filter(
      (field) => !text.includes(`\`${field}\``) && field !== '$schema',
    );
    expect(missing).toEqual([]);
  });

  test.each(Object.entries(DEFAULT_ASSUMPTIONS))('gives the default of %s', (name, { value }) => {
    const row = text.split('\n').find((line) => line.startsWith(`| \`${name}\` `));
    expect(row).toMatch(new RegExp(`\\| ${value} \\|$`));
  });
});
