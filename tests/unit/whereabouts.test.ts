import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/model/edtf.ts';
import { planShips, type ShipPlan, type VoyagePlan } from '../../src/model/plan.ts';
import type { Dataset, Voyage } from '../../src/model/records.ts';
import { notAfter, notBefore, tighten } from '../../src/model/temporal-network.ts';
import { arrival, departure } from '../../src/model/voyage-network.ts';
import { type Whereabouts, whereabouts } from '../../src/model/whereabouts.ts';
import { at, type RandomCase, randomCase, sighting, type Tape, tapeOf, tapes } from './model-cases.ts';
import { boundsInOrder, randomSailing, type Where } from './random-sailing.ts';

/** A least passage is rounded to a millisecond, so a share is off by that much. */
const HAIR = 1e-6;

const planOf = ({ dataset, ways }: Pick<RandomCase, 'dataset' | 'ways'>): ShipPlan =>
  planShips(dataset, ways)[0] as ShipPlan;

const onStretch = (where: Whereabouts, lane: unknown, share: number): boolean =>
  where.stretches.some((one) => one.lane === lane && share >= one.from - HAIR && share <= one.to + HAIR);

/** Does the model allow what is true? */
function allows(where: Whereabouts, truth: Where): boolean {
  if (truth.kind === 'elsewhere') return where.elsewhere;
  if (truth.kind === 'port') {
    return where.ports.includes(truth.port) && (truth.voyage === null || where.voyages.includes(truth.voyage));
  }
  return onStretch(where, truth.path.lane, truth.share) && where.voyages.includes(truth.voyage);
}

/** Moments of a case worth asking about: spread over it, and where its windows begin and end. */
function moments(tape: Tape, plan: ShipPlan, count: number): number[] {
  const ends = plan.voyages.flatMap(({ legs, drawn = [] }) => [
    ...legs.flatMap(({ depart, arrive }) => [depart.earliest, depart.latest, arrive.earliest, arrive.latest]),
    ...drawn.flatMap(({ depart, arrive }) => [depart, arrive]),
  ]);
  const some = Array.from({ length: count }, () => at('2023-08-30') + tape(40 * 24) * 3_600_000 + tape(3_600_000));
  return [...some, ...ends.filter(Number.isFinite).flatMap((time) => [time - 1, time, time + 1])];
}

