/** The area on the map: works it out for as long as a span is open, and draws it as time moves. */
import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import { drawArea } from '../../map/reach-area.ts';
import { fitCamera } from '../../scene/camera.ts';
import { shipLook } from '../../scene/ship-look.ts';
import { type Frame, STILL_UNIT } from '../../scene/still-basemap.ts';
import type { OpenReach } from '../../state/reach-client.ts';
import { openReachInWorker } from '../../state/reach-in-worker.ts';
import { change } from '../../state/state.ts';
import { PANEL } from '../layout.ts';
import type { MapGuest } from '../map/map-guest.ts';
import type { Stage } from '../map/map-marks.tsx';
import { usePage, usePageId } from '../page-context.ts';
import { tellerOf } from '../teller.ts';
import { figure, shipName } from './in-words.ts';
import { JUST_ASKED, lookAt, placesLookedAt, type ReachChoice, type ReachDesk, reachDesk } from './reach-desk.ts';

/** Under the notices, where the page is wide. */
const BOX = { x: 412, y: 12, width: 340, height: 76 };

/** A map that takes longer to draw is slow, ms. */
const SLOW_MS = 100;

/** What the part of the analysis draws on the map. */
export const REACH_GUEST: MapGuest = { Over: ReachOver, Under: ReachUnder, box: BOX };

function ReachOver({ stage, base }: { stage: Stage; base: string }) {
  const page = usePage();
  const { state } = page;
  const desk = reachDesk(state);
  const label = useRef<HTMLDivElement>(null);
  const teller = tellerOf(page);
  const choice = desk.chosen.value;
  const drawn = useDrawing(desk, stage, label);
  useReach(desk, choice, base, drawn);
  if (!teller || !choice) return null;
  const say = analysisIn(teller.lang).reach;
  const name = shipName(teller, choice.span.vessel);
  const number = teller.shown.ships.findIndex(({ vessel }) => vessel.id === choice.span.vessel);
  const below = state.whatIf.value || state.notices.value.length > 0 ? ' reach-below' : '';
  return (
    <div class={`reach-label card small ship-${shipLook(number, name).colour}${below}`} ref={label}>
      {desk.now.value && (
        <p>
          <svg class="reach-swatch" width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
            <rect x="0.6" y="0.6" width="24.8" height="12.8" class="reach-drawn" />
            <path d="M0.6,13.4L13.4,0.6M7,13.4L19.8,0.6M13.4,13.4L25.4,1.4M0.6,7L7,0.6M19.8,13.4L25.4,7.8" />
          </svg>
          <b class="reach-name">{say.onMap(name)}</b>, {say.atMost(figure(teller, choice.question.knots))}
        </p>
      )}
      <Frames desk={desk} stage={stage} />
    </div>
  );
}

/** Shows the whole area where it is not all in sight, and gives the way back. */
function Frames({ desk, stage }: { desk: ReachDesk; stage: Stage }) {
  const { state } = usePage();
  const say = analysisIn(state.settings.lang.value).reach;
  const asked = desk.asked.value;
  if (asked.state !== 'open') return null;
  const { box } = asked.reach.facts;
  const [west, south, east, north] = box;
  const { width, height } = stage;
  const [a, b] = [stage.project([west, north]), stage.project([east, south])];
  const inSight = b.x > a.x && a.x >= 0 && a.y >= 0 && b.x <= width && b.y <= height;
  const wide = width >= 1000;
  const padding = {
    top: Math.min(90, height / 5),
    right: wide ? PANEL + 30 : 20,
    bottom: wide ? 100 : 20,
    left: wide ? 410 : 20,
  };
  return (
    <div class="reach-frames">
      {!inSight && (
        <button
          type="button"
          class="button reach-button"
          onClick={() => change(state, { view: fitCamera(box, { width, height }, padding, [1, 13.5]) })}
        >
          {say.showAll}
        </button>
      )}
      {state.settings.view.value && (
        <button type="button" class="button reach-button" onClick={() => change(state, { view: null })}>
          {say.showRoutes}
        </button>
      )}
    </div>
  );
}

