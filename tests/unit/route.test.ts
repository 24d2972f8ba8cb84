import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { type Box, buildCoast, type Coast, isWater } from '../../src/model/coast.ts';
import { landCrossedM } from '../../src/model/coast-crossing.ts';
import { geodesicKm, geodesicPathKm } from '../../src/model/geodesy.ts';
import { chordArcKm, mercatorY, unwrapLon } from '../../src/model/path.ts';
import type { LonLat } from '../../src/model/records.ts';
import { findRoute, type RouteOptions, type SeaRoute } from '../../src/model/route.ts';
import { runs } from './runs.ts';

const box: Box = [-1, -1, 1, 1];
const square = (west: number, south: number, east: number, north: number): LonLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];
/** Each list of rings a polygon; rings are closed here. */
function coastOf(polygons: readonly LonLat[][][], within: Box = box): Coast {
  const coordinates = polygons.map((rings) => rings.map((ring) => [...ring, ring[0] as LonLat].map((p) => [...p])));
  return buildCoast({ type: 'MultiPolygon', coordinates } satisfies MultiPolygon, { box: within });
}
function sea(coast: Coast, from: LonLat, to: LonLat, options?: RouteOptions): SeaRoute {
  const route = findRoute(coast, from, to, options);
  if (route.kind === 'none') throw new Error(route.message);
  return route;
}

describe('the shipped coast', () => {
  const shipped = buildCoast(
    JSON.parse(readFileSync('public/basemap/region-land.geojson', 'utf8')) as FeatureCollection,
  );
  const najin: LonLat = [130.289, 42.2271];
  const marker: LonLat = [132.378, 42.886];

  test.each([
    ['the Dunay marker', marker, 192, 200],
    ['Konyushkov cove', [132.364, 42.87], 192, 200.5],
    ['Chazhma inlet', [132.35, 42.905], 192, 200.5],
  ] as [string, LonLat, number, number][])('Najin to %s', (_, to, least, most) => {
    const route = sea(shipped, najin, to);
    expect(route.km).toBeGreaterThan(least);
    expect(route.km).toBeLessThan(most);
    expect(route.nauticalMiles).toBeCloseTo(route.km / 1.852, 10);
    expect(route.km).toBe(geodesicPathKm(route.points));
    expect(route.landM).toBe(0);
    expect(route.stubs).toEqual({ fromM: 0, toM: 0 });
    expect(route.clearanceM).toBeGreaterThanOrEqual(299);
    expect(route.points.length).toBeLessThanOrEqual(40);
    expect(geodesicKm(route.points[0] as LonLat, najin)).toBeLessThan(1e-6);
    expect(geodesicKm(route.points.at(-1) as LonLat, to)).toBeLessThan(1e-6);
    expect(route.method).toContain('not an observed track');
  });

  test('the great circle is shorter and runs over land', () => {
    expect(geodesicKm(najin, marker)).toBeGreaterThan(183);
    expect(geodesicKm(najin, marker)).toBeLessThan(187);
    expect(landCrossedM(shipped, [najin, marker])).toBeGreaterThan(10_000);
  });

  test('there and back are one way', () => {
    const there = sea(shipped, najin, marker);
    const back = sea(shipped, marker, najin);
    expect(back.points).toEqual(there.points.toReversed());
    expect(back.km).toBeCloseTo(there.km, 9);
    expect(sea(shipped, najin, marker)).toEqual(there);
  });

  test('a town inland is put on the shore, and the stub told and kept out of the way', () => {
    const town: LonLat = [132.335, 42.879];
    const route = sea(shipped, town, najin);
    expect(route.stubs.fromM).toBeGreaterThan(1500);
    expect(route.stubs.fromM).toBeLessThan(2500);
    expect(route.stubs.toM).toBe(0);
    expect(route.stubs.fromM).toBeCloseTo(geodesicKm(town, route.points[0] as LonLat) * 1000, 3);
    expect(route.landM).toBe(0);
    expect(route.km).toBe(geodesicPathKm(route.points));
  });

  test('another port: Vladivostok', () => {
    const route = sea(shipped, [131.885, 43.105], najin);
    expect(route.km).toBeGreaterThan(geodesicKm([131.885, 43.105], najin));
    expect(route.km).toBeLessThan(180);
    expect(route.landM).toBe(0);
  });

  test('a port the coast knows nothing of is said to be so', () => {
    expect(findRoute(shipped, najin, [129.04, 35.1])).toMatchObject({ kind: 'none', reason: 'outside-coast' });
    expect(findRoute(shipped, [129.04, 35.1], najin)).toMatchObject({ kind: 'none', reason: 'outside-coast' });
    expect(findRoute(shipped, najin, [129.5, 43.5])).toMatchObject({ kind: 'none', reason: 'no-water-nearby' });
  });
});

