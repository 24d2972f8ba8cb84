import { useMemo } from 'preact/hooks';
import { KM_PER_NAUTICAL_MILE } from '../../model/path.ts';
import { boundsOf, pixelsOf } from '../../scene/map-marks.ts';
import type { Case } from '../../state/case.ts';
import { useLaterWords } from '../use-later-words.ts';
import type { Stage } from './map-marks.tsx';

const LENGTHS = [0.5, 1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500] as const;

/** A scale in km and nautical miles, true at the middle of the lanes: a Mercator map has no other. */
export function ScaleBar({ stage, shown }: { stage: Stage; shown: Case }) {
  const { scale } = useLaterWords();
  const bounds = useMemo(() => boundsOf(shown.lanes, shown.dataset.ports), [shown]);
  if (!bounds) return null;
  const middle = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] as const;
  const pixels = (km: number): number => pixelsOf(km, middle, stage.project);
  const km = LENGTHS.findLast((length) => pixels(length) <= 110) ?? LENGTHS[0];
  const width = Math.round(pixels(km));
  // Behind the horizon of a globe.
  if (width === 0) return null;
  return (
    <svg class="scale-bar" width={width + 2} height="22" viewBox={`-1 0 ${width + 2} 22`} aria-hidden="true">
      <text x={width / 2} y="10" text-anchor="middle">
        {scale(km, km / KM_PER_NAUTICAL_MILE)}
      </text>
      <path d={`M0.5,15v5H${width - 0.5}v-5`} />
    </svg>
  );
}
