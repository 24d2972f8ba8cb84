/** What somebody has said of a table so far, and what is still asked. Plain data, so that it can be tested without a page. */
import type { Field } from '../dataset/formats/column-names.ts';
import type { PlaceCandidate, Unplaced } from '../dataset/formats/places.ts';
import type { DateOrder } from '../dataset/formats/reading.ts';
import type { ColumnOrder, Columns } from '../dataset/formats/table.ts';
import type { TableAnswers } from '../dataset/formats/table-case.ts';
import type { LonLat } from '../model/records.ts';
import type { TableOutcome, TablePreview } from './read-session.ts';

export interface Answering {
  readonly preview: TablePreview;
  readonly columns: Columns;
  /** The columns whose dates can be read in two ways; they stay here once they are answered, to be changed. */
  readonly dates: readonly ColumnOrder[];
  readonly dateOrder: Readonly<Partial<Record<Field, DateOrder>>>;
  /** Every port that has no position in the file, answered or not. */
  readonly ports: readonly Unplaced[];
  /** What the gazetteer offers for them. */
  readonly offered: ReadonlyMap<string, readonly PlaceCandidate[]>;
  /** What somebody took, or typed. */
  readonly places: ReadonlyMap<string, PlaceCandidate>;
  readonly outcome: TableOutcome | null;
}

/** The questions about a table before anybody has answered: columns as they were guessed, and no place taken. */
export function startAnswering(preview: TablePreview): Answering {
  const none = { dates: [], dateOrder: {}, ports: [], offered: new Map(), places: new Map(), outcome: null };
  return { preview, columns: preview.columns, ...none };
}

/** Says which column holds a field; null: none. What was answered of that field, and of ports where it may name one, is asked again. */
export function withColumn(answering: Answering, field: Field, column: number | null): Answering {
  const { [field]: _, ...others } = answering.columns;
  const { [field]: __, ...dateOrder } = answering.dateOrder;
  const dates = answering.dates.filter((asked) => asked.field !== field);
  const columns: Columns = column === null ? others : { ...others, [field]: column };
  const named = /^(from|to|port)|l(at|on)$/i.test(field) ? { ports: [], places: new Map() } : {};
  return { ...answering, columns, dateOrder, dates, ...named };
}

/** Says which number comes first in the dates of a field. */
export function withDateOrder(answering: Answering, field: Field, order: DateOrder): Answering {
  return { ...answering, dateOrder: { ...answering.dateOrder, [field]: order } };
}

/** Takes a place for a name; null: none any more. */
export function withPlace(answering: Answering, name: string, place: PlaceCandidate | null): Answering {
  const places = new Map(answering.places);
  if (place === null) places.delete(name);
  else places.set(name, place);
  return { ...answering, places };
}

/** Takes the first place offered for every name that has none yet. Only for somebody who asked for that and sees them. */
export function withFirstPlaces(answering: Answering): Answering {
  return answering.ports.reduce((sofar, { name }) => {
    const first = answering.offered.get(name)?.[0];
    return first === undefined || sofar.places.has(name) ? sofar : withPlace(sofar, name, first);
  }, answering);
}

/** Adds what the gazetteer offers. */
export function withOffers(answering: Answering, offers: ReadonlyMap<string, readonly PlaceCandidate[]>): Answering {
  return { ...answering, offered: new Map([...answering.offered, ...offers]) };
}

/** Notes what came of the table under these answers, with what it newly asks. */
export function withOutcome(answering: Answering, outcome: TableOutcome): Answering {
  const asked = outcome.questions.flatMap((question) => (question.ask === 'date-order' ? [question.order] : []));
  const dates = [
    ...answering.dates,
    ...asked.filter(({ field }) => !answering.dates.some((one) => one.field === field)),
  ];
  const known = new Set(answering.ports.map(({ name }) => name));
  const ports = [...answering.ports, ...outcome.unplaced.filter(({ name }) => !known.has(name))];
  return { ...answering, outcome, dates, ports };
}

/** Names that nothing was offered for yet, not even nothing. */
export function notLookedUp(answering: Answering): string[] {
  return answering.ports.flatMap(({ name }) => (answering.offered.has(name) ? [] : name));
}

/** What was answered, as the builders of tables take it. */
export function answersOf({ dateOrder, places }: Answering): TableAnswers {
  return { dateOrder, places };
}

/** Whether a place was taken that the gazetteer offered. */
export function usesGazetteer({ places, offered }: Answering): boolean {
  return [...places].some(([name, place]) => offered.get(name)?.includes(place));
}

/** A position as somebody types it: latitude first, degrees, `42.23, 130.29` or `18.1 S 178.4 E`. Null where it is none. */
export function readPosition(text: string): LonLat | null {
  const number = /([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*([NSEW])?/gi;
  if (text.replace(number, '').replace(/[\s,;/]/g, '') !== '') return null;
  const [first, second, ...more] = [...text.matchAll(number)];
  if (!first || !second || more.length > 0) return null;
  const letters = [first, second].map(([, , letter = '']) => letter.toUpperCase());
  const turned = /[EW]/.test(letters[0] ?? '') && !/[EW]/.test(letters[1] ?? '');
  const [lat, lon] = turned ? [second, first] : [first, second];
  const [y, x] = [signed(lat, /[NS]/), signed(lon, /[EW]/)];
  return Math.abs(y) <= 90 && Math.abs(x) <= 180 ? [x, y] : null;
}

function signed([, number = '', letter = '']: RegExpExecArray | readonly string[], fits: RegExp): number {
  if (letter !== '' && !fits.test(letter.toUpperCase())) return Number.NaN;
  return Number(number) * (/[SW]/i.test(letter) ? -1 : 1);
}
