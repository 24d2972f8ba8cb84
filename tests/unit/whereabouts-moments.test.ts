import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/model/edtf.ts';
import { alongPath } from '../../src/model/path.ts';
import { planShips, type ShipPlan } from '../../src/model/plan.ts';
import type { Dataset, Fix, Leg, LonLat, Sighting } from '../../src/model/records.ts';
import { whereabouts } from '../../src/model/whereabouts.ts';
import { at, caseOf, evenWays, leg, sighting, TRAFFIC, voyage } from './model-cases.ts';

const [ANGARA, MARIA] = planShips(TRAFFIC, evenWays(TRAFFIC)) as [ShipPlan, ShipPlan];

describe('the reported traffic', () => {
  test('on 10 September at noon both ships may be anywhere on the lane, and in either port', () => {
    for (const plan of [ANGARA, MARIA]) {
      const { stretches, ports, elsewhere } = whereabouts(plan, at('2023-09-10T12:00Z'));
      expect(stretches.map(({ from, to }) => [from, to])).toEqual([[0, 1]]);
      expect([...ports].sort()).toEqual(['dunay', 'najin']);
      expect(elsewhere).toBe(true);
    }
  });

  test('the illustrative Angara is then half way home; the illustrative Maria lies at Dunay between her voyages', () => {
    const { best } = whereabouts(ANGARA, at('2023-09-10T12:00Z'));
    expect(best).toMatchObject({ kind: 'passage', voyage: 'white-house', leg: 1, reversed: true });
    expect(best.kind === 'passage' && best.share).toBeCloseTo(0.5, 6);
    expect(whereabouts(MARIA, at('2023-09-25')).best).toEqual({ kind: 'port', port: 'dunay', voyage: null });
  });

  test('on 11 October at 00:00 Maria is at Najin and nowhere else', () => {
    const { best, stretches, ports, elsewhere, voyages } = whereabouts(MARIA, at('2023-10-11'));
    expect(ports).toEqual(['najin']);
    expect(elsewhere).toBe(false);
    expect(voyages).toEqual(['october']);
    expect(best).toEqual({ kind: 'port', port: 'najin', voyage: 'october' });
    expect(Math.max(0, ...stretches.map(({ from, to }) => to - from))).toBe(0);
    for (const t of [at('2023-10-11') - HOUR, at('2023-10-11') + HOUR]) {
      expect(Math.max(...whereabouts(MARIA, t).stretches.map(({ from, to }) => to - from))).toBeGreaterThan(0.1);
    }
  });

  test('before 1 September and after 15 October no source puts Maria anywhere', () => {
    for (const t of [at('2023-08-12'), at('2023-09-01') - 1, at('2023-10-15') + 1, at('2024-01-01')]) {
      const found = { best: { kind: 'unknown' }, stretches: [], ports: [], elsewhere: true, voyages: [] };
      expect(whereabouts(MARIA, t)).toEqual(found);
    }
  });

  test('on 5 October nothing is known of either', () => {
    expect(whereabouts(MARIA, at('2023-10-05'))).toMatchObject({ elsewhere: true, voyages: ['october'] });
    expect(whereabouts(ANGARA, at('2023-10-05'))).toMatchObject({ elsewhere: true, voyages: ['undated'] });
  });
});

const planOf = (legs: readonly Leg[], more: Partial<Dataset> = {}): ShipPlan => {
  const dataset = caseOf({ voyages: [voyage('p', legs)], ...more });
  return planShips(dataset, evenWays(dataset))[0] as ShipPlan;
};

describe('ports', () => {
  const dated = planOf([leg('a', 'b', { depart: '2023-09-10T00:00Z', arrive: '2023-09-20T00:00Z' })]);

  test('a ship that has left is not in the port she left, nor yet in the one she goes to', () => {
    const { ports, elsewhere, stretches } = whereabouts(dated, at('2023-09-15'));
    expect([ports, elsewhere]).toEqual([[], false]);
    expect(stretches.map(({ from, to }) => [from, to])).toEqual([[0, 1]]);
    expect(whereabouts(dated, at('2023-09-10')).ports).toEqual(['a']);
    expect(whereabouts(dated, at('2023-09-20T00:00:30Z')).ports).toEqual(['b']);
  });

  const plain = [leg('a', 'b', { depart: '2023-09-10' }), leg('b', 'a', { arrive: '2023-09-20' })];
  const seenAt = (call: number, date: string, more: Partial<Sighting> = {}): ShipPlan =>
    planOf(plain, { sightings: [sighting('s', 'a', date, { voyage: 'p', call, ...more })] });

  test('where she was seen days before she left, or after she came, she may be', () => {
    expect(whereabouts(seenAt(0, '2023-09-05'), at('2023-09-05T12:00Z')).ports).toEqual(['a']);
    expect(whereabouts(seenAt(2, '2023-09-25'), at('2023-09-25T12:00Z')).ports).toEqual(['a']);
  });

  test('cargo that was seen without her, or a weak sighting, puts her nowhere', () => {
    for (const more of [{ what: 'cargo-waiting' }, { binds: false }] as const) {
      expect(whereabouts(seenAt(0, '2023-09-05', more), at('2023-09-05T12:00Z')).ports).toEqual([]);
    }
    expect(whereabouts(planOf(plain), at('2023-09-05T12:00Z')).ports).toEqual([]);
  });
});

