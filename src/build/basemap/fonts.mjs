// Makes public/fonts and src/map/font-faces.ts: small files by script, out of whole fonts. See README.md.
// biome-ignore-all lint/correctness/noUndeclaredDependencies: installed by hand, see README.md; the build does not need them.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { convert } from 'fontverter';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const out = `${root}public/fonts/`;

const HANGUL_RANGE = 'U+AC00-D7A3';

const characters = (ranges) =>
  ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));

// Files are chosen by script: what is needed for English, for other European names, for Russian. Arrows
// and triangles that the fonts lack are left to the system.
const CORE = characters([[0x20, 0x7e]]).concat([
  0xa0, 0xa9, 0xab, 0xb0, 0xb1, 0xb7, 0xbb, 0xd7, 0xe9, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2026,
  0x202f, 0x2032, 0x2033, 0x2190, 0x2191, 0x2192, 0x2193, 0x2248, 0x2212, 0x2264, 0x2265, 0x25b2, 0x25b4, 0x25b6,
  0x25b8, 0x25bc, 0x25be, 0x25c0, 0x25c2,
]);
const LATIN_EXT = characters([
  [0xa1, 0x17f],
  [0x218, 0x21b],
  [0x1e80, 0x1e85],
]).filter((code) => !CORE.includes(code));
const CYRILLIC = characters([
  [0x401, 0x45f],
  [0x490, 0x491],
]).concat([0x2116]);

const SANS = ['source-sans-3', 'SourceSans3', 'Voyage Sans'];
const SERIF = ['source-serif-4', 'SourceSerif4', 'Voyage Serif'];
const KOREAN = ['noto-sans-kr', 'NotoSansKR', 'Voyage Sans'];
const FILES = [
  [SANS, '400Regular', 'core', CORE],
  [SANS, '600SemiBold', 'core', CORE],
  [SANS, '700Bold', 'core', CORE],
  [SANS, '400Regular_Italic', 'core', CORE],
  [SERIF, '600SemiBold', 'core', CORE],
  [SANS, '400Regular', 'latin-ext', LATIN_EXT],
  [SANS, '600SemiBold', 'latin-ext', LATIN_EXT],
  [SANS, '700Bold', 'latin-ext', LATIN_EXT],
  [SANS, '400Regular_Italic', 'latin-ext', LATIN_EXT],
  [SERIF, '600SemiBold', 'latin-ext', LATIN_EXT],
  [SANS, '400Regular', 'cyrillic', CYRILLIC],
  [SANS, '600SemiBold', 'cyrillic', CYRILLIC],
  [SANS, '700Bold', 'cyrillic', CYRILLIC],
  [SANS, '400Regular_Italic', 'cyrillic', CYRILLIC],
  [SERIF, '600SemiBold', 'cyrillic', CYRILLIC],
  [KOREAN, '400Regular', 'hangul', hangulInUse()],
  [KOREAN, '700Bold', 'hangul', hangulInUse()],
];

/** Every file under a folder. */
function filesOf(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(path).isDirectory() ? filesOf(path) : [path];
  });
}

/** The Hangul that the labels, the words of the interface and the cases use: the rest of 11,172 syllables stays out. */
function hangulInUse() {
  const folders = ['public/basemap', 'data', 'src/i18n'].map((folder) => root + folder);
  const texts = folders.flatMap(filesOf).filter((path) => /\.(geo)?json$|\.tsx?$|\.md$/.test(path));
  const found = new Set(texts.flatMap((path) => readFileSync(path, 'utf8').match(/[\uac00-\ud7a3]/g) ?? []));
  return [...found].map((syllable) => syllable.codePointAt(0)).sort((a, b) => a - b);
}

const hex = (code) => code.toString(16).toUpperCase();

