import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/dataset/formats/finding.ts';
import { readInstant } from '../../src/dataset/formats/instant.ts';
import { fileOf, type Reading, type SourceFile } from '../../src/dataset/formats/reading.ts';
import { thin } from '../../src/dataset/formats/thin.ts';
import { xmlReader } from '../../src/dataset/formats/xml-events.ts';
import { readForeignFile } from '../../src/dataset/recognise.ts';
import { chordArcKm } from '../../src/model/path.ts';
import type { Fix } from '../../src/model/records.ts';
import { casesOf, fixtureFile } from './format-fixtures.ts';
import { runs } from './runs.ts';

const MINUTE = 60_000;
const START = Date.parse('2023-07-01T00:00Z');

async function caseOf(file: SourceFile, reading: Reading = {}) {
  const read = await readForeignFile(file, reading);
  if (read.kind !== 'case' || read.dataset === null) throw new Error(JSON.stringify(read).slice(0, 2000));
  return { dataset: read.dataset, findings: read.findings };
}

const codesOf = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code);

describe('a moment', () => {
  test.each([
    ['2023-07-01T00:00:00Z', START],
    ['2023-07-01 00:00:00', START],
    ['2023-07-01T00:00', START],
    ['2023-07-01T09:00:00+09:00', START],
    ['2023-06-30 19:00:00.5 -0500', START + 500],
    ['2023-07-01 00:00:00 UTC', START],
    [START, START],
    [START / 1000, START],
    [-1, -1000],
  ])('%j', (value, time) => expect(readInstant(value)?.time).toBe(time));

  test.each([
    '2023-07-01',
    '2023',
    'soon',
    '',
    null,
    Number.NaN,
    1e17,
    '2023-13-01T00:00Z',
    '2023-02-30T00:00:99Z',
    {},
  ])('%j is none', (value) => expect(readInstant(value)).toBeNull());
});

describe('thinning', () => {
  const steps = fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30, max: 30 })), {
    minLength: 2,
    maxLength: 60,
  });
  /** A wandering track that crosses 180 degrees. */
  const wander = (moves: readonly (readonly [number, number, number])[]): Fix[] => {
    let [time, lon, lat] = [START, 179.9, 10];
    return moves.map(([minutes, east, north]) => {
      time += (minutes + 1) * MINUTE;
      lon += east / 1000;
      lat += north / 1000;
      return { time, position: [lon > 180 ? lon - 360 : lon, lat] };
    });
  };
  /** Where a kept track has the ship at a moment, in longitudes that run on. */
  const at = (track: readonly Fix[], time: number): [number, number] => {
    const next = Math.max(
      1,
      track.findIndex((fix) => fix.time >= time),
    );
    const [a, b] = [track[next - 1] as Fix, track[next] as Fix];
    const east = ((((b.position[0] - a.position[0]) % 360) + 540) % 360) - 180;
    const share = (time - a.time) / (b.time - a.time);
    return [a.position[0] + east * share, a.position[1] + (b.position[1] - a.position[1]) * share];
  };

  test('leaves nothing out that lies further off than the tolerance at its time', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(0, 0.5, 2), (moves, km) => {
        const track = wander(moves);
        const kept = thin(track, km);
        expect(track).toEqual(expect.arrayContaining(kept));
        expect([kept[0], kept.at(-1)]).toEqual([track[0], track.at(-1)]);
        for (const fix of track) expect(chordArcKm(at(kept, fix.time), fix.position)).toBeLessThan(km * 1.01 + 1e-6);
      }),
      { numRuns: runs(100) },
    );
  });

  test('needs few positions for a steady course, and is done with a long jagged track', () => {
    const track = (turn: number): Fix[] =>
      Array.from({ length: 10_000 }, (_, n) => ({ time: START + n * MINUTE, position: [n / 1000, (n % 2) * turn] }));
    expect(thin(track(0), 0.1).length).toBeLessThan(30);
    expect(thin(track(1), 0.1)).toHaveLength(10_000);
  });
});

