import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Presence, sightedTrips, tripsThatFit } from '../../src/analysis/sighting-trips.ts';
import { CLAIM_SETS, tripLimits } from '../../src/analysis/trip-limits.ts';
import { applyWhatIf, NO_CHANGE } from '../../src/analysis/what-if.ts';
import { HOUR } from '../../src/model/edtf.ts';
import type { Dataset } from '../../src/model/records.ts';
import { fittingOrders } from '../../src/model/voyage-orders.ts';
import { claim, figures, randomClaims, shippedCase } from './analysis-cases.ts';
import { caseOf, evenWays, leg, sighting, tapeOf, tapes, voyage } from './model-cases.ts';

/** Every number of trips, in whole steps of time, that leaves the ship in port whenever she was seen; by sailing them all. */
function bruteTrips(presences: readonly Presence[], end: number, there: number, stay: number): Set<number> {
  const counts = new Set<number>();
  const calls: { port: 0 | 1; arrive: number; depart: number }[] = [];
  const settle = (arrive: number, trips: number): void => {
    const all = [...calls, { port: 0 as const, arrive, depart: Infinity }];
    const explained = presences.every(({ port, by, from }) =>
      all.some((call) => call.port === port && call.arrive <= by && call.depart >= from),
    );
    if (explained) counts.add(trips);
    for (let out = Math.max(0, arrive + stay); out + 2 * there + stay <= end; out++) {
      for (let back = out + there + stay; back + there <= end; back++) {
        calls.push({ port: 0, arrive, depart: out }, { port: 1, arrive: out + there, depart: back });
        settle(back + there, trips + 1);
        calls.splice(-2);
      }
    }
  };
  settle(-Infinity, 0);
  return counts;
}

const anyPresence = (end: number): fc.Arbitrary<Omit<Presence, 'id'>> =>
  fc
    .tuple(fc.constantFrom(0 as const, 1 as const), fc.nat(end - 1), fc.nat(2), fc.boolean())
    .map(([port, start, length, both]) => {
      const stop = Math.min(end, start + 1 + length);
      return both ? { port, by: start + 1, from: Math.max(start, stop - 1) } : { port, by: stop, from: start };
    });

/** Seen in the one port and the other by turns: such sightings force trips. */
const toAndFro: fc.Arbitrary<Omit<Presence, 'id'>[]> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 5 })
  .map((gaps) =>
    gaps.map((_, n) => {
      const from = gaps.slice(0, n + 1).reduce((sum, gap) => sum + gap, 0);
      return { port: n % 2 === 0 ? 1 : 0, from, by: from + 1 };
    }),
  );

