/** `<voyage-map>` for any page, of any origin: `<script type="module" src="https://example.org/voyages/voyage-map.js">`. */
import { BASE, defineVoyageMap, VoyageMapElement } from './voyage-map.tsx';

export { VoyageMapElement };

// Faces of fonts count for a whole document, not for a shadow root. Their families are ours by name: "Voyage Sans", "Voyage Serif".
const FONTS = `${BASE}fonts/fonts.css`;
if (![...document.querySelectorAll('link')].some(({ href }) => href === FONTS)) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = FONTS;
  document.head.append(link);
}
defineVoyageMap(true);
