import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Dates } from '../i18n/dates.ts';
import type { Words } from '../i18n/en.ts';
import type { State } from '../state/state.ts';

/** What every component may ask for. */
export interface Page {
  readonly state: State;
  readonly words: ReadonlySignal<Words>;
  readonly dates: ReadonlySignal<Dates>;
}

export const PageContext = createContext<Page | null>(null);

/** The page around a component. Throws where there is none. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('a component of the page is used outside of it');
  return page;
}