/** CSS unicode-range of sorted code points. */
function unicodeRange(codes) {
  const runs = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run && run[1] === code - 1) run[1] = code;
    else runs.push([code, code]);
  }
  return runs.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`));
}

/** Code points that an OpenType font has a glyph for: its cmap table, format 4 (the Basic Multilingual Plane). */
function codePoints(font) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i);
  const record = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  const cmap = view.getUint32(record + 8);
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => cmap + view.getUint32(cmap + 8 + 8 * i));
  const table = subtables.find((at) => view.getUint16(at) === 4);
  const segments = view.getUint16(table + 6) / 2;
  const codes = [];
  for (let i = 0; i < segments; i++) {
    const last = view.getUint16(table + 14 + 2 * i);
    const first = view.getUint16(table + 16 + 2 * (segments + i));
    for (let code = first; code <= last && code < 0xffff; code++) codes.push(code);
  }
  return codes;
}

/** The font with these characters only, as OpenType. */
function part(font, codes) {
  const keepFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum'];
  const options = { targetFormat: 'sfnt', noHinting: true, keepFeatures, dropTables: ['meta', 'DSIG', 'STAT'] };
  return subsetFont(font, String.fromCodePoint(...codes), options);
}

/** A name table: copyright (0), family (1), style (2), full name (4), licence (13), for Windows and English. */
function nameTable(family, copyright) {
  const licence = 'SIL Open Font License, Version 1.1';
  const names = [
    [0, copyright],
    [1, family],
    [2, 'Regular'],
    [4, family],
    [13, licence],
  ];
  const header = Buffer.alloc(6 + 12 * names.length);
  header.writeUInt16BE(names.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  const texts = names.map(([id, text], index) => {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    [3, 1, 0x409, id, bytes.length, offset].forEach((value, field) => {
      header.writeUInt16BE(value, 6 + 12 * index + 2 * field);
    });
    offset += bytes.length;
    return bytes;
  });
  return Buffer.concat([header, ...texts]);
}

/** The font under another name: the licence of the Source fonts keeps their name for unchanged copies. */
function renamed(font, family, copyright) {
  const count = font.readUInt16BE(4);
  const tables = Array.from({ length: count }, (_, i) => {
    const at = 12 + 16 * i;
    const tag = font.toString('latin1', at, at + 4);
    const start = font.readUInt32BE(at + 8);
    const data =
      tag === 'name' ? nameTable(family, copyright) : font.subarray(start, start + font.readUInt32BE(at + 12));
    return { tag, data };
  });
  const directory = Buffer.alloc(12 + 16 * count);
  font.copy(directory, 0, 0, 12);
  let offset = directory.length;
  const bodies = tables.map(({ tag, data }, i) => {
    const body = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    let sum = 0;
    for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0;
    directory.write(tag, 12 + 16 * i, 'latin1');
    [sum, offset, data.length].forEach((value, field) => {
      directory.writeUInt32BE(value, 16 + 16 * i + 4 * field);
    });
    offset += body.length;
    return body;
  });
  return Buffer.concat([directory, ...bodies]);
}

const copyrightOf = (name) =>
  readFileSync(require.resolve(`@expo-google-fonts/${name}/LICENSE_FONT`), 'utf8')
    .split('\n')[0]
    .trim();

mkdirSync(out, { recursive: true });
for (const old of readdirSync(out).filter((name) => name.endsWith('.woff2'))) rmSync(out + old);
const rules = [];
const faces = {};
for (const [[name, prefix, family], cut, script, wanted] of FILES) {
  const font = readFileSync(require.resolve(`@expo-google-fonts/${name}/${cut}/${prefix}_${cut}.ttf`));
  const cutFont = await part(font, wanted);
  const codes = codePoints(cutFont).filter((code) => wanted.includes(code));
  const woff2 = await convert(renamed(cutFont, family, copyrightOf(name)), 'woff2');
  const weight = cut.slice(0, 3);
  const style = cut.endsWith('Italic') ? 'italic' : 'normal';
  const file = `${family.toLowerCase().replace(' ', '-')}-${weight}${style === 'italic' ? '-italic' : ''}-${script}.woff2`;
  writeFileSync(out + file, woff2);
  // A syllable that is missing falls to a font of the system either way; the list of those that are there would be 1 kB gz.
  const range = script === 'hangul' ? [HANGUL_RANGE] : unicodeRange(codes.sort((a, b) => a - b));
  // Noto Sans KR has no 600: the 700 stands in for it.
  for (const drawn of script === 'hangul' && weight === '700' ? ['600', '700'] : [weight])
    rules.push(`@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${drawn};
  font-display: swap;
  src: url("${file}") format("woff2");
  unicode-range: ${range.join(', ')};
}
`);
  const key = `${family} ${weight}${style === 'italic' ? ' italic' : ''}`;
  faces[key] ??= [];
  faces[key].push({ file, range });
  console.log(file, woff2.length, 'bytes', codes.length, 'of', wanted.length, 'characters');
}
writeFileSync(
  `${out}fonts.css`,
  `/* Made by src/build/basemap/fonts.mjs. SIL Open Font License 1.1: OFL.txt. */\n${rules.join('\n')}`,
);

const copyrights = [SANS, SERIF, KOREAN].map(([name]) => copyrightOf(name));
const [, ...licence] = readFileSync(require.resolve(`@expo-google-fonts/${KOREAN[0]}/LICENSE_FONT`), 'utf8').split(
  '\n',
);
const title =
  'Voyage Sans and Voyage Serif are subsets of Source Sans 3, Source Serif 4 and Noto Sans KR, renamed as their licence asks.';
writeFileSync(`${out}OFL.txt`, `${[title, '', ...copyrights, ...licence].join('\n')}`);

// What the map's style declares: the same files, for the faces that label the map.
const used = ['Voyage Sans 400', 'Voyage Sans 400 italic'];
const hangul = faces['Voyage Sans 400'].filter(({ file }) => file.includes('hangul'));
faces['Voyage Sans 400 italic'].push(...hangul);
const table = used.map((face) => {
  const files = faces[face].map(({ file, range }) => `    { file: '${file}', range: '${range.join(',')}' },\n`);
  return `  '${face}': [\n${files.join('')}  ],\n`;
});
writeFileSync(
  `${root}src/map/font-faces.ts`,
  `// Made by src/build/basemap/fonts.mjs.\n\n/** Font files of the map's labels in public/fonts, by the name that \`text-font\` uses; \`range\` is a CSS unicode-range. */
export const FONT_FACES: Readonly<Record<string, readonly { readonly file: string; readonly range: string }[]>> = {\n${table.join('')}};\n`,
);
