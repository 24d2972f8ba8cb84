/** The page: one `<voyage-map>`, bound to the address bar, to the keyboard and to a parent frame. */
import { bindAddress } from './bindings/address.ts';
import { defineVoyageMap, VoyageMapElement } from './voyage-map.tsx';

const framed = window.parent !== window;
defineVoyageMap(framed);
const map = document.querySelector('voyage-map');
if (map instanceof VoyageMapElement) {
  const named = (): void => {
    if (map.dataset.state === 'ready' && map.heading) document.title = map.heading;
    document.documentElement.lang = map.language;
  };
  map.addEventListener('ready', named);
  map.addEventListener('change', named);
  // In a frame the history is that of the page around it, and nobody sees the address.
  bindAddress(map, !framed);
  if (framed) void import('./bindings/frame.ts').then(({ bindFrame }) => bindFrame(map));
}
