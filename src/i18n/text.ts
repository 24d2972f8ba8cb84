import type { Text } from '../model/records.ts';

/** A text of the data in a language; else in English; else in whatever it has first. */
export function inLanguage(text: Text | undefined, lang: string): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return text[lang] ?? text.en ?? Object.values(text)[0] ?? '';
}
