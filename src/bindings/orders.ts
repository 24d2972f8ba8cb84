/** What a page around the frame may ask for: `{ voyageMap: 1, ... }` with exactly one of `set`, `get`, `do` and `seek`. */
import { readTime, SETTING_NAMES, type SettingName } from '../state/settings.ts';

/** The version of the messages, both ways. */
export const VERSION = 1;

export type Order =
  | { readonly kind: 'set'; readonly texts: Readonly<Record<string, string>> }
  | { readonly kind: 'get'; readonly names: readonly SettingName[] }
  | { readonly kind: 'do'; readonly playing: boolean }
  | { readonly kind: 'seek'; readonly moment: string };

/** Why something was refused: `value` is of a setting, `picture` that a picture did not become complete. */
export type Reason = 'origin' | 'version' | 'command' | 'setting' | 'value' | 'moment' | 'picture';

export interface Refusal {
  readonly reason: Reason;
  /** Of the command or the setting. */
  readonly name: string;
  readonly text: string;
  readonly expected: string;
}

const COMMANDS = ['set', 'get', 'do', 'seek'] as const;
const PLAIN = ['string', 'number', 'boolean'];

const refuse = (reason: Reason, name: string, found: unknown, expected: string): { refusal: Refusal } => ({
  refusal: { reason, name, text: typeof found === 'string' ? found : (JSON.stringify(found) ?? ''), expected },
});

/**
 * Reads a message.
 *
 * @returns the order, or why there is none; null where the message is meant for somebody else
 */
export function readOrder(data: unknown): { readonly order: Order } | { readonly refusal: Refusal } | null {
  if (typeof data !== 'object' || data === null || !('voyageMap' in data)) return null;
  const { voyageMap, ...rest } = data as Readonly<Record<string, unknown>>;
  if (voyageMap !== VERSION) return refuse('version', 'voyageMap', voyageMap, String(VERSION));
  const [name = '', ...more] = Object.keys(rest);
  const command = COMMANDS.find((one) => one === name);
  if (!command || more.length > 0) {
    return refuse('command', Object.keys(rest).join(), rest, `exactly one of ${COMMANDS.join(', ')}`);
  }
  return READERS[command](rest[command]);
}

const READERS: Readonly<Record<(typeof COMMANDS)[number], (value: unknown) => ReturnType<typeof readOrder>>> = {
  set: (value) => {
    const plain = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!plain || !Object.values(value).every((one) => PLAIN.includes(typeof one))) {
      return refuse('value', 'set', value, 'an object of settings with their texts');
    }
    const texts = Object.entries(value).map(([name, text]) => [name, String(text)] as const);
    return { order: { kind: 'set', texts: Object.fromEntries(texts) } };
  },
  get: (value) => {
    if (!Array.isArray(value)) return refuse('value', 'get', value, 'a list of names of settings');
    const unknown = value.find((name) => !SETTING_NAMES.includes(name));
    if (unknown !== undefined) return refuse('setting', 'get', unknown, `names out of ${SETTING_NAMES.join(', ')}`);
    return { order: { kind: 'get', names: value as SettingName[] } };
  },
  do: (value) =>
    value === 'play' || value === 'pause'
      ? { order: { kind: 'do', playing: value === 'play' } }
      : refuse('value', 'do', value, 'play or pause'),
  seek: (value) =>
    typeof value === 'string' && readTime(value) !== undefined
      ? { order: { kind: 'seek', moment: value } }
      : refuse('moment', 'seek', value, 'ISO 8601, UTC, such as 2023-09-10T12:00Z'),
};

/**
 * Origins that may give orders, as the query of the frame's address lists them: `?origins=https://a.org,https://b.org`.
 *
 * @returns null where the query names none, and anybody may; entries that are no origin let nobody in
 */
export function readOrigins(search: string): readonly string[] | null {
  const text = new URLSearchParams(search).get('origins');
  if (text === null) return null;
  return text.split(',').filter((one) => URL.canParse(one) && new URL(one).origin === one && one !== 'null');
}
