/** Where the outcome shown puts each ship at the moment shown, among where those before it do. */
import type { ReadonlySignal } from '@preact/signals-core';
import { useMemo } from 'preact/hooks';
import type { Outcome, ShipAnswer, ShipSchedules } from '../../analysis/ship-schedules.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import type { ShipPlan } from '../../model/plan.ts';
import { whereabouts } from '../../model/whereabouts.ts';
import { laneMarks, type PortMark, type Project, portMarks, shipMark } from '../../scene/map-marks.ts';
import { shipLook } from '../../scene/ship-look.ts';
import type { MapGuest } from '../map/map-guest.ts';
import type { Stage } from '../map/map-marks.tsx';
import { useFollowing, usePage } from '../page-context.ts';
import type { Teller } from '../teller.ts';
import { trailOf } from './outcome-lines.tsx';

/** Under the notices, where the page is wide. */
const BOX = { x: 412, y: 12, width: 340, height: 60 };

/** Half the length of a tick, px. */
const TICK = 7;
/** A hull seen from above, bow up, around (0, 0), 18 px long: an outline, since nobody saw her there. */
const HULL = 'M0,-9C3,-6 4,-4 4,-0.5V6Q4,8 2,8H-2Q-4,8 -4,6V-0.5C-4,-4 -3,-6 0,-9Z';

/** The plan of a ship with an outcome in the place of her illustrative schedule. */
export function planWith(plan: ShipPlan, outcome: Outcome): ShipPlan {
  const voyages = outcome.flatMap(({ voyage, legs }) => {
    const planned = plan.voyages.find((one) => one.voyage.id === voyage);
    return planned ? [{ ...planned, drawn: legs }] : [];
  });
  return { ...plan, voyages };
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly course: number | null;
}

/** Where an outcome puts a ship, px of the map; null where she is on no reported voyage. */
function spotOf(plan: ShipPlan, number: number, t: number, ports: readonly PortMark[], project: Project): Spot | null {
  const now = whereabouts(plan, t);
  const { best } = now;
  if (best.kind === 'port') {
    const port = best.voyage === null ? undefined : ports.find((mark) => mark.port.id === best.port);
    if (!port) return null;
    // Off the name of the port and off the best guess, which lies beside it.
    const away = port.label.dy > 0 ? -1 : 1;
    return { x: port.at.x - 6 + 14 * number, y: port.at.y + away * (Math.max(port.doubt, 8) + 12), course: null };
  }
  const mark = shipMark(number, now, 0, ports, project);
  return mark && { ...mark.at, course: mark.course };
}

/** A tick across the way of a ship at sea; nothing in port. */
function tickAt({ x, y, course }: Spot): string {
  if (course === null) return '';
  const turn = (course * Math.PI) / 180;
  const [dx, dy] = [TICK * Math.cos(turn), TICK * Math.sin(turn)];
  return `M${(x - dx).toFixed(1)},${(y - dy).toFixed(1)}L${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`;
}

/** What the schedules draw on the map. */
export function outcomesGuest(teller: Teller, answer: readonly ShipAnswer[], at: ReadonlySignal<number>): MapGuest {
  const { shown, lang } = teller;
  const say = analysisIn(lang).schedules;

  function Over({ stage }: { stage: Stage }) {
    const { state } = usePage();
    const only = state.settings.only.value;
    const ports = useMemo(
      () => portMarks(shown.dataset.ports, laneMarks(shown.lanes, stage.project), stage.project),
      [stage],
    );
    const ships = answer.filter(
      (ship): ship is ShipSchedules => ship.possible && (only === null || only.includes(ship.vessel)),
    );
    if (ships.length === 0) return null;
    return (
      <>
        <svg class="outcomes-map" width={stage.width} height={stage.height} aria-hidden="true">
          {ships.map((ship) => (
            <Ghosts key={ship.vessel} ship={ship} stage={stage} ports={ports} />
          ))}
        </svg>
        <p class={`reach-label card small${state.whatIf.value ? ' reach-below' : ''}`}>{say.onMap}</p>
      </>
    );
  }

  function Ghosts({ ship, stage, ports }: { ship: ShipSchedules; stage: Stage; ports: readonly PortMark[] }) {
    const { state } = usePage();
    const number = shown.ships.findIndex(({ vessel }) => vessel.id === ship.vessel);
    const plan = shown.ships[number];
    const inputs = [state, stage, ports, ship];
    const plans = useMemo(() => ship.outcomes.map((outcome) => (plan ? planWith(plan, outcome) : null)), [ship]);
    const spot = (outcome: number): Spot | null => {
      const drawn = plans[outcome];
      return drawn ? spotOf(drawn, number, state.time.value, ports, stage.project) : null;
    };
    const trail = useFollowing(
      () =>
        trailOf(at.value, plans.length)
          .flatMap((outcome) => spot(outcome) ?? [])
          .map(tickAt)
          .join(''),
      inputs,
    );
    const hull = useFollowing(() => (spot(at.value) ? HULL : ''), inputs);
    const place = useFollowing(() => {
      const { x, y, course } = spot(at.value) ?? { x: 0, y: 0, course: null };
      return `translate(${x.toFixed(1)},${y.toFixed(1)}) rotate(${(course ?? 0).toFixed(1)})`;
    }, inputs);
    return (
      <g class={`ship-${shipLook(number, '').colour}`}>
        <path class="outcomes-ticks-halo" d={trail} />
        <path class="outcomes-ticks" d={trail} />
        <path class="outcomes-hull" d={hull} transform={place} />
      </g>
    );
  }

  return { Over, Under: () => null, box: BOX };
}
