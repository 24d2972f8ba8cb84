import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainSpace, windowSums } from '../../src/analysis/chain-counts.ts';
import { dayShares, momentsOfPeriod, sharesByPlace } from '../../src/analysis/day-shares.ts';
import { chainOf } from '../../src/analysis/event-chain.ts';
import { schedulesThatFit, spaceOf } from '../../src/analysis/fitting-schedules.ts';
import { randomNumbers, xoshiro128 } from '../../src/analysis/random-numbers.ts';
import { walkSpace } from '../../src/analysis/random-walk.ts';
import { log10Of, type ScheduleGrid, sharesOf } from '../../src/analysis/schedule-grid.ts';
import type { Dataset } from '../../src/model/records.ts';
import { type Bound, tighten } from '../../src/model/temporal-network.ts';
import { arrival, departure, type Why } from '../../src/model/voyage-network.ts';
import { type FittingOrder, fittingOrders } from '../../src/model/voyage-orders.ts';
import { stepsByTrying, unevenness } from './brute-schedules.ts';
import { at, caseOf, evenWays, leg, sighting, TRAFFIC, voyage } from './model-cases.ts';
import { runs } from './runs.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const gridWith = (more: Partial<ScheduleGrid>): ScheduleGrid => {
  const sizes = more.sizes ?? [4, 4, 4];
  return {
    unit: HOUR,
    starts: sizes.map((_, n) => n * HOUR),
    sizes,
    gaps: sizes.slice(1).map(() => ({ least: 0, most: Infinity })),
    far: [],
    ...more,
  };
};

describe('random numbers', () => {
  test('are those of the reference implementation of xoshiro128** 1.1', () => {
    const next = xoshiro128([1, 2, 3, 4]);
    const first = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];
    expect(first.map(next)).toEqual(first);
  });

  test('lie evenly from 0 to less than 1, and differ by seed and by name', () => {
    const firstOf = (seed: number, name: string): string => {
      const next = randomNumbers(seed, name);
      return Array.from({ length: 5 }, () => next()).join();
    };
    const names = ['', 'a', 'b', 'Angara', 'Ангара'];
    const streams = [0, 1, 2, 2 ** 32 - 1].flatMap((seed) => names.map((name) => firstOf(seed, name)));
    expect(new Set(streams).size).toBe(streams.length);
    expect(firstOf(2 ** 32 + 1, 'a')).toBe(firstOf(1, 'a'));
    const next = randomNumbers(1);
    const tenths = Array.from({ length: 20_000 }, () => String(Math.floor(next() * 10)));
    expect(unevenness(Array.from('0123456789'), tenths)).toBeLessThan(1);
  });
});

