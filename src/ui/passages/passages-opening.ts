/** Whether the dialog of canals and straits is open, a page each: the button and the banner both open it. */
import { type Signal, signal } from '@preact/signals';
import type { Page } from '../page-context.ts';

const openings = new WeakMap<Page['state'], Signal<boolean>>();

export function passagesOpening({ state }: Page): Signal<boolean> {
  const known = openings.get(state) ?? signal(false);
  openings.set(state, known);
  return known;
}
