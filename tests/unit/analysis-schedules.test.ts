import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayShares, momentsOfPeriod } from '../../src/analysis/day-shares.ts';
import { type FittingSchedules, type ScheduleOptions, schedulesThatFit } from '../../src/analysis/fitting-schedules.ts';
import type { Dataset, Voyage } from '../../src/model/records.ts';
import type { Schedule } from '../../src/model/schedule.ts';
import { notAfter, notBefore, tighten } from '../../src/model/temporal-network.ts';
import { arrival, departure, passageTime } from '../../src/model/voyage-network.ts';
import { type FittingOrder, fittingOrders } from '../../src/model/voyage-orders.ts';
import { doingAt, type Moments, schedulesByTrying, textOf, unevenness } from './brute-schedules.ts';
import { caseOf, evenWays, type LaidWays, leg, randomCase, sighting, tapeOf, tapes, voyage } from './model-cases.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A lane of 12 hours at the greatest speed of the test cases, 16 knots. */
const HALF_DAY_KM = 16 * 1.852 * 12;

function drawable(dataset: Dataset, ways: LaidWays, options: ScheduleOptions = {}): FittingSchedules {
  const found = schedulesThatFit(dataset, ways, dataset.voyages, options);
  if (!found.possible) throw new Error(found.why);
  return found;
}

const momentsOf = (schedule: Schedule): number[] =>
  [...schedule.values()].flatMap((legs) => legs.flatMap(({ depart, arrive }) => [depart, arrive]));

/** A unit so coarse that a case has few schedules. */
function coarseUnit(orders: readonly FittingOrder[], most: number): number {
  for (let unit = HOUR; ; unit *= 1.7) {
    const points = orders.map(({ voyages, solution }) =>
      voyages.reduce((all, { id, legs }) => {
        const events = legs.flatMap((_, n) => [departure(id, n), arrival(id, n)]);
        return events.reduce((product, event) => {
          const { earliest, latest } = solution.window(event);
          return product * (Math.floor((latest - earliest) / Math.floor(unit)) + 1);
        }, all);
      }, 1),
    );
    if (points.reduce((sum, n) => sum + n, 0) <= most) return Math.floor(unit);
  }
}

/** A random case in a closed period. */
function closedCase(numbers: readonly number[]): { dataset: Dataset; ways: LaidWays } {
  const { dataset, ways } = randomCase(tapeOf(numbers));
  return { dataset: { ...dataset, window: { date: '2023-08-20/2023-10-31', claims: [] } }, ways };
}

