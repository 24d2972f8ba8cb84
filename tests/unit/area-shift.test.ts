import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Area, areaWithin, shapesShift } from '../../src/map/area-within.ts';
import type { LonLat } from '../../src/model/records.ts';

const BOX = [128, 40, 136, 46] as const;
const square = (dx: number, dy: number): Area => [
  [
    [
      [130 + dx, 41 + dy],
      [132 + dx, 41 + dy],
      [132 + dx, 43 + dy],
      [130 + dx, 43 + dy],
      [130 + dx, 41 + dy],
    ],
  ],
];
const within = (area: Area | null) => areaWithin(area, [...BOX]);

describe('how far what is drawn has moved', () => {
  test('is nothing for the same, and the longest way of any point else', () => {
    const far = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(far, far, (dx, dy) => {
        const moved = shapesShift(within(square(0, 0)), within(square(dx, dy)));
        const north = Math.abs(dy) / Math.cos(((43 + dy) * Math.PI) / 180);
        expect(moved).toBeCloseTo(Math.max(Math.abs(dx), north), 9);
      }),
      { numRuns: 50 },
    );
    expect(shapesShift(within(null), within(null))).toBe(0);
  });

  test('has no measure where it is another shape', () => {
    const [ring] = square(0, 0)[0] as unknown as [LonLat[]];
    const more: Area = [[[...ring.slice(0, 2), [132, 42], ...ring.slice(2)]]];
    for (const [a, b] of [
      [square(0, 0), more],
      [null, square(0, 0)],
      [[...square(0, 0), ...square(3, 0)], square(0, 0)],
      [square(0, 0), square(7, 0)],
    ] as const) {
      expect(shapesShift(within(a), within(b))).toBe(Infinity);
      expect(shapesShift(within(b), within(a))).toBe(Infinity);
    }
  });
});
