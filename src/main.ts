/** The page: one `<voyage-map>`, bound to the address bar, to the keyboard and to a parent frame. */
import { bindAddress } from './bindings/address.ts';
import { VoyageMapElement } from './voyage-map.tsx';

const map = document.querySelector('voyage-map');
if (map instanceof VoyageMapElement) {
  bindAddress(map);
  if (window.parent !== window) void import('./bindings/messages.ts').then(({ bindMessages }) => bindMessages(map));
}
