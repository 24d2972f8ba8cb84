import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR } from '../../src/model/edtf.ts';
import { planShips, type VoyagePlan } from '../../src/model/plan.ts';
import type { Dataset } from '../../src/model/records.ts';
import { illustrate } from '../../src/model/schedule.ts';
import { ORIGIN, tighten } from '../../src/model/temporal-network.ts';
import { arrival, departure, passageTime } from '../../src/model/voyage-network.ts';
import { fittingOrders } from '../../src/model/voyage-orders.ts';
import { allGaps } from './brute-network.ts';
import { at, caseOf, evenWays, leg, randomCase, sighting, TRAFFIC, tapeOf, tapes, voyage } from './model-cases.ts';

const ships = planShips(TRAFFIC, evenWays(TRAFFIC));
const planned = (id: string): VoyagePlan => {
  const found = ships.flatMap((ship) => ship.voyages).find((one) => one.voyage.id === id);
  if (!found) throw new Error(`no voyage ${id}`);
  return found;
};

describe('illustrate', () => {
  test('every schedule of every order that fits satisfies each of its bounds', () => {
    let drawn = 0;
    fc.assert(
      fc.property(tapes(300), ({ numbers }) => {
        const { dataset, ways } = randomCase(tapeOf(numbers));
        for (const order of fittingOrders(dataset, ways, dataset.voyages).fitting) {
          const times = new Map([[ORIGIN, 0]]);
          const schedule = illustrate(dataset, ways, order);
          expect([...schedule.keys()]).toEqual(order.voyages.map(({ id }) => id));
          for (const [id, legs] of schedule) {
            legs.forEach(({ depart, arrive }, n) => {
              times.set(departure(id, n), depart).set(arrival(id, n), arrive);
            });
          }
          for (const { from, to, least } of order.bounds) {
            const [start, end] = [times.get(from), times.get(to)];
            if (start === undefined || end === undefined || !Number.isFinite(least)) continue;
            drawn++;
            expect(end - start).toBeGreaterThanOrEqual(least);
          }
          // The moments of sightings have no times of their own: there must be some that go with the schedule.
          const fixed = [...times].flatMap(([event, time]) => [
            { from: ORIGIN, to: event, least: time },
            { from: event, to: ORIGIN, least: -time },
          ]);
          expect(allGaps([...order.bounds.filter(({ least }) => Number.isFinite(least)), ...fixed])).not.toBeNull();
        }
      }),
      { numRuns: 50, seed: 10 },
    );
    expect(drawn).toBeGreaterThan(1000);
  });

  test('is the same every time', () => {
    expect(
      planShips(structuredClone(TRAFFIC), evenWays(TRAFFIC)).map((ship) => ship.voyages.map((one) => one.drawn)),
    ).toEqual(ships.map((ship) => ship.voyages.map((one) => one.drawn)));
  });

  const single = (more: Partial<Dataset>, n = 0) => {
    const dataset = caseOf({ voyages: [voyage('p', [leg('a', 'b'), leg('b', 'a')])], ...more });
    const times = planShips(dataset, evenWays(dataset))[0]?.voyages[0]?.drawn?.[n];
    if (!times) throw new Error('nothing is drawn');
    return times;
  };
  const usual = passageTime(193.7, 12);

  test('a ship lies in port from the middle of the first to the middle of the last day she was seen', () => {
    const seen = [
      sighting('s', 'b', '2023-09-10', { voyage: 'p', call: 1 }),
      sighting('weak', 'b', '2023-09-14', { voyage: 'p', call: 1, binds: false }),
    ];
    expect(single({ sightings: seen }, 0).arrive).toBeLessThanOrEqual(at('2023-09-10T12:00Z'));
    expect(single({ sightings: seen }, 1).depart).toBeGreaterThanOrEqual(at('2023-09-14T12:00Z'));
  });

  test('a weak sighting gives way to a date that binds', () => {
    const weak = [sighting('weak', 'b', '2023-09-14', { voyage: 'p', call: 1, binds: false })];
    const legs = [leg('a', 'b'), leg('b', 'a', { depart: '2023-09-12' })];
    const { depart } = single({ sightings: weak, voyages: [voyage('p', legs)] }, 1);
    expect(depart).toBeGreaterThanOrEqual(at('2023-09-12'));
    expect(depart).toBeLessThanOrEqual(at('2023-09-13'));
  });

  test('a passage takes the usual speed where nothing forbids it, and stays the usual time', () => {
    const [out, back] = [single({}, 0), single({}, 1)];
    expect(out.arrive - out.depart).toBe(usual);
    expect(back.arrive - back.depart).toBe(usual);
    expect(back.depart - out.arrive).toBe(48 * HOUR);
  });

  test('a dated departure and arrival that are farther apart than that are kept', () => {
    const legs = [leg('a', 'b', { depart: '2023-09-10T00:00Z', arrive: '2023-09-12T00:00Z' }), leg('b', 'a')];
    const { depart, arrive } = single({ voyages: [voyage('p', legs)] }, 0);
    expect(Math.abs(depart - at('2023-09-10'))).toBeLessThanOrEqual(60_000);
    expect(Math.abs(arrive - at('2023-09-12'))).toBeLessThanOrEqual(60_000);
  });

  test.each([
    ['2023-09-10T12:00Z', '2023-09-11T18:00Z', 30],
    ['2023-09-10T12:00Z', '2023-09-11', 36],
    ['2023-09-10', '2023-09-14', 72],
  ])('a stay from %s to %s is as near to the usual as fits: %i hours', (arrive, depart, hours) => {
    const voyages = [voyage('p', [leg('a', 'b', { arrive }), leg('b', 'a', { depart })])];
    const stay = single({ voyages }, 1).depart - single({ voyages }, 0).arrive;
    // Times are given to the minute.
    expect(Math.abs(stay - hours * HOUR)).toBeLessThanOrEqual(60_000);
  });

  test('what nothing bounds is not drawn', () => {
    const dataset = caseOf({
      window: { date: '2023-09/..', claims: [] },
      voyages: [voyage('p', [leg('a', 'b')])],
    });
    const order = fittingOrders(dataset, evenWays(dataset), dataset.voyages).fitting[0];
    if (!order) throw new Error('it fits');
    const bounds = order.bounds.filter(({ why }) => why.kind === 'passage');
    const solution = tighten(bounds);
    if (!solution.consistent) throw new Error('it fits');
    expect(illustrate(dataset, evenWays(dataset), { ...order, bounds, solution }).size).toBe(0);
  });
});

