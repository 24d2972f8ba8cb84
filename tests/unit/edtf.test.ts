import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, EdtfError, HOUR, readEdtf } from '../../src/model/edtf.ts';

const utc = (year: number, month: number, day = 1, hour = 0, minute = 0, second = 0, milli = 0): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, milli);
  return date.getTime();
};

const window = (text: string, days?: number) => {
  const { earliest, latest } = readEdtf(text, days);
  return [earliest, latest];
};

describe('windows of the supported forms', () => {
  test.each([
    // Level 0
    ['1985', utc(1985, 1), utc(1986, 1)],
    ['1985-04', utc(1985, 4), utc(1985, 5)],
    ['1985-12', utc(1985, 12), utc(1986, 1)],
    ['1985-04-12', utc(1985, 4, 12), utc(1985, 4, 13)],
    ['1985-04-12T23:20:30', utc(1985, 4, 12, 23, 20, 30), utc(1985, 4, 12, 23, 20, 31)],
    ['1985-04-12T23:20:30Z', utc(1985, 4, 12, 23, 20, 30), utc(1985, 4, 12, 23, 20, 31)],
    ['1985-04-12T23:20:30-04:00', utc(1985, 4, 13, 3, 20, 30), utc(1985, 4, 13, 3, 20, 31)],
    ['1985-04-12T23:20:30+04:30', utc(1985, 4, 12, 18, 50, 30), utc(1985, 4, 12, 18, 50, 31)],
    ['2023-09-10T12:00Z', utc(2023, 9, 10, 12), utc(2023, 9, 10, 12, 1)],
    ['2023-09-10T00:30+14:00', utc(2023, 9, 9, 10, 30), utc(2023, 9, 9, 10, 31)],
    ['2023-09-10T12:00:00.25Z', utc(2023, 9, 10, 12, 0, 0, 250), utc(2023, 9, 10, 12, 0, 0, 251)],
    ['1964/2008', utc(1964, 1), utc(2009, 1)],
    ['2004-06/2006-08', utc(2004, 6), utc(2006, 9)],
    ['2004-02-01/2005-02-08', utc(2004, 2, 1), utc(2005, 2, 9)],
    ['2004-02-01/2005-02', utc(2004, 2, 1), utc(2005, 3)],
    ['2024-03-05T06:00Z/2024-03-05T18:00Z', utc(2024, 3, 5, 6), utc(2024, 3, 5, 18, 1)],
    // Level 1
    ['1984?', utc(1984, 1), utc(1985, 1)],
    ['2004-06~', utc(2004, 6) - 5 * DAY, utc(2004, 7) + 5 * DAY],
    ['2004-06-11%', utc(2004, 6, 6), utc(2004, 6, 17)],
    ['201X', utc(2010, 1), utc(2020, 1)],
    ['20XX', utc(2000, 1), utc(2100, 1)],
    ['2004-XX', utc(2004, 1), utc(2005, 1)],
    ['1985-04-XX', utc(1985, 4), utc(1985, 5)],
    ['1985-XX-XX', utc(1985, 1), utc(1986, 1)],
    ['1985-04-12/..', utc(1985, 4, 12), Infinity],
    ['1985-04/', utc(1985, 4), Infinity],
    ['../1985-04-12', -Infinity, utc(1985, 4, 13)],
    ['/1985', -Infinity, utc(1986, 1)],
    ['1984~/2004-06', utc(1984, 1) - 5 * DAY, utc(2004, 7)],
    ['2023-08-15~/2023-10-14', utc(2023, 8, 10), utc(2023, 10, 15)],
    // Seasons: of both hemispheres, northern, southern
    ['2001-21', utc(2001, 3), utc(2001, 12)],
    ['2001-22', utc(2001, 6), utc(2002, 3)],
    ['2001-23', utc(2001, 3), utc(2001, 12)],
    ['2001-24', utc(2001, 6), utc(2002, 3)],
    ['2001-25', utc(2001, 3), utc(2001, 6)],
    ['2001-28', utc(2001, 12), utc(2002, 3)],
    ['2001-29', utc(2001, 9), utc(2001, 12)],
    ['2001-30', utc(2001, 12), utc(2002, 3)],
    ['2001-32', utc(2001, 6), utc(2001, 9)],
    // Level 2: one of a set, qualified parts
    ['[2024-03-01,2024-03-04]', utc(2024, 3, 1), utc(2024, 3, 5)],
    ['[2024-03-04, 2024-03-01]', utc(2024, 3, 1), utc(2024, 3, 5)],
    ['[1667,1668,1670..1672]', utc(1667, 1), utc(1673, 1)],
    ['[..2024-03-05]', -Infinity, utc(2024, 3, 6)],
    ['[2024-03-05..]', utc(2024, 3, 5), Infinity],
    ['[1760-01,1760-02,1760-12..]', utc(1760, 1), Infinity],
    ['[2023-09-07..2023-09-08]', utc(2023, 9, 7), utc(2023, 9, 9)],
    ['2024-03-~05', utc(2024, 2, 29), utc(2024, 3, 11)],
    // Calendar
    ['2024-02-29', utc(2024, 2, 29), utc(2024, 3, 1)],
    ['2000-02', utc(2000, 2), utc(2000, 2, 30)],
    ['1900-02', utc(1900, 2), utc(1900, 3, 1)],
    ['0050', utc(50, 1), utc(51, 1)],
    ['0050-03-01', utc(50, 3, 1), utc(50, 3, 2)],
    ['0000-02-29', utc(0, 2, 29), utc(0, 3, 1)],
    ['9999-12-31', utc(9999, 12, 31), utc(10000, 1, 1)],
    ['  2023-09 ', utc(2023, 9), utc(2023, 10)],
  ])('%s', (text, earliest, latest) => {
    expect(window(text)).toEqual([earliest, latest]);
  });

  test('the year 50 is not 1950', () => {
    expect(readEdtf('0050-01-01').earliest).toBe(-60_589_296_000_000);
  });

  test('the width of "~" is what the case says, and never moves the middle', () => {
    expect(window('2023-08-15~', 0)).toEqual([utc(2023, 8, 15), utc(2023, 8, 16)]);
    expect(window('2023-08-15~', 12)).toEqual([utc(2023, 8, 3), utc(2023, 8, 28)]);
    expect(window('2023-08-15', 12)).toEqual([utc(2023, 8, 15), utc(2023, 8, 16)]);
    expect(window('2023-08-15~', 1 / 3 ** 9).every(Number.isInteger)).toBe(true);
  });

  test('an interval keeps its first and its last unit apart', () => {
    const date = readEdtf('2023-10-10/2023-10-11');
    expect(date.first).toEqual({ earliest: utc(2023, 10, 10), latest: utc(2023, 10, 11) });
    expect(date.last).toEqual({ earliest: utc(2023, 10, 11), latest: utc(2023, 10, 12) });
    const open = readEdtf('../2023-10-11');
    expect(open.first).toEqual({ earliest: -Infinity, latest: Infinity });
    expect(open.last).toEqual({ earliest: utc(2023, 10, 11), latest: utc(2023, 10, 12) });
    const set = readEdtf('[2023-10-10..2023-10-11]');
    expect(set.first).toEqual({ earliest: utc(2023, 10, 10), latest: utc(2023, 10, 12) });
    expect(set.last).toEqual(set.first);
  });

  test.each([
    ['2023-09', false, false],
    ['2023-09?', false, true],
    ['2023-09~', true, false],
    ['2023-09%', true, true],
    ['2023?-09', false, true],
    ['%2023-09-05', true, true],
    ['2023-09?/2023-10~', true, true],
    ['[2023-09-01?,2023-09-05]', false, true],
  ])('%s: approximate %s, uncertain %s', (text, approximate, uncertain) => {
    expect(readEdtf(text)).toMatchObject({ text, approximate, uncertain });
  });
});

