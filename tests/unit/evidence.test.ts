import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCrossings } from '../../src/evidence/crossings.ts';
import { denials, disagreements, voyageEvidence } from '../../src/evidence/disagreements.ts';
import { portNow } from '../../src/evidence/port-now.ts';
import { lastSighting, situationOf } from '../../src/evidence/situation.ts';
import { countSense, tripCounts } from '../../src/evidence/trip-counts.ts';
import { voyageChain } from '../../src/evidence/voyage-chain.ts';
import { en } from '../../src/i18n/en/page.ts';
import { readEdtf } from '../../src/model/edtf.ts';
import { READINGS, SIGHTED } from '../../src/model/records.ts';
import { whereabouts } from '../../src/model/whereabouts.ts';
import { claim, dataset, leg, openTestCase, sighting, voyage } from './evidence-case.ts';

const day = (number: number): string => `2020-06-${String(number).padStart(2, '0')}`;
const at = (number: number, hour = 0): number => Date.UTC(2020, 5, number, hour);

describe('crossings', () => {
  const between = (from: number, to: number) =>
    leg('alpha', 'beta', { depart: `${day(from)}/..`, arrive: `../${day(to)}` });

  test('a crossing of exactly seven days counts as dated to within a week, one of eight does not', () => {
    for (const [last, dated] of [
      [9, 1],
      [10, 0],
    ] as const) {
      const shown = openTestCase(dataset({ voyages: [voyage('june', { legs: [between(3, last)] })] }));
      expect(countCrossings(shown.voyages)).toEqual({ all: 1, dated });
    }
  });

  test('a voyage whose claims contradict each other keeps its crossings, none of them dated', () => {
    const legs = [leg('alpha', 'beta', { depart: day(9), arrive: day(3) })];
    const shown = openTestCase(dataset({ voyages: [voyage('june', { legs })] }));
    expect(shown.ships[0]?.contradictions).toHaveLength(1);
    expect(countCrossings(shown.voyages)).toEqual({ all: 1, dated: 0 });
  });

  test.each([
    [0, 0, ''],
    [1, 0, 'The one crossing is not dated to within a week.'],
    [1, 1, 'The one crossing is dated to within a week.'],
    [2, 2, 'Both crossings are dated to within a week.'],
    [10, 0, 'None of the ten crossings is dated to within a week.'],
    [10, 1, 'Of the ten crossings, one is dated to within a week.'],
    [10, 2, 'Of the ten crossings, two are dated to within a week.'],
    [12, 12, 'All twelve crossings are dated to within a week.'],
    [40, 13, 'Of the 40 crossings, 13 are dated to within a week.'],
  ])('%i crossings, %i dated', (all, dated, sentence) => {
    expect(en.title.crossings({ all, dated })).toBe(sentence);
  });
});

describe('counts of trips', () => {
  const counting = (id: string, least: number, most?: number) =>
    claim(id, { topic: 'trips', count: most === undefined ? { least } : { least, most } });

  test('none where no claim counts trips, even if it has the topic or a number alone', () => {
    const claims = [claim('a', { topic: 'trips' }), claim('b', { count: { least: 3 } })];
    expect(tripCounts(dataset({ claims }))).toEqual([]);
  });

  test('rise, join equal counts, and always hold the number of voyages shown', () => {
    const claims = [counting('six', 6), counting('three', 3), counting('also-three', 3, 3)];
    const counts = tripCounts(dataset({ claims, voyages: [voyage('a'), voyage('b')] }));
    expect(counts.map(({ count, claims: of, shown }) => [count, of.map(({ id }) => id), shown])).toEqual([
      [2, [], true],
      [3, ['three', 'also-three'], false],
      [6, ['six'], false],
    ]);
  });

  test('"exactly" is said only where the greatest number is the least', () => {
    expect([counting('a', 3), counting('b', 3, 3), counting('c', 3, 5)].map(countSense)).toEqual([
      'at-least',
      'exactly',
      'range',
    ]);
  });
});