describe('small cases, against every schedule tried', () => {
  test('as many schedules in each order, and the same shares at any moment; bounds of records are always counted exactly', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(tapes(300), fc.option(fc.integer({ min: 2, max: 15 })), ({ numbers }, slowest) => {
        const { dataset, ways } = closedCase(numbers);
        const { fitting } = fittingOrders(dataset, ways, dataset.voyages);
        const options = {
          unit: coarseUnit(fitting, slowest === null ? 2000 : 20_000),
          ...(slowest === null ? {} : { slowest }),
        };
        const found = schedulesThatFit(dataset, ways, dataset.voyages, options);
        if (!found.possible) {
          expect(slowest).not.toBeNull();
          return;
        }
        expect(found.method).toBe('exact');
        const slow = (one: Voyage, moments: Moments, first: number): boolean =>
          one.legs.every(({ track }, n) => {
            const taken = (moments[first + 2 * n + 1] as number) - (moments[first + 2 * n] as number);
            const knots = Math.min(slowest ?? 0, dataset.assumptions.greatestSpeed.value);
            const tracked = (track.at(-1)?.time ?? 0) - (track[0]?.time ?? 0);
            return slowest === null || taken <= Math.max(passageTime(ways.legPath(one, n).lane.km, knots), tracked);
          });
        const tried = found.spaces.map(({ voyages, space }) => {
          const order = fitting.find((one) => one.voyages.every((other, n) => other === voyages[n])) as FittingOrder;
          const events = voyages.map((_, n) => 2 * voyages.slice(0, n).reduce((sum, { legs }) => sum + legs.length, 0));
          const all = schedulesByTrying(order, space.grid);
          const { starts, sizes, unit } = space.grid;
          voyages.forEach(({ id, legs }, k) => {
            const windows = legs.flatMap((_, n) => [departure(id, n), arrival(id, n)].map(order.solution.window));
            windows.forEach(({ earliest, latest }, n) => {
              const event = (events[k] as number) + n;
              const last = (starts[event] as number) + ((sizes[event] as number) - 1) * unit;
              if (slowest !== null) return;
              expect(starts[event]).toBe(earliest);
              expect(last > latest - unit && last <= latest).toBe(true);
            });
          });
          return all.filter((moments) => voyages.every((one, n) => slow(one, moments, events[n] as number)));
        });
        const total = tried.reduce((sum, { length }) => sum + length, 0);
        expect(found.total).toBeCloseTo(Math.log10(total), 9);
        tried.forEach(({ length }, n) => {
          expect(found.spaces[n]?.space.count).toEqual({ value: length, power: 0 });
          expect(found.orders[n]?.share).toBeCloseTo(length / total, 12);
        });
        const moments = [...momentsOfPeriod(dataset, found, 5 * DAY), ...(tried[0]?.[0] ?? [])];
        const { doings } = dayShares(found, moments);
        moments.forEach((t, n) => {
          const shares = new Map<string, number>();
          tried.forEach((all, order) => {
            for (const one of all) {
              const doing = doingAt(found.spaces[order]?.voyages ?? [], one, t);
              shares.set(doing, (shares.get(doing) ?? 0) + 1 / total);
            }
          });
          for (const one of doings) {
            expect(one.shares[n], textOf(one.doing)).toBeCloseTo(shares.get(textOf(one.doing)) ?? 0, 9);
          }
          expect(doings.reduce((sum, one) => sum + (one.shares[n] as number), 0)).toBeCloseTo(1, 12);
        });
        seen.add(`${found.orders.length > 1} ${slowest !== null} ${total > 10}`);
      }),
      { numRuns: 80, seed: 7 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['true false true', 'true true true', 'false true true']));
  });
});

const plain = (id: string, more: Partial<Voyage['legs'][number]> = {}, rest: Partial<Voyage> = {}): Voyage =>
  voyage(id, [leg('a', 'b', more)], rest);

/** Two voyages in either order, one with a call and a sighting at it, within five days. */
const EITHER: Dataset = caseOf({
  window: { date: '2023-09-01/2023-09-05', claims: [] },
  voyages: [voyage('trip', [leg('a', 'b'), leg('b', 'a')]), plain('single')],
  sightings: [sighting('seen', 'b', '2023-09-03', { voyage: 'trip', call: 1 })],
});
const HALF_DAYS = { unit: 12 * HOUR };