describe('refused', () => {
  test.each([
    ['', 'the date is empty'],
    ['   ', 'the date is empty'],
    ['10 September 2023', 'is not an EDTF date'],
    ['2023-9-1', 'is not an EDTF date'],
    ['20230901', 'is not an EDTF date'],
    ['12/09/2023', 'has more than two sides'],
    ['2023/12.9.', 'is not an EDTF date', '12.9.'],
    ['2023-09-12T', 'is not an EDTF date'],
    ['2023-09~T10:00Z', 'is not an EDTF date'],
    ['..', 'is not an EDTF date'],
    ['2023-13', 'has no such month'],
    ['2023-00', 'has no such month'],
    ['2023-20', 'has no such month'],
    ['2023-33', 'has no such month'],
    ['2023-21-05', 'has no such month'],
    ['2023-09-31', 'is no day of the calendar'],
    ['2023-09-00', 'is no day of the calendar'],
    ['2023-02-29', 'is no day of the calendar'],
    ['1900-02-29', 'is no day of the calendar'],
    ['2023-02-29T10:00Z', 'is no day of the calendar'],
    ['2023-13-01T10:00Z', 'is no day of the calendar'],
    ['2023-09-10T24:00Z', 'has no such time of day'],
    ['2023-09-10T12:60Z', 'has no such time of day'],
    ['2023-09-10T12:00:60Z', 'has no such time of day'],
    ['2023-09-10T12:00+15:00', 'has no such time zone'],
    ['2023-09-10T12:00+09:60', 'has no such time zone'],
    ['2023-XX-05', 'has a day in an unknown month'],
    ['202X-05', 'has a month in an unknown year'],
    ['2023-09-12/2023-09-10', 'ends before it begins'],
    ['2023-09/2023-08', 'ends before it begins'],
    ['2021/2022/2023', 'has more than two sides'],
    ['../..', 'has no date on either side'],
    ['/', 'has no date on either side'],
    ['[2023-09-01', 'lacks its closing bracket'],
    ['[]', 'is no member of the set'],
    ['[2023-09-01,]', 'is no member of the set'],
    ['[..]', 'has no date'],
    ['[2021..2022..2023]', 'is no member of the set'],
    ['[2023-09-12..2023-09-10]', 'has a range that ends before it begins'],
    ['[2023/2024]', 'is not an EDTF date', '2023/2024'],
    ['{2023-09-01,2023-09-05}', '"all of a set" is not a date of one event'],
  ])('%s', (text, message, named = text) => {
    let error: unknown;
    try {
      readEdtf(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(EdtfError);
    expect((error as EdtfError).message).toContain(message);
    if (text.trim() !== '') expect((error as EdtfError).message).toContain(`"${named}"`);
  });

  const pieces = fc.constantFrom(...'2023 2023-09-05 1999 -09 -31 ~ ? % X / .. [ ] , T10:00 Z'.split(' '));

  test('any string is a date or an EdtfError', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 6 }).map((list) => list.join('')),
    );
    let dates = 0;
    fc.assert(
      fc.property(texts, (text) => {
        try {
          const { earliest, latest, first, last } = readEdtf(text);
          dates++;
          // NaN is on no side of anything.
          expect(earliest < latest && first.earliest < first.latest && last.earliest < last.latest).toBe(true);
        } catch (error) {
          if (!(error instanceof EdtfError)) throw error;
          expect(error.message.length).toBeGreaterThan(10);
        }
      }),
      { numRuns: 1500, seed: 10 },
    );
    expect(dates).toBeGreaterThan(20);
  });
});

