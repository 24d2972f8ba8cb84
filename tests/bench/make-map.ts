/** MapLibre with our base map and nothing else. */
import { Map as BareMap, type LngLatBoundsLike, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { loadBasemap } from '../../src/map/basemap-data.ts';
import { basemapStyle } from '../../src/map/basemap-style.ts';

setWorkerUrl(workerUrl);

/** A map that fills the page; its tiles and labels are on their way. */
export async function makeMap(bounds: LngLatBoundsLike): Promise<BareMap> {
  const base = new URL('./', location.href).href;
  const data = await loadBasemap(base);
  return new BareMap({
    container: document.body,
    style: basemapStyle('light', { base, lang: 'en', data }),
    bounds,
    fitBoundsOptions: { padding: 80 },
    fadeDuration: 0,
    attributionControl: false,
  });
}
