/** Messages to and from the page that holds this one in a frame. */
import type { SettingName } from '../state/settings.ts';

interface Told extends EventTarget {
  readonly settings: [SettingName, string][];
  set(texts: Readonly<Record<string, string>>): readonly unknown[];
}

/** Time is told at most so often while it runs, ms. */
const PAUSE = 250;

/**
 * Binds a map to its parent frame: `{ voyageMap: 1, set: {...} }` in, with texts as in the address;
 * `{ voyageMap: 1, changed: {...} }` and `{ voyageMap: 1, rejected: [...] }` out. Messages of anybody else are passed over.
 */
export function bindMessages(map: Told): void {
  const tell = (message: object): void => window.parent.postMessage({ voyageMap: 1, ...message }, '*');
  let waiting = false;
  addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    if (source !== window.parent || typeof data !== 'object' || data === null) return;
    const { voyageMap, set } = data as { voyageMap?: unknown; set?: unknown };
    if (voyageMap !== 1 || typeof set !== 'object' || set === null) return;
    const rejected = map.set(Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)])));
    if (rejected.length > 0) tell({ rejected });
  });
  map.addEventListener('change', () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      tell({ changed: Object.fromEntries(map.settings) });
    }, PAUSE);
  });
}