describe('any day', () => {
  const days = fc.integer({ min: utc(0, 1) / DAY, max: utc(9999, 12, 31) / DAY }).map((n) => n * DAY);
  const written = (day: number): string => new Date(day).toISOString().slice(0, 10);

  test('comes back as the 24 hours it was written for', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(window(written(day))).toEqual([day, day + DAY]);
      }),
    );
  });

  test('lies within every less precise way to write it', () => {
    const vaguer = fc.constantFrom<(day: string) => string>(
      (day) => `${day}~`,
      (day) => `${day}%`,
      (day) => `${day}?`,
      (day) => day.slice(0, 7),
      (day) => `${day.slice(0, 7)}-XX`,
      (day) => `${day.slice(0, 7)}~`,
      (day) => day.slice(0, 4),
      (day) => `${day.slice(0, 4)}-XX`,
      (day) => `${day.slice(0, 3)}X`,
      (day) => `${day.slice(0, 2)}XX`,
      (day) => `${day}/..`,
      (day) => `/${day}`,
      (day) => `[..${day}]`,
      (day) => `[${day}..]`,
      (day) => `[${day},2000]`,
      (day) => `0000/${day}`,
    );
    fc.assert(
      fc.property(days, vaguer, fc.integer({ min: 0, max: 40 }), (day, blur, slack) => {
        const [earliest, latest] = window(blur(written(day)), slack) as [number, number];
        expect(earliest).toBeLessThanOrEqual(day);
        expect(latest).toBeGreaterThanOrEqual(day + DAY);
      }),
      { numRuns: 400 },
    );
  });

  test('has the season of its month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9998 }), fc.constantFrom(21, 22, 23, 24), (year, season) => {
        const text = `${String(year).padStart(4, '0')}-`;
        const [earliest, latest] = window(`${text}${season}`) as [number, number];
        for (const hemisphere of [season + 4, season + 8]) {
          const [from, to] = window(`${text}${hemisphere}`) as [number, number];
          expect(earliest <= from && to <= latest).toBe(true);
          expect(to - from).toBeGreaterThan(89 * DAY);
        }
      }),
    );
  });

  test('at any time of any zone is the moment that the platform reads', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const zones = fc.tuple(fc.constantFrom('+', '-'), fc.nat({ max: 14 }), fc.nat({ max: 59 }));
    fc.assert(
      fc.property(days, fc.nat({ max: 24 * 60 - 1 }), zones, (day, time, [sign, hour, minute]) => {
        const text = `${written(day)}T${two(Math.floor(time / 60))}:${two(time % 60)}:00${sign}${two(hour)}:${two(minute)}`;
        expect(readEdtf(text).earliest).toBe(Date.parse(text));
        expect(readEdtf(text.slice(0, 19)).earliest).toBe(day + Math.floor(time / 60) * HOUR + (time % 60) * 60_000);
      }),
    );
  });
});
