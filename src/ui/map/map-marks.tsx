/** The marks of evidence over the map, drawn as SVG: the same for the living map and the still picture. */
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { inLanguage } from '../../i18n/text.ts';
import type { LaneKind } from '../../model/lanes.ts';
import {
  type LaneMark,
  laneMarks,
  type PortMark,
  type Project,
  portMarks,
  RIBBON_WIDTH,
  ribbonMarks,
  shipMark,
} from '../../scene/map-marks.ts';
import { type ShipLook, shipLook } from '../../scene/ship-look.ts';
import type { Case } from '../../state/case.ts';
import type { ShipNow } from '../../state/state.ts';
import { usePage, usePageId } from '../page-context.ts';
import { RibbonPatterns, ribbonId } from './patterns.tsx';
import { ShipGlyph, WakeGradient } from './ship-glyph.tsx';

export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly project: Project;
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
      <Ports ports={ports} lang={lang} onPort={onPort} notes={notes} open={open} />
      <Ships shown={shown} stage={stage} prefix={prefix} looks={looks} ports={ports} />
    </svg>
  );
}

interface MovingProps {
  readonly shown: Case;
  readonly stage: Stage;
  readonly prefix: string;
  readonly looks: readonly ShipLook[];
}

const numberOf = (shown: Case, { plan }: ShipNow): number => shown.ships.indexOf(plan);

function Ribbons({ shown, stage, prefix, looks }: MovingProps): VNode {
  const { state } = usePage();
  return (
    <g class="ribbons" aria-hidden="true">
      {state.ships.value.flatMap((ship) => {
        const number = numberOf(shown, ship);
        return ribbonMarks(number, ship.now, stage.project).map((mark, at) => (
          <g key={`${number} ${at}`} class={`ship-${looks[number]?.colour}`} data-ship={ship.plan.vessel.id}>
            <path d={mark.d} class="ribbon-ground" stroke-width={RIBBON_WIDTH} />
            <path d={mark.d} class="ribbon" stroke={`url(#${ribbonId(prefix, number)})`} stroke-width={RIBBON_WIDTH} />
          </g>
        ));
      })}
    </g>
  );
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
  const { state } = usePage();
  const berths = new Map<string, number>();
  return (
    <g class="ships" aria-hidden="true">
      {state.ships.value.map((ship) => {
        const number = numberOf(shown, ship);
        const port = ship.now.best.kind === 'port' ? ship.now.best.port : '';
        const berth = berths.get(port) ?? 0;
        berths.set(port, berth + 1);
        const mark = shipMark(number, ship.now, berth, ports, stage.project);
        const look = looks[number];
        return (
          mark &&
          look && (
            <g
              key={number}
              data-ship={ship.plan.vessel.id}
              transform={`translate(${mark.at.x.toFixed(1)},${mark.at.y.toFixed(1)})`}
            >
              <ShipGlyph look={look} course={mark.course} wakeId={`${prefix}-wake-${number}`} />
            </g>
          )
        );
      })}
    </g>
  );
}
