import type { ReadonlySignal } from '@preact/signals-core';
import { useMemo, useRef } from 'preact/hooks';
import type { ShipSchedules } from '../../analysis/ship-schedules.ts';
import { createDates } from '../../i18n/dates.ts';
import type { ShipLook } from '../../scene/ship-look.ts';
import { stripsOf, upperPorts } from '../../timeline/strips.ts';
import { textWidth } from '../../timeline/text-width.ts';
import { ticksOf, timeScale } from '../../timeline/time-scale.ts';
import { useFollowing, usePage } from '../page-context.ts';
import { portName, type Teller } from '../teller.ts';
import { tickText } from '../timeline/timeline-layout.ts';
import { useSize } from '../use-size.ts';
import { OutcomeLines } from './outcome-lines.tsx';
import { PlacePatterns, ShareBand } from './share-band.tsx';

/** px. */
const TYPE = 11;
const STRIP = 34;
const BAND = 58;
const GAP = 12;
const AXIS = 18;
/** Until the panel has been measured, and at most. */
const WIDTH = 340;
const WIDEST = 640;

interface Props {
  readonly teller: Teller;
  readonly ship: ShipSchedules;
  readonly look: ShipLook;
  readonly at: ReadonlySignal<number>;
  /** Of the patterns. */
  readonly prefix: string;
  /** px; on paper, where nothing can be measured and no moment is shown. As wide as its box where left out. */
  readonly fixed?: number | undefined;
}

/** The outcomes of one ship over her shares of each day, with the moment shown across both. */
export function SchedulesDiagram({ teller, ship, look, at, prefix, fixed }: Props) {
  const { state } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box, undefined);
  const width = fixed ?? (size.width === 0 ? WIDTH : Math.min(WIDEST, size.width));
  const frame = useMemo(() => frameFor(teller, ship, width), [teller.shown, teller.lang, ship, width]);
  const { scale, strips, ticks, voyages, bandTop, bottom } = frame;
  const head = useFollowing(() => `translate(${scale.x(state.time.value).toFixed(1)},0)`, [state, scale]);
  return (
    <div ref={box} class={`schedules-diagram ship-${look.colour}`}>
      <svg width={width} height={bottom + AXIS} viewBox={`0 0 ${width} ${bottom + AXIS}`} aria-hidden="true">
        <PlacePatterns prefix={prefix} colour={look.colour} shares={ship.shares} />
        <path class="axis-grid" d={ticks.map(({ x }) => `M${x.toFixed(1)},0V${bottom}`).join('')} />
        {strips.map(({ top, bottom: low, ports }) => (
          <g key={top}>
            <path class="strip-ports" d={`M${scale.x0},${top}H${scale.x1}M${scale.x0},${low}H${scale.x1}`} />
            <g class="schedules-port" text-anchor="end">
              <text x={scale.x0 - 6} y={top + 6}>
                {portName(teller, ports[0])}
              </text>
              <text x={scale.x0 - 6} y={low + 2}>
                {portName(teller, ports[1])}
              </text>
            </g>
          </g>
        ))}
        <OutcomeLines
          outcomes={ship.outcomes}
          at={at.value}
          voyages={voyages}
          scale={scale}
          strips={strips}
          bottom={strips.at(-1)?.bottom ?? 0}
        />
        <ShareBand ship={ship} scale={scale} top={bandTop} height={BAND} prefix={prefix} />
        <g class="schedules-port" text-anchor="end">
          <text x={scale.x0 - 6} y={bandTop + 8}>
            100
          </text>
          <text x={scale.x0 - 6} y={bandTop + BAND}>
            0
          </text>
        </g>
        <path class="axis-line" d={`M${scale.x0},${bottom}H${scale.x1}`} />
        <g class="schedules-ticks" text-anchor="middle">
          {ticks.map(({ t, x, text }) => (
            <text key={t} x={x.toFixed(1)} y={bottom + 13}>
              {text}
            </text>
          ))}
        </g>
        {fixed === undefined && <path class="schedules-head" d={`M0,0V${bottom + 4}`} transform={head} />}
      </svg>
    </div>
  );
}

/** Where everything in the diagram lies, px; its axis is that of the page's timeline, in UTC. */
function frameFor(teller: Teller, ship: ShipSchedules, width: number) {
  const { shown, lang } = teller;
  const voyages = shown.voyages.filter(({ voyage }) => voyage.vessel === ship.vessel).map(({ voyage }) => voyage);
  const strips = stripsOf(
    voyages.flatMap(({ legs }) => legs),
    upperPorts(shown.voyages),
    4,
    STRIP,
  );
  const names = strips.flatMap(({ ports }) => ports.map((port) => textWidth(portName(teller, port), TYPE)));
  const x0 = Math.min(width * 0.35, Math.max(...names, textWidth('100', TYPE)) + 8);
  const scale = timeScale(shown.axis, x0, width - 4);
  const dates = createDates(lang, 'UTC');
  const ticks = ticksOf(scale, 54)
    .map((tick) => ({ ...tick, text: tickText(tick, dates) }))
    .filter(({ unit, x, text }) => unit !== null && x + textWidth(text, TYPE) / 2 <= width);
  const bandTop = (strips.at(-1)?.bottom ?? 0) + GAP;
  return { voyages, strips, scale, ticks, bandTop, bottom: bandTop + BAND };
}
