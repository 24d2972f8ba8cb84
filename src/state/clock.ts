/** Runs time while playing: smoothly, or, where the reader wants less motion, from one event to the next. */
import { effect } from '@preact/signals-core';
import { advance, change, type State, stepToMoment } from './state.ts';

/** How long a moment is shown where time moves in steps, ms of the reader's time. */
export const STEP_PAUSE = 1500;

/** A frame longer than this was a hidden tab: time does not jump, ms. */
const LONGEST_FRAME = 250;

/**
 * Starts the clock.
 *
 * @param reducedMotion asked at each start of playing
 * @returns how to stop it
 */
export function runClock(state: State, reducedMotion: () => boolean): () => void {
  return effect(() => {
    if (!state.settings.playing.value || !state.case.value) return undefined;
    return reducedMotion() ? runInSteps(state) : runByFrames(state);
  });
}

function runByFrames(state: State): () => void {
  let last: number | null = null;
  let request = requestAnimationFrame(function frame(now) {
    const elapsed = last === null ? 0 : Math.min(now - last, LONGEST_FRAME);
    last = now;
    request = requestAnimationFrame(frame);
    advance(state, elapsed);
  });
  return () => cancelAnimationFrame(request);
}

function runInSteps(state: State): () => void {
  const timer = setInterval(() => {
    const axis = state.case.peek()?.axis;
    stepToMoment(state, 1);
    const atEnd = axis !== undefined && state.time.peek() >= axis.latest;
    if (!atEnd) change(state, { playing: true });
    else if (state.settings.loop.peek()) change(state, { time: axis.earliest, playing: true });
  }, STEP_PAUSE);
  return () => clearInterval(timer);
}
