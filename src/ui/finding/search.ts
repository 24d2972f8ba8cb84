/** Finds ships, ports and voyages of a case by what they are called, in any of their languages, and dates by how they are written. */
import { readEdtf, type Window } from '../../model/edtf.ts';
import type { Text } from '../../model/records.ts';
import type { Case } from '../../state/case.ts';
import { readTime } from '../../state/settings.ts';

export const KINDS = ['ship', 'port', 'voyage'] as const;
export type Kind = (typeof KINDS)[number];

export interface Found {
  readonly kind: Kind;
  readonly id: string;
}

interface Entry extends Found {
  /** What it is called, folded. */
  readonly names: readonly string[];
  /** Its names and those of what belongs to it, folded: of a voyage her ship and her ports. */
  readonly all: string;
}

/** What can be found in a case. */
export type SearchIndex = readonly Entry[];

/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ŋ: 'n',
};

/** What is folded already: of thousands of ids nearly all are. */
const PLAIN = /^[a-z0-9]+$/;

/** A text as it is compared: in small letters, without accents, marks and punctuation, with single blanks. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[łøđðþßæœıŋ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const everyText = (text: Text | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);

const namesOf = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => (text === undefined ? [] : [folded(text)])).filter((text) => text !== '')),
];

/** Makes what can be found in a case: ships that have voyages, ports, voyages. */
export function searchIndex({ dataset, ships, voyages }: Case): SearchIndex {
  const vessels = ships.map(({ vessel: { id, name, imo, mmsi } }): Entry => {
    const names = namesOf([...everyText(name), imo, mmsi]);
    return { kind: 'ship', id, names, all: [...names, folded(id)].join(' ') };
  });
  const ports = dataset.ports.map(({ id, name, unlocode, country }): Entry => {
    const names = namesOf([...everyText(name), unlocode]);
    return { kind: 'port', id, names, all: [...names, folded(id), ...everyText(country).map(folded)].join(' ') };
  });
  const called = new Map([...vessels, ...ports].map((entry) => [`${entry.kind} ${entry.id}`, entry.names.join(' ')]));
  return [
    ...vessels,
    ...ports,
    ...voyages.map(({ voyage: { id, title, vessel, legs } }): Entry => {
      const names = namesOf(everyText(title));
      const all = new Set([...names, folded(id), called.get(`ship ${vessel}`)]);
      for (const { from, to } of legs) all.add(called.get(`port ${from}`)).add(called.get(`port ${to}`));
      return { kind: 'voyage', id, names, all: [...all].join(' ') };
    }),
  ];
}

/** How well a folded question fits: 0 is the name itself; infinite where it does not fit. */
function distance({ names, all }: Entry, asked: string, words: readonly string[]): number {
  let best = Infinity;
  for (const name of names) {
    if (name === asked) return 0;
    if (name.startsWith(asked)) best = Math.min(best, 1);
    else if (name.includes(` ${asked}`)) best = Math.min(best, 2);
    else if (best > 3 && name.includes(asked)) best = 3;
  }
  if (best < Infinity) return best;
  return words.every((word) => all.includes(word)) ? 4 : Infinity;
}

export interface Answer {
  /** The best of each kind, ships first. */
  readonly found: readonly Found[];
  /** How many there are of each kind. */
  readonly counts: Readonly<Record<Kind, number>>;
}

/**
 * What a text may mean.
 *
 * @param most how many of each kind
 */
export function search(index: SearchIndex, text: string, most: number): Answer {
  const asked = folded(text);
  const counts = { ship: 0, port: 0, voyage: 0 };
  if (asked === '') return { found: [], counts };
  const words = asked.split(' ');
  const byKind: Readonly<Record<Kind, { readonly entry: Entry; readonly far: number }[]>> = {
    ship: [],
    port: [],
    voyage: [],
  };
  for (const entry of index) {
    const far = distance(entry, asked, words);
    if (far < Infinity) byKind[entry.kind].push({ entry, far });
  }
  const found = KINDS.flatMap((kind) => {
    counts[kind] = byKind[kind].length;
    // Those that fit equally well keep the order of the case.
    const best = byKind[kind].sort((a, b) => a.far - b.far).slice(0, most);
    return best.map(({ entry }) => ({ kind, id: entry.id }));
  });
  return { found, counts };
}

export interface FoundDate {
  /** UTC milliseconds. */
  readonly t: number;
  readonly window: Window;
  /** As EDTF; null where it is a time of day, which is no period. */
  readonly period: string | null;
}

/** The date that a text is: EDTF, or ISO 8601 with a time of day, which is UTC. Null where it is none, or is open on both sides. */
export function dateOf(text: string): FoundDate | null {
  const written = text.trim();
  const t = readTime(written);
  if (t !== undefined && /[T ]\d/.test(written)) return { t, window: { earliest: t, latest: t }, period: null };
  try {
    const { earliest, latest, text: period } = readEdtf(written);
    return { t: Number.isFinite(earliest) ? earliest : latest - 1, window: { earliest, latest }, period };
  } catch {
    return null;
  }
}
