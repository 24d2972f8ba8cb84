/** Keeps a living map, or a still one where there is no WebGL, in step with the state; gives marks their pixels. */
import { useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals-core';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Look } from '../../map/look.ts';
import type { MapView } from '../../map/map-view.ts';
import { type Bounds, type Camera, fitCamera, mercatorCamera, nearestCopy, type Padding } from '../../scene/camera.ts';
import type { LookChoice, View } from '../../state/settings.ts';
import { change, notify } from '../../state/state.ts';
import { usePage } from '../page-context.ts';
import type { Stage } from './map-marks.tsx';
import type { Still } from './still-basemap.tsx';

export type MapModule = typeof import('../../map/map-view.ts');

/** What the element hands to the page's map. */
export interface MapSupport {
  /** Address of the folder that holds `basemap/` and `fonts/`. */
  readonly base: string;
  readonly load: () => Promise<MapModule>;
  /** Called when the map is complete, or when the still one has taken its place. */
  readonly onAlive: (view: MapView | null) => void;
  /** The page is somebody else's: the wheel and one finger are its own. */
  readonly embedded: boolean;
  /** Whether there is to be a living map: far from the screen it gives back its graphics context. */
  readonly awake: ReadonlySignal<boolean>;
}

export interface LiveMap {
  readonly stage: ReadonlySignal<Stage | null>;
  /** Set where there is no WebGL, and while the map sleeps. */
  readonly still: ReadonlySignal<(Still & { readonly camera: Camera }) | null>;
}

interface Framing {
  readonly bounds: Bounds;
  readonly padding: Padding;
  readonly title: string;
}

const dark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');
const lookOf = (choice: LookChoice): Look => (choice !== 'auto' ? choice : dark().matches ? 'dark' : 'light');
const near = (a: Camera, b: Camera): boolean =>
  Math.abs(a.zoom - b.zoom) < 0.005 &&
  Math.abs(a.lat - b.lat) < 1e-3 &&
  Math.abs(nearestCopy(a.lng, b.lng) - b.lng) < 1e-3;

/**
 * Starts the map in a container of a size.
 *
 * @param framing what to show where no view is set; null until a case is open
 */
export function useMap(
  container: RefObject<HTMLDivElement | null>,
  size: { readonly width: number; readonly height: number },
  framing: Framing | null,
  support: MapSupport | null,
): LiveMap {
  const page = usePage();
  const stage = useSignal<Stage | null>(null);
  const still = useSignal<(Still & { camera: Camera }) | null>(null);
  const view = useSignal<MapView | null>(null);
  const ready = framing !== null && size.width > 0 && size.height > 0;
  const awake = support?.awake.value;

  // The map is made once; what changes later is handed to it below.
  useEffect(() => {
    if (!ready || !framing || !support || !container.current) return;
    const { state, words } = page;
    let ended = false;
    let stop = (): void => undefined;
    const end = (): void => {
      ended = true;
      stop();
    };
    const fail = (message: string, of: 'map' | 'coast' = 'map'): void => {
      const { failed, coarse } = words.value.map;
      notify(state, { kind: 'map', text: (of === 'map' ? failed : coarse)(message) });
    };
    const takeStill = async (): Promise<void> => {
      const { stillMap } = await import('./still-map.ts');
      const made = await stillMap(support);
      if (ended) return;
      still.value = { ...made, camera: cameraFor(framing, size, state.settings.view.value) };
      support.onAlive(null);
    };
    const start = async (): Promise<void> => {
      const module = await support.load();
      if (ended || !container.current) return;
      const wanted = state.settings.view.value;
      const gestures = words.value.map.gestures;
      try {
        const made = await module.createMapView(container.current, {
          base: support.base,
          look: lookOf(state.settings.look.value),
          lang: state.settings.lang.value,
          view: wanted ? { camera: wanted } : { bounds: framing.bounds, padding: framing.padding },
          title: framing.title,
          ...(support.embedded ? { cooperativeGestures: gestures } : {}),
          reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
        });
        if (ended) return made.destroy();
        view.value = made;
        stop = () => {
          view.value = null;
          made.destroy();
        };
        made.onFail(fail);
        await made.settled();
        if (ended) return;
        still.value = null;
        support.onAlive(made);
      } catch (error) {
        if (ended) return;
        const { noWebGl, failed } = words.value.map;
        notify(state, { kind: 'map', text: error instanceof module.NoWebGLError ? noWebGl : failed(inWords(error)) });
        await takeStill();
      }
    };
    // Nothing is drawn before the first time near the screen; later the last picture stays.
    if (!awake && !stage.value) return end;
    (awake ? start : takeStill)().catch((error: unknown) => {
      if (ended) return;
      fail(inWords(error));
      // The timeline and the words do not wait for a map that cannot be had.
      support.onAlive(null);
    });
    return end;
  }, [ready, support, awake]);

  useInStep(page, view.value, framing, container, size, stage);

  // Without a map the camera is worked out anew for each size.
  useEffect(() => {
    const now = still.value;
    if (!now || !framing) return;
    const camera = cameraFor(framing, size, page.state.settings.view.value);
    still.value = { ...now, camera };
    stage.value = { ...size, project: mercatorCamera(camera, size).project };
  }, [size.width, size.height, still.value === null, page.state.settings.view.value]);

  return { stage, still };
}

const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function cameraFor({ bounds, padding }: Framing, size: { width: number; height: number }, view: View | null): Camera {
  return view ?? fitCamera(bounds, size, padding, [0, 13.5]);
}

type Page = ReturnType<typeof usePage>;

/** Moves the map when the state says so, and tells the state when the reader moved it. */
function useInStep(
  { state, words }: Page,
  view: MapView | null,
  framing: Framing | null,
  container: RefObject<HTMLDivElement | null>,
  size: { readonly width: number; readonly height: number },
  stage: { value: Stage | null },
): void {
  const fitting = framing && [...Object.values(framing.padding), ...framing.bounds].join();
  const wanted = state.settings.view.value;
  const applied = useRef(wanted);
  useEffect(() => {
    if (!view) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      // A new size that is not laid out yet moves the map as well, and the reader did not.
      const now = container.current;
      if (now?.clientWidth !== size.width || now.clientHeight !== size.height) return;
      // Nor did the reader where a link has just asked for a view that the map is not at yet.
      if (state.settings.view.value !== applied.current) return;
      const camera = view.camera();
      const fitted = framing && cameraFor(framing, size, null);
      const known = state.settings.view.value;
      const next = fitted && near(camera, fitted) ? null : camera;
      if (next === null ? known !== null : !known || !near(next, known)) change(state, { view: next });
    };
    const moved = (): void => {
      stage.value = { ...size, project: view.project, view };
      clearTimeout(timer);
      timer = setTimeout(tell, 250);
    };
    stage.value = { ...size, project: view.project, view };
    const stop = view.onMove(moved);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [view, size.width, size.height, fitting]);

  // Marks of many ships are drawn for a flat map.
  const projection = state.case.value?.many ? 'mercator' : state.settings.projection.value;
  useEffect(() => view?.setProjection(projection), [view, projection]);

  const choice = state.settings.look.value;
  useEffect(() => {
    if (!view) return;
    const preference = dark();
    const relook = (): void => view.setLook(lookOf(choice));
    relook();
    preference.addEventListener('change', relook);
    return () => preference.removeEventListener('change', relook);
  }, [view, choice]);

  useEffect(() => {
    if (!view || !framing) return;
    applied.current = wanted;
    if (wanted) {
      if (!near(view.camera(), wanted)) view.setCamera(wanted);
    } else view.fit(framing.bounds, framing.padding);
  }, [view, wanted, size.width, size.height, fitting]);

  const lang = state.settings.lang.value;
  useEffect(() => {
    if (view && framing) view.setLang(lang, framing.title, words.value.map.gestures);
  }, [view, lang, framing?.title]);
}
