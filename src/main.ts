/** The page: one `<voyage-map>`, bound to the address bar, to the keyboard and to a parent frame. */
import { bindAddress } from './bindings/address.ts';
import { defineVoyageMap, VoyageMapElement } from './voyage-map.tsx';

const framed = window.parent !== window;
defineVoyageMap(framed);
const map = document.querySelector('voyage-map');
if (map instanceof VoyageMapElement) {
  map.addEventListener('ready', () => {
    document.title = map.heading || document.title;
  });
  // In a frame the history is that of the page around it, and nobody sees the address.
  bindAddress(map, !framed);
  if (framed) void import('./bindings/frame.ts').then(({ bindFrame }) => bindFrame(map));
}