describe('the fewest and the most round trips that explain when a ship was seen', () => {
  test('are those found by sailing every schedule', () => {
    let forced = 0;
    let impossible = 0;
    fc.assert(
      fc.property(
        fc.noBias(fc.integer({ min: 8, max: 12 })),
        fc.constantFrom(1, 2),
        fc.constantFrom(0, 1, 2),
        fc.noBias(fc.oneof(fc.array(anyPresence(12), { maxLength: 5 }), toAndFro)),
        (end, there, stay, seen) => {
          const presences = seen
            .map((one, n) => ({ ...one, id: `${n}` }))
            .filter(({ by, from }) => by <= end && from <= end);
          const counts = [...bruteTrips(presences, end, there, stay)];
          const found = sightedTrips(presences, { earliest: 0, latest: end }, { there, back: there, stay });
          if (!found) {
            impossible++;
            expect(counts).toEqual([]);
            return;
          }
          expect([found.least, found.greatest]).toEqual([Math.min(...counts), Math.max(...counts)]);
          if (presences.length === 0)
            expect(tripsThatFit({ earliest: 0, latest: end }, { there, back: there, stay })).toBe(found.greatest);
          if (found.least > 1) forced++;
          // The calls told explain everything, in the order of the ports.
          expect(found.calls.map(({ port }) => port)).toEqual(
            Array.from({ length: 2 * found.least + 1 }, (_, n) => n % 2),
          );
          for (const { id, port } of presences) {
            const where = found.calls.filter((call) => call.seen.includes(id));
            expect(where.map((call) => call.port)).toEqual([port]);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(forced).toBeGreaterThan(5);
    expect(impossible).toBeGreaterThan(5);
  });

  test('have no upper end in an open window', () => {
    const away: Presence = { id: 'away', port: 1, by: 20, from: 10 };
    const home: Presence = { id: 'home', port: 0, by: 40, from: 30 };
    const again: Presence = { id: 'again', port: 1, by: 60, from: 50 };
    const found = sightedTrips(
      [away, home, again],
      { earliest: -Infinity, latest: Infinity },
      { there: 2, back: 2, stay: 1 },
    );
    expect(found).toMatchObject({ least: 2, greatest: Infinity });
    expect(found?.calls.map(({ seen }) => seen)).toEqual([[], ['away'], ['home'], ['again'], []]);
  });
});

const limits = (dataset: Dataset) => tripLimits(dataset, evenWays(dataset));

describe('the limits of the number of round trips', () => {
  const trip = (id: string, vessel = 'ship') => voyage(id, [leg('a', 'b'), leg('b', 'a')], { vessel });
  const seen = (id: string, port: string, date: string, claims: string[], more = {}) =>
    sighting(id, port, date, { vessel: 'ship', claims, ...more });
  // 193.7 km at 10 knots: 10 hours 27 minutes 31.7 seconds. With stays of 12 hours a trip takes 32 h 55 min, and 44 h 55 min to the next.
  const base = caseOf({
    window: { date: '2023-09-01/2023-09-10', claims: [] },
    assumptions: figures(10, 12),
    claims: [
      claim('image'),
      claim('word', { kinds: ['statement'], topic: 'trips', count: { least: 3, most: 4 } }),
      claim('guess', { kinds: ['inference'], topic: 'trips', count: { least: 5 } }),
      claim('both', { kinds: ['relay', 'observation'] }),
    ],
    voyages: [trip('one'), trip('two')],
    sightings: [
      seen('away', 'b', '2023-09-03', ['image']),
      seen('home', 'a', '2023-09-05', ['word']),
      seen('again', 'b', '2023-09-07', ['both']),
      seen('guessed', 'a', '2023-09-09', ['guess', 'word']),
      seen('unsourced', 'b', '2023-09-10', []),
    ],
  });

  test('heed more with each set of claims, and give what claims count beside them', () => {
    const { ships, totals, claimed, shapeless } = limits(base);
    expect(ships).toHaveLength(1);
    const [ship] = ships;
    const passage = Math.round((193.7 / 1.852 / 10) * HOUR);
    expect(ship).toMatchObject({
      vessel: 'ship',
      home: 'a',
      away: 'b',
      times: { there: passage, back: passage, stay: 12 * HOUR },
    });
    // 10 days are 240 h: (240 + 12) / 44.92 = 5.6.
    expect(ship?.ifUnseen).toBe(5);
    expect(ship?.sets.map(({ set, sightings, range }) => [set, sightings, range?.least])).toEqual([
      ['observation', ['away', 'again'], 1],
      ['statement', ['away', 'home', 'again', 'guessed'], 2],
      ['all', ['away', 'home', 'again', 'guessed', 'unsourced'], 3],
    ]);
    expect(ship?.sets[1]?.calls).toEqual([
      { port: 0, seen: [] },
      { port: 1, seen: ['away'] },
      { port: 0, seen: ['home'] },
      { port: 1, seen: ['again'] },
      { port: 0, seen: ['guessed'] },
    ]);
    expect(ship?.sets.map(({ listed }) => listed)).toEqual([[], [], ['one', 'two']]);
    expect(totals.observation).toEqual(ship?.sets[0]?.range);
    expect(claimed.observation).toEqual([]);
    expect(claimed.statement).toEqual([{ claim: 'word', least: 3, most: 4 }]);
    expect(claimed.all).toEqual([
      { claim: 'word', least: 3, most: 4 },
      { claim: 'guess', least: 5 },
    ]);
    expect(shapeless).toEqual([]);
  });

  test('pass over what is outside the period, at a third port or too weak, and say so', () => {
    const more = [
      seen('later', 'b', '2023-09-12', ['image']),
      seen('half', 'b', '2023-09-10/2023-09-11', ['image']),
      seen('elsewhere', 'c', '2023-09-04', ['image']),
      seen('weak', 'b', '2023-09-04', ['image'], { binds: false }),
      seen('cargo', 'b', '2023-09-04', ['image'], { what: 'cargo-waiting' }),
      sighting('unnamed', 'b', '2023-09-04', { claims: ['image'] }),
    ];
    const [ship] = limits({ ...base, sightings: [...base.sightings, ...more] }).ships;
    const [observed] = ship?.sets ?? [];
    expect(observed?.passedOver).toEqual([
      { sighting: 'later', reason: 'period' },
      { sighting: 'half', reason: 'period' },
      { sighting: 'elsewhere', reason: 'port' },
      { sighting: 'weak', reason: 'weak' },
    ]);
    expect(observed?.sightings).toEqual(['away', 'again']);
    expect(observed?.range?.exact).toBe(false);
  });

  test('have no range where nothing explains the sightings', () => {
    const clash = [seen('here', 'a', '2023-09-05T00:00', ['image']), seen('there', 'b', '2023-09-05T01:00', ['image'])];
    const { ships, totals } = limits({ ...base, sightings: clash });
    expect(ships[0]?.sets.map(({ range }) => range)).toEqual([null, null, null]);
    expect(totals).toEqual({ observation: null, statement: null, all: null });
  });

  test('are not given for a ship that goes to no one port and back', () => {
    const vessels = ['ship', 'tern', 'gull', 'idle'].map((id) => ({ id, name: id, claims: [] }));
    const round = voyage('round', [leg('a', 'b'), leg('b', 'c'), leg('c', 'a')], { vessel: 'tern' });
    const away = voyage('away', [leg('a', 'b')], { vessel: 'gull' });
    const { ships, shapeless } = limits({ ...base, vessels, voyages: [trip('one'), round, away] });
    expect(ships.map(({ vessel }) => vessel)).toEqual(['ship']);
    expect(shapeless).toEqual(['tern', 'gull']);
  });

  test('with all claims are the listed voyages and as many more as fit with them, which adding one by one confirms', () => {
    let some = 0;
    let none = 0;
    fc.assert(
      fc.property(tapes(120), ({ numbers }) => {
        const drawn = randomClaims(tapeOf(numbers), 4);
        const voyages = [trip('round'), ...drawn.voyages.slice(0, 2)];
        const dataset = {
          ...drawn,
          window: { date: '2023-09-01/2023-09-09', claims: [] },
          voyages,
          sightings: drawn.sightings.filter((one) => voyages.some(({ id }) => id === one.voyage)),
        };
        const fits = (extra: number): boolean => {
          const { dataset: more } = applyWhatIf(dataset, { ...NO_CHANGE, more: { ship: extra } });
          return fittingOrders(more, evenWays(more), more.voyages).contradictions.length === 0;
        };
        const all = limits(dataset).ships[0]?.sets.find(({ set }) => set === 'all');
        expect(all?.range === null).toBe(!fits(0));
        if (!all?.range) {
          none++;
          return;
        }
        some++;
        let extra = 0;
        while (fits(extra + 1)) extra++;
        const round = voyages.filter(({ legs }) => legs.length === 2).length;
        expect(all.range).toEqual({ least: round, greatest: round + extra, exact: true });
      }),
      { numRuns: 100 },
    );
    expect(some).toBeGreaterThan(10);
    expect(none).toBeGreaterThan(5);
  });

  test('of the shipped case: one of Maria was observed, five are listed, and many more would fit', () => {
    const { ships, totals, claimed, shapeless } = limits(shippedCase());
    expect(shapeless).toEqual([]);
    const leasts = ships.map(({ vessel, sets }) => [vessel, ...sets.map(({ range }) => range?.least)]);
    expect(leasts).toEqual([
      ['angara', 0, 0, 3],
      ['maria', 1, 1, 2],
    ]);
    expect(CLAIM_SETS.map((set) => totals[set]?.exact)).toEqual([true, true, true]);
    // 66 days are 1584 h; a trip takes 25.07 h at 16 knots and half a day's stay, and 37.07 h to the next.
    expect(ships.map(({ ifUnseen }) => ifUnseen)).toEqual([43, 43]);
    for (const { sets, ifUnseen } of ships) {
      const greatest = sets.map(({ range }) => range?.greatest ?? 0);
      expect(Math.max(...greatest)).toBeLessThanOrEqual(ifUnseen);
      expect(greatest[2]).toBeLessThanOrEqual(greatest[1] as number);
      expect(greatest[1]).toBeLessThanOrEqual(greatest[0] as number);
      expect(greatest[2]).toBeGreaterThan(30);
    }
    expect(claimed.all.map(({ claim: id }) => id)).toEqual(['A1', 'A5', 'A6', 'A7', 'A8']);
    expect(claimed.statement).toEqual([]);
  });
});
