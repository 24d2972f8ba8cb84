import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planShips } from '../../src/model/plan.ts';
import type { Leg, Voyage } from '../../src/model/records.ts';
import { ORIGIN } from '../../src/model/temporal-network.ts';
import { arrival, departure, orderBounds, voyageBounds } from '../../src/model/voyage-network.ts';
import { fittingOrders, MOST_ORDERS, type ShipOrders } from '../../src/model/voyage-orders.ts';
import { allGaps } from './brute-network.ts';
import {
  at,
  caseOf,
  evenWays,
  type LaidWays,
  leg,
  permutations,
  randomCase,
  sighting,
  TRAFFIC,
  tapeOf,
  tapes,
  voyage,
} from './model-cases.ts';
import { runs } from './runs.ts';

const ids = (voyages: readonly Voyage[]): string => voyages.map(({ id }) => id).join(' < ');

/** Orders that fit, found by trying every permutation with another solver; windows of its events by order. */
function bruteOrders(dataset: ReturnType<typeof caseOf>, ways: LaidWays, voyages: readonly Voyage[]) {
  return permutations(voyages).flatMap((order) => {
    const obeys = order.every((one, n) => one.after.every((id) => order.slice(0, n).some((other) => other.id === id)));
    if (!obeys) return [];
    const alone = order.flatMap((one) => voyageBounds(dataset, ways, one));
    const between = order.slice(1).flatMap((next, n) => orderBounds(dataset, ways, order[n] as Voyage, next));
    const gaps = allGaps([...alone, ...between].filter(({ least }) => Number.isFinite(least)));
    return gaps ? [{ order, gaps }] : [];
  });
}

const roundTrip = (id: string, more: Parameters<typeof leg>[2] = {}, rest: Partial<Voyage> = {}): Voyage =>
  voyage(id, [leg('a', 'b', more), leg('b', 'a')], rest);

const ordersOf = (voyages: readonly Voyage[], more: Parameters<typeof caseOf>[0] = {}): ShipOrders => {
  const dataset = caseOf({ voyages, ...more });
  return fittingOrders(dataset, evenWays(dataset), voyages);
};

