import { describe, expect, test } from 'vitest';
import { LEVELS } from '../../src/map/basemap-data.ts';
import { HOUR } from '../../src/model/edtf.ts';
import type { ReachQuestion } from '../../src/reach/reach.ts';
import { type OpenReach, openReach, type ReachWork, type ReachWorker } from '../../src/state/reach-client.ts';
import { LAND_LEVELS, levelsFor } from '../../src/state/reach-land.ts';
import { type ReachAnswer, type ReachOrder, reachSession } from '../../src/state/reach-session.ts';
import { ask } from './reach-cases.ts';

interface Fake extends ReachWorker {
  /** Orders that came, in turn. */
  readonly orders: ReachOrder[];
  ended: boolean;
  answer(data: ReachAnswer): void;
}

/** A worker that answers when it is told to; with a session, when it is asked. */
function fake(session?: (send: (answer: ReachAnswer) => void) => (order: ReachOrder) => Promise<void>): Fake {
  const worker: Fake = {
    orders: [],
    ended: false,
    onmessage: null,
    onerror: null,
    answer: (data) => worker.onmessage?.call(worker as unknown as Worker, { data } as MessageEvent),
    terminate: () => {
      worker.ended = true;
    },
    postMessage: (order: ReachOrder) => {
      worker.orders.push(order);
      void take?.(order);
    },
  };
  const take = session?.((answer) => worker.answer(answer));
  return worker;
}

const question: ReachQuestion = ask([-40, 35], [-38, 36], 20, 12);
const work = { question, ports: [{ id: 'p', name: '', position: [-39, 35.5] as const, claims: [] }], base: '' };
const openSea = (send: (answer: ReachAnswer) => void) => reachSession(async () => [], send, 3_000);

async function opened(worker: Fake, more: Partial<ReachWork> = {}): Promise<OpenReach> {
  const reach = await openReach({ ...work, ...more }, async () => worker);
  if (reach.kind === 'none') throw new Error(reach.reason);
  return reach;
}

/** A worker whose span is open, and that answers no moment by itself. */
async function slow(more: Partial<ReachWork> = {}): Promise<{ worker: Fake; reach: OpenReach }> {
  const real = await opened(fake(openSea));
  const worker = fake();
  const opening = opened(worker, more);
  await expect.poll(() => worker.orders.length).toBe(1);
  worker.answer({ kind: 'opened', facts: real.facts });
  return { worker, reach: await opening };
}

const now = (t: number): ReachAnswer => ({ kind: 'now', now: { t, outline: [], areaKm2: t } });

describe('a dark span in a worker', () => {
  test('tells its progress, what holds for the whole, and each moment', async () => {
    const worker = fake(openSea);
    const shares: number[] = [];
    const reach = await opened(worker, { progress: (share) => shares.push(share) });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(reach.facts.ports.map(({ port }) => port)).toEqual(['p']);
    expect(reach.facts.detourKm).toBeCloseTo(reach.facts.rangeKm - reach.facts.directKm, 9);
    expect(reach.facts.cells).toBeGreaterThan(2_000);
    expect(reach.facts.cells).toBeLessThan(4_000);
    const there = await reach.at(10 * HOUR);
    expect(there?.t).toBe(10 * HOUR);
    expect(there?.outline).toHaveLength(1);
    expect(there?.areaKm2).toBeGreaterThan(1000);
    reach.close();
    expect(worker.ended).toBe(true);
    expect(await reach.at(0)).toBeNull();
  });

  test('where there is no reach, says why and ends the worker', async () => {
    const worker = fake(openSea);
    const none = await openReach({ ...work, question: ask([-40, 35], [40, 35], 20, 12) }, async () => worker);
    expect(none).toMatchObject({ kind: 'none', reason: 'too-fast' });
    expect(worker.ended).toBe(true);
  });

  test('a later question overtakes those that wait, not the one under way', async () => {
    const { worker, reach } = await slow();
    const [first, second, third] = [reach.at(1), reach.at(2), reach.at(3)];
    expect(await second).toBeNull();
    expect(worker.orders.slice(1)).toEqual([{ kind: 'at', t: 1 }]);
    worker.answer(now(1));
    expect((await first)?.t).toBe(1);
    expect(worker.orders.slice(2)).toEqual([{ kind: 'at', t: 3 }]);
    worker.answer(now(3));
    expect((await third)?.t).toBe(3);
  });

  test('can be stopped while it works, and after', async () => {
    const stop = new AbortController();
    const worker = fake();
    const opening = opened(worker, { signal: stop.signal });
    await expect.poll(() => worker.orders.length).toBe(1);
    stop.abort(new Error('enough'));
    await expect(opening).rejects.toThrow('enough');
    expect(worker.ended).toBe(true);

    const later = new AbortController();
    const open = await slow({ signal: later.signal });
    const asked = open.reach.at(1);
    later.abort();
    expect(await asked).toBeNull();
    expect(open.worker.ended).toBe(true);

    await expect(opened(fake(), { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
  });

  test('what fails is told', async () => {
    const lost = fake((send) =>
      reachSession(async () => {
        throw new Error('the land: status 404');
      }, send),
    );
    await expect(opened(lost)).rejects.toThrow('status 404');
    expect(lost.ended).toBe(true);
    const { worker, reach } = await slow();
    const [asked, next] = [reach.at(1), reach.at(2)];
    worker.answer({ kind: 'failed', message: 'no memory' });
    await expect(asked).rejects.toThrow('no memory');
    worker.answer(now(2));
    expect((await next)?.t).toBe(2);
    const answers: ReachAnswer[] = [];
    await openSea((answer) => answers.push(answer))({ kind: 'at', t: 1 });
    expect(answers).toEqual([{ kind: 'failed', message: 'no reach is open' }]);
  });
});

describe('the land for it', () => {
  test('lies in the boxes that the map draws it in', () => {
    const boxes: Record<string, { readonly box: readonly number[] }> = LEVELS;
    expect(LAND_LEVELS.map(({ name, box }) => [name, box])).toEqual(
      ['detail', 'near', 'region'].map((name) => [name, boxes[name]?.box]),
    );
  });

  test('is no more than is needed', () => {
    const names = (...box: [number, number, number, number]) => levelsFor(box).map(({ name }) => name);
    expect(names(129, 41.5, 133, 43)).toEqual(['region']);
    expect(names(127, 40, 133, 43)).toEqual(['near', 'region']);
    expect(names(113, 30, 149, 55)).toEqual(['detail', 'near', 'region']);
    expect(names(-60, 30, -20, 55)).toEqual(['detail']);
    expect(names(450, 30, 492, 55)).toEqual(['detail', 'near', 'region']);
  });
});
