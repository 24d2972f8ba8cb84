/**
 * AIS position reports as CSV: MarineCadastre, the Danish Maritime Authority, and others with the same columns. Read
 * piece by piece and thinned on the way, since a day has ten million rows.
 *
 * The values that AIS sends for "none" are latitude 91 and longitude 181 (such rows are left out), and speed 102.3, course
 * 360 and heading 511: speed, course and heading are not read at all, so that these cannot become a ship's.
 */
import { HOUR } from '../../model/edtf.ts';
import type { Fix } from '../../model/records.ts';
import { plainColumn } from './column-names.ts';
import { delimiterOf, rowReader } from './delimited.ts';
import { type FindingCode, type Findings, type RowRanges, rowRanges } from './finding.ts';
import { readInstant } from './instant.ts';
import { type DateOrder, type FormatRead, type Reading, Refused, type SourceFile, textPieces } from './reading.ts';
import { HEAD } from './table.ts';
import { lonLatOf } from './table-case.ts';
import { readCellDate } from './table-dates.ts';
import { thin } from './thin.ts';
import { caseOfTracks, TRACK_SETTINGS, type Track, type TrackSettings } from './tracks.ts';

const NAMES = {
  mmsi: ['mmsi', 'userid', 'user id'],
  time: [
    'base date time',
    'timestamp',
    'date time utc',
    'datetime',
    'date time',
    'time',
    'time utc',
    'received at',
    'position timestamp',
    't',
  ],
  lat: ['lat', 'latitude', 'y'],
  lon: ['lon', 'longitude', 'long', 'lng', 'x'],
  name: ['vessel name', 'name', 'ship name', 'shipname', 'vesselname'],
  imo: ['imo', 'imo number'],
  mobile: ['type of mobile'],
} as const;
type AisColumns = Partial<Record<keyof typeof NAMES, number>>;

/** The columns of position reports among the names of a table; null where it is none. */
export function aisColumns(names: readonly string[]): AisColumns | null {
  const plain = names.map(plainColumn);
  const columns: AisColumns = {};
  for (const field of Object.keys(NAMES) as (keyof typeof NAMES)[]) {
    const found = NAMES[field].map((name) => plain.indexOf(name)).find((column) => column >= 0);
    if (found !== undefined) columns[field] = found;
  }
  const { mmsi, time, lat, lon } = columns;
  return [mmsi, time, lat, lon].includes(undefined) ? null : columns;
}

/** Whether a table is one of position reports, by its first row. */
export function startsAsAis(head: string): boolean {
  const line = head.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 1)[0] ?? '';
  return aisColumns(line.split(delimiterOf(head)).map((name) => name.replace(/^"|"$/g, ''))) !== null;
}

/** One ship on the way: what is thinned already, and what came since. */
interface Heard {
  name: string;
  imo: string | undefined;
  /** Thinned, each without a gap. */
  stretches: Fix[][];
  fresh: Fix[];
  reports: number;
  /** Reports of a moment that another report of the ship has. */
  repeated: number;
  /** Rows came far out of the order of time. */
  mixed: boolean;
}

/** Positions of one ship that are held before they are thinned. */
const FRESH = 4096;

/**
 * Reads position reports. Rows need not be in the order of time.
 *
 * @param settings how they become voyages
 */
export async function readAis(
  file: SourceFile,
  reading: Reading,
  findings: Findings,
  settings: TrackSettings = TRACK_SETTINGS,
): Promise<FormatRead> {
  const ships = new Map<string, Heard>();
  const left = new Map<FindingCode, RowRanges>();
  const zoneless: Zoneless = { found: false, days: new Map() };
  const leave = (code: FindingCode, row: number): void => {
    const rows = left.get(code) ?? rowRanges();
    left.set(code, rows);
    rows.add(row);
  };
  let columns: AisColumns | null = null;
  let order: DateOrder | null = reading.dateOrder ?? null;

  const onRow = (cells: string[], row: number): void => {
    if (columns === null) {
      columns = aisColumns(cells) ?? {};
      // The Danish authority publishes its times day first; no other order is taken for granted.
      if (columns.mobile !== undefined) order ??= 'day-first';
      return;
    }
    if (cells.length === 1 && cells[0]?.trim() === '') return;
    const cell = (field: keyof typeof NAMES): string => cells[(columns as AisColumns)[field] ?? -1]?.trim() ?? '';
    const report = reportOf(cell, order, zoneless);
    if (typeof report === 'string') {
      leave(report, row);
      return;
    }
    const { mmsi, fix } = report;
    const heard = ships.get(mmsi) ?? {
      name: '',
      imo: undefined,
      stretches: [],
      fresh: [],
      reports: 0,
      repeated: 0,
      mixed: false,
    };
    ships.set(mmsi, heard);
    if (heard.name === '' && cell('name') !== '') heard.name = ownText(cell('name'));
    heard.imo ??= cell('imo') || undefined;
    heard.reports++;
    heard.fresh.push(fix);
    if (heard.fresh.length >= FRESH) settleFresh(heard, settings);
  };

  let reader: ReturnType<typeof rowReader> | null = null;
  for await (const text of textPieces(file, reading, findings)) {
    reader ??= rowReader(delimiterOf(text.slice(0, HEAD)), onRow, findings);
    reader.push(text);
  }
  reader?.end();
  tellLeft(left, findings);
  if (zoneless.found) {
    const message = 'times without a zone are read as UTC';
    findings.doubtful('zone-assumed', { path: '', message, expected: 'times of AIS, which are UTC' });
  }
  const tracks = [...ships].map(([mmsi, heard]) => trackOf(mmsi, heard, settings, findings));
  if (tracks.length === 0 && findings.list.length === 0) {
    findings.leftOut('empty', { path: '', message: 'there is no row below the names', expected: 'position reports' });
    throw new Refused();
  }
  return caseOfTracks(tracks, file.name, findings, { ...settings, thinAbove: Number.POSITIVE_INFINITY });
}

