/** Links and embed codes, as they are copied. */
import { writeAddress } from '../../bindings/address.ts';
import { SETTINGS, type SettingName, type Settings, writeSettings } from '../../state/settings.ts';

/** What the reader chose for an embed. */
export interface EmbedChoice {
  /** Height of the frame, px; its width is that of the column. */
  readonly height: number;
  readonly settings: Partial<Settings>;
}

/**
 * The address of the page with some settings. The moment is always named, so that the link opens paused there.
 *
 * @param base address of the page's folder, ending in `/`
 */
export function pageAddress(base: string, settings: Settings): string {
  const shared: Settings = { ...settings, playing: false };
  const texts = writeSettings(shared);
  const named = texts.some(([name]) => name === 'time') || shared.time === null;
  const all: readonly (readonly [SettingName, string])[] = named
    ? texts
    : [...texts, ['time', SETTINGS.time.write(shared.time)]];
  const hash = writeAddress(all);
  return hash === '' ? base : `${base}#${hash}`;
}

/**
 * An iframe for an article, with the attributes that a good guest has: a name, no scroll bars, as
 * wide as its column, loaded when it comes near.
 *
 * @param title of the case, as text
 */
export function embedCode(
  base: string,
  title: string,
  settings: Settings,
  { height, settings: chosen }: EmbedChoice,
): string {
  const address = pageAddress(base, { ...settings, ...chosen });
  const attributes = {
    title,
    'aria-label': title,
    src: address,
    loading: 'lazy',
    scrolling: 'no',
    allow: 'fullscreen; clipboard-write',
    height: String(height),
    style: 'width:0;min-width:100%!important;border:0',
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${inAttribute(value)}"`);
  return `<iframe ${written.join(' ')}></iframe>`;
}

const inAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
