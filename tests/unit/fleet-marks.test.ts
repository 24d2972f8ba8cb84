import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lane } from '../../src/model/lanes.ts';
import { alongPath, pathTable } from '../../src/model/path.ts';
import type { LonLat } from '../../src/model/records.ts';
import type { Best, Stretch, Whereabouts } from '../../src/model/whereabouts.ts';
import { mercatorCamera, mercatorX, mercatorY } from '../../src/scene/camera.ts';
import {
  COLOURS,
  fleetMarks,
  KNOWN_KM,
  laneSegments,
  MARK_NUMBERS,
  nearestMark,
  SEGMENT_NUMBERS,
} from '../../src/scene/fleet-marks.ts';
import { shipMark } from '../../src/scene/map-marks.ts';
import { runs } from './runs.ts';

const laneOf = (points: readonly LonLat[], kind: Lane['kind'] = 'sea'): Lane => {
  const table = pathTable(points);
  return { id: 'lane', kind, ends: ['a', 'b'], table, km: table.km, method: '' };
};

const nowOf = (best: Best, stretches: readonly Stretch[] = []): Whereabouts => ({
  best,
  stretches,
  ports: [],
  elsewhere: false,
  voyages: [],
});

const passage = (lane: Lane, share: number, reversed = false): Best => ({
  kind: 'passage',
  voyage: 'v',
  leg: 0,
  lane,
  share,
  reversed,
});

/** Lines that go on from point to point, over the 180th meridian too. */
const lanes = fc
  .array(fc.tuple(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: -70, max: 70, noNaN: true })), {
    minLength: 2,
    maxLength: 9,
  })
  .map((steps) => {
    let lon = 165;
    return laneOf(
      steps.map(([east, lat]): LonLat => {
        lon += east;
        return [lon, lat];
      }),
    );
  })
  .filter(({ table: { lengths } }) => lengths.every((km, at) => at === 0 || km - (lengths[at - 1] as number) > 1));

const shares = fc.double({ min: 0, max: 1, noNaN: true });
/** Sides of the Mercator square: a tenth of a pixel at the greatest zoom of the map. */
const HAIR = 0.1 / (512 * 2 ** 13.5);

/** The two numbers of a coordinate together. */
const joined = (numbers: Float32Array, at: number): readonly [number, number] => [
  (numbers[at] as number) + (numbers[at + 2] as number),
  (numbers[at + 1] as number) + (numbers[at + 3] as number),
];

