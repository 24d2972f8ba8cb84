import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR } from '../../src/model/edtf.ts';
import { geodesicKm, greatCircle } from '../../src/model/geodesy.ts';
import { chordArcKm, unwrapLon } from '../../src/model/path.ts';
import type { LonLat } from '../../src/model/records.ts';
import { kmSailed, marginKm, type Reach, rangesAt, reachBox } from '../../src/reach/reach.ts';
import { portsInside, reachAreaKm2 } from '../../src/reach/reach-at.ts';
import { straightKm } from '../../src/reach/reach-field.ts';
import { type Outline, outliner } from '../../src/reach/reach-outline.ts';
import { answer, ask, reachOf } from './reach-cases.ts';
import { runs } from './runs.ts';

// Without land a reach is the lens of two geodesic circles.

const CELLS = 40_000;
const HOURS = 60;

const TRIPS: [string, LonLat, LonLat, number][] = [
  ['in middle latitudes', [-40, 35], [-30, 40], 16],
  ['over the 180th meridian', [178, 10], [-175, 4], 14],
  ['there and back', [0, -50], [0, -50], 10],
  ['far north', [-20, 70], [0, 72], 15],
];

const cellKm = ({ grid }: Reach, lat: number): number => grid.side * 6378 * Math.cos((lat * Math.PI) / 180);

/** The exact margin: what is left of either range at a place. */
function exactMargin(reach: Reach, p: LonLat, t: number): number {
  const [a, b] = rangesAt(reach, t);
  const { from, to } = reach.question;
  return Math.min(a - geodesicKm(from.position, p), b - geodesicKm(to.position, p));
}

function holds(outline: Outline, [lon, lat]: LonLat): boolean {
  let inside = false;
  for (const ring of outline.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1] as LonLat, ring[i] as LonLat];
      const x = unwrapLon(lon, a[0]);
      if (a[1] > lat !== b[1] > lat && x < a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside;
    }
  }
  return inside;
}

/** Points spread evenly over a box, by area of the map. */
function spread([west, south, east, north]: readonly number[], n: number): LonLat[] {
  const [w, s, e, t] = [west, south, east, north] as [number, number, number, number];
  return Array.from({ length: n * n }, (_, k) => [
    w + ((e - w) * ((k % n) + 0.5)) / n,
    s + ((t - s) * (Math.floor(k / n) + 0.5)) / n,
  ]);
}

describe.each(TRIPS)('a reach on open water %s', (_, from, to, knots) => {
  const question = ask(from, to, HOURS, knots);
  const reach = reachOf(question, [], CELLS);
  const box = reachBox(question);

  test('the margin is that of two geodesic circles: never less, and at most a tenth of a per cent more', () => {
    for (const share of [0.1, 0.4, 0.9]) {
      const t = share * HOURS * HOUR;
      for (const p of spread(box, 20)) {
        const exact = exactMargin(reach, p, t);
        if (exact < -50) continue;
        const margin = marginKm(reach, p, t);
        expect(margin).toBeGreaterThanOrEqual(exact);
        expect(margin).toBeLessThan(exact + 0.001 * reach.rangeKm + 0.05);
      }
    }
  });

  test('the outline holds every point of the lens, and none half a cell outside it', () => {
    const outlineAt = outliner(reach);
    for (const share of [0.15, 0.5, 0.8]) {
      const t = share * HOURS * HOUR;
      const outline = outlineAt(t);
      for (const p of spread(box, 40)) {
        const exact = exactMargin(reach, p, t);
        if (exact > 0 && !holds(outline, p)) expect.fail(`${p} is ${exact} km inside, and not drawn`);
        if (exact < -0.5 * cellKm(reach, p[1]) - 0.001 * reach.rangeKm && holds(outline, p)) {
          expect.fail(`${p} is ${-exact} km outside, and drawn`);
        }
      }
    }
  });

  test('its area is that of the lens, to a per cent and a half', () => {
    const t = 0.4 * HOURS * HOUR;
    const points = outliner(reach)(t).flat(2);
    const [lons, lats] = [points.map((p) => p[0]), points.map((p) => p[1])];
    const [west, south, east, north] = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
    const n = 60;
    const step = (north - south) / n;
    let area = 0;
    for (const p of spread([west, south, east, north], n)) {
      if (exactMargin(reach, p, t) <= 0) continue;
      area += chordArcKm([0, p[1]], [(east - west) / n, p[1]]) * chordArcKm([0, p[1] - step / 2], [0, p[1] + step / 2]);
    }
    expect(Math.abs(reachAreaKm2(reach, t) / area - 1)).toBeLessThan(0.015);
  });

  test('at its ends it is the two places', () => {
    const outlineAt = outliner(reach);
    for (const [t, place] of [
      [0, from],
      [HOURS * HOUR, to],
    ] as const) {
      expect(marginKm(reach, place, t)).toBeCloseTo(0, 9);
      for (const ring of outlineAt(t).flat()) for (const p of ring) expect(geodesicKm(p, place)).toBeLessThan(0.001);
      expect(reachAreaKm2(reach, t)).toBe(0);
      expect(marginKm(reach, [place[0] + 0.05, place[1]], t)).toBeLessThan(0);
      // A minute later, or before, she is within a few hundred metres.
      const near = outlineAt(t === 0 ? 60_000 : t - 60_000);
      expect(holds(near, place)).toBe(true);
      for (const p of near.flat(2)) expect(geodesicKm(p, place)).toBeLessThan(kmSailed(60_000, knots) * 1.02);
    }
    expect(outlineAt(-1)).toEqual([]);
    expect(outlineAt(HOURS * HOUR + 1)).toEqual([]);
    expect(reachAreaKm2(reach, -1)).toBe(0);
  });
});

