import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileOf } from '../../src/dataset/formats/reading.ts';
import { latestOnly } from '../../src/state/latest-only.ts';
import { deskAt } from '../../src/state/read-client.ts';
import { type ReadAnswer, type ReadOrder, readSession } from '../../src/state/read-session.ts';
import {
  type Answering,
  answersOf,
  notLookedUp,
  readPosition,
  startAnswering,
  usesGazetteer,
  withColumn,
  withDateOrder,
  withFirstPlaces,
  withOffers,
  withOutcome,
  withPlace,
} from '../../src/state/table-dialog.ts';

const TABLE = [
  'Ship,From,To,Departed,Arrived',
  'Tern,Suva,Apia,03/04/2019,06/04/2019',
  ',Apia,Suva,07/04/2019,09/04/2019',
  'Tern,Apia,Atlantis,10/04/2019,12/04/2019',
  '',
].join('\n');

type Ask = (order: ReadOrder) => Promise<ReadAnswer>;

/** A session whose gazetteer and files are texts at hand. */
const sessionOf = (files: Readonly<Record<string, string>> = {}): Ask =>
  readSession(
    () => undefined,
    async (address) => {
      const text = files[address];
      if (text === undefined) throw new Error('the server answered with status 404');
      return new Blob([text]);
    },
  );

async function tableOf(ask: Ask, text = TABLE): Promise<Answering> {
  const read = await ask({ kind: 'read', source: { kind: 'text', name: 'list.csv', text } });
  if (read.kind !== 'table') throw new Error(`expected a table, got ${JSON.stringify(read)}`);
  return startAnswering(read.preview);
}

async function built(ask: Ask, answering: Answering, take = false) {
  const done = await ask({ kind: 'build', columns: answering.columns, answers: answersOf(answering), take });
  if (done.kind !== 'built') throw new Error(`expected an outcome, got ${JSON.stringify(done)}`);
  return done.outcome;
}

/** Asks the table until the order of dates is answered. */
async function dated(ask: Ask): Promise<Answering> {
  const start = withOutcome(await tableOf(ask), await built(ask, await tableOf(ask)));
  const answered = withDateOrder(withDateOrder(start, 'depart', 'day-first'), 'arrive', 'day-first');
  return withOutcome(answered, await built(ask, answered));
}

const PLACES = 'FJ\tSuva\t-18.137\t178.425\tFJSUV\nWS\tApia\t-13.833\t-171.767\tWSAPW\nXX\tApia\t1\t1\n';

describe('a table', () => {
  test('is shown before it is read: names, first rows, a guess', async () => {
    const { preview, columns } = await tableOf(sessionOf());
    expect(preview).toMatchObject({ format: 'voyage-table', count: 3, file: 'list.csv' });
    expect(preview.first[0]?.cells[0]).toBe('Tern');
    expect(columns).toMatchObject({ vessel: 0, from: 1, to: 2, depart: 3, arrive: 4 });
  });

  test('asks which number is the day before anything else, and keeps asking while one column is open', async () => {
    const ask = sessionOf();
    const start = await tableOf(ask);
    const first = await built(ask, start);
    expect(first.questions.map((question) => question.ask)).toEqual(['date-order', 'date-order']);
    expect(first).toMatchObject({ usable: false, shown: 0, leftOut: 3 });
    const half = withDateOrder(withOutcome(start, first), 'depart', 'day-first');
    const second = await built(ask, half);
    expect(second.questions).toHaveLength(1);
    expect(withOutcome(half, second).dates.map(({ field }) => field)).toEqual(['depart', 'arrive']);
  });

  test('takes no place by itself, and shows only rows whose ports have one', async () => {
    const ask = sessionOf({ places: PLACES });
    const asked = await dated(ask);
    expect(notLookedUp(asked)).toEqual(['Suva', 'Apia', 'Atlantis']);
    const found = await ask({ kind: 'find', names: notLookedUp(asked), gazetteer: 'places' });
    if (found.kind !== 'found') throw new Error('expected places');
    const offered = withOffers(asked, found.places);
    expect(offered.places.size).toBe(0);
    expect(notLookedUp(offered)).toEqual([]);
    expect(await built(ask, offered)).toMatchObject({ usable: false, shown: 0 });

    const taken = withFirstPlaces(offered);
    expect([...taken.places.keys()]).toEqual(['Suva', 'Apia']);
    expect(usesGazetteer(taken)).toBe(true);
    const outcome = await built(ask, taken, true);
    expect(outcome).toMatchObject({ usable: true, shown: 1, leftOut: 2 });
    expect(outcome.dataset?.ports.map(({ name }) => name)).toEqual(['Suva', 'Apia']);
    expect(outcome.findings.filter(({ kept }) => !kept).map(({ path }) => path)).toEqual(['row 3', 'row 4']);
    expect(outcome.dataset?.voyages[0]?.legs[0]).toMatchObject({ depart: '2019-04-03', arrive: '2019-04-06' });
  });

  test('takes typed positions, which are no use of the gazetteer', async () => {
    const ask = sessionOf();
    const typed = ['Suva 18.1 S 178.4 E', 'Apia 13.8 S 171.8 W', 'Atlantis 31, -24'].reduce(
      (sofar, line) => {
        const [name = '', ...rest] = line.split(' ');
        const position = readPosition(rest.join(' '));
        return position ? withPlace(sofar, name, { name, position }) : sofar;
      },
      await dated(ask),
    );
    expect(usesGazetteer(typed)).toBe(false);
    expect(await built(ask, typed)).toMatchObject({ shown: 2, leftOut: 1 });
    expect(await built(ask, withPlace(typed, 'Atlantis', null))).toMatchObject({ shown: 1, leftOut: 2 });
  });

  test('asks again what a corrected column makes doubtful', async () => {
    const answering = withPlace(await dated(sessionOf()), 'Suva', { name: 'Suva', position: [178, -18] });
    const moved = withColumn(answering, 'depart', 4);
    expect(moved.dateOrder).toEqual({ arrive: 'day-first' });
    expect(moved.places.size).toBe(1);
    const other = withColumn(answering, 'from', 2);
    expect([other.places.size, other.ports.length]).toEqual([0, 0]);
    expect(withColumn(answering, 'to', null).columns.to).toBeUndefined();
  });

  test('may be said to be of the other kind', async () => {
    const ask = sessionOf();
    await tableOf(ask, 'Ship,Port,Arrived\nTern,Suva,2019-04-03\n');
    const other = await ask({ kind: 'format', format: 'voyage-table' });
    expect(other).toMatchObject({ kind: 'table', preview: { format: 'voyage-table', count: 1 } });
  });
});

