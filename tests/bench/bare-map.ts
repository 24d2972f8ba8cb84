/** MapLibre with our base map and nothing else: what `npm run bench` holds the page against. */
import { makeMap } from './make-map.ts';

const map = await makeMap([
  [130, 42],
  [132.7, 43.1],
]);
// `idle`: every tile of the view is there and drawn, and so are its labels.
map.once('idle', () => {
  document.body.dataset.state = 'ready';
});
