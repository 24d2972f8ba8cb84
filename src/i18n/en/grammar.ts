/** A little English grammar for the sentences of the page. */

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** Places in an order, from 0. */
export const ORDINALS = 'first second third fourth fifth sixth'.split(' ');

/** A small number as a word, others as figures. */
export const inWords = (count: number): string => NUMBERS[count] ?? String(count);

/** With its first letter large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "a, b or c"; `comma` puts a comma before the joint, where the items have joints of their own. */
/** "a, b or c". */
export const inList = (items: readonly string[], joint: string, comma = ''): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${comma} ${joint} ${items.at(-1)}`;
