/** Everything of a case of many ships that lies over the base map. */
import { useMemo, useState } from 'preact/hooks';
import type { ShipPlan } from '../../model/plan.ts';
import { whereabouts } from '../../model/whereabouts.ts';
import { laneMarks, portMarks, RIBBON_WIDTH, ribbonPath, shipMark } from '../../scene/map-marks.ts';
import { type Box, placeCard } from '../../scene/place-cards.ts';
import type { Case } from '../../state/case.ts';
import { change, type ShipNow } from '../../state/state.ts';
import { ShipCallout } from '../cards/ship-callout.tsx';
import type { Extras } from '../extras-loader.ts';
import { usePage, usePageId } from '../page-context.ts';
import { FleetPortCard, PORT_CARD } from './fleet-port-card.tsx';
import { LivingFleet } from './living-fleet.tsx';
import styleSheet from './many.css?url';
import { mapGuest } from './map-guest.ts';
import { looksOf, type Stage } from './map-marks.tsx';
import { RibbonPatterns, ribbonId } from './patterns.tsx';
import { ShipGlyph, turned, WakeGradient, wakeOf } from './ship-glyph.tsx';
import { StillFleet } from './still-fleet.tsx';
import type { MapSupport } from './use-map.ts';

export interface ManyProps {
  readonly shown: Case;
  readonly stage: Stage;
  /** Boxes over the map that cards must not cover. */
  readonly taken: readonly Box[];
  readonly extras: Extras | null;
  /** There is room for cards beside the marks. */
  readonly cards: boolean;
  readonly support: MapSupport | null;
}

const CALLOUT = { width: 212, height: 88 };

export function ManyMarks({ shown, stage, taken, extras, cards, support }: ManyProps) {
  const { state } = usePage();
  const [open, setOpen] = useState<string | null>(null);
  const numbers = useMemo(() => new Map(shown.ships.map((plan, number) => [plan, number])), [shown]);
  const followed = useFollowed(shown);
  const guest = mapGuest(state).value;
  const port = open === null ? undefined : shown.port(open);
  const onPort = (id: string): void => setOpen(open === id ? null : id);
  const onShip = (number: number): void => {
    const plan = shown.ships[number] as ShipPlan;
    const { best } = whereabouts(plan, state.time.peek());
    if (best.kind === 'passage') change(state, { selected: best.voyage });
  };
  const frame = { x: 12, y: 10, width: stage.width - 24, height: stage.height - 20 };
  const covered = [...taken, ...(guest?.box ? [guest.box] : [])];
  const fleet = { shown, numbers, followed, onPort, onShip };
  return (
    <>
      <link rel="stylesheet" href={styleSheet} />
      {stage.view ? <LivingFleet {...fleet} view={stage.view} /> : <StillFleet {...fleet} stage={stage} />}
      <Followed shown={shown} stage={stage} numbers={numbers} followed={followed} taken={cards ? covered : null} />
      {extras && <extras.ScaleBar stage={stage} shown={shown} />}
      {port && (
        <div class="on-map" style={placed(stage.project(port.position), frame, covered)}>
          <FleetPortCard port={port} onClose={() => setOpen(null)} />
        </div>
      )}
      {guest && support && <guest.Over stage={stage} base={support.base} taken={covered} />}
    </>
  );
}

/** Ships that are drawn one by one with all that is known of them: that of the voyage selected, and all where few are let through. */
function useFollowed(shown: Case): ReadonlySet<ShipPlan> {
  const { state } = usePage();
  const [selected, crowd, among] = [state.settings.selected.value, state.crowd.value, state.among.value];
  return useMemo(() => {
    const vessel = selected === null ? undefined : shown.voyage(selected)?.voyage.vessel;
    const chosen = shown.ships.filter((plan) => plan.vessel.id === vessel);
    return new Set([...chosen, ...(crowd ? [] : (among ?? shown.ships))]);
  }, [shown, selected, crowd, among]);
}

const at = ({ x, y, width }: Box) => ({ left: `${x}px`, top: `${y}px`, width: `${width}px` });

function placed(subject: { x: number; y: number }, frame: Box, taken: readonly Box[]) {
  const { height } = PORT_CARD;
  const foot: Box = { x: frame.x, y: frame.y + frame.height - height, width: Math.min(frame.width, 300), height };
  return at(placeCard(subject, PORT_CARD, { frame, taken, lines: [] }) ?? foot);
}

