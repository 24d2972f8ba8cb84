/** Whether the dialog for finding is open, a page each: its button, a key and the notice of what is limited open it. */
import { type Signal, signal } from '@preact/signals';
import type { State } from '../../state/state.ts';

const open = new WeakMap<State, Signal<boolean>>();

/** Whether the dialog of a page is open. */
export function findingOf(state: State): Signal<boolean> {
  const known = open.get(state) ?? signal(false);
  open.set(state, known);
  return known;
}
