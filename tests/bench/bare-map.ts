/** MapLibre with our base map and nothing else: what `npm run bench` holds the page against. */
import { Map as BareMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { loadBasemap } from '../../src/map/basemap-data.ts';
import { basemapStyle } from '../../src/map/basemap-style.ts';

setWorkerUrl(workerUrl);

const base = new URL('./', location.href).href;
const data = await loadBasemap(base);
const map = new BareMap({
  container: document.body,
  style: basemapStyle('light', { base, lang: 'en', data }),
  bounds: [
    [130, 42],
    [132.7, 43.1],
  ],
  fitBoundsOptions: { padding: 80 },
  fadeDuration: 0,
  attributionControl: false,
});
// `idle`: every tile of the view is there and drawn, and so are its labels.
map.once('idle', () => {
  document.body.dataset.state = 'ready';
});
