import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/dataset/problem.ts';
import { readCase } from '../../src/dataset/read.ts';
import { reasonIn, retold } from '../../src/i18n/retold.ts';
import { fetchedIn, fetchWords } from '../../src/i18n/words.ts';
import { DEFAULT_ASSUMPTIONS } from '../../src/model/assumptions.ts';
import { SETTINGS } from '../../src/state/settings.ts';
import { createState, notifyRejected } from '../../src/state/state.ts';
import { casesOf, expectedOf } from './format-fixtures.ts';

// Parts that know no page say what is wrong in English: the page retells it.

beforeAll(() => fetchWords('id'));

/** Common words of English that no sentence in Indonesian has, outside of what it quotes. */
const STOP = /\b(the|of|and|is|are|not|from|with|be|can|was|were|that|this|or|such|so|an|no|has|have|which|its?)\b/i;
const bare = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`|\([^)]*\)/g, '');
const english = (texts: readonly string[]): string[] =>
  texts.filter((text) => STOP.test(bare(retold(text, 'id')))).map((text) => retold(text, 'id'));

test('each retelling uses every part of what it retells, and no English', () => {
  const wrong = (fetchedIn('id')?.retellings ?? []).filter(([from, own]) => {
    const holes = [...(from.match(/\{(?:t|list)?\}/g) ?? [])].map((_, at) => `{${at + 1}}`);
    const named = own.match(/\{\d\}/g) ?? [];
    return holes.join() !== [...named].sort().join() || STOP.test(bare(own));
  });
  expect(wrong).toEqual([]);
});

test('every sentence that stands in a part that knows no page is retold', () => {
  const sentences = ['model', 'reach', 'state', 'map'].flatMap((part) =>
    readdirSync(`src/${part}`).flatMap((file) =>
      [...readFileSync(`src/${part}/${file}`, 'utf8').matchAll(/(['`])([A-Z][a-z]* [^'`\n]{8,}\.)\1/g)].map(
        ([, , sentence = '']) => sentence.replace(/\$\{[^}]*\}/g, 'Qq'),
      ),
    ),
  );
  expect(sentences.length).toBeGreaterThan(8);
  expect(sentences.filter((sentence) => retold(sentence, 'id') === sentence)).toEqual([]);
});

test('a setting that is refused is told in the language of the page', () => {
  const state = createState();
  notifyRejected(state, [
    { name: 'speed', text: 'ab', expected: SETTINGS.speed.form },
    { name: 'colour', text: 'red', expected: 'one of data, time' },
  ]);
  const [speed = '', colour = ''] = state.notices.value.map(({ text }) => text);
  expect(retold(speed, 'id')).toBe(
    'Pengaturan "speed" tidak dapat berupa "ab"; seharusnya angka dari 0.01 sampai 100.',
  );
  expect(retold(colour, 'id')).toBe('Tidak ada pengaturan "colour"; seharusnya salah satu dari data, time.');
  expect(retold(speed, 'en')).toBe(speed);
});

test.each(Object.entries(SETTINGS))('what %s must look like is told', (_, { form }) => {
  expect(english([form])).toEqual([]);
});

describe('what is wrong in a file', () => {
  test.each(['good', 'broken'] as const)('is told of the %s files that tests read', (kind) => {
    const findings = casesOf(kind).flatMap((name) => (expectedOf(kind, name) as { findings: string[] }).findings);
    const messages = findings.map((finding) => /^[^,]+, [\w-]+, .*?: (.*)$/s.exec(finding)?.[1] ?? finding);
    expect(messages.length).toBeGreaterThan(5);
    expect(english(messages)).toEqual([]);
  });

  test('is told of the records of a case, with place and record', () => {
    const ports = readFileSync('data/najin-dunay/ports.geojson', 'utf8');
    const data = JSON.parse(readFileSync('data/najin-dunay/voyages.json', 'utf8'));
    const [voyage, ...voyages] = data.voyages;
    const spoilt = {
      ...data,
      colour: 'red',
      assumptions: { ...data.assumptions, greatestSpeed: { value: -1, reason: 'x' } },
      claims: data.claims.map((claim: object, at: number) => (at === 0 ? { ...claim, source: 'nobody' } : claim)),
      voyages: [
        { ...voyage, vessel: 'titanic' },
        { ...voyages[0], legs: [{ ...voyages[0].legs[0], depart: 'soon', to: 'atlantis' }] },
        voyages[0],
        voyages[0],
      ],
      sightings: data.sightings.map((sighting: object, at: number) =>
        at === 0 ? { ...sighting, voyage: 'maria-october', call: 9 } : at === 1 ? { ...sighting, port: 7 } : sighting,
      ),
    };
    const { problems } = readCase({
      ports: { name: 'ports.geojson', text: ports },
      voyages: { name: 'voyages.json', text: JSON.stringify(spoilt) },
    });
    expect(problems.length).toBeGreaterThan(5);
    expect(english(problems.map(describeProblem))).toEqual([]);
    expect(retold(problems.map(describeProblem).find((text) => text.includes('"colour"')) ?? '', 'id')).toContain(
      'bidang "colour" tidak dikenal dan dilewati; seharusnya',
    );
  });
});

test('reasons that the program gives are told, those of a case are left as they are', () => {
  const reasons = Object.values(DEFAULT_ASSUMPTIONS).map(({ reason }) => reasonIn(reason, 'id'));
  expect(reasons.filter((reason) => STOP.test(reason))).toEqual([]);
  expect(reasonIn('No port is fast; it is no date', 'id')).toBe('No port is fast; it is no date');
  expect(reasonIn({ en: 'Calm sea', id: 'Laut tenang' }, 'id')).toBe('Laut tenang');
});

test('how a route was found is told, with the canals it goes through', () => {
  const method =
    'Short way over water on the coarse coast of the world, computed, not an observed track, through Suez Canal and Strait of Messina, with Panama Canal taken as closed, with 0.4 km straight from port to water.';
  expect(retold(method, 'id')).toBe(
    'Jalan pendek lewat air pada garis pantai kasar dunia, hasil hitungan, bukan jejak yang teramati, melewati Terusan Suez, Selat Messina, dengan Terusan Panama dianggap tertutup, dengan 0.4 km lurus dari pelabuhan ke air.',
  );
});