describe('counting', () => {
  test('sums of windows are those of plain addition', () => {
    const end = fc.oneof(fc.integer({ min: -12, max: 12 }), fc.constantFrom(-Infinity, Infinity));
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 9 }),
        end,
        end,
        (values, size, a, b) => {
          const [from, to] = [Math.min(a, b, 12), Math.max(a, b, -12)];
          const plain = Array.from({ length: size }, (_, n) =>
            values.reduce((sum, value, k) => (k >= n + from && k <= n + to ? sum + value : sum), 0),
          );
          expect([...windowSums(Float64Array.from(values), size, from, to)]).toEqual(plain);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test('a chain of free events has as many schedules as there are multisets, far beyond 1e308', () => {
    const [events, steps] = [100, 5000];
    const { count } = chainSpace(gridWith({ sizes: Array.from({ length: events }, () => steps) }));
    let expected = 0;
    for (let n = 1; n <= events; n++) expected += Math.log10((steps - 1 + n) / n);
    expect(log10Of([count])).toBeCloseTo(expected, 8);
    const longer = chainSpace(gridWith({ sizes: Array.from({ length: 2 * events }, () => steps) })).count;
    expect(longer.power).toBeGreaterThan(0);
    expect(log10Of([longer])).toBeGreaterThan(308);
    const [half, little] = sharesOf([longer, count, longer]) as [number, number];
    expect(half).toBe(0.5);
    expect(Math.log10(little)).toBeCloseTo(log10Of([count]) - log10Of([longer, longer]), 9);
  });

  test('gaps between neighbours have a least and a most, exactly counted', () => {
    const gaps = fc.array(
      fc.record({ least: fc.integer({ min: -4, max: 0 }), most: fc.oneof(fc.nat(4), fc.constant(Infinity)) }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(gaps, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 }), (some, sizes) => {
        const grid = gridWith({ gaps: some, sizes: sizes.slice(0, some.length + 1) });
        expect(chainSpace(grid).count).toEqual({ value: stepsByTrying(grid).length, power: 0 });
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the random walk', () => {
  const drawn = (grid: ScheduleGrid, n: number): string[] => {
    const next = walkSpace(grid).sampler(randomNumbers(9));
    return Array.from({ length: n }, () => String([...Array.from(next())]));
  };

  test('draws a chain as evenly as the exact method, and gives its shares', () => {
    const grid = gridWith({
      sizes: [6, 3, 5, 4],
      gaps: [
        { least: -1, most: 2 },
        { least: 0, most: Infinity },
        { least: -2, most: 1 },
      ],
    });
    const all = stepsByTrying(grid).map(String);
    const [exact, walk] = [chainSpace(grid), walkSpace(grid)];
    expect(walk.count).toEqual(exact.count);
    expect(exact.count.value).toBe(all.length);
    expect(unevenness(all, drawn(grid, 40 * all.length))).toBeLessThan(1);
    const moments = [-1, 0, 1.5, 3, 4.2, 9].map((hours) => hours * HOUR);
    const shares = exact.sharesPassed(moments);
    walk.sharesPassed(moments).forEach((event, n) => {
      event.forEach((share, k) => {
        expect(Math.abs(share - (shares[n]?.[k] as number))).toBeLessThan(0.05);
      });
    });
  });

  test.each([
    ['a few', gridWith({ sizes: [5, 5, 5, 5], far: [{ from: 2, to: 0, least: -1 }] })],
    [
      'events that move as one',
      gridWith({
        sizes: [6, 6, 4, 6],
        far: [
          { from: 2, to: 0, least: 0 },
          { from: 1, to: 3, least: 0 },
        ],
      }),
    ],
    [
      'few of many',
      gridWith({
        sizes: [9, 9, 9, 9],
        far: [
          { from: 3, to: 0, least: -1 },
          { from: 2, to: 0, least: 0 },
        ],
      }),
    ],
  ])('counts and draws evenly what far gaps leave: %s', (_, grid) => {
    const all = stepsByTrying(grid).map(String);
    expect(() => chainSpace(grid)).toThrow(RangeError);
    expect(walkSpace(grid).count.value / all.length).toBeCloseTo(1, 0.9);
    expect(unevenness(all, drawn(grid, 40 * all.length))).toBeLessThan(1);
  });
});

describe('from records to chains', () => {
  const dataset = caseOf({
    window: { date: '2023-09-01/2023-09-06', claims: [] },
    voyages: [voyage('trip', [leg('a', 'b'), leg('b', 'a')])],
    sightings: [
      sighting('twice', 'b', '2023-09-02/2023-09-04', { voyage: 'trip', call: 1, reading: 'first-and-last' }),
    ],
  });
  const ways = evenWays(dataset);
  const [order] = fittingOrders(dataset, ways, dataset.voyages).fitting as [FittingOrder];
  const chainWith = (...more: Bound<Why>[]): ReturnType<typeof chainOf> => {
    const bounds = [...order.bounds, ...more];
    const solution = tighten(bounds);
    if (!solution.consistent) throw new Error('the bounds contradict each other');
    return chainOf(order.voyages, bounds, solution);
  };
  const bound = (from: string, to: string, least: number): Bound<Why> => ({
    from,
    to,
    least,
    why: { kind: 'window', claims: [] },
  });
  const [leaves, comes] = [departure('trip', 0), arrival('trip', 1)];

  test('sightings become windows of the events about them', () => {
    const { events, windows, far } = chainWith();
    expect(events).toEqual([leaves, arrival('trip', 0), departure('trip', 1), comes]);
    expect(windows[1]?.latest).toBe(at('2023-09-03'));
    expect(windows[2]?.earliest).toBe(at('2023-09-04'));
    expect(far).toEqual([]);
  });

  test('a far gap that others imply is dropped, one that they do not is left to the walk', () => {
    expect(chainWith(bound(leaves, comes, 10 * HOUR)).far).toEqual([]);
    expect(spaceOf(chainWith(), DAY).method).toBe('exact');
    const far = chainWith(bound(comes, leaves, -4 * DAY));
    expect(far.far).toEqual([{ from: 3, to: 0, least: -4 * DAY }]);
    const space = spaceOf(far, 12 * HOUR);
    expect(space.method).toBe('random walk');
    expect(space.count.value / stepsByTrying(space.grid).length).toBeCloseTo(1, 0.9);
  });
});

describe('the whole of a case', () => {
  const ways = evenWays(TRAFFIC);
  const ship = (id: string) => TRAFFIC.voyages.filter(({ vessel }) => vessel === id);

  test('shares of each day add up to 1 and heed what was seen', () => {
    for (const id of ['angara', 'maria']) {
      const found = schedulesThatFit(TRAFFIC, ways, ship(id));
      if (!found.possible) throw new Error(found.why);
      expect(found).toMatchObject({ method: 'exact', leftOut: [] });
      const days = dayShares(found, momentsOfPeriod(TRAFFIC, found));
      expect(days.moments).toHaveLength(66);
      expect(days.moments[0]).toBe(at('2023-08-10') + DAY / 2);
      const places = sharesByPlace(days);
      expect(places.map(({ place }) => (place.kind === 'port' ? place.port : place.kind)).sort()).toEqual([
        'najin',
        'none',
        'sea',
      ]);
      days.moments.forEach((_, n) => {
        expect(places.reduce((sum, { shares }) => sum + (shares[n] as number), 0)).toBeCloseTo(1, 12);
      });
      const najin = places.find(({ place }) => place.kind === 'port')?.shares;
      // Maria was seen at Najin on the 10th and on the 11th of October, and so lay there until the midnight between.
      const midnight = sharesByPlace(dayShares(found, [at('2023-10-11') - 1]));
      const there = midnight.find(({ place }) => place.kind === 'port')?.shares[0] as number;
      if (id === 'maria') expect(there).toBeCloseTo(1, 12);
      else expect(there).toBeLessThan(1);
      expect(najin?.some((share) => share > 0.5)).toBe(true);
    }
  });

  test('the share of an order hardly depends on the unit', () => {
    const sharesAt = (unit: number): number[] => {
      const found = schedulesThatFit(TRAFFIC, ways, ship('angara'), { unit });
      return found.possible ? found.orders.map(({ share }) => share) : [];
    };
    const [fine, coarse] = [sharesAt(15 * 60_000), sharesAt(3 * HOUR)];
    expect(fine).toHaveLength(3);
    fine.forEach((share, n) => {
      expect(Math.abs(share - (coarse[n] as number))).toBeLessThan(0.002);
    });
  });

  test('a window narrower than any step leaves schedules', () => {
    const dated = { depart: '2023-09-03T04:05:06.789Z', arrive: '2023-09-03T23:00Z' };
    const voyages = [voyage('dated', [leg('a', 'b', dated), leg('b', 'a')])];
    const found = schedulesThatFit(caseOf({ voyages }), evenWays(caseOf({ voyages })), voyages, { unit: DAY });
    expect(found.possible && 10 ** found.total).toBeCloseTo((58 * 59) / 2, 6);
  });
});

describe('where nothing can be drawn', () => {
  const why = (more: Partial<Dataset>, options = {}) => {
    const dataset = caseOf(more);
    return schedulesThatFit(dataset, evenWays(dataset), dataset.voyages, options);
  };
  const trip = voyage('trip', [leg('a', 'b')]);
  const never = voyage('never', [leg('a', 'b', { depart: '2023-09-10', arrive: '2023-09-09' })]);

  test('the reason is given', () => {
    expect(why({})).toEqual({ possible: false, why: 'no voyages', voyages: [] });
    expect(why({ voyages: [never] })).toEqual({ possible: false, why: 'contradiction', voyages: ['never'] });
    const open = { window: { date: '2023-09-01/..', claims: [] }, voyages: [trip] };
    expect(why(open)).toEqual({ possible: false, why: 'open', voyages: ['trip'] });
    const many = Array.from({ length: 7 }, (_, n) => voyage(`trip ${n}`, [leg('a', 'b')]));
    expect(why({ voyages: many })).toMatchObject({ possible: false, why: 'too many orders' });
    expect(why({ voyages: [trip] }, { mostCells: 60 })).toMatchObject({ possible: false, why: 'too wide' });
    const late = [leg('a', 'b', { depart: '2023-09-01', arrive: '2023-09-20' })];
    expect(why({ voyages: [voyage('slow', late)] }, { slowest: 5 })).toMatchObject({ why: 'contradiction' });
  });

  test('a voyage that contradicts itself is left out and named', () => {
    expect(why({ voyages: [trip, never] })).toMatchObject({
      possible: true,
      leftOut: ['never'],
      orders: [{ voyages: ['trip'], share: 1 }],
    });
  });

  test('a period without an end is taken up to the last moment of any schedule', () => {
    const dated = voyage('dated', [leg('a', 'b', { depart: '2023-09-03', arrive: '2023-09-05' })]);
    const dataset = caseOf({ window: { date: '2023-09-01/..', claims: [] }, voyages: [dated] });
    const found = schedulesThatFit(dataset, evenWays(dataset), [dated]);
    if (!found.possible) throw new Error(found.why);
    expect(momentsOfPeriod(dataset, found)).toEqual([1, 2, 3, 4, 5].map((day) => Date.UTC(2023, 8, day, 12)));
  });
});
