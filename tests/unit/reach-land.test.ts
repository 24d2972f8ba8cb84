import { describe, expect, test } from 'vitest';
import { buildCoast, isWater, project } from '../../src/model/coast.ts';
import { shoreDistanceM } from '../../src/model/coast-crossing.ts';
import { HOUR } from '../../src/model/edtf.ts';
import { geodesicKm } from '../../src/model/geodesy.ts';
import type { LonLat } from '../../src/model/records.ts';
import { findRoute } from '../../src/model/route.ts';
import { kmAshore } from '../../src/reach/ashore.ts';
import { marchedKm, steps } from '../../src/reach/distance-field.ts';
import { type LandLayer, waterGrid } from '../../src/reach/land-raster.ts';
import { PASSAGES } from '../../src/reach/passages.ts';
import { kmSailed, marginKm, reachBox } from '../../src/reach/reach.ts';
import { reachAreaKm2 } from '../../src/reach/reach-at.ts';
import { fieldOf, pointKm } from '../../src/reach/reach-field.ts';
import { outliner } from '../../src/reach/reach-outline.ts';
import { layStarts } from '../../src/reach/starts.ts';
import {
  cellCentre,
  frameOver,
  type GridBox,
  gridPlace,
  PASSABLE,
  type WaterGrid,
} from '../../src/reach/water-grid.ts';
import { answer, ask, reachOf, rectangles, shippedLand } from './reach-cases.ts';

const cellAt = (grid: WaterGrid, p: LonLat): number => {
  const [x, y] = gridPlace(grid, p).map(Math.floor) as [number, number];
  return y * grid.columns + x;
};
const isPassable = (grid: WaterGrid, p: LonLat): boolean => ((grid.ways[cellAt(grid, p)] ?? 0) & PASSABLE) !== 0;

/** Is there a way between two places of a grid? */
function joined(grid: WaterGrid, from: LonLat, to: LonLat): boolean {
  const km = marchedKm(grid, [{ cell: cellAt(grid, from), km: 0 }], Infinity);
  return (km[cellAt(grid, to)] as number) < Infinity;
}

describe('the shipped coast', () => {
  const [region] = shippedLand([129, 41.5, 133, 43.5]) as [LandLayer];
  const coast = buildCoast(region.land, { box: [128.5, 41, 134, 44] });
  const grid = waterGrid(frameOver([129.8, 41.9, 133, 43.3], 120_000), [region]);
  const najin: LonLat = [130.289, 42.2271];
  const marker: LonLat = [132.378, 42.886];

  test.each([
    ['Najin', 'the Dunay marker', najin, marker, 1.5],
    ['Najin', 'Chazhma inlet', najin, [132.35, 42.905], 1.5],
    ['Najin', 'off Vladivostok', najin, [131.87, 43.06], 1.5],
    ['Posyet', 'Najin', [130.81, 42.65], najin, 3],
  ] as [string, string, LonLat, LonLat, number][])(
    '%s to %s: never longer than the route, and at most so many per cent shorter',
    (_, __, from, to, percent) => {
      const route = findRoute(coast, from, to, { clearanceM: 0 });
      if (route.kind === 'none') throw new Error(route.message);
      const places = [from, to].map((position) => ({ position, errorKm: 0 })) as [never, never];
      const starts = layStarts(grid, places);
      if (starts === null || starts === 'apart') throw new Error('no way');
      for (const [start, place, other] of [
        [starts[0], places[0], to],
        [starts[1], places[1], from],
      ] as const) {
        const km = pointKm(grid, fieldOf(grid, marchedKm(grid, start, 300), place), other);
        expect(km).toBeLessThanOrEqual(route.km);
        expect(km).toBeGreaterThan(route.km * (1 - percent / 100));
      }
    },
  );

  test('the water of the cells is that of the coast; land a cell from the shore is never inside', () => {
    const question = ask(najin, marker, 20, 16);
    const reach = reachOf(question, [region], 60_000);
    const side = geodesicKm(cellCentre(reach.grid, 0), cellCentre(reach.grid, 1)) * 1000;
    let [inland, atSea] = [0, 0];
    const [west, south, east, north] = [129.5, 41.8, 133, 43.4];
    for (let k = 0; k < 2500; k++) {
      const p: LonLat = [west + ((east - west) * (k % 50)) / 49, south + ((north - south) * Math.floor(k / 50)) / 49];
      const [x, y] = project(coast, p);
      if (shoreDistanceM(coast, [x, y], [x, y], 2 * side) < Infinity) continue;
      const margin = marginKm(reach, p, 10 * HOUR);
      if (isWater(coast, p)) {
        // All open sea here is within ten hours of both, or is not: but it is never unreached.
        if (geodesicKm(p, najin) < 100) expect(margin).toBeGreaterThan(-Infinity);
        atSea++;
      } else {
        expect(margin).toBe(-Infinity);
        inland++;
      }
    }
    expect(Math.min(inland, atSea)).toBeGreaterThan(300);
  });

  test('a place on land is as far ashore as it is', () => {
    expect(kmAshore([region], najin)).toBe(0);
    // Slavyanka as towns are marked: a kilometre inland.
    expect(kmAshore([region], [131.38, 42.86])).toBeCloseTo(1.1, 1);
    expect(kmAshore([], [131.38, 42.86])).toBe(0);
    // Off the box of the layer nothing is known to be land.
    expect(kmAshore([region], [125, 43])).toBe(0);
  });
});

