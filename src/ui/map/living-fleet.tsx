/** A fleet on the living map, kept in step with the state. */
import { effect } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { inLanguage } from '../../i18n/text.ts';
import { type Colour, type FleetColours, LANE_COLOUR, worldSize } from '../../map/fleet-gl.ts';
import { type DrawnFleet, drawFleet, type FleetPort, type PortColours } from '../../map/fleet-view.ts';
import type { MapView } from '../../map/map-view.ts';
import type { ShipPlan } from '../../model/plan.ts';
import { COLOURS, fleetMarks, laneSegments } from '../../scene/fleet-marks.ts';
import type { Case } from '../../state/case.ts';
import { notify } from '../../state/state.ts';
import { usePage } from '../page-context.ts';

export interface FleetProps {
  readonly shown: Case;
  readonly numbers: ReadonlyMap<ShipPlan, number>;
  /** Ships that somebody else draws. */
  readonly followed: ReadonlySet<ShipPlan>;
  readonly onPort: (port: string) => void;
  readonly onShip: (ship: number) => void;
}

/** Corners of a lane nearer to each other than this on the screen are left out, px. */
const CORNER = 3;

export function LivingFleet({ shown, numbers, followed, onPort, onShip, view }: FleetProps & { view: MapView }) {
  const { state, words } = usePage();
  const probe = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnFleet | null>(null);
  const colours = useColours(probe);
  const among = state.among.value;
  const lang = state.settings.lang.value;
  const lanes = useMemo(() => lanesOf(shown, among), [shown, among]);
  const step = CORNER / worldSize(Math.ceil(view.camera().zoom));
  const hit = useRef({ onPort, onShip });
  hit.current = { onPort, onShip };

  useEffect(() => {
    if (!colours) return;
    const drawnLanes = { ...lanes, colours: colours.fleet };
    if (drawn.current) return drawn.current.setLanes(drawnLanes);
    try {
      drawn.current = drawFleet(view, drawnLanes, (what) => {
        if (what.kind === 'port') hit.current.onPort(what.port);
        else hit.current.onShip(what.ship);
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notify(state, { kind: 'map', text: words.value.map.failed(reason) });
    }
  }, [view, lanes, colours]);

  useEffect(
    () =>
      effect(() => {
        const ships = state.underWay.value.flatMap(({ plan, now }) =>
          followed.has(plan) ? [] : { number: numbers.get(plan) as number, now },
        );
        drawn.current?.show(fleetMarks(ships, step));
      }),
    [view, colours !== null, followed, numbers, step],
  );

  const ports = useMemo(() => portsOf(shown, lang), [shown, lang]);
  useEffect(() => {
    if (colours) drawn.current?.setPorts(ports, colours.ports);
  }, [ports, colours]);

  // The map takes everything along when it is gone itself.
  useEffect(
    () => () => {
      drawn.current?.remove();
      drawn.current = null;
    },
    [view],
  );
  return (
    <div class="fleet-colours" ref={probe} aria-hidden="true">
      {Array.from({ length: COLOURS }, (_, colour) => (
        <i key={colour} class={`ship-${colour}`} />
      ))}
    </div>
  );
}

/** Segments of the lanes of the ships that are let through, published tracks apart. */
function lanesOf({ lanes }: Case, among: ReadonlySet<ShipPlan> | null) {
  const used =
    among &&
    new Set([...among].flatMap(({ voyages }) => voyages.flatMap(({ legs }) => legs.map(({ path }) => path.lane))));
  const shown = used ? lanes.filter((lane) => used.has(lane)) : lanes;
  const segments = (tracked: boolean): Float32Array =>
    laneSegments(
      shown.filter(({ kind }) => (kind === 'track') === tracked),
      LANE_COLOUR,
    );
  return { routes: segments(false), tracks: segments(true) };
}

function portsOf({ dataset }: Case, lang: string): FleetPort[] {
  const calls = new Map<string, number>();
  for (const { legs } of dataset.voyages) {
    for (const { from, to } of legs) for (const port of [from, to]) calls.set(port, (calls.get(port) ?? 0) + 1);
  }
  return dataset.ports.map(({ id, name, position }) => ({
    id,
    name: inLanguage(name, lang),
    position,
    calls: calls.get(id) ?? 0,
  }));
}

interface Colours {
  readonly fleet: FleetColours;
  readonly ports: PortColours;
}

/** The colours of the page's style as it is now. */
function useColours(probe: { current: HTMLElement | null }): Colours | null {
  const { state } = usePage();
  const look = state.settings.look.value;
  const [colours, setColours] = useState<Colours | null>(null);
  useEffect(() => {
    const read = (): void => {
      const element = probe.current;
      if (!element) return;
      const { color: ink, backgroundColor: paper } = getComputedStyle(element);
      const ships = [...element.children].map((child) => colourOf(getComputedStyle(child).color));
      setColours({ fleet: { ships, lane: colourOf(ink), paper: colourOf(paper) }, ports: { ink, paper } });
    };
    read();
    // Style sheets may still be on their way.
    const root = probe.current?.getRootNode();
    const preference = matchMedia('(prefers-color-scheme: dark)');
    preference.addEventListener('change', read);
    root?.addEventListener('load', read, true);
    return () => {
      preference.removeEventListener('change', read);
      root?.removeEventListener('load', read, true);
    };
  }, [look]);
  return colours;
}

/** `rgb(…)` as the browser writes it. */
function colourOf(text: string): Colour {
  const [red = 0, green = 0, blue = 0] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red / 255, green / 255, blue / 255];
}