describe('drawn coasts', () => {
  const island = coastOf([[square(-0.5, -0.2, 0.5, 0.3)]]);
  const [west, east]: LonLat[] = [
    [-0.9, 0],
    [0.9, 0],
  ] as const satisfies LonLat[];

  test('around a square: the closed form without room, a little more with it', () => {
    const taut = 2 * geodesicKm([-0.9, 0], [-0.5, -0.2]) + geodesicKm([-0.5, -0.2], [0.5, -0.2]);
    const route = sea(island, west as LonLat, east as LonLat, { clearanceM: 0 });
    expect(route.km).toBeCloseTo(taut, 6);
    expect(route.points).toHaveLength(4);
    expect(route).toMatchObject({ landM: 0, clearanceM: 0 });
    const roomy = sea(island, west as LonLat, east as LonLat, { clearanceM: 2000 });
    expect(roomy.clearanceM).toBeGreaterThanOrEqual(1990);
    expect(roomy.km).toBeGreaterThan(taut);
    expect(roomy.km).toBeLessThan(taut * 1.02);
  });

  test('open water is crossed straight', () => {
    const route = sea(coastOf([]), west as LonLat, east as LonLat);
    expect(route.points).toHaveLength(2);
    expect(route.km).toBeCloseTo(geodesicKm(west as LonLat, east as LonLat), 9);
    expect(route.clearanceM).toBe(100_000);
  });

  test('a gap is used, with as much room as it has; one too narrow for any is used if nothing else leads on', () => {
    const gap = (halfDegrees: number, reach: number) =>
      coastOf([[square(-0.1, -reach, 0.1, -halfDegrees)], [square(-0.1, halfDegrees, 0.1, reach)]]);
    const wide = sea(gap(0.01, 0.9), west as LonLat, east as LonLat);
    expect(wide.points).toHaveLength(2);
    expect(wide.clearanceM / (geodesicKm([0, 0], [0, 0.01]) * 1000)).toBeCloseTo(1, 1);
    const narrow = sea(gap(0.001, 0.9), west as LonLat, east as LonLat);
    expect(narrow.km).toBeCloseTo(geodesicKm(west as LonLat, east as LonLat), 3);
    expect(narrow.clearanceM).toBeGreaterThan(70);
    expect(narrow.clearanceM).toBeLessThan(112);
    const slit = sea(gap(0.0001, 1), west as LonLat, east as LonLat);
    expect(slit.landM).toBe(0);
    expect(slit.clearanceM).toBeLessThan(12);
  });

  test('room is not given up for a trifle', () => {
    const off = coastOf([[square(-0.1, -0.02, 0.1, -0.002)], [square(-0.1, 0.002, 0.1, 0.02)]]);
    const route = sea(off, west as LonLat, east as LonLat);
    expect(route.clearanceM).toBeGreaterThanOrEqual(299);
    expect(route.km).toBeGreaterThan(geodesicKm(west as LonLat, east as LonLat));
  });

  test('a lake, and land from side to side of the box, join nothing', () => {
    const lake = coastOf([[square(-0.5, -0.5, 0.5, 0.5), square(-0.2, -0.2, 0.2, 0.2)]]);
    expect(findRoute(lake, [0, 0], east as LonLat)).toMatchObject({ kind: 'none', reason: 'not-connected' });
    expect(sea(lake, [-0.1, 0], [0.1, 0.1]).landM).toBe(0);
    const isthmus = coastOf([[square(-0.1, -1, 0.1, 1)]]);
    expect(findRoute(isthmus, west as LonLat, east as LonLat)).toMatchObject({ kind: 'none', reason: 'not-connected' });
  });

  test('a port between a lake and the sea is put on the sea', () => {
    const lake = coastOf([[square(-0.5, -0.5, 0.5, 0.5), square(-0.2, -0.2, 0.45, 0.2)]]);
    const route = sea(lake, [0.46, 0], west as LonLat);
    expect(route.points[0]?.[0]).toBeGreaterThan(0.5);
    expect(route.stubs.fromM).toBeCloseTo(geodesicKm([0.46, 0], [0.5, 0]) * 1000 + 15, -1);
  });

  test('over 180 as anywhere', () => {
    const pacific = coastOf([[square(179.8, -0.2, 180.3, 0.3)]], [179, -1, -179, 1]);
    const route = sea(pacific, [179.3, 0], [-179.3, 0], { clearanceM: 0 });
    const taut =
      geodesicKm([179.3, 0], [179.8, -0.2]) +
      geodesicKm([179.8, -0.2], [180.3, -0.2]) +
      geodesicKm([180.3, -0.2], [180.7, 0]);
    expect(route.km).toBeCloseTo(taut, 6);
    expect(route.points.at(-1)?.[0]).toBeCloseTo(180.7, 9);
  });

  test('a port to itself has no length, and options are checked', () => {
    expect(sea(island, west as LonLat, west as LonLat).km).toBe(0);
    expect(() => findRoute(island, west as LonLat, east as LonLat, { clearanceM: -1 })).toThrow(RangeError);
  });
});