describe('orders of random ships, against every permutation', () => {
  test('the same orders fit, with the same windows', () => {
    const counts = new Set<number>();
    fc.assert(
      fc.property(tapes(300), fc.integer({ min: 4, max: 40 }), ({ numbers }, last) => {
        const { dataset, ways } = randomCase(tapeOf(numbers));
        // A shorter period makes some voyages impossible, one departure day for all of them most orders.
        const window = { date: `2023-09-01/2023-09-${String(last).padStart(2, '0')}`, claims: [] };
        const rushed = dataset.voyages.map(({ legs: [first, ...rest], ...one }) => ({
          ...one,
          legs: [{ ...(first as Leg), track: [], depart: '2023-09-02/2023-09-06' }, ...rest],
        }));
        const crowded = last > 30 ? dataset : last % 2 ? { ...dataset, voyages: rushed } : { ...dataset, window };
        const found = fittingOrders(crowded, ways, crowded.voyages);
        const possible = found.alone.flatMap((one) => one.voyages);
        const kept = possible.map((one) => ({
          ...one,
          after: one.after.filter((id) => possible.some((p) => p.id === id)),
        }));
        const brute = kept.length > 0 ? bruteOrders(crowded, ways, kept) : [];
        expect(found.tooMany).toBe(false);
        expect(found.fitting.map((one) => ids(one.voyages)).sort()).toEqual(brute.map((one) => ids(one.order)).sort());
        counts.add(possible.length > 1 ? brute.length : 1);
        for (const { voyages, solution } of found.fitting) {
          const { gaps } = brute.find(({ order }) => ids(order) === ids(voyages)) as (typeof brute)[number];
          for (const event of voyages.flatMap((one) =>
            one.legs.flatMap((_, n) => [departure(one.id, n), arrival(one.id, n)]),
          )) {
            expect(solution.window(event)).toEqual({ earliest: gaps(ORIGIN, event), latest: 0 - gaps(event, ORIGIN) });
          }
        }
        expect(found.contradictions.length > 0).toBe(
          possible.length < crowded.voyages.length || (brute.length === 0 && possible.length > 1),
        );
        for (const { bounds } of found.contradictions) expect(allGaps(bounds)).toBeNull();
      }),
      { numRuns: runs(100), seed: 10 },
    );
    expect([...counts]).toEqual(expect.arrayContaining([0, 1, 2]));
  });

  test('what truly happened is always among them', () => {
    fc.assert(
      fc.property(tapes(300), ({ numbers }) => {
        const { dataset, ways, truth } = randomCase(tapeOf(numbers));
        const found = fittingOrders(dataset, ways, dataset.voyages);
        const true_ = found.fitting.find((one) => ids(one.voyages) === ids(truth.order));
        expect(true_).toBeDefined();
        for (const [id, legs] of truth.times) {
          legs.forEach(({ depart, arrive }, n) => {
            const [left, right] = [true_?.solution.window(departure(id, n)), true_?.solution.window(arrival(id, n))];
            expect(left && left.earliest <= depart && depart <= left.latest).toBe(true);
            expect(right && right.earliest <= arrive && arrive <= right.latest).toBe(true);
          });
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('orders', () => {
  test('are neither sorted by date nor taken from the file: undated voyages fit either way', () => {
    const { fitting } = ordersOf([roundTrip('p'), roundTrip('q'), roundTrip('r')]);
    expect(fitting.map((one) => ids(one.voyages)).sort()).toEqual(
      permutations(['p', 'q', 'r'])
        .map((order) => order.join(' < '))
        .sort(),
    );
  });

  test('keep to what a source says of them', () => {
    const { fitting } = ordersOf([roundTrip('p', {}, { after: ['r'] }), roundTrip('q'), roundTrip('r')]);
    expect(fitting.map((one) => ids(one.voyages)).sort()).toEqual(['q < r < p', 'r < p < q', 'r < q < p']);
  });

  test('of the reported traffic are the three of Angara and the one of Maria', () => {
    const orders = planShips(TRAFFIC, evenWays(TRAFFIC)).map((ship) =>
      ship.orders.map((order) => order.join(' < ')).sort(),
    );
    expect(orders).toEqual([
      ['august < undated < white-house', 'august < white-house < undated', 'undated < august < white-house'],
      ['september < october'],
    ]);
  });

  test('a voyage between two others may be a short cut that the straight way is not', () => {
    // From b to c straight is as far as the lane is long; by way of a it is no distance at all.
    const legs = { far: [leg('a', 'b')], near: [leg('b', 'a'), leg('a', 'c')], last: [leg('c', 'a')] };
    const dataset = caseOf({
      voyages: [
        voyage('first', [{ ...legs.far[0], depart: '2023-09-01T00:00Z' } as (typeof legs.far)[number]]),
        voyage('middle', legs.near),
        voyage('last', [{ ...legs.last[0], depart: '2023-09-05' } as (typeof legs.last)[number]]),
      ],
    });
    const even = evenWays(dataset, 50);
    const ways = { ...even, km: (from: string, to: string) => (from === to ? 0 : 5000) };
    const found = fittingOrders(dataset, ways, dataset.voyages);
    expect(found.fitting.map((one) => ids(one.voyages))).toContain('first < middle < last');
  });

  test('too many are said to be too many, and the windows are then wider', () => {
    const seven = ['p', 'q', 'r', 's', 't', 'u', 'v'].map((id) => roundTrip(id));
    const found = ordersOf(seven);
    expect(found).toMatchObject({ tooMany: true, fitting: [], contradictions: [] });
    const dataset = caseOf({ voyages: seven });
    const [ship] = planShips(dataset, evenWays(dataset));
    expect(ship).toMatchObject({ tooManyOrders: true, orders: [] });
    const six = caseOf({ voyages: seven.slice(0, 6) });
    const [listed] = planShips(six, evenWays(six));
    expect(listed?.orders).toHaveLength(MOST_ORDERS);
    for (const { voyage: one, legs } of listed?.voyages ?? []) {
      legs.forEach(({ depart, arrive }, n) => {
        const wide = ship?.voyages.find((other) => other.voyage.id === one.id)?.legs[n];
        expect(wide && wide.depart.earliest <= depart.earliest && wide.depart.latest >= depart.latest).toBe(true);
        expect(wide && wide.arrive.earliest <= arrive.earliest && wide.arrive.latest >= arrive.latest).toBe(true);
      });
    }
  });

  test('end quickly where many voyages are free and two can never go together', () => {
    const free = Array.from({ length: 14 }, (_, n) => roundTrip(`free${n}`));
    const clash = ['p', 'q'].map((id) => roundTrip(id, { depart: '2023-09-10T00:00Z', claims: [id] }));
    const found = ordersOf([...free, ...clash]);
    expect(found.fitting).toEqual([]);
    expect([...(found.contradictions[0]?.claims ?? [])].sort()).toEqual(['p', 'q']);
  });
});

describe('a contradiction', () => {
  test('of two voyages that cannot both fit names the claims of both', () => {
    const found = ordersOf([
      roundTrip('p', { depart: '2023-09-10', claims: ['left on the tenth'] }),
      roundTrip('q', { arrive: '2023-09-10', claims: ['came on the tenth'] }),
    ]);
    expect(found.fitting).toEqual([]);
    expect(found.alone).toHaveLength(2);
    expect(found.contradictions).toHaveLength(1);
    expect([...(found.contradictions[0]?.claims ?? [])].sort()).toEqual(['came on the tenth', 'left on the tenth']);
  });

  test('within one voyage leaves the others as they are, and the voyage in the plan', () => {
    const voyages = [
      roundTrip('wrong', { depart: '2023-09-10', arrive: '2023-09-05', claims: ['said'] }),
      roundTrip('right', { depart: '2023-09-20' }),
    ];
    const found = ordersOf(voyages);
    expect(found.fitting.map((one) => ids(one.voyages))).toEqual(['right']);
    expect(found.contradictions).toMatchObject([{ voyages: ['wrong'], claims: ['said'] }]);
    const dataset = caseOf({ voyages });
    const [ship] = planShips(dataset, evenWays(dataset));
    expect(ship?.voyages.map((one) => one.voyage.id)).toEqual(['right', 'wrong']);
    expect(ship?.voyages[1]).toMatchObject({ legs: [], places: [] });
    expect(ship?.voyages[1]).not.toHaveProperty('drawn');
  });

  test('between the order that a source gives and the dates of two others names all three', () => {
    const found = ordersOf(
      [
        roundTrip('p', { depart: '2023-09-10', claims: ['early'] }),
        roundTrip('q', { depart: '2023-09-20', claims: ['late'] }, { claims: ['order'] }),
        roundTrip('r', { depart: '2023-09-30' }),
      ].map((one) => (one.id === 'p' ? { ...one, after: ['q'], claims: ['order'] } : one)),
    );
    expect(found.fitting).toEqual([]);
    expect([...(found.contradictions[0]?.claims ?? [])].sort()).toEqual(['early', 'late', 'order']);
  });

  test('of two sightings in one port call names both', () => {
    const trip = roundTrip('p', { arrive: '2023-09-12', claims: ['landfall'] });
    const seen = sighting('s', 'b', '2023-09-08', { voyage: 'p', call: 1, claims: ['seen before'] });
    const found = ordersOf([trip], { sightings: [seen] });
    expect([...(found.contradictions[0]?.claims ?? [])].sort()).toEqual(['landfall', 'seen before']);
    expect(ordersOf([trip], { sightings: [{ ...seen, binds: false }] }).contradictions).toEqual([]);
  });
});

describe('what a sighting bounds', () => {
  const windows = (what: 'ship' | 'cargo-waiting' | 'cargo-landed', call: number, date = '2023-09-10') => {
    const found = ordersOf([roundTrip('p')], { sightings: [sighting('s', 'b', date, { what, voyage: 'p', call })] });
    const { solution } = found.fitting[0] as (typeof found.fitting)[number];
    return { came: solution.window(arrival('p', 0)), left: solution.window(departure('p', 1)) };
  };

  test('a ship alongside had come and had not left', () => {
    const { came, left } = windows('ship', 1);
    expect(came.latest).toBe(at('2023-09-11'));
    expect(left.earliest).toBe(at('2023-09-10'));
  });

  test('cargo waiting was there before the ship left; it does not say when she came', () => {
    const { came, left } = windows('cargo-waiting', 1);
    expect(came.latest).toBeGreaterThan(at('2023-10-25'));
    expect(left.earliest).toBe(at('2023-09-10'));
  });

  test('cargo landed was there after the ship came; it does not say when she left', () => {
    const { came, left } = windows('cargo-landed', 1);
    expect(came.latest).toBe(at('2023-09-11'));
    expect(left.earliest).toBeLessThan(at('2023-09-03'));
  });

  test('seen on the first and on the last day is more than seen once between them', () => {
    const once = windows('ship', 1, '2023-09-10/2023-09-12');
    expect([once.came.latest, once.left.earliest]).toEqual([at('2023-09-13'), at('2023-09-10')]);
    const more = { reading: 'first-and-last', voyage: 'p', call: 1 } as const;
    const found = ordersOf([roundTrip('p')], { sightings: [sighting('s', 'b', '2023-09-10/2023-09-12', more)] });
    const solution = found.fitting[0]?.solution;
    expect(solution?.window(arrival('p', 0)).latest).toBe(at('2023-09-11'));
    expect(solution?.window(departure('p', 1)).earliest).toBe(at('2023-09-12'));
  });
});
