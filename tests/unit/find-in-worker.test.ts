import { signal } from '@preact/signals-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LonLat } from '../../src/model/records.ts';
import type { FoundLine } from '../../src/model/sea-line.ts';
import { findInWorker, type RouteAnswer, type RouteOrder } from '../../src/state/find-in-worker.ts';
import type { Search } from '../../src/state/sea-lines.ts';

const PAIRS: [LonLat, LonLat][] = [
  [
    [0, 0],
    [1, 0],
  ],
  [
    [0, 0],
    [2, 0],
  ],
];
const lineOf = ([from, to]: [LonLat, LonLat]): FoundLine => ({
  from,
  to,
  line: { points: [from, to], km: 1, method: 'By hand.' },
  greatCircle: [from, to],
});

/** A worker that answers what the test tells it to. */
class Puppet {
  static last: Puppet | null = null;
  onmessage: ((event: { data: RouteAnswer }) => void) | null = null;
  onerror: unknown = null;
  order: RouteOrder | null = null;
  ended = false;
  constructor() {
    Puppet.last = this;
  }
  postMessage(order: RouteOrder): void {
    this.order = order;
  }
  terminate(): void {
    this.ended = true;
  }
  answer(data: RouteAnswer): void {
    this.onmessage?.({ data });
  }
}

const search = signal<Search | null>(null);

/** Begins a search; resolves with it when the worker has its order. */
async function begun(patience: number) {
  vi.stubGlobal('Worker', Puppet);
  Puppet.last = null;
  vi.stubGlobal('location', new URL('https://example.org/'));
  vi.stubGlobal('origin', 'https://example.org');
  const found = findInWorker({ pairs: PAIRS, base: 'https://example.org/', closed: undefined }, search, patience);
  return {
    found,
    worker: await vi.waitFor(() => {
      if (!Puppet.last?.order) throw new Error('no order yet');
      return Puppet.last;
    }),
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('a search for sea routes', () => {
  test('tells how far it is, and ends', async () => {
    const { found, worker } = await begun(1e6);
    expect(search.value).toMatchObject({ done: 0, of: 2 });
    worker.answer({ kind: 'found', lines: [[1, lineOf(PAIRS[1] as [LonLat, LonLat])]] });
    expect(search.value).toMatchObject({ done: 1, of: 2 });
    worker.answer({ kind: 'found', lines: [[0, lineOf(PAIRS[0] as [LonLat, LonLat])]] });
    worker.answer({ kind: 'done' });
    expect(await found).toEqual({ lines: PAIRS.map(lineOf) });
    expect(search.value).toBeNull();
    expect(worker.ended).toBe(true);
  });

  test('that is stopped keeps what it found, and says so of the rest', async () => {
    const { found, worker } = await begun(1e6);
    worker.answer({ kind: 'found', lines: [[1, lineOf(PAIRS[1] as [LonLat, LonLat])]] });
    search.value?.stop?.();
    const { lines } = await found;
    expect(lines.map(({ line }) => line !== null)).toEqual([false, true]);
    expect(lines[0]?.failure).toBe('The search for sea routes was stopped before all were found.');
    expect(worker.ended).toBe(true);
  });

  test('that takes long is not waited for: the rest comes later, and is no failure yet', async () => {
    const { found, worker } = await begun(0);
    const { lines, whole } = await found;
    expect(lines.map(({ line, failure }) => [line, failure])).toEqual([
      [null, undefined],
      [null, undefined],
    ]);
    worker.answer({ kind: 'found', lines: PAIRS.map((pair, at) => [at, lineOf(pair)]) });
    worker.answer({ kind: 'done' });
    expect(await whole).toEqual(PAIRS.map(lineOf));
  });

  test('that fails says why', async () => {
    const { found, worker } = await begun(1e6);
    worker.answer({ kind: 'failed', message: 'no memory' });
    expect((await found).lines.map(({ failure }) => failure)).toEqual([
      'Sea routes could not be computed (no memory).',
      'Sea routes could not be computed (no memory).',
    ]);
  });
});
