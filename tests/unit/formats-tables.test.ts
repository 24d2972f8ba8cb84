import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delimiterOf, rowReader } from '../../src/dataset/formats/delimited.ts';
import { FINDING_CODES, type Finding, findingsOf, rowRanges } from '../../src/dataset/formats/finding.ts';
import { fileOf } from '../../src/dataset/formats/reading.ts';
import { isImo } from '../../src/dataset/formats/ships.ts';
import { columnOrders, type TableToApprove } from '../../src/dataset/formats/table.ts';
import { readCellDate } from '../../src/dataset/formats/table-dates.ts';
import { buildVoyages } from '../../src/dataset/formats/voyage-table.ts';
import { readForeignFile } from '../../src/dataset/recognise.ts';
import { answersOf, build } from './format-fixtures.ts';
import { runs } from './runs.ts';

const PLACES = { Suva: [178.42, -18.13], Apia: [-171.76, -13.83], Tonga: [-175.2, -21.1] } as const;

function rowsOf(text: string, pieces: readonly number[] = [], delimiter = ','): string[][] {
  const rows: string[][] = [];
  const reader = rowReader(delimiter, (cells) => rows.push(cells), findingsOf('t'));
  let from = 0;
  for (const length of [...pieces, text.length]) {
    reader.push(text.slice(from, from + length));
    from += length;
  }
  reader.end();
  return rows;
}

async function tableOf(text: string): Promise<TableToApprove> {
  const read = await readForeignFile(fileOf('table.csv', text));
  if (read.kind !== 'table') throw new Error(`no table came of it: ${JSON.stringify(read)}`);
  return read.table;
}

const codes = (findings: readonly Finding[]) => findings.map(({ code, kept, path }) => [code, kept, path]);

describe('rows', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\rb\r', [['a'], ['b']]],
    ['"a ""b""",c', [['a "b"', 'c']]],
    ['"two\r\nlines",x', [['two\r\nlines', 'x']]],
    ['5" gun,"x"y', [['5" gun', 'xy']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['\n\na', [[''], [''], ['a']]],
    ['""', [['']]],
    ['', []],
  ])('%j', (text, rows) => expect(rowsOf(text)).toEqual(rows));

  test('any cells come back as they were written, in any pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', ';') });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.nat(5), { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (table, cuts, end) => {
          const written = table.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',') + end);
          expect(rowsOf(written.join(''), cuts)).toEqual(table);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  test.each([
    ['a,b\n1,2', ','],
    ['a;b;c\n"x, y";2;3', ';'],
    ['a\tb\n1,5\t2,5', '\t'],
    ['sep=|\na|b', '|'],
    ['alone\nalone', ','],
  ])('%j is parted by %j', (text, delimiter) => expect(delimiterOf(text)).toBe(delimiter));
});

