import { wordsIn } from '../i18n/words.ts';
import { learn } from './languages.ts';
import { LANGUAGES } from './settings.ts';
import { change, notify, type State } from './state.ts';

/** Fetches the words of the language asked for. Where they cannot be had the reader is told so, and the page speaks as before. Never rejects. */
export async function speak(state: State, asked: string): Promise<void> {
  try {
    await learn(asked);
  } catch {
    const lang = state.settings.lang.peek();
    notify(state, { kind: 'setting', text: wordsIn(lang).wordsMissing(LANGUAGES[asked as keyof typeof LANGUAGES]) });
    if (state.asked.peek() === asked) change(state, { lang });
  }
}
