/** The marks of evidence over the map, drawn as SVG: the same for the living map and the still picture. */
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { inLanguage } from '../../i18n/text.ts';
import type { MapView } from '../../map/map-view.ts';
import type { LaneKind } from '../../model/lanes.ts';
import {
  type LaneMark,
  laneMarks,
  type PortMark,
  type Project,
  portMarks,
  RIBBON_WIDTH,
  ribbonPath,
  shipMark,
} from '../../scene/map-marks.ts';
import { type ShipLook, shipLook } from '../../scene/ship-look.ts';
import type { Case } from '../../state/case.ts';
import type { ShipNow, State } from '../../state/state.ts';
import { useFollowing, usePage, usePageId } from '../page-context.ts';
import { RibbonPatterns, ribbonId } from './patterns.tsx';
import { ShipGlyph, turned, WakeGradient, wakeOf } from './ship-glyph.tsx';

export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly project: Project;
  /** The living map; absent over a still one. */
  readonly view?: MapView;
}

/** The looks of a case's ships, by their number. */
export function looksOf(shown: Case, lang: string): ShipLook[] {
  return shown.ships.map((ship, number) => shipLook(number, inLanguage(ship.vessel.name, lang)));
}

interface Props {
  readonly shown: Case;
  readonly stage: Stage;
  readonly onPort: (port: string) => void;
  /** A line stands under the names of the ports. */
  readonly notes: boolean;
  /** Ids of the ports whose cards are open. */
  readonly open: ReadonlySet<string>;
}

/** Height of such a line, px. */
export const NOTE_LINE = 14;

export function MapMarks({ shown, stage, onPort, notes, open }: Props) {
  const prefix = usePageId();
  const { state, words } = usePage();
  const lang = state.settings.lang.value;
  const lanes = useMemo(() => laneMarks(shown.lanes, stage.project), [shown, stage]);
  const ports = useMemo(() => portMarks(shown.dataset.ports, lanes, stage.project), [shown, lanes, stage]);
  const looks = useMemo(() => looksOf(shown, lang), [shown, lang]);
  return (
    <svg
      class="marks"
      width={stage.width}
      height={stage.height}
      viewBox={`0 0 ${stage.width} ${stage.height}`}
      preserveAspectRatio="xMidYMid slice"
      role="group"
      aria-label={words.value.map.marks}
    >
      <RibbonPatterns prefix={prefix} ships={looks.map((look) => ({ look }))} />
      <defs>
        {looks.map((look, ship) => (
          <WakeGradient key={ship} id={`${prefix}-wake-${ship}`} look={look} />
        ))}
      </defs>
      <Ribbons shown={shown} stage={stage} prefix={prefix} looks={looks} />
      <Lanes lanes={lanes} />
      <Ships shown={shown} stage={stage} prefix={prefix} looks={looks} ports={ports} />
      <Ports ports={ports} lang={lang} onPort={onPort} notes={notes} open={open} />
    </svg>
  );
}

interface MovingProps {
  readonly shown: Case;
  readonly stage: Stage;
  readonly prefix: string;
  readonly looks: readonly ShipLook[];
}

function Ribbons({ shown, stage, prefix, looks }: MovingProps): VNode {
  return (
    <g class="ribbons" aria-hidden="true">
      {looks.map((look, number) => (
        <Ribbon key={number} shown={shown} stage={stage} number={number} look={look} id={ribbonId(prefix, number)} />
      ))}
    </g>
  );
}

interface ShipProps {
  readonly shown: Case;
  readonly stage: Stage;
  readonly number: number;
  readonly look: ShipLook;
  readonly id: string;
}

/** Path data and a transform that draw nothing: taken out of the page, or hidden by style, marks would be dear while time moves. */
const NO_PATH = 'M0,0';
const NOWHERE = 'scale(0)';

function Ribbon({ shown, stage, number, look, id }: ShipProps): VNode | null {
  const { state } = usePage();
  const d = useFollowing(() => {
    const ship = shownShip(state, shown, number);
    return (ship && ribbonPath(number, ship.now, stage.project)) || NO_PATH;
  }, [state, shown, stage]);
  if (!useIsShown(shown, number)) return null;
  return (
    <g class={`ship-${look.colour}`} data-ship={shown.ships[number]?.vessel.id}>
      <path d={d} class="ribbon-ground" stroke-width={RIBBON_WIDTH} />
      <path d={d} class="ribbon" stroke={`url(#${id})`} stroke-width={RIBBON_WIDTH} />
    </g>
  );
}