describe('marks of a fleet', () => {
  test('a ship is drawn where the marks of few ships have her, on the same course', () => {
    const { project } = mercatorCamera({ zoom: 9, lat: 10, lng: 165 }, { width: 800, height: 600 });
    fc.assert(
      fc.property(lanes, shares, fc.boolean(), fc.nat(50), (lane, share, reversed, number) => {
        const now = nowOf(passage(lane, share, reversed));
        const { marks, xs, ys, numbers } = fleetMarks([{ number, now }], 0);
        const { position } = alongPath(lane.table, share);
        expect(Math.abs((xs[0] as number) - mercatorX(position[0]))).toBeLessThan(HAIR);
        expect(Math.abs((ys[0] as number) - mercatorY(position[1]))).toBeLessThan(HAIR);
        expect(joined(marks, 0).map((part, at) => Math.abs(part - ([xs[0], ys[0]][at] as number)))).toEqual([
          expect.closeTo(0, 12),
          expect.closeTo(0, 12),
        ]);
        expect([...numbers]).toEqual([number]);
        expect(marks[6]).toBe(number % COLOURS);
        const course = shipMark(number, now, 0, [], project)?.course ?? Number.NaN;
        expect(marks[4]).toBeCloseTo(Math.cos((course * Math.PI) / 180), 3);
        expect(marks[5]).toBeCloseTo(Math.sin((course * Math.PI) / 180), 3);
      }),
      { numRuns: runs(150) },
    );
  });

  test('a stretch begins and ends at its shares and follows the lane between them', () => {
    fc.assert(
      fc.property(lanes, shares, shares, (lane, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(to - from > 1e-6);
        const { segments } = fleetMarks([{ number: 0, now: nowOf({ kind: 'unknown' }, [{ lane, from, to }]) }], 0);
        const count = segments.length / SEGMENT_NUMBERS;
        expect(count).toBeGreaterThan(0);
        const ends = [
          [joined(segments, 0), from],
          [joined(segments, (count - 1) * SEGMENT_NUMBERS + 4), to],
        ] as const;
        for (const [[x, y], share] of ends) {
          const { position } = alongPath(lane.table, share);
          expect(Math.abs(x - mercatorX(position[0]))).toBeLessThan(HAIR);
          expect(Math.abs(y - mercatorY(position[1]))).toBeLessThan(HAIR);
        }
        for (let at = 1; at < count; at++) {
          const start = segments.subarray(at * SEGMENT_NUMBERS, at * SEGMENT_NUMBERS + 4);
          expect(start).toEqual(segments.subarray((at - 1) * SEGMENT_NUMBERS + 4, (at - 1) * SEGMENT_NUMBERS + 8));
        }
      }),
      { numRuns: runs(150) },
    );
  });

  test('whatever corners are left out, both ends of a stretch stay', () => {
    fc.assert(
      fc.property(lanes, fc.double({ min: 0, max: 0.2, noNaN: true }), (lane, step) => {
        const stretches = [{ lane, from: 0, to: 1 }];
        const [all, some] = [0, step].map(
          (least) => fleetMarks([{ number: 1, now: nowOf({ kind: 'unknown' }, stretches) }], least).segments,
        ) as [Float32Array, Float32Array];
        expect(some.length).toBeLessThanOrEqual(all.length);
        expect(some.slice(0, 4)).toEqual(all.slice(0, 4));
        expect(some.slice(-12, -8)).toEqual(all.slice(-12, -8));
      }),
      { numRuns: runs(60) },
    );
  });

  test('best guesses in port or nowhere have no mark', () => {
    const lane = laneOf([
      [0, 0],
      [10, 10],
    ]);
    const ships = [
      nowOf({ kind: 'unknown' }),
      nowOf({ kind: 'port', port: 'a', voyage: null }),
      nowOf(passage(lane, 0.5)),
    ];
    const { marks, numbers } = fleetMarks(
      ships.map((now, number) => ({ number, now })),
      0,
    );
    expect([...numbers]).toEqual([2]);
    expect(marks).toHaveLength(MARK_NUMBERS);
  });

  test('only a ship that published positions hold fast is drawn filled', () => {
    const points: LonLat[] = [
      [0, 0],
      [10, 0],
    ];
    const filled = (lane: Lane, km: number, more: readonly Stretch[] = []): boolean => {
      const half = km / 2 / lane.km;
      const stretches = [{ lane, from: 0.5 - half, to: 0.5 + half }, ...more];
      return fleetMarks([{ number: 0, now: nowOf(passage(lane, 0.5), stretches) }], 0).marks[7] === 1;
    };
    const [track, sea] = [laneOf(points, 'track'), laneOf(points)];
    expect(filled(track, KNOWN_KM * 0.9)).toBe(true);
    expect(filled(track, KNOWN_KM * 1.1)).toBe(false);
    expect(filled(sea, KNOWN_KM * 0.9)).toBe(false);
    expect(filled(track, KNOWN_KM * 0.9, [{ lane: sea, from: 0, to: 0 }])).toBe(false);
  });
});

test('lanes are drawn whole, each corner once', () => {
  const lane = laneOf([
    [170, 0],
    [180, 5],
    [-170, 0],
  ]);
  const segments = laneSegments([lane, lane], 6);
  expect(segments).toHaveLength(4 * SEGMENT_NUMBERS);
  expect(joined(segments, SEGMENT_NUMBERS + 4)[0]).toBeCloseTo(mercatorX(190), 12);
});

test('the nearest mark is found over the edge of the world, and none beyond the reach', () => {
  const [xs, ys] = [Float64Array.of(0.02, 0.5, 1.035), Float64Array.of(0.5, 0.5, 0.5)];
  expect(nearestMark(xs, ys, [0.03, 0.5], 0.02)).toBe(2);
  expect(nearestMark(xs, ys, [0.99, 0.5], 0.05)).toBe(0);
  expect(nearestMark(xs, ys, [-0.49, 0.51], 0.05)).toBe(1);
  expect(nearestMark(xs, ys, [0.3, 0.5], 0.05)).toBe(-1);
  expect(nearestMark(new Float64Array(), new Float64Array(), [0, 0], 1)).toBe(-1);
});
