/**
 * Dates that are only partly known: EDTF (ISO 8601-2:2019, annex A), levels 0 and 1 and the
 * sets of level 2. A date is read as a half-open window of UTC milliseconds; nothing here asks
 * for the reader's time zone or for the time of day.
 */

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/** `~` has no standard width. This one is used where the data set states none. */
export const APPROXIMATE_DAYS = 5;

/** A half-open window [earliest, latest) in UTC milliseconds; an open side is infinite. */
export interface Window {
  readonly earliest: number;
  readonly latest: number;
}

export interface EdtfDate extends Window {
  /** As it was written. */
  readonly text: string;
  /** The window of the first unit: of the 10th in `2023-10-10/2023-10-11`. */
  readonly first: Window;
  /** The window of the last unit. Equal to `first` where the date is no interval. */
  readonly last: Window;
  /** `~` or `%` somewhere: the window was widened. */
  readonly approximate: boolean;
  /** `?` or `%` somewhere: the source itself doubts it. The window is not widened. */
  readonly uncertain: boolean;
}

export class EdtfError extends Error {
  override name = 'EdtfError';
}

interface Unit extends Window {
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/**
 * Reads an EDTF date.
 *
 * Seasons without a hemisphere (21 to 24) cover that season of both hemispheres, so that no
 * day is left out; 25 to 28 are northern and 29 to 32 southern, by whole months.
 * Times without a zone are UTC.
 *
 * @param text for example `2023-08-15~`, `2023-09`, `../2023-09-12`, `[2023-09-07..2023-09-08]`
 * @param approximateDays days that `~` and `%` add on either side, 0 or more
 * @returns the window and what is known of its parts
 * @throws EdtfError with a sentence that says what is wrong
 */
export function readEdtf(text: string, approximateDays: number = APPROXIMATE_DAYS): EdtfDate {
  const key = `${approximateDays} ${text}`;
  const known = read.get(key);
  if (known) return known;
  const date = parse(text, approximateDays);
  if (read.size >= MOST_READ) read.clear();
  read.set(key, date);
  return date;
}

/** Dates read before: the same few are asked for with every frame. */
const read = new Map<string, EdtfDate>();
const MOST_READ = 10_000;

function parse(text: string, approximateDays: number): EdtfDate {
  const trimmed = text.trim();
  if (trimmed === '') throw new EdtfError('the date is empty');
  const [first, last] = readParts(trimmed, approximateDays);
  if (first.earliest >= last.latest) throw new EdtfError(`"${text}" ends before it begins`);
  return {
    text: trimmed,
    earliest: first.earliest,
    latest: last.latest,
    first: { earliest: first.earliest, latest: first.latest },
    last: { earliest: last.earliest, latest: last.latest },
    approximate: first.approximate || last.approximate,
    uncertain: first.uncertain || last.uncertain,
  };
}

function readParts(text: string, days: number): [Unit, Unit] {
  if (text.startsWith('{')) throw new EdtfError(`"${text}": "all of a set" is not a date of one event`);
  if (text.startsWith('[')) {
    if (!text.endsWith(']')) throw new EdtfError(`"${text}" lacks its closing bracket`);
    const whole = readSet(text.slice(1, -1), days);
    return [whole, whole];
  }
  const sides = text.split('/');
  if (sides.length > 2) throw new EdtfError(`"${text}" has more than two sides`);
  if (sides.length === 1) {
    const unit = readUnit(text, days);
    return [unit, unit];
  }
  const [from = '', to = ''] = sides;
  if (isOpen(from) && isOpen(to)) throw new EdtfError(`"${text}" has no date on either side`);
  return [isOpen(from) ? OPEN_START : readUnit(from, days), isOpen(to) ? OPEN_END : readUnit(to, days)];
}

const OPEN_START: Unit = { earliest: -Infinity, latest: Infinity, approximate: false, uncertain: false };
const OPEN_END: Unit = OPEN_START;
const isOpen = (side: string): boolean => side === '' || side === '..';

/** One of a set: any moment from the first member's beginning to the last member's end may be meant. */
function readSet(inside: string, days: number): Unit {
  const units = inside.split(',').map((member) => {
    const [from = '', to, ...rest] = member.trim().split('..');
    if (rest.length > 0 || member.trim() === '') {
      throw new EdtfError(`"${member}" is no member of the set "[${inside}]"`);
    }
    if (to === undefined) return readUnit(from, days);
    if (from === '' && to === '') throw new EdtfError(`"[${inside}]" has no date`);
    return span(
      `[${inside}]`,
      from === '' ? OPEN_START : readUnit(from, days),
      to === '' ? OPEN_END : readUnit(to, days),
    );
  });
  return units.reduce((whole, unit) => ({
    earliest: Math.min(whole.earliest, unit.earliest),
    latest: Math.max(whole.latest, unit.latest),
    approximate: whole.approximate || unit.approximate,
    uncertain: whole.uncertain || unit.uncertain,
  }));
}

function span(set: string, from: Unit, to: Unit): Unit {
  if (from.earliest >= to.latest) throw new EdtfError(`"${set}" has a range that ends before it begins`);
  return {
    earliest: from.earliest,
    latest: to.latest,
    approximate: from.approximate || to.approximate,
    uncertain: from.uncertain || to.uncertain,
  };
}

const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d\d:\d\d)?$/;
const DATE = /^([?~%]?)(\d{4}|\d{3}X|\d\dXX)([?~%]?)(?:-([?~%]?)(\d\d|XX)([?~%]?)(?:-([?~%]?)(\d\d|XX))?)?([?~%]?)$/;