interface FollowedProps {
  readonly shown: Case;
  readonly stage: Stage;
  readonly numbers: ReadonlyMap<ShipPlan, number>;
  readonly followed: ReadonlySet<ShipPlan>;
  /** Boxes that call-outs keep clear of; null where there is no room for any. */
  readonly taken: readonly Box[] | null;
}

/** The same marks as where there are few ships. */
function Followed({ shown, stage, numbers, followed, taken }: FollowedProps) {
  const prefix = usePageId();
  const { state } = usePage();
  const lang = state.settings.lang.value;
  const t = state.time.value;
  const looks = useMemo(() => looksOf(shown, lang), [shown, lang]);
  if (followed.size === 0) return null;
  const ships: ShipNow[] = [...followed].map((plan) => ({ plan, now: whereabouts(plan, t) }));
  const number = ({ plan }: ShipNow): number => numbers.get(plan) ?? 0;
  const lookOf = (ship: ShipNow) => looks[number(ship)] as (typeof looks)[number];
  const lanes = new Set(ships.flatMap(({ now }) => now.stretches.map(({ lane }) => lane)));
  const ports = portMarks(
    [...new Set(ships.flatMap(({ now: { best } }) => (best.kind === 'port' ? (shown.port(best.port) ?? []) : [])))],
    [],
    stage.project,
  );
  const marks = ships.map((ship) => ({ ship, mark: shipMark(number(ship), ship.now, 0, ports, stage.project) }));
  return (
    <>
      <svg class="marks" viewBox={`0 0 ${stage.width} ${stage.height}`} aria-hidden="true">
        <RibbonPatterns prefix={prefix} ships={ships.map((ship) => ({ look: lookOf(ship) }))} />
        <defs>
          {ships.map((ship, at) => (
            <WakeGradient key={at} id={`${prefix}-wake-${at}`} look={lookOf(ship)} />
          ))}
        </defs>
        <g class="lanes">
          {laneMarks([...lanes], stage.project).map(({ id, d }) => (
            <path key={id} d={d} stroke-width="1.5" stroke-dasharray="1.5 2.8" />
          ))}
        </g>
        {ships.map((ship, at) => {
          const d = ribbonPath(number(ship), ship.now, stage.project);
          return (
            <g key={ship.plan.vessel.id} class={`ship-${lookOf(ship).colour}`}>
              <path d={d} class="ribbon-ground" stroke-width={RIBBON_WIDTH} />
              <path d={d} class="ribbon" stroke={`url(#${ribbonId(prefix, at)})`} stroke-width={RIBBON_WIDTH} />
            </g>
          );
        })}
        {marks.map(
          ({ ship, mark }, at) =>
            mark && (
              <g
                key={ship.plan.vessel.id}
                data-ship={ship.plan.vessel.id}
                transform={`translate(${mark.at.x.toFixed(1)},${mark.at.y.toFixed(1)})`}
              >
                <ShipGlyph
                  look={lookOf(ship)}
                  turn={turned(mark.course)}
                  wake={wakeOf(mark.course)}
                  wakeId={`${prefix}-wake-${at}`}
                />
              </g>
            ),
        )}
      </svg>
      {taken && state.resting.value && !state.settings.playing.value && (
        <Callouts marks={marks} stage={stage} taken={taken} />
      )}
    </>
  );
}

interface CalloutsProps {
  readonly marks: readonly { readonly ship: ShipNow; readonly mark: ReturnType<typeof shipMark> }[];
  readonly stage: Stage;
  readonly taken: readonly Box[];
}

/** While time rests, a word on every ship that is drawn at sea and followed. */
function Callouts({ marks, stage, taken }: CalloutsProps) {
  const frame = { x: 12, y: 10, width: stage.width - 24, height: stage.height - 20 };
  const boxes: Box[] = [];
  return (
    <>
      {marks.map(({ ship, mark }) => {
        if (!mark || ship.now.best.kind !== 'passage') return null;
        const box = placeCard(mark.at, CALLOUT, { frame, taken: [...taken, ...boxes], lines: [] });
        if (!box) return null;
        boxes.push(box);
        return (
          <div key={ship.plan.vessel.id} class="on-map" style={at(box)}>
            <ShipCallout ship={ship} />
          </div>
        );
      })}
    </>
  );
}
