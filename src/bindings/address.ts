/** Keeps the address after `#` and the settings in step. */
import {
  type Rejection,
  readSettings,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type Settings,
} from '../state/settings.ts';

/** What a new entry of the history is made for: steps that Back should undo. Other changes rewrite the entry. */
const STEPS: readonly SettingName[] = [
  'data',
  'selected',
  'only',
  'ports',
  'period',
  'lang',
  'zone',
  'controls',
  'look',
  'projection',
  'whatif',
  'analysis',
];
/** Browsers refuse addresses that change too often. */
const PAUSE = 300;

/** Text of the address after `#` for some settings. Slashes, commas and colons stay readable. */
export function writeAddress(settings: readonly (readonly [SettingName, string])[]): string {
  return settings
    .map(([name, text]) => `${name}=${encodeURIComponent(text).replace(/%(2F|2C|3A)/g, decodeURIComponent)}`)
    .join('&');
}

/** Settings that an address names, and those it names wrongly. */
export function readAddress(hash: string): {
  readonly values: Partial<Settings>;
  readonly rejected: readonly Rejection[];
} {
  return readSettings(new URLSearchParams(hash.replace(/^#/, '').replaceAll('+', '%2B')));
}

/** What the binding needs of the map's element. */
export interface Bound extends EventTarget {
  readonly settings: [SettingName, string][];
  set(texts: Readonly<Record<string, string>>): unknown;
  replace(values: Partial<Settings>): void;
}

const INITIAL = Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].initial])) as unknown as Settings;

/**
 * Binds the address bar to a map: the address is read now and whenever the reader goes back,
 * forward or edits it, and written as settings change, though not while time runs.
 *
 * @param writes whether the address is also written
 */
export function bindAddress(map: Bound, writes: boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changed = 0;
  let written: readonly (readonly [SettingName, string])[] = [];

  const read = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const texts = Object.fromEntries(new URLSearchParams(location.hash.replace(/^#/, '').replaceAll('+', '%2B')));
    const named = readAddress(location.hash).values;
    const rest = Object.fromEntries(Object.entries(INITIAL).filter(([name]) => !(name in named)));
    map.replace(rest as Partial<Settings>);
    map.set(texts);
    written = map.settings;
  };

  const write = (): void => {
    const settings = map.settings.filter(([name]) => name !== 'playing');
    const stepped = STEPS.some((name) => textOf(settings, name) !== textOf(written, name));
    const hash = writeAddress(settings);
    written = settings;
    if (hash === location.hash.replace(/^#/, '')) return;
    const address = hash === '' ? location.pathname + location.search : `#${hash}`;
    if (stepped) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  };

  read();
  addEventListener('popstate', read);
  if (!writes) return;
  // One timer, set again only where it came too early: settings may change with every frame.
  const look = (): void => {
    const left = changed + PAUSE - performance.now();
    timer = left > 0 ? setTimeout(look, left) : undefined;
    if (!timer && textOf(map.settings, 'playing') === undefined) write();
  };
  map.addEventListener('change', () => {
    changed = performance.now();
    timer ??= setTimeout(look, PAUSE);
  });
}

const textOf = (settings: readonly (readonly [SettingName, string])[], name: SettingName): string | undefined =>
  settings.find(([one]) => one === name)?.[1];
