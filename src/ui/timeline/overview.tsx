import { useMemo } from 'preact/hooks';
import type { ShipPlan } from '../../model/plan.ts';
import type { Case } from '../../state/case.ts';
import { type AtSea, atSeaOverTime, type Count, countAt, countsAlong } from '../../timeline/at-sea.ts';
import type { Mode } from '../../timeline/strips.ts';
import { Following } from '../following.tsx';
import { useFollowing, usePage } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';
import type { ShipRowsLayout } from './ship-rows-layout.ts';

/** Height of the overview with all around it, px; higher where no row stands below it. */
export const overviewHeight = (mode: Mode, alone: boolean): number =>
  mode === 'compact' ? (alone ? 72 : 40) : mode === 'above' ? (alone ? 130 : 84) : alone ? 112 : 64;

interface Props {
  readonly shown: Case;
  /** The ships that count; null: all. */
  readonly among: ReadonlySet<ShipPlan> | null;
  readonly layout: ShipRowsLayout;
  readonly mode: Mode;
}

/** Air over and under the chart, px. */
const AIR = 4;
/** Line of words over it where labels stand above. */
const LABEL = 16;

/**
 * How many ships are at sea over time: strong ink up to the number that must be, faint up to the number that can be. What is
 * between the two is not known.
 */
export function Overview({ shown, among, layout, mode }: Props) {
  const { state } = usePage();
  const { rows: say } = useLaterWords();
  const { frame, window, scale } = layout;
  const atSea = useMemo(() => atSeaOverTime(shown.ships, among, shown.fleet?.index.atSea), [shown, among]);
  const counts = useMemo(() => countsAlong(atSea, scale), [atSea, scale]);
  const [top, bottom] = [frame.top + AIR + (mode === 'above' ? LABEL : 0), window.top - AIR];
  const most = Math.max(1, ...counts.map((count) => count.most));
  const y = (value: number): number => bottom - (value / most) * (bottom - top);
  const now = useFollowing(() => inWords(say.atSeaNow, atSea, state.time.value), [state, atSea, say]);
  const label = mode === 'above' ? { x: frame.x0, y: top - 5 } : { x: mode === 'left' ? 43 : 12, y: top + 12 };
  return (
    <g class="overview">
      <path class="overview-most" d={areaOf(counts, frame.x0, y, ({ most: high }) => high)} />
      <path class="overview-least" d={areaOf(counts, frame.x0, y, ({ least }) => least)} />
      <path class="overview-line" d={`M${frame.x0},${top}H${frame.x1}M${frame.x0},${bottom}H${frame.x1}`} />
      <text
        class="overview-scale"
        x={frame.x1 + (mode === 'above' ? 0 : 6)}
        y={top + (mode === 'above' ? -5 : 4)}
        text-anchor={mode === 'above' ? 'end' : 'start'}
      >
        {most}
      </text>
      <text class="strip-label overview-label" x={label.x} y={label.y}>
        {say.atSea}
      </text>
      <text
        class="strip-label overview-now"
        x={mode === 'above' ? frame.x0 + 92 : label.x}
        y={mode === 'above' ? label.y : label.y + 16}
      >
        <Following text={now} />
      </text>
    </g>
  );
}

function inWords(say: (least: number, most: number) => string, atSea: AtSea, t: number): string {
  const { least, most } = countAt(atSea, t);
  return say(least, most);
}

/** An area from nothing up to a number, a step a pixel. */
function areaOf(
  counts: readonly Count[],
  x0: number,
  y: (value: number) => number,
  of: (count: Count) => number,
): string {
  let path = `M${x0.toFixed(1)},${y(0).toFixed(1)}`;
  let last = Number.NaN;
  counts.forEach((count, at) => {
    const height = y(of(count));
    if (height === last) return;
    path += `H${(x0 + at).toFixed(1)}V${height.toFixed(1)}`;
    last = height;
  });
  return `${path}H${(x0 + counts.length).toFixed(1)}V${y(0).toFixed(1)}Z`;
}
