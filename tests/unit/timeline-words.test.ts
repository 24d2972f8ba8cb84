import { describe, expect, test } from 'vitest';
import { DARK } from '../../src/timeline/bands.ts';
import { type Box, freeRuns, overlaps } from '../../src/timeline/free-room.ts';
import { SIZES } from '../../src/timeline/strips.ts';
import { storyOf, summaryOf } from '../../src/timeline/voyage-words.ts';
import { markBox } from '../../src/timeline/words-in-bands.ts';
import { caseOf, NAJIN_DUNAY, pictureOf, toldOf } from './timeline-case.ts';

const CASES = [NAJIN_DUNAY, caseOf('tests/fixtures/pacific-case')];
const WIDTHS = [320, 480, 640, 960, 1280, 1600, 2000];

const wordsOf = (width: number, selected: string | null, voyage: string, mode: 'left' | 'compact' = 'left') => {
  const { strips, words } = pictureOf(NAJIN_DUNAY, width, mode, selected);
  const at = strips.rows.findIndex((row) => row.voyages[0]?.voyage.id === voyage);
  return (words[at] ?? []).map(({ text }) => text);
};
const told = toldOf(NAJIN_DUNAY);
const summary = (id: string) => {
  const plan = NAJIN_DUNAY.voyage(id);
  if (!plan) throw new Error(id);
  return summaryOf(
    plan,
    NAJIN_DUNAY.ships.find((ship) => ship.voyages.includes(plan)),
    told,
  )[0];
};

/** The part of a line from point to point that lies within a box's heights, as a box. */
function shadow([xa, ya]: readonly [number, number], [xb, yb]: readonly [number, number], box: Box): Box | null {
  const [low, high] = [Math.max(box.y0, Math.min(ya, yb)), Math.min(box.y1, Math.max(ya, yb))];
  if (low > high) return null;
  const x = (y: number): number => (ya === yb ? xa : xa + ((y - ya) / (yb - ya)) * (xb - xa));
  const xs = ya === yb ? [xa, xb] : [x(low), x(high)];
  return { x0: Math.min(...xs) - 0.01, x1: Math.max(...xs) + 0.01, y0: low - 0.01, y1: high + 0.01 };
}

describe('words in strips', () => {
  test('touch no mark, no illustrative line, no dark band and no other words, at any width', () => {
    let count = 0;
    for (const shown of CASES) {
      for (const width of WIDTHS) {
        for (const selected of [null, ...shown.voyages.map(({ voyage }) => voyage.id)]) {
          for (const mode of ['left', 'compact'] as const) {
            const { strips, words, frame } = pictureOf(shown, width, mode, selected);
            strips.rows.forEach(({ marks, lines, bands }, at) => {
              const boxes = (words[at] ?? []).map(({ box }) => box);
              count += boxes.length;
              boxes.forEach((box, number) => {
                for (const other of boxes.slice(number + 1)) expect(overlaps(box, other)).toBe(false);
                for (const mark of marks) expect(overlaps(box, markBox(mark, SIZES[mode].mark))).toBe(false);
                for (const { points } of lines) {
                  points.slice(1).forEach((point, line) => {
                    const piece = shadow(points[line] ?? point, point, box);
                    expect(piece !== null && overlaps(box, piece)).toBe(false);
                  });
                }
                for (const band of bands.filter(({ opacity }) => opacity > DARK)) {
                  expect(box.x0 < band.x2 && band.x1 < box.x1).toBe(false);
                }
                expect(box.x0).toBeGreaterThanOrEqual(frame.left - 0.01);
                expect(box.x1).toBeLessThanOrEqual(frame.right + 0.01);
              });
            });
          }
        }
      }
    }
    expect(count).toBeGreaterThan(300);
  });

  test('say what the plan says on the desktop', () => {
    expect(wordsOf(1280, null, 'angara-august')).toEqual(['to Najin, sometime in here', 'back, sometime in here']);
    expect(wordsOf(1280, null, 'angara-undated')).toEqual([
      'no date at all: before, between or after her other two trips',
      'drawn as if last',
    ]);
    expect(wordsOf(1280, null, 'maria-september')).toEqual(['sometime in September']);
    // On or before: an image of the 14th shows that she was there, not when she came.
    expect(wordsOf(1280, null, 'maria-october')).toEqual(['to Najin, sometime in here', 'back by 14 Oct']);
  });

  test('tell the story of the best-dated crossing in the opened strip', () => {
    const words = wordsOf(1280, 'angara-white-house', 'angara-white-house');
    expect(words).toContain('Angara seen at Dunay, 12 Sep');
    expect(words).toContain('This crossing fell within these six days:');
    expect(words).toContain('the best-dated crossing of this ship');
    expect(words).toContain('About 300 containers on the pier; no ship named');
    expect(words).not.toContain('back by 12 Sep');
  });

  test('call a crossing the best-dated only if it is', () => {
    const rival = caseOf('data/najin-dunay', (file) => {
      const [august] = file.voyages;
      if (august)
        august.legs = [
          { from: 'dunay', to: 'najin', depart: '2023-08-24' },
          { from: 'najin', to: 'dunay' },
        ];
    });
    const story = (shown: typeof rival) => {
      const plan = shown.voyage('angara-white-house');
      const ship = shown.ships.find(({ vessel }) => vessel.id === 'angara');
      return plan ? storyOf(plan, ship, toldOf(shown))?.lines : undefined;
    };
    expect(story(NAJIN_DUNAY)).toHaveLength(3);
    expect(story(rival)).toEqual(['Angara seen at Dunay, 12 Sep', 'This crossing fell within these six days']);
  });

  test('leave words out where there is no room, and take the shorter form first', () => {
    expect(wordsOf(640, null, 'angara-undated', 'compact')[0]).toMatch(/^no date at all/);
    expect(wordsOf(320, null, 'angara-august', 'compact')).toEqual([]);
  });

  test('sum up each voyage in one line', () => {
    expect(summary('angara-august')).toBe('a ship, not named, at Najin, 26 Aug');
    expect(summary('angara-white-house')).toBe('back within 7 – 12 Sep');
    expect(summary('angara-undated')).toBe('no date at all');
    expect(summary('maria-september')).toBe('sometime in September');
    expect(summary('maria-october')).toBe('back within 11 – 14 Oct');
  });
});

describe('freeRuns', () => {
  test('leaves out what boxes and slanting lines take at a height', () => {
    const box = { x0: 20, x1: 30, y0: 0, y1: 5 };
    const line = {
      line: [
        [50, 0],
        [70, 20],
      ] as const,
    };
    expect(freeRuns(0, 100, 0, 10, [box, line], 0)).toEqual([
      [0, 20],
      [30, 50],
      [60, 100],
    ]);
    expect(freeRuns(0, 100, 10, 20, [box, line], 0)).toEqual([
      [0, 60],
      [70, 100],
    ]);
    expect(freeRuns(0, 100, 30, 40, [box, line], 0)).toEqual([[0, 100]]);
  });
});
