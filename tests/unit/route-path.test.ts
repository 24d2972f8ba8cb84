import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alongPath,
  bearing,
  chordArcKm,
  mercatorLat,
  mercatorY,
  pathKm,
  pathTable,
  slicePath,
} from '../../src/model/path.ts';
import type { LonLat } from '../../src/model/records.ts';

const corner: LonLat[] = [
  [130, 42],
  [131, 42],
  [131, 42],
  [131, 44],
];
const paths = fc.array(
  fc.tuple(fc.double({ min: 128, max: 134, noNaN: true }), fc.double({ min: 41, max: 44, noNaN: true })),
  { minLength: 2, maxLength: 12 },
) as fc.Arbitrary<LonLat[]>;
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('a path by fraction', () => {
  test('ends are the ends, and fractions beyond them too', () => {
    const table = pathTable(corner);
    expect(alongPath(table, 0).position).toEqual([130, 42]);
    expect(alongPath(table, -1).position).toEqual([130, 42]);
    expect(alongPath(table, 1).position).toEqual([131, 44]);
    expect(alongPath(table, 7).position).toEqual([131, 44]);
  });

  test('bearing is that of the leg', () => {
    const table = pathTable(corner);
    expect(alongPath(table, 0.1).bearing).toBeCloseTo(90, 9);
    expect(alongPath(table, 0.9).bearing).toBeCloseTo(0, 9);
    expect(bearing([131, 44], [131, 42])).toBeCloseTo(180, 9);
    expect(bearing([179, 0], [-179, 0])).toBeCloseTo(90, 9);
    expect(bearing([-179, 0], [179, 0])).toBeCloseTo(270, 9);
  });

  test('the position lies on the drawn line and within 0.2 % of the true share of the way', () => {
    const table = pathTable([
      [130.6, 42.26],
      [132.35, 42.84],
    ]);
    for (const fraction of [0.25, 0.5, 0.75]) {
      const { position } = alongPath(table, fraction);
      const slope = (mercatorY(42.84) - mercatorY(42.26)) / (132.35 - 130.6);
      expect(mercatorY(position[1]) - mercatorY(42.26)).toBeCloseTo(slope * (position[0] - 130.6), 12);
      const gone = pathKm([[130.6, 42.26], position]) / table.km;
      expect(Math.abs(gone - fraction)).toBeLessThan(0.002);
    }
  });

  test('a path over 180 is one line', () => {
    const table = pathTable([
      [179, 0],
      [-179, 0],
    ]);
    expect(table.km).toBeCloseTo(222.64, 1);
    expect(alongPath(table, 0.75).position[0]).toBeCloseTo(180.5, 6);
  });

  test('one point has a place and no bearing of its own; no point is an error', () => {
    expect(alongPath(pathTable([[1, 2]]), 0.5)).toEqual({ position: [1, 2], bearing: 0 });
    expect(() => pathTable([])).toThrow(RangeError);
  });

  test('positions never go back, and slices join up to the whole', () => {
    fc.assert(
      fc.property(paths, share, share, (points, f, g) => {
        const table = pathTable(points);
        const [a, b] = [Math.min(f, g), Math.max(f, g)];
        const parts = [slicePath(table, 0, a), slicePath(table, b, a), slicePath(table, b, 1)];
        expect(parts.map(pathKm).reduce((sum, km) => sum + km)).toBeCloseTo(table.km, 0);
        expect(parts[0]?.at(-1)).toEqual(alongPath(table, a).position);
        expect(parts[1]?.at(-1)).toEqual(alongPath(table, b).position);
        for (const point of parts[1]?.slice(1, -1) ?? []) expect(points).toContainEqual(point);
      }),
    );
  });

  test('Mercator there and back, and no length between a point and itself', () => {
    fc.assert(
      fc.property(fc.double({ min: -85, max: 85, noNaN: true }), (lat) => {
        expect(mercatorLat(mercatorY(lat))).toBeCloseTo(lat, 10);
        expect(chordArcKm([7, lat], [367, lat])).toBeCloseTo(0, 6);
      }),
    );
  });
});
