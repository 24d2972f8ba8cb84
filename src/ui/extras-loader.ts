import { type ReadonlySignal, signal } from '@preact/signals';

export type Extras = typeof import('./extras.ts');

const loaded = signal<Extras | null>(null);

/** The parts that wait, once they are here. */
export const extras: ReadonlySignal<Extras | null> = loaded;

/** Fetches the parts that wait; resolves when they can be drawn. */
export async function loadExtras(): Promise<void> {
  loaded.value ??= await import('./extras.ts');
}
