import { useEffect, useMemo, useState } from 'preact/hooks';
import { change } from '../../state/state.ts';
import { type Mode, SIZES } from '../../timeline/strips.ts';
import { extras } from '../extras-loader.ts';
import { usePage, usePageId } from '../page-context.ts';
import { StripsAbove, StripsBelow } from './strip-rows.tsx';
import { AxisBelow, Flags, Playhead, TickWords } from './timeline-axis.tsx';
import { LEAST_WIDTH, type TimelinePicture, timelinePicture } from './timeline-layout.ts';
import { TimelineRange } from './timeline-range.tsx';

export interface TimelineStripsProps {
  /** CSS px. */
  readonly width: number;
  readonly mode: Mode;
}

/** The timeline: a strip a voyage, context events, the axis, and the slider over them. Draws nothing while no case is shown. */
export function TimelineStrips({ width, mode }: TimelineStripsProps) {
  const { state, words } = usePage();
  const { lang, selected, only, zone } = state.settings;
  const prefix = usePageId();
  // Slider and buttons need a script and sizes set by it: a still picture goes without.
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const shown = state.case.value;
  const overlay = extras.value?.overlayOf(state).value;
  // Elsewhere there is too little height.
  const under = overlay ? (mode === 'left' ? overlay.under : 0) : undefined;
  const inputs = [shown, words.value, lang.value, width, mode, selected.value, only.value, zone.value, under] as const;
  const picture = useMemo(
    () =>
      shown && width >= LEAST_WIDTH
        ? timelinePicture({
            shown,
            words: words.value,
            lang: lang.value,
            width,
            mode,
            selected: selected.value,
            only: only.value,
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
        <TickWords picture={picture} />
      </svg>
      {alive && <TimelineRange picture={picture} />}
      {alive && mode !== 'compact' && <RowButtons picture={picture} />}
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

/** A button over each label: opens the evidence of its voyage. */
function RowButtons({ picture }: { picture: TimelinePicture }) {
  const { state } = usePage();
  const { mode, frame, width } = picture;
  const { label } = SIZES[mode];
  return (
    <>
      {picture.rows.map(({ row, spoken, opens, ship, title }) => {
        const height = label > 0 ? 24 : Math.max(24, row.bottom - row.top + 4);
        const middle = label > 0 ? row.top - label / 2 - 2 : (row.top + row.bottom) / 2;
        return (
          <button
            key={`${row.kind} ${row.voyages[0]?.voyage.id}`}
            type="button"
            class="strip-pick"
            aria-label={spoken}
            aria-pressed={row.selected}
            title={`${ship} ${title}`}
            style={{
              left: label > 0 ? '2px' : '36px',
              width: `${label > 0 ? width - 4 : frame.x0 - 36 - 14}px`,
              top: `${middle - height / 2}px`,
              height: `${height}px`,
            }}
            onClick={() => {
              if (opens !== null) change(state, { selected: row.selected ? null : opens });
            }}
          />
        );
      })}
    </>
  );
}
