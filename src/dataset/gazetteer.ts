/**
 * Where ports may be that a file only names: towns by the sea, and towns that are listed ports. It only offers places; a
 * person takes one.
 */
import type { PlaceCandidate, PlaceOf } from './formats/places.ts';

/** Kilometres around a town's position within which its berths are taken to lie. */
export const TOWN_ERROR_KM = 10;

/** Candidates given for a name, at most. */
export const MOST_CANDIDATES = 8;

interface Town {
  readonly country: string;
  readonly name: string;
  /** Folded. */
  readonly keys: readonly string[];
  readonly codes: readonly string[];
  readonly lat: number;
  readonly lon: number;
}

/** Letters that take no accent apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ё: 'е',
};

/** A name as names of places are compared: small letters, no accents, no signs, single spaces, "saint" as "st". */
export function foldPlace(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđðþßæœıħё]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bsaint\b/g, 'st')
    .trim()
    .normalize('NFC');
}

const AROUND =
  /^(the )?(sea ?)?(port|ports|harbou?r|puerto|porto|porta|hafen|havn|hamn|haven|порт|pelabuhan) (of |de la |de |di |do |da |von |van )?| (sea ?)?(port|harbou?r|hafen|havn|hamn|haven|порт|항|港)$/gu;

/** A name without the words for "port" around it; the same where nothing else is left. */
function withoutPort(folded: string): string {
  return folded.replace(AROUND, '').trim() || folded;
}

/**
 * Makes a gazetteer out of its file.
 *
 * @param text rows of country, name, latitude, longitude, UN/LOCODEs, other names, with tabs between; a row of another form is passed over
 */
export function readGazetteer(text: string): PlaceOf {
  const towns = text.split('\n').flatMap(townOf);
  const byKey = new Map<string, Town[]>();
  const byCode = new Map<string, Town>();
  for (const town of towns) {
    for (const key of new Set(town.keys)) byKey.set(key, [...(byKey.get(key) ?? []), town]);
    for (const code of town.codes) byCode.set(code, town);
  }
  // Who misspells a name most often gets its first letter right; only those are compared letter by letter.
  const byLetter = new Map<string, [string, readonly Town[]][]>();
  for (const entry of byKey) {
    const letter = entry[0].charAt(0);
    const same = byLetter.get(letter);
    if (same) same.push(entry);
    else byLetter.set(letter, [entry]);
  }
  return (name) => {
    const { key, shorter, rest } = partsOf(name);
    if (key === '') return [];
    const code = byCode.get(name.replace(/\s+/g, '').toUpperCase());
    const ranked = new Map<Town, number>();
    const rank = (found: readonly Town[] | undefined, at: number): void => {
      for (const town of found ?? []) if (!ranked.has(town)) ranked.set(town, at);
    };
    if (code) rank([code], 0);
    rank(byKey.get(key), 1);
    rank(byKey.get(shorter), 2);
    if (ranked.size === 0)
      for (const [town, at] of likely(shorter, byLetter.get(shorter.charAt(0)) ?? [])) rank([town], at);
    const worth = (town: Town): number =>
      (inCountry(town, rest) ? -100 : 0) + (ranked.get(town) ?? 0) * 2 + (town.codes.length > 0 ? 0 : 1);
    return [...ranked.keys()]
      .sort((a, b) => worth(a) - worth(b) || a.country.localeCompare(b.country, 'en'))
      .slice(0, MOST_CANDIDATES)
      .map(candidateOf);
  };
}

function townOf(row: string): Town[] {
  const [country = '', name = '', lat, lon, codes = '', others = ''] = row.split('\t');
  const at = { lat: Number(lat), lon: Number(lon) };
  if (name === '' || !Number.isFinite(at.lat) || !Number.isFinite(at.lon)) return [];
  const list = (cell: string): string[] => cell.split('|').filter(Boolean);
  const keys = [name, ...list(others)].flatMap((one) => [foldPlace(one), withoutPort(foldPlace(one))]);
  return [{ country, name, keys, codes: list(codes), ...at }];
}

/** The name itself, the same without "port of", and what stands behind a comma or in brackets: often the country. */
function partsOf(name: string): { key: string; shorter: string; rest: string } {
  const [, head = name, tail = ''] = /^([^,(（]+)[,(（](.*)$/u.exec(name) ?? [];
  const key = foldPlace(head);
  return { key, shorter: withoutPort(key), rest: foldPlace(tail) };
}

function inCountry({ country }: Town, rest: string): boolean {
  return rest !== '' && (foldPlace(country) === rest || foldPlace(countryName(country)) === rest);
}

/** Towns whose name begins alike (rank 3), or differs by a letter or two (4, 5). */
function likely(key: string, known: readonly (readonly [string, readonly Town[]])[]): [Town, number][] {
  if (key.length < 4) return [];
  const most = key.length < 5 ? 0 : key.length < 8 ? 1 : 2;
  return known.flatMap(([other, towns]): [Town, number][] => {
    if (other.startsWith(`${key} `) || (other.length > 3 && key.startsWith(`${other} `)))
      return towns.map((town) => [town, 3]);
    if (Math.abs(other.length - key.length) > most || other.length < 4) return [];
    const apart = lettersApart(key, other, most);
    return apart > most ? [] : towns.map((town) => [town, 3 + apart]);
  });
}

/** How many letters have to be changed, put in or taken out (Levenshtein 1966); more than `most` is not told apart. */
function lettersApart(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] as number;
}

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function candidateOf({ name, lon, lat, country, codes }: Town): PlaceCandidate {
  const [unlocode] = codes;
  return {
    name,
    position: [lon, lat],
    country: countryName(country),
    positionErrorKm: TOWN_ERROR_KM,
    ...(unlocode === undefined ? {} : { unlocode }),
  };
}