/** A ship by her number in the case; undefined where she is not to be shown. Reads signals. */
const shownShip = (state: State, shown: Case, number: number): ShipNow | undefined =>
  state.ships.value.find(({ plan }) => plan === shown.ships[number]);

/** Whether the reader has a ship shown at all, wherever she may be. */
function useIsShown(shown: Case, number: number): boolean {
  const { state } = usePage();
  return useFollowing(() => shownShip(state, shown, number) !== undefined, [state, shown, number]).value;
}

const LANE_STYLE: Readonly<Record<LaneKind, { width: number; dash?: string }>> = {
  sea: { width: 1.5, dash: '1.5 2.8' },
  'great-circle': { width: 1.5, dash: '6 5' },
  track: { width: 2 },
};

function Lanes({ lanes }: { lanes: readonly LaneMark[] }): VNode {
  return (
    <g class="lanes" aria-hidden="true">
      {lanes.map(({ id, kind, d }) => (
        <path
          key={id}
          d={d}
          data-lane={id}
          stroke-width={LANE_STYLE[kind].width}
          stroke-dasharray={LANE_STYLE[kind].dash}
        />
      ))}
    </g>
  );
}

interface PortsProps {
  readonly ports: readonly PortMark[];
  readonly lang: string;
  readonly onPort: (port: string) => void;
  readonly notes: boolean;
  readonly open: ReadonlySet<string>;
}

function Ports({ ports, lang, onPort, notes, open }: PortsProps): VNode {
  return (
    <g class="ports">
      {ports.map(({ port, at, doubt, label }) => (
        <g
          key={port.id}
          class="port"
          role="button"
          // Lower case: on an element of SVG the name is taken as it is written.
          tabindex={0}
          aria-label={inLanguage(port.name, lang)}
          aria-expanded={open.has(port.id)}
          transform={`translate(${at.x.toFixed(1)},${at.y.toFixed(1)})`}
          onClick={() => onPort(port.id)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            event.stopPropagation();
            onPort(port.id);
          }}
        >
          <circle r={Math.max(14, doubt)} class="port-target" />
          {doubt > 0 ? (
            <>
              <circle r={Math.max(doubt, 3)} class="port-doubt" />
              <circle r="2.6" class="port-centre" />
            </>
          ) : (
            <rect x="-5" y="-5" width="10" height="10" class="port-berth" />
          )}
          <text
            x={label.dx}
            y={label.dy - (notes && label.dy <= 0 ? NOTE_LINE : 0)}
            text-anchor={label.anchor}
            class="port-name"
          >
            {inLanguage(port.name, lang)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Ships({ shown, stage, prefix, looks, ports }: MovingProps & { ports: readonly PortMark[] }): VNode {
  return (
    <g class="ships" aria-hidden="true">
      {looks.map((look, number) => (
        <Ship
          key={number}
          shown={shown}
          stage={stage}
          number={number}
          look={look}
          id={`${prefix}-wake-${number}`}
          ports={ports}
        />
      ))}
    </g>
  );
}

function Ship({ shown, stage, number, look, id, ports }: ShipProps & { ports: readonly PortMark[] }): VNode | null {
  const { state } = usePage();
  const mark = useFollowing(() => {
    const ship = shownShip(state, shown, number);
    return ship ? shipMark(number, ship.now, berthOf(state, ship), ports, stage.project) : null;
  }, [state, shown, stage, ports]);
  const at = useFollowing(() => {
    if (!mark.value) return NOWHERE;
    const { x, y } = mark.value.at;
    return `translate(${x.toFixed(1)},${y.toFixed(1)})`;
  }, [mark]);
  const turn = useFollowing(() => turned(mark.value?.course ?? null), [mark]);
  const wake = useFollowing(() => wakeOf(mark.value?.course ?? null), [mark]);
  if (!useIsShown(shown, number)) return null;
  return (
    <g data-ship={shown.ships[number]?.vessel.id} transform={at}>
      <ShipGlyph look={look} turn={turn} wake={wake} wakeId={id} />
    </g>
  );
}

/** How many ships before her lie in the port that she is drawn in. */
function berthOf(state: State, { plan, now: { best } }: ShipNow): number {
  if (best.kind !== 'port') return 0;
  const ships = state.ships.value;
  const before = ships.slice(
    0,
    ships.findIndex((one) => one.plan === plan),
  );
  return before.filter(({ now }) => now.best.kind === 'port' && now.best.port === best.port).length;
}