describe('a date in a cell', () => {
  test.each([
    ['2023-09-12', '2023-09-12'],
    ['2023-08-15~', '2023-08-15~'],
    ['[2023-09-07..2023-09-08]', '[2023-09-07..2023-09-08]'],
    ['2023/9/2', '2023-09-02'],
    ['2023.09.02 7:05', '2023-09-02T07:05Z'],
    ['2023-09-02 07:05:09', '2023-09-02T07:05:09Z'],
    ['2023-09-02 07:05+09:00', '2023-09-02T07:05+09:00'],
    ['13/04/2023', '2023-04-13'],
    ['04/13/2023', '2023-04-13'],
    ['04/04/2023', '2023-04-04'],
    ['2023年9月12日', '2023-09-12'],
    ['2023년 9월', '2023-09'],
    ['12 Sep 2023', '2023-09-12'],
    ['September 12, 2023', '2023-09-12'],
    ['1er août 2023', '2023-08-01'],
    ['3. März 2023', '2023-03-03'],
    ['4 de mayo de 2023', '2023-05-04'],
    ['30 декабря 2022 г.', '2022-12-30'],
    ['17 Agustus 2023', '2023-08-17'],
    ['Sep 2023', '2023-09'],
  ])('%s is %s', (cell, edtf) => expect(readCellDate(cell, null)).toMatchObject({ edtf }));

  test('03/04/2023 is read in no order but the one that was said', () => {
    expect(readCellDate('03/04/2023', null)).toEqual({ needs: 'order' });
    expect(readCellDate('03/04/2023', 'day-first')).toMatchObject({ edtf: '2023-04-03' });
    expect(readCellDate('03/04/2023', 'month-first')).toMatchObject({ edtf: '2023-03-04' });
    expect(readCellDate('13/04/2023', 'month-first')).toHaveProperty('fault');
  });

  test.each(['', 'soon', '45181', '1/2/23', '31/02/2023', '2023-13-01', '2023/02/30', '12 Foo 2023', '99/99/2023'])(
    '%j is none',
    (cell) => expect(readCellDate(cell, 'day-first')).toHaveProperty('fault'),
  );

  test('nothing that anybody writes makes it throw, and what it gives can be read', () => {
    const numbers = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(9999)).map((three) => three.join('/'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), numbers), fc.constantFrom('day-first', 'month-first', null), (cell, order) => {
        const read = readCellDate(cell, order);
        if ('edtf' in read) expect(readCellDate(read.edtf, null)).toMatchObject({ edtf: read.edtf });
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the order of day and month', () => {
  const text = (...dates: string[]): string =>
    ['Ship,From,To,Departure,Arrival', ...dates.map((date) => `Tern,Suva,Apia,${date},`)].join('\n');

  test('is asked where no cell of the column proves it, with a cell that needs it', async () => {
    const table = await tableOf(text('03/04/2023', '05/04/2023'));
    const built = build(table, answersOf({ places: PLACES }));
    expect(built.dataset).toBeNull();
    expect(built.questions).toEqual([
      {
        ask: 'date-order',
        order: { field: 'depart', column: 3, order: null, needed: { row: 2, text: '03/04/2023' } },
      },
    ]);
    const answered = build(table, answersOf({ places: PLACES, dateOrder: 'month-first' }));
    expect(answered.dataset?.voyages.map(({ legs }) => legs[0]?.depart)).toEqual(['2023-03-04', '2023-05-04']);
  });

  test('is taken from the cell that proves it, which is named', async () => {
    const table = await tableOf(text('03/04/2023', '13/04/2023'));
    expect(columnOrders(table, table.columns)[0]).toMatchObject({
      order: 'day-first',
      provenBy: { row: 3, text: '13/04/2023' },
    });
    const built = build(table, answersOf({ places: PLACES }));
    expect(built.dataset?.voyages[0]?.legs[0]?.depart).toBe('2023-04-03');
    expect(built.findings.find(({ code }) => code === 'date-order-proven')?.message).toContain('13/04/2023');
  });

  test('is asked where cells prove both, and what does not fit the answer is left out', async () => {
    const table = await tableOf(text('13/04/2023', '04/13/2023', '03/04/2023'));
    expect(build(table, answersOf({ places: PLACES })).questions).toHaveLength(1);
    const built = build(table, answersOf({ places: PLACES, dateOrder: 'day-first' }));
    expect(built.dataset?.voyages.map(({ legs }) => legs[0]?.depart)).toEqual(['2023-04-13', '2023-04-03']);
    expect(codes(built.findings)).toContainEqual(['date-unreadable', false, 'row 3, Departure']);
  });
});

describe('columns', () => {
  test.each([
    ['navire,origine,destination,date de départ,date d’arrivée', ['vessel', 'from', 'to', 'depart', 'arrive']],
    [
      'Buque;Puerto de salida;Puerto de llegada;Fecha de salida;Fecha de llegada',
      ['vessel', 'from', 'to', 'depart', 'arrive'],
    ],
    ['船名,出发港,到达港,出发日期,到达日期', ['vessel', 'from', 'to', 'depart', 'arrive']],
    [
      'Nama Kapal,Pelabuhan Asal,Pelabuhan Tujuan,Tanggal Berangkat,Tanggal Tiba',
      ['vessel', 'from', 'to', 'depart', 'arrive'],
    ],
    ['ShipName,PortOfDeparture,PortOfArrival,DepartureDate,ArrivalDate', ['vessel', 'from', 'to', 'depart', 'arrive']],
    ['mmsi,vessel_name,port_of_call,arrival_time,departure_time', ['mmsi', 'vessel', 'port', 'arrived', 'left']],
  ])('%s', async (head, fields) => {
    const table = await tableOf(`${head}\n`);
    expect(fields.map((field) => table.columns[field as 'vessel'])).toEqual(fields.map((_, column) => column));
  });

  test('"Departure" and "Arrival" that hold no dates are ports, and that is a doubt', async () => {
    const table = await tableOf('Ship,Departure,Arrival\nTern,Suva,Apia\n');
    expect(table.columns).toMatchObject({ from: 1, to: 2 });
    expect(table.doubts.filter(({ kind }) => kind === 'by-content')).toHaveLength(2);
  });

  test('a doubt names what is missing and what fits twice', async () => {
    const table = await tableOf('Vessel,Ship,From,Departure\nTern,Tern,Suva,2023\n');
    expect(table.doubts).toContainEqual({ kind: 'more-than-one', field: 'vessel', columns: [0, 1] });
    expect(table.doubts).toContainEqual({ kind: 'no-column', field: 'to' });
    expect(build(table, {}).questions).toEqual([{ ask: 'column', field: 'to' }]);
  });

  test('what was planned is taken only where nothing else is there, and is a doubt', async () => {
    const both = await tableOf('Ship,From,To,ETD,ATD,ETA,ATA\n');
    expect(both.columns).toMatchObject({ depart: 4, arrive: 6 });
    const planned = await tableOf('Ship,From,To,ETD,Expected arrival\n');
    expect(planned.doubts).toEqual([
      { kind: 'planned', field: 'depart', column: 3 },
      { kind: 'planned', field: 'arrive', column: 4 },
    ]);
  });

  test('a guess that was corrected is used', async () => {
    const table = await tableOf('Ship,Where,Whither,Departure\nTern,Suva,Apia,2023-05-01\nTern,Apia,Tonga,2023-06\n');
    const built = buildVoyages(table, { ...table.columns, from: 1, to: 2 }, answersOf({ places: PLACES }));
    expect(built.dataset?.voyages.map(({ legs }) => `${legs[0]?.from} ${legs[0]?.to}`)).toEqual([
      'Suva Apia',
      'Apia Tonga',
    ]);
  });
});

test('names without a position are listed with the records that wait for them, however they are spelt', async () => {
  const table = await tableOf('Ship,From,To\nTern,Suva,Apia\nTern,apia ,SUVA\n');
  expect(build(table, {}).unplaced).toEqual([
    { name: 'Suva', records: 2 },
    { name: 'Apia', records: 2 },
  ]);
});

test('a table in UTF-16 is read, and bytes that are no text are said', async () => {
  const wide = Buffer.from('\uFEFFShip\tFrom\tTo\nTern\tСува\tApia\n', 'utf16le');
  const read = await readForeignFile(fileOf('t.txt', wide));
  expect(read.kind === 'table' && read.table.rows[0]?.cells).toEqual(['Tern', 'Сува', 'Apia']);
  const cyrillic = Uint8Array.from([...Buffer.from('Ship,From,To\n'), 0xd1, 0xf3, 0xe2, 0xe0, 0x2c, 0x61, 0x2c, 0x62]);
  const strange = await readForeignFile(fileOf('t.csv', cyrillic));
  expect(strange.kind === 'table' && codes(strange.findings)).toEqual([['not-utf-8', true, '']]);
  const told = await readForeignFile(fileOf('t.csv', cyrillic), { encoding: 'windows-1251' });
  expect(told.kind === 'table' && told.table.rows[0]?.cells[0]).toBe('Сува');
});

test('a line break within a cell does not make its ship unknown', async () => {
  const table = await tableOf('Ship,From,To,Departure\n"Tern\nII",Suva,Apia,2023-05\n');
  const built = build(table, answersOf({ places: PLACES }));
  expect(built.dataset?.vessels[0]?.name).toBe('Tern II');
  expect(codes(built.findings).filter(([, kept]) => !kept)).toEqual([]);
});

test('one endless row, and 400 ports, are done with at once', async () => {
  const endless = await readForeignFile(fileOf('a.csv', 'x,'.repeat(1_000_000)));
  expect(endless.kind === 'case' && codes(endless.findings)).toEqual([['unknown-format', false, '']]);
  const rows = Array.from(
    { length: 400 },
    (_, n) =>
      `Ship ${n % 40},P${n},P${(n + 1) % 400},2023-05-01,2023-05-30,${n / 10},${n / 5},${(n + 1) / 10},${n / 5}`,
  );
  const table = await tableOf(`Ship,From,To,Departure,Arrival,from lat,from lon,to lat,to lon\n${rows.join('\n')}`);
  expect(build(table, {}).dataset?.ports).toHaveLength(400);
});

test('rows are named as ranges', () => {
  const ranges = rowRanges();
  for (const row of [2, 5, 6, 7, 9]) ranges.add(row);
  expect([ranges.count, ranges.place()]).toEqual([5, 'rows 2, 5-7, 9']);
});

test.each([
  ['9074729', true],
  ['9074728', false],
  ['907472', false],
  ['0000000', true],
])('IMO %s: %s', (number, right) => {
  expect(isImo(number)).toBe(right);
});

test('no kind of finding is listed twice', () => expect(new Set(FINDING_CODES).size).toBe(FINDING_CODES.length));

const word = fc.constantFrom(
  'Tern',
  'Noddy',
  '',
  'Suva',
  'Apia',
  '2023-09',
  '03/04/2023',
  '13/04/2023',
  '2023-09-05T10:00',
  'x,"y',
);
const anyRows = fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 8 });

test('any table becomes a whole case, or says why not', async () => {
  const heads = ['Ship,From,To,Departure,Arrival,Voyage,IMO', 'Ship,Port,Arrived,Left,Seen,lat,lon'];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), anyRows, async (head, rows) => {
      const text = [head, ...rows.map((cells) => cells.map((cell) => JSON.stringify(cell)).join(','))].join('\n');
      const built = build(await tableOf(text), answersOf({ places: PLACES, dateOrder: 'day-first' }));
      expect(built.dataset === null ? built.findings.length : 1).toBeGreaterThan(0);
      expect(built.findings.filter(({ code }) => code === 'reader')).toEqual([]);
    }),
    { numRuns: runs(150) },
  );
});
