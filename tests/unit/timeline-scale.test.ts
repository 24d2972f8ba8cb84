import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/model/edtf.ts';
import { givesWay, playheadAt } from '../../src/timeline/playhead.ts';
import { shortened, textWidth } from '../../src/timeline/text-width.ts';
import { snapped, ticksOf, timeScale } from '../../src/timeline/time-scale.ts';

const window = (earliest: string, latest: string) => ({ earliest: Date.parse(earliest), latest: Date.parse(latest) });
const AUTUMN = window('2023-08-10T00:00Z', '2023-10-20T00:00Z');
const labels = (axis: typeof AUTUMN, width: number, room = 110) =>
  ticksOf(timeScale(axis, 0, width), room)
    .filter(({ unit }) => unit !== null)
    .map(({ t }) => new Date(t).toISOString().slice(0, 16));

describe('timeScale', () => {
  test('a moment goes to its pixel and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.integer({ min: HOUR, max: 3e12 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 50, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (start, span, x0, room, share) => {
          const scale = timeScale({ earliest: start, latest: start + span }, x0, x0 + room);
          const t = start + share * span;
          // Half a ten-thousandth of a pixel.
          expect(Math.abs(scale.t(scale.x(t)) - t)).toBeLessThanOrEqual((span / room) * 0.00005 + 0.01);
          expect(scale.x(start)).toBe(x0);
        },
      ),
    );
  });

  test('refuses an axis or a room without width', () => {
    expect(() => timeScale({ earliest: 5, latest: 5 }, 0, 100)).toThrow(RangeError);
    expect(() => timeScale({ earliest: 0, latest: Infinity }, 0, 100)).toThrow(RangeError);
    expect(() => timeScale(AUTUMN, 100, 100)).toThrow(RangeError);
  });

  test('snaps to whole steps from the start and stays on the axis', () => {
    const scale = timeScale(AUTUMN, 0, 1000);
    expect(snapped(scale, AUTUMN.earliest + 1.6 * HOUR, HOUR)).toBe(AUTUMN.earliest + 2 * HOUR);
    expect(snapped(scale, 0, HOUR)).toBe(AUTUMN.earliest);
    expect(snapped(scale, 1e14, HOUR)).toBe(AUTUMN.latest);
  });
});

describe('ticksOf', () => {
  test('two months at 1000 px: the 1st and the 15th, small ones every five days', () => {
    expect(labels(AUTUMN, 1000)).toEqual(
      ['2023-08-15', '2023-09-01', '2023-09-15', '2023-10-01', '2023-10-15'].map((day) => `${day}T00:00`),
    );
    const small = ticksOf(timeScale(AUTUMN, 0, 1000), 110).filter(({ unit }) => unit === null);
    expect(small.map(({ t }) => new Date(t).getUTCDate())).toEqual([10, 20, 25, 30, 5, 10, 20, 25, 30, 5, 10, 20]);
  });

  test('begins at midnight of UTC in every zone of the reader', () => {
    for (const { t } of ticksOf(timeScale(AUTUMN, 0, 1000), 110)) expect(t % DAY).toBe(0);
    expect(labels(window('2023-09-10T00:00Z', '2023-09-10T12:00Z'), 600)).toEqual(
      ['00:00', '03:00', '06:00', '09:00', '12:00'].map((clock) => `2023-09-10T${clock}`),
    );
  });

  test('an hour, a year and a century have ticks too', () => {
    expect(labels(window('2023-09-10T10:00Z', '2023-09-10T11:00Z'), 1000)).toHaveLength(5);
    expect(labels(window('2023-01-01T00:00Z', '2024-01-01T00:00Z'), 1000)).toHaveLength(5);
    expect(labels(window('1900-01-01T00:00Z', '2000-01-01T00:00Z'), 1000)[1]).toBe('1920-01-01T00:00');
  });

  test('labelled ticks have the room asked for, from an hour to a century', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 200, max: 2000 }), (share, width) => {
        const span = HOUR * (100 * 365.25 * 24) ** share;
        const scale = timeScale({ earliest: AUTUMN.earliest, latest: AUTUMN.earliest + span }, 0, width);
        const xs = ticksOf(scale, 60).filter(({ unit }) => unit !== null);
        const gaps = xs.slice(1).map(({ x }, at) => x - (xs[at]?.x ?? 0));
        expect(Math.min(60, ...gaps)).toBeGreaterThanOrEqual(59.5);
        for (const { x } of xs) expect(x >= 0 && x <= width).toBe(true);
      }),
    );
  });
});

describe('playhead', () => {
  test('stands exactly at its moment, its pill never off the picture', () => {
    const scale = timeScale(AUTUMN, 14, 306);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const t = AUTUMN.earliest + share * (AUTUMN.latest - AUTUMN.earliest);
        const { x, pill, pillWidth } = playheadAt(scale, t, '10 Sep 12:00', 320);
        expect(x).toBe(scale.x(t));
        expect(pill - pillWidth / 2).toBeGreaterThanOrEqual(0);
        expect(pill + pillWidth / 2).toBeLessThanOrEqual(320);
      }),
    );
  });

  test('words of a tick give way when the pill would touch them', () => {
    const scale = timeScale(AUTUMN, 0, 1000);
    const head = playheadAt(scale, Date.parse('2023-09-15T12:00Z'), '15 Sep 12:00', 1000);
    const away = ticksOf(scale, 110).filter((tick) => tick.unit !== null && givesWay(tick, 36, head));
    expect(away.map(({ t }) => t)).toEqual([Date.parse('2023-09-15T00:00Z')]);
  });
});

describe('textWidth', () => {
  test('grows with every letter and with the size', () => {
    expect(textWidth('', 12)).toBe(0);
    expect(textWidth('Najin', 10)).toBeCloseTo(6.47 + 5.04 + 2.47 + 2.46 + 5.47, 9);
    expect(textWidth('Najin', 10, 600)).toBeGreaterThan(textWidth('Najin', 10));
    expect(textWidth('나진', 10)).toBeCloseTo(18.4, 9);
  });

  test('shortens only what does not fit', () => {
    expect(shortened('White House', 100, 12)).toBe('White House');
    const short = shortened('White House', 40, 12);
    expect(short).toMatch(/^Whi.*…$/);
    expect(textWidth(short, 12)).toBeLessThanOrEqual(40);
    expect(shortened('White House', 3, 12)).toBe('');
  });
});