function readUnit(text: string, days: number): Unit {
  const time = DATE_TIME.exec(text);
  if (time) return readMoment(text, time);
  const date = DATE.exec(text);
  if (!date) {
    throw new EdtfError(`"${text}" is not an EDTF date such as 2023-09, 2023-08-15~ or 2023-09-07/2023-09-12`);
  }
  const [, ...parts] = date;
  const [year, month, day] = [parts[1] ?? '', parts[4], parts[7]];
  const marks = [parts[0], parts[2], parts[3], parts[5], parts[6], parts[8]].join('');
  const { earliest, latest } = calendarWindow(text, year, month, day);
  const approximate = /[~%]/.test(marks);
  const slack = approximate ? Math.round(days * DAY) : 0;
  return { earliest: earliest - slack, latest: latest + slack, approximate, uncertain: /[?%]/.test(marks) };
}

function readMoment(text: string, match: RegExpExecArray): Unit {
  const [year, month, day, hour, minute] = match.slice(1, 6).map(Number) as [number, number, number, number, number];
  const second = Number(match[6] ?? 0);
  const milli = Number((match[7] ?? '0').padEnd(3, '0'));
  if (hour > 23 || minute > 59 || second > 59) throw new EdtfError(`"${text}" has no such time of day`);
  const [sign, zoneHour, zoneMinute] = readZone(text, match[8]);
  const offset = sign * (zoneHour * HOUR + zoneMinute * 60_000);
  const start = dayStart(text, year, month, day) + hour * HOUR + minute * 60_000 + second * 1000 + milli - offset;
  const unit = match[7] !== undefined ? 1 : match[6] !== undefined ? 1000 : 60_000;
  return { earliest: start, latest: start + unit, approximate: false, uncertain: false };
}

function readZone(text: string, zone: string | undefined): [number, number, number] {
  if (zone === undefined || zone === 'Z') return [1, 0, 0];
  const [hour, minute] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
  if (hour > 14 || minute > 59) throw new EdtfError(`"${text}" has no such time zone`);
  return [zone.startsWith('-') ? -1 : 1, hour, minute];
}

function calendarWindow(text: string, year: string, month: string | undefined, day: string | undefined): Window {
  const from = Number(year.replaceAll('X', '0'));
  const to = Number(year.replaceAll('X', '9'));
  const wholeYears = { earliest: monthStart(from, 1), latest: monthStart(to + 1, 1) };
  if (month === undefined || month === 'XX') {
    if (day !== undefined && day !== 'XX') throw new EdtfError(`"${text}" has a day in an unknown month`);
    return wholeYears;
  }
  if (from !== to) throw new EdtfError(`"${text}" has a month in an unknown year`);
  const number = Number(month);
  if (number >= 21 && number <= 32 && day === undefined) return seasonWindow(from, number);
  if (number < 1 || number > 12) throw new EdtfError(`"${text}" has no such month`);
  if (day === undefined || day === 'XX') {
    return { earliest: monthStart(from, number), latest: monthStart(from, number + 1) };
  }
  const start = dayStart(text, from, number, Number(day));
  return { earliest: start, latest: start + DAY };
}

/** First month and length in months, counted from January of the year. */
const SEASONS: readonly (readonly [start: number, months: number])[] = [
  [3, 9], // 21 spring: March to May in the north, September to November in the south
  [6, 9], // 22 summer: June to August, or December to February
  [3, 9], // 23 autumn
  [6, 9], // 24 winter
  ...[3, 6, 9, 12].map((start) => [start, 3] as const), // 25 to 28, northern
  ...[9, 12, 3, 6].map((start) => [start, 3] as const), // 29 to 32, southern
];

function seasonWindow(year: number, season: number): Window {
  const [start, months] = SEASONS[season - 21] as readonly [number, number];
  return { earliest: monthStart(year, start), latest: monthStart(year, start + months) };
}

/** Milliseconds of the first instant of a month; month 13 is January of the next year. Date.UTC maps years 0 to 99 to 1900. */
function monthStart(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, 1);
  return date.getTime();
}

function dayStart(text: string, year: number, month: number, day: number): number {
  const start = monthStart(year, month) + (day - 1) * DAY;
  if (month < 1 || month > 12 || day < 1 || start >= monthStart(year, month + 1)) {
    throw new EdtfError(`"${text}" is no day of the calendar`);
  }
  return start;
}
