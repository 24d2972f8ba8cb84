/** What a part of the page that is fetched later still works at: `settled` waits for it. */
import { type Signal, signal } from '@preact/signals-core';
import type { State } from './state.ts';

export interface Answering {
  /** Pieces of work under way. */
  readonly works: Signal<number>;
  /** What is on the page to do or show them, as the setting `analysis` names it; null while nothing is. */
  readonly shown: Signal<string | null>;
}

const all = new WeakMap<State, Answering>();

/** What is worked at for a page. */
export function answeringOf(state: State): Answering {
  const known = all.get(state);
  if (known) return known;
  const answering: Answering = { works: signal(0), shown: signal(null) };
  all.set(state, answering);
  return answering;
}

/** Begins a piece of work. @returns ends it; again does nothing */
export function beginWork(state: State): () => void {
  const { works } = answeringOf(state);
  works.value = works.peek() + 1;
  let ended = false;
  return () => {
    if (!ended) works.value = works.peek() - 1;
    ended = true;
  };
}
