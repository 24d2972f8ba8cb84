import { useEffect, useMemo } from 'preact/hooks';
import { type Mode, needShipRows } from '../../timeline/strips.ts';
import { type Extras, extras, loadExtras } from '../extras-loader.ts';
import { usePage, usePageId } from '../page-context.ts';
import { StripsAbove, StripsBelow } from './strip-rows.tsx';
import { AxisBelow, Flags, Playhead, TickWords } from './timeline-axis.tsx';
import { LEAST_WIDTH, type TimelinePicture, timelinePicture } from './timeline-layout.ts';

export interface TimelineStripsProps {
  /** CSS px. */
  readonly width: number;
  readonly mode: Mode;
  /** Height that rows of ships may take with all around them, px; they scroll beyond it. */
  readonly most: number;
  /** What comes once the map is alive, for the words. */
  readonly waiting: Extras | null;
}

/** The timeline: a strip a voyage, or for more voyages rows of ships, which are fetched then. */
export function TimelineStrips(props: TimelineStripsProps) {
  const shown = usePage().state.case.value;
  const rows = shown !== null && needShipRows(shown.voyages);
  const waiting = extras.value;
  useEffect(() => {
    if (rows) void loadExtras();
  }, [rows]);
  if (!rows) return <Strips {...props} />;
  return waiting ? <waiting.ShipRows {...props} /> : <div class="timeline" style={{ minHeight: '200px' }} />;
}

/** A strip a voyage, context events, the axis, and the slider over them. Draws nothing while no case is shown. */
function Strips({ width, mode, waiting: told }: TimelineStripsProps) {
  const { state, words } = usePage();
  const { lang, selected, zone } = state.settings;
  const prefix = usePageId();
  const shown = state.case.value;
  // Slider, buttons and overlay come later; a still picture goes without.
  const waiting = extras.value;
  const overlay = waiting?.overlayOf(state).value;
  // Elsewhere there is too little height.
  const under = overlay ? (mode === 'left' ? overlay.under : 0) : undefined;
  const [axis, among] = [state.axis.value, state.among.value];
  const tell = told?.timelineWords ?? null;
  const inputs = [
    shown,
    tell,
    words.value,
    lang.value,
    width,
    mode,
    selected.value,
    axis,
    among,
    zone.value,
    under,
  ] as const;
  const picture = useMemo(
    () =>
      shown && width >= LEAST_WIDTH
        ? timelinePicture({
            shown,
            tell,
            words: words.value,
            lang: lang.value,
            width,
            mode,
            selected: selected.value,
            axis: axis ?? shown.axis,
            vessels: among && new Set([...among].map(({ vessel }) => vessel.id)),
            otherZone: zone.value !== 'UTC',
            under,
          })
        : null,
    inputs,
  );
  const still = useMemo(() => (picture ? stillParts(picture, prefix) : null), [picture, prefix]);
  if (!picture || !still) return <div class="timeline" />;
  return (
    <section class={`timeline timeline-${mode}`} aria-label={words.value.timeline.label}>
      <svg
        class="timeline-picture"
        width={picture.width}
        height={picture.height}
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        aria-hidden="true"
      >
        {still.below}
        {overlay && <overlay.Draw picture={picture} />}
        <Playhead picture={picture} />
        {still.above}
        {waiting && <waiting.LooseSightings picture={picture} />}
        <TickWords picture={picture} />
      </svg>
      {waiting && <waiting.TimelineRange picture={picture} />}
      {mode !== 'compact' && waiting && <waiting.RowButtons picture={picture} />}
      {mode === 'left' && width >= 960 && <p class="timeline-caption">{picture.caption}</p>}
    </section>
  );
}

/** Parts that do not move with time; the same objects as long as the picture is the same, so they are not compared again. */
function stillParts(picture: TimelinePicture, prefix: string) {
  return {
    below: (
      <g>
        <AxisBelow picture={picture} />
        <Flags picture={picture} />
        <StripsBelow picture={picture} prefix={prefix} />
      </g>
    ),
    above: (
      <g>
        <StripsAbove picture={picture} />
      </g>
    ),
  };
}
