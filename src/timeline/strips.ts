/** One strip a voyage, grouped by ship: where everything on the timeline lies, in CSS pixels from its upper left corner. */
import type { VoyagePlan } from '../model/plan.ts';
import type { Leg, Sighting, Voyage } from '../model/records.ts';
import type { LegTimes } from '../model/schedule.ts';
import { type Band, bandsOf, type Strip, type XY } from './bands.ts';
import { type Mark, marksOf } from './marks.ts';
import type { TimeScale } from './time-scale.ts';

/** `left`: labels to the left. `above`: a line of its own above each strip. `compact`: low strips, none opened. */
export type Mode = 'left' | 'above' | 'compact';

/** Sizes of a mode, px. */
export interface Sizes {
  readonly strip: number;
  readonly selected: number;
  readonly gap: number;
  readonly groupGap: number;
  /** Height of the line of words above a strip; 0 where there is none. */
  readonly label: number;
  /** Radius of a mark. */
  readonly mark: number;
  /** Font size of words in strips. */
  readonly words: number;
}

export const SIZES: Readonly<Record<Mode, Sizes>> = {
  left: { strip: 23, selected: 50, gap: 8, groupGap: 14, label: 0, mark: 5, words: 12.5 },
  above: { strip: 17, selected: 40, gap: 8, groupGap: 12, label: 16, mark: 3.8, words: 12 },
  compact: { strip: 14, selected: 14, gap: 5, groupGap: 10, label: 0, mark: 4, words: 11 },
};

/** More voyages than this are laid over one another, a row a ship (`ship-rows.ts`). */
export const MOST_ROWS = 8;

/** A voyage between more pairs of ports than this would be too high as strips. */
const MOST_STRIPS = 4;

/** Whether so many voyages, or voyages between so many ports, need rows of that kind. */
export const needShipRows = (voyages: readonly VoyagePlan[]): boolean =>
  voyages.length > MOST_ROWS || voyages.some((plan) => pairsOf([plan]) > MOST_STRIPS);

/** How many pairs of ports voyages run between. */
export const pairsOf = (voyages: readonly VoyagePlan[]): number =>
  new Set(voyages.flatMap(({ voyage }) => voyage.legs.map(({ from, to }) => pairOf(from, to)))).size;

export interface Row {
  /** `voyage`: its own strip. `ship`: all voyages of a ship, one over the other. */
  readonly kind: 'voyage' | 'ship';
  readonly vessel: string;
  /** Drawn in it, in the order of the file. */
  readonly voyages: readonly VoyagePlan[];
  readonly selected: boolean;
  readonly top: number;
  readonly bottom: number;
  /** One, unless the legs of a voyage do not share one pair of ports: then one a pair, from above. */
  readonly strips: readonly Strip[];
  readonly bands: readonly Band[];
  /** Illustrative schedules, never joined from voyage to voyage. */
  readonly lines: readonly { readonly voyage: string; readonly points: readonly XY[] }[];
  readonly marks: readonly Mark[];
}

export interface Strips {
  readonly mode: Mode;
  readonly rows: readonly Row[];
  /** Rows of one ship. */
  readonly groups: readonly { readonly vessel: string; readonly top: number; readonly bottom: number }[];
  /** Where the strips begin and where the axis is. */
  readonly top: number;
  readonly bottom: number;
}

export interface StripsInput {
  /** Ship by ship, in the order they are listed. */
  readonly voyages: readonly VoyagePlan[];
  readonly sightings: readonly Sighting[];
  /** Days that `~` stands for. */
  readonly approximateDays: number;
  readonly scale: TimeScale;
  readonly mode: Mode;
  readonly selected: string | null;
  /** px from above, kept for the flags. */
  readonly top: number;
  /** px kept free under the rows of each ship; none where left out. */
  readonly under?: number | undefined;
}

/** Lays out a row a voyage. The selected one is taller; in `compact` none is. */
export function layOutStrips(input: StripsInput): Strips {
  const { voyages, mode, selected, under = 0 } = input;
  const sizes = SIZES[mode];
  const rows: Row[] = [];
  const groups: { vessel: string; top: number; bottom: number }[] = [];
  const upper = upperPorts(voyages);
  let y = input.top;
  for (const vessel of new Set(voyages.map((plan) => plan.voyage.vessel))) {
    const own = voyages.filter((plan) => plan.voyage.vessel === vessel);
    if (groups.length > 0) y += sizes.groupGap - sizes.gap;
    const start = y;
    for (const plan of own) {
      const isSelected = mode !== 'compact' && plan.voyage.id === selected;
      const content = { kind: 'voyage', voyages: [plan], vessel, selected: isSelected } as const;
      const row = layOutRow(input, upper, y + sizes.label, content);
      rows.push(row);
      y = row.bottom + sizes.gap;
    }
    groups.push({ vessel, top: start + sizes.label, bottom: y - sizes.gap });
    y += under;
  }
  return { mode, rows, groups, top: input.top, bottom: (rows.length > 0 ? y - sizes.gap : y) + 6 };
}

