/** Whether the dialog for a file of one's own is open, a page each: the button and a drop both open it. */
import { type Signal, signal } from '@preact/signals';
import type { OwnSource } from '../../state/read-session.ts';
import type { Page } from '../page-context.ts';

export interface Opening {
  /** What to read at once; null: the reader still has to choose. */
  readonly source: OwnSource | null;
}

const openings = new WeakMap<Page['state'], Signal<Opening | null>>();

/** The opening of a page; null while there is none. */
export function openingOf({ state }: Page): Signal<Opening | null> {
  const known = openings.get(state) ?? signal<Opening | null>(null);
  openings.set(state, known);
  return known;
}
