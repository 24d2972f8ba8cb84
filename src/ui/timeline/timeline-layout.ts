/** From a case to the timeline's whole picture, all but the moment shown: computed once, however fast time runs. */
import { createDates, type Dates } from '../../i18n/dates.ts';
import type { Words } from '../../i18n/en/page.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Window } from '../../model/edtf.ts';
import type { VoyagePlan } from '../../model/plan.ts';
import type { Sighting } from '../../model/records.ts';
import { type ShipLook, shipLook } from '../../scene/ship-look.ts';
import type { Case } from '../../state/case.ts';
import type { Flag } from '../../timeline/flags.ts';
import { type Frame, frameOf, LABEL_LEFT, type Label } from '../../timeline/frame.ts';
import { layOutStrips, type Mode, type Row, type Strips } from '../../timeline/strips.ts';
import { shortened, textWidth } from '../../timeline/text-width.ts';
import { type Tick, type TimeScale, ticksOf, timeScale } from '../../timeline/time-scale.ts';
import type { Told } from '../../timeline/voyage-words.ts';
import type { PlacedWords } from '../../timeline/words-in-bands.ts';
import { voyageTitle } from '../evidence/voyage-title.ts';

export interface RowPicture {
  readonly row: Row;
  readonly look: ShipLook;
  readonly ship: string;
  readonly title: string;
  /** The ship's name stands in the row. */
  readonly named: boolean;
  /** The firmest thing known, the fullest form that has room; empty where none has. */
  readonly summary: string;
  readonly words: readonly PlacedWords[];
  /** What a screen reader hears of the row. */
  readonly spoken: string;
  /** The voyage that a click on the label opens. */
  readonly opens: string | null;
}

export interface TimelinePicture {
  readonly mode: Mode;
  readonly width: number;
  readonly height: number;
  readonly frame: Frame;
  readonly scale: TimeScale;
  readonly strips: Strips;
  readonly rows: readonly RowPicture[];
  readonly flags: readonly Flag[];
  /** Full text of each event, by id. */
  readonly events: ReadonlyMap<string, string>;
  readonly ticks: readonly (Tick & { readonly text: string; readonly width: number })[];
  /** Full text of each sighting, by id. */
  readonly sightings: ReadonlyMap<string, string>;
  readonly caption: string;
  readonly portName: (id: string) => string;
  /** What the pill of the playhead says, in UTC. */
  readonly pillText: (t: number) => string;
  /** The axis is cut to a period: what lies beyond it is not drawn. */
  readonly cut: boolean;
  /** Where rows are scrolled: a height of the picture as a height of the rows; null where no row is seen. */
  readonly rowHeight?: (y: number) => number | null;
}

/** What finds the words of a timeline, and room for them. */
export type TimelineWords = typeof import('./timeline-words.ts');

export interface TimelineInput {
  readonly shown: Case;
  /** Null while it is still on its way: the timeline then has no words but those of its labels and its axis. */
  readonly tell: TimelineWords | null;
  readonly words: Words;
  readonly lang: string;
  readonly width: number;
  readonly mode: Mode;
  readonly selected: string | null;
  /** What the timeline spans. */
  readonly axis: Window;
  /** Ids of the vessels shown; null: all. */
  readonly vessels: ReadonlySet<string> | null;
  /** The reader's zone is another than UTC, so the pill names its own. */
  readonly otherZone: boolean;
  /** px kept free under the rows of each ship, where other schedules are drawn in the place of the illustrative one. */
  readonly under?: number | undefined;
}

const TICK_SIZE = 11.5;

/** The least width, px, that a timeline can be drawn in. */
export const LEAST_WIDTH = 200;

/** What the words of a timeline are made from. */
export interface TimelineTeller {
  readonly told: Told;
  /** Dates of UTC: the axis and all dates on it are, since the dates cited are days of a calendar. */
  readonly dates: Dates;
  readonly portName: (id: string) => string;
  readonly vesselName: (id: string) => string;
  readonly titleOf: (plan: VoyagePlan) => string;
  /** What a sighting showed, in the words of the data. */
  readonly textOf: ReadonlyMap<string, string>;
}

