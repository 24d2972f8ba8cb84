/** Moments and windows in words, in a language and a time zone that are said, never guessed. */
import { DAY, readEdtf, type Window } from '../model/edtf.ts';
import { wordsIn } from './words.ts';

export interface Dates {
  /** "Sunday 10 September 2023, 12:00 UTC" */
  moment(t: number): string;
  /** "10 Sep 12:00" */
  short(t: number): string;
  /** "10 Sep" */
  day(t: number): string;
  /** "September" */
  month(t: number): string;
  /** The days a half-open window touches: "26 Aug – 11 Sep", "7 – 12 Sep", "12 Sep". An open side: "… – 12 Sep". */
  days(window: Window): string;
  /** An EDTF date as people write it, with its year: "about 15 August 2023", "7 or 8 September 2023", "September 2023". */
  cited(edtf: string): string;
  /** The zone's short name at a moment: "UTC", "GMT+10". */
  zoneName(t: number): string;
}

/**
 * Writers of dates.
 *
 * @param lang BCP 47
 * @param zone `UTC`, `local` or an IANA name
 */
export function createDates(lang: string, zone: string): Dates {
  const { locale, dates: say } = wordsIn(lang);
  const timeZone = zone === 'local' ? undefined : zone;
  const format = (options: Intl.DateTimeFormatOptions, fixed?: string): ((t: number) => string) => {
    const zoned = fixed ?? timeZone;
    const formatter = new Intl.DateTimeFormat(locale, {
      ...options,
      ...(zoned === undefined ? {} : { timeZone: zoned }),
    });
    return (t) => formatter.format(t).replace(/\bSept\b/, 'Sep');
  };
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const date = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = format(clock);
  const day = format({ day: 'numeric', month: 'short' });
  const dayOfMonth = format({ day: 'numeric' });
  const monthOnly = format({ month: 'numeric', year: 'numeric' });
  const zoneFormatter = new Intl.DateTimeFormat(locale, {
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  const zoneName = (t: number): string =>
    zoneFormatter.formatToParts(t).find((part) => part.type === 'timeZoneName')?.value ?? zone;

  // A cited date is a calendar date of its source: it has no zone, so it is written as it was cited.
  const citedDay = format({ day: 'numeric', month: 'long', year: 'numeric' }, 'UTC');
  const citedDayMonth = format({ day: 'numeric', month: 'long' }, 'UTC');
  const citedDayOfMonth = format({ day: 'numeric' }, 'UTC');
  const citedMonth = format({ month: 'long', year: 'numeric' }, 'UTC');
  const citedYear = format({ year: 'numeric' }, 'UTC');
  const citedClock = format(clock, 'UTC');

  /** The unit of one side of an EDTF date, in words. */
  const unit = (text: string): string => {
    const plain = text.replace(/[?~%]/g, '');
    const doubted = /[?%]/.test(text) ? ' (?)' : '';
    const { earliest } = readEdtf(plain);
    const words = plain.includes('T')
      ? say.moment(citedDay(earliest), citedClock(earliest), 'UTC')
      : plain.length === 10 && !plain.includes('X')
        ? citedDay(earliest)
        : plain.length === 7 && Number(plain.slice(5)) <= 12
          ? citedMonth(earliest)
          : plain.length === 4 && !plain.includes('X')
            ? citedYear(earliest)
            : plain;
    return (/[~%]/.test(text) ? say.about(words) : words) + doubted;
  };

  const between = (from: string, to: string, joint: string): string => {
    const plain = /^\d{4}-\d\d-\d\d$/;
    if (plain.test(from) && plain.test(to) && from.slice(0, 4) === to.slice(0, 4)) {
      const [a, b] = [readEdtf(from).earliest, readEdtf(to).earliest];
      const start = from.slice(0, 7) === to.slice(0, 7) ? citedDayOfMonth(a) : citedDayMonth(a);
      return `${start}${joint}${citedDay(b)}`;
    }
    return `${unit(from)}${joint === '–' ? ' – ' : joint}${unit(to)}`;
  };

  const cited = (edtf: string): string => {
    if (edtf.startsWith('[')) {
      const members = edtf.slice(1, -1).split(',');
      return members.map((member) => range(member.trim().split('..'), say.or, say.to)).join(say.or);
    }
    return range(edtf.split('/'), '–', '–');
  };

  const range = ([from, to]: string[], joint: string, wide: string): string => {
    if (to === undefined) return unit(from ?? '');
    const open = (side: string | undefined): boolean => side === undefined || side === '' || side === '..';
    if (open(from)) return say.until(unit(to));
    if (open(to)) return say.from(unit(from ?? ''));
    const adjacent = readEdtf(to).earliest - readEdtf(from ?? '').earliest <= DAY;
    return between(from ?? '', to, adjacent ? joint : wide);
  };

  // A day of UTC has one date and one zone, and each has the same minutes: they are asked for again and again while time moves.
  const utc = zone === 'UTC';
  const daily = (answer: (t: number) => string): ((t: number) => string) => {
    const known = remembering((day: number) => answer(day * DAY), 1000);
    return utc ? (t) => known(Math.floor(t / DAY)) : answer;
  };
  const [dateOfDay, dayOfDay, zoneOfDay] = [daily(date), daily(day), daily(zoneName)];
  const clockTime = remembering((minute: number) => time(minute * MINUTE), 100);
  const timeOfDay = utc ? (t: number) => clockTime(Math.floor((t % DAY) / MINUTE)) : remembering(time, 1);

  return {
    moment: remembering((t: number) => say.moment(dateOfDay(t), timeOfDay(t), zoneOfDay(t)), 1),
    short: remembering((t: number) => `${dayOfDay(t)} ${timeOfDay(t)}`, 1),
    day,
    month: format({ month: 'long' }),
    days(window) {
      const last = window.latest - 1;
      if (!Number.isFinite(window.earliest)) return `… – ${Number.isFinite(last) ? day(last) : '…'}`;
      if (!Number.isFinite(last)) return `${day(window.earliest)} – …`;
      if (day(window.earliest) === day(last)) return day(last);
      const sameMonth = monthOnly(window.earliest) === monthOnly(last);
      return `${sameMonth ? dayOfMonth(window.earliest) : day(window.earliest)} – ${day(last)}`;
    },
    cited: remembering(cited, 1000),
    zoneName,
  };
}

const MINUTE = 60_000;

/** The same function, which keeps its last answers, so many of them. */
function remembering<From>(answer: (from: From) => string, most: number): (from: From) => string {
  const known = new Map<From, string>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const text = answer(from);
    known.set(from, text);
    return text;
  };
}
