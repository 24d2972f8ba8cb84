import { useMemo } from 'preact/hooks';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import { type DarkSpan, questionOf } from '../../reach/dark-spans.ts';
import { fitCamera, mercatorCamera } from '../../scene/camera.ts';
import { shipLook } from '../../scene/ship-look.ts';
import { change } from '../../state/state.ts';
import { ShipMark } from '../cards/ship-mark.tsx';
import { mapGuest } from '../map/map-guest.ts';
import { MapMarks } from '../map/map-marks.tsx';
import { ScaleBar } from '../map/scale-bar.tsx';
import { StillBasemap, type StillData } from '../map/still-basemap.tsx';
import { PageContext, usePage } from '../page-context.ts';
import { figure, shipName, type WhatIfTeller } from './in-words.ts';
import { reachDesk } from './reach-desk.ts';
import { PlacesLookedAt, ReachFigures, SpanAssumed } from './reach-facts.tsx';
import { REACH_GUEST } from './reach-on-map.tsx';
import { basisOf, noReachInWords, round, routeOf } from './reach-words.ts';
import { pageAt } from './report-pictures.tsx';
import type { SpanFound, SpansFound } from './report-spans.ts';

interface ReportReachProps {
  readonly teller: WhatIfTeller;
  readonly basemap: StillData;
  readonly found: SpansFound;
}

/** Of a picture, px. */
const SIZE = { width: 400, height: 300 };
const PADDING = { top: 24, right: 24, bottom: 24, left: 24 };

/** Each time in which nobody saw a ship: what is assumed of it, how far she could have gone, and the area at one moment. */
export function ReportReach({ teller, basemap, found: { spans, left, lookedAt } }: ReportReachProps) {
  const { reach, report } = analysisIn(teller.lang);
  const { value, reason } = teller.shown.dataset.assumptions.greatestSpeed;
  const named = (span: DarkSpan): string =>
    report.reach.span(shipName(teller, span.vessel), routeOf(teller, span), teller.dates.days(span.window));
  if (spans.length === 0) return <p>{reach.none}</p>;
  const open = spans.flatMap(({ found }) => (found.kind === 'open' ? [found.facts] : []));
  return (
    <>
      <p>{report.reach.lead}</p>
      <ul class="report-list">
        <li>
          {reach.assumed.speed(figure(teller, value))} {inLanguage(reason, teller.lang)}
        </li>
        <li>{reach.assumed.wide}</li>
        {open[0] && (
          <li>
            {reach.method.text(
              figure(teller, Math.max(...open.map(({ cells }) => cells))),
              report.reach.cells(
                round(teller, Math.min(...open.map(({ cellKm }) => cellKm))),
                round(teller, Math.max(...open.map(({ cellKm }) => cellKm))),
              ),
            )}
          </li>
        )}
      </ul>
      <PlacesLookedAt teller={teller} lookedAt={lookedAt} />
      {spans.map((one) => (
        <section key={`${one.span.vessel} ${one.span.id}`} class="report-span">
          <h3>
            <ShipMark look={lookOf(teller, one.span)} /> {named(one.span)}
          </h3>
          <p class="quiet">{basisOf(teller, one.span)}</p>
          <ul class="report-list">
            <SpanAssumed teller={teller} span={one.span} />
          </ul>
          {one.found.kind === 'open' ? (
            <div class="report-reach">
              <div>
                <ReachFigures
                  teller={teller}
                  facts={one.found.facts}
                  lookedAt={lookedAt}
                  knots={questionOf(one.span, value).knots}
                  onPaper
                />
              </div>
              <AreaPicture teller={teller} basemap={basemap} span={one.span} open={one.found} />
            </div>
          ) : (
            <p>
              <b>{noReachInWords(teller, one.found, value)}</b>
            </p>
          )}
        </section>
      ))}
      {left.length > 0 && <p>{report.reach.left(left.map(named))}</p>}
    </>
  );
}

const lookOf = (teller: WhatIfTeller, { vessel }: DarkSpan) =>
  shipLook(
    teller.shown.ships.findIndex((plan) => plan.vessel.id === vessel),
    shipName(teller, vessel),
  );

interface AreaProps {
  readonly teller: WhatIfTeller;
  readonly basemap: StillData;
  readonly span: DarkSpan;
  readonly open: Extract<SpanFound['found'], { kind: 'open' }>;
}

/** The area at one moment, under the land, drawn from the same outline as that of the map. */
function AreaPicture({ teller, basemap, span, open: { facts, now } }: AreaProps) {
  const around = usePage();
  const { reach, report } = analysisIn(teller.lang);
  const { shown, lang, dates } = teller;
  const page = useMemo(() => {
    const own = pageAt(around, now.t, `${span.vessel}-${span.id}`);
    const desk = reachDesk(own.state);
    const { ports, assumptions } = shown.dataset;
    desk.chosen.value = { span, question: questionOf(span, assumptions.greatestSpeed.value), ports };
    desk.now.value = now;
    mapGuest(own.state).value = REACH_GUEST;
    // Where ships are guessed to be has nothing to do with the area.
    change(own.state, { only: [] });
    return own;
  }, [around, now, span]);
  const camera = fitCamera(facts.box, SIZE, PADDING, [0, 13.5]);
  const { project } = mercatorCamera(camera, SIZE);
  const stage = { ...SIZE, project };
  const when = `${dates.short(now.t)} ${dates.zoneName(now.t)}`;
  return (
    <PageContext.Provider value={page}>
      <figure>
        <svg
          class="report-map"
          viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
          role="img"
          aria-label={dates.moment(now.t)}
        >
          <rect {...SIZE} fill="var(--sea)" />
          <StillBasemap data={basemap} frame={{ ...stage, zoom: camera.zoom, gap: 1 }} lang={lang} />
          <MapMarks shown={shown} stage={stage} onPort={() => undefined} notes={false} open={new Set()} />
          <g transform={`translate(${SIZE.width - 126},${SIZE.height - 30})`}>
            <ScaleBar shown={shown} stage={stage} />
          </g>
        </svg>
        <figcaption class="small">
          {report.reach.shaded} {reach.at(when)} <b>{reach.area(round(teller, now.areaKm2))}</b>.
        </figcaption>
      </figure>
    </PageContext.Provider>
  );
}
