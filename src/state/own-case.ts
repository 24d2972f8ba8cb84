/** A case that the reader opened herself, in place of the one at the address `data`. */
import { batch, effect, type Signal } from '@preact/signals-core';
import type { Dataset } from '../model/records.ts';
import { layOver, type OwnCase, type OwnFacts } from './open-address.ts';
import type { Search } from './sea-lines.ts';
import { OF_CASE, SETTINGS, type Settings } from './settings.ts';
import { change, type State } from './state.ts';

/**
 * Works out a case of one's own, as any other.
 *
 * @param base address of the folder that holds our own `basemap/`
 * @param search told of the search for sea routes
 * @throws Error where the case cannot be worked out
 */
export async function layOwn(
  dataset: Dataset,
  base: string,
  facts: OwnFacts,
  search: Signal<Search | null>,
): Promise<OwnCase> {
  const lay = layOver(base, [], search);
  const laid = await lay(dataset);
  return { ...facts, ...laid, problems: laid.failures, lay };
}

/** Settings that speak of one case alone, as they are at its start. */
const AT_START: Partial<Settings> = Object.fromEntries(OF_CASE.map((name) => [name, SETTINGS[name].initial]));

/** Shows a case of one's own, from its start, until another is asked for; null: the one at the address again. */
export function showOwn(state: State, own: OwnCase | null): void {
  batch(() => {
    change(state, { ...AT_START, playing: false });
    state.own.value = own;
  });
  if (own === null) return;
  const { data } = state.settings;
  const asked = data.peek();
  const stop = effect(() => {
    if (state.own.value === own && data.value === asked) return;
    queueMicrotask(() => stop());
    if (state.own.peek() === own) state.own.value = null;
  });
}