test('a circle about one place has the area of a geodesic circle', () => {
  const reach = reachOf(ask([10, 0], [10, 0], 40, 15), [], CELLS);
  const km = kmSailed(20 * HOUR, 15);
  // Of a sphere of the Earth's size: 2 pi R2 (1 - cos(r / R)).
  const exact = 2 * Math.PI * 6371 ** 2 * (1 - Math.cos(km / 6371));
  expect(reachAreaKm2(reach, 20 * HOUR) / exact).toBeCloseTo(1, 2);
});

test('the direct way, the detour and the farthest point are those of an ellipse', () => {
  const [from, to]: [LonLat, LonLat] = [
    [-40, 35],
    [-30, 40],
  ];
  const reach = reachOf(ask(from, to, HOURS, 16), [], CELLS);
  const direct = geodesicKm(from, to);
  expect(reach.directKm).toBeLessThanOrEqual(direct);
  expect(reach.directKm).toBeGreaterThan(direct * 0.998);
  expect(reach.rangeKm).toBeCloseTo(HOURS * 16 * 1.852, 9);
  expect(reach.farthest.km / (reach.rangeKm / 2)).toBeCloseTo(1, 2);
});

test('a port counts while there is time for the ways there and on', () => {
  const [from, to]: [LonLat, LonLat] = [
    [-40, 35],
    [-30, 40],
  ];
  const reach = reachOf(ask(from, to, HOURS, 16), [], CELLS);
  const middle = greatCircle(from, to, 2000)[0] as LonLat;
  const [inside] = portsInside(reach, [{ id: 'middle', name: '', position: middle, claims: [] }]);
  const spare = ((reach.rangeKm - geodesicKm(from, to)) / 1.852 / 16) * HOUR;
  expect((inside?.spare ?? 0) / spare).toBeCloseTo(1, 2);
  expect(inside?.spare).toBeGreaterThanOrEqual(spare);
  expect(inside?.window.earliest).toBe(0);
  const far = { id: 'far', name: '', position: [-20, 20] as const, claims: [] };
  expect(portsInside(reach, [far])).toEqual([]);
  // 600 km of doubt about its berth would bring it in reach.
  const needed = geodesicKm(from, [-20, 20]) + geodesicKm([-20, 20], to);
  const doubt = (needed - reach.rangeKm) / 2 + 20;
  expect(portsInside(reach, [{ ...far, positionErrorKm: doubt }]).map(({ port }) => port)).toEqual(['far']);
});

test('a longer time or a greater speed never shrinks it', () => {
  const points = spread(reachBox(ask([-40, 35], [-38, 37], 30, 16)), 12);
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 30 }),
      fc.integer({ min: 10, max: 16 }),
      fc.nat(10),
      fc.nat(5),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (hours, knots, longer, faster, share) => {
        const small = reachOf(ask([-40, 35], [-38, 37], hours, knots), [], 3_000);
        const large = reachOf(ask([-40, 35], [-38, 37], hours + longer, knots + faster), [], 3_000);
        const t = share * hours * HOUR;
        for (const p of points) {
          // Not beyond the smaller grid: there both have nothing to say.
          const margin = marginKm(small, p, t);
          if (margin >= 0) expect(marginKm(large, p, t)).toBeGreaterThanOrEqual(margin - 0.001 * small.rangeKm);
        }
      },
    ),
    { numRuns: runs(8) },
  );
});

test('the margin changes by no more than the speed times the time', () => {
  const reach = reachOf(ask([178, 10], [-175, 4], HOURS, 14), [], 5_000);
  const points = spread(reachBox(reach.question), 6);
  fc.assert(
    fc.property(fc.nat(HOURS * 60 - 30), fc.integer({ min: 1, max: 30 }), (minute, minutes) => {
      const t = minute * 60_000;
      for (const p of points) {
        const [a, b] = [marginKm(reach, p, t), marginKm(reach, p, t + minutes * 60_000)];
        if (a > -Infinity) expect(Math.abs(b - a)).toBeLessThanOrEqual(kmSailed(minutes * 60_000, 14) * (1 + 1e-9));
      }
    }),
    { numRuns: runs(100) },
  );
});

test('what cannot be is said, with the reason', () => {
  const far = ask([-40, 35], [-30, 40], 10, 16);
  const tooFast = answer(far, [], CELLS);
  expect(tooFast).toMatchObject({ kind: 'none', reason: 'too-fast' });
  const needs = geodesicKm([-40, 35], [-30, 40]) / 1.852 / 10;
  if (tooFast.kind === 'none' && tooFast.reason === 'too-fast') {
    expect(tooFast.needsKnots).toBeLessThanOrEqual(needs);
    expect(tooFast.needsKnots).toBeGreaterThan(needs * 0.99);
  }
  const open = { ...far, window: { earliest: 0, latest: Infinity } };
  expect(answer(open, [], CELLS)).toEqual({ kind: 'none', reason: 'open-window' });
  expect(answer(ask([0, 84.5], [0, 84.5], 10, 10), [], CELLS)).toEqual({ kind: 'none', reason: 'near-pole' });
});

test('no geodesic is shorter than what is taken for the straight way', () => {
  const place = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -85, max: 85, noNaN: true }),
  );
  fc.assert(
    fc.property(place, place, (a, b) => {
      const exact = geodesicKm(a, b);
      expect(straightKm(a, b)).toBeLessThanOrEqual(exact + 1e-9);
      if (exact < 5000) expect(straightKm(a, b)).toBeGreaterThanOrEqual(exact * 0.998 - 1e-9);
    }),
    { numRuns: runs(300) },
  );
});