/** A copy of a name: as a part of the text it came in it would hold all of that in memory. */
function ownText(name: string): string {
  return [...name.replace(/\p{Cc}+/gu, ' ').trim()].join('');
}

/** A row as a position of a ship, or why it is left out. */
function reportOf(
  cell: (field: keyof typeof NAMES) => string,
  order: DateOrder | null,
  zoneless: Zoneless,
): { readonly mmsi: string; readonly fix: Fix } | FindingCode {
  const mmsi = cell('mmsi').replace(/\.0+$/, '');
  if (!isShip(mmsi, cell('mobile'))) return 'not-a-ship';
  if (!isPosition(cell('lat'), cell('lon'))) return 'no-position';
  const position = lonLatOf(cell('lon'), cell('lat'));
  if (position === null) return 'position-wrong';
  const time = timeOf(cell('time'), order, zoneless);
  if (time === null) return 'time-not-exact';
  return time === 'order' ? 'date-order-needed' : { mmsi, fix: { position, time } };
}

/** Nine figures, of a ship: base stations begin with 00, aircraft with 111, aids to navigation with 99, devices with 97 and 98. */
function isShip(mmsi: string, mobile: string): boolean {
  return /^[2-7]\d{8}$/.test(mmsi) && !/base|aton|aid|sar|search|man over/i.test(mobile);
}

/** Whether there is a position at all: AIS sends latitude 91 and longitude 181 for none. */
function isPosition(lat: string, lon: string): boolean {
  return (
    lat !== '' && lon !== '' && Math.abs(Number.parseFloat(lat)) !== 91 && Math.abs(Number.parseFloat(lon)) !== 181
  );
}

interface Zoneless {
  /** A time without a zone was met. */
  found: boolean;
  /** Days met, and how each reads: a file of one day asks for it ten million times. */
  readonly days: Map<string, Moment>;
}

type Moment = number | 'order' | null;

/** A moment of ten characters of day and eight of clock, by arithmetic: UTC ms, or why it is none. Each day is read once. */
function plainMoment(cell: string, order: DateOrder | null, days: Map<string, Moment>): Moment {
  const [hour, minute, second] = [twoFigures(cell, 11), twoFigures(cell, 14), twoFigures(cell, 17)];
  if (!(hour < 24 && minute < 60 && second < 60)) return null;
  const text = cell.slice(0, 10);
  let day = days.get(text);
  if (day === undefined) {
    const date = readCellDate(text, order);
    day = 'edtf' in date ? (readInstant(`${date.edtf}T00:00Z`)?.time ?? null) : 'needs' in date ? 'order' : null;
    if (days.size < MOST_DAYS) days.set(text, day);
  }
  return typeof day === 'number' ? day + hour * HOUR + minute * 60_000 + second * 1000 : day;
}

const MOST_DAYS = 10_000;

