/**
 * The settings of the map, in one table. The address after `#`, the element's attributes and
 * messages to an iframe all use these names and text forms.
 */
import { readEdtf } from '../model/edtf.ts';

export interface View {
  readonly zoom: number;
  readonly lat: number;
  readonly lng: number;
}

export const CONTROLS = ['full', 'compact', 'none'] as const;
export type Controls = (typeof CONTROLS)[number];

/** `auto`: as the reader's system prefers. */
export const LOOK_CHOICES = ['auto', 'light', 'dark'] as const;
export type LookChoice = (typeof LOOK_CHOICES)[number];

/** `globe`: up to zoom 6, from where on the map is flat. */
export const PROJECTIONS = ['mercator', 'globe'] as const;
export type ProjectionName = (typeof PROJECTIONS)[number];

export interface Settings {
  /** Folder of a case, ending in `/`, or a file. */
  readonly data: string;
  /** UTC milliseconds; null: the start of the case's period. */
  readonly time: number | null;
  readonly playing: boolean;
  /** Days of the case a second of playing. */
  readonly speed: number;
  readonly loop: boolean;
  /** Id of a voyage whose evidence is open. */
  readonly selected: string | null;
  /** Ids of the vessels shown; null: all. */
  readonly only: readonly string[] | null;
  /** Ids of ports: the vessels shown call at one of them; null: all. */
  readonly ports: readonly string[] | null;
  /** EDTF: the vessels shown may be under way in it, and the timeline is cut to it; null: all. */
  readonly period: string | null;
  /** null: fitted to the lanes. */
  readonly view: View | null;
  readonly lang: string;
  /** `UTC`, `local` or an IANA name. */
  readonly zone: string;
  readonly controls: Controls;
  readonly look: LookChoice;
  readonly projection: ProjectionName;
  /** A what-if, as `analysis/what-if-text.ts` writes it; empty: the case as reported. */
  readonly whatif: string;
  /** Part of the analysis that is open, with what it shows; null: none. */
  readonly analysis: string | null;
  /** Passages opened and closed, as `reach/passage-text.ts` writes them; empty: as usual. */
  readonly passages: string;
}

export type SettingName = keyof Settings;

export interface Setting<Value> {
  readonly initial: Value;
  /** The value of a text, or undefined where the text is none. */
  readonly read: (text: string) => Value | undefined;
  readonly write: (value: Value) => string;
  /** What a text must look like, for messages and the README. */
  readonly form: string;
}

const flag: Setting<boolean> = {
  initial: false,
  read: (text) => (text === 'true' || text === '' ? true : text === 'false' ? false : undefined),
  write: String,
  form: '`true` or `false`',
};

/** A moment as ISO 8601 text in UTC, seconds left out where they are zero. */
export function writeTime(time: number): string {
  return new Date(time).toISOString().replace(/(?::00)?\.000Z$/, 'Z');
}

/** UTC milliseconds of the beginning of an ISO 8601 text; without a zone it is UTC. Undefined where it is no date, or only about one. */
export function readTime(text: string): number | undefined {
  if (!/^[-+:.\dTZ ]+$/.test(text)) return undefined;
  try {
    return readEdtf(text.trim().replace(' ', 'T')).earliest;
  } catch {
    return undefined;
  }
}

function readView(text: string): View | undefined {
  const numbers = text.split('/').map(Number);
  const [zoom, lat, lng] = numbers;
  if (numbers.length !== 3 || zoom === undefined || lat === undefined || lng === undefined) return undefined;
  const fits = zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lng) <= 360;
  return fits ? { zoom, lat, lng } : undefined;
}

const readIds = (text: string): string[] | undefined => {
  const ids = text.split(',').filter((id) => id !== '');
  return ids.length > 0 ? ids : undefined;
};

function readPeriod(text: string): string | undefined {
  try {
    return readEdtf(text).text;
  } catch {
    return undefined;
  }
}

function readZone(text: string): string | undefined {
  if (text === 'UTC' || text === 'local') return text;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    return undefined;
  }
}

/** Languages that the page itself speaks. */
export const LANGUAGES = { en: 'English', id: 'Bahasa Indonesia' } as const;

