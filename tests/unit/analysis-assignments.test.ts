import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignmentsOf, jointAssignments, unnamedSightings } from '../../src/analysis/assignments.ts';
import { untied } from '../../src/analysis/what-if.ts';
import type { Dataset, Sighting, Voyage } from '../../src/model/records.ts';
import { ORIGIN } from '../../src/model/temporal-network.ts';
import { arrival, departure, type Ways } from '../../src/model/voyage-network.ts';
import { randomClaims, shippedCase } from './analysis-cases.ts';
import { allGaps } from './brute-network.ts';
import { at, caseOf, evenWays, leg, permutations, sighting, type Tape, tapeOf, tapes, voyage } from './model-cases.ts';
import { boundsInOrder } from './random-sailing.ts';

/** The orders of one ship that fit, each with its gaps, by trying all of them with another solver. */
function bruteOrders(dataset: Dataset, ways: Ways, vessel: string) {
  const voyages = dataset.voyages.filter((one) => one.vessel === vessel);
  return permutations(voyages).flatMap((order) => {
    const obeys = order.every((one, n) => one.after.every((id) => order.slice(0, n).some((other) => other.id === id)));
    const gaps = obeys
      ? allGaps(boundsInOrder(dataset, ways, order).filter(({ least }) => Number.isFinite(least)))
      : null;
    return gaps ? [gaps] : [];
  });
}

const hull = (orders: ReturnType<typeof bruteOrders>, event: string) => ({
  earliest: Math.min(...orders.map((gaps) => gaps(ORIGIN, event))),
  latest: Math.max(...orders.map((gaps) => 0 - gaps(event, ORIGIN))),
});

/** Two ships, and sightings that name neither. */
function randomUnnamed(tape: Tape): Dataset {
  const [one, other] = [randomClaims(tape, 3), randomClaims(tape, 3)];
  const boat = (id: string): string => `boat ${id}`;
  const voyages = other.voyages.map((trip) => ({
    ...trip,
    id: boat(trip.id),
    vessel: 'boat',
    after: trip.after.map(boat),
  }));
  const loose = Array.from({ length: 1 + tape(3) }, (_, n) => {
    const date = `2023-09-${String(1 + tape(11)).padStart(2, '0')}`;
    return sighting(`loose ${n}`, ['a', 'b', 'b', 'c'][tape(4)] as string, date, {
      what: tape(5) === 4 ? 'cargo-landed' : 'ship',
    });
  });
  const named = other.sightings.map((seen) => ({
    ...seen,
    id: boat(seen.id),
    vessel: 'boat',
    voyage: boat(seen.voyage as string),
  }));
  return caseOf({
    ...one,
    vessels: [...one.vessels, { id: 'boat', name: 'Boat', claims: [] }],
    voyages: [...one.voyages, ...voyages.slice(0, 1 + tape(2))],
    sightings: [
      ...one.sightings.map((seen) => ({ ...seen, vessel: 'ship' })),
      ...named.filter(({ voyage: id }) => id === 'boat v0'),
      ...loose,
    ],
  });
}

const put = (dataset: Dataset, ...changed: readonly Sighting[]): Dataset => ({
  ...dataset,
  sightings: dataset.sightings.map((one) => changed.find(({ id }) => id === one.id) ?? one),
});

const portsOf = ({ legs }: Voyage): string[] => [legs[0]?.from ?? '', ...legs.map(({ to }) => to)];

