import { describe, expect, test } from 'vitest';
import { layLanes, type SeaLines } from '../../src/model/lanes.ts';
import { alongPath, pathKm } from '../../src/model/path.ts';
import type { LonLat } from '../../src/model/records.ts';
import { at, caseOf, leg, port, voyage } from './model-cases.ts';

const A: LonLat = [130, 42];
const B: LonLat = [131, 42.5];
const BEND: LonLat = [130.2, 42.6];

const dataset = caseOf({
  ports: [port('a', A), port('b', B)],
  voyages: [
    voyage('there', [leg('a', 'b'), leg('b', 'a')]),
    voyage('back', [leg('b', 'a'), leg('a', 'b', { via: [BEND] })]),
    voyage('tracked', [
      leg('b', 'a', {
        track: [
          { position: B, time: at('2023-09-10') },
          { position: BEND, time: at('2023-09-11') },
          { position: A, time: at('2023-09-12') },
        ],
      }),
    ]),
  ],
});

const straight = (from: LonLat, to: LonLat): LonLat[] => [from, to];
const bySea: SeaLines = (from, to) => ({ points: [from, BEND, to], km: 300, method: 'round the cape' });
const laid = layLanes(dataset, bySea, straight);
const path = (id: string, n: number) => {
  const one = dataset.voyages.find((other) => other.id === id);
  if (!one) throw new Error(`no voyage ${id}`);
  return laid.legPath(one, n);
};

describe('layLanes', () => {
  test('legs between the same ports share one lane, and say which way they go', () => {
    const [out, back] = [path('there', 0), path('there', 1)];
    expect(back.lane).toBe(out.lane);
    expect(path('back', 0)).toEqual(back);
    expect([out.reversed, back.reversed]).toEqual([false, true]);
    expect(out.lane).toMatchObject({ kind: 'sea', ends: ['a', 'b'], km: 300, method: 'round the cape' });
    expect(out.lane.table.points).toEqual([A, BEND, B]);
    expect(laid.lanes.filter((lane) => lane.kind === 'sea' && lane.ends.join() === 'a,b')).toContain(out.lane);
  });

  test('a leg starts at its own port on its lane, whichever way the lane runs', () => {
    for (const one of dataset.voyages) {
      one.legs.forEach((part, n) => {
        const { lane, reversed } = laid.legPath(one, n);
        const start = alongPath(lane.table, reversed ? 1 : 0).position;
        const end = alongPath(lane.table, reversed ? 0 : 1).position;
        expect([start, end]).toEqual(part.from === 'a' ? [A, B] : [B, A]);
        expect(reversed ? [...lane.ends].reverse() : lane.ends).toEqual([part.from, part.to]);
      });
    }
  });

  test('a leg with waypoints has a lane of its own, through them', () => {
    const { lane, reversed } = path('back', 1);
    expect(lane).not.toBe(path('there', 0).lane);
    expect(reversed).toBe(false);
    // From port to waypoint and from waypoint to port, each by the sea line.
    expect(lane.table.points).toEqual([A, BEND, BEND, BEND, B]);
    expect(lane.km).toBe(600);
  });

  test('a leg with a track has a lane of its own, in the direction of the track', () => {
    const { lane, reversed } = path('tracked', 0);
    expect(lane).toMatchObject({ kind: 'track', ends: ['b', 'a'] });
    expect(reversed).toBe(false);
    expect(lane.table.points).toEqual([B, BEND, A]);
    expect(lane.km).toBeCloseTo(pathKm([B, BEND, A]), 9);
  });

  test('every lane is listed once', () => {
    expect(new Set(laid.lanes.map((lane) => lane.id)).size).toBe(laid.lanes.length);
    expect(laid.lanes.map((lane) => lane.kind).sort()).toEqual(['sea', 'sea', 'track']);
  });

  test('where no sea line is known the lane is a great circle and says so', () => {
    const { lane } = layLanes(dataset, () => undefined, straight).legPath(dataset.voyages[0] as never, 0);
    expect(lane).toMatchObject({ kind: 'great-circle', method: expect.stringContaining('No sea route') });
    expect(lane.km).toBeCloseTo(pathKm([A, B]), 9);
  });

  test('one unknown piece makes the whole lane a great circle', () => {
    const half: SeaLines = (from, to) => (from === BEND ? undefined : bySea(from, to));
    const ways = layLanes(dataset, half, straight);
    const { lane } = ways.legPath(dataset.voyages[1] as never, 1);
    expect(lane.kind).toBe('great-circle');
    expect(lane.km).toBeCloseTo(pathKm([A, BEND, BEND, B]), 9);
  });

  test('distances are those of the lanes, either way, and of the great circle where there is none', () => {
    expect([laid.km('a', 'b'), laid.km('b', 'a'), laid.km('a', 'a')]).toEqual([300, 300, 0]);
    const apart = caseOf({ ports: [port('a', A), port('b', B)], voyages: [] });
    const detour = (from: LonLat, to: LonLat): LonLat[] => [from, BEND, to];
    expect(layLanes(apart, bySea, detour).km('b', 'a')).toBeCloseTo(pathKm([B, BEND, A]), 9);
  });

  test('a lane over 180 degrees runs on and is not torn', () => {
    const fiji = caseOf({
      ports: [port('east', [-179, -17]), port('west', [178, -18])],
      voyages: [voyage('over', [leg('west', 'east')])],
    });
    const { lane, reversed } = layLanes(fiji, () => undefined, straight).legPath(fiji.voyages[0] as never, 0);
    expect(reversed).toBe(true);
    expect(lane.table.points).toEqual([
      [-179, -17],
      [-182, -18],
    ]);
    expect(lane.km).toBeGreaterThan(300);
    expect(lane.km).toBeLessThan(350);
  });

  test('a leg that there is not is an error', () => {
    expect(() => path('there', 2)).toThrow('voyage "there" has no leg 2');
    const lost = caseOf({ voyages: [voyage('lost', [leg('a', 'nowhere')])] });
    expect(() => layLanes(lost, bySea, straight)).toThrow('no port "nowhere"');
  });
});
