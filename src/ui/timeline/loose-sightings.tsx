import { shipLook } from '../../scene/ship-look.ts';
import { type LooseMark, looseMarks } from '../../timeline/loose-marks.ts';
import { SIZES } from '../../timeline/strips.ts';
import { usePage } from '../page-context.ts';
import { MarkShape } from './strip-rows.tsx';
import type { TimelinePicture } from './timeline-layout.ts';

const known = new WeakMap<TimelinePicture, readonly LooseMark[]>();

/** The marks of a picture, worked out once. */
export function looseMarksOf(picture: TimelinePicture, shown: Parameters<typeof looseMarks>[0]): readonly LooseMark[] {
  const marks = known.get(picture) ?? looseMarks(shown, picture.scale, picture.strips.bottom);
  known.set(picture, marks);
  return marks;
}

/** Sightings tied to no voyage, on the line of the axis: on no ship's strip, since nothing says whose they are. */
export function LooseSightings({ picture }: { picture: TimelinePicture }) {
  const shown = usePage().state.case.value;
  if (!shown) return null;
  const { mark } = SIZES[picture.mode];
  return (
    <g class="loose-sightings">
      {looseMarksOf(picture, shown.dataset).map(({ sighting, kind, vessel, x, y }) => {
        const number = shown.ships.findIndex((plan) => plan.vessel.id === vessel);
        return (
          <g
            key={sighting}
            class={number < 0 ? undefined : `ship-${shipLook(number, '').colour}`}
            transform={`translate(${x.toFixed(1)},${y})`}
          >
            {kind === 'cargo' || number >= 0 ? (
              <MarkShape kind={kind} look={shipLook(Math.max(0, number), '')} radius={mark} />
            ) : (
              <circle class="loose-mark" r={mark - 0.7} fill="var(--paper)" stroke="var(--ink)" stroke-width="1.8" />
            )}
          </g>
        );
      })}
    </g>
  );
}
