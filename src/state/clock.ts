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

/** How long the moment stands still until time rests, ms of the reader's time. */
const REST = 120;

/**
 * Keeps `resting` true to its name.
 *
 * @returns how to stop it
 */
export function watchRest(state: State): () => void {
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // One timer, set again only where it came too early: the moment may change with every frame.
  const look = (): void => {
    const left = last + REST - performance.now();
    timer = left > 0 ? setTimeout(look, left) : undefined;
    if (!timer) state.resting.value = true;
  };
  const stop = state.time.subscribe(() => {
    last = performance.now();
    state.resting.value = false;
    timer ??= setTimeout(look, REST);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

/** Resolves when time rests, at once where it runs by itself. */
export function rested(state: State): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!state.resting.value && !state.settings.playing.value) return;
      resolve();
      queueMicrotask(() => stop());
    });
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
    const axis = state.axis.peek();
    stepToMoment(state, 1);
    const atEnd = axis !== null && state.time.peek() >= axis.latest;
    if (!atEnd) change(state, { playing: true });
    else if (state.settings.loop.peek()) change(state, { time: axis.earliest, playing: true });
  }, STEP_PAUSE);
  return () => clearInterval(timer);
}
