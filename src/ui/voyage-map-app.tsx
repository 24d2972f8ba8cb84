/** The whole page inside the element: map, title, timeline, evidence. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageActions } from '../bindings/keys.ts';
import type { Box } from '../scene/place-cards.ts';
import { needShipRows } from '../timeline/strips.ts';
import { Credits } from './cards/credits.tsx';
import { TitleCard } from './cards/title-card.tsx';
import { ReadOut } from './controls/read-out.tsx';
import { Transport } from './controls/transport.tsx';
import { LazyEvidencePanel } from './evidence/lazy-evidence-panel.tsx';
import { type Extras, extras } from './extras-loader.ts';
import { LEAST_HEIGHT, layOut, layoutName, ROOMY } from './layout.ts';
import { MapStage } from './map/map-stage.tsx';
import type { Still } from './map/still-basemap.tsx';
import type { MapSupport } from './map/use-map.ts';
import { type Page, PageContext, usePage } from './page-context.ts';
import { TimelineStrips } from './timeline/timeline-strips.tsx';
import { type Size, useSize } from './use-size.ts';

interface AppProps {
  readonly page: Page;
  readonly support: MapSupport | null;
  /** A page of fixed size with a still map, as the build draws it. */
  readonly fixed?: {
    readonly size: Size;
    readonly map: Size;
    readonly still: Still;
    readonly extras: Extras;
  };
}

export function VoyageMapApp({ page, support, fixed }: AppProps) {
  return (
    <PageContext.Provider value={page}>
      <Parts support={support} fixed={fixed} />
    </PageContext.Provider>
  );
}

function Parts({ support, fixed }: { support: MapSupport | null; fixed: AppProps['fixed'] }) {
  const { state, words } = usePage();
  const root = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const waiting = fixed?.extras ?? extras.value;
  const [tableOpen, setTableOpen] = useState(false);
  const size = useSize(root, fixed?.size);
  const top = useRef<HTMLDivElement>(null);
  const map = useSize(top, fixed?.map);
  const notices = useRef<HTMLDivElement>(null);
  const { controls, selected, analysis, lang, look } = state.settings;
  // A guest's height follows from its layout, so the layout must not follow from a small height.
  const height = support?.embedded ? Math.max(size.height, LEAST_HEIGHT) : size.height;
  const name = layoutName(size.width, height, controls.value);
  const shown = state.case.value;
  const chosen = selected.value !== null && shown?.voyage(selected.value) !== undefined;
  const panel = (chosen || analysis.value !== null) && controls.value === 'full';
  const layout = layOut(name, map, panel, shown !== null && needShipRows(shown.voyages));
  // What is told over the map comes, goes and gets its style at any time.
  const told = useSize(notices, fixed?.map);
  const taken = useBoxes(top, [map.width, map.height, name, panel, shown, lang.value, waiting, told]);
  const actions: PageActions = {
    fullScreen: () => toggleFullScreen(root.current),
    find: () => {
      if (waiting) waiting.findingOf(state).value = true;
    },
    help: () => dialog.current?.showModal(),
  };
  const title = (
    <div class="page-title card" part="title">
      <TitleCard brief={name === 'compact'} short={name === 'narrow' || name === 'middle'}>
        {waiting && <waiting.TripCounts />}
      </TitleCard>
    </div>
  );
  const legend = (
    <div class="page-legend card" part="legend">
      {waiting && <waiting.Legend variant={name === 'wide' && map.height >= ROOMY ? 'full' : 'compact'} />}
    </div>
  );
  const settings = waiting && <waiting.TimeSettings />;
  const more = waiting && (
    <waiting.More
      base={support?.base ?? ''}
      tableOpen={tableOpen}
      onTable={() => setTableOpen(!tableOpen)}
      onHelp={actions.help}
    />
  );
  const over = name === 'wide';
  return (
    <div
      class={`page ${name}${panel ? ' with-panel' : ''}${map.height < ROOMY ? ' short' : ''}`}
      ref={root}
      lang={lang.value}
      data-look={look.value}
    >
      {!over && controls.value !== 'none' && title}
      <div class="page-top" ref={top}>
        <div class="map" part="map">
          <MapStage
            shown={shown}
            width={map.width}
            height={map.height}
            padding={layout.padding}
            taken={taken}
            extras={waiting}
            cards={name === 'wide' && !fixed}
            support={support}
            {...(fixed ? { still: fixed.still } : {})}
          />
        </div>
        {over && title}
        {over && legend}
        {panel && name === 'wide' && <Panel chosen={chosen} />}
        <div class="page-notices" ref={notices}>
          {waiting && <waiting.WhatIfBanner />}
          {waiting && !fixed && <waiting.Finding />}
          {waiting && <waiting.Notices />}
        </div>
      </div>
      {!over && legend}
      {controls.value !== 'none' && (
        <div class="page-dock" part="dock">
          <div class="controls">
            <Transport compact={name === 'compact'} />
            <ReadOut />
            {controls.value === 'compact' && waiting && support?.embedded && (
              <waiting.FullMapLink base={support.base} />
            )}
            {over && settings}
            {(name === 'narrow' || name === 'middle') && (
              <Folded>
                {settings}
                {more}
              </Folded>
            )}
          </div>
          <TimelineStrips
            width={size.width}
            mode={layout.strips}
            most={rowsRoom(size.height, support)}
            waiting={waiting}
          />
          <div class={tableOpen ? 'page-table' : 'page-table unseen'}>
            {waiting && <waiting.ShipTable seen={tableOpen} />}
          </div>
          <div class="page-foot">
            <Credits lines={words.value.credits} />
            {over && more}
          </div>
        </div>
      )}
      {panel && name !== 'wide' && <Panel chosen={chosen} />}
      {!fixed && waiting && <waiting.Paper />}
      {!fixed && (
        <dialog ref={dialog} class="page-dialog" aria-labelledby="keys-heading">
          {waiting && <waiting.Keyboard within={root} actions={actions} headingId="keys-heading" />}
          <form method="dialog">
            <button type="submit" class="button">
              {words.value.controls.close}
            </button>
          </form>
        </dialog>
      )}
    </div>
  );
}

