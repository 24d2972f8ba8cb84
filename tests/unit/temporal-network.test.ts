import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bound, notAfter, notBefore, ORIGIN, type Solution, tighten } from '../../src/model/temporal-network.ts';
import { allGaps, assignments } from './brute-network.ts';

const EVENTS = ['p', 'q', 'r', 's'];
const MOST = 12;

/** Every event lies from 0 to 12; a few more bounds between them, which may or may not go together. */
const networks = fc
  .array(
    fc.record({
      from: fc.constantFrom(ORIGIN, ...EVENTS),
      to: fc.constantFrom(ORIGIN, ...EVENTS),
      least: fc.integer({ min: -MOST, max: 8 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drawn): Bound<number>[] => {
    const frame = EVENTS.flatMap((event) => [notBefore(event, 0, 0), notAfter(event, MOST, 0)]);
    const bounds = drawn.filter(({ from, to }) => from !== to).map((bound) => ({ ...bound, why: 0 }));
    return [...bounds, ...frame].map((bound, why) => ({ ...bound, why }));
  });

const consistent = <Why>(bounds: readonly Bound<Why>[]): Extract<Solution<Why>, { consistent: true }> => {
  const solution = tighten(bounds);
  if (!solution.consistent) throw new Error('these bounds contradict each other');
  return solution;
};

describe('tighten, against every assignment there is', () => {
  test('windows and contradictions are exact', () => {
    let contradictions = 0;
    fc.assert(
      fc.property(networks, (bounds) => {
        const all = assignments(EVENTS, bounds, MOST);
        const solution = tighten(bounds);
        expect(solution.consistent).toBe(all.length > 0);
        if (!solution.consistent) {
          contradictions++;
          return;
        }
        for (const event of EVENTS) {
          const times = all.map((times) => times.get(event) as number);
          expect(solution.window(event)).toEqual({ earliest: Math.min(...times), latest: Math.max(...times) });
        }
      }),
      { numRuns: 70, seed: 10 },
    );
    // Else half of the test would test nothing.
    expect(contradictions).toBeGreaterThan(10);
  });

  test('the bounds of a contradiction cannot all hold, and any one left out lets the rest hold', () => {
    fc.assert(
      fc.property(networks, (bounds) => {
        const solution = tighten(bounds);
        if (solution.consistent) return;
        const { contradiction } = solution;
        expect(allGaps(contradiction)).toBeNull();
        expect(bounds).toEqual(expect.arrayContaining([...contradiction]));
        expect(new Set(contradiction).size).toBe(contradiction.length);
        for (const left of contradiction)
          expect(allGaps(contradiction.filter((bound) => bound !== left))).not.toBeNull();
      }),
      { numRuns: 120 },
    );
  });

  test('the causes of a window are a chain from the origin that adds up to its end', () => {
    fc.assert(
      fc.property(networks, (bounds) => {
        const solution = tighten(bounds);
        if (!solution.consistent) return;
        for (const event of EVENTS) {
          const { earliest, latest } = solution.window(event);
          const after = solution.because(event, 'earliest');
          const before = solution.because(event, 'latest');
          expect(sum(after)).toBe(earliest);
          expect(-sum(before) + 0).toBe(latest);
          expect(stops(after)).toEqual([ORIGIN, ...after.map(({ to }) => to)]);
          expect(after.at(-1)?.to).toBe(event);
          expect(before[0]?.from).toBe(event);
          expect(stops(before)).toEqual([...before.map(({ from }) => from), ORIGIN]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the same bounds give the same answer, and the same windows in any order', () => {
    const ends = ['earliest', 'latest'] as const;
    const answer = (bounds: Bound<number>[]): unknown => {
      const solution = tighten(bounds);
      if (!solution.consistent) return solution.contradiction;
      return EVENTS.map((event) => [solution.window(event), ends.map((end) => solution.because(event, end))]);
    };
    fc.assert(
      fc.property(networks, (bounds) => {
        expect(answer(structuredClone(bounds))).toEqual(answer(bounds));
        const [solution, turned] = [tighten(bounds), tighten(bounds.toReversed())];
        expect(turned.consistent).toBe(solution.consistent);
        if (!solution.consistent || !turned.consistent) return;
        for (const event of EVENTS) expect(turned.window(event)).toEqual(solution.window(event));
      }),
    );
  });
});

const sum = (bounds: readonly Bound<unknown>[]): number => bounds.reduce((total, { least }) => total + least, 0);

/** The events that a chain passes, which must hang together. */
function stops(chain: readonly Bound<unknown>[]): string[] {
  chain.forEach((bound, n) => {
    if (n > 0) expect(bound.from).toBe(chain[n - 1]?.to);
  });
  return [...chain.slice(0, 1).map(({ from }) => from), ...chain.map(({ to }) => to)];
}

describe('tighten', () => {
  test('an event that nothing bounds is open on both sides, for no cause', () => {
    const solution = consistent([notBefore('p', 5, 'p')]);
    expect(solution.window('p')).toEqual({ earliest: 5, latest: Infinity });
    expect(solution.because('p', 'latest')).toEqual([]);
    expect(solution.window('nowhere')).toEqual({ earliest: -Infinity, latest: Infinity });
    expect(solution.because('nowhere', 'earliest')).toEqual([]);
  });

  test('an infinite bound says nothing', () => {
    const solution = consistent([notBefore('p', -Infinity, 0), notAfter('p', Infinity, 0), notAfter('p', 7, 0)]);
    expect(solution.window('p')).toEqual({ earliest: -Infinity, latest: 7 });
  });

  test('both ends of a window are possible: two events at one moment do not clash', () => {
    expect(tighten([notBefore('p', 5, 0), notAfter('p', 5, 0)]).consistent).toBe(true);
    expect(tighten([notBefore('p', 5, 0), notAfter('p', 4, 0)]).consistent).toBe(false);
  });

  test('of bounds that tie the earlier one is named', () => {
    const solution = consistent([notBefore('p', 5, 'first'), notBefore('p', 5, 'second')]);
    expect(solution.because('p', 'earliest').map(({ why }) => why)).toEqual(['first']);
  });

  test('keeps milliseconds exact over chains of modern dates', () => {
    const start = Date.UTC(2023, 8, 10);
    const chain = Array.from({ length: 40 }, (_, n) => ({ from: `e${n}`, to: `e${n + 1}`, least: 23_537_001, why: n }));
    const solution = consistent([notBefore('e0', start, -1), ...chain]);
    expect(solution.window('e40').earliest).toBe(start + 40 * 23_537_001);
    expect(solution.because('e40', 'earliest')).toHaveLength(41);
  });
});
