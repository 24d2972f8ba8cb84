import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDates } from '../../src/i18n/dates.ts';
import { DAY } from '../../src/model/edtf.ts';
import { type Flag, layOutFlags } from '../../src/timeline/flags.ts';
import { overlaps } from '../../src/timeline/free-room.ts';
import { timeScale } from '../../src/timeline/time-scale.ts';
import { NAJIN_DUNAY, pictureOf } from './timeline-case.ts';

const START = Date.UTC(2023, 7, 10);
const AXIS = { earliest: START, latest: START + 71 * DAY };

/** No words on words, none across a pole that comes down from a higher level. */
function expectApart(flags: readonly Flag[]): void {
  const worded = flags.filter((flag) => flag.box !== undefined);
  worded.forEach(({ box }, at) => {
    for (const other of worded.slice(at + 1)) expect(box && other.box && overlaps(box, other.box)).toBe(false);
    for (const pole of worded) {
      if (!box || pole.place !== 'flag' || pole.y >= box.y0) continue;
      expect(pole.x > box.x0 && pole.x < box.x1).toBe(false);
    }
  });
}

const layOut = (dates: readonly string[], width: number, levels: readonly number[]) =>
  layOutFlags({
    events: dates.map((date, at) => ({ id: String(at), title: '', date, claims: [] })),
    approximateDays: 5,
    scale: timeScale(AXIS, Math.min(200, width / 4), width - 40),
    names: { short: ({ id }) => `event number ${id}`, days: createDates('en', 'UTC').days },
    width,
    levels,
    bare: 43,
    size: 11.5,
    margin: 8,
  });

describe('layOutFlags', () => {
  test('no two labels overlap, whatever the dates', () => {
    const day = fc.integer({ min: -30, max: 100 }).map((at) => new Date(START + at * DAY).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 14 }),
        fc.integer({ min: 320, max: 2000 }),
        fc.constantFrom([33, 17], [12]),
        (dates, width, levels) => {
          const flags = layOut(dates, width, levels);
          expectApart(flags);
          const within = dates.filter((date) => Date.parse(date) >= START && Date.parse(date) <= AXIS.latest);
          expect(flags.filter(({ place }) => place === 'flag')).toHaveLength(within.length);
          for (const { box } of flags) expect(!box || (box.x0 >= 8 && box.x1 <= width - 7.99)).toBe(true);
        },
      ),
    );
  });

  test('a pole keeps clear of the words in a margin below it', () => {
    expectApart(layOut(['2023-11-01', '2023-10-21', '2023-09-27'], 381, [33, 17]));
  });

  test('every pole stands at its moment', () => {
    const { flags, scale } = pictureOf(NAJIN_DUNAY, 1280, 'left', null);
    const of = (id: string) => flags.find(({ event }) => event === id);
    expect(of('summit')?.x).toBe(scale.x(Date.UTC(2023, 8, 13)));
    expect(of('last-ais')?.x).toBe(scale.x0);
    expectApart(flags);
  });

  test('what lies off the axis stands in the margins', () => {
    const { flags } = pictureOf(NAJIN_DUNAY, 1280, 'left', null);
    expect(
      flags.filter(({ place }) => place !== 'flag').map(({ event, place, words }) => [event, place, words?.days]),
    ).toEqual([
      ['shoigu-visit', 'before', '25 – 27 Jul'],
      ['uk-mod', 'after', '26 Oct'],
    ]);
  });

  test('without room a flag is bare, and keeps its place', () => {
    const flags = layOut(['2023-09-13', '2023-09-13', '2023-09-13'], 320, [12]);
    expect(flags.filter(({ words }) => words === null)).toHaveLength(2);
    expect(new Set(flags.map(({ x }) => x)).size).toBe(1);
  });
});
