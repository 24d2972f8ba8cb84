/** Fonts out of WOFF2, for the drawing of text at build time: resvg reads plain TrueType only. After the W3C's WOFF 2.0. */
import { brotliDecompressSync } from 'node:zlib';
import { rebuildGlyphs } from './woff2-glyphs.ts';

/** Tags of the tables that WOFF2 writes as one number, in the order of the standard. */
const TAGS = (
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX ' +
  'vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat ' +
  'fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
).match(/.{4}(?= |$)/g) as string[];

const HEADER = 48;

interface Entry {
  readonly tag: string;
  readonly transformed: boolean;
  /** Bytes in the stream. */
  readonly length: number;
}

/**
 * Rewrites a WOFF2 file as TrueType. The outlines are the same; of the names only the family is kept, and tables are not
 * checksummed.
 * @throws Error where the file is no WOFF2, or a collection
 */
export function readWoff2(file: Buffer): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 file');
  if (file.toString('latin1', 4, 8) === 'ttcf') throw new Error('a collection of fonts is not read');
  const { entries, end } = readDirectory(file, file.readUInt16BE(12));
  const stream = brotliDecompressSync(file.subarray(end, end + file.readUInt32BE(20)));
  const tables = new Map<string, Buffer>();
  let at = 0;
  for (const { tag, length } of entries) {
    tables.set(tag, stream.subarray(at, at + length));
    at += length;
  }
  const isTransformed = (tag: string): boolean => entries.some((entry) => entry.tag === tag && entry.transformed);
  if (isTransformed('glyf')) rebuild(tables, isTransformed('hmtx'));
  tables.set('name', writeNames(familyOf(tableOf(tables, 'name'))));
  return writeFont(file.readUInt32BE(4), tables);
}

function readDirectory(file: Buffer, count: number): { entries: Entry[]; end: number } {
  let at = HEADER;
  const number = (): number => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  const entries = Array.from({ length: count }, (): Entry => {
    const flags = file.readUInt8(at++);
    const known = TAGS[flags & 63];
    if (known === undefined) at += 4;
    const tag = known ?? file.toString('latin1', at - 4, at);
    const version = flags >> 6;
    const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    const plainLength = number();
    return { tag, transformed, length: transformed ? number() : plainLength };
  });
  return { entries, end: at };
}

function tableOf(tables: ReadonlyMap<string, Buffer>, tag: string): Buffer {
  const table = tables.get(tag);
  if (!table) throw new Error(`the font has no table "${tag}"`);
  return table;
}

function rebuild(tables: Map<string, Buffer>, metricsToo: boolean): void {
  const { glyf, loca, leftEdges } = rebuildGlyphs(tableOf(tables, 'glyf'));
  tables.set('glyf', glyf).set('loca', loca);
  const head = Buffer.from(tableOf(tables, 'head'));
  // Places of glyphs are written in four bytes each.
  head.writeInt16BE(1, 50);
  tables.set('head', head);
  if (metricsToo) {
    const measured = tableOf(tables, 'hhea').readUInt16BE(34);
    tables.set('hmtx', rebuildMetrics(tableOf(tables, 'hmtx'), measured, leftEdges));
  }
}

/** Side bearings that were left out are the left edges of the outlines. */
function rebuildMetrics(table: Buffer, measured: number, leftEdges: readonly number[]): Buffer {
  const [flags, count] = [table.readUInt8(0), leftEdges.length];
  let at = 1 + measured * 2;
  const out = Buffer.alloc(measured * 4 + (count - measured) * 2);
  for (let glyph = 0; glyph < count; glyph++) {
    const left = glyph < measured ? 1 : 2;
    let edge = leftEdges[glyph] ?? 0;
    if (!(flags & left)) {
      edge = table.readInt16BE(at);
      at += 2;
    }
    if (glyph < measured) out.writeUInt16BE(table.readUInt16BE(1 + glyph * 2), glyph * 4);
    out.writeInt16BE(edge, glyph < measured ? glyph * 4 + 2 : measured * 4 + (glyph - measured) * 2);
  }
  return out;
}

const [FAMILY, POST_SCRIPT] = [1, 6];

/** The family's name, in UTF-16. */
function familyOf(names: Buffer): Buffer {
  const text = names.readUInt16BE(4);
  for (let record = 6; record < text; record += 12) {
    if (names.readUInt16BE(record) !== 3 || names.readUInt16BE(record + 6) !== FAMILY) continue;
    const start = text + names.readUInt16BE(record + 10);
    return names.subarray(start, start + names.readUInt16BE(record + 8));
  }
  throw new Error('the font has no family name');
}

/** resvg takes no font without a PostScript name, and subset fonts have lost theirs. */
function writeNames(family: Buffer): Buffer {
  const header = Buffer.alloc(30);
  for (const [at, value] of [0, 2, 30].entries()) header.writeUInt16BE(value, 2 * at);
  for (const [at, name] of [FAMILY, POST_SCRIPT].entries()) {
    const record = [3, 1, 0x409, name, family.length, 0];
    for (const [field, value] of record.entries()) header.writeUInt16BE(value, 6 + 12 * at + 2 * field);
  }
  return Buffer.concat([header, family]);
}

function writeFont(flavour: number, tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(12 + 16 * sorted.length);
  header.writeUInt32BE(flavour, 0);
  header.writeUInt16BE(sorted.length, 4);
  const parts: Buffer[] = [header];
  let offset = header.length;
  for (const [at, [tag, table]] of sorted.entries()) {
    header.write(tag, 12 + 16 * at, 'latin1');
    header.writeUInt32BE(offset, 12 + 16 * at + 8);
    header.writeUInt32BE(table.length, 12 + 16 * at + 12);
    const padding = Buffer.alloc(-table.length & 3);
    parts.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat(parts);
}
