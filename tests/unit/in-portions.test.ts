import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/dataset/formats/finding.ts';
import type { Fix } from '../../src/model/records.ts';
import { inPortions, portions, together } from '../../src/state/in-portions.ts';
import { fewOfEach } from '../../src/state/open-file.ts';
import type { ReadAnswer, TableOutcome } from '../../src/state/read-session.ts';
import { caseOf, leg, sighting, TRAFFIC, voyage } from './model-cases.ts';

const LARGE = caseOf({
  voyages: Array.from({ length: 15 }, (_, number) => {
    const track: Fix[] = Array.from({ length: 1500 }, (_, at) => ({ position: [at / 100, number], time: at }));
    return voyage(`v ${number}`, [leg('a', 'b', { track })]);
  }),
  claims: Array.from({ length: 3000 }, (_, number) => ({
    id: `c ${number}`,
    text: '',
    sources: [],
    kinds: [],
    contradicts: [],
  })),
  sightings: [sighting('s', 'a', '2023-09-01')],
});

describe('an answer in portions', () => {
  const outcome = { findings: [], dataset: TRAFFIC } as unknown as TableOutcome;
  const ANSWERS: readonly ReadAnswer[] = [
    { kind: 'case', name: 'large', dataset: LARGE, findings: [] },
    { kind: 'case', name: 'small', dataset: TRAFFIC, findings: [] },
    { kind: 'case', name: 'none', dataset: null, findings: [] },
    { kind: 'built', outcome },
    { kind: 'built', outcome: { ...outcome, dataset: null } },
    { kind: 'failed', message: 'no' },
  ];

  test('is the answer again, put together', () => {
    for (const answer of ANSWERS) {
      const { portions: sent, rest } = structuredClone(inPortions(answer));
      expect(together(sent, rest)).toEqual(answer);
    }
  });

  test('has nothing large in one piece', () => {
    const { portions: sent, rest } = inPortions(ANSWERS[0] as ReadAnswer);
    expect(sent.length).toBeGreaterThan(5);
    for (const portion of sent) {
      const positions = portion.list === 'voyages' ? portion.records.length * 1500 : 0;
      expect(positions).toBeLessThan(25_000);
      expect(portion.records.length).toBeLessThanOrEqual(1000);
    }
    expect(JSON.stringify(rest).length).toBeLessThan(5000);
  });
});

test('portions hold every item once, in order, and end as soon as they weigh enough', () => {
  const items = Array.from({ length: 23 }, (_, item) => item);
  const parts = [...portions(items, (item) => (item === 11 ? 50 : 1), 10)];
  expect(parts.flat()).toEqual(items);
  expect(parts.map((part) => part.length)).toEqual([10, 2, 10, 1]);
  expect([...portions([], () => 1, 10)]).toEqual([]);
});

test('of doubts of one kind the first are told and the rest counted; what is left out is told each', () => {
  const finding = (code: Finding['code'], number: number, kept: boolean): Finding => ({
    file: 'f',
    path: `row ${number}`,
    message: `${code} ${number}`,
    expected: 'e',
    code,
    kept,
  });
  const many = [0, 1, 2, 3, 4, 5, 6, 7].map((number) => finding('thinned', number, true));
  const out = [0, 1, 2, 3, 4, 5, 6, 7].map((number) => finding('reader', number, false));
  const told = fewOfEach([...many, ...out, finding('gap', 0, true)]).map(({ message }) => message);
  expect(told).toEqual([
    ...out.map(({ message }) => message),
    ...many.slice(0, 5).map(({ message }) => message),
    '3 more of this kind',
    'gap 0',
  ]);
  expect(fewOfEach(many.slice(0, 5))).toEqual(many.slice(0, 5));
});
