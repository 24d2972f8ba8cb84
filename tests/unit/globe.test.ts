import { describe, expect, test } from 'vitest';
import { roundProject } from '../../src/map/globe.ts';
import type { Lane } from '../../src/model/lanes.ts';
import { pathTable } from '../../src/model/path.ts';
import type { LonLat } from '../../src/model/records.ts';
import { laneMarks, pixelsOf, portMarks, shipMark } from '../../src/scene/map-marks.ts';
import { HIDDEN, shownParts } from '../../src/scene/polyline.ts';

const RADIAN = Math.PI / 180;
const RADIUS = 1000;

/** A globe seen from afar, its middle at 0 N 0 E: the two functions that `roundProject` asks of a map. */
const afar = {
  project: ([lon, lat]: LonLat) => ({
    x: RADIUS * Math.cos(lat * RADIAN) * Math.sin(lon * RADIAN),
    y: -RADIUS * Math.sin(lat * RADIAN),
  }),
  unproject: ([x, y]: readonly [number, number]) => {
    const lat = Math.asin(-y / RADIUS);
    return { lng: Math.asin(Math.max(-1, Math.min(1, x / RADIUS / Math.cos(lat)))) / RADIAN, lat: lat / RADIAN };
  },
};
const project = roundProject(afar as unknown as Parameters<typeof roundProject>[0]);

function laneOf(points: readonly LonLat[]): Lane {
  const table = pathTable(points);
  return { id: 'one', kind: 'sea', ends: ['a', 'b'], table, km: table.km, method: 'by hand' };
}

/** The stretches of a path's data, as points. */
const stretches = (d: string): number[][][] =>
  d
    .split('M')
    .slice(1)
    .map((part) => part.split('L').map((point) => point.split(',').map(Number)));

describe('marks on a globe', () => {
  test('what lies behind the horizon is hidden, what lies before it has its pixel', () => {
    expect(project([0, 0])).toEqual({ x: 0, y: -0 });
    expect(project([80, 10]).x).toBeGreaterThan(900);
    for (const behind of [
      [180, 0],
      [110, 0],
      [-100, 40],
      [170, -80],
    ] as const)
      expect(project(behind)).toBe(HIDDEN);
  });

  test('a lane round the globe bends, and ends at the horizon on both sides', () => {
    const [mark] = laneMarks(
      [
        laneOf([
          [-150, 50],
          [0, 50],
          [150, 50],
        ]),
      ],
      project,
    );
    const [shown, ...more] = stretches(mark?.d ?? '');
    expect(more).toEqual([]);
    const xs = (shown ?? []).map(([x = 0]) => x);
    // All of it on the parallel, which is a straight line from afar, in steps of a degree.
    expect(xs.length).toBeGreaterThan(170);
    expect(Math.min(...xs)).toBeLessThan(-RADIUS * Math.cos(50 * RADIAN) * 0.99);
    expect(Math.max(...xs)).toBeGreaterThan(RADIUS * Math.cos(50 * RADIAN) * 0.99);
    expect(Math.max(...(mark?.line ?? []).map(({ x, y }) => Math.hypot(x, y)))).toBeLessThanOrEqual(RADIUS);
  });

  test('a lane that passes behind the globe is two stretches', () => {
    const [mark] = laneMarks(
      [
        laneOf([
          [60, 10],
          [180, 10],
          [300, 10],
        ]),
      ],
      project,
    );
    expect(stretches(mark?.d ?? '')).toHaveLength(2);
  });

  test('ports and ships behind the horizon have no mark', () => {
    const ports = [
      { id: 'near', name: 'Near', position: [20, 40] as const, claims: [] },
      { id: 'behind', name: 'Behind', position: [160, 40] as const, claims: [] },
    ];
    const marks = portMarks(ports, [], project);
    expect(marks.map(({ port }) => port.id)).toEqual(['near']);
    const lane = laneOf([
      [20, 40],
      [160, 40],
    ]);
    const at = (share: number) =>
      shipMark(
        0,
        { stretches: [], best: { kind: 'passage', lane, share, reversed: false } } as never,
        0,
        marks,
        project,
      );
    expect(at(0.1)?.at.x).toBeCloseTo(project([34, 40]).x, 6);
    expect(at(0.9)).toBeNull();
  });

  test('a ship is turned with the north of where she is', () => {
    // Eastwards along a parallel, which rises or falls to neither side from afar, at 60 E: north leans to the left there.
    const lane = laneOf([
      [59.9, 40],
      [60.1, 40],
    ]);
    const now = { stretches: [], best: { kind: 'passage', lane, share: 0.5, reversed: false } } as never;
    const north = project([60, 40.01]);
    const at = project([60, 40]);
    const leaning = Math.atan2(north.x - at.x, at.y - north.y) / RADIAN;
    expect(leaning).toBeLessThan(-20);
    expect(shipMark(0, now, 0, [], project)?.course).toBeCloseTo(90 + leaning, 1);
  });

  test('a circle of doubt is never smaller than its longer side', () => {
    const km = 10;
    const middle = pixelsOf(km, [0, 0], project);
    expect(pixelsOf(km, [0, 70], project)).toBeCloseTo(middle, 2);
    expect(pixelsOf(km, [70, 0], project)).toBeCloseTo(middle, 2);
  });
});

test('a line is cut where it is hidden; a single point is no line', () => {
  const [a, b, c, d] = [1, 2, 3, 4].map((x) => ({ x, y: 0 })) as [never, never, never, never];
  expect(shownParts([a, b, HIDDEN, HIDDEN, c, HIDDEN, d])).toEqual([[a, b]]);
  expect(shownParts([HIDDEN, a, b, c])).toEqual([[a, b, c]]);
});
