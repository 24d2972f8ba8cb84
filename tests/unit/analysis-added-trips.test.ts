import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schedulesThatFit } from '../../src/analysis/fitting-schedules.ts';
import { applyWhatIf, NO_CHANGE } from '../../src/analysis/what-if.ts';
import { HOUR, type Window } from '../../src/model/edtf.ts';
import type { Dataset, Voyage } from '../../src/model/records.ts';
import { arrival, departure } from '../../src/model/voyage-network.ts';
import { fittingOrders, type ShipOrders } from '../../src/model/voyage-orders.ts';
import { randomClaims, shippedCase } from './analysis-cases.ts';
import { caseOf, evenWays, leg, sighting, tapeOf, tapes, voyage } from './model-cases.ts';
import { runs } from './runs.ts';

// Added trips are numbered in the order sailed. They cannot be told apart, so that this takes nothing away: here every
// order of everything is tried, with nothing said of the added trips, and what comes of it is the same.

interface Both {
  /** As a what-if has it. */
  readonly numbered: Dataset;
  /** With nothing said of the order of the trips added. */
  readonly free: Dataset;
  readonly added: readonly string[];
  readonly hers: readonly Voyage[];
  readonly hersFree: readonly Voyage[];
}

function both(data: Dataset, vessel: string, trips: number): Both | null {
  const { dataset: numbered, assumed: added } = applyWhatIf(data, { ...NO_CHANGE, more: { [vessel]: trips } });
  if (added.length < trips) return null;
  const free = {
    ...numbered,
    voyages: numbered.voyages.map((one) => (added.includes(one.id) ? { ...one, after: [] } : one)),
  };
  const of = ({ voyages }: Dataset): Voyage[] => voyages.filter((one) => one.vessel === vessel);
  return { numbered, free, added, hers: of(numbered), hersFree: of(free) };
}

/** Orders as lists of ids, an added trip by no number. */
const patterns = ({ fitting }: ShipOrders, added: readonly string[]): string[] =>
  fitting.map(({ voyages }) => voyages.map(({ id }) => (added.includes(id) ? '+' : id)).join(' '));

const hull = (windows: readonly Window[]): Window => ({
  earliest: Math.min(...windows.map(({ earliest }) => earliest)),
  latest: Math.max(...windows.map(({ latest }) => latest)),
});

/** For each listed voyage, and for the added trips as one, the windows of all events over all orders. */
function windowsOf({ fitting }: ShipOrders, added: readonly string[]): Record<string, Window> {
  const met: Record<string, Window> = {};
  for (const { voyages, solution } of fitting) {
    for (const { id, legs } of voyages) {
      for (const [at] of legs.entries()) {
        for (const event of [departure, arrival]) {
          const name = event(added.includes(id) ? '+' : id, at);
          const window = solution.window(event(id, at));
          met[name] = hull([window, ...(met[name] ? [met[name]] : [])]);
        }
      }
    }
  }
  return met;
}

const factorial = (count: number): number => (count < 2 ? 1 : count * factorial(count - 1));

describe('trips that a reader adds', () => {
  test('may lie anywhere among the voyages listed, and numbering them loses nothing', () => {
    let met = 0;
    const property = fc.property(tapes(60), fc.integer({ min: 1, max: 2 }), ({ numbers }, trips) => {
      const made = both(randomClaims(tapeOf(numbers)), 'ship', trips);
      if (!made) return;
      const { numbered, free, added, hers, hersFree } = made;
      const ways = evenWays(numbered);
      const [one, all] = [fittingOrders(numbered, ways, hers), fittingOrders(free, ways, hersFree)];
      expect(all.tooMany).toBe(false);
      const [seen, tried] = [patterns(one, added), patterns(all, added)];
      expect(new Set(seen)).toEqual(new Set(tried));
      expect(tried).toHaveLength(seen.length * factorial(trips));
      expect(windowsOf(one, added)).toEqual(windowsOf(all, added));
      met += seen.length;
    });
    fc.assert(property, { numRuns: runs(120) });
    expect(met).toBeGreaterThan(10);
  });

  test('as many times fewer schedules are counted as there are ways to number them; a listed voyage has the same shares', () => {
    const data = caseOf({
      window: { date: '2023-09-01/2023-09-10', claims: [] },
      voyages: [voyage('v', [leg('a', 'b'), leg('b', 'a')])],
      sightings: [sighting('seen', 'b', '2023-09-05', { voyage: 'v', call: 1 })],
    });
    const made = both(data, 'ship', 3);
    if (!made) throw new Error('no trips');
    const count = (dataset: Dataset, hers: readonly Voyage[]) => {
      const fitting = schedulesThatFit(dataset, evenWays(dataset), hers, { unit: 6 * HOUR });
      if (!fitting.possible) throw new Error(fitting.why);
      return fitting;
    };
    const [one, all] = [count(made.numbered, made.hers), count(made.free, made.hersFree)];
    expect(all.orders).toHaveLength(6 * one.orders.length);
    expect(all.total - one.total).toBeCloseTo(Math.log10(6), 9);
    const shareOfPlace = ({ orders }: typeof one, place: number): number =>
      orders.filter(({ voyages }) => voyages[place] === 'v').reduce((sum, { share }) => sum + share, 0);
    for (const place of [0, 1, 2, 3]) expect(shareOfPlace(one, place)).toBeCloseTo(shareOfPlace(all, place), 9);
    expect(one.orders.map(({ voyages }) => voyages.indexOf('v')).sort()).toEqual([0, 1, 2, 3]);
  });

  test('of the case that ships: two more of Maria come before, between and after hers', () => {
    const made = both(shippedCase(), 'maria', 2);
    if (!made) throw new Error('no trips');
    const ways = evenWays(made.numbered);
    const [one, all] = [fittingOrders(made.numbered, ways, made.hers), fittingOrders(made.free, ways, made.hersFree)];
    expect(new Set(patterns(one, made.added))).toEqual(new Set(patterns(all, made.added)));
    expect(patterns(one, made.added)).toContain('+ maria-september + maria-october');
    expect(patterns(one, made.added)).toContain('maria-september + + maria-october');
  });
});