describe('whereabouts of random ships', () => {
  test('the best guess is one of the possible places', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(tapes(400), fc.boolean(), ({ numbers }, spoil) => {
        const tape = tapeOf(numbers);
        const made = randomCase(tape);
        // Records that contradict each other too.
        const dataset = spoil
          ? { ...made.dataset, voyages: made.dataset.voyages.map((one) => delayed(tape, one)) }
          : made.dataset;
        const plan = planOf({ dataset, ways: made.ways });
        for (const t of moments(tape, plan, 20)) {
          const where = whereabouts(plan, t);
          const { best } = where;
          kinds.add(best.kind);
          if (best.kind === 'passage') {
            expect(onStretch(where, best.lane, best.share)).toBe(true);
            expect(where.voyages).toContain(best.voyage);
          }
          if (best.kind === 'port') {
            expect(where.ports).toContain(best.port);
            if (best.voyage !== null) expect(where.voyages).toContain(best.voyage);
          }
          if (best.kind === 'unknown' && plan.orders.length > 0) expect(where.elsewhere).toBe(true);
        }
      }),
      { numRuns: 70, seed: 10 },
    );
    expect([...kinds].sort()).toEqual(['passage', 'port', 'unknown']);
  });

  test('no ship that sails as reported is ever outside', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(tapes(900), ({ numbers }) => {
        const tape = tapeOf(numbers);
        const made = randomCase(tape);
        const plan = planOf(made);
        for (let voyage = 0; voyage < 2; voyage++) {
          const sailing = randomSailing(tape, made);
          if (!sailing) throw new Error('the true order fits');
          for (const t of [
            ...sailing.moments.flatMap((time) => [time - 1, time, time + 1]),
            ...moments(tape, plan, 20),
          ]) {
            const truth = sailing.at(t);
            kinds.add(truth.kind);
            const where = whereabouts(plan, t);
            if (!allows(where, truth)) expect.fail(`${new Date(t).toISOString()}: ${JSON.stringify({ truth, where })}`);
          }
        }
      }),
      { numRuns: 80, seed: 10 },
    );
    expect([...kinds].sort()).toEqual(['elsewhere', 'passage', 'port']);
  });

  test('more knowledge never widens anything', () => {
    let narrower = 0;
    fc.assert(
      fc.property(tapes(500), ({ numbers }) => {
        const tape = tapeOf(numbers);
        const made = randomCase(tape);
        const [plan, wiser] = [planOf(made), planOf({ dataset: learn(tape, made), ways: made.ways })];
        for (const t of moments(tape, plan, 25)) {
          const [before, after] = [whereabouts(plan, t), whereabouts(wiser, t)];
          for (const { lane, from, to } of after.stretches) {
            expect(
              before.stretches.some((one) => one.lane === lane && one.from <= from + HAIR && one.to >= to - HAIR),
            ).toBe(true);
          }
          // Elsewhere is anywhere: a port that it turns out to be is no news.
          if (!before.elsewhere) expect(before.ports).toEqual(expect.arrayContaining([...after.ports]));
          expect(before.elsewhere || !after.elsewhere).toBe(true);
          expect(before.voyages).toEqual(expect.arrayContaining([...after.voyages]));
          if (after.voyages.length < before.voyages.length) narrower++;
        }
      }),
      { numRuns: 70, seed: 10 },
    );
    expect(narrower).toBeGreaterThan(100);
  });

  test('time never runs backwards: on every chance the foremost and the hindmost share only rise', () => {
    fc.assert(
      fc.property(tapes(300), ({ numbers }) => {
        const plan = planOf(randomCase(tapeOf(numbers)));
        for (const one of plan.voyages) {
          one.legs.forEach((leg, n) => {
            const legs = one.voyage.legs.slice(n, n + 1);
            for (const chance of leg.chances) {
              const alone: VoyagePlan = {
                ...one,
                voyage: { ...one.voyage, legs },
                legs: [{ ...leg, chances: [chance] }],
                stays: [],
                drawn: [],
              };
              const start = Math.max(chance.depart.earliest, at('2023-08-30'));
              const end = Math.min(chance.arrive.latest, at('2023-11-05'));
              let [hindmost, foremost] = [0, 0];
              for (let k = 0; k <= 30; k++) {
                const { stretches } = whereabouts(
                  { ...plan, voyages: [alone], gaps: [] },
                  start + ((end - start) * k) / 30,
                );
                const [part, ...more] = stretches;
                expect(more).toEqual([]);
                if (!part) throw new Error('she is on the leg');
                const [from, to] = leg.path.reversed ? [1 - part.to, 1 - part.from] : [part.from, part.to];
                expect(from).toBeGreaterThanOrEqual(hindmost - HAIR);
                expect(to).toBeGreaterThanOrEqual(foremost - HAIR);
                [hindmost, foremost] = [from, to];
              }
            }
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the drawn schedule is one order that fits, from first to last', () => {
    fc.assert(
      fc.property(tapes(300), ({ numbers }) => {
        const plan = planOf(randomCase(tapeOf(numbers)));
        expect(plan.orders).toContainEqual(plan.voyages.map((one) => one.voyage.id));
        const times = plan.voyages.flatMap(({ drawn = [] }) => drawn.flatMap(({ depart, arrive }) => [depart, arrive]));
        expect(times).toEqual(times.toSorted((p, q) => p - q));
        expect(times.length).toBe(2 * plan.voyages.flatMap((one) => one.voyage.legs).length);
      }),
      { numRuns: 60 },
    );
  });

  test('of a single voyage nothing is shown that no schedule reaches', () => {
    let shares = 0;
    fc.assert(
      fc.property(tapes(500), ({ numbers }) => {
        const tape = tapeOf(numbers);
        const made = randomCase(tape);
        const [voyage] = made.dataset.voyages;
        const dataset: Dataset = { ...made.dataset, voyages: [{ ...(voyage as Voyage), after: [] }] };
        const one = dataset.voyages[0] as Voyage;
        const plan = planOf({ dataset, ways: made.ways });
        const bounds = boundsInOrder(dataset, made.ways, [one]);
        const legs = plan.voyages[0]?.legs ?? [];
        const fits = (...more: ReturnType<typeof notAfter>[]): boolean => tighten([...bounds, ...more]).consistent;
        for (const t of moments(tape, plan, 8)) {
          const where = whereabouts(plan, t);
          for (const { lane, from, to } of where.stretches) {
            const share = from + ((to - from) * tape(101)) / 100;
            const reached = legs.some(({ path, least }, n) => {
              if (path.lane !== lane) return false;
              const sailed = path.reversed ? 1 - share : share;
              const track = one.legs[n]?.track ?? [];
              if (track.length > 0) return reachedByTrack(track, lane.table.lengths, sailed, least, t);
              const left = notAfter(departure(one.id, n), Math.ceil(t - sailed * least) + 1, null);
              return fits(left, notBefore(arrival(one.id, n), Math.floor(t + (1 - sailed) * least) - 1, null));
            });
            shares++;
            expect(reached).toBe(true);
          }
          for (const port of where.ports) {
            const calls = [...one.legs.map((leg) => leg.from), one.legs.at(-1)?.to];
            const lies = calls.some((call, n) => {
              if (call !== port) return false;
              const came = n > 0 ? [notAfter(arrival(one.id, n - 1), t, null)] : [];
              const leaves = n < one.legs.length ? [notBefore(departure(one.id, n), t, null)] : [];
              return fits(...came, ...leaves);
            });
            expect(lies).toBe(true);
          }
          if (where.elsewhere) {
            const [first, last] = [departure(one.id, 0), arrival(one.id, one.legs.length - 1)];
            expect(fits(notBefore(first, t, null)) || fits(notAfter(last, t, null))).toBe(true);
          }
        }
      }),
      { numRuns: 70, seed: 10 },
    );
    expect(shares).toBeGreaterThan(1000);
  });
});

/** Can she get there from every fix before and on to every fix after, at the greatest speed? */
function reachedByTrack(
  track: Voyage['legs'][number]['track'],
  lengths: Float64Array,
  share: number,
  least: number,
  t: number,
): boolean {
  const km = lengths.at(-1) as number;
  return track.every((fix, n) => {
    const gap = share - (lengths[n] as number) / km;
    const time = t - fix.time;
    return time >= 0 ? gap >= -HAIR && gap <= time / least + HAIR : gap <= HAIR && -gap <= -time / least + HAIR;
  });
}

/** Some of its dates moved by days, so that they may clash. */
const delayed = (tape: Tape, one: Voyage): Voyage => ({
  ...one,
  legs: one.legs.map((leg) =>
    tape(2)
      ? { ...leg, track: [], depart: new Date(at('2023-09-01') + tape(20) * DAY).toISOString().slice(0, 10) }
      : leg,
  ),
});

/** The case with one thing more known that is true: a departure to the minute, a ship seen, or which voyage came first. */
function learn(tape: Tape, { dataset, truth }: RandomCase): Dataset {
  const one = dataset.voyages[tape(dataset.voyages.length)] as Voyage;
  const times = truth.times.get(one.id) ?? [];
  const n = tape(one.legs.length);
  const { depart, arrive } = times[n] as { depart: number; arrive: number };
  const minute = (time: number): string => `${new Date(time).toISOString().slice(0, 16)}Z`;
  const change = (changed: Voyage): readonly Voyage[] =>
    dataset.voyages.map((other) => (other === one ? changed : other));
  switch (tape(4)) {
    case 0:
      return {
        ...dataset,
        voyages: change({
          ...one,
          legs: one.legs.map((leg, k) => (k === n ? { ...leg, depart: minute(depart) } : leg)),
        }),
      };
    case 1: {
      const more = { voyage: one.id, call: n, what: 'ship' } as const;
      return {
        ...dataset,
        sightings: [...dataset.sightings, sighting('more', one.legs[n]?.from ?? '', minute(depart), more)],
      };
    }
    case 2: {
      const more = { voyage: one.id, call: n + 1, what: 'ship' } as const;
      const day = new Date(arrive).toISOString().slice(0, 10);
      return { ...dataset, sightings: [...dataset.sightings, sighting('more', one.legs[n]?.to ?? '', day, more)] };
    }
    default: {
      const before = truth.order
        .slice(
          0,
          truth.order.findIndex(({ id }) => id === one.id),
        )
        .map(({ id }) => id);
      return { ...dataset, voyages: change({ ...one, after: before }) };
    }
  }
}
