import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, folded, search, searchIndex } from '../../src/ui/finding/search.ts';
import { runs } from './runs.ts';
import { caseOf, NAJIN_DUNAY } from './timeline-case.ts';

const BALTIC = searchIndex(caseOf('tests/fixtures/many-ports-case'));
const found = (text: string, most = 6): string[] =>
  search(BALTIC, text, most).found.map(({ kind, id }) => `${kind} ${id}`);

describe('folded', () => {
  test.each([
    ['Gdańsk', 'gdansk'],
    ['KLAIPĖDA', 'klaipeda'],
    ['Świnoujście  (port)', 'swinoujscie port'],
    ['Ærø', 'aero'],
    ['Łódź', 'lodz'],
    ['São-Tomé', 'sao tome'],
    ['Владивосток', 'владивосток'],
    ['나진', '나진'.normalize('NFKD')],
    ['…', ''],
  ])('%s is %s', (text, plain) => expect(folded(text)).toBe(plain));

  test('of any text is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('search', () => {
  test('finds a port by its name in any language, with or without accents', () => {
    for (const text of ['Gdańsk', 'gdansk', 'Danzig', 'danz']) expect(found(text)[0]).toBe('port gdansk');
    expect(search(searchIndex(NAJIN_DUNAY), 'Дунай', 3).found[0]).toEqual({ kind: 'port', id: 'dunay' });
  });

  test('finds ships first, the whole name before its beginning before its middle', () => {
    expect(found('knot')[0]).toBe('ship knot');
    expect(found('r').slice(0, 2)).toEqual(['ship ruff', 'port riga']);
    expect(found('e').filter((one) => one.startsWith('port'))).toEqual(
      expect.arrayContaining(['port tallinn', 'port helsinki']),
    );
  });

  test('finds a voyage by its title, and by her ship and ports together', () => {
    expect(found('spring')).toEqual(['voyage k1']);
    expect(found('ruff helsinki gdansk')).toEqual(['voyage r7']);
    expect(found('reval dunlin')).toEqual(['voyage d1', 'voyage d2', 'voyage d3', 'voyage d4']);
  });

  test('lists so many of each kind and counts the rest; nothing for nothing', () => {
    const { found: some, counts } = search(BALTIC, 'kiel', 2);
    expect(some.map(({ kind }) => kind)).toEqual(['port', 'voyage', 'voyage']);
    expect(counts).toEqual({ ship: 0, port: 1, voyage: 6 });
    expect(found('zanzibar')).toEqual([]);
    expect(found(' . ')).toEqual([]);
  });

  test('every record is found by what it is called', () => {
    for (const { kind, id, names } of BALTIC) {
      for (const name of names) expect(found(name, 100)).toContain(`${kind} ${id}`);
    }
  });
});

describe('dateOf', () => {
  test('reads EDTF as a period, and a time of day as a moment', () => {
    expect(dateOf(' 2021-05 ')).toEqual({
      t: Date.UTC(2021, 4, 1),
      window: { earliest: Date.UTC(2021, 4, 1), latest: Date.UTC(2021, 5, 1) },
      period: '2021-05',
    });
    expect(dateOf('2021-05-03/2021-05-06')?.period).toBe('2021-05-03/2021-05-06');
    for (const text of ['2021-05-03 12:30', '2021-05-03T12:30Z'])
      expect(dateOf(text)).toMatchObject({ t: Date.UTC(2021, 4, 3, 12, 30), period: null });
    expect(dateOf('../2021-05-03')?.t).toBe(Date.UTC(2021, 4, 4) - 1);
  });

  test('reads nothing else, and never throws', () => {
    for (const text of ['', 'Riga', '2021-13', '../..', 'k1']) expect(dateOf(text), text).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = dateOf(text);
        expect(date === null || Number.isFinite(date.t)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });
});