/** Two ports, whichever way between them. */
const pairOf = (a: string, b: string): string => [a, b].sort().join(' ');

/** For each pair of ports the one above: that which a voyage of the case first leaves. */
export function upperPorts(voyages: readonly VoyagePlan[]): ReadonlyMap<string, string> {
  const upper = new Map<string, string>();
  for (const { voyage } of voyages) {
    for (const { from, to } of voyage.legs) {
      const pair = pairOf(from, to);
      if (!upper.has(pair)) upper.set(pair, from);
    }
  }
  return upper;
}

/**
 * The strips that some legs need: one a pair of ports, from above.
 *
 * @param upper for each pair the port above (`upperPorts`)
 * @param top px
 * @param height px, of one strip; where there are several each is lower
 */
export function stripsOf(
  legs: readonly Leg[],
  upper: ReadonlyMap<string, string>,
  top: number,
  height: number,
): readonly Strip[] {
  const pairs = [...new Set(legs.map(({ from, to }) => pairOf(from, to)))];
  const low = Math.max(12, Math.round(height * 0.6));
  return pairs.map((pair, at): Strip => {
    const first = legs.find(({ from, to }) => pairOf(from, to) === pair) as Leg;
    const above = upper.get(pair) ?? first.from;
    const below = above === first.from ? first.to : first.from;
    const [start, tall] = pairs.length === 1 ? [top, height] : [top + at * (low + 3), low];
    return { top: start, bottom: start + tall, ports: [above, below] };
  });
}

/** What stands in a row. */
export type Content = Pick<Row, 'kind' | 'voyages' | 'vessel' | 'selected'>;

/**
 * Lays out one row of strips.
 *
 * @param upper for each pair of ports the one above (`upperPorts`)
 * @param top px from above
 */
export function layOutRow(
  input: Pick<StripsInput, 'mode' | 'scale' | 'sightings' | 'approximateDays'>,
  upper: ReadonlyMap<string, string>,
  top: number,
  content: Content,
): Row {
  const { mode, scale, sightings, approximateDays } = input;
  const sizes = SIZES[mode];
  const strips = stripsOf(
    content.voyages.flatMap((plan) => plan.voyage.legs),
    upper,
    top,
    content.selected ? sizes.selected : sizes.strip,
  );
  const stripOf =
    ({ voyage: { legs: own } }: VoyagePlan) =>
    (leg: number): Strip =>
      stripFor(strips, own[Math.min(leg, own.length - 1)] as Leg) as Strip;
  return {
    ...content,
    top,
    bottom: strips.at(-1)?.bottom ?? top + sizes.strip,
    strips,
    bands: content.voyages.flatMap((plan) => bandsOf(plan, scale, stripOf(plan))),
    lines: content.voyages.flatMap(({ voyage, drawn }) => linesOf(voyage, drawn ?? [], scale, strips)),
    marks: content.voyages.flatMap((plan) =>
      marksOf(plan.voyage, sightings, approximateDays, scale, strips, stripOf(plan)),
    ),
  };
}

/** The strip that a leg is drawn in, where it is one of these. */
const stripFor = (strips: readonly Strip[], { from, to }: Leg): Strip | undefined =>
  strips.find(({ ports }) => pairOf(...ports) === pairOf(from, to));

/**
 * A schedule of one voyage, a line a strip that it goes through without a break.
 *
 * @param times of its legs, UTC ms
 * @param strips of its row
 */
export function linesOf(
  { id, legs }: Voyage,
  times: readonly LegTimes[],
  scale: TimeScale,
  strips: readonly Strip[],
): Row['lines'] {
  const lines: { voyage: string; strip: Strip; points: XY[] }[] = [];
  times.forEach(({ depart, arrive }, at) => {
    const leg = legs[at];
    const strip = leg && stripFor(strips, leg);
    if (!strip) return;
    const y = (port: string): number => (port === strip.ports[0] ? strip.top : strip.bottom);
    const last = lines.at(-1);
    const line = last?.strip === strip ? last : { voyage: id, strip, points: [] };
    if (line !== last) lines.push(line);
    // A round trip to the port it left: it crosses the strip all the same.
    const to = leg.from === leg.to ? strip.bottom : y(leg.to);
    line.points.push([scale.x(depart), y(leg.from)], [scale.x(arrive), to]);
  });
  return lines.map(({ voyage, points }) => ({ voyage, points }));
}