describe('dates as cited', () => {
  test('a sighting at a call dates the arrival before it and the departure after it, and nothing else', () => {
    const sightings = [
      sighting('s', { voyage: 'june', call: 1, date: `${day(10)}/${day(12)}`, reading: 'first-and-last' }),
    ];
    const records = dataset({ sightings });
    const [plan] = openTestCase(records).voyages;
    if (!plan) throw new Error('no voyage');
    expect(
      voyageChain(records, plan).map(({ kind, port, cited }) => [kind, port, cited.map(({ date }) => date)]),
    ).toEqual([
      ['left', 'alpha', []],
      ['reached', 'beta', [`../${day(10)}`]],
      ['left', 'beta', [`${day(12)}/..`]],
      ['reached', 'alpha', []],
    ]);
  });

  test('a date that a source gives the event comes before what a sighting implies', () => {
    const legs = [leg('alpha', 'beta', { arrive: day(9) }), leg('beta', 'alpha')];
    const records = dataset({
      voyages: [voyage('june', { legs })],
      sightings: [sighting('s', { voyage: 'june', call: 1 })],
    });
    const [plan] = openTestCase(records).voyages;
    if (!plan) throw new Error('no voyage');
    expect(voyageChain(records, plan)[1]?.cited).toEqual([{ date: day(9) }]);
  });

  test('never claims more than the windows drawn from the same sighting', () => {
    const dates = fc
      .tuple(
        fc.integer({ min: 8, max: 20 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('set', 'interval', 'about'),
      )
      .map(([start, length, form]) =>
        form === 'about'
          ? `${day(start)}~`
          : length === 0
            ? day(start)
            : form === 'set'
              ? `[${day(start)}..${day(start + length)}]`
              : `${day(start)}/${day(start + length)}`,
      );
    fc.assert(
      fc.property(dates, fc.constantFrom(...READINGS), fc.constantFrom(...SIGHTED), (date, reading, what) => {
        const records = dataset({ sightings: [sighting('s', { voyage: 'june', call: 1, date, reading, what })] });
        const [plan] = openTestCase(records).voyages;
        if (!plan) throw new Error('no voyage');
        const cited = voyageChain(records, plan).filter((event) => event.cited.length > 0);
        expect(cited.length).toBeGreaterThan(0);
        for (const event of cited) {
          const { earliest, latest } = readEdtf(event.cited[0]?.date ?? '', 5);
          expect(event.window?.earliest).toBeGreaterThanOrEqual(earliest);
          expect(event.window?.latest).toBeLessThanOrEqual(latest);
        }
      }),
    );
  });

  test('a sighting too weak to bind dates nothing', () => {
    const records = dataset({ sightings: [sighting('s', { voyage: 'june', call: 1, binds: false })] });
    const [plan] = openTestCase(records).voyages;
    if (!plan) throw new Error('no voyage');
    expect(voyageChain(records, plan).flatMap(({ cited }) => cited)).toEqual([]);
  });
});

describe('disagreements', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const claimsOf = (pairs: readonly (readonly [string, string])[]) =>
    ids.map((id) => claim(id, { contradicts: pairs.filter(([from]) => from === id).map(([, to]) => to) }));
  const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([a, b]) => a !== b);

  test('each pair that either side records comes exactly once, and no other', () => {
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const found = disagreements(dataset({ claims: claimsOf(pairs) }), new Set(ids));
        const told = found.flatMap(({ claim: one, against }) =>
          against.map((other) => [one.id, other.id].sort().join()),
        );
        expect(told.sort()).toEqual([...new Set(pairs.map((two) => [...two].sort().join()))].sort());
      }),
    );
  });

  test('a denial is told apart from other claims', () => {
    const claims = [claim('a'), claim('no', { topic: 'denial', contradicts: ['a'] })];
    const records = dataset({ claims });
    expect(disagreements(records, new Set(['a']))).toEqual([]);
    expect(denials(records, new Set(['a'])).map(({ id }) => id)).toEqual(['no']);
    expect(denials(records, new Set(['b']))).toEqual([]);
  });

  test('the claims of sightings, legs and the voyage all count as its evidence, each listed once', () => {
    const one = voyage('june', { claims: ['a', 'b'], legs: [leg('alpha', 'beta', { claims: ['c'] })] });
    const records = dataset({
      claims: claimsOf([]),
      voyages: [one],
      sightings: [sighting('s', { voyage: 'june', claims: ['b'] })],
    });
    const { claims, claimIds, sightings } = voyageEvidence(records, one);
    expect(claims.map(({ id }) => id)).toEqual(['a', 'c']);
    expect([...claimIds].sort()).toEqual(['a', 'b', 'c']);
    expect(sightings.map(({ id }) => id)).toEqual(['s']);
  });
});

describe('a port at a moment', () => {
  const sightings = [
    sighting('first', { voyage: 'june', call: 1, date: day(10) }),
    sighting('both', { voyage: 'june', call: 1, date: `${day(14)}/${day(15)}`, reading: 'first-and-last' }),
    sighting('other', { port: 'alpha', date: day(12), vessel: null, binds: false }),
  ];
  const shown = openTestCase(dataset({ sightings }));
  const portAt = (t: number, port: string) => {
    const now = shown.ships.map((plan) => [plan, situationOf(shown.dataset, plan, whereabouts(plan, t), t)] as const);
    return portNow(shown.dataset, new Map(now), t, port);
  };
  const seen = (t: number) => portAt(t, 'beta');

  test('between two sightings of one call she can be nowhere else', () => {
    expect(seen(at(12))).toMatchObject({ certain: ['tern'], possible: [], open: false });
    expect(portAt(at(12), 'alpha')).toMatchObject({
      certain: [],
      possible: [],
      open: false,
    });
  });

  test('before the first sighting she only may be there', () => {
    expect(seen(at(9))).toMatchObject({ certain: [], possible: ['tern'] });
  });

  test('the sightings around the moment are of this port only, and one under way is neither last nor next', () => {
    const around = ({ last, during, next }: ReturnType<typeof seen>) => [
      last?.sighting.id,
      during?.id,
      next?.sighting.id,
    ];
    expect(around(seen(at(9)))).toEqual([undefined, undefined, 'first']);
    expect(around(seen(at(10, 6)))).toEqual([undefined, 'first', 'both']);
    expect(around(seen(at(12)))).toEqual(['first', undefined, 'both']);
    expect(around(seen(at(16)))).toEqual(['both', undefined, undefined]);
  });

  test('the last sighting of a ship is none that is still to come', () => {
    const [plan] = shown.ships;
    if (!plan) throw new Error('no ship');
    expect(lastSighting(shown.dataset, plan, at(9))).toBeUndefined();
    expect(lastSighting(shown.dataset, plan, at(12))?.id).toBe('first');
    expect(lastSighting(shown.dataset, plan, at(20))?.id).toBe('both');
  });
});
