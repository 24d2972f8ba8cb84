/**
 * Widths of words before they are drawn, so that the layout needs no page. Advance widths in thousandths of an em, read
 * from the page's own sans at 400 and 600 (Source Sans 3), of the characters U+0020 to U+007E in their order.
 */
const FIRST = 0x20;
const REGULAR = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497,
  497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727,
  647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555,
  496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303,
  241, 303, 497,
];
const SEMIBOLD = [
  200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513, 513, 513,
  513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745,
  657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564,
  507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324,
  255, 324, 513,
];

/** Beyond ASCII by kind of letter: narrow signs, dashes, capitals and small letters of other alphabets, East Asian. */
function roughAdvance(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x1100 && code < 0xfffe) return 920;
  if (code === 0xa0) return 200;
  if (character === '—' || character === '…') return 950;
  if (character === '–') return 480;
  if (code >= 0x2000 && code < 0x2e00) return code >= 0x2190 ? 305 : 250;
  return character !== character.toLowerCase() ? 660 : 560;
}

/**
 * Width of a text on one line, CSS px. Measured in a browser, English is right to 1 % at 400 and 600 (kerning is left
 * out, so it is rather too wide by up to 5 %) and too narrow by 4 to 5 % at 700; Cyrillic, accented and East Asian text
 * may be off by 15 %, nearly always too wide; a font that stands in for ours may be 10 % off either way.
 *
 * @param size font size, px
 */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  const table = weight === 600 ? SEMIBOLD : REGULAR;
  let sum = 0;
  for (const character of text) sum += table[character.charCodeAt(0) - FIRST] ?? roughAdvance(character);
  return (sum * size) / 1000;
}

/** The text, or as much of its beginning as fits into `room` px with an ellipsis after it; empty where nothing fits. */
export function shortened(text: string, room: number, size: number, weight: 400 | 600 = 400): string {
  if (textWidth(text, size, weight) <= room) return text;
  const letters = [...text];
  while (letters.length > 0) {
    letters.pop();
    const shorter = `${letters.join('').trimEnd()}…`;
    if (textWidth(shorter, size, weight) <= room) return letters.length > 0 ? shorter : '';
  }
  return '';
}
