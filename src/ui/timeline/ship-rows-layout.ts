/** The timeline of a case of many voyages: where its rows are, and the picture of those in view. */
import type { Sighting } from '../../model/records.ts';
import { shipLook } from '../../scene/ship-look.ts';
import type { Band } from '../../timeline/bands.ts';
import { type Frame, frameOf, type Label } from '../../timeline/frame.ts';
import { wordsOfLane } from '../../timeline/lane-row.ts';
import { layOutPlaced, type PlacedRow, type PlacedRows, placeRows, rowsBetween } from '../../timeline/ship-rows.ts';
import { SIZES } from '../../timeline/strips.ts';
import { type TimeScale, timeScale } from '../../timeline/time-scale.ts';
import { summaryOf, wordsInside } from '../../timeline/voyage-words.ts';
import { wordsOfRow } from '../../timeline/words-in-bands.ts';
import {
  aroundRows,
  drawnVoyages,
  isCut,
  labelOf,
  type RowPicture,
  sightingTexts,
  type TimelineInput,
  type TimelinePicture,
  timelineTeller,
  withinAxis,
} from './timeline-layout.ts';
import * as timelineWords from './timeline-words.ts';

export interface ShipRowsInput extends Omit<TimelineInput, 'vessels' | 'tell'> {
  /** Ids of the vessels that have rows, a row each. */
  readonly vessels: ReadonlySet<string>;
  /** What is drawn of all ships together over the rows: the px that it takes, and its label. */
  readonly overview: { readonly height: number; readonly label: string } | null;
  /** Height that the picture may take, px. */
  readonly most: number;
  /** What the rows are, in words. */
  readonly captionOfLanes: string;
}

export interface ShipRowsLayout {
  readonly placed: PlacedRows;
  readonly frame: Frame;
  readonly scale: TimeScale;
  readonly height: number;
  /** Where rows are seen, px from above. */
  readonly window: { readonly top: number; readonly height: number };
  /** px by which the rows are higher than their window. */
  readonly beyond: number;
  /** The picture with the rows in view. Its rows lie `scrolled` px lower than they are seen. */
  readonly picture: (scrolled: number) => TimelinePicture;
}

/** Height of the axis under the rows, px. */
const FOOT = 26;
/** Rows that are seen at least, however little height there is. */
const LEAST_ROWS = 2;
/** Rows so many px beyond the window are drawn as well: they come into view before the next picture. */
const AHEAD = 60;
/** Font size of words in lanes. */
const LANE_WORDS = 11.5;