/** What the words of a case's timeline are made from. */
export function timelineTeller({
  shown,
  words,
  lang,
}: Pick<TimelineInput, 'shown' | 'words' | 'lang'>): TimelineTeller {
  const { dataset } = shown;
  const dates = createDates(lang, 'UTC');
  const teller = { shown, words, dates, lang, t: 0 };
  const portName = (id: string): string => inLanguage(shown.port(id)?.name, lang) || id;
  const vesselName = (id: string): string => inLanguage(shown.vessel(id)?.name, lang) || id;
  const textOf = new Map(dataset.sightings.map((sighting) => [sighting.id, inLanguage(sighting.text, lang)]));
  return {
    told: {
      words: words.timeline,
      names: { ...dates, port: portName, vessel: vesselName, sighting: (id) => textOf.get(id) ?? '' },
      sightings: dataset.sightings,
      approximateDays: dataset.assumptions.approximate.value,
    },
    dates,
    portName,
    vesselName,
    titleOf: (plan) => voyageTitle(teller, plan.voyage),
    textOf,
  };
}

/** Lays out the timeline of a case. */
export function timelinePicture(input: TimelineInput): TimelinePicture {
  const { shown, tell, words, width, mode, selected, vessels, under } = input;
  const say = words.timeline;
  const teller = timelineTeller(input);
  const { told, portName, vesselName, titleOf } = teller;
  const voyages = drawnVoyages(shown.voyages, under).filter(
    ({ voyage }) => vessels === null || vessels.has(voyage.vessel),
  );
  const ports = [...new Set(voyages.flatMap(({ voyage }) => voyage.legs.flatMap(({ from, to }) => [from, to])))];
  const frame = frameOf(mode, width, labelsOf(voyages, mode, titleOf, vesselName), ports.map(portName));
  const scale = timeScale(input.axis, frame.x0, frame.x1);
  const strips = layOutStrips({ ...told, voyages, scale, mode, selected, top: frame.top, under });
  const rows = strips.rows.map((row, at): RowPicture => {
    const number = shown.ships.findIndex((plan) => plan.vessel.id === row.vessel);
    const ship = vesselName(row.vessel);
    const [plan] = row.voyages;
    const title = plan ? titleOf(plan) : '';
    const sums = (plan && tell?.summaryOf(plan, shown.ships[number], told)) ?? [];
    const named = mode !== 'left' || strips.rows[at - 1]?.vessel !== row.vessel;
    return {
      ...labelOf({ mode, frame, ship, title, named, sums }),
      row: isCut(input) ? withinAxis(row, frame) : row,
      look: shipLook(number, ship),
      words: tell?.wordsOfRow(row, strips, shown.ships[number], told, [frame.left, frame.right]) ?? [],
      spoken: say.choose(ship, title, sums[0] ?? ''),
      opens: plan?.voyage.id ?? null,
    };
  });
  const [upper, lower] = oneStripFor(strips) ?? [];
  return {
    ...aroundRows(input, teller, frame, scale),
    sightings: sightingTexts(input, teller, shown.dataset.sightings),
    mode,
    width,
    height: strips.bottom + 26,
    frame,
    scale,
    strips,
    rows,
    cut: isCut(input),
    caption: say.caption(upper && lower ? { upper: portName(upper), lower: portName(lower) } : null),
    portName,
  };
}

interface LabelInput {
  readonly mode: Mode;
  readonly frame: Frame;
  readonly ship: string;
  readonly title: string;
  readonly named: boolean;
  /** The firmest things known, the fullest form first. */
  readonly sums: readonly string[];
}

/** The words of a row's label, cut to the room they have. */
export function labelOf({ mode, frame, ship, title, named, sums }: LabelInput) {
  const taken = named ? textWidth(`${ship} `, 13, 600) : 0;
  const column = (mode === 'above' ? frame.x1 - frame.x0 - 14 : frame.titles - LABEL_LEFT[mode]) - taken;
  // A font that stands in for ours may be wider.
  const room = (column - textWidth(title, 12.5, 600) - 10) * 0.92;
  return {
    ship,
    title: shortened(title, column, mode === 'compact' ? 11.5 : 12.5, 600),
    named,
    summary: sums.find((text) => textWidth(text, 12) <= room) ?? '',
  };
}

