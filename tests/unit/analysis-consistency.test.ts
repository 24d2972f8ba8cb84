import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Consistency, consistencyOf } from '../../src/analysis/consistency.ts';
import { ASSUMED_PARTS, type AssumedPart, shipStatements } from '../../src/analysis/ship-statements.ts';
import { smallestSet } from '../../src/analysis/smallest-set.ts';
import { applyWhatIf, NO_CHANGE } from '../../src/analysis/what-if.ts';
import { DAY, HOUR } from '../../src/model/edtf.ts';
import type { Dataset, Voyage } from '../../src/model/records.ts';
import { tighten } from '../../src/model/temporal-network.ts';
import { voyageBounds } from '../../src/model/voyage-network.ts';
import { fittingOrders } from '../../src/model/voyage-orders.ts';
import { claim, figures, randomClaims, shippedCase } from './analysis-cases.ts';
import { at, caseOf, evenWays, leg, randomCase, sighting, tapeOf, tapes, voyage } from './model-cases.ts';

/** Whether the records of one ship contradict each other, by trying every order. */
function clash(dataset: Dataset): boolean {
  return fittingOrders(dataset, evenWays(dataset), dataset.voyages).contradictions.length > 0;
}

/** The same without "one voyage at a time": only what sources say of the order is left. */
function clashUnordered(dataset: Dataset): boolean {
  const ways = evenWays(dataset);
  const bounds = dataset.voyages.flatMap((one) => [
    ...voyageBounds(dataset, ways, one),
    ...one.after.map((first) => {
      const legs = dataset.voyages.find(({ id }) => id === first)?.legs.length ?? 0;
      const [from, to] = [`${first} arrives ${legs - 1}`, `${one.id} departs 0`];
      return { from, to, least: dataset.assumptions.leastStay.value * HOUR, why: null };
    }),
  ]);
  return !tighten<unknown>(bounds).consistent;
}

/** A case in which nothing is left of an assumption. */
function without(dataset: Dataset, assumed: ReadonlySet<AssumedPart>): Dataset {
  const { greatestSpeed, leastStay } = dataset.assumptions;
  const exact = assumed.has('approximate');
  const sure = (date: string | undefined): boolean => date !== undefined && (exact || !date.includes('~'));
  return {
    ...dataset,
    window: { date: assumed.has('window') ? dataset.window.date : '0001/9000', claims: [] },
    assumptions: {
      ...dataset.assumptions,
      greatestSpeed: assumed.has('greatestSpeed') ? greatestSpeed : { value: 1e9, reason: '' },
      leastStay: assumed.has('leastStay') ? leastStay : { value: 0, reason: '' },
    },
    voyages: dataset.voyages.map((one) => ({
      ...one,
      legs: one.legs.map(({ depart, arrive, ...rest }) => ({
        ...rest,
        ...(depart !== undefined && sure(depart) ? { depart } : {}),
        ...(arrive !== undefined && sure(arrive) ? { arrive } : {}),
      })),
    })),
    sightings: dataset.sightings.filter(({ date }) => sure(date)),
  };
}

const subsets = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((__, n) => (mask >> n) & 1));

/**
 * Fewest claims that contradict each other, the window being one, and fewest other assumptions that as few need, by
 * trying all of both; of equals, one that does without the window.
 */
function bruteSmallest(dataset: Dataset): { statements: number; others: number; window: boolean } | null {
  const ids = dataset.claims.map(({ id }) => id);
  const left = (kept: readonly string[]): Dataset =>
    applyWhatIf(dataset, { ...NO_CHANGE, without: ids.filter((id) => !kept.includes(id)) }).dataset;
  const clashing = subsets(ids).filter((kept) => clash(left(kept)));
  const fewest = Math.min(...clashing.map((kept) => kept.length));
  const [best] = clashing
    .filter((kept) => kept.length <= fewest + 1)
    .flatMap((kept) => subsets(ASSUMED_PARTS).map((parts) => ({ kept, parts: new Set<AssumedPart>(parts) })))
    .filter(({ kept, parts }) => (parts.has('order') ? clash : clashUnordered)(without(left(kept), parts)))
    .map(({ kept, parts }) => {
      const window = parts.has('window');
      return { statements: kept.length + (window ? 1 : 0), others: parts.size - (window ? 1 : 0), window };
    })
    .sort((a, b) => a.statements - b.statements || a.others + Number(a.window) - b.others - Number(b.window));
  return best ?? null;
}

/** The same case with a claim wherever a record cites none. */
const allCited = (dataset: Dataset): Dataset => {
  const cited = (claims: readonly string[], n: number) =>
    claims.length > 0 ? claims : [`c${n % dataset.claims.length}`];
  return {
    ...dataset,
    voyages: dataset.voyages.map((one, n) => ({ ...one, claims: cited(one.claims, n) })),
    sightings: dataset.sightings.map((one, n) => ({ ...one, claims: cited(one.claims, n + 1) })),
  };
};

