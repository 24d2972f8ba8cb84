/** The one door to MapLibre: a north-up map of land, sea and names. What is reported about ships is drawn over it by others, at the pixels that `project` gives. */
import { addProtocol, type ErrorEvent, GPUInitializationError, Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { LonLat } from '../model/records.ts';
import { type Bounds, type Camera, fitWithin, nearestCopy, type Padding } from '../scene/camera.ts';
import type { Project } from '../scene/map-marks.ts';
import { type BasemapData, DETAIL_ZOOM, LEVELS, loadBasemap, loadLevel } from './basemap-data.ts';
import { basemapStyle, GRATICULE_STEP } from './basemap-style.ts';
import { graticule } from './coast.ts';
import type { FinerLand, Handed } from './coast-finer.ts';
import { type Gestures, localeOf } from './locale.ts';
import type { Look } from './look.ts';
import { leaves, pending, repaint } from './map-shown.ts';

export { LEVELS, loadBasemap };

setWorkerUrl(workerUrl);

/** Least and greatest zoom. Beyond the greatest the coast would look truer than it is. */
export const ZOOM_LIMITS = [1, 13.5] as const;

const SETTLE_LIMIT_MS = 20_000;

const HANDED: Handed = { addProtocol, GRATICULE_STEP, graticule, LEVELS, leaves, loadLevel };

/** WebGL 2 is missing or refused: draw the still picture instead. */
export class NoWebGLError extends Error {
  override readonly name = 'NoWebGLError';
}

export interface MapViewOptions {
  /** Address of the folder that holds `basemap/` and `fonts/`, ending in a slash. */
  readonly base: string;
  readonly look: Look;
  /** BCP 47, of the names on the map. */
  readonly lang: string;
  /** What is shown first: a camera, or bounds with the pixels to keep free around them. */
  readonly view: { readonly camera: Camera } | { readonly bounds: Bounds; readonly padding: Padding };
  /** Accessible name of the map. */
  readonly title: string;
  /** Turning the wheel scrolls the page unless Ctrl is held, and one finger too: for a map in an article. The texts say so to the reader. */
  readonly cooperativeGestures?: Gestures;
  /** No inertia and no animated moves. */
  readonly reducedMotion?: boolean;
  /** Keeps the drawn pixels, so that `canvas()` can be copied into a picture at any time. */
  readonly exportable?: boolean;
}

export interface MapView {
  /**
   * CSS pixels from the upper left of the container. Of the copies of a position, the one nearest the middle of the map.
   * Another function while the map is a globe than while it is flat.
   */
  readonly project: Project;
  /** Longitude may be beyond 180 where the map shows more than one copy of the world. */
  unproject(x: number, y: number): LonLat;
  camera(): Camera;
  /** Moves at once. Zoom is held to `ZOOM_LIMITS`. */
  setCamera(camera: Camera): void;
  /** Shows bounds within padding. @throws RangeError where the bounds are inside out. */
  fit(bounds: Bounds, padding: Padding, options?: { readonly animate?: boolean }): void;
  /** Calls back whenever `project` would answer otherwise than before: moves, zooms, new size. Returns how to stop. */
  onMove(listener: () => void): () => void;
  /**
   * Calls back with what went wrong: lost graphics context, missing file; of the `coast`, that finer land could not be had
   * and coarser is drawn. Returns how to stop.
   */
  onFail(listener: (message: string, of: 'map' | 'coast') => void): () => void;
  setLook(look: Look): void;
  /** Flat, or a globe up to zoom 6. */
  setProjection(name: 'mercator' | 'globe'): void;
  /** Language of the names, the accessible name in that language, and what is said where gestures are cooperative. */
  setLang(lang: string, title: string, gestures: Gestures): void;
  /** Takes over the size of the container at once. It is also watched. */
  resize(): void;
  /**
   * Resolves when the picture is complete: every file and font here, every tile at its own zoom, a frame drawn.
   * Rejects after 20 s with what is missing, and when the map is destroyed.
   */
  settled(): Promise<void>;
  /** For `src/map` alone: what else is drawn into the map, under its land. */
  readonly inner: MapLibre;
  /** The drawn picture, for export. */
  canvas(): HTMLCanvasElement;
  destroy(): void;
}

function startMap(container: HTMLElement, options: MapViewOptions, data: BasemapData): MapLibre {
  const { base, look, lang, view, title, cooperativeGestures, reducedMotion } = options;
  const size = { width: container.clientWidth, height: container.clientHeight };
  const { zoom, lat, lng } = 'camera' in view ? view.camera : fitWithin(view.bounds, size, view.padding, ZOOM_LIMITS);
  try {
    const map = new MapLibre({
      container,
      style: basemapStyle(look, { base, lang, data }),
      center: [lng, lat],
      zoom,
      minZoom: ZOOM_LIMITS[0],
      maxZoom: ZOOM_LIMITS[1],
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: false,
      // Tiles are enlarged whole: MapLibre cuts those of the finer coast where the greatest zoom is no whole number.
      zoomLevelsToOverscale: ZOOM_LIMITS[1],
      fadeDuration: 0,
      localIdeographFontFamily: false,
      cooperativeGestures: cooperativeGestures !== undefined,
      ...(reducedMotion === undefined ? {} : { reduceMotion: reducedMotion }),
      canvasContextAttributes: { antialias: true, preserveDrawingBuffer: options.exportable ?? false },
      locale: localeOf(title, cooperativeGestures),
    });
    map.keyboard.disableRotation();
    map.touchZoomRotate.disableRotation();
    return map;
  } catch (error) {
    if (error instanceof GPUInitializationError) throw new NoWebGLError(error.message, { cause: error });
    throw error;
  }
}

/**
 * Puts a map into the container, which must have a size and the rules of `src/map/map.css`.
 * @throws NoWebGLError where WebGL 2 is missing; the container is then empty again.
 * @throws Error that names a file of the base map which could not be had.
 * @throws RangeError where bounds and padding do not fit the container.
 */
export async function createMapView(container: HTMLElement, options: MapViewOptions): Promise<MapView> {
  const { base } = options;
  const data = await loadBasemap(base);
  let { look, lang } = options;
  const map = startMap(container, options, data);
  const failures = new Set<Parameters<MapView['onFail']>[0]>();
  const ended = new AbortController();
  let styled = false;
  const finer: FinerLand = {};
  let refining: Promise<void> | null = null;
  let globe: typeof import('./globe.ts') | null = null;
  let turning: Promise<void> | null = null;
  const movers = new Set<() => void>();
  const isRound = () => globe?.isRound(map) ?? false;

  const fail = (message: string, of: 'map' | 'coast' = 'map') => {
    for (const listener of failures) listener(message, of);
  };

  // True from a complete picture until anything is asked of the map: then another frame would show the same.
  let complete = false;
  const unsettle = (): void => {
    complete = false;
  };
  for (const event of ['movestart', 'move', 'resize', 'dataloading', 'styledata', 'webglcontextlost'] as const) {
    map.on(event, unsettle);
  }

  /** Brings the map up to look, language and data. Where there is no style now, its `style.load` comes back here. */
  const restyle = () => {
    unsettle();
    if (!styled) return;
    const plain = basemapStyle(look, { base, lang, data, detail: finer.detail });
    const style = finer.coast?.into(plain) ?? plain;
    for (const [id, source] of Object.entries(style.sources)) if (!map.getSource(id)) map.addSource(id, source);
    let above: string | undefined;
    for (const layer of style.layers.toReversed()) {
      if (!map.getLayer(layer.id)) map.addLayer(layer, above);
      map.setLayerZoomRange(layer.id, layer.minzoom ?? 0, layer.maxzoom ?? 24);
      above = layer.id;
    }
    repaint(map, style.layers);
  };

  const refine = () => {
    const { near, region } = LEVELS;
    if (refining || !(leaves(map, near.box, DETAIL_ZOOM) || leaves(map, region.box, region.coastFrom))) return;
    refining = import('./coast-finer.ts')
      .then(({ refineLand }) => refineLand(map, base, finer, HANDED, restyle, fail, ended.signal))
      .catch((error: unknown) => fail(String(error)))
      .finally(() => {
        refining = null;
      });
  };

  map.on('style.load', () => {
    styled = true;
    restyle();
  });
  map.on('webglcontextlost', () => {
    styled = false;
    fail('The graphics context was lost; the map is drawn again when the browser gives it back.');
  });
  map.on('error', ({ error }: ErrorEvent) => fail(error.message));
  map.on('moveend', refine);
  refine();

  const settle = async (): Promise<void> => {
    let missing: string | null = 'no frame was drawn';
    let forget = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      const fail = (): void => {
        const why = ended.signal.aborted
          ? 'The map was destroyed.'
          : `The map is not complete: ${pending(map, isRound()) ?? missing}.`;
        reject(new Error(why));
      };
      const timer = setTimeout(fail, SETTLE_LIMIT_MS);
      ended.signal.addEventListener('abort', fail);
      forget = () => {
        clearTimeout(timer);
        ended.signal.removeEventListener('abort', fail);
      };
    });
    // It may lose the race and be rejected later, with nobody listening.
    late.catch(() => undefined);
    try {
      while (missing !== null) {
        if (ended.signal.aborted) throw new Error('The map was destroyed.');
        if (refining || turning) {
          missing = 'finer land is being fetched';
          await Promise.race([Promise.all([refining, turning]), late]);
        }
        // A frame must be drawn after everything is there, so each look at the state follows a frame.
        const frame = map.once('idle');
        map.triggerRepaint();
        await Promise.race([frame, late]);
        await Promise.race([document.fonts.ready, late]);
        missing = refining || turning ? 'finer land is being fetched' : pending(map, isRound());
      }
      complete = true;
    } finally {
      forget();
    }
  };

  let settling: Promise<void> | null = null;
  const settled = (): Promise<void> => {
    if (complete && !refining && !turning && pending(map, isRound()) === null) return Promise.resolve();
    settling ??= settle().finally(() => {
      settling = null;
    });
    return settling;
  };

  const flat: Project = ([lon, lat]) => {
    const { x, y } = map.project([nearestCopy(lon, map.getCenter().lng), lat]);
    return { x, y };
  };
  return {
    get project() {
      return globe?.isRound(map) ? globe.roundProject(map) : flat;
    },
    unproject: (x, y) => {
      const { lng, lat } = map.unproject([x, y]);
      return [lng, lat];
    },
    camera: () => {
      const { lng, lat } = map.getCenter();
      return { zoom: map.getZoom(), lat, lng };
    },
    setCamera: ({ zoom, lat, lng }) => {
      map.jumpTo({ center: [lng, lat], zoom });
    },
    fit: (bounds, padding, { animate = false } = {}) => {
      const size = { width: container.clientWidth, height: container.clientHeight };
      const { zoom, lat, lng } = fitWithin(bounds, size, padding, ZOOM_LIMITS);
      if (animate) map.easeTo({ center: [lng, lat], zoom, duration: 600 });
      else map.jumpTo({ center: [lng, lat], zoom });
    },
    onMove: (listener) => {
      map.on('move', listener);
      map.on('resize', listener);
      movers.add(listener);
      return () => {
        movers.delete(listener);
        map.off('move', listener);
        map.off('resize', listener);
      };
    },
    onFail: (listener) => {
      failures.add(listener);
      return () => failures.delete(listener);
    },
    setLook: (next) => {
      look = next;
      restyle();
    },
    setProjection: (name) => {
      if (name === 'mercator' && !globe) return;
      unsettle();
      const turn: Promise<void> = import('./globe.ts')
        .then(async (loaded) => {
          if (!styled) await map.once('style.load');
          globe = loaded;
          loaded.setProjection(map, name);
          for (const listener of movers) listener();
        })
        .catch((error: unknown) => fail(String(error)))
        .finally(() => {
          if (turning === turn) turning = null;
        });
      turning = turn;
    },
    setLang: (next, title, gestures) => {
      lang = next;
      Object.assign(map._locale, localeOf(title, gestures));
      if (options.cooperativeGestures) {
        map.cooperativeGestures.disable();
        map.cooperativeGestures.enable();
      }
      map.getCanvas().setAttribute('aria-label', title);
      restyle();
    },
    resize: () => {
      map.resize();
    },
    settled,
    inner: map,
    canvas: () => map.getCanvas(),
    destroy: () => {
      ended.abort();
      failures.clear();
      map.remove();
    },
  };
}
