import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR } from '../../src/model/edtf.ts';
import { fleetIndex } from '../../src/model/fleet-index.ts';
import { planShips, type ShipPlan } from '../../src/model/plan.ts';
import { whereabouts } from '../../src/model/whereabouts.ts';
import { type AtSea, atSeaOverTime, certainlyAtSea, countAt, countsAlong } from '../../src/timeline/at-sea.ts';
import { timeScale } from '../../src/timeline/time-scale.ts';
import { randomCase, tapeOf, tapes } from './model-cases.ts';
import { randomSailing } from './random-sailing.ts';
import { runs } from './runs.ts';
import { caseOf } from './timeline-case.ts';

const BALTIC = caseOf('tests/fixtures/many-ports-case');
const ALL = atSeaOverTime(BALTIC.ships, null);

describe('the most that can be at sea', () => {
  test('are the ships that may be somewhere on a lane, at every moment', () => {
    const { earliest, latest } = BALTIC.axis;
    let some = 0;
    for (let t = earliest; t <= latest; t += 6 * HOUR) {
      const among = BALTIC.ships.filter((ship) => whereabouts(ship, t).stretches.length > 0).length;
      expect(countAt(ALL, t).most, new Date(t).toISOString()).toBe(among);
      some += among;
    }
    expect(some).toBeGreaterThan(50);
  });
});

test('what an index of the fleet knows is the same, for all ships and for some', () => {
  const { atSea: tree } = fleetIndex(BALTIC.ships);
  for (const among of [null, new Set(BALTIC.ships.filter((_, at) => at % 2 === 0)), new Set<ShipPlan>()])
    expect(atSeaOverTime(BALTIC.ships, among, tree)).toEqual(atSeaOverTime(BALTIC.ships, among));
});

describe('the least that must be at sea', () => {
  test('never is more than the most', () => {
    fc.assert(
      fc.property(fc.double({ min: BALTIC.axis.earliest, max: BALTIC.axis.latest, noNaN: true }), (t) => {
        const { least, most } = countAt(ALL, t);
        expect(least).toBeLessThanOrEqual(most);
        expect(least).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: runs(200) },
    );
  });

  test('is so in a voyage of known days: from the end of one day to the beginning of the other', () => {
    const [a1] = BALTIC.ships.filter(({ vessel }) => vessel.id === 'avocet').flatMap(certainlyAtSea);
    expect(a1).toEqual({ earliest: Date.UTC(2021, 3, 3), latest: Date.UTC(2021, 3, 4) });
  });
});

test('both hold for every random way of sailing that fits', () => {
  let [sure, asea] = [0, 0];
  fc.assert(
    fc.property(tapes(400), ({ numbers }) => {
      const tape = tapeOf(numbers);
      const made = randomCase(tape);
      const [plan] = planShips(made.dataset, made.ways);
      const sailing = randomSailing(tape, made);
      if (!plan || !sailing) return;
      const atSea = atSeaOverTime([plan], null);
      const spread = Array.from({ length: 30 }, () => Date.UTC(2023, 8, 1) + tape(40 * 24) * HOUR);
      const edges = [...atSea.least.starts, ...atSea.least.ends].flatMap((t) => [t + 1, t - 1]);
      for (const t of [...spread, ...sailing.moments, ...edges]) {
        const { least, most } = countAt(atSea, t);
        const isAtSea = sailing.at(t).kind === 'passage';
        expect(isAtSea ? 1 : 0).toBeGreaterThanOrEqual(least);
        expect(isAtSea ? 1 : 0).toBeLessThanOrEqual(most);
        sure += least;
        asea += isAtSea ? 1 : 0;
      }
    }),
    { numRuns: runs(60) },
  );
  expect(asea).toBeGreaterThan(0);
  expect(sure).toBeGreaterThan(0);
});

/** Some numbers of spans, to hold the arithmetic of columns against. */
const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })), { maxLength: 12 });
const sorted = (values: number[]): Float64Array => Float64Array.from(values).sort();
const made = (windows: [number, number][]) => ({
  starts: sorted(windows.map(([start]) => start)),
  ends: sorted(windows.map(([start, long]) => start + long)),
});

test('a column has the most and the least of every while in it', () => {
  fc.assert(
    fc.property(spans, spans, fc.constantFrom(8, 16, 32, 64), (can, must, width) => {
      const open = must.map(([start, long]): [number, number] => [start, long + 1]);
      const atSea: AtSea = { most: made(can), least: made(open) };
      const scale = timeScale({ earliest: 0, latest: 80 }, 10, 10 + width);
      const columns = countsAlong(atSea, scale);
      expect(columns).toHaveLength(width);
      columns.forEach(({ least, most }, at) => {
        const [from, to] = [scale.t(10 + at), scale.t(11 + at)];
        const ends = [...can, ...open].flatMap(([start, long]) => [start, start + long]);
        const moments = [...new Set([from, to, ...ends.filter((t) => t > from && t < to)])].sort((a, b) => a - b);
        // Between two of these moments nothing begins or ends.
        const seen = moments.slice(1).map((t, n) => (t + (moments[n] as number)) / 2);
        const during = (windows: [number, number][]): number[] =>
          seen.map((t) => windows.filter(([start, long]) => start < t && t < start + long).length);
        expect(most).toBe(Math.max(...during(can)));
        expect(least).toBe(Math.min(...during(open)));
      });
    }),
    { numRuns: runs(120) },
  );
});
