import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/model/edtf.ts';
import type { Case } from '../../src/state/case.ts';
import { type Band, inkOf, isOneTrip, type XY } from '../../src/timeline/bands.ts';
import { type Row, SIZES } from '../../src/timeline/strips.ts';
import { caseOf, NAJIN_DUNAY, pictureOf } from './timeline-case.ts';

const PACIFIC = caseOf('tests/fixtures/pacific-case');
const WIDTHS = [320, 390, 640, 1280, 2000];
const MODES = ['left', 'above', 'compact'] as const;

const rowOf = (rows: readonly Row[], voyage: string): Row => {
  const row = rows.find((one) => one.kind === 'voyage' && one.voyages[0]?.voyage.id === voyage);
  if (!row) throw new Error(`no row of ${voyage}`);
  return row;
};
const desktop = (selected: string | null) => pictureOf(NAJIN_DUNAY, 1280, 'left', selected);
const days = ({ points: [a, , , d] }: Band, pxPerDay: number): number => (d[0] - a[0]) / pxPerDay;

/** Whether a point is inside a band, or off it by no more than rounding. */
function inside(band: Band, [x, y]: XY): boolean {
  const [a, b, c, d] = band.points;
  const share = (y - a[1]) / (b[1] - a[1]);
  return x >= a[0] + share * (b[0] - a[0]) - 0.01 && x <= d[0] + share * (c[0] - d[0]) + 0.01;
}

describe('inkOf', () => {
  test('never grows with the days, and stays between its bounds', () => {
    let previous = 1;
    for (let at = 0; at < 400; at++) {
      const ink = inkOf(at / 4);
      expect(ink).toBeLessThanOrEqual(previous);
      expect(ink).toBeGreaterThanOrEqual(0.12);
      expect(ink).toBeLessThanOrEqual(0.85);
      previous = ink;
    }
    expect(inkOf(10)).toBeCloseTo(0.46, 9);
  });
});

