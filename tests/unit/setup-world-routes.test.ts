// One zone is enough: nothing here knows of time, and the ways of the world take a while.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { geodesicKm, KM_PER_NAUTICAL_MILE } from '../../src/model/geodesy.ts';
import type { LonLat } from '../../src/model/records.ts';
import { crossesLine, isFinestWater, landOnPathM } from '../../src/reach/finest-coast.ts';
import { CLOSED_UNLESS_ASKED, NAMED_PASSAGES, type PassageId } from '../../src/reach/passages.ts';
import { findWorldLine } from '../../src/reach/world-line.ts';
import { findWorldRoute, type WorldOptions, type WorldRoute, worldSea } from '../../src/reach/world-route.ts';
import { regionLines, withWorldLines } from '../../src/state/find-lines.ts';
import { LAND_LEVELS } from '../../src/state/reach-land.ts';
import { rectangles } from './reach-cases.ts';

interface Table {
  readonly places: Readonly<Record<string, LonLat>>;
  readonly distances: readonly {
    readonly from: string;
    readonly to: string;
    readonly nauticalMiles: number;
    readonly route?: string;
    readonly through: readonly PassageId[];
    /** Why the way found may differ by more than 3 %. */
    readonly beyond?: string;
  }[];
}

// The first way lays the grid of the world: on a busy machine that may take longer than a test is given.
vi.setConfig({ testTimeout: 30_000 });

const TABLE: Table = JSON.parse(readFileSync('tests/fixtures/distance-tables/pub-151.json', 'utf8'));
const layers = LAND_LEVELS.map(({ name, box }) => ({
  land: JSON.parse(readFileSync(`public/basemap/${name}-land.geojson`, 'utf8')),
  box,
}));
const world = worldSea(layers);

function way(from: LonLat, to: LonLat, options?: WorldOptions): WorldRoute {
  const route = findWorldRoute(world, from, to, options);
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

describe('passages', () => {
  const shut = (...ids: PassageId[]) => ({ closed: [...CLOSED_UNLESS_ASKED, ...ids] });

  test('with Suez and Panama closed: around the capes', () => {
    const closed = shut('suez', 'panama');
    const cape = way(place('Port Said, Egypt'), place('Aden, Yemen'), closed);
    expect(cape.through).toEqual([]);
    expect(Math.min(...cape.points.map(([, lat]) => lat))).toBeLessThan(-34.5);
    const horn = way(place('New York, New York, U.S.A.'), place('Punta Arenas, Chile'), closed);
    // 6,916 in Pub. 151.
    expect(Math.abs(milesOf(horn) / 6916 - 1)).toBeLessThan(0.03);
  });

  test('every line goes through its own gate, once, and none is named twice', () => {
    const ids = NAMED_PASSAGES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const passage of NAMED_PASSAGES) {
      if (!('line' in passage)) continue;
      const { line, gate } = passage;
      const crossings = line.slice(1).filter((b, i) => crossesLine(line[i] as LonLat, b, gate));
      expect([passage.id, crossings.length]).toEqual([passage.id, 1]);
      for (const end of [line[0], line.at(-1)]) expect(isFinestWater(world.coasts, end as LonLat)).toBe(true);
    }
  });

  test('the sentence names what the way goes through and what was closed', () => {
    const found = findWorldLine(world, place('Aden, Yemen'), place('Port Said, Egypt'));
    expect(found.line?.method).toBe(
      'Short way over water on the coarse coast of the world, computed, not an observed track, through Suez Canal, with Corinth Canal, Northern Sea Route and Northwest Passage taken as closed.',
    );
  });
});

describe('what cannot be found is said', () => {
  test('lakes are land, the Caspian is a sea of its own, and far inland is no port', () => {
    const sea: LonLat = [-70, 41];
    expect(findWorldRoute(world, [-87.6, 41.88], sea)).toMatchObject({ kind: 'none', reason: 'no-water-nearby' });
    expect(findWorldRoute(world, [50, 40.3], sea)).toMatchObject({ kind: 'none', reason: 'not-connected' });
    expect(() => findWorldRoute(world, sea, sea, { snapKm: -1 })).toThrow(RangeError);
  });
});

describe('lines of a case', () => {
  const najin: LonLat = [130.289, 42.2271];
  const dunay: LonLat = [132.378, 42.886];
  const busan: LonLat = [129.05, 35.1];

  test('the fine region first, the world where it has none, in the order asked for', () => {
    const fine = regionLines(
      [
        [najin, busan],
        [najin, dunay],
      ],
      layers.at(-1) as (typeof layers)[number],
    );
    expect(fine.map(({ line }) => line === null)).toEqual([true, false]);
    const lines = withWorldLines(fine, world);
    expect(lines[1]).toBe(fine[1]);
    const [first] = lines;
    expect(first).toMatchObject({ from: najin, to: busan });
    expect(first?.failure).toBeUndefined();
    // 445 miles by another computation on Natural Earth 1:10 m.
    expect((first?.line?.km ?? 0) / KM_PER_NAUTICAL_MILE).toBeCloseTo(442, -1);
    expect(landOnPathM(world.coasts, first?.line?.points ?? [])).toBe(0);
    expect(first?.line?.points[0]).toEqual(najin);
  });
});

describe('any sea', () => {
  // Continents of rectangles, two of them at 180 degrees; a rough grid is enough for them.
  const islands = worldSea(
    [
      rectangles(
        [-180, -90, 180, 90],
        [-180, -90, 180, -55],
        [-180, 60, 180, 90],
        [-20, -30, 25, 35],
        [170, -20, 179, 10],
        [-176, 0, -150, 30],
      ),
    ],
    20_000,
  );
  const tenths = (least: number, most: number) => fc.integer({ min: least * 10, max: most * 10 }).map((n) => n / 10);
  const anywhere: fc.Arbitrary<LonLat> = fc.tuple(tenths(-180, 180), tenths(-50, 55));
  const between = (a: LonLat, b: LonLat) => findWorldRoute(islands, a, b);

  test('no land is crossed, there and back are one way, and it is no shorter than the great circle', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const there = between(a, b);
        fc.pre(there.kind === 'sea');
        if (there.kind !== 'sea') return;
        expect(there.landM).toBe(0);
        const whole = there.km + (there.stubs.fromM + there.stubs.toM) / 1000;
        expect(whole).toBeGreaterThanOrEqual(geodesicKm(a, b) * (1 - 1e-9) - 1e-6);
        const again = between(b, a);
        expect(again.kind === 'sea' && again.km).toBeCloseTo(there.km, 6);
      }),
      { numRuns: 30 },
    );
  });

  test('a third port is a detour, but for what the grid does not see', () => {
    fc.assert(
      fc.property(anywhere, anywhere, anywhere, (a, b, c) => {
        const [whole, first, second] = [between(a, c), between(a, b), between(b, c)];
        fc.pre(whole.kind === 'sea' && first.kind === 'sea' && second.kind === 'sea');
        if (whole.kind !== 'sea' || first.kind !== 'sea' || second.kind !== 'sea') return;
        expect(whole.km).toBeLessThanOrEqual((first.km + second.km) * 1.02 + 1);
      }),
      { numRuns: 15, maxSkipsPerRun: 20 },
    );
  });
});
