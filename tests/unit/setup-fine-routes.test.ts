// One zone is enough: nothing here knows of time, and the ways of the world take a while.
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { geodesicPathKm, KM_PER_NAUTICAL_MILE } from '../../src/model/geodesy.ts';
import { chordArcKm } from '../../src/model/path.ts';
import type { LonLat } from '../../src/model/records.ts';
import { findFineRoute } from '../../src/reach/fine-route.ts';
import { fineSea } from '../../src/reach/fine-sea.ts';
import { NAMED_PASSAGES, type Passage, type PassageId } from '../../src/reach/passages.ts';
import { type WorldOptions, type WorldRoute, worldSea } from '../../src/reach/world-route.ts';
import { coastTiles } from '../../src/state/coast-tiles.ts';
import { fineLines } from '../../src/state/find-lines.ts';
import { LAND_LEVELS } from '../../src/state/reach-land.ts';
import { landBetween, readCoast } from './tile-land.ts';

interface Table {
  readonly places: Readonly<Record<string, LonLat>>;
  readonly distances: readonly {
    readonly from: string;
    readonly to: string;
    readonly nauticalMiles: number;
    readonly through: readonly PassageId[];
    /** Why the way found may differ by more than 3 %. */
    readonly beyond?: string;
  }[];
}

// The first way lays the grid of the world: on a busy machine that may take longer than a test is given.
vi.setConfig({ testTimeout: 60_000 });

const TABLE: Table = JSON.parse(readFileSync('tests/fixtures/distance-tables/pub-151.json', 'utf8'));
const layers = LAND_LEVELS.map(({ name, box }) => ({
  land: JSON.parse(readFileSync(`public/basemap/${name}-land.geojson`, 'utf8')),
  box,
}));
const world = worldSea(layers);
const fine = fineSea(world, coastTiles(readCoast));

/** The box where a finer coast than that of the tiles ships. */
const [WEST, SOUTH, EAST, NORTH] = (LAND_LEVELS.at(-1) as (typeof LAND_LEVELS)[number]).box;
const inRegion = ([lon, lat]: LonLat) =>
  [-360, 0, 360].some((turn) => lon + turn > WEST && lon + turn < EAST) && lat > SOUTH && lat < NORTH;

/** A place no farther from the line of a passage than a ship lies wide. */
function isOnPassage(p: LonLat, ids: readonly string[]): boolean {
  const passages: readonly Passage[] = NAMED_PASSAGES;
  return passages.some(
    ({ id, line }) =>
      ids.includes(id) &&
      line?.slice(1).some((b, i) => {
        const a = line[i] as LonLat;
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        const share = Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)));
        return chordArcKm(p, [a[0] + dx * share, a[1] + dy * share]) < 0.2;
      }),
  );
}

/** Places on a way inside land, the lines of the passages it goes through left out. */
async function landOn({ points, through }: WorldRoute): Promise<LonLat[]> {
  const found: LonLat[] = [];
  for (const [i, b] of points.slice(1).entries()) found.push(...(await landBetween(points[i] as LonLat, b)));
  return found.filter((p) => !inRegion(p) && !isOnPassage(p, through));
}

async function way(from: LonLat, to: LonLat, options?: WorldOptions): Promise<WorldRoute> {
  const route = await findFineRoute(world, fine, from, to, options);
  if (route.kind === 'none') throw new Error(route.message);
  return route;
}

const place = (name: string): LonLat => {
  const found = TABLE.places[name];
  if (!found) throw new Error(`no place ${name}`);
  return found;
};
const milesOf = (route: WorldRoute): number =>
  route.nauticalMiles + (route.stubs.fromM + route.stubs.toM) / 1000 / KM_PER_NAUTICAL_MILE;

test('the land of this test is land, and its sea is sea', async () => {
  const crossing = await landBetween([5.5, 60.4], [5.6, 60.4]);
  expect(crossing.length).toBeGreaterThan(0);
  expect(await landBetween([3, 60], [3.3, 60.3])).toEqual([]);
});

