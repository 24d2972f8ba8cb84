/** The page: one `<voyage-map>`, bound to the address bar, to the keyboard and to a parent frame. */
import { bindAddress } from './bindings/address.ts';
import { defineVoyageMap, VoyageMapElement } from './voyage-map.tsx';

const framed = window.parent !== window;
defineVoyageMap(framed);
const map = document.querySelector('voyage-map');
if (map instanceof VoyageMapElement) {
  const named = (): void => {
    const { documentElement: root } = document;
    if (map.dataset.state === 'ready' && map.heading && document.title !== map.heading) document.title = map.heading;
    // Written only where it is another: the browser works out the style of the whole page for it, even for the same.
    if (root.lang !== map.language) root.lang = map.language;
  };
  map.addEventListener('ready', named);
  map.addEventListener('change', named);
  // In a frame the history is that of the page around it, and nobody sees the address.
  bindAddress(map, !framed);
  if (framed) void import('./bindings/frame.ts').then(({ bindFrame }) => bindFrame(map));
}