describe('layOutStrips', () => {
  test('a strip a voyage, the selected one tall, grouped by ship', () => {
    const { strips } = desktop('angara-white-house');
    expect(strips.rows.map(({ top, bottom }) => bottom - top)).toEqual([23, 50, 23, 23, 23]);
    expect(strips.groups.map(({ vessel }) => vessel)).toEqual(['angara', 'maria']);
    const gaps = strips.rows.slice(1).map(({ top }, at) => top - (strips.rows[at]?.bottom ?? 0));
    expect(gaps).toEqual([8, 8, 14, 8]);
  });

  test('compact strips are 14 px and none is opened', () => {
    const { strips } = pictureOf(NAJIN_DUNAY, 640, 'compact', 'angara-white-house');
    expect(strips.rows.map(({ top, bottom, selected }) => [bottom - top, selected])).toEqual(
      Array(5).fill([14, false]),
    );
  });

  test('windows, ink and edges of the best-dated crossing', () => {
    const { strips, scale } = desktop(null);
    const pxPerDay = scale.x(DAY) - scale.x(0);
    const [out, back] = rowOf(strips.rows, 'angara-white-house').bands as [Band, Band];
    expect(days(out, pxPerDay)).toBeCloseTo(16.2, 1);
    expect(days(back, pxPerDay)).toBeCloseTo(5.73, 1);
    expect(back.opacity).toBeCloseTo(4.6 / 5.73, 2);
    expect([back.left, back.right].map(({ sharp }) => sharp)).toEqual([true, true]);
    expect([out.left, out.right].map(({ sharp }) => sharp)).toEqual([false, false]);
    expect(out.left.fade).toBe(46);
    // Laden from the lower port to the upper.
    expect(back.points[0][1]).toBe(back.strip.bottom);
    expect(back.strip.ports).toEqual(['dunay', 'najin']);
  });

  test('an undated trip and one of a month are one band each; three orders leave two gaps', () => {
    const { strips, scale } = desktop(null);
    expect(NAJIN_DUNAY.voyages.filter(isOneTrip).map(({ voyage }) => voyage.id)).toEqual([
      'angara-undated',
      'maria-september',
    ]);
    const undated = rowOf(strips.rows, 'angara-undated').bands;
    expect(undated.map(({ legs }) => legs)).toEqual(Array(3).fill([0, 1]));
    const [first, between, last] = undated.map(({ x1, x2 }) => [scale.t(x1), scale.t(x2)] as const);
    expect(first?.[1]).toBeLessThan(between?.[0] ?? 0);
    expect(between?.[1]).toBeLessThan(last?.[0] ?? 0);
    // No piece reaches beyond the windows of some order.
    const { legs } = NAJIN_DUNAY.voyage('angara-undated') ?? { legs: [] };
    for (const [from, to] of [first, between, last] as [number, number][]) {
      expect(legs[0]?.chances.some(({ depart }) => Math.abs(depart.earliest - from) < 1000)).toBe(true);
      expect(legs[1]?.chances.some(({ arrive }) => Math.abs(arrive.latest - to) < 1000)).toBe(true);
    }
    const september = rowOf(strips.rows, 'maria-september').bands;
    expect(september.map(({ window }) => window)).toEqual([
      { earliest: Date.UTC(2023, 8, 1), latest: Date.UTC(2023, 9, 1) },
    ]);
  });

  test.each<[string, Case]>([
    ['Najin-Dunay', NAJIN_DUNAY],
    ['Pacific', PACIFIC],
  ])('%s: every illustrative line lies in bands and is of one voyage', (_, shown) => {
    for (const mode of MODES) {
      for (const width of WIDTHS) {
        const { strips } = pictureOf(shown, width, mode, null);
        expect(strips.rows.flatMap(({ lines }) => lines).length).toBeGreaterThan(0);
        for (const { lines, bands } of strips.rows) {
          for (const { voyage, points } of lines) {
            for (const point of points) {
              const own = bands.filter((band) => band.voyage === voyage);
              expect(own.some((band) => inside(band, point))).toBe(true);
            }
          }
        }
      }
    }
  });

  test('marks: filled, hollow and box, at the middle of their dates', () => {
    const { strips, scale } = desktop(null);
    const marks = (voyage: string) =>
      rowOf(strips.rows, voyage).marks.map(({ kind, side, x }) => [
        kind,
        side,
        new Date(scale.t(x)).toISOString().slice(5, 16),
      ]);
    expect(marks('angara-white-house')).toEqual([
      ['cargo', 'bottom', '09-08T00:00'],
      ['named', 'top', '09-12T12:00'],
    ]);
    expect(marks('angara-august')).toEqual([['unnamed', 'bottom', '08-26T12:00']]);
    expect(marks('maria-october')).toEqual([
      ['named', 'bottom', '10-10T12:00'],
      ['named', 'bottom', '10-11T12:00'],
      ['unnamed', 'bottom', '10-12T12:00'],
      ['named', 'top', '10-14T12:00'],
    ]);
    const seen = rowOf(strips.rows, 'maria-october').marks;
    expect(seen[1]?.since).toBe(seen[0]?.x);
  });

  test('a voyage of three ports has a strip for each pair', () => {
    const rounded = caseOf('tests/fixtures/pacific-case', (file) => {
      const legs = ['suva', '7', 'nukualofa', 'suva'].flatMap((from, at, all) =>
        all[at + 1] ? [{ from, to: all[at + 1] }] : [],
      );
      file.voyages = [{ id: 'round', vessel: 'tern', legs }];
      file.sightings = [];
    });
    const { strips } = pictureOf(rounded, 1280, 'left', 'round');
    const [row] = strips.rows;
    expect(row?.strips.map(({ ports }) => ports.join())).toEqual(['suva,7', '7,nukualofa', 'nukualofa,suva']);
    expect(row?.bands.map(({ strip }) => row.strips.indexOf(strip))).toEqual([0, 1, 2]);
    expect(row?.lines).toHaveLength(3);
    const ends = row?.strips.flatMap(({ top, bottom }) => [top, bottom]) ?? [];
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
    expect(ends.every((y) => Number.isFinite(y))).toBe(true);
    expect(SIZES.left.selected).toBeGreaterThan(SIZES.left.strip);
  });
});