describe('published distances, on the fine coast', () => {
  // Ways from one port share its distances: those of a port after another, the farthest of each first.
  const west = (names: readonly string[]) => Math.min(...names.map((name) => place(name)[0]));
  const inOrder = TABLE.distances.toSorted(
    (a, b) => west([a.from, a.to]) - west([b.from, b.to]) || b.nauticalMiles - a.nauticalMiles,
  );

  test.each(inOrder)('$from - $to', async ({ from, to, nauticalMiles, through, beyond }) => {
    const route = await way(place(from), place(to));
    const off = Math.abs(milesOf(route) / nauticalMiles - 1);
    if (beyond) {
      // An excuse that is no longer needed must go.
      expect(off).toBeGreaterThan(0.03);
      expect(off).toBeLessThan(0.07);
    } else expect(off).toBeLessThan(0.03);
    expect(route.landM).toBe(0);
    expect(await landOn(route)).toEqual([]);
    expect(route.through).toEqual(through);
    expect(route.km).toBeCloseTo(geodesicPathKm(route.points), 6);
  });

  test('enough pairs are within 3 %', () => {
    expect(TABLE.distances.filter(({ beyond }) => !beyond).length).toBeGreaterThanOrEqual(25);
  });
});

describe('waters full of islands, and across 180 degrees', () => {
  test.each<[string, LonLat, LonLat]>([
    ['Stavanger - Alesund', [5.73, 58.97], [6.15, 62.47]],
    ['Piraeus - Izmir', [23.63, 37.94], [27.13, 38.43]],
    ['Nagasaki - Mokpo', [129.87, 32.74], [126.38, 34.78]],
    ['Baltimore - Norfolk', [-76.57, 39.26], [-76.33, 36.97]],
    ['Manila - Cebu', [120.96, 14.58], [123.91, 10.3]],
    ['Makassar - Ambon', [119.4, -5.13], [128.17, -3.7]],
    ['Anadyr - Nome', [177.5, 64.73], [-165.41, 64.5]],
    ['Suva - Neiafu', [178.42, -18.13], [-173.98, -18.65]],
    ['Turku - Mariehamn', [22.23, 60.44], [19.93, 60.09]],
  ])('%s', async (_, from, to) => {
    const route = await way(from, to);
    expect(route.landM).toBe(0);
    expect(await landOn(route)).toEqual([]);
    expect(Math.max(route.stubs.fromM, route.stubs.toM)).toBeLessThan(15_000);
  });

  test('there and back are one way', async () => {
    const [suva, neiafu]: LonLat[] = [
      [178.42, -18.13],
      [-173.98, -18.65],
    ];
    const there = await way(suva as LonLat, neiafu as LonLat);
    const back = await way(neiafu as LonLat, suva as LonLat);
    expect(back.km).toBeCloseTo(there.km, 6);
  });
});

describe('lines in a row', () => {
  const pairs = [
    [
      [10, 57.9],
      [12, 57.5],
    ],
    [
      [10, 57.9],
      [5, 58],
    ],
  ] as const;
  const missing = pairs.map(([from, to]) => ({ from, to, line: null, greatCircle: [from, to] }));
  const methods = async (load: Parameters<typeof fineLines>[2]) => {
    const lines: string[] = [];
    for await (const [, { line }] of fineLines(missing, layers, load)) lines.push(line?.method ?? '');
    return lines;
  };

  test('say that they were found on the fine coast, or on the coarse one where that cannot be had', async () => {
    for (const method of await methods(coastTiles(readCoast)))
      expect(method).toContain('on the fine coast of the world');
    const broken = await methods(() => Promise.reject(new Error('no such file')));
    expect(broken.length).toBe(2);
    for (const method of broken) expect(method).toContain('on the coarse coast of the world');
  });
});
