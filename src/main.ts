/** The page: one `<voyage-map>`, bound to the address bar, to the keyboard and to a parent frame. */
import { bindAddress } from './bindings/address.ts';
import { bindMessages } from './bindings/messages.ts';
import { VoyageMapElement } from './voyage-map.tsx';

const map = document.querySelector('voyage-map');
if (map instanceof VoyageMapElement) {
  bindAddress(map);
  bindMessages(map);
}
