import type { FeatureCollection } from 'geojson';
import { Fragment } from 'preact';
import { type Frame, STILL_UNIT, stillNames, stillPaths } from '../../scene/still-basemap.ts';
import { usePage } from '../page-context.ts';
import { mapGuest } from './map-guest.ts';

/** What a still base map is drawn from: levels of land from coarse to fine, and names. */
export interface StillData {
  readonly levels: readonly FeatureCollection[];
  readonly places: FeatureCollection;
}

/** A still base map and how it is drawn: the drawing is fetched only where it is needed. */
export interface Still {
  readonly data: StillData;
  readonly Basemap: typeof StillBasemap;
  /** See `Frame`. */
  readonly gap: number;
}

const ANCHOR = { left: 'end', right: 'start', middle: 'middle' } as const;

/** The base map as one SVG. It grows and shrinks with its box, cut at the edges rather than squeezed. */
export function StillBasemap({ data, frame, lang }: { data: StillData; frame: Frame; lang: string }) {
  const { width, height } = frame;
  const Under = mapGuest(usePage().state).value?.Under;
  return (
    <svg
      class="still-basemap"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <g transform={`scale(${STILL_UNIT})`}>
        {Under && <Under sea={null} frame={frame} />}
        {stillPaths(data.levels, 0.5, frame).map(({ kind, d }, at) => (
          <Fragment key={at}>
            <path class={`still-${kind}`} d={d} />
            {kind === 'sea' && Under && <Under sea={d} frame={frame} />}
          </Fragment>
        ))}
      </g>
      {stillNames(data.places, lang, frame).map(({ kind, at, text, side }) => (
        <g
          key={text}
          class={`still-name still-name-${kind}`}
          transform={`translate(${at.x.toFixed(1)},${at.y.toFixed(1)})`}
        >
          {kind === 'town' && <circle r="2.2" />}
          <text x={side === 'left' ? -7 : side === 'right' ? 7 : 0} y="4" text-anchor={ANCHOR[side]}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}