describe('the reported traffic', () => {
  const day = (text: string): number => at(`2023-${text.replace(' ', 'T')}Z`);

  // Angara's undated voyage fits first, between or last: its row is the union.
  test.each([
    ['august', 0, '08-10 00:00', '08-26 17:27', '08-10 06:32', '08-27 00:00'],
    ['august', 1, '08-26 00:00', '09-11 04:23', '08-26 06:32', '09-11 10:55'],
    ['white-house', 0, '08-26 18:32', '09-11 22:55', '08-27 01:04', '09-12 05:27'],
    ['white-house', 1, '09-07 00:00', '09-12 17:27', '09-07 06:32', '09-13 00:00'],
    ['undated', 0, '08-10 00:00', '10-13 22:55', '08-10 06:32', '10-14 05:27'],
    ['undated', 1, '08-10 18:32', '10-14 17:27', '08-11 01:04', '10-15 00:00'],
    ['september', 0, '09-01 00:00', '09-29 22:55', '09-01 06:32', '09-30 05:27'],
    ['september', 1, '09-01 18:32', '09-30 17:27', '09-02 01:04', '10-01 00:00'],
    ['october', 0, '09-02 13:04', '10-10 17:27', '09-02 19:36', '10-11 00:00'],
    ['october', 1, '10-11 00:00', '10-14 17:27', '10-11 06:32', '10-15 00:00'],
  ])('%s, leg %i: windows to the minute', (id, n, ...texts) => {
    const { depart, arrive } = planned(id).legs[n] as VoyagePlan['legs'][number];
    const minutes = [depart.earliest, depart.latest, arrive.earliest, arrive.latest].map(
      (time) => Math.floor(time / 60_000) * 60_000,
    );
    expect(minutes).toEqual(texts.map(day));
  });

  test('a ship may lie in port from the earliest arrival to the latest departure', () => {
    expect(planned('white-house').stays).toHaveLength(1);
    const [stay] = planned('white-house').stays;
    expect(stay?.port).toBe('najin');
    // Straight after the August voyage, and later where the undated one comes between: the first includes the other.
    const [chance, ...more] = stay?.chances ?? [];
    expect(more).toEqual([]);
    expect(chance?.latest).toBe(planned('white-house').legs[1]?.depart.latest);
    expect(chance?.earliest).toBe(planned('white-house').legs[0]?.arrive.earliest);
  });

  test('the undated voyage has three windows and not one', () => {
    const chances = planned('undated').legs[0]?.chances ?? [];
    const spans = chances
      .map(({ depart, arrive }) => [depart.earliest, arrive.latest])
      .sort((p, q) => Number(p[0]) - Number(q[0]));
    expect(spans).toHaveLength(3);
    expect(spans[0]?.[1]).toBeLessThan(day('08-26 18:00'));
    expect(spans[1]?.[0]).toBeGreaterThan(day('08-26 18:00'));
    expect(spans[1]?.[1]).toBeLessThan(day('09-12 00:00'));
    expect(spans[2]?.[0]).toBeGreaterThan(day('09-07 00:00'));
  });

  test('the White House voyage is half way home on 10 September at noon', () => {
    const { depart, arrive } = planned('white-house').drawn?.[1] ?? { depart: 0, arrive: 0 };
    expect((depart + arrive) / 2).toBeCloseTo(day('09-10 12:00'), -1);
    expect(arrive - depart).toBe(passageTime(193.7, 12));
  });

  test('an edge is as firm as what sets it, and no firmer', () => {
    const edges = ['august', 'white-house', 'undated', 'september', 'october'].map((id) =>
      planned(id).legs.map(({ left, right }) => `${left}-${right}`),
    );
    expect(edges).toEqual([
      ['window-seen', 'seen-assumed'],
      ['assumed-assumed', 'seen-seen'],
      ['window-assumed', 'assumed-window'],
      ['cited-assumed', 'assumed-cited'],
      ['assumed-seen', 'seen-seen'],
    ]);
  });

  test('a date of arrival does not firm up the earliest departure, nor a date of departure the latest arrival', () => {
    const dataset = caseOf({
      voyages: [voyage('p', [leg('a', 'b', { arrive: '2023-09-20' }), leg('b', 'a', { depart: '2023-09-25' })])],
    });
    const legs = planShips(dataset, evenWays(dataset))[0]?.voyages[0]?.legs;
    expect(legs?.map(({ left, right }) => [left, right])).toEqual([
      ['window', 'cited'],
      ['cited', 'window'],
    ]);
  });
});
