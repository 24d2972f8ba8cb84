/** A little Indonesian grammar for the sentences of the page. */

const NUMBERS = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
  'dua belas',
];
const ORDINALS = ['pertama', 'kedua', 'ketiga', 'keempat', 'kelima', 'keenam'];

/** A small number as a word, others as figures. */
export const inWords = (count: number): string => NUMBERS[count] ?? String(count);

/** "kedua": a place in an order, from 0. */
export const ordinal = (at: number): string => ORDINALS[at] ?? `ke-${at + 1}`;

/** With its first letter large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "a dan b", "a, b, dan c". */
export const inList = (items: readonly string[], joint: string): string =>
  items.length < 3 ? items.join(` ${joint} `) : `${items.slice(0, -1).join(', ')}, ${joint} ${items.at(-1)}`;

/** "6,1° LS, 106,8° BT": a latitude and a longitude in degrees, with so many decimals. */
export function position(lat: number, lon: number, decimals: number): string {
  const degrees = (value: number): string =>
    Math.abs(value).toLocaleString('id', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return `${degrees(lat)}° ${lat < 0 ? 'LS' : 'LU'}, ${degrees(lon)}° ${lon < 0 ? 'BB' : 'BT'}`;
}

/** A whole number as it is written in figures: "1.234". */
export const figures = (count: number): string => count.toLocaleString('id');
