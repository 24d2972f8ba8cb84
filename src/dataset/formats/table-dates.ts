/** Dates as people write them into cells, read as EDTF. Nothing is guessed: 03/04/2023 waits for an answer. */
import { quote } from '../problem.ts';
import { dateFault } from '../schema.ts';
import type { DateOrder } from './reading.ts';

/** What a cell says: a date, or that it needs the order of day and month, or what is wrong with it. */
export type CellDate =
  | { readonly edtf: string; readonly zoneAssumed: boolean }
  | { readonly needs: 'order' }
  | { readonly fault: string };

const NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ T,]+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/;
const YEAR_FIRST =
  /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?:[ T]+(\d{1,2}):(\d\d)(?::(\d\d)(\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/;
const SIGNS = /^(\d{4})[年년]\s*(\d{1,2})[月월]\s*(?:(\d{1,2})[日일]?)?$/;

/**
 * Reads a date out of a cell: EDTF and ISO 8601 as they are, year first with any stroke, East Asian signs, a month by
 * name, and numbers with the year last once the order is known. Times without a zone are UTC.
 *
 * @param order which of two numbers is the day; null where nobody said
 */
export function readCellDate(cell: string, order: DateOrder | null): CellDate {
  const text = cell.trim();
  // No EDTF date looks like these, and asking it first would cost an error each.
  const numbers = NUMBERS.exec(text);
  if (numbers) return byOrder(text, numbers, order);
  if (dateFault(text) === null) return { edtf: text, zoneAssumed: /T\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) };
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year, , month, day, hour, minute, second, part, zone] = yearFirst;
    return dated([year, month, day], clock(hour, minute, second, part), zone);
  }
  const signs = SIGNS.exec(text);
  if (signs) return dated([signs[1], signs[2], signs[3]], '', undefined);
  return monthByName(text) ?? { fault: faultOf(text) };
}

function byOrder(text: string, numbers: RegExpExecArray, order: DateOrder | null): CellDate {
  const [, first = '', , second = '', year, hour, minute, seconds] = numbers;
  const settled = orderIn(first, second) ?? order;
  if (first !== second && settled === null) return { needs: 'order' };
  if (order !== null && settled !== order) {
    return { fault: `"${text}" cannot be read ${order === 'day-first' ? 'day first' : 'month first'}` };
  }
  const [day, month] = settled === 'month-first' ? [second, first] : [first, second];
  return dated([year, month, day], clock(hour, minute, seconds, ''), undefined);
}

/** The order that two numbers prove by themselves: 13/04 has the day first. */
function orderIn(first: string, second: string): DateOrder | null {
  if (Number(first) > 12 && Number(second) <= 12) return 'day-first';
  return Number(second) > 12 && Number(first) <= 12 ? 'month-first' : null;
}

/** The order that a cell proves by itself, or null. Cells that need no order prove none. */
export function provenOrder(cell: string): DateOrder | null {
  const numbers = NUMBERS.exec(cell.trim());
  return numbers ? orderIn(numbers[1] ?? '', numbers[3] ?? '') : null;
}

function clock(hour?: string, minute?: string, second?: string, part?: string): string {
  if (hour === undefined || minute === undefined) return '';
  return `T${hour.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}${part ?? ''}`}`;
}

function dated(parts: readonly (string | undefined)[], time: string, zone: string | undefined): CellDate {
  const day = parts.flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
  const edtf = `${day}${time}${time === '' ? '' : (zone ?? 'Z')}`;
  const fault = dateFault(edtf);
  return fault === null ? { edtf, zoneAssumed: time !== '' && zone === undefined } : { fault };
}

/** Languages whose names of months are known. */
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'ru', 'uk', 'id', 'tr', 'pl'];

let months: ReadonlyMap<string, number> | undefined;

/** Names of months, long and short, as each language writes them in a date; a name that two languages give to two months is not one. */
function monthNames(): ReadonlyMap<string, number> {
  if (months) return months;
  const found = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      for (const options of [{ month: style }, { month: style, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
        for (let month = 1; month <= 12; month++) {
          const part = format.formatToParts(Date.UTC(2023, month - 1, 1)).find(({ type }) => type === 'month');
          const name = plainName(part?.value ?? '');
          if (/^\p{L}{3,}$/u.test(name)) found.set(name, found.has(name) && found.get(name) !== month ? 0 : month);
        }
      }
    }
  }
  months = found;
  return found;
}

const plainName = (name: string): string => name.toLowerCase().normalize('NFC').replace(/\.$/, '');

function monthByName(text: string): CellDate | null {
  const dayFirst =
    /^(?:(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+)?)?(\p{L}+)\.?,?[\s-]+(?:de\s+)?(\d{4})(?:\s*г\.?)?$/u.exec(
      text,
    );
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text);
  const [day, name, year] = dayFirst ? dayFirst.slice(1, 4) : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = name === undefined ? undefined : monthNames().get(plainName(name));
  if (!month) return null;
  return dated([year, String(month), day], '', undefined);
}

/** Characters of a date that is quoted in full. */
const LONGEST_DATE = 80;

function faultOf(text: string): string {
  if (/^\d{5}(\.\d+)?$/.test(text)) return `"${text}" is the day number of a spreadsheet: write the column as dates`;
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(text)) return `"${text}" has a year of two figures`;
  return text.length > LONGEST_DATE ? `${quote(text)} is no date` : (dateFault(text) ?? `"${text}" is no date`);
}
