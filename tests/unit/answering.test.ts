import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answeringOf, beginWork } from '../../src/state/answering.ts';
import { change, createState, type State } from '../../src/state/state.ts';
import { analysisSettled } from '../../src/ui/analysis/lazy-analysis.tsx';
import { dataset, openTestCase } from './evidence-case.ts';

// Frames are drawn when a test says so.
let waiting: FrameRequestCallback[] = [];
const frame = async (): Promise<void> => {
  const due = waiting;
  waiting = [];
  for (const callback of due) callback(0);
  await Promise.resolve();
  await Promise.resolve();
};

beforeEach(() => {
  waiting = [];
  globalThis.requestAnimationFrame = (callback) => waiting.push(callback);
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'requestAnimationFrame');
});

function asking(analysis: string): State {
  const state = createState();
  state.case.value = openTestCase(dataset());
  change(state, { analysis });
  return state;
}

/** Whether the analysis of a state has settled, as far as frames were drawn. */
function watch(state: State): () => boolean {
  let settled = false;
  void analysisSettled(state).then(() => {
    settled = true;
  });
  return () => settled;
}

describe('the analysis has settled', () => {
  test('when the part asked for is there and has its answer', async () => {
    const state = asking('schedules:7');
    const settled = watch(state);
    await frame();
    expect(settled()).toBe(false);
    const end = beginWork(state);
    answeringOf(state).shown.value = 'schedules';
    await frame();
    expect(settled()).toBe(false);
    end();
    end();
    expect(answeringOf(state).works.value).toBe(0);
    await frame();
    expect(settled()).toBe(true);
  });

  test('not by the answer of another part', async () => {
    const state = asking('reach');
    answeringOf(state).shown.value = 'claims';
    const settled = watch(state);
    for (let n = 0; n < 3; n++) await frame();
    expect(settled()).toBe(false);
    change(state, { analysis: 'claims' });
    for (let n = 0; n < 2; n++) await frame();
    expect(settled()).toBe(true);
  });

  test('at once where nothing is asked for, or nothing of it is shown', async () => {
    const none = [asking('nothing'), createState(), asking('claims'), asking('claims')] as const;
    change(none[2], { controls: 'compact' });
    change(none[3], { selected: 'june' });
    for (const state of none) await expect(analysisSettled(state)).resolves.toBeUndefined();
  });
});