/** Lays out the timeline of many voyages; each row when it is first in view. */
export function layOutShipRows(input: ShipRowsInput): ShipRowsLayout {
  const { shown, words, width, mode, selected, under, overview, most } = input;
  const say = words.timeline;
  const teller = timelineTeller(input);
  const telling = { ...input, tell: timelineWords };
  const { told, portName, vesselName, titleOf } = teller;
  const voyages = drawnVoyages(
    shown.voyages.filter(({ voyage }) => input.vessels.has(voyage.vessel)),
    under,
  );
  const placedAt = (top: number): PlacedRows => placeRows({ voyages, mode, selected, top, under });
  const labels = placedAt(0).rows.map(
    ({ kind, vessel, voyages: own }, at, all): Label => ({
      ship: mode === 'left' && all[at - 1]?.vessel === vessel ? '' : vesselName(vessel),
      title: kind === 'ship' ? say.count(own.length) : own[0] ? titleOf(own[0]) : '',
    }),
  );
  if (overview) labels.push({ ship: overview.label, title: '' });
  // Names of two ports stand beside an opened strip alone.
  const opened = voyages.find(({ voyage }) => voyage.id === selected)?.voyage.legs[0];
  const frame = frameOf(mode, width, labels, opened ? [opened.from, opened.to].map(portName) : []);
  const scale = timeScale(input.axis, frame.x0, frame.x1);
  const top = frame.top + (overview?.height ?? 0);
  const placed = placedAt(top);
  const { strip, gap, label } = SIZES[mode];
  const natural = placed.bottom - top;
  const least = LEAST_ROWS * (strip + gap + label);
  const seen = Math.min(natural, Math.max(least, most - top - FOOT));
  const numbers = new Map(shown.ships.map((plan, number) => [plan.vessel.id, number]));
  const sightingsOf = byVoyage(shown.dataset.sightings);
  const rowInput = { scale, sightingsOf, approximateDays: told.approximateDays };
  const strips = { mode, rows: [], groups: placed.groups, top: frame.top, bottom: top + seen };
  const cut = isCut(input);
  const known = new Map<number, RowPicture>();

  const draw = (one: PlacedRow, at: number): RowPicture => {
    const laid = layOutPlaced(rowInput, placed, mode, one);
    const row = cut ? withinAxis(laid, frame) : laid;
    const number = numbers.get(row.vessel) ?? 0;
    const plan = shown.ships[number];
    const ship = vesselName(row.vessel);
    const [first] = row.voyages;
    const ofShip = row.kind === 'ship' || !first;
    const title = ofShip ? say.count(row.voyages.length) : titleOf(first);
    const sums = ofShip ? [] : summaryOf(first, plan, { ...told, sightings: sightingsOf(first.voyage.id) });
    const named = mode !== 'left' || placed.rows[at - 1]?.vessel !== row.vessel;
    const own = { ...told, sightings: row.voyages.flatMap(({ voyage }) => sightingsOf(voyage.id)) };
    const inside = (band: Band, voyage: (typeof row.voyages)[number]): string[] => wordsInside(band, voyage, plan, own);
    const room = [frame.left, frame.right] as const;
    return {
      ...labelOf({ mode, frame, ship, title, named, sums }),
      row,
      look: shipLook(number, ship),
      words:
        one.form === 'strip'
          ? wordsOfRow(row, strips, plan, own, room)
          : wordsOfLane(
              row,
              { port: portName, inside, contradicted: say.contradicted },
              LANE_WORDS,
              SIZES[mode].mark,
              room,
              frame.x1,
            ),
      spoken: ofShip ? say.ofShip(ship, row.voyages.length) : say.choose(ship, title, sums[0] ?? ''),
      opens: ofShip ? nextOf(row.voyages, selected) : first.voyage.id,
    };
  };

  const base = {
    ...aroundRows(telling, teller, frame, scale),
    mode,
    width,
    height: top + seen + FOOT,
    frame,
    scale,
    portName,
    cut,
  };
  return {
    placed,
    frame,
    scale,
    height: base.height,
    window: { top, height: seen },
    beyond: natural - seen,
    picture(scrolled) {
      const [from, to] = rowsBetween(placed.rows, top + scrolled - AHEAD, top + scrolled + seen + AHEAD);
      const rows = placed.rows.slice(from, to).map((one, at) => {
        const drawn = known.get(from + at) ?? draw(one, from + at);
        known.set(from + at, drawn);
        return drawn;
      });
      const vessels = new Set(rows.map(({ row }) => row.vessel));
      const inView = rows.flatMap(({ row }) => row.voyages.flatMap(({ voyage }) => sightingsOf(voyage.id)));
      return {
        ...base,
        strips: { ...strips, groups: placed.groups.filter(({ vessel }) => vessels.has(vessel)) },
        rows,
        sightings: sightingTexts(telling, teller, inView),
        caption: captionOf(input, placed, rows, portName),
        rowHeight: (y) => (y < top || y > top + seen ? null : y + scrolled),
      };
    },
  };
}

function byVoyage(sightings: readonly Sighting[]): (voyage: string) => readonly Sighting[] {
  const tied = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const own = tied.get(sighting.voyage ?? '');
    if (own) own.push(sighting);
    else tied.set(sighting.voyage ?? '', [sighting]);
  }
  return (voyage) => tied.get(voyage) ?? [];
}

/** In a row of a whole ship a click opens the voyage after the selected one, round and round. */
function nextOf(voyages: RowPicture['row']['voyages'], selected: string | null): string | null {
  const ids = voyages.map((plan) => plan.voyage.id);
  return ids[(ids.indexOf(selected ?? '') + 1) % ids.length] ?? null;
}

/** What rows are: those of strips name their ports where they all have the same. */
function captionOf(
  { words, captionOfLanes }: ShipRowsInput,
  placed: PlacedRows,
  rows: readonly RowPicture[],
  portName: (id: string) => string,
): string {
  if (placed.rows.some(({ form }) => form === 'lane')) return captionOfLanes;
  const strips = rows.flatMap(({ row }) => row.strips);
  const [first] = strips;
  const same = first && strips.every(({ ports }) => ports.join() === first.ports.join());
  return words.timeline.caption(same ? { upper: portName(first.ports[0]), lower: portName(first.ports[1]) } : null);
}
