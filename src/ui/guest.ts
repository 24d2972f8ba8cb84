/** How the map behaves on somebody else's page: fetched only there. */
import { watchVisibility } from '../bindings/visibility.ts';
import { change, type State } from '../state/state.ts';
import guestSheet from './guest.css?url';

/**
 * Makes a map a guest: a height of its own, at rest while nobody sees it, and no graphics context far from the screen.
 *
 * @param host the element
 * @param place the part of its shadow root that holds the page; shown once its style sheets are there
 * @param wake called with whether there is to be a living map
 * @returns how to stop
 */
export function beGuest(
  host: HTMLElement,
  place: HTMLElement,
  state: State,
  wake: (near: boolean) => void,
): () => void {
  const root = place.getRootNode() as ShadowRoot;
  if (!root.querySelector(`link[href="${guestSheet}"]`)) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = guestSheet;
    root.append(link);
  }
  return watchVisibility(host, { near: wake, unseen: () => change(state, { playing: false }) });
}