/** Shortest way by a whole visibility graph, without index, projection module or laziness. */
function bruteKm(islands: readonly LonLat[][], from: LonLat, to: LonLat): number {
  const flat = (p: LonLat): [number, number] => [(unwrapLon(p[0], 0) * Math.PI) / 180, mercatorY(p[1])];
  const rings = islands.map((ring) => ring.map(flat));
  const edges = rings.flatMap((ring) =>
    ring.map((a, i) => [a, ring[(i + 1) % ring.length] as [number, number]] as const),
  );
  const cross = (ax: number, ay: number, bx: number, by: number) => ax * by - ay * bx;
  const inside = (x: number, y: number) =>
    edges.filter(([a, b]) => a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])).length %
      2 ===
    1;
  const shore = (x: number, y: number) =>
    Math.min(
      ...edges.map(([a, b]) => {
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        const share = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)));
        return Math.hypot(a[0] + dx * share - x, a[1] + dy * share - y);
      }),
    );
  const clear = (p: LonLat, q: LonLat): boolean => {
    const [a, b] = [flat(p), flat(q)];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const cuts = [0, 1];
    for (const [c, d] of edges) {
      const det = cross(dx, dy, d[0] - c[0], d[1] - c[1]);
      for (const end of [c, d]) cuts.push(((end[0] - a[0]) * dx + (end[1] - a[1]) * dy) / (dx * dx + dy * dy));
      if (det !== 0) cuts.push(cross(c[0] - a[0], c[1] - a[1], d[0] - c[0], d[1] - c[1]) / det);
    }
    const places = cuts.filter((t) => t >= 0 && t <= 1).sort((s, t) => s - t);
    return places.every((t, i) => {
      const middle = (t + (places[i + 1] ?? 1)) / 2;
      const [x, y] = [a[0] + dx * middle, a[1] + dy * middle];
      return !inside(x, y) || shore(x, y) < 1e-10;
    });
  };
  const nodes = [from, to, ...islands.flat()];
  const km = nodes.map((_, i) => (i === 0 ? 0 : Infinity));
  const open = new Set(nodes.keys());
  while (open.size > 0) {
    const u = [...open].reduce((a, b) => ((km[b] as number) < (km[a] as number) ? b : a));
    open.delete(u);
    for (const v of open) {
      const far = (km[u] as number) + chordArcKm(nodes[u] as LonLat, nodes[v] as LonLat);
      if (far < (km[v] as number) && clear(nodes[u] as LonLat, nodes[v] as LonLat)) km[v] = far;
    }
  }
  return km[1] as number;
}

/** One star-shaped island in each of nine cells, none touching another. */
const archipelago = fc
  .array(fc.array(fc.double({ min: 0.05, max: 0.32, noNaN: true }), { minLength: 3, maxLength: 7 }), {
    minLength: 9,
    maxLength: 9,
  })
  .map((islands) =>
    islands.map((radii, cell): LonLat[] =>
      radii.map((radius, i) => {
        const angle = ((i + 0.3) / radii.length) * 2 * Math.PI;
        return [
          ((cell % 3) - 1) * 0.65 + radius * Math.cos(angle),
          0.3 + (Math.floor(cell / 3) - 1) * 0.65 + radius * Math.sin(angle),
        ];
      }),
    ),
  );
const place = fc.tuple(
  fc.double({ min: -0.99, max: 0.99, noNaN: true }),
  fc.double({ min: -0.69, max: 1.29, noNaN: true }),
) as fc.Arbitrary<LonLat>;
const wide: Box = [-1.2, -0.9, 1.2, 1.5];

describe('any islands', () => {
  test('without room: as short as by brute force', () => {
    fc.assert(
      fc.property(archipelago, place, place, (islands, from, to) => {
        const coast = coastOf(
          islands.map((ring) => [ring]),
          wide,
        );
        fc.pre(isWater(coast, from) && isWater(coast, to));
        const route = sea(coast, from, to, { clearanceM: 0 });
        const brute = bruteKm(islands, from, to);
        expect(Math.abs(route.km - brute)).toBeLessThan(3e-5 * brute + 1e-6);
        expect(route.landM).toBe(0);
      }),
      { numRuns: runs(60) },
    );
  });

  test('with room: over no land, no shorter than the shortest, the same both ways', () => {
    fc.assert(
      fc.property(archipelago, place, place, (islands, from, to) => {
        const coast = coastOf(
          islands.map((ring) => [ring]),
          wide,
        );
        const route = findRoute(coast, from, to, { clearanceM: 500, snapKm: 60 });
        fc.pre(route.kind === 'sea');
        if (route.kind !== 'sea') return;
        expect(route.landM).toBe(0);
        expect(landCrossedM(coast, route.points)).toBe(0);
        for (const point of route.points) expect(isWater(coast, point)).toBe(true);
        const tautKm = bruteKm(islands, route.points[0] as LonLat, route.points.at(-1) as LonLat);
        expect(route.km).toBeGreaterThanOrEqual(tautKm * (1 - 3e-5) - 1e-6);
        const back = sea(coast, to, from, { clearanceM: 500, snapKm: 60 });
        expect(back.km).toBeCloseTo(route.km, 9);
        expect(back.stubs).toEqual({ fromM: route.stubs.toM, toM: route.stubs.fromM });
      }),
      { numRuns: runs(40) },
    );
  });
});
