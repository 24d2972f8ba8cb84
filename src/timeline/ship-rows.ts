/**
 * The rows of a case of more voyages than can each have a strip: one a ship, and under it the selected voyage's own. A
 * row is a strip where all its voyages run between the same two ports, else a lane. They are placed all at once, and laid
 * out one by one: of thousands only those in view are drawn.
 */
import type { VoyagePlan } from '../model/plan.ts';
import { type LaneInput, layOutLane } from './lane-row.ts';
import {
  type Content,
  layOutRow,
  MOST_ROWS,
  type Mode,
  pairsOf,
  type Row,
  SIZES,
  stripsOf,
  upperPorts,
} from './strips.ts';

export interface PlacedRow extends Content {
  readonly form: 'strip' | 'lane';
  /** px from above, its line of words included; `top` is where its strip begins. */
  readonly start: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedRows {
  readonly rows: readonly PlacedRow[];
  /** Rows of one ship. */
  readonly groups: readonly { readonly vessel: string; readonly top: number; readonly bottom: number }[];
  /** Where the last row ends, px from above, with a little air. */
  readonly bottom: number;
  /** For each pair of ports the one above. */
  readonly upper: ReadonlyMap<string, string>;
}

export interface PlaceInput {
  /** Ship by ship, in the order they are listed. */
  readonly voyages: readonly VoyagePlan[];
  readonly mode: Mode;
  readonly selected: string | null;
  /** px from above. */
  readonly top: number;
  /** px kept free under the rows of each ship; none where left out. */
  readonly under?: number | undefined;
}

/** Pairs of ports that a voyage of its own row is drawn between, a strip for each; with more it is a lane. */
const MOST_STRIPS = 2;

/** A lane of a voyage that is selected is so much higher than others. */
const OPENED = 1.5;

/** Places all rows: a row a ship, or where few voyages are shown a row a voyage. In `compact` none is opened. */
export function placeRows({ voyages, mode, selected, top, under = 0 }: PlaceInput): PlacedRows {
  const sizes = SIZES[mode];
  const upper = upperPorts(voyages);
  const ships = new Map<string, VoyagePlan[]>();
  for (const plan of voyages) {
    const own = ships.get(plan.voyage.vessel);
    if (own) own.push(plan);
    else ships.set(plan.voyage.vessel, [plan]);
  }
  const rows: PlacedRow[] = [];
  const groups: { vessel: string; top: number; bottom: number }[] = [];
  let y = top;
  for (const [vessel, own] of ships) {
    const isOpen = (plan: VoyagePlan): boolean => mode !== 'compact' && plan.voyage.id === selected;
    const each = (plan: VoyagePlan): Content => ({ kind: 'voyage', voyages: [plan], vessel, selected: isOpen(plan) });
    const contents: Content[] =
      voyages.length > MOST_ROWS
        ? [{ kind: 'ship', voyages: own, vessel, selected: false }, ...own.filter(isOpen).map(each)]
        : own.map(each);
    if (groups.length > 0) y += sizes.groupGap - sizes.gap;
    const first = y;
    for (const content of contents) {
      const form = pairsOf(content.voyages) > (content.kind === 'ship' ? 1 : MOST_STRIPS) ? 'lane' : 'strip';
      const start = y + sizes.label;
      const bottom = start + heightOf(content, form, mode, upper);
      rows.push({ ...content, form, start: y, top: start, bottom });
      y = bottom + sizes.gap;
    }
    groups.push({ vessel, top: first + sizes.label, bottom: y - sizes.gap });
    y += under;
  }
  return { rows, groups, bottom: (rows.length > 0 ? y - sizes.gap : y) + 6, upper };
}

function heightOf(content: Content, form: PlacedRow['form'], mode: Mode, upper: ReadonlyMap<string, string>): number {
  const { strip, selected } = SIZES[mode];
  if (form === 'lane') return Math.round(content.selected ? OPENED * strip : strip);
  const legs = content.voyages.flatMap(({ voyage }) => voyage.legs);
  return stripsOf(legs, upper, 0, content.selected ? selected : strip).at(-1)?.bottom ?? strip;
}

/** Lays out one of the rows placed. */
export function layOutPlaced(input: LaneInput, { upper }: PlacedRows, mode: Mode, placed: PlacedRow): Row {
  const { kind, voyages, vessel, selected, top, bottom } = placed;
  const content = { kind, voyages, vessel, selected };
  if (placed.form === 'lane') return layOutLane(input, top, bottom - top, content);
  const sightings = voyages.flatMap(({ voyage }) => input.sightingsOf(voyage.id));
  return layOutRow({ ...input, mode, sightings }, upper, top, content);
}

/** Numbers of the rows that lie between two heights, px from above: from the first to before the second. */
export function rowsBetween(rows: readonly PlacedRow[], from: number, to: number): readonly [number, number] {
  const firstWhere = (test: (row: PlacedRow) => boolean): number => {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(rows[middle] as PlacedRow)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const first = firstWhere(({ bottom }) => bottom >= from);
  return [
    first,
    Math.max(
      first,
      firstWhere(({ start }) => start > to),
    ),
  ];
}