/** Full text of each sighting, by id. */
export function sightingTexts(
  { tell, words }: Pick<TimelineInput, 'tell' | 'words'>,
  { told, textOf }: TimelineTeller,
  sightings: readonly Sighting[],
): ReadonlyMap<string, string> {
  if (!tell) return new Map();
  const say = words.timeline.sighting;
  return new Map(sightings.map((one) => [one.id, say(textOf.get(one.id) ?? '', tell.sentenceOf(one, told))]));
}

/** What stands around the rows of a timeline: flags and ticks. */
export function aroundRows(
  { shown, tell, lang, width, mode, otherZone }: Omit<TimelineInput, 'selected' | 'vessels'>,
  { told, dates }: TimelineTeller,
  frame: Frame,
  scale: TimeScale,
): Pick<TimelinePicture, 'flags' | 'events' | 'ticks' | 'pillText'> {
  const { dataset } = shown;
  const short = (event: (typeof dataset.events)[number]): string => inLanguage(event.short ?? event.title, lang);
  return {
    flags:
      tell?.layOutFlags({
        events: dataset.events,
        approximateDays: told.approximateDays,
        scale,
        names: { short, days: dates.days },
        width,
        levels: frame.levels,
        bare: frame.bare,
        size: frame.flagSize,
        margin: mode === 'left' ? 14 : 8,
      }) ?? [],
    events: new Map(dataset.events.map((one) => [one.id, `${dates.cited(one.date)}: ${inLanguage(one.title, lang)}`])),
    ticks: ticksOf(scale, frame.x1 - frame.x0 < 640 ? 54 : 110).map((tick) => {
      const text = tickText(tick, dates);
      return { ...tick, text, width: textWidth(text, TICK_SIZE) };
    }),
    pillText: (t) => (otherZone ? `${dates.short(t)} ${dates.zoneName(t)}` : dates.short(t)),
  };
}

/** Whether the axis is not all of the case's. */
export const isCut = ({ shown, axis }: Pick<TimelineInput, 'shown' | 'axis'>): boolean =>
  axis.earliest !== shown.axis.earliest || axis.latest !== shown.axis.latest;

/** A row without the marks that lie off the axis. */
export const withinAxis = (row: Row, { x0, x1 }: Frame): Row => ({
  ...row,
  marks: row.marks.filter(({ x }) => x >= x0 && x <= x1),
});

/** Voyages as they are drawn: without their illustrative schedule where others are drawn in its place (`under`). */
export const drawnVoyages = (voyages: readonly VoyagePlan[], under: number | undefined): readonly VoyagePlan[] =>
  under === undefined ? voyages : voyages.map(({ drawn: _, ...plan }) => plan);

function labelsOf(
  voyages: readonly VoyagePlan[],
  mode: Mode,
  titleOf: (plan: VoyagePlan) => string,
  vesselName: (id: string) => string,
): Label[] {
  return voyages.map((plan, at) => {
    const starts = voyages[at - 1]?.voyage.vessel !== plan.voyage.vessel;
    return { ship: mode === 'compact' || starts ? vesselName(plan.voyage.vessel) : '', title: titleOf(plan) };
  });
}

/** The two ports of every strip, where all strips have the same. */
function oneStripFor({ rows }: Strips): readonly [string, string] | null {
  const strips = rows.flatMap((row) => row.strips);
  const [first] = strips;
  if (!first) return null;
  return strips.every(({ ports }) => ports.join() === first.ports.join()) ? first.ports : null;
}

/** What a tick of the axis is written as; empty for a small one. `dates` are of UTC. */
export function tickText({ t, unit }: Tick, dates: ReturnType<typeof createDates>): string {
  const date = new Date(t);
  switch (unit) {
    case null:
      return '';
    case 'hour':
      return t % 86_400_000 === 0 ? dates.day(t) : dates.short(t).slice(-5);
    case 'day':
      return dates.day(t);
    case 'month':
      return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : dates.month(t);
    case 'year':
      return String(date.getUTCFullYear());
  }
}
