import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createDates } from '../../src/i18n/dates.ts';
import { analysisEn } from '../../src/i18n/en/analysis.ts';
import { laterEn } from '../../src/i18n/en/later.ts';
import { openEn } from '../../src/i18n/en/open.ts';
import { en } from '../../src/i18n/en/page.ts';
import { fetchedIn, fetchWords, wordsIn } from '../../src/i18n/words.ts';
import { LANGUAGES } from '../../src/state/settings.ts';
import { speak } from '../../src/state/speak.ts';
import { change, createState, settingsOf } from '../../src/state/state.ts';

type Words = (...args: readonly unknown[]) => unknown;
type Leaf = string | Words;

const ENGLISH = leavesOf({ page: en, later: laterEn, open: openEn, analysis: analysisEn });
const OTHERS = Object.keys(LANGUAGES).filter((lang) => lang !== 'en');

/** Where a language may say the same as English: names, marks, and what is no word. */
const SAME = [
  /^later\.keys\.names\./,
  /^open\.table\.fields\.mmsi$/,
  /^open\.share\.file$/,
  /^analysis\.addsUp\.change\.units\.\w+Speed$/,
];

/** Common words of English that no other language here has. */
const STOP = /\b(the|of|and|is|are|not|from|with|be|can|was|were|that|this|ships?|voyages?|claims?|seen|her|she)\b/i;
const BROKEN = /undefined|null|NaN|\[object|function|=>/;

/** No sentence takes more to put in. */
const MOST = 6;

/** Samples that are told apart: texts, numbers, lists. */
const DISTINCT: readonly (readonly unknown[])[] = [
  ['Qa', 'Qb', 'Qc', 'Qd', 'Qe', 'Qf'],
  [41, 42, 43, 44, 45, 46],
  ['Qa', 'Qb', 'Qc', 'Qd', 'Qe', 'Qf'].map((name) => [name]),
  [['Qa'], 'Qb', 'Qc', 'Qd'],
  ['Qa', ['Qb'], 'Qc', 'Qd'],
];

/** What each function is called with, all its parameters alike; those that English cannot be called with are passed over. */
const SAMPLES: readonly unknown[] = [
  ...[0, 1, 2, 3].map(anything),
  0,
  1,
  2,
  12,
  1234.5,
  '',
  '1',
  'Qq',
  [],
  ['Qq'],
  ['Qq', 'Zz'],
  ['Qq', 'Zz', 'Vv'],
  null,
];

/** Every sentence of an object of words, by its path. */
function leavesOf(words: object, path = ''): Map<string, Leaf> {
  return new Map(
    Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
      const here = path === '' ? name : `${path}.${name}`;
      return typeof value === 'object' && value !== null
        ? [...leavesOf(value, here)]
        : [[here, value as Leaf] as const];
    }),
  );
}

/** A list of so many names that is also a number, a text and a record of more of its kind. */
function anything(count: number): unknown {
  const names = ['Qq', 'Zz', 'Vv'].slice(0, count);
  return new Proxy(names, {
    get(list, key): unknown {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'string' ? String(count) : count);
      if (key in list) return Reflect.get(list, key);
      if (key in String.prototype) return Reflect.get(String.prototype, key).bind('Qq');
      return typeof key === 'string' ? anything(count) : undefined;
    },
  });
}

/** What a sentence says of some samples; null where it cannot be called with them. */
function answer(leaf: Leaf, samples: readonly unknown[]): string | null {
  if (typeof leaf === 'string') return leaf;
  try {
    const words = leaf(...samples);
    return typeof words === 'object' ? [...leavesOf(words as object).values()].join(' ') : String(words);
  } catch {
    return null;
  }
}

