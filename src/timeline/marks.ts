/** Sightings of a voyage as marks on the lines of their ports. */
import { readEdtf, type Window } from '../model/edtf.ts';
import type { Sighting, Voyage } from '../model/records.ts';
import type { Strip } from './bands.ts';
import type { TimeScale } from './time-scale.ts';

/** `named`: a ship that the source names. `unnamed`: a ship, tied to the voyage by inference. `cargo`: no ship. */
export type MarkKind = 'named' | 'unnamed' | 'cargo';

export interface Mark {
  readonly sighting: string;
  readonly kind: MarkKind;
  readonly x: number;
  readonly y: number;
  /** On the upper line of its strip, or the lower. */
  readonly side: 'top' | 'bottom';
  /** The dates it may belong to; the mark stands in their middle. */
  readonly window: Window;
  /** For a ship seen on a first and on a last day: where the other mark is, to its left. */
  readonly since?: number;
}

export function markKind(sighting: Sighting): MarkKind {
  if (sighting.what !== 'ship') return 'cargo';
  return sighting.vessel === null ? 'unnamed' : 'named';
}

/**
 * Marks of the sightings tied to a voyage, in the order of the file.
 *
 * @param approximateDays days that `~` stands for
 * @param strips all strips of the voyage
 * @returns one mark a sighting, two for one read as first and last; none for a port that no strip has, or for dates open on a side
 */
export function marksOf(
  voyage: Voyage,
  sightings: readonly Sighting[],
  approximateDays: number,
  scale: TimeScale,
  strips: readonly Strip[],
  stripOf: (leg: number) => Strip,
): Mark[] {
  return sightings.flatMap((sighting): Mark[] => {
    if (sighting.voyage !== voyage.id) return [];
    const called = sighting.call === undefined ? [] : [stripOf(Math.max(0, sighting.call - 1))];
    const strip = [...called, ...strips].find(({ ports }) => ports.includes(sighting.port));
    if (!strip) return [];
    const side = sighting.port === strip.ports[0] ? 'top' : 'bottom';
    const date = readEdtf(sighting.date, approximateDays);
    const windows =
      sighting.reading === 'once' || date.first.latest >= date.last.latest ? [date] : [date.first, date.last];
    const marks = windows
      .filter(({ earliest, latest }) => Number.isFinite(latest - earliest))
      .map(({ earliest, latest }): Mark => {
        const x = scale.x((earliest + latest) / 2);
        const window = { earliest, latest };
        return { sighting: sighting.id, kind: markKind(sighting), x, y: strip[side], side, window };
      });
    const [first, last] = marks;
    return first && last ? [first, { ...last, since: first.x }] : marks;
  });
}