describe('XML', () => {
  const events = (text: string, pieces: readonly number[] = []): string[] => {
    const told: string[] = [];
    let run = '';
    const flush = (): void => {
      if (run !== '') told.push(run);
      run = '';
    };
    const reader = xmlReader({
      open(name, attribute) {
        flush();
        told.push(`<${name} ${attribute('a') ?? ''}>`);
      },
      text(piece) {
        run += piece;
      },
      close(name) {
        flush();
        told.push(`</${name}>`);
      },
    });
    let from = 0;
    for (const length of [...pieces, text.length]) {
      reader.push(text.slice(from, from + length));
      from += length;
    }
    return [...told, `open: ${reader.end()}`];
  };
  const SAMPLE = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "<y>">]><!-- <no> --><x:b a='1 &gt; "0"'>t&#x41;&amp;<c a="/>"/><![CDATA[<&amp;>]]>&e;</x:b>`;
  const TOLD = ['<b 1 > "0">', 'tA&', '<c />>', '</c>', '<&amp;>&e;', '</b>', 'open: 0'];

  test('is told element by element, and no entity of the file is known', () => expect(events(SAMPLE)).toEqual(TOLD));

  test('is the same in any pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 30 }), (cuts) => {
        expect(events(SAMPLE, cuts)).toEqual(TOLD);
      }),
      { numRuns: runs(200) },
    );
  });

  test('that ends too early has open elements', () => expect(events('<a><b>').at(-1)).toBe('open: 2'));

  test.each([
    ['too deep', '<a>'.repeat(1000)],
    ['a tag without an end', `<a ${'x '.repeat(3_000_000)}`],
    ['nothing but brackets', '<'.repeat(5_000_000)],
  ])('%s is refused', (_, text) => expect(() => events(text)).toThrow());
});

describe('AIS', () => {
  const HEAD = 'MMSI,BaseDateTime,LAT,LON,VesselName\n';
  const rowAt = (minute: number, lon: number, mmsi = 219000001): string =>
    `${mmsi},${new Date(START + minute * MINUTE).toISOString().slice(0, 19)},55,${lon.toFixed(5)},TERN\n`;
  const ais = (rows: readonly string[]): SourceFile => fileOf('ais.csv', HEAD + rows.join(''));
  const fixesOf = ({ dataset }: Awaited<ReturnType<typeof caseOf>>) =>
    dataset.voyages.map(({ legs }) => legs.flatMap(({ track }) => track));

  test('a ship that lies still for days is heard all the time: that is no gap', async () => {
    const rows = Array.from({ length: 3 * 1440 }, (_, minute) => rowAt(minute, 11));
    const read = await caseOf(ais(rows));
    expect(read.dataset.voyages).toHaveLength(1);
    expect(codesOf(read.findings)).not.toContain('gap');
    expect(fixesOf(read)[0]?.length).toBeLessThan(20);
  });

  test('a gap parts voyages, whatever the number of reports', async () => {
    const rows = Array.from({ length: 9000 }, (_, n) => rowAt(n + (n < 5000 ? 0 : 1000), 11 + n / 1000));
    const read = await caseOf(ais(rows));
    const [before, after] = fixesOf(read);
    expect(read.dataset.voyages).toHaveLength(2);
    expect([before?.at(-1)?.time, after?.[0]?.time]).toEqual([START + 4999 * MINUTE, START + 6000 * MINUTE]);
    expect(read.findings.find(({ code }) => code === 'gap')?.message).toContain('16.7 hours');
  });

  test('the order of the rows does not matter to what a ship did', async () => {
    const rows = Array.from({ length: 9000 }, (_, n) => rowAt(n, 11 + Math.sin(n / 500)));
    // A step that shares no factor with 9000 visits every row once, far out of order.
    const shuffled = rows.map((_, n) => rows[(n * 4999) % rows.length] as string);
    const read = await caseOf(ais(shuffled));
    expect(read.dataset.voyages).toHaveLength(1);
    const times = fixesOf(read)[0]?.map(({ time }) => time) ?? [];
    expect([times[0], times.at(-1)]).toEqual([START, START + 8999 * MINUTE]);
    expect(times.every((time, n) => n === 0 || time > (times[n - 1] as number))).toBe(true);
    expect(codesOf(read.findings)).not.toContain('reader');
  });

  test('a moment reported twice is said', async () => {
    const { findings } = await caseOf(ais([rowAt(0, 11), rowAt(0, 12), rowAt(1, 11.01)]));
    expect(codesOf(findings)).toContain('time-repeated');
  });

  test('times of no known order are left out and asked for', async () => {
    const text = 'mmsi,time,lat,lon\n219000001,03/04/2023 00:00,55,11\n219000001,03/04/2023 01:00,55,11.1\n';
    const asked = await readForeignFile(fileOf('a.csv', text));
    expect(asked.kind === 'case' && codesOf(asked.findings)).toEqual(['date-order-needed']);
    const { dataset } = await caseOf(fileOf('a.csv', text), { dateOrder: 'day-first' });
    expect(dataset.window.date).toBe('2023-04-03/2023-04-03');
  });
});