describe('sources', () => {
  const voyages = readFileSync('tests/fixtures/pacific-case/voyages.json', 'utf8');
  const ports = readFileSync('tests/fixtures/pacific-case/ports.geojson', 'utf8');
  const placed = (path: string, text: string) => ({ path, file: fileOf(path.split('/').at(-1) ?? '', text) });

  test('a folder with a case among other files', async () => {
    const files = [
      placed('case/voyages.json', voyages),
      placed('case/ports.geojson', ports),
      placed('case/notes.txt', 'x'),
    ];
    const read = await sessionOf()({ kind: 'read', source: { kind: 'files', files } });
    expect(read).toMatchObject({ kind: 'case', name: 'case' });
    expect(read.kind === 'case' && read.dataset?.voyages.length).toBe(3);
  });

  test('several files of which none is a case are refused by name, not guessed at', async () => {
    const files = [placed('a.csv', TABLE), placed('b.csv', TABLE)];
    const read = await sessionOf()({ kind: 'read', source: { kind: 'files', files } });
    expect(read).toMatchObject({ kind: 'case', dataset: null, findings: [{ code: 'unknown-format' }] });
  });

  test('a file at an address has the name of its path; one that does not come says why', async () => {
    const ask = sessionOf({ 'https://example.org/a/my%20list.csv': TABLE });
    const read = await ask({
      kind: 'read',
      source: { kind: 'address', address: 'https://example.org/a/my%20list.csv' },
    });
    expect(read).toMatchObject({ kind: 'table', preview: { file: 'my list.csv' } });
    const gone = await ask({ kind: 'read', source: { kind: 'address', address: 'https://example.org/gone.csv' } });
    expect(gone).toEqual({ kind: 'failed', message: 'the server answered with status 404' });
  });

  test('a question about a table that was never read is an answer too', async () => {
    const answer = await sessionOf()({ kind: 'build', columns: {}, answers: {}, take: false });
    expect(answer.kind).toBe('failed');
  });
});

describe('positions as they are typed', () => {
  test.each([
    ['42.23, 130.29', [130.29, 42.23]],
    ['-18.1 178.4', [178.4, -18.1]],
    ['18.1 S, 178.4 E', [178.4, -18.1]],
    ['178.4°E 18.1°S', [178.4, -18.1]],
    ['91, 0', null],
    ['0, 181', null],
    ['12', null],
    ['1 2 3', null],
    ['north of the pier', null],
    ['18 N, 20 N', null],
    ['', null],
  ] as const)('%s', (text, position) => expect(readPosition(text)).toEqual(position));

  test('whatever is typed, it is a position of the earth or none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const read = readPosition(text);
        expect(read === null || (Math.abs(read[0]) <= 180 && Math.abs(read[1]) <= 90)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test('of what is asked for while something is worked on only the last is worked on next', async () => {
  const begun: string[] = [];
  const useful: string[] = [];
  let finish: () => void = () => undefined;
  const queue = latestOnly<string>(async (value, overtaken) => {
    begun.push(value);
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    if (!overtaken()) useful.push(value);
  });
  const done = async (): Promise<void> => {
    finish();
    await new Promise((resolve) => setImmediate(resolve));
  };
  for (const value of ['a', 'b', 'c']) queue.ask(value);
  await done();
  await done();
  expect([begun, useful]).toEqual([['a', 'c'], ['c']]);
  queue.ask('d');
  queue.forget();
  queue.ask('e');
  expect(begun.slice(2)).toEqual(['d', 'e']);
  await done();
  expect(useful).toEqual(['c', 'e']);
});

test('the desk gives each answer to its own question, and a worker that breaks fails them all', async () => {
  const sent: { turn: number }[] = [];
  const shares: number[] = [];
  const worker = {
    postMessage: (message: { turn: number }) => sent.push(message),
    terminate: () => undefined,
    onmessage: null as ((event: MessageEvent) => void) | null,
    onerror: null as ((event: ErrorEvent) => void) | null,
  };
  const desk = deskAt(worker as never, (share) => shares.push(share));
  const first = desk.ask({ kind: 'find', names: ['a'], gazetteer: '' });
  const second = desk.ask({ kind: 'find', names: ['b'], gazetteer: '' });
  const tell = (data: unknown): void => worker.onmessage?.({ data } as MessageEvent);
  tell({ turn: 1, share: 0.5 });
  tell({ turn: 2, content: { kind: 'failed', message: 'two' } });
  worker.onerror?.({ message: '' } as ErrorEvent);
  expect(sent.map(({ turn }) => turn)).toEqual([1, 2]);
  expect(shares).toEqual([0.5]);
  expect(await second).toEqual({ kind: 'failed', message: 'two' });
  expect(await first).toEqual({ kind: 'failed', message: 'the worker failed' });
});