export const SETTINGS: { readonly [Name in SettingName]: Setting<Settings[Name]> } = {
  data: {
    initial: 'data/najin-dunay/',
    read: (text) =>
      /^[^\s\\]+(\/|\.(csv|tsv|txt|(geo)?json|zip|gpx|km[lz]|czml))$/i.test(text) &&
      !/^(?!https:)[a-z][a-z0-9+.-]*:/i.test(text)
        ? text
        : undefined,
    write: (value) => value,
    form: 'the address of a folder, ending in `/`, or of a file, such as `voyages.csv`; of another host only `https:`',
  },
  time: {
    initial: null,
    read: readTime,
    write: (value) => (value === null ? '' : writeTime(value)),
    form: 'ISO 8601, UTC, such as `2023-09-10T12:00Z`',
  },
  playing: flag,
  speed: {
    initial: 1,
    read: (text) => (Number(text) >= 0.01 && Number(text) <= 100 ? Number(text) : undefined),
    write: String,
    form: 'a number from 0.01 to 100',
  },
  loop: flag,
  selected: {
    initial: null,
    read: (text) => text || undefined,
    write: (value) => value ?? '',
    form: 'the id of a voyage',
  },
  only: {
    initial: null,
    read: readIds,
    write: (value) => value?.join(',') ?? '',
    form: 'ids of vessels, with commas between',
  },
  ports: {
    initial: null,
    read: readIds,
    write: (value) => value?.join(',') ?? '',
    form: 'ids of ports, with commas between',
  },
  period: {
    initial: null,
    read: readPeriod,
    write: (value) => value ?? '',
    form: 'EDTF, such as `2023-09` or `2023-09-01/2023-09-20`',
  },
  view: {
    initial: null,
    read: readView,
    write: (value) => (value ? `${value.zoom.toFixed(2)}/${value.lat.toFixed(4)}/${value.lng.toFixed(4)}` : ''),
    form: '`zoom/latitude/longitude`',
  },
  lang: {
    initial: 'en',
    read: (text) => (Object.hasOwn(LANGUAGES, text) ? text : undefined),
    write: (value) => value,
    form: `one of ${Object.keys(LANGUAGES)
      .map((lang) => `\`${lang}\``)
      .join(', ')}`,
  },
  zone: {
    initial: 'UTC',
    read: readZone,
    write: (value) => value,
    form: '`UTC`, `local` or an IANA name such as `Asia/Vladivostok`',
  },
  controls: {
    initial: 'full',
    read: (text) => CONTROLS.find((controls) => controls === text),
    write: (value) => value,
    form: '`full`, `compact` or `none`',
  },
  look: {
    initial: 'auto',
    read: (text) => LOOK_CHOICES.find((look) => look === text),
    write: (value) => value,
    form: '`auto`, `light` or `dark`',
  },
  projection: {
    initial: 'mercator',
    read: (text) => PROJECTIONS.find((name) => name === text),
    write: (value) => value,
    form: '`mercator` or `globe`',
  },
  whatif: {
    initial: '',
    read: (text) => text,
    write: (value) => value,
    form: 'such as `without:C1/assume:greatestSpeed:20`',
  },
  analysis: {
    initial: null,
    read: (text) => (/^(claims|unnamed|trips|schedules|reach)(:|$)/.test(text) ? text : undefined),
    write: (value) => value ?? '',
    form: '`claims`, `unnamed`, `trips`, `schedules` or `reach`',
  },
  passages: {
    initial: '',
    read: (text) => text,
    write: (value) => value,
    form: 'such as `closed:suez,panama/open:corinth`',
  },
};

/** Settings that speak of one case alone. */
export const OF_CASE: readonly SettingName[] = [
  'time',
  'selected',
  'only',
  'ports',
  'period',
  'view',
  'whatif',
  'analysis',
];

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** A setting that was refused, with what was expected. */
export interface Rejection {
  readonly name: string;
  readonly text: string;
  readonly expected: string;
}

/**
 * Reads settings from their text forms, such as those of an address.
 *
 * @returns the values of the texts that are right, and a rejection for each that is not or that names no setting
 */
export function readSettings(texts: Iterable<readonly [string, string]>): {
  readonly values: Partial<Settings>;
  readonly rejected: readonly Rejection[];
} {
  const values: Record<string, unknown> = {};
  const rejected: Rejection[] = [];
  for (const [name, text] of texts) {
    if (!Object.hasOwn(SETTINGS, name)) {
      rejected.push({ name, text, expected: `one of ${SETTING_NAMES.join(', ')}` });
      continue;
    }
    const setting = SETTINGS[name as SettingName];
    const value = setting.read(text);
    if (value === undefined) rejected.push({ name, text, expected: setting.form });
    else values[name] = value;
  }
  return { values: values as Partial<Settings>, rejected };
}

/** Text forms of those settings that differ from their initial value, in the order of the table. */
export function writeSettings(settings: Settings): [SettingName, string][] {
  return SETTING_NAMES.flatMap((name): [SettingName, string][] => {
    const setting = SETTINGS[name] as Setting<unknown>;
    const text = setting.write(settings[name]);
    return text === setting.write(setting.initial) ? [] : [[name, text]];
  });
}
