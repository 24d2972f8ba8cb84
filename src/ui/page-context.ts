// Lets signals stand among attributes.
import { computed, type ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useId, useMemo } from 'preact/hooks';
import type { Dates } from '../i18n/dates.ts';
import type { Words } from '../i18n/en/page.ts';
import type { State } from '../state/state.ts';

/** What every component may ask for. */
export interface Page {
  readonly state: State;
  readonly words: ReadonlySignal<Words>;
  readonly dates: ReadonlySignal<Dates>;
  /** Address of the folder that holds our own files, ending in `/`; absent where the page is drawn without a browser. */
  readonly base?: string;
  /** Begins every id: several pages may stand in one root, as in the first picture. */
  readonly ids: string;
}

export const PageContext = createContext<Page | null>(null);

/** The page around a component. Throws where there is none. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('a component of the page is used outside of it');
  return page;
}

/**
 * A value that follows the signals it is worked out from. Handed to an attribute, or to
 * `Following` as a text, it changes that alone, and only where it is another value: nothing else is rendered anew while
 * time moves.
 *
 * @param inputs what else it is worked out from
 */
export function useFollowing<Value>(work: () => Value, inputs: readonly unknown[]): ReadonlySignal<Value> {
  return useMemo(() => computed(work), inputs);
}

/** An id for an element or a gradient, unlike any other in the root. */
export function usePageId(): string {
  const { ids } = usePage();
  return `${ids}-${useId()}`.replaceAll(/[^\w-]/g, '');
}