/** A number of two figures at a place of a text; NaN where there are none. */
function twoFigures(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function timeOf(cell: string, order: DateOrder | null, zoneless: Zoneless): Moment {
  if (/^.{10}[T ]..:..:..$/.test(cell)) {
    const moment = plainMoment(cell, order, zoneless.days);
    zoneless.found ||= typeof moment === 'number';
    return moment;
  }
  const plain = /^\d{9,13}$/.test(cell) ? Number(cell) : cell;
  const instant = readInstant(plain);
  if (instant !== null) {
    zoneless.found ||= instant.zoneAssumed;
    return instant.time;
  }
  const date = readCellDate(cell, order);
  if ('needs' in date) return 'order';
  if ('fault' in date || !date.edtf.includes('T')) return null;
  const written = readInstant(date.edtf);
  zoneless.found ||= date.zoneAssumed;
  return written?.time ?? null;
}

/** Thins what came since, so that memory goes with the shape of a track and not with its reports. */
function settleFresh(heard: Heard, settings: TrackSettings): void {
  const fixes = inOrder(heard.fresh, heard);
  const parts = partsOf(fixes, settings).map((part) => thin(part, settings.toleranceKm));
  heard.stretches.push(...parts);
  heard.fresh = [];
  // Few blocks end in a gap: most go on where the one before ended.
  if (heard.stretches.length >= MANY) heard.stretches = joined(heard, settings);
}

const MANY = 64;

/** Stretches in the order of time; those that overlap, or that no gap parts, become one. */
function joined(heard: Heard, { gapHours }: TrackSettings): Fix[][] {
  const rising = [...heard.stretches].sort((a, b) => (a[0]?.time ?? 0) - (b[0]?.time ?? 0));
  const whole: { fixes: Fix[]; end: number; mixed: boolean }[] = [];
  for (const stretch of rising) {
    const last = whole.at(-1);
    const [start, end] = [stretch[0]?.time ?? 0, stretch.at(-1)?.time ?? 0];
    if (last === undefined || start - last.end > gapHours * HOUR) {
      whole.push({ fixes: [...stretch], end, mixed: false });
    } else {
      for (const fix of stretch) last.fixes.push(fix);
      last.mixed ||= start <= last.end;
      last.end = Math.max(last.end, end);
    }
  }
  return whole.map(({ fixes, mixed }) => {
    heard.mixed ||= mixed;
    return mixed ? inOrder(fixes, heard) : fixes;
  });
}

/** Earliest first; of reports at one moment, the first. */
function inOrder(fixes: Fix[], heard: Heard): Fix[] {
  fixes.sort((a, b) => a.time - b.time);
  const kept = fixes.filter((fix, at) => fix.time !== fixes[at - 1]?.time);
  heard.repeated += fixes.length - kept.length;
  return kept;
}

/** Stretches without a gap, so that the ends of every gap are kept. */
function partsOf(fixes: readonly Fix[], { gapHours }: TrackSettings): Fix[][] {
  const parts: Fix[][] = [];
  for (const fix of fixes) {
    const before = parts.at(-1)?.at(-1);
    if (before === undefined || fix.time - before.time > gapHours * HOUR) parts.push([fix]);
    else parts.at(-1)?.push(fix);
  }
  return parts;
}

function trackOf(mmsi: string, heard: Heard, settings: TrackSettings, findings: Findings): Track {
  settleFresh(heard, settings);
  const segments = joined(heard, settings);
  const kept = segments.reduce((sum, fixes) => sum + fixes.length, 0);
  const path = `MMSI ${mmsi}`;
  const told = { path, record: heard.name || path };
  if (heard.repeated > 0) {
    const message = `${heard.repeated} reports are left out of moments that another report of the ship has`;
    findings.leftOut('time-repeated', { ...told, message, expected: 'one report a moment' });
  }
  if (kept < heard.reports - heard.repeated) {
    const bound = heard.mixed
      ? 'the rows are not in the order of time, so those left out may lie somewhat off the track'
      : `none of those left out lies more than ${settings.toleranceKm} km from the track at its time`;
    findings.doubtful('thinned', {
      ...told,
      message: `${heard.reports - heard.repeated} reports are thinned to ${kept} positions: ${bound}`,
      expected: 'nothing else: reports come every few seconds',
    });
  }
  return { name: heard.name, imo: heard.imo, mmsi, path, segments, parted: true };
}

const WHY: Readonly<Partial<Record<FindingCode, readonly [message: string, expected: string]>>> = {
  'not-a-ship': [
    'are of no ship: stations, aircraft, aids to navigation, or no MMSI',
    'an MMSI that begins with 2 to 7',
  ],
  'no-position': ['have no position (latitude 91 or longitude 181, or nothing)', 'a position'],
  'position-wrong': ['have a position that is none', 'latitude and longitude in degrees'],
  'time-not-exact': ['have no exact time', 'a time such as 2023-09-10T12:00:00'],
  'date-order-needed': [
    'have dates of which nobody said whether the day or the month is first',
    'the order of day and month',
  ],
};

function tellLeft(left: ReadonlyMap<FindingCode, RowRanges>, findings: Findings): void {
  for (const [code, rows] of left) {
    const [why = '', expected = ''] = WHY[code] ?? [];
    findings.leftOut(code, { path: rows.place(), message: `${rows.count} rows are left out: they ${why}`, expected });
  }
}
