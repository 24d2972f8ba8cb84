import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fleetIndex, fleetOf, spansAtSea, spansInPorts } from '../../src/model/fleet-index.ts';
import { planShips, type ShipPlan } from '../../src/model/plan.ts';
import { whereabouts } from '../../src/model/whereabouts.ts';
import { at, caseOf, evenWays, randomCase, type Tape, TRAFFIC, tapeOf, tapes } from './model-cases.ts';
import { runs } from './runs.ts';

/** Moments at the ends of everything in a plan, a millisecond beside them, and some between. */
function moments(tape: Tape, plans: readonly ShipPlan[]): number[] {
  const ends = plans.flatMap(({ voyages, gaps }) => [
    ...voyages.flatMap(({ legs }) =>
      legs.flatMap(({ chances }) =>
        chances.flatMap(({ depart, arrive }) => [depart.earliest, depart.latest, arrive.earliest, arrive.latest]),
      ),
    ),
    ...gaps.flatMap(({ waits }) => waits.flatMap(({ window }) => [window.earliest, window.latest])),
  ]);
  const some = Array.from({ length: 12 }, () => at('2023-08-25') + tape(50 * 24 * 60) * 60_000);
  const picked = Array.from({ length: 12 }, () => ends[tape(Math.max(1, ends.length))] ?? 0).filter(Number.isFinite);
  return [...some, ...picked.flatMap((time) => [time - 1, time, time + 1])];
}

/** Several random ships: the plans of cases of one ship each. */
const fleetFrom = (tape: Tape): ShipPlan[] =>
  Array.from({ length: 1 + tape(4) }, () => {
    const { dataset, ways } = randomCase(tape);
    return planShips(dataset, ways)[0] as ShipPlan;
  });

describe('the index of a fleet', () => {
  test('has the ships that whereabouts puts at sea or in a port, and no others', () => {
    let [atSea, inPort, nowhere] = [0, 0, 0];
    fc.assert(
      fc.property(tapes(900), ({ numbers }) => {
        const tape = tapeOf(numbers);
        const plans = fleetFrom(tape);
        const fleet = fleetOf(fleetIndex(plans));
        for (const t of moments(tape, plans)) {
          const now = plans.map((plan) => whereabouts(plan, t));
          const numbersWhere = (holds: (one: (typeof now)[number]) => boolean): number[] =>
            now.flatMap((one, number) => (holds(one) ? number : []));
          const sailing = numbersWhere(({ stretches }) => stretches.length > 0);
          expect([...fleet.atSea(t)]).toEqual(sailing);
          for (const port of ['a', 'b', 'c', 'nowhere']) {
            const lying = numbersWhere(({ ports }) => ports.includes(port));
            expect([...fleet.inPort(port, t)]).toEqual(lying);
            inPort += lying.length;
          }
          atSea += sailing.length;
          nowhere += sailing.length === 0 ? 1 : 0;
        }
      }),
      { numRuns: runs(40) },
    );
    expect(Math.min(atSea, inPort, nowhere)).toBeGreaterThan(0);
  });

  test('spans of a ship rise and do not touch', () => {
    fc.assert(
      fc.property(tapes(900), ({ numbers }) => {
        for (const plan of fleetFrom(tapeOf(numbers))) {
          for (const spans of [spansAtSea(plan), ...spansInPorts(plan).values()]) {
            spans.forEach(({ earliest, latest }, number) => {
              expect(earliest).toBeLessThanOrEqual(latest);
              if (number > 0) expect(earliest).toBeGreaterThan(spans[number - 1]?.latest ?? Number.NaN);
            });
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });

  test('a case without voyages has nobody anywhere', () => {
    const fleet = fleetOf(fleetIndex([]));
    expect([...fleet.atSea(0), ...fleet.inPort('a', 0)]).toEqual([]);
  });

  test('the reported traffic: both ships may be at sea on 10 September, none in July', () => {
    const fleet = fleetOf(fleetIndex(planShips(TRAFFIC, evenWays(TRAFFIC))));
    expect([...fleet.atSea(at('2023-09-10T12:00Z'))]).toEqual([0, 1]);
    expect([...fleet.atSea(at('2023-07-10T12:00Z'))]).toEqual([]);
    expect([...fleetOf(fleetIndex(planShips(caseOf({}), evenWays(caseOf({}))))).atSea(0)]).toEqual([]);
  });
});