describe('a grid errs towards water', () => {
  const box: GridBox = [0, 0, 10, 10];
  /** A wall across the box with a gap of some degrees in it. */
  const wall = (gap: number, thick = 1) =>
    gap > 0
      ? rectangles(box, [-1, 5, 5, 5 + thick], [5 + gap, 5, 11, 5 + thick])
      : rectangles(box, [-1, 5, 11, 5 + thick]);

  test('a strait much narrower than a cell stays open, a wall of two cells shut', () => {
    const frame = frameOver(box, 400);
    expect(joined(waterGrid(frame, [wall(0.01)]), [2, 2], [2, 8])).toBe(true);
    expect(joined(waterGrid(frame, [wall(0)]), [2, 2], [2, 8])).toBe(false);
    expect(joined(waterGrid(frame, [wall(0, 1.1)]), [2, 2], [2, 8])).toBe(false);
  });

  test('a canal opens what the land closes', () => {
    const frame = frameOver(box, 400);
    const canal: LonLat[] = [
      [3.3, 4.5],
      [3.3, 6.5],
    ];
    expect(joined(waterGrid(frame, [wall(0)], [canal]), [2, 2], [2, 8])).toBe(true);
  });

  test.each([0, 10, 22.5, 30, 45, 60, 80])(
    'a channel one cell wide at %d degrees is never measured too long',
    (degrees) => {
      const frame = frameOver(box, 2_500);
      // Everything is land but the channel.
      const solid = rectangles(box, [-1, -1, 11, 11]);
      const turn = (degrees * Math.PI) / 180;
      const [from, to]: [LonLat, LonLat] = [
        [0.7, 0.7],
        [0.7 + 8 * Math.cos(turn), 0.7 + 8 * Math.sin(turn)],
      ];
      const grid = waterGrid(frame, [solid], [[from, to]]);
      const km = marchedKm(grid, [{ cell: cellAt(grid, from), km: 0 }], Infinity)[cellAt(grid, to)] as number;
      const straight = geodesicKm(cellCentre(grid, cellAt(grid, from)), cellCentre(grid, cellAt(grid, to)));
      // A cell at each end is as wide as the channel.
      expect(km / straight).toBeLessThan(1.005);
      expect(km / straight).toBeGreaterThan(0.91);
    },
  );

  test('a finer layer takes the place of a coarser one within its box; a cut is no shore', () => {
    const coarse = rectangles(box, [0, 0, 10, 10]);
    const fine = rectangles([2, 2, 6, 6], [2, 2, 6, 3]);
    const grid = waterGrid(frameOver(box, 40_000), [coarse, fine]);
    expect(isPassable(grid, [4, 5])).toBe(true);
    expect(isPassable(grid, [4, 2.5])).toBe(false);
    expect(isPassable(grid, [8, 5])).toBe(false);
    // The box of the coarse layer is filled to its sides, the fine land to the side of its box.
    for (const p of [
      [0.1, 5],
      [4, 2.1],
      [2.1, 2.5],
      [5, 0.2],
    ] as LonLat[])
      expect(isPassable(grid, p)).toBe(false);
  });

  test('steps go both ways or not at all', () => {
    const grid = waterGrid(frameOver(box, 2_500), [wall(0.3), rectangles([1, 1, 3, 3], [1.3, 1.3, 2.1, 2.2])]);
    const [west, east, north, south] = steps(grid);
    for (let cell = 0; cell < grid.wet.length; cell++) {
      for (const [there, back] of [
        [east, west],
        [south, north],
      ] as const) {
        const next = there(cell);
        if (next >= 0) expect(back(next)).toBe(cell);
        const before = back(cell);
        if (before >= 0) expect(there(before)).toBe(cell);
      }
    }
  });
});