describe('no order that fits', () => {
  const legs = [leg('a', 'b', { depart: '2023-09-10T00:00Z' }), leg('b', 'a')];
  const later = [leg('a', 'b', { depart: '2023-10-10T00:00Z' }), leg('b', 'a', { arrive: '2023-10-13' })];

  test('the guess is a voyage where only one is drawn, and unknown else', () => {
    const plan = planOf([], { voyages: [voyage('later', later), voyage('p', legs), voyage('q', legs)] });
    expect(plan.orders).toEqual([]);
    expect(whereabouts(plan, at('2023-10-10T01:00Z')).best).toMatchObject({ kind: 'passage', voyage: 'later' });
    expect(whereabouts(plan, at('2023-09-10T01:00Z')).best).toEqual({ kind: 'unknown' });
    expect(whereabouts(plan, at('2023-09-05')).best).toEqual({ kind: 'unknown' });
  });
});

describe('a published track', () => {
  const fix = (time: string, lon: number, lat: number): Fix => ({ time: at(time), position: [lon, lat] });
  const SLOW = [
    fix('2023-09-10T02:00Z', 130, 42),
    fix('2023-09-10T10:00Z', 130.3, 42.1),
    fix('2023-09-10T11:30Z', 130.5, 42.3),
    fix('2023-09-11T06:00Z', 131, 42.5),
  ];

  /** As far apart, in minutes: faster than the greatest speed assumed. */
  const FAST = SLOW.map(({ position }, n): Fix => ({ position, time: at('2023-09-10') + n * 20 * 60_000 }));

  test.each([
    ['slow', SLOW],
    ['faster than assumed', FAST],
  ])('%s: at the time of a fix she is where the fix is', (_, track) => {
    const plan = planOf([leg('a', 'b', { track })]);
    expect(plan.contradictions).toEqual([]);
    for (const { time, position } of track) {
      const { best, stretches, elsewhere } = whereabouts(plan, time);
      const [stretch, ...more] = stretches;
      if (!stretch || best.kind !== 'passage') throw new Error('she is under way');
      expect(more).toEqual([]);
      for (const share of [stretch.from, stretch.to, best.share])
        expectAt(alongPath(stretch.lane.table, share).position, position);
      expect(elsewhere && time !== track[0]?.time && time !== track.at(-1)?.time).toBe(false);
    }
  });

  const expectAt = ([lon, lat]: LonLat, [x, y]: LonLat): void => {
    expect(lon).toBeCloseTo(x, 9);
    expect(lat).toBeCloseTo(y, 9);
  };

  test('between two fixes she keeps to the part between them', () => {
    const plan = planOf([leg('a', 'b', { track: SLOW })]);
    const share = (t: string): number[] => whereabouts(plan, at(t)).stretches.flatMap(({ from, to }) => [from, to]);
    const [low, high] = [share('2023-09-10T10:00Z')[0] as number, share('2023-09-10T11:30Z')[0] as number];
    const [from, to] = share('2023-09-10T11:00Z') as [number, number];
    expect(from).toBeGreaterThanOrEqual(low);
    expect(to).toBeLessThanOrEqual(high);
    expect(to).toBeGreaterThan(from);
    const [, wide] = share('2023-09-11T00:00Z') as [number, number];
    expect(wide).toBe(1);
  });

  test('where it is faster than the greatest speed assumed, it leaves no doubt between its fixes', () => {
    const plan = planOf([leg('a', 'b', { track: FAST })]);
    const { stretches } = whereabouts(plan, at('2023-09-10T00:50Z'));
    expect(stretches).toHaveLength(1);
    for (const { lane, from, to } of stretches) {
      const [third = 0, last = 0] = lane.table.lengths.slice(2);
      expect(to).toBe(from);
      expect(from * lane.km).toBeCloseTo((third + last) / 2, 6);
    }
  });
});

test('a lane of no length has no doubt and no NaN', () => {
  const dataset = caseOf({ voyages: [voyage('p', [leg('a', 'b', { depart: '2023-09-10', arrive: '2023-09-10' })])] });
  const plan = planShips(dataset, evenWays(dataset, 0))[0] as ShipPlan;
  for (const t of [at('2023-09-10'), at('2023-09-10') + HOUR, at('2023-09-11')]) {
    for (const { from, to } of whereabouts(plan, t).stretches) expect([from, to]).toEqual([0, 1]);
  }
  expect(whereabouts(plan, at('2023-09-10') + DAY + 1).stretches).toEqual([]);
});
