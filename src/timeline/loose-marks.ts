/** Sightings that are tied to no voyage: they bound nothing and have no strip, but somebody saw something. */
import { readEdtf } from '../model/edtf.ts';
import type { Dataset } from '../model/records.ts';
import { type Mark, markKind } from './marks.ts';
import type { TimeScale } from './time-scale.ts';

/** A mark with the ship that its source names; null where it names none. */
export type LooseMark = Mark & { readonly vessel: string | null };

/**
 * Marks of the sightings that no voyage of the case has, in the order of the file, on one line.
 *
 * @param y px, of the line
 * @returns one mark a sighting, in the middle of its dates, whatever way they are read; none for dates that are open on a
 *   side, or whose middle the axis does not have
 */
export function looseMarks({ sightings, voyages, assumptions }: Dataset, scale: TimeScale, y: number): LooseMark[] {
  const known = new Set(voyages.map(({ id }) => id));
  return sightings.flatMap((sighting): LooseMark[] => {
    if (sighting.voyage !== undefined && known.has(sighting.voyage)) return [];
    const { earliest, latest } = readEdtf(sighting.date, assumptions.approximate.value);
    const middle = (earliest + latest) / 2;
    if (!(middle >= scale.axis.earliest && middle <= scale.axis.latest)) return [];
    const { id, vessel } = sighting;
    const window = { earliest, latest };
    return [{ sighting: id, kind: markKind(sighting), vessel, x: scale.x(middle), y, side: 'bottom', window }];
  });
}