describe('where a sighting of an unnamed ship may belong', () => {
  test('is what trying every order with it tied there finds, windows and all', () => {
    let fitting = 0;
    let unfitting = 0;
    fc.assert(
      fc.property(tapes(260), ({ numbers }) => {
        const dataset = randomUnnamed(tapeOf(numbers));
        const ways = evenWays(dataset);
        const unnamed = dataset.sightings.filter(({ vessel, what }) => vessel === null && what === 'ship');
        const found = assignmentsOf(dataset, ways);
        expect(found.map(({ sighting: id }) => id)).toEqual(unnamed.map(({ id }) => id));
        for (const [n, { calls, tied }] of found.entries()) {
          const seen = unnamed[n] as Sighting;
          expect(tied).toBeNull();
          const possible = dataset.voyages.flatMap((one) =>
            portsOf(one).flatMap((port, call) => (port === seen.port ? [`${one.id} ${call}`] : [])),
          );
          expect(calls.map(({ voyage: id, call }) => `${id} ${call}`).sort()).toEqual(possible.sort());
          for (const { voyage: id, call, vessel, fits, fitsWithout, adds, narrowed } of calls) {
            const before = bruteOrders(dataset, ways, vessel);
            const after = bruteOrders(put(dataset, { ...seen, voyage: id, call }), ways, vessel);
            expect([fits, fitsWithout]).toEqual([after.length > 0, before.length > 0]);
            if (!fits) {
              unfitting++;
              expect([adds, narrowed]).toEqual([false, []]);
              continue;
            }
            fitting++;
            const wanted = dataset.voyages
              .filter((one) => one.vessel === vessel)
              .flatMap((one) =>
                one.legs.map((_, n) => {
                  const [depart, arrive] = [departure(one.id, n), arrival(one.id, n)];
                  const windows = { depart: hull(after, depart), arrive: hull(after, arrive) };
                  const old = { depart: hull(before, depart), arrive: hull(before, arrive) };
                  return {
                    leg: { voyage: one.id, leg: n, ...windows },
                    changed: JSON.stringify(windows) !== JSON.stringify(old),
                  };
                }),
              );
            expect(narrowed).toEqual(wanted.filter(({ changed }) => changed).map(({ leg: one }) => one));
            expect(adds).toBe(narrowed.length > 0 || after.length < before.length);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(fitting).toBeGreaterThan(40);
    expect(unfitting).toBeGreaterThan(40);
  });

  test('is asked of a named ship only among her own voyages, and not where the case has it already', () => {
    const dataset = caseOf({
      vessels: ['ship', 'boat'].map((id) => ({ id, name: id, claims: [] })),
      voyages: [voyage('one', [leg('a', 'b'), leg('b', 'a')]), voyage('two', [leg('a', 'b')], { vessel: 'boat' })],
      sightings: [sighting('seen', 'b', '2023-09-08', { vessel: 'ship', voyage: 'one', call: 1 })],
    });
    expect(assignmentsOf(dataset, evenWays(dataset))).toEqual([]);
    const [only] = assignmentsOf(dataset, evenWays(dataset), dataset.sightings);
    expect(only).toMatchObject({ sighting: 'seen', tied: { voyage: 'one', call: 1 } });
    expect(only?.calls.map(({ voyage: id, call, adds }) => [id, call, adds])).toEqual([['one', 1, true]]);
    expect(only?.calls[0]?.narrowed[0]?.arrive.latest).toBe(at('2023-09-09'));
  });

  test('of the shipped case: the ship of 26 August fits any call of Angara, the one after the period none', () => {
    const shipped = shippedCase();
    const found = new Map(assignmentsOf(shipped, evenWays(shipped)).map((one) => [one.sighting, one]));
    expect([...found.keys()]).toEqual(['najin-26-august', 'najin-12-october', 'najin-14-october', 'najin-19-october']);
    const fits = (id: string) =>
      found
        .get(id)
        ?.calls.filter((call) => call.fits)
        .map((call) => call.voyage);
    // Maria's calls do not: one round trip fell in September, and on 10 October she was at Najin once more or still.
    expect(fits('najin-26-august')).toEqual(['angara-august', 'angara-white-house', 'angara-undated']);
    expect(fits('najin-12-october')).toEqual(['angara-undated', 'maria-october']);
    expect(fits('najin-14-october')).toEqual(['angara-undated', 'maria-october']);
    expect(fits('najin-19-october')).toEqual([]);
  });
});

describe('the number of ways to place all sightings of unnamed ships', () => {
  test('is what trying all of them finds', () => {
    let most = 0;
    fc.assert(
      fc.property(tapes(260), ({ numbers }) => {
        const dataset = randomUnnamed(tapeOf(numbers));
        const ways = evenWays(dataset);
        const unnamed = unnamedSightings(dataset);
        let placed: Sighting[][] = [[]];
        for (const seen of unnamed) {
          const choices = dataset.voyages.flatMap((one) =>
            portsOf(one).flatMap((port, call) => (port === seen.port ? [{ ...seen, voyage: one.id, call }] : [])),
          );
          placed = placed.flatMap((some) => [untied(seen), ...choices].map((one) => [...some, one]));
        }
        const ships = ['ship', 'boat'];
        const holds = (one: readonly Sighting[]) =>
          ships.every((vessel) => {
            const mine = one.some(({ voyage: id }) =>
              dataset.voyages.some((trip) => trip.id === id && trip.vessel === vessel),
            );
            return !mine || bruteOrders(put(dataset, ...one), ways, vessel).length > 0;
          });
        const count = placed.filter(holds).length;
        most = Math.max(most, count);
        expect(jointAssignments(dataset, ways, 500)).toEqual({ count, exact: true });
        if (count > 1) expect(jointAssignments(dataset, ways, count - 1)).toEqual({ count: count - 1, exact: false });
      }),
      { numRuns: 40 },
    );
    expect(most).toBeGreaterThan(5);
  });

  test('of the shipped case is exact', () => {
    const shipped = shippedCase();
    const { count, exact } = jointAssignments(shipped, evenWays(shipped), 10_000);
    expect([count, exact]).toEqual([50, true]);
  });
});