describe('drawing', () => {
  const ways = evenWays(EITHER, HALF_DAY_KM);
  const keyOf = (schedule: Schedule): string => `${[...schedule.keys()]} ${momentsOf(schedule)}`;

  test.each([
    ['any passage', {}],
    ['passages of 6 knots and more', { slowest: 6 }],
  ])('every schedule is drawn as often as any other, orders by their number: %s', (_, options) => {
    const found = drawable(EITHER, ways, { ...HALF_DAYS, ...options });
    const { fitting } = fittingOrders(EITHER, ways, EITHER.voyages);
    const all = found.spaces.flatMap(({ voyages, space }, n) =>
      schedulesByTrying(fitting[n] as FittingOrder, space.grid)
        .filter(
          (one) =>
            !('slowest' in options) || one.every((t, k) => k % 2 === 0 || t - (one[k - 1] as number) <= 32 * HOUR),
        )
        .map((one) => `${voyages.map(({ id }) => id)} ${one}`),
    );
    expect(found.orders).toHaveLength(2);
    expect(all.length).toBeGreaterThan(40);
    expect(10 ** found.total).toBeCloseTo(all.length, 6);
    const drawn = found.draw(30 * all.length, 5).map(keyOf);
    expect(new Set(drawn).size).toBe(all.length);
    expect(unevenness(all, drawn)).toBeLessThan(1);
  });

  test('drawn schedules come close to the exact shares of any moment', () => {
    const found = drawable(EITHER, ways, HALF_DAYS);
    const n = 1000;
    const drawn = found.draw(n, 11);
    const moments = momentsOfPeriod(EITHER, found, 8 * HOUR);
    const { doings } = dayShares(found, moments);
    expect(doings).toHaveLength(8);
    moments.forEach((t, at) => {
      const texts = drawn.map((one) => {
        const order = [...one.keys()].map((id) => EITHER.voyages.find((other) => other.id === id) as Voyage);
        return doingAt(order, momentsOf(one), t);
      });
      const sum = doings.reduce((total, { doing, shares }) => {
        const [share, counted] = [shares[at] as number, texts.filter((text) => text === textOf(doing)).length];
        if (share < 1e-12) expect(counted).toBe(0);
        return share < 1e-12 ? total : total + (counted - n * share) ** 2 / (n * share);
      }, 0);
      // 7 degrees of freedom at most; chance passes 29.9 once in ten thousand.
      expect(sum).toBeLessThan(29.9);
    });
  });

  test('one seed, one set of schedules, however many are drawn; another for another seed or ship', () => {
    const found = drawable(EITHER, ways, HALF_DAYS);
    const again = drawable(EITHER, ways, HALF_DAYS);
    expect(again.draw(30, 3)).toEqual(found.draw(30, 3));
    expect(found.draw(50, 3).slice(0, 30)).toEqual(found.draw(30, 3));
    expect(found.draw(30, 4)).not.toEqual(found.draw(30, 3));
    const sister = { ...EITHER, voyages: EITHER.voyages.map((one) => ({ ...one, vessel: 'sister' })) };
    expect(drawable(sister, ways, HALF_DAYS).draw(30, 3)).not.toEqual(found.draw(30, 3));
    expect(found.draw(0, 3)).toEqual([]);
    // Written down, so that a change of the generator or of the method is noticed.
    expect(found.draw(2, 2023).map(keyOf)).toMatchInlineSnapshot(`
      [
        "trip,single 1693569600000,1693656000000,1693699200000,1693828800000,1693872000000,1693915200000",
        "trip,single 1693612800000,1693656000000,1693785600000,1693872000000,1693915200000,1693958400000",
      ]
    `);
  });

  test('every schedule drawn of a random case satisfies every bound of its order', () => {
    fc.assert(
      fc.property(tapes(300), fc.nat(), fc.constantFrom(20_000, 400), ({ numbers }, seed, mostCells) => {
        const { dataset, ways } = closedCase(numbers);
        const found = schedulesThatFit(dataset, ways, dataset.voyages, { mostCells });
        if (!found.possible) {
          expect(found.why).toBe('too wide');
          return;
        }
        const { fitting } = fittingOrders(dataset, ways, dataset.voyages);
        for (const schedule of found.draw(4, seed)) {
          const order = fitting.find(({ voyages }) => `${voyages.map(({ id }) => id)}` === `${[...schedule.keys()]}`);
          const fixed = [...schedule].flatMap(([id, legs]) =>
            legs.flatMap(({ depart, arrive }, n) => [
              ...exactly(departure(id, n), depart),
              ...exactly(arrival(id, n), arrive),
            ]),
          );
          expect(tighten([...(order as FittingOrder).bounds, ...fixed]).consistent).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

const WHY = { kind: 'window', claims: [] } as const;
const exactly = (event: string, t: number) => [notBefore(event, t, WHY), notAfter(event, t, WHY)];

describe('orders count by their room', () => {
  test('a voyage before or after a dated one, by hand', () => {
    // Five days of half-day steps, 0 to 10; the dated one takes 4 to 6 and lies in port 1 on either side.
    const dated = plain('dated', { depart: '2023-09-03T00:00:00.000Z', arrive: '2023-09-04T00:00:00.000Z' });
    const dataset = caseOf({
      window: { date: '2023-09-01/2023-09-05', claims: [] },
      voyages: [dated, voyage('free', [leg('b', 'a')])],
    });
    // From a to b is 1 step at least, and so is the way from b to b or a to a: before, the free one
    // comes to a by step 3; after, it leaves b at 7 or later.
    const found = drawable(dataset, evenWays(dataset, HALF_DAY_KM), HALF_DAYS);
    const before = (4 * 3) / 2; // departs and arrives within 0 to 3, 1 apart or more
    const after = (4 * 3) / 2; // within 7 to 10
    expect(found.orders.map(({ voyages, share }) => [voyages.join(), share])).toEqual([
      ['dated,free', after / (before + after)],
      ['free,dated', before / (before + after)],
    ]);
    expect(10 ** found.total).toBeCloseTo(before + after, 9);
  });
});