/** Height that rows of ships may take on the timeline, px: a share of the page; a guest's page is as high as its content. */
const rowsRoom = (height: number, support: MapSupport | null): number =>
  support?.embedded ? 200 : Math.round(0.36 * height);

/** Evidence where a voyage is chosen, over the analysis that may be open as well. */
function Panel({ chosen }: { chosen: boolean }) {
  const waiting = extras.value;
  return (
    <div class="page-panel card" part="panel">
      {chosen ? <LazyEvidencePanel /> : waiting && <waiting.LazyAnalysis />}
    </div>
  );
}

/** Where there is little room the settings wait behind a button. */
function Folded({ children }: { children: ComponentChildren }) {
  const { words } = usePage();
  return (
    <details class="folded">
      <summary class="button" aria-label={words.value.controls.more} title={words.value.controls.more}>
        ···
      </summary>
      <div class="folded-settings card">{children}</div>
    </details>
  );
}

/** Boxes of the parts that lie over an element, px from its upper left corner; measured whenever something of `when` changes. */
function useBoxes(over: { current: HTMLElement | null }, when: readonly unknown[]): readonly Box[] {
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  useLayoutEffect(() => {
    const origin = over.current?.getBoundingClientRect();
    const parts = over.current?.querySelectorAll('.page-title, .page-legend, .page-panel, .what-if, .limits') ?? [];
    if (!origin) return;
    setBoxes(
      [...parts].map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        return { x: x - origin.x, y: y - origin.y, width, height };
      }),
    );
  }, when);
  return boxes;
}

function toggleFullScreen(element: HTMLElement | null): void {
  // A frame without permission refuses; the map stays as it is then.
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  else element?.requestFullscreen().catch(() => undefined);
}