const consistency = (dataset: Dataset): Consistency => consistencyOf(dataset, evenWays(dataset));

describe('a smallest set of claims that contradict each other', () => {
  test('has as few claims, and as few assumptions for them, as trying every subset finds', () => {
    let clashes = 0;
    fc.assert(
      fc.property(tapes(120), ({ numbers }) => {
        const dataset = allCited(randomClaims(tapeOf(numbers), 4));
        const brute = bruteSmallest(dataset);
        const { consistent, contradictions } = consistency(dataset);
        expect(consistent).toBe(brute === null);
        const [first] = contradictions;
        expect(first === undefined).toBe(brute === null);
        if (!brute || !first) return;
        clashes++;
        expect(first.smallest).toBe(true);
        const weight = {
          statements: first.claims.length + Number(first.assumptions.includes('window')),
          sum: first.assumptions.length,
        };
        expect(weight).toEqual({ statements: brute.statements, sum: brute.others + Number(brute.window) });
        const rest = dataset.claims.map(({ id }) => id).filter((id) => !first.claims.includes(id));
        expect(clash(applyWhatIf(dataset, { ...NO_CHANGE, without: rest }).dataset)).toBe(true);
      }),
      { numRuns: 30 },
    );
    expect(clashes).toBeGreaterThan(9);
  });

  test('cannot lose a statement or an assumption, shares none with the next, and shows bounds that add up to too much', () => {
    let shared = 0;
    fc.assert(
      fc.property(tapes(120), ({ numbers }) => {
        const dataset = randomClaims(tapeOf(numbers), 6);
        const ship = shipStatements(dataset, evenWays(dataset), dataset.voyages);
        const { contradictions } = consistency(dataset);
        const met = new Set<unknown>();
        for (const { statements, assumptions, clashes, voyages } of contradictions) {
          shared++;
          for (const one of statements) expect(met.has(one)).toBe(false);
          for (const one of statements) met.add(one);
          const holds = (kept: readonly unknown[], assumed: readonly AssumedPart[]) =>
            ship.holds({
              has: (one) => kept.some((other) => JSON.stringify(other) === JSON.stringify(one)),
              assumed: new Set(assumed),
            });
          expect(holds(statements, assumptions)).toBe(false);
          for (const one of statements)
            expect(
              holds(
                statements.filter((other) => other !== one),
                assumptions,
              ),
            ).toBe(true);
          for (const one of assumptions)
            expect(
              holds(
                statements,
                assumptions.filter((other) => other !== one),
              ),
            ).toBe(true);
          expect(clashes.length).toBeGreaterThan(0);
          for (const { bounds, lacking } of clashes) {
            expect(lacking).toBeGreaterThan(0);
            expect(bounds.reduce((sum, { least }) => sum + least, 0)).toBe(lacking);
            bounds.forEach(({ to }, n) => {
              expect(to).toEqual(bounds[(n + 1) % bounds.length]?.from);
            });
          }
          expect(voyages.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
    expect(shared).toBeGreaterThan(20);
  });

  test('is found among twenty-five claims that compete', () => {
    const claims = Array.from({ length: 25 }, (_, n) => claim(`c${n}`));
    const seen = claims.slice(2).map(({ id }, n) =>
      sighting(id, n % 2 === 0 ? 'b' : 'a', `2023-09-${String(5 + (n % 9)).padStart(2, '0')}`, {
        voyage: 'trip',
        call: n % 2 === 0 ? 1 : 2,
        claims: [id, ...(n % 5 === 4 ? ['c1'] : [])],
      }),
    );
    const dataset = caseOf({
      claims,
      assumptions: figures(10, 12),
      voyages: [voyage('trip', [leg('a', 'b'), leg('b', 'a')], { claims: ['c0'] })],
      sightings: seen,
    });
    const { contradictions } = consistency(dataset);
    expect(contradictions).toHaveLength(1);
    const [only] = contradictions;
    expect(only).toMatchObject({ smallest: true, assumptions: [] });
    // Seen back home before she was seen away: c1 alone says both, any other claim needs a second one.
    expect(only?.claims).toEqual(['c0', 'c1']);
  });

  test('names the same records as the claims would be where none are cited', () => {
    const dataset = caseOf({
      assumptions: figures(10, 12),
      voyages: [voyage('one', [leg('a', 'b', { depart: '2023-09-05' })]), voyage('two', [leg('a', 'b')])],
      sightings: [sighting('seen', 'b', '2023-09-03', { voyage: 'one', call: 1 })],
    });
    const { contradictions } = consistency(dataset);
    expect(contradictions).toHaveLength(1);
    expect(contradictions[0]).toMatchObject({
      vessel: 'ship',
      statements: [
        { kind: 'voyage', id: 'one' },
        { kind: 'sighting', id: 'seen' },
      ],
      claims: [],
      assumptions: [],
      voyages: ['one'],
      smallest: true,
      moreClashes: false,
    });
  });
});

describe('what clashes', () => {
  const crowd = caseOf({
    window: { date: '2023-09-01/2023-09-04', claims: ['period'] },
    claims: [claim('period'), claim('two-trips'), claim('third')],
    assumptions: figures(10, 24),
    voyages: [
      voyage('one', [leg('a', 'b'), leg('b', 'a')], { claims: ['two-trips'] }),
      voyage('two', [leg('a', 'b'), leg('b', 'a')], { claims: ['two-trips'] }),
      voyage('three', [leg('a', 'b'), leg('b', 'a', { arrive: '2023-09-02' })], { claims: ['third'] }),
    ],
  });

  test('is given for each order, with its numbers', () => {
    const [first] = consistency(crowd).contradictions;
    // Each trip takes 2 x 10.46 h at sea and 24 h at b; with a day between, 4 days are too few for two.
    expect(first).toMatchObject({ claims: ['two-trips'], voyages: ['one', 'two'] });
    expect(first?.assumptions).toEqual(['greatestSpeed', 'leastStay', 'window', 'order']);
    expect(first?.clashes.map(({ order }) => order)).toEqual([
      ['one', 'two'],
      ['two', 'one'],
    ]);
    const passage = Math.round((193.7 / 1.852 / 10) * HOUR);
    for (const { bounds, lacking } of first?.clashes ?? []) {
      expect(lacking).toBe(4 * passage + 3 * DAY - 4 * DAY);
      const moments = bounds.flatMap(({ moment }) => (moment ? [moment] : []));
      expect(moments).toEqual(
        expect.arrayContaining([
          { side: 'not-before', time: at('2023-09-01') },
          { side: 'not-after', time: at('2023-09-05') },
        ]),
      );
      expect(bounds.map(({ why }) => why.kind).sort()).toEqual([
        'order',
        'passage',
        'passage',
        'passage',
        'passage',
        'stay',
        'stay',
        'window',
        'window',
      ]);
    }
  });

  test('needs no order where a source states one that the dates rule out', () => {
    const dataset = caseOf({
      claims: [claim('early'), claim('late'), claim('first')],
      assumptions: figures(10, 12),
      voyages: [
        voyage('june', [leg('a', 'b', { depart: '2023-09-02', claims: ['early'] })], {
          claims: ['first'],
          after: ['july'],
        }),
        voyage('july', [leg('a', 'b', { depart: '2023-09-20' })], { claims: ['late'] }),
      ],
    });
    const [only] = consistency(dataset).contradictions;
    expect(only).toMatchObject({ claims: ['first', 'early', 'late'], assumptions: [], smallest: true });
    expect(only?.clashes).toHaveLength(1);
    expect(only?.clashes[0]?.order).toEqual([]);
    expect(only?.clashes[0]?.bounds.map(({ why }) => why.kind).sort()).toEqual(['date', 'date', 'order', 'passage']);
  });
});

describe('whether all claims can be true together', () => {
  test('is what the planner finds, for cases that are true and cases that are not', () => {
    fc.assert(
      fc.property(tapes(120), ({ numbers }) => {
        const dataset = randomClaims(tapeOf(numbers), 6);
        expect(consistency(dataset).consistent).toBe(!clash(dataset));
        const truth = randomCase(tapeOf(numbers));
        expect(consistencyOf(truth.dataset, truth.ways).consistent).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('is found for more voyages than there are orders to list', () => {
    const days = Array.from({ length: 14 }, (_, n) => String(1 + 2 * n).padStart(2, '0'));
    const trip = (n: number, more: Partial<Voyage> = {}) =>
      voyage(`v${n}`, [leg('a', 'b'), leg('b', 'a', { arrive: `2023-09-${days[n]}/..` })], more);
    const dataset = caseOf({ assumptions: figures(16, 6), voyages: days.map((_, n) => trip(n)) });
    expect(fittingOrders(dataset, evenWays(dataset), dataset.voyages).tooMany).toBe(true);
    expect(consistency(dataset)).toMatchObject({ consistent: true, undecided: [] });
    const tight = { ...dataset, window: { date: '2023-09-01/2023-09-20', claims: [] } };
    expect(consistency(tight).consistent).toBe(false);
  });

  test('is so of the case that ships, whose stated contradictions are told apart', () => {
    const { consistent, contradictions, stated } = consistency(shippedCase());
    expect([consistent, contradictions]).toEqual([true, []]);
    expect(stated).toContainEqual({ claims: ['A1', 'A4'], stated: true, counts: false, denial: false });
    expect(stated).toContainEqual({ claims: ['A1', 'D7'], stated: true, counts: false, denial: true });
    const pairs = stated.map(({ claims }) => [...claims].sort().join());
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test('is not so of the case that ships where its ships do one knot: then too little time lies between the images', () => {
    const { dataset } = applyWhatIf(shippedCase(), { ...NO_CHANGE, assume: { greatestSpeed: 1 } });
    const { consistent, contradictions } = consistency(dataset);
    expect(consistent).toBe(false);
    const maria = contradictions.filter(({ vessel }) => vessel === 'maria');
    expect(maria[0]).toMatchObject({
      claims: ['C10', 'C12'],
      assumptions: ['greatestSpeed'],
      voyages: ['maria-october'],
    });
    expect(contradictions.every(({ smallest }) => smallest)).toBe(true);
  });
});

describe('trips that a reader adds', () => {
  test('are one statement, however many they are', () => {
    const shipped = shippedCase();
    const sixty = { ...NO_CHANGE, assume: { leastStay: 50 }, more: { angara: 20, maria: 2 } };
    const { dataset, assumed } = applyWhatIf(shipped, sixty);
    const { consistent, contradictions } = consistencyOf(dataset, evenWays(dataset), assumed);
    expect(consistent).toBe(false);
    expect(contradictions).toHaveLength(1);
    expect(contradictions[0]).toMatchObject({
      vessel: 'angara',
      statements: [{ kind: 'trips', id: 'angara' }],
      claims: [],
      smallest: true,
    });
    expect(contradictions[0]?.assumptions).toContain('window');
  });

  test('are counted one by one where they are not known to be added, and then the search stops in time', () => {
    const { dataset } = applyWhatIf(shippedCase(), { ...NO_CHANGE, assume: { leastStay: 50 }, more: { maria: 14 } });
    const { contradictions } = consistency(dataset);
    expect(contradictions[0]?.statements.length).toBeGreaterThan(10);
    expect(contradictions[0]?.clashes.length).toBeGreaterThan(0);
  });
});

describe('counts of trips', () => {
  const counted = (id: string, date: string | undefined, least: number, most?: number) =>
    claim(id, {
      topic: 'trips',
      count: most === undefined ? { least } : { least, most },
      ...(date === undefined ? {} : { date }),
    });
  const pairs = (...claims: ReturnType<typeof claim>[]) =>
    consistency(caseOf({ claims, assumptions: figures(10, 12, 5) })).stated.map(({ claims: both, counts }) => [
      ...both,
      counts,
    ]);

  test.each([
    ['more within the period of one that counts them all', ['2023-09', 6], ['2023-09', 5, 5], true],
    ['more within a part of it', ['2023-09-05/2023-09-10', 6], ['2023-09', 5, 5], true],
    ['more in a longer period', ['2023-09/2023-10', 6], ['2023-09', 5, 5], false],
    ['more in a period that may be a longer one', ['2023-09-02~', 6], ['2023-09', 5, 5], false],
    ['no more', ['2023-09', 5], ['2023-09', 5, 5], false],
    ['at least so many, against at least fewer', ['2023-09', 6], ['2023-09', 5], false],
    ['an unknown period', [undefined, 6], ['2023-09', 5, 5], false],
  ] as const)('%s', (_, [date, least], [otherDate, otherLeast, otherMost], clashing) => {
    expect(pairs(counted('one', date, least), counted('other', otherDate, otherLeast, otherMost))).toEqual(
      clashing ? [['one', 'other', true]] : [],
    );
    expect(pairs(counted('other', otherDate, otherLeast, otherMost), counted('one', date, least))).toEqual(
      clashing ? [['other', 'one', true]] : [],
    );
  });
});

describe('the search for a smallest set', () => {
  test('finds the least weight of all sets that contradict themselves, and says when it ran out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 255 }), { maxLength: 6 }),
        (weights, masks) => {
          const sets = masks.map((mask) => mask % 2 ** weights.length).filter((mask) => mask > 0);
          const contradicts = (active: readonly boolean[]) => {
            const on = active.reduce((sum, one, n) => sum + (one ? 2 ** n : 0), 0);
            return sets.some((set) => (set & on) === set);
          };
          const weigh = (mask: number) => weights.reduce((sum, one, n) => sum + ((mask >> n) & 1 ? one : 0), 0);
          const found = smallestSet(weights, contradicts, () => true);
          expect(found === null).toBe(sets.length === 0);
          if (found === null) return;
          const mask = found.members.reduce((sum, n) => sum + 2 ** n, 0);
          expect(found.smallest).toBe(true);
          expect(weigh(mask)).toBe(Math.min(...sets.map(weigh)));
          const hasty = smallestSet(weights, contradicts, () => false);
          expect(hasty?.smallest).toBe(false);
          expect(contradicts(weights.map((_, n) => hasty?.members.includes(n) ?? false))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
