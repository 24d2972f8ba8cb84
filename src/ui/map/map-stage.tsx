/** The map with everything on it: base map, marks of evidence, cards. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { inLanguage } from '../../i18n/text.ts';
import type { Lane } from '../../model/lanes.ts';
import type { ShipPlan } from '../../model/plan.ts';
import { fitCamera, mercatorCamera, type Padding } from '../../scene/camera.ts';
import { boundsOf } from '../../scene/map-marks.ts';
import type { Box } from '../../scene/place-cards.ts';
import type { Case } from '../../state/case.ts';
import type { Extras } from '../extras-loader.ts';
import { usePage } from '../page-context.ts';
import { LazyManyMarks } from './lazy-many-marks.tsx';
import { MapMarks, type Stage } from './map-marks.tsx';
import type { Still } from './still-basemap.tsx';
import { type MapSupport, useMap } from './use-map.ts';

export interface MapStageProps {
  readonly shown: Case | null;
  readonly width: number;
  readonly height: number;
  readonly padding: Padding;
  /** Boxes over the map that cards must not cover. */
  readonly taken: readonly Box[];
  readonly extras: Extras | null;
  readonly cards: boolean;
  readonly support: MapSupport | null;
  /** Given where the page is drawn at build time. */
  readonly still?: Still;
}

export function MapStage(props: MapStageProps) {
  const { shown, width, height, padding, support } = props;
  const { state, words } = usePage();
  const container = useRef<HTMLDivElement>(null);
  const lang = state.settings.lang.value;
  const title = words.value.map.title(inLanguage(shown?.dataset.title, lang));
  const among = state.among.value;
  const bounds = useMemo(
    () => shown && boundsOf(among?.size ? lanesOf(among) : shown.lanes, shown.dataset.ports),
    [shown, among],
  );
  const size = { width, height };
  const live = useMap(container, size, bounds && { bounds, padding, title }, support);
  const built = props.still && bounds ? fitCamera(bounds, size, padding, [0, 13.5]) : null;
  const still = built && props.still ? { ...props.still, camera: built } : live.still.value;
  const stage: Stage | null = built ? { ...size, project: mercatorCamera(built, size).project } : live.stage.value;
  const Marks = shown?.many ? LazyManyMarks : Over;
  return (
    <>
      <div class="map-canvas" ref={container} />
      {still && (
        <still.Basemap
          data={still.data}
          lang={lang}
          frame={{
            ...size,
            zoom: still.camera.zoom,
            gap: still.gap,
            project: mercatorCamera(still.camera, size).project,
          }}
        />
      )}
      {shown && stage && width > 0 && <Marks {...props} shown={shown} stage={stage} />}
    </>
  );
}

/** Each lane of some ships once. */
const lanesOf = (ships: Iterable<ShipPlan>): readonly Lane[] => [
  ...new Set([...ships].flatMap(({ voyages }) => voyages.flatMap(({ legs }) => legs.map(({ path }) => path.lane)))),
];

/** With so few ports their cards are open from the start, where there is room. */
const FEW_PORTS = 2;

function Over(props: MapStageProps & { shown: Case; stage: Stage }) {
  const { shown, stage, cards, extras } = props;
  const few = shown.dataset.ports.length <= FEW_PORTS && cards;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(few ? shown.dataset.ports.map(({ id }) => id) : []));
  const [asked, setAsked] = useState<string | null>(null);
  const toggle = (port: string): void => {
    const next = new Set(cards ? open : []);
    if (open.has(port)) next.delete(port);
    else next.add(port);
    setOpen(next);
    setAsked(next.has(port) ? port : null);
  };
  return (
    <>
      <MapMarks shown={shown} stage={stage} onPort={toggle} notes={!cards} open={open} />
      {extras && <extras.ScaleBar stage={stage} shown={shown} />}
      {extras && <extras.MapCards {...props} open={open} asked={asked} />}
    </>
  );
}
