import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geodesicKm, geodesicPathKm, greatCircle, KM_PER_NAUTICAL_MILE } from '../../src/model/geodesy.ts';
import { chordArcKm } from '../../src/model/path.ts';
import type { LonLat } from '../../src/model/records.ts';
import { runs } from './runs.ts';

const point = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
) as fc.Arbitrary<LonLat>;

describe('geodesics on WGS 84', () => {
  test('published lengths: a meridian quadrant, a degree of the equator, New York to Singapore', () => {
    expect(geodesicKm([0, 0], [0, 90])).toBeCloseTo(10_001.965729, 6);
    expect(geodesicKm([10, 0], [11, 0])).toBeCloseTo(111.319490793, 8);
    const kennedy: LonLat = [-(73 + 46 / 60 + 44 / 3600), 40 + 38 / 60 + 23 / 3600];
    const changi: LonLat = [103 + 59 / 60 + 22 / 3600, 1 + 21 / 60 + 33 / 3600];
    expect(geodesicKm(kennedy, changi)).toBeCloseTo(15_347.628, 3);
  });

  test('a path is as long as its legs', () => {
    expect(geodesicPathKm([])).toBe(0);
    expect(geodesicPathKm([[130, 42]])).toBe(0);
    const path: LonLat[] = [
      [130, 42],
      [131, 42],
      [131, 43],
    ];
    expect(geodesicPathKm(path)).toBe(
      geodesicKm(path[0] as LonLat, path[1] as LonLat) + geodesicKm(path[1] as LonLat, path[2] as LonLat),
    );
    expect(KM_PER_NAUTICAL_MILE).toBe(1.852);
  });

  test('a great circle has even steps, no longer than asked, and the length of the geodesic', () => {
    fc.assert(
      fc.property(point, point, fc.double({ min: 50, max: 2000, noNaN: true }), (a, b, stepKm) => {
        const points = greatCircle(a, b, stepKm);
        const whole = geodesicKm(a, b);
        expect(geodesicPathKm(points)).toBeCloseTo(whole, 5);
        for (let i = 1; i < points.length; i++) {
          const step = geodesicKm(points[i - 1] as LonLat, points[i] as LonLat);
          expect(step).toBeCloseTo(whole / (points.length - 1), 5);
          expect(step).toBeLessThanOrEqual(stepKm + 1e-6);
          expect(Math.abs((points[i]?.[0] ?? NaN) - (points[i - 1]?.[0] ?? NaN))).toBeLessThanOrEqual(180);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  test('a great circle runs on past 180 in either direction', () => {
    expect(greatCircle([179, 10], [-179, 10], 50).at(-1)).toEqual([181, 10]);
    expect(greatCircle([-179, 10], [179, 10], 50).at(-1)).toEqual([-181, 10]);
    expect(() => greatCircle([0, 0], [1, 1], 0)).toThrow(RangeError);
  });

  test('chord arcs are as near to geodesics as they say', () => {
    fc.assert(
      fc.property(point, point, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const c: LonLat = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
        const km = geodesicKm(a, c);
        const most = km <= 1000 ? 2e-5 : km <= 5000 ? 3e-4 : 0.05;
        expect(Math.abs(chordArcKm(a, c) - km)).toBeLessThanOrEqual(most * km + 1e-9);
      }),
      { numRuns: runs(2000) },
    );
  });
});
