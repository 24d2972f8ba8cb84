/** A fleet where there is no living map: lanes, ports, and a dot for each ship that is drawn at sea. */
import { useMemo } from 'preact/hooks';
import { laterIn } from '../../i18n/later-words.ts';
import { alongPath } from '../../model/path.ts';
import { COLOURS } from '../../scene/fleet-marks.ts';
import type { Project } from '../../scene/map-marks.ts';
import { type Point, pathData, thin } from '../../scene/polyline.ts';
import { useFollowing, usePage } from '../page-context.ts';
import type { FleetProps } from './living-fleet.tsx';
import type { Stage } from './map-marks.tsx';

/** Points of a lane nearer to each other than this are left out, px. */
const GAP = 4;

export function StillFleet({ shown, stage, numbers, followed, onPort }: FleetProps & { stage: Stage }) {
  const { state, words } = usePage();
  const { marks } = words.value.map;
  const turn = turnOf(stage.project);
  const lanes = useMemo(
    () => shown.lanes.flatMap(({ table }) => pieces(table.points.map(stage.project), turn)).join(''),
    [shown, stage],
  );
  return (
    <>
      <svg class="marks" viewBox={`0 0 ${stage.width} ${stage.height}`} role="group" aria-label={marks}>
        <g class="lanes" aria-hidden="true">
          <path d={lanes} class="fleet-lanes" />
        </g>
        <g>
          {shown.dataset.ports.map(({ id, position }) => {
            const { x, y } = stage.project(position);
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard a port is found by its name
              <circle
                key={id}
                class="fleet-port"
                cx={x.toFixed(1)}
                cy={y.toFixed(1)}
                r="1.8"
                onClick={() => onPort(id)}
              />
            );
          })}
        </g>
        <g aria-hidden="true">
          {Array.from({ length: COLOURS }, (_, colour) => (
            <Dots key={colour} {...{ stage, numbers, followed, colour }} />
          ))}
        </g>
      </svg>
      <p class="fleet-note card small">{laterIn(state.settings.lang.value).fleet.still}</p>
    </>
  );
}

/** Px of a whole turn around the world: of two degrees side by side one is not torn apart. */
const turnOf = (project: Project): number =>
  360 * Math.min(...[0, 90].map((lon) => Math.abs(project([lon + 1, 0]).x - project([lon, 0]).x)));

/** The data of a line's path, torn where it leaves one copy of the world on one side and comes back on the other. */
function pieces(line: readonly Point[], turn: number): string[] {
  const torn: Point[][] = [[]];
  for (const [at, point] of line.entries()) {
    if (Math.abs(point.x - (line[at - 1] ?? point).x) > turn / 2) torn.push([]);
    torn.at(-1)?.push(point);
  }
  return torn.map((piece) => (piece.length > 1 ? pathData(thin(piece, GAP)) : ''));
}

interface DotsProps extends Pick<FleetProps, 'numbers' | 'followed'> {
  readonly stage: Stage;
  readonly colour: number;
}

/** Dots of all ships of a colour: one path, since there may be hundreds. */
function Dots({ stage, numbers, followed, colour }: DotsProps) {
  const { state } = usePage();
  const d = useFollowing(() => {
    const ships = state.underWay.value.filter(({ plan }) => (numbers.get(plan) ?? 0) % COLOURS === colour);
    const dots = ships.flatMap(({ plan, now: { best } }) => {
      if (best.kind !== 'passage' || followed.has(plan)) return [];
      const { x, y } = stage.project(alongPath(best.lane.table, best.share).position);
      return `M${x.toFixed(1)},${y.toFixed(1)}h.01`;
    });
    return dots.join('') || 'M0,0';
  }, [state, stage, numbers, followed, colour]);
  return <path d={d} class={`fleet-dots ship-${colour}`} />;
}
