/**
 * The text form of a what-if, for the address: `without:C1,C9/assume:greatestSpeed:20/tie:quay:august:1,pier:none/more:angara:1`.
 *
 * Four parts, each left out where it is empty, with `/` between; the entries of a part with commas, the pieces of an entry
 * with colons. These stay readable in an address. In an id they are written `~2F`, `~2C` and `~3A`, the tilde itself `~7E`,
 * an empty id `~`, and half of a surrogate pair, which no address can hold, as `~` with its four digits after a `u`.
 */
import type { Assumptions } from '../model/records.ts';
import { MOST_MORE } from './assumed-trips.ts';
import { ASSUMPTION_NAMES, type Call, type WhatIf } from './what-if.ts';

/** What is wrong with a text, and what was expected in its place. */
export interface WhatIfError {
  readonly error: string;
  readonly expected: string;
}

/** The values that an assumption may take, both ends included: knots, hours and days. */
export const ASSUMPTION_RANGES: Readonly<Record<keyof Assumptions, readonly [least: number, most: number]>> = {
  greatestSpeed: [0.1, 100],
  usualSpeed: [0.1, 100],
  leastStay: [0, 8760],
  usualStay: [0, 8760],
  approximate: [0, 366],
};

const PARTS = ['without', 'assume', 'tie', 'more'] as const;
type Part = (typeof PARTS)[number];

const FORMS: Readonly<Record<Part, string>> = {
  without: 'ids of claims and sightings',
  assume: `an assumption and its value, such as greatestSpeed:20; one of ${ASSUMPTION_NAMES.join(', ')}, each once`,
  tie: 'a sighting, a voyage and the number of a port call, or a sighting and "none"; each sighting once',
  more: `a vessel and a whole number from 1 to ${MOST_MORE}; each vessel once`,
};

/** The text of a what-if in canonical order: two that mean the same have the same text. Empty where nothing changes. */
export function writeWhatIf({ without, assume, ties, more }: WhatIf): string {
  const entries: Readonly<Record<Part, readonly string[]>> = {
    without: [...new Set(without)].sort().map(encode),
    assume: ASSUMPTION_NAMES.flatMap((name) => (assume[name] === undefined ? [] : [`${name}:${assume[name]}`])),
    tie: sorted(ties).map(([sighting, call]) => `${encode(sighting)}:${writeCall(call)}`),
    more: sorted(more)
      .filter(([, trips]) => trips > 0)
      .map(([vessel, trips]) => `${encode(vessel)}:${trips}`),
  };
  return PARTS.flatMap((part) => (entries[part].length === 0 ? [] : [`${part}:${entries[part].join(',')}`])).join('/');
}

/**
 * Reads what `writeWhatIf` writes, in any order of parts and entries.
 *
 * @returns the what-if, or the first part of the text that is wrong and what was expected there
 */
export function readWhatIf(text: string): { readonly whatIf: WhatIf } | WhatIfError {
  const without: string[] = [];
  const assume = new Map<string, number>();
  const ties = new Map<string, Call | null>();
  const more = new Map<string, number>();
  const read: Readonly<Record<Part, (pieces: readonly string[]) => boolean>> = {
    without: ([id, ...rest]) => {
      const claim = decode(id);
      if (claim === undefined || rest.length > 0) return false;
      without.push(claim);
      return true;
    },
    assume: ([name = '', value = '', ...rest]) => {
      const known = ASSUMPTION_NAMES.find((one) => one === name);
      const number = readNumber(value);
      if (known === undefined || number === undefined || rest.length > 0) return false;
      const [least, most] = ASSUMPTION_RANGES[known];
      return number >= least && number <= most && add(assume, known, number);
    },
    tie: ([sighting, ...rest]) => {
      const call = readCall(rest);
      return call !== undefined && add(ties, decode(sighting), call);
    },
    more: ([vessel, trips = '', ...rest]) =>
      rest.length === 0 && readWhole(trips, 1, MOST_MORE) && add(more, decode(vessel), Number(trips)),
  };
  const met = new Set<string>();
  for (const section of text === '' ? [] : text.split('/')) {
    const [, name = '', entries] = /^([^:]*):(.*)$/s.exec(section) ?? [];
    const part = PARTS.find((one) => one === name);
    if (part === undefined || entries === undefined || met.has(part)) {
      return { error: section, expected: `one of ${PARTS.map((one) => `${one}:`).join(', ')}, each once` };
    }
    met.add(part);
    const wrong = entries.split(',').find((entry) => !read[part](entry.split(':')));
    if (wrong !== undefined) return { error: wrong, expected: FORMS[part] };
  }
  const whatIf = {
    without: [...new Set(without)].sort(),
    assume: Object.fromEntries(
      ASSUMPTION_NAMES.flatMap((name) => (assume.has(name) ? [[name, assume.get(name)]] : [])),
    ),
    ties: Object.fromEntries(sorted(Object.fromEntries(ties))),
    more: Object.fromEntries(sorted(Object.fromEntries(more))),
  };
  return { whatIf };
}

/** Entries by id, in the order of code units: the same wherever it is run. */
const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

function add<T>(map: Map<string, T>, id: string | undefined, value: T): boolean {
  if (id === undefined || map.has(id)) return false;
  map.set(id, value);
  return true;
}

const writeCall = (call: Call | null): string => (call === null ? 'none' : `${encode(call.voyage)}:${call.call}`);

function readCall([voyage, call, ...rest]: readonly string[]): Call | null | undefined {
  if (voyage === 'none' && call === undefined) return null;
  const id = decode(voyage);
  if (id === undefined || call === undefined || rest.length > 0 || !readWhole(call, 0, 999)) return undefined;
  return { voyage: id, call: Number(call) };
}

const readNumber = (text: string): number | undefined =>
  /^\d+(\.\d+)?(e[-+]?\d+)?$/.test(text) ? Number(text) : undefined;

const readWhole = (text: string, least: number, most: number): boolean =>
  /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase();

function encode(id: string): string {
  if (id === '') return '~';
  return id.replace(/[~/,:]/g, (character) => `~${hex(character)}`).replace(LONE_SURROGATE, (half) => `~u${hex(half)}`);
}

/** The id of a text, or undefined where that is no id as `encode` writes them. */
function decode(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === '~') return '';
  const id = text.replace(/~(?:u(D[89A-F][\dA-F]{2})|(2F|2C|3A|7E))/g, (_, half, character) =>
    String.fromCharCode(Number.parseInt(half ?? character, 16)),
  );
  return encode(id) === text ? id : undefined;
}