describe('round the world', () => {
  test('land on the 180th meridian is found from both sides, also where a file is cut there', () => {
    const cut = rectangles([-180, -90, 180, 90], [175, -10, 180, 10], [-180, -10, -175, 10]);
    for (const box of [
      [170, -20, 190, 20],
      [-190, -20, -170, 20],
    ] as GridBox[]) {
      const grid = waterGrid(frameOver(box, 4_000), [cut]);
      for (const lon of [176, 179.9, 180, -179.9, -176]) expect(isPassable(grid, [lon, 0])).toBe(false);
      for (const lon of [173, -173]) expect(isPassable(grid, [lon, 0])).toBe(true);
    }
  });

  test('a grid that goes round joins its ends', () => {
    const grid = waterGrid(frameOver([-180, -60, 180, 60], 6_000), []);
    expect(grid.round).toBe(true);
    const km = marchedKm(grid, [{ cell: cellAt(grid, [-179, 0]), km: 0 }], Infinity);
    expect(km[cellAt(grid, [179, 0])]).toBeLessThan(800);
  });

  test('canals join the seas, on a grid of the whole world', () => {
    const world = shippedLand([-180, -85, 180, 85]);
    const frame = frameOver([25, 10, 60, 45], 60_000);
    const [port, aden]: [LonLat, LonLat] = [
      [32, 33],
      [45, 12],
    ];
    expect(joined(waterGrid(frame, world), port, aden)).toBe(false);
    expect(joined(waterGrid(frame, world, PASSAGES), port, aden)).toBe(true);
  });

  test('a long time reaches round a continent', () => {
    const wall = rectangles([-180, -90, 180, 90], [-20, -60, 20, 85]);
    const reach = reachOf(ask([-40, 0], [-40, 0], 1500, 14), [wall], 20_000);
    // From west of the wall to a place east of it, the other way round or by its southern end.
    const margin = marginKm(reach, [40, 0], 750 * HOUR);
    const bySouth =
      geodesicKm([-40, 0], [-20, -60]) + geodesicKm([-20, -60], [20, -60]) + geodesicKm([20, -60], [40, 0]);
    expect(kmSailed(750 * HOUR, 14) - margin).toBeLessThanOrEqual(bySouth);
    expect(kmSailed(750 * HOUR, 14) - margin).toBeGreaterThan(bySouth * 0.95);
  });
});

describe('what cannot be sailed', () => {
  const box: GridBox = [0, 0, 10, 10];
  const wide: GridBox = [-40, -40, 50, 50];

  test('waters apart, land without water', () => {
    expect(answer(ask([5, 4], [5, 7], 40, 16), [rectangles(wide, [-50, 5, 60, 6])], 4_000)).toEqual({
      kind: 'none',
      reason: 'not-connected',
    });
    expect(answer(ask([5, 5], [5, 7], 100, 16), [rectangles(wide, [-50, -50, 60, 6])], 4_000)).toEqual({
      kind: 'none',
      reason: 'no-water-nearby',
    });
  });

  test('an island makes a hole in the outline, and the outline lies within the box', () => {
    const island = rectangles(box, [4.5, 4.5, 5.5, 5.5]);
    const question = ask([3, 5], [7, 5], 60, 12);
    const reach = reachOf(question, [island], 20_000);
    const outline = outliner(reach)(30 * HOUR);
    expect(outline).toHaveLength(1);
    expect(outline[0]).toHaveLength(2);
    const [west, south, east, north] = reachBox(question);
    for (const ring of outline[0] ?? []) {
      expect(ring[0]).toEqual(ring.at(-1));
      for (const [lon, lat] of ring) {
        expect(lon > west && lon < east && lat > south && lat < north).toBe(true);
      }
    }
    const areas = (outline[0] ?? []).map((ring) =>
      ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0), 0),
    );
    expect(areas[0]).toBeGreaterThan(0);
    expect(areas[1]).toBeLessThan(0);
    // The water is less than the lens by the island.
    const open = reachAreaKm2(reachOf(question, [], 20_000), 30 * HOUR);
    const square = 111.3 * 110.6;
    expect(open - reachAreaKm2(reach, 30 * HOUR)).toBeGreaterThan(square * 0.9);
    expect(marginKm(reach, [5, 5], 30 * HOUR)).toBe(-Infinity);
  });

  test('the shadow of a wall: the way leads round its end', () => {
    const half = rectangles([0, 0, 20, 10], [5, 5, 15, 5.5]);
    const reach = reachOf(ask([10, 4], [10, 4], 150, 10), [half], 40_000);
    const behind: LonLat = [10, 6.5];
    const round = Math.min(
      ...[5, 15].map(
        (lon) => geodesicKm([10, 4], [lon, 5]) + geodesicKm([lon, 5], [lon, 5.5]) + geodesicKm([lon, 5.5], behind),
      ),
    );
    const km = kmSailed(75 * HOUR, 10) - marginKm(reach, behind, 75 * HOUR);
    // A corner is cut by a cell at most, on the way to it and on the way from it.
    const cell = reach.grid.heights[0] as number;
    expect(km).toBeLessThanOrEqual(round);
    expect(km).toBeGreaterThan(round * 0.995 - 4 * cell);
    expect(4 * cell).toBeLessThan(round * 0.08);
  });
});
