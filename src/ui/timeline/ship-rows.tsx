import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { findingOf } from '../finding/open.ts';
import { usePage, usePageId } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';
import { useSize } from '../use-size.ts';
import { LooseSightings } from './loose-sightings.tsx';
import { Overview, overviewHeight } from './overview.tsx';
import { RowButtons } from './row-buttons.tsx';
import styleSheet from './ship-rows.css?url';
import { layOutShipRows, type ShipRowsLayout } from './ship-rows-layout.ts';
import { StripsAbove, StripsBelow } from './strip-rows.tsx';
import { AxisBelow, Flags, Playhead, TickWords } from './timeline-axis.tsx';
import { LEAST_WIDTH, type TimelinePicture } from './timeline-layout.ts';
import { overlayOf } from './timeline-overlay.ts';
import { TimelineRange } from './timeline-range.tsx';
import type { TimelineStripsProps } from './timeline-strips.tsx';

/**
 * The timeline of many voyages. Its rows scroll, axis and playhead stay: the whole picture sticks to its box, and is
 * drawn anew with the rows that have come into view.
 */
export function ShipRows({ width, mode, most }: TimelineStripsProps) {
  const { state, words } = usePage();
  const { rows: say, finding } = useLaterWords();
  const { lang, selected, zone } = state.settings;
  const prefix = usePageId();
  const box = useRef<HTMLDivElement>(null);
  const inner = useSize(box, undefined).width || width;
  const shown = state.case.value;
  const overlay = overlayOf(state).value;
  const under = overlay ? (mode === 'left' ? overlay.under : 0) : undefined;
  const axis = state.axis.value;
  const vessels = useVessels();
  const { crowd, among } = state;
  const overview = shown?.many ? overviewHeight(mode, vessels.size === 0) : null;
  const [styled, setStyled] = useState(false);
  const inputs = [
    shown,
    words.value,
    lang.value,
    inner,
    mode,
    most,
    selected.value,
    zone.value,
    under,
    axis,
    vessels,
    overview,
  ] as const;
  const layout = useMemo(
    () =>
      shown && inner >= LEAST_WIDTH
        ? layOutShipRows({
            shown,
            words: words.value,
            lang: lang.value,
            width: inner,
            mode,
            selected: selected.value,
            otherZone: zone.value !== 'UTC',
            under,
            axis: axis ?? shown.axis,
            vessels,
            overview: overview === null ? null : { height: overview, label: say.atSea },
            most,
            captionOfLanes: say.caption,
          })
        : null,
    inputs,
  );
  const [asked, setScrolled] = useState(0);
  const scrolled = Math.min(asked, layout?.beyond ?? 0);
  const picture = useMemo(() => layout?.picture(scrolled) ?? null, [layout, scrolled]);
  const focus = useRowFocus(box, layout, scrolled);
  useSelectedInView(box, layout, selected.value);
  const still = useMemo(() => picture && layout && rowParts(picture, layout, scrolled, prefix), [picture, prefix]);
  const isEmpty = !picture || !layout || !still;
  return (
    <section
      class={`timeline timeline-${mode}`}
      aria-label={words.value.timeline.label}
      style={{ visibility: styled ? 'visible' : 'hidden' }}
    >
      <link rel="stylesheet" href={styleSheet} onLoad={() => setStyled(true)} onError={() => setStyled(true)} />
      <div
        class="rows-scroll"
        ref={box}
        style={{ height: `${layout?.height ?? 0}px` }}
        onScroll={(event) => setScrolled(Math.max(0, event.currentTarget.scrollTop))}
      >
        {!isEmpty && (
          <div style={{ height: `${layout.height + layout.beyond}px` }}>
            <div class="rows-stage" style={{ height: `${layout.height}px` }}>
              <svg
                class="timeline-picture"
                width={picture.width}
                height={picture.height}
                viewBox={`0 0 ${picture.width} ${picture.height}`}
                aria-hidden="true"
              >
                {still.below}
                {overlay && (
                  <Window layout={layout} scrolled={scrolled}>
                    <overlay.Draw picture={picture} />
                  </Window>
                )}
                {shown?.many && <Overview shown={shown} among={among.value} layout={layout} mode={mode} />}
                <Playhead picture={picture} />
                {still.above}
                <LooseSightings picture={picture} />
                <TickWords picture={picture} />
              </svg>
              <TimelineRange picture={picture} />
              {mode !== 'compact' && layout.window.height > 0 && (
                <div
                  class="rows-window"
                  role="group"
                  aria-label={say.label(layout.placed.rows.length)}
                  style={{ top: `${layout.window.top}px`, height: `${layout.window.height}px` }}
                  onKeyDown={focus}
                >
                  <div style={{ transform: `translateY(${-layout.window.top - scrolled}px)` }}>
                    <RowButtons picture={picture} />
                  </div>
                </div>
              )}
            </div>
          </div>
        )}
      </div>
      {crowd.value && (
        <p class="timeline-caption">
          {say.tooMany(vessels.size > 0)}{' '}
          <button
            type="button"
            class="rows-find"
            aria-haspopup="dialog"
            onClick={() => {
              findingOf(state).value = true;
            }}
          >
            {finding.open}
          </button>
        </p>
      )}
      {mode === 'left' && width >= 960 && (
        <p class="timeline-caption">
          {shown?.many && say.overview(vessels.size === 0)} {vessels.size > 0 && picture?.caption}
        </p>
      )}
    </section>
  );
}

