import { readFileSync } from 'node:fs';
import type { FeatureCollection, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { buildCoast, type Coast, coversPoint, isWater, project } from '../../src/model/coast.ts';
import { hasRoom, landCrossedM, shoreDistanceM } from '../../src/model/coast-crossing.ts';
import { connectedWaters, moorings } from '../../src/model/coast-snap.ts';
import { geodesicKm } from '../../src/model/geodesy.ts';
import type { LonLat } from '../../src/model/records.ts';

const square = (west: number, south: number, east: number, north: number): LonLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: LonLat[][]): Polygon => ({
  type: 'Polygon',
  coordinates: rings.map((r) => r.map((p) => [...p])),
});
const box = [-1, -1, 1, 1] as const;
/** An island with a lake, and an islet in the lake. */
const atoll: Polygon[] = [
  polygon(square(-0.5, -0.5, 0.5, 0.5), square(-0.2, -0.2, 0.2, 0.2)),
  polygon(square(-0.1, -0.1, 0.1, 0.1)),
];
const coast = buildCoast({ type: 'GeometryCollection', geometries: atoll }, { box });
const shipped = buildCoast(JSON.parse(readFileSync('public/basemap/region-land.geojson', 'utf8')) as FeatureCollection);

describe('land and water', () => {
  test('lakes are water, islets in them land, whichever way the rings run', () => {
    const turned = buildCoast(
      { type: 'MultiPolygon', coordinates: atoll.map((p) => p.coordinates.map((r) => [...r].reverse())) },
      { box },
    );
    for (const land of [coast, turned]) {
      expect(isWater(land, [0.7, 0])).toBe(true);
      expect(isWater(land, [0.3, 0])).toBe(false);
      expect(isWater(land, [0.15, 0])).toBe(true);
      expect(isWater(land, [0.05, 0.03])).toBe(false);
    }
  });

  test('overlapping land is land', () => {
    const two = buildCoast(
      {
        type: 'GeometryCollection',
        geometries: [polygon(square(0, 0, 0.4, 0.4)), polygon(square(0.2, 0.2, 0.6, 0.6))],
      },
      { box },
    );
    expect(isWater(two, [0.3, 0.3])).toBe(false);
    expect(
      landCrossedM(two, [
        [-0.5, 0.3],
        [0.9, 0.3],
      ]),
    ).toBeCloseTo(geodesicKm([0, 0.3], [0.6, 0.3]) * 1000, -1);
  });

  test('the box is that of the file, and may cross 180', () => {
    expect(coversPoint(shipped, [128.5, 41])).toBe(true);
    expect(coversPoint(shipped, [128.4, 42])).toBe(false);
    expect(coversPoint(shipped, [130, 44.01])).toBe(false);
    const pacific = buildCoast({ ...polygon(square(179, -1, 181, 1)), bbox: [178, -2, -178, 2] });
    expect(coversPoint(pacific, [-179.5, 0])).toBe(true);
    expect(coversPoint(pacific, [179.5, 0])).toBe(true);
    expect(coversPoint(pacific, [0, 0])).toBe(false);
    expect(isWater(pacific, [-179.5, 0])).toBe(false);
    expect(isWater(pacific, [-178.5, 0])).toBe(true);
  });

  test('what is not land, or no box, is refused', () => {
    expect(() => buildCoast({ type: 'Point', coordinates: [0, 0] })).toThrow(TypeError);
    expect(() => buildCoast({ type: 'FeatureCollection', features: [] })).toThrow(RangeError);
  });
});