describe.each(OTHERS)('the words of %s', (lang) => {
  let leaves = new Map<string, Leaf>();
  beforeAll(async () => {
    await fetchWords(lang);
    const { retellings: _, ...words } = fetchedIn(lang) ?? {};
    leaves = leavesOf(words);
  });

  test('are those of English', () => {
    expect([...leaves.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
    const unlike = [...ENGLISH].filter(([path, leaf]) => typeof leaf !== typeof leaves.get(path)).map(([path]) => path);
    expect(unlike).toEqual([]);
  });

  test('leave nothing out of what is put into a sentence', () => {
    // Its word is chosen by what is put in.
    const said = [...ENGLISH].filter(([path]) => path !== 'page.timeline.drawnAs');
    const lost = said.flatMap(([path, leaf]) =>
      DISTINCT.flatMap((samples) => {
        const [english, other] = [answer(leaf, samples), answer(leaves.get(path) ?? '', samples)];
        if (english === null || BROKEN.test(english)) return [];
        return samples
          .map((sample) => String(sample))
          .filter((sample) => english.includes(sample) && !other?.includes(sample))
          .map((sample) => `${path} without ${sample}: ${other}`);
      }),
    );
    expect(lost).toEqual([]);
  });

  test('say whole sentences, and none of English', () => {
    const wrong: string[] = [];
    const unasked: string[] = [];
    for (const [path, leaf] of ENGLISH) {
      let asked = 0;
      for (const sample of SAMPLES) {
        const [english, other] = [leaf, leaves.get(path) ?? ''].map((one) => answer(one, Array(MOST).fill(sample)));
        if (english == null || BROKEN.test(english)) continue;
        asked++;
        if (other == null || BROKEN.test(other)) wrong.push(`${path} breaks: ${other}`);
        else if (STOP.test(other)) wrong.push(`${path} speaks English: ${other}`);
        else if (/\p{L}{3}/u.test(english) && english === other && !SAME.some((same) => same.test(path)))
          wrong.push(`${path} is that of English: ${other}`);
        if (typeof leaf === 'string') break;
      }
      if (asked === 0) unasked.push(path);
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(unasked).toEqual([]);
  });

  test('have a way to write numbers and dates', () => {
    expect(wordsIn(lang).locale.split('-')[0]).toBe(lang);
  });
});

describe('dates and numbers in Indonesian', () => {
  beforeAll(() => fetchWords('id'));
  const dates = () => createDates('id', 'UTC');
  const noon = Date.UTC(2023, 9, 10, 12);

  test('moments have names of days and months, and the zone that is asked for', () => {
    expect(dates().moment(noon)).toBe('Selasa, 10 Oktober 2023, pukul 12.00 UTC');
    expect(createDates('id', 'Asia/Vladivostok').moment(noon)).toBe('Selasa, 10 Oktober 2023, pukul 22.00 GMT+10');
    expect(dates().short(noon)).toBe('10 Okt 12.00');
    expect(dates().days({ earliest: Date.UTC(2023, 7, 26), latest: Date.UTC(2023, 8, 12) })).toBe('26 Agu – 11 Sep');
  });

  test.each([
    ['2023-08-15~', 'sekitar 15 Agustus 2023'],
    ['2023-08-15?', '15 Agustus 2023 (?)'],
    ['2023-09', 'September 2023'],
    ['../2023-12-12', 'paling lambat 12 Desember 2023'],
    ['2023-05-12/..', 'paling awal 12 Mei 2023'],
    ['[2023-10-07,2023-10-08]', '7 Oktober 2023 atau 8 Oktober 2023'],
    ['[2023-10-07..2023-10-12]', '7 sampai 12 Oktober 2023'],
    ['2023-08-08/2023-09-12', '8 Agustus–12 September 2023'],
    ['2023-09-10T12:00Z', '10 September 2023, pukul 12.00 UTC'],
  ])('%s is cited as %s', (edtf, cited) => {
    expect(dates().cited(edtf)).toBe(cited);
  });

  test('a count of many has points, a share a comma', () => {
    expect(fetchedIn('id')?.open.ports.records(1234)).toBe('1.234 catatan');
    expect(fetchedIn('id')?.analysis.reach.position(-6.1, 106.8)).toBe('6,1° LS, 106,8° BT');
  });
});

describe('the language asked for', () => {
  test('is spoken once its words are here, and kept in the settings till then', async () => {
    vi.resetModules();
    const fresh = await import('../../src/state/state.ts');
    const { speak: speakAnew } = await import('../../src/state/speak.ts');
    const state = fresh.createState();
    fresh.change(state, { lang: 'id' });
    expect(state.settings.lang.value).toBe('en');
    expect(fresh.settingsOf(state).lang).toBe('id');
    await speakAnew(state, 'id');
    expect(state.settings.lang.value).toBe('id');
    const other = fresh.createState();
    expect(other.settings.lang.value).toBe('en');
    fresh.change(other, { lang: 'id' });
    expect(other.settings.lang.value).toBe('id');
    fresh.change(state, { lang: 'en' });
    expect([state.settings.lang.value, other.settings.lang.value]).toEqual(['en', 'id']);
  });

  test('is told to be missing where its words do not come, and the page speaks as before', async () => {
    vi.resetModules();
    vi.doMock('../../src/i18n/id/language.ts', () => {
      throw new Error('no such file');
    });
    const fresh = await import('../../src/state/state.ts');
    const { speak: speakAnew } = await import('../../src/state/speak.ts');
    const state = fresh.createState();
    fresh.change(state, { lang: 'id' });
    await speakAnew(state, 'id');
    vi.doUnmock('../../src/i18n/id/language.ts');
    expect(state.settings.lang.value).toBe('en');
    expect(fresh.settingsOf(state).lang).toBe('en');
    expect(state.notices.value.map(({ text }) => text)).toEqual([en.wordsMissing('Bahasa Indonesia')]);
  });

  test('that the page speaks already changes nothing and asks for nothing', async () => {
    const state = createState();
    change(state, { lang: 'en' });
    await speak(state, 'en');
    expect(settingsOf(state).lang).toBe('en');
    expect(state.notices.value).toEqual([]);
  });
});
