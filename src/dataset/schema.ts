import * as v from 'valibot';
import { readEdtf } from '../model/edtf.ts';
import { CLAIM_KINDS, CONFIDENCES, CREDIBILITIES, READINGS, RELIABILITIES, SIGHTED } from '../model/records.ts';

/*
 * The shape of `voyages.json`. Every message says what is expected at that place: it ends a
 * sentence that begins with what was found, and becomes the description in the JSON Schema.
 */

export const DATE = 'an EDTF date such as 2023-09-12, 2023-09, 2023-08-15~ or 2023-09-07/2023-09-08';

/** What is wrong with an EDTF date, or null. Read at no width of "~": what passes here passes at any width. */
export function dateFault(text: string): string | null {
  try {
    readEdtf(text, 0);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const date = v.pipe(
  v.string(DATE),
  v.check((text) => dateFault(text) === null, DATE),
);

const CONTROL = /\p{Cc}/u;
const freeOfControls = (text: string): boolean => !CONTROL.test(text);

/** A non-empty string without control characters. */
export function idOf(what: string) {
  return v.pipe(v.string(what), v.minLength(1, what), v.check(freeOfControls, what));
}

function line(what: string) {
  return v.pipe(v.string(what), v.minLength(1, what));
}

const TEXT = 'a text, or an object of texts by language such as { "en": "..." }';
const LANGUAGE = 'a language code such as en, ko or zh-Hant';
const language = v.pipe(v.string(LANGUAGE), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, LANGUAGE));

export const text = v.union(
  [line(TEXT), v.pipe(v.record(language, line('a text that is not empty'), TEXT), v.minEntries(1, TEXT))],
  TEXT,
);

function numberBetween(least: number, most: number, what: string) {
  return v.pipe(v.number(what), v.minValue(least, what), v.maxValue(most, what));
}

/** A record: its fields, and for a missing one what should have stood there. */
export function fields<const E extends v.ObjectEntries>(entries: E) {
  return v.strictObject(entries, (issue) => {
    const key = issue.path?.at(-1)?.key;
    const entry = typeof key === 'string' && Object.hasOwn(entries, key) ? entries[key] : undefined;
    return messageOf(entry) ?? 'an object';
  });
}

/** The message a schema was made with, where it is a plain text. */
export function messageOf(schema: unknown): string | undefined {
  if (typeof schema !== 'object' || schema === null || !('message' in schema)) return undefined;
  return typeof schema.message === 'string' ? schema.message : undefined;
}

function listOf<const S extends v.GenericSchema>(item: S, what: string) {
  return v.array(item, what);
}

const id = idOf('an id: a text that is not empty, without control characters');
export const claimIds = listOf(idOf('the id of a claim'), 'a list of ids of claims');

export const position = v.pipe(
  v.array(v.number('a number of degrees'), 'a position: [longitude, latitude] in degrees'),
  v.minLength(2, 'two numbers: longitude, then latitude'),
  v.maxLength(3, 'two numbers: longitude, then latitude (and perhaps a height)'),
  v.check((numbers) => onGlobe(numbers), 'longitude from -180 to 180, then latitude from -90 to 90'),
);

function onGlobe(numbers: readonly number[]): boolean {
  const [lon, lat] = numbers;
  return lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

const INSTANT = 'a time with its zone, such as 2023-09-10T12:00Z';
const instant = v.pipe(
  v.string(INSTANT),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/, INSTANT),
  v.check((written) => Number.isFinite(Date.parse(written)), INSTANT),
);

export const source = fields({
  id,
  publisher: text,
  title: v.exactOptional(text),
  published: v.exactOptional(date),
  url: v.exactOptional(v.string('an address that begins with https://')),
  relays: v.exactOptional(text),
});

const KIND = `one of ${CLAIM_KINDS.join(', ')}, or a list of these`;
const kind = v.picklist(CLAIM_KINDS, KIND);
const SOURCE = 'the id of a source, or a list of these';
const sourceId = idOf(SOURCE);
const COUNT = 'a whole number, 0 or more';
const whole = v.pipe(v.number(COUNT), v.integer(COUNT), v.minValue(0, COUNT));
const COUNTED = '{ "least": 5 } for "at least five", with "most" (not below "least") where the source gives one';

export const claim = fields({
  id,
  text,
  source: v.union([sourceId, v.pipe(listOf(sourceId, SOURCE), v.minLength(1, SOURCE))], SOURCE),
  date: v.exactOptional(date),
  kind: v.union([kind, v.pipe(listOf(kind, KIND), v.minLength(1, KIND))], KIND),
  confidence: v.exactOptional(v.picklist(CONFIDENCES, `one of ${CONFIDENCES.join(', ')}`)),
  reliability: v.exactOptional(v.picklist(RELIABILITIES, `one of ${RELIABILITIES.join(', ')}`)),
  credibility: v.exactOptional(v.picklist(CREDIBILITIES, `one of ${CREDIBILITIES.join(', ')}`)),
  note: v.exactOptional(text),
  contradicts: v.exactOptional(claimIds),
  topic: v.exactOptional(line('a word for what the claim is about, such as "trips"')),
  count: v.exactOptional(
    v.pipe(
      fields({ least: whole, most: v.exactOptional(whole) }),
      v.check(({ least, most }) => most === undefined || most >= least, COUNTED),
    ),
  ),
});

export const vessel = fields({
  id,
  name: text,
  imo: v.exactOptional(line('an IMO number, as text')),
  mmsi: v.exactOptional(line('an MMSI, as text')),
  flag: v.exactOptional(text),
  type: v.exactOptional(text),
  lengthM: v.exactOptional(numberBetween(1, 1000, 'a length in metres, 1 to 1000')),
  note: v.exactOptional(text),
  claims: v.exactOptional(claimIds),
});

const fix = fields({ position, time: instant });

export const leg = fields({
  from: idOf('the id of the port the leg starts from'),
  to: idOf('the id of the port the leg ends at'),
  depart: v.exactOptional(date),
  arrive: v.exactOptional(date),
  via: v.exactOptional(listOf(position, 'a list of positions')),
  track: v.exactOptional(listOf(fix, 'a list of { "time", "position" }, earliest first')),
  cargo: v.exactOptional(text),
  note: v.exactOptional(text),
  claims: v.exactOptional(claimIds),
});

const LEGS = 'a list of at least one leg';
export const voyage = fields({
  id,
  vessel: idOf('the id of a vessel'),
  title: v.exactOptional(text),
  note: v.exactOptional(text),
  legs: v.pipe(listOf(leg, LEGS), v.minLength(1, LEGS)),
  after: v.exactOptional(listOf(idOf('the id of a voyage'), 'a list of ids of voyages')),
  claims: v.exactOptional(claimIds),
});

const NAMED = 'the id of a vessel, or null for a ship that was not named';
const CALL = 'the number of a port call: 0 where the voyage starts, 1 the first port it reaches';
export const sighting = fields({
  id,
  vessel: v.union([idOf(NAMED), v.null(NAMED)], NAMED),
  port: idOf('the id of a port'),
  date,
  what: v.exactOptional(v.picklist(SIGHTED, `one of ${SIGHTED.join(', ')}`)),
  reading: v.exactOptional(v.picklist(READINGS, `one of ${READINGS.join(', ')}`)),
  voyage: v.exactOptional(idOf('the id of a voyage')),
  call: v.exactOptional(v.pipe(v.number(CALL), v.integer(CALL), v.minValue(0, CALL))),
  binds: v.exactOptional(v.boolean('true or false')),
  text: v.exactOptional(text),
  claims: v.exactOptional(claimIds),
});

export const event = fields({
  id,
  title: text,
  short: v.exactOptional(text),
  date,
  claims: v.exactOptional(claimIds),
});

function assumed(least: number, most: number, what: string) {
  return fields({ value: numberBetween(least, most, what), reason: text });
}

export const assumptions = fields({
  greatestSpeed: v.exactOptional(assumed(0.1, 100, 'a speed in knots, 0.1 to 100')),
  usualSpeed: v.exactOptional(assumed(0.1, 100, 'a speed in knots, 0.1 to 100')),
  leastStay: v.exactOptional(assumed(0, 8760, 'a stay in hours, 0 to 8760')),
  usualStay: v.exactOptional(assumed(0, 8760, 'a stay in hours, 0 to 8760')),
  approximate: v.exactOptional(assumed(0, 366, 'a width in days, 0 to 366')),
});

export const PERIOD = 'the period the voyages are reported for: an EDTF date, or { "date", "claims" }';
export const period = v.union([date, fields({ date, claims: v.exactOptional(claimIds) })], PERIOD);

export const FORMAT_VERSION = 1;

/** The file as a whole. The reader takes its records one by one; the JSON Schema is made of this. */
export const caseFile = fields({
  $schema: v.exactOptional(v.string('the address of the JSON Schema')),
  version: v.literal(FORMAT_VERSION, `the number ${FORMAT_VERSION}`),
  title: text,
  summary: text,
  window: period,
  assumptions: v.exactOptional(assumptions),
  sources: v.exactOptional(listOf(source, 'a list of sources')),
  claims: v.exactOptional(listOf(claim, 'a list of claims')),
  vessels: listOf(vessel, 'a list of vessels'),
  voyages: listOf(voyage, 'a list of voyages'),
  sightings: v.exactOptional(listOf(sighting, 'a list of sightings')),
  events: v.exactOptional(listOf(event, 'a list of events')),
});