describe('land crossed', () => {
  test('is cut exactly at the shore, lake and islet taken into account', () => {
    const expected = 2 * geodesicKm([-0.5, 0], [-0.2, 0]) + geodesicKm([-0.1, 0], [0.1, 0]);
    expect(
      landCrossedM(coast, [
        [-0.9, 0],
        [0.9, 0],
      ]),
    ).toBeCloseTo(expected * 1000, 0);
  });

  test('counts a path that lies inside land from end to end', () => {
    expect(
      landCrossedM(coast, [
        [0.3, 0.1],
        [0.4, 0.1],
      ]),
    ).toBeCloseTo(geodesicKm([0.3, 0.1], [0.4, 0.1]) * 1000, 1);
  });

  test('is exactly 0 along a shore and at a touched cape, and not a metre inside', () => {
    expect(
      landCrossedM(coast, [
        [-0.9, -0.5],
        [0.9, -0.5],
      ]),
    ).toBe(0);
    expect(
      landCrossedM(coast, [
        [0, 1],
        [1, 0],
      ]),
    ).toBe(0);
    expect(
      landCrossedM(coast, [
        [-0.9, -0.49999],
        [0.9, -0.49999],
      ]),
    ).toBeGreaterThan(100_000);
    expect(
      landCrossedM(coast, [
        [0, 0.9999],
        [0.9999, 0],
      ]),
    ).toBeGreaterThan(1);
  });

  test('agrees with dense sampling on the shipped coast', () => {
    const path: LonLat[] = [
      [130.289, 42.2271],
      [132.378, 42.886],
    ];
    const steps = 20_000;
    let inside = 0;
    for (let i = 0; i < steps; i++) inside += isWater(shipped, drawn(shipped, path, (i + 0.5) / steps)) ? 0 : 1;
    const sampled = (inside / steps) * geodesicKm(path[0] as LonLat, path[1] as LonLat) * 1000;
    expect(sampled).toBeGreaterThan(10_000);
    expect(Math.abs(landCrossedM(shipped, path) - sampled)).toBeLessThan(150);
  });
});

function drawn(on: Coast, [a, b]: LonLat[], share: number): LonLat {
  const [ax, ay] = project(on, a as LonLat);
  const [bx, by] = project(on, b as LonLat);
  const y = ay + (by - ay) * share;
  return [
    on.lon0 + ((ax + (bx - ax) * share) / on.radius) * (180 / Math.PI),
    (Math.atan(Math.sinh(y / on.radius)) * 180) / Math.PI,
  ];
}

describe('sea room', () => {
  const offShore = [project(coast, [-0.9, 0.51]), project(coast, [0.9, 0.51])] as const;
  const metres = geodesicKm([0, 0.5], [0, 0.51]) * 1000;

  test('distance to the shore is that of the ellipsoid to 1 %', () => {
    const measured = shoreDistanceM(coast, ...offShore, 5000);
    expect(Math.abs(measured - metres)).toBeLessThan(0.01 * metres);
    expect(shoreDistanceM(coast, ...offShore, 500)).toBe(Infinity);
    expect(shoreDistanceM(coast, project(coast, [0, 0.9]), project(coast, [0, 0.15]), 1000)).toBe(0);
  });

  test('is there up to that distance and no farther', () => {
    expect(hasRoom(coast, ...offShore, () => metres * 0.98, 2000)).toBe(true);
    expect(hasRoom(coast, ...offShore, () => metres * 1.02, 2000)).toBe(false);
    expect(hasRoom(coast, ...offShore, (x) => (metres * (x + 60_000)) / 110_000, 2000)).toBe(false);
  });
});

describe('waters and moorings', () => {
  test('sea, lake and what an islet stands in have numbers of their own', () => {
    const waterOf = connectedWaters(coast);
    const at = (p: LonLat) => waterOf(...project(coast, p));
    expect(at([-0.9, 0])).toBe(at([0.9, 0.9]));
    expect(at([-0.15, 0])).toBe(at([0.15, 0.02]));
    expect(at([-0.15, 0])).not.toBe(at([0.9, 0]));
  });

  test('both berths of the shipped coast are in one water', () => {
    const waterOf = connectedWaters(shipped);
    expect(waterOf(...project(shipped, [130.289, 42.2271]))).toBe(waterOf(...project(shipped, [132.378, 42.886])));
  });

  test('a port in the water stays, one on land is put off each shore in reach', () => {
    expect(moorings(coast, [0.9, 0], 1000)).toMatchObject([{ point: [0.9, 0], stubM: 0 }]);
    const found = moorings(coast, [0.3, 0], 30_000);
    expect(found.map(({ stubM }) => Math.round(stubM / 1000))).toEqual([11, 22, 22]);
    for (const { point } of found) expect(isWater(coast, point)).toBe(true);
    expect(moorings(coast, [0.3, 0], 5000)).toEqual([]);
  });

  test('where the file cuts the land there is no shore', () => {
    expect(moorings(shipped, [133.99, 43.7], 5000)).toEqual([]);
  });
});
