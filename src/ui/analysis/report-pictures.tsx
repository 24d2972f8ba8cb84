import { isUnnamedShip, type SightingMoment, sightingMoments, spread } from '../../analysis/sighting-moments.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import { type Bounds, fitCamera, mercatorCamera } from '../../scene/camera.ts';
import { boundsOf, laneMarks, portMarks } from '../../scene/map-marks.ts';
import { shipLook } from '../../scene/ship-look.ts';
import { change, createState } from '../../state/state.ts';
import { Legend } from '../cards/legend.tsx';
import { MapMarks, type Stage } from '../map/map-marks.tsx';
import { ScaleBar } from '../map/scale-bar.tsx';
import { StillBasemap, type StillData } from '../map/still-basemap.tsx';
import { type Page, PageContext, usePage } from '../page-context.ts';
import { MarkShape } from '../timeline/strip-rows.tsx';
import { seenInWords, type WhatIfTeller } from './in-words.ts';

interface ReportPicturesProps {
  readonly teller: WhatIfTeller;
  readonly basemap: StillData;
  /** The moment that the reader had chosen, UTC ms; null where none was. */
  readonly chosen: number | null;
}

/** Pictures at most. */
const MOST = 8;
/** Of one picture, px; two stand beside each other on a sheet, a little smaller. */
const SIZE = { width: 400, height: 250 };
const PADDING = { top: 56, right: 100, bottom: 46, left: 100 };

/** The map at the dates of the sightings that bound a date or show a ship that nobody named. */
export function ReportPictures({ teller, basemap, chosen }: ReportPicturesProps) {
  const say = analysisIn(teller.lang).report.pictures;
  const { dataset, axis, lanes } = teller.shown;
  const { moments, left } = sightingMoments(dataset, axis);
  const known = chosen === null || moments.some(({ t }) => t === chosen);
  const drawn = [...(known ? [] : [{ t: chosen, sightings: [] }]), ...spread(moments, MOST)];
  const bounds = boundsOf(lanes, dataset.ports);
  return (
    <>
      {drawn.length === 0 || !bounds ? (
        <p>{say.none}</p>
      ) : (
        <>
          <p>{say.lead}</p>
          {moments.length > MOST && <p>{say.fewer(MOST, moments.length)}</p>}
          <Legend variant="full" />
          <div class="report-pictures">
            {drawn.map((moment) => (
              <Picture key={moment.t} teller={teller} basemap={basemap} bounds={bounds} moment={moment} />
            ))}
          </div>
        </>
      )}
      {left.length > 0 && <p>{say.left(left.map((sighting) => seenInWords(teller, sighting)))}</p>}
    </>
  );
}

function Picture({
  teller,
  basemap,
  bounds,
  moment,
}: Omit<ReportPicturesProps, 'chosen'> & { bounds: Bounds; moment: SightingMoment }) {
  const page = pageAt(usePage(), moment.t, 'sighting');
  const say = analysisIn(teller.lang).report.pictures;
  const { shown, lang } = teller;
  const camera = fitCamera(bounds, SIZE, PADDING, [0, 13.5]);
  const { project } = mercatorCamera(camera, SIZE);
  const stage = { ...SIZE, project };
  const when = teller.dates.moment(moment.t);
  return (
    <PageContext.Provider value={page}>
      <figure>
        <svg class="report-map" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={when}>
          <rect {...SIZE} fill="var(--sea)" />
          <StillBasemap data={basemap} frame={{ ...stage, zoom: camera.zoom, gap: 1 }} lang={lang} />
          <MapMarks shown={shown} stage={stage} onPort={() => undefined} notes={false} open={new Set()} />
          <UnnamedShips teller={teller} stage={stage} moment={moment} />
          <g transform={`translate(${SIZE.width - 126},${SIZE.height - 30})`}>
            <ScaleBar shown={shown} stage={stage} />
          </g>
        </svg>
        <figcaption class="small">
          <b>{say.caption(when)}</b>{' '}
          {moment.sightings.length === 0
            ? say.chosen
            : say.seen(moment.sightings.map((sighting) => seenInWords(teller, sighting)))}
        </figcaption>
      </figure>
    </PageContext.Provider>
  );
}

/** Half the side of a mark for a ship nobody named, px, and the room beside it. */
const UNNAMED = 5;

/** Ships that were seen and not named, hollow beside their port: of the shape of a ship only where one is tied to her voyage. */
function UnnamedShips({ teller, stage, moment }: { teller: WhatIfTeller; stage: Stage; moment: SightingMoment }) {
  const { shown, lang } = teller;
  const ports = portMarks(shown.dataset.ports, laneMarks(shown.lanes, stage.project), stage.project);
  const unnamed = moment.sightings.filter(isUnnamedShip);
  return (
    <>
      {unnamed.map(({ id, port, voyage }, at) => {
        const mark = ports.find((one) => one.port.id === port);
        const vessel = shown.dataset.voyages.find((one) => one.id === voyage)?.vessel;
        const number = shown.ships.findIndex((plan) => plan.vessel.id === vessel);
        if (!mark) return null;
        // On the side that its name does not take.
        const away = (mark.label.dy > 0 ? -1 : 1) * (Math.max(mark.doubt, 8) + 10);
        const look = number < 0 ? null : shipLook(number, inLanguage(shown.ships[number]?.vessel.name, lang));
        return (
          <g
            key={id}
            class={look ? `ship-${look.colour}` : 'report-nobody'}
            transform={`translate(${(mark.at.x + at * 3 * UNNAMED).toFixed(1)},${(mark.at.y + away).toFixed(1)})`}
          >
            {look ? (
              <MarkShape kind="unnamed" look={look} radius={UNNAMED} />
            ) : (
              <circle class="strip-mark-hollow" r={UNNAMED - 0.7} />
            )}
          </g>
        );
      })}
    </>
  );
}

/** The same page at a moment of its own, and with ids of its own, which `part` tells from others of the moment. */
export function pageAt(page: Page, time: number, part: string): Page {
  const state = createState();
  state.case.value = page.state.case.value;
  change(state, { time, lang: page.state.settings.lang.value, zone: page.state.settings.zone.value });
  return { ...page, state, ids: `${page.ids}-${part}-${time}` };
}
