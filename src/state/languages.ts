/** Languages whose words are here, for every state at once: words do not change. */
import { signal } from '@preact/signals-core';
import { fetchWords } from '../i18n/words.ts';
import { SETTINGS } from './settings.ts';

const here = signal<readonly string[]>([SETTINGS.lang.initial]);

/** Whether the page can speak a language of the settings table now. Reads a signal. */
export const isSpoken = (lang: string): boolean => here.value.includes(lang);

/** Fetches the words of a language; rejects where they cannot be had. */
export async function learn(lang: string): Promise<void> {
  await fetchWords(lang);
  here.value = [...here.peek(), lang];
}
