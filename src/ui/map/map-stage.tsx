/** The map with everything on it: base map, marks of evidence, cards. */
import { useMemo, useRef } from 'preact/hooks';
import { inLanguage } from '../../i18n/text.ts';
import { fitCamera, mercatorCamera, type Padding } from '../../scene/camera.ts';
import { boundsOf } from '../../scene/map-marks.ts';
import type { Case } from '../../state/case.ts';
import { usePage } from '../page-context.ts';
import { MapCards } from './map-cards.tsx';
import { MapMarks, type Stage } from './map-marks.tsx';
import { ScaleBar } from './scale-bar.tsx';
import { StillBasemap, type StillData } from './still-basemap.tsx';
import { type MapSupport, useMap } from './use-map.ts';

export interface MapStageProps {
  readonly shown: Case | null;
  readonly width: number;
  readonly height: number;
  readonly padding: Padding;
  /** Boxes over the map that cards must not cover. */
  readonly taken: Parameters<typeof MapCards>[0]['taken'];
  readonly cards: boolean;
  readonly prefix: string;
  readonly support: MapSupport | null;
  /** Given where the page is drawn at build time. */
  readonly stillData?: StillData;
}

export function MapStage(props: MapStageProps) {
  const { shown, width, height, padding, support, stillData } = props;
  const { state, words } = usePage();
  const container = useRef<HTMLDivElement>(null);
  const lang = state.settings.lang.value;
  const title = words.value.map.title(inLanguage(shown?.dataset.title, lang));
  const bounds = useMemo(() => shown && boundsOf(shown.lanes, shown.dataset.ports), [shown]);
  const size = { width, height };
  const live = useMap(container, size, bounds && { bounds, padding, title }, support);
  const built = stillData && bounds ? fitCamera(bounds, size, padding, [0, 13.5]) : null;
  const still = built && stillData ? { data: stillData, camera: built } : live.still.value;
  const stage: Stage | null = built ? { ...size, project: mercatorCamera(built, size).project } : live.stage.value;
  return (
    <>
      <div class="map-canvas" ref={container} />
      {still && (
        <StillBasemap
          data={still.data}
          lang={lang}
          frame={{ ...size, zoom: still.camera.zoom, project: mercatorCamera(still.camera, size).project }}
        />
      )}
      {shown && stage && width > 0 && <Over {...props} shown={shown} stage={stage} />}
    </>
  );
}

function Over({ shown, stage, prefix, cards, taken }: MapStageProps & { shown: Case; stage: Stage }) {
  return (
    <MapCards shown={shown} stage={stage} taken={taken} cards={cards}>
      {(onPort) => (
        <>
          <MapMarks shown={shown} stage={stage} prefix={prefix} onPort={onPort} />
          <ScaleBar stage={stage} shown={shown} />
        </>
      )}
    </MapCards>
  );
}
