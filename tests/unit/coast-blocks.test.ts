import { afterEach, expect, test, vi } from 'vitest';
import { blocksOf } from '../../src/state/coast-tiles.ts';

const FILE = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 251);

/** A server of the file; `ranges`: whether it sends parts. Returns what it was asked for. */
function serve(ranges: boolean): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (_address: string, { headers }: { headers: { range: string } }) => {
    asked.push(headers.range);
    const [from, to] = headers.range.replace('bytes=', '').split('-').map(Number) as [number, number];
    return ranges ? new Response(FILE.slice(from, to + 1), { status: 206 }) : new Response(FILE, { status: 200 });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

test.each([true, false])('bytes are those of the file, whether the server sends parts (%s)', async (ranges) => {
  serve(ranges);
  const read = blocksOf('https://example.org/coast.pmtiles');
  for (const [offset, length] of [
    [0, 127],
    [32_700, 200],
    [10, 80_000],
    [99_990, 10],
  ] as const) {
    expect(new Uint8Array(await read(offset, length))).toEqual(FILE.slice(offset, offset + length));
  }
});

test('a block is asked for once, and only those that are needed', async () => {
  const asked = serve(true);
  const read = blocksOf('https://example.org/coast.pmtiles');
  await Promise.all([read(40_000, 10), read(50_000, 10)]);
  await read(41_000, 500);
  expect(asked).toEqual(['bytes=32768-65535']);
});

test('a server that sends the whole is asked once', async () => {
  const asked = serve(false);
  const read = blocksOf('https://example.org/coast.pmtiles');
  await read(0, 10);
  await read(70_000, 10);
  expect(asked.length).toBe(1);
});

test('a server that refuses is named', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  await expect(blocksOf('https://example.org/coast.pmtiles')(0, 10)).rejects.toThrow('status 404');
});
