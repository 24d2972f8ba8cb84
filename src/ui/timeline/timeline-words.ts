/** The words of a timeline: what they say and where they stand. They come once the map is alive. */
export { layOutFlags } from '../../timeline/flags.ts';
export { sentenceOf, summaryOf } from '../../timeline/voyage-words.ts';
export { wordsOfRow } from '../../timeline/words-in-bands.ts';