describe('a large file', () => {
  /** 200 MB of position reports (a quarter of it in the other zones) that are never held: each piece is made as it is asked for. */
  const large = (): { file: SourceFile; asked: () => number } => {
    const rest = `,${'x'.repeat(2000)}\n`;
    const row = (n: number): string => `219000001,${START / 1000 + n * 60},55.0,11.0${rest}`;
    const head = 'MMSI,BaseDateTime,LAT,LON,Remarks\n';
    const length = row(0).length;
    const size = head.length + length * Math.floor((runs(200) * 1e6) / length);
    let pieces = 0;
    const slice = (start: number, end: number) => {
      pieces++;
      const first = Math.max(0, Math.floor((start - head.length) / length));
      const last = Math.ceil((end - head.length) / length);
      const rows = Array.from({ length: last - first }, (_, at) => row(first + at)).join('');
      const text = (first === 0 ? head : '') + rows;
      const from = first === 0 ? start : start - head.length - first * length;
      return { arrayBuffer: async () => new TextEncoder().encode(text.slice(from, from + end - start)).buffer };
    };
    return { file: { name: 'large.csv', size, slice }, asked: () => pieces };
  };

  test('is read piece by piece, with progress', async () => {
    const shares: number[] = [];
    const { dataset, findings } = await caseOf(large().file, { progress: (share) => void shares.push(share) });
    expect(dataset.voyages).toHaveLength(1);
    expect(findings.filter(({ kept }) => !kept)).toEqual([]);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    // A busy machine takes longer over it than a test is given.
  }, 60_000);

  test('can be stopped, and then no more of it is asked for', async () => {
    const { file, asked } = large();
    const stop = new AbortController();
    const progress = (share: number): void => {
      if (share > 0.2) stop.abort();
    };
    expect(await readForeignFile(file, { progress, signal: stop.signal })).toEqual({ kind: 'stopped' });
    expect(asked() * 1e6).toBeLessThan(file.size * 0.25);
  });

  test('that must be held as a whole is refused above the limit, unread', async () => {
    const slice = (start: number, end: number) => ({
      arrayBuffer: async () => new Uint8Array(end - start).fill(start === 0 ? 0x7b : 0x20).buffer,
    });
    const read = await readForeignFile({ name: 'huge.json', size: 3e8, slice });
    expect(read.kind === 'case' && codesOf(read.findings)).toEqual(['too-large']);
  });
});

test('every fixture, cut or spoilt anywhere, is read to an end without a throw', async () => {
  const files = (['good', 'broken'] as const).flatMap((kind) => casesOf(kind).map((name) => fixtureFile(kind, name)));
  const bytes = await Promise.all(
    files.map(async (file) => new Uint8Array(await file.slice(0, file.size).arrayBuffer())),
  );
  const full = files
    .map(({ name }, at) => ({ name, bytes: bytes[at] as Uint8Array }))
    .filter((file) => file.bytes.length > 0);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...full),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.uint8Array({ maxLength: 4 }),
      fc.boolean(),
      async (file, share, put, cut) => {
        const at = Math.floor(share * file.bytes.length);
        const rest = cut ? [] : file.bytes.slice(at + put.length);
        const read = await readForeignFile(
          fileOf(file.name, new Uint8Array([...file.bytes.slice(0, at), ...put, ...rest])),
        );
        expect(['case', 'table']).toContain(read.kind);
        if (read.kind !== 'case') return;
        // What is no case of ours becomes one that has nothing to complain of.
        if (!/^case\.(json|zip)$/.test(file.name)) {
          const complaints = read.findings.filter(
            ({ code, message }) => code === 'reader' && !message.includes('unknown'),
          );
          expect(complaints).toEqual([]);
        }
        for (const { legs } of read.dataset?.voyages ?? []) {
          for (const { position } of legs.flatMap(({ track }) => track))
            expect(Math.abs(position[0])).toBeLessThanOrEqual(180);
        }
      },
    ),
    { numRuns: runs(200) },
  );
});

test('any JSON in the shape of a file of tracks is read to an end without a throw', async () => {
  const wraps = [
    (value: unknown) => ({ type: 'FeatureCollection', features: [value] }),
    (value: unknown) => ({ type: 'Feature', geometry: value, properties: value, temporalGeometry: value }),
    (value: unknown) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: value },
      properties: { times: value },
    }),
    (value: unknown) => [{ id: 'document' }, { position: value, availability: value }],
    (value: unknown) => [{ id: 'document' }, { position: { epoch: value, cartographicDegrees: value } }],
    (value: unknown) => ({ version: 1, voyages: [], ports: value }),
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...wraps), fc.jsonValue(), async (wrap, value) => {
      const read = await readForeignFile(fileOf('x.json', JSON.stringify(wrap(value))));
      expect(read).toMatchObject({ kind: 'case', dataset: null });
      expect(read.kind === 'case' && read.findings.length).toBeGreaterThan(0);
    }),
    { numRuns: runs(200) },
  );
});