/** Opens the span that is chosen in a worker, and asks for the moment shown, always the latest one. */
function useReach(desk: ReachDesk, choice: ReachChoice | null, base: string, drawn: Drawn): void {
  const { state } = usePage();
  const [open, setOpen] = useState<OpenReach | null>(null);
  const fail = (error: unknown): void => {
    desk.asked.value = { state: 'failed', reason: error instanceof Error ? error.message : String(error) };
  };
  useEffect(() => {
    if (!choice) return undefined;
    const stop = new AbortController();
    const { question, ports } = choice;
    desk.asked.value = JUST_ASKED;
    const work = async (): Promise<void> => {
      const lookedAt = await lookAt(base, ports);
      const places = placesLookedAt(ports, lookedAt);
      const progress = (share: number): void => {
        if (!stop.signal.aborted) desk.asked.value = { state: 'working', share };
      };
      const reach = await openReachInWorker({ question, ports: places, base, progress, signal: stop.signal });
      if (stop.signal.aborted) return;
      desk.asked.value = reach.kind === 'open' ? { state: 'open', reach, lookedAt } : { state: 'none', none: reach };
      setOpen(reach.kind === 'open' ? reach : null);
    };
    work().catch((error: unknown) => {
      if (!stop.signal.aborted) fail(error);
    });
    return () => {
      stop.abort();
      desk.now.value = null;
      setOpen(null);
    };
  }, [desk, choice, base]);
  useEffect(() => {
    if (!open || !choice) return undefined;
    const { earliest, latest } = choice.question.window;
    const within = (t: number): boolean => t >= earliest && t <= latest;
    let [ended, busy] = [false, false];
    /** Draws one moment after another for as long as the one drawn is not the one shown. */
    const follow = async (): Promise<void> => {
      busy = true;
      for (let t = state.time.peek(); !ended && within(t) && t !== desk.now.peek()?.t; t = state.time.peek()) {
        const now = await open.at(t);
        if (ended || !now) break;
        if (within(state.time.peek())) desk.now.value = now;
        const began = performance.now();
        await drawn.current;
        const took = performance.now() - began;
        // Where the map is drawn slowly, half of the time is left for everything else.
        if (took > SLOW_MS) await new Promise((resolve) => setTimeout(resolve, took));
      }
      busy = false;
    };
    const stop = effect(() => {
      if (!within(state.time.value)) desk.now.value = null;
      else if (!busy) {
        follow().catch((error: unknown) => {
          if (!ended) fail(error);
        });
      }
    });
    return () => {
      ended = true;
      stop();
    };
  }, [open]);
}

/** Resolves when the area that was found last is drawn. */
interface Drawn {
  current: Promise<void>;
}

/** Draws the area into the living map in the colour that its label has. */
function useDrawing(desk: ReachDesk, { view }: Stage, label: { current: HTMLElement | null }): Drawn {
  const last = useRef(Promise.resolve());
  const look = usePage().state.settings.look.value;
  const chosen = desk.chosen.value?.span.vessel;
  useEffect(() => {
    if (!view || !label.current || chosen === undefined) return undefined;
    const colour = (): string =>
      label.current ? getComputedStyle(label.current).getPropertyValue('outline-color') : '';
    const preference = matchMedia('(prefers-color-scheme: dark)');
    const drawn = drawArea(view, colour());
    const recolour = (): void => drawn.setColour(colour());
    preference.addEventListener('change', recolour);
    const stop = effect(() => {
      last.current = drawn.show(desk.now.value?.outline ?? null);
    });
    return () => {
      preference.removeEventListener('change', recolour);
      stop();
      drawn.remove();
    };
  }, [desk, view, look, chosen]);
  return last;
}

/** The area under the land of a still map, over one of its seas. */
function ReachUnder({ sea, frame }: { sea: string | null; frame: Frame }) {
  const page = usePage();
  const id = usePageId();
  const { chosen, now } = reachDesk(page.state);
  const shown = page.state.case.value;
  const number = shown?.ships.findIndex(({ vessel }) => vessel.id === chosen.value?.span.vessel) ?? -1;
  const vessel = shown?.ships[number]?.vessel;
  if (!now.value || !vessel) return null;
  const { colour } = shipLook(number, inLanguage(vessel.name, page.state.settings.lang.value));
  const d = now.value.outline.flat().map((ring) => {
    const points = ring.map((position) => frame.project(position));
    return `M${points.map(({ x, y }) => `${Math.round(x / STILL_UNIT)},${Math.round(y / STILL_UNIT)}`).join('L')}Z`;
  });
  return (
    <g class={`ship-${colour}`}>
      {sea !== null && (
        <clipPath id={id}>
          <path d={sea} />
        </clipPath>
      )}
      <path d={d.join('')} class="reach-still" clip-path={sea === null ? undefined : `url(#${id})`} />
    </g>
  );
}
