import type { Outcome } from '../../analysis/ship-schedules.ts';
import type { Voyage } from '../../model/records.ts';
import type { Strip } from '../../timeline/bands.ts';
import { laneLines } from '../../timeline/lane-row.ts';
import { linesOf } from '../../timeline/strips.ts';
import type { TimeScale } from '../../timeline/time-scale.ts';

/** Outcomes that stay, faint, behind the one shown. */
export const TRAIL = 20;

/** Numbers of the outcomes before one, the nearest first, round and round: none of them is ever shown alone. */
export function trailOf(at: number, count: number): number[] {
  return Array.from({ length: Math.min(TRAIL, count - 1) }, (_, back) => (at - back - 1 + count) % count);
}

interface Props {
  readonly outcomes: readonly Outcome[];
  /** Number of the one shown, from 0. */
  readonly at: number;
  /** Those whose crossings are drawn. */
  readonly voyages: readonly Voyage[];
  readonly scale: TimeScale;
  /** None where the row is a lane. */
  readonly strips: readonly Strip[];
  /** Foot of the row, px. */
  readonly bottom: number;
}

/** One outcome among those before it: dotted, since each is only one that fits. */
export function OutcomeLines({ outcomes, at, voyages, scale, strips, bottom }: Props) {
  const pathOf = (numbers: readonly number[]): string =>
    numbers
      .flatMap((number) => outcomes[number] ?? [])
      .flatMap(({ voyage: id, legs }) => {
        const voyage = voyages.find((one) => one.id === id);
        if (!voyage) return [];
        return strips.length > 0 ? linesOf(voyage, legs, scale, strips) : laneLines(id, legs, scale, bottom);
      })
      .map(({ points }) => `M${points.map(([x, y]) => `${x.toFixed(1)},${y}`).join('L')}`)
      .join('');
  const shown = pathOf([at]);
  return (
    <>
      <path class="outcome-trail" d={pathOf(trailOf(at, outcomes.length))} />
      <path class="outcome-halo" d={shown} />
      <path class="outcome-shown" d={shown} />
    </>
  );
}