/** Ids of the vessels that have rows: all that are shown, or of a crowd the one whose voyage is selected. */
function useVessels(): ReadonlySet<string> {
  const { state } = usePage();
  const shown = state.case.value;
  const [among, crowd] = [state.among.value, state.crowd.value];
  const selected = state.settings.selected.value;
  const chosen = crowd && selected !== null ? (shown?.voyage(selected)?.voyage.vessel ?? null) : null;
  return useMemo(() => {
    if (crowd) return new Set(chosen === null ? [] : [chosen]);
    return new Set([...(among ?? shown?.ships ?? [])].map(({ vessel }) => vessel.id));
  }, [shown, among, crowd, chosen]);
}

interface WindowProps {
  readonly layout: ShipRowsLayout;
  readonly scrolled: number;
  readonly children: preact.ComponentChildren;
}

/** What lies in rows, seen through their window. */
function Window({ layout: { window, frame }, scrolled, children }: WindowProps) {
  // Words and marks at the axis' ends reach beyond it.
  const width = frame.x1 + 400;
  return (
    <svg
      aria-hidden="true"
      x="0"
      y={window.top}
      width={width}
      height={window.height}
      viewBox={`0 ${window.top + scrolled} ${width} ${window.height}`}
    >
      {children}
    </svg>
  );
}

/** Parts that do not move with time; the same objects as long as the picture is the same. */
function rowParts(picture: TimelinePicture, layout: ShipRowsLayout, scrolled: number, prefix: string) {
  const lanes = picture.rows.filter(({ row }) => row.strips.length === 0);
  const { x0, x1 } = picture.frame;
  return {
    below: (
      <g>
        <AxisBelow picture={picture} />
        <Flags picture={picture} />
        <Window layout={layout} scrolled={scrolled}>
          <path class="rows-lanes" d={lanes.map(({ row }) => `M${x0},${row.bottom}H${x1}`).join('')} />
          <StripsBelow picture={picture} prefix={prefix} />
        </Window>
      </g>
    ),
    above: (
      <Window layout={layout} scrolled={scrolled}>
        <StripsAbove picture={picture} />
      </Window>
    ),
  };
}

/** Scrolls so that a stretch of the rows, px of the picture, is seen. */
function bringIntoView(box: HTMLElement, { window }: ShipRowsLayout, top: number, bottom: number): void {
  const [from, to] = [top - window.top, bottom - window.top];
  if (from < box.scrollTop) box.scrollTop = from;
  else if (to > box.scrollTop + window.height) box.scrollTop = to - window.height;
}

/** The row of the selected voyage is seen when it is selected. */
function useSelectedInView(
  box: { current: HTMLElement | null },
  layout: ShipRowsLayout | null,
  selected: string | null,
): void {
  useEffect(() => {
    const row = layout?.placed.rows.find((one) => one.selected);
    if (box.current && layout && row) bringIntoView(box.current, layout, row.start, row.bottom);
  }, [selected, layout === null]);
}

/**
 * Up and down go from row to row, those beyond the window included.
 *
 * @returns what to do on a key
 */
function useRowFocus(
  box: { current: HTMLElement | null },
  layout: ShipRowsLayout | null,
  scrolled: number,
): (event: KeyboardEvent) => void {
  const [wanted, setWanted] = useState<number | null>(null);
  useEffect(() => {
    const top = wanted === null ? undefined : layout?.placed.rows[wanted];
    if (!top || !layout || !box.current) return;
    const buttons = [...box.current.querySelectorAll<HTMLElement>('.strip-pick')];
    const at = layout.picture(scrolled).rows.findIndex(({ row }) => row.top === top.top);
    if (at < 0) return;
    buttons[at]?.focus({ preventScroll: true });
    setWanted(null);
  }, [wanted, scrolled]);
  return (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !layout || !box.current) return;
    const buttons = [...box.current.querySelectorAll('.strip-pick')];
    const at = buttons.indexOf(event.target as Element);
    const top = layout.picture(scrolled).rows[at]?.row.top;
    const next = layout.placed.rows.findIndex((row) => row.top === top) + step;
    const row = layout.placed.rows[next];
    if (top === undefined || !row) return;
    event.preventDefault();
    bringIntoView(box.current, layout, row.start, row.bottom);
    setWanted(next);
  };
}
