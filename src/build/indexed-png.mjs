// @ts-check

/** PNG with a palette: a picture of flat colours takes half the bytes, with no tool that would have to be installed. */
import { crc32, deflateSync } from 'node:zlib';

/** @typedef {{ colour: readonly number[], count: number }} Shade */

/**
 * Writes a picture with few colours.
 * @param {Uint8Array} rgba four bytes a pixel, row by row; alpha is passed over
 * @param {number} width px
 * @param {number} height px
 * @param {number} most colours of the palette, 2 to 256
 * @returns {Buffer} the file; the same bytes for the same pixels
 * @throws {RangeError} where the pixels are not as many as the size says, or `most` is out of range
 */
export function indexedPng(rgba, width, height, most) {
  if (rgba.length !== width * height * 4) throw new RangeError(`${rgba.length} bytes are not ${width} x ${height} px`);
  if (most < 2 || most > 256) throw new RangeError(`a palette has 2 to 256 colours, not ${most}`);
  const keys = Uint32Array.from({ length: width * height }, (_, at) => keyAt(rgba, at * 4));
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const shades = [...counts].map(([key, count]) => ({ colour: [key >> 16, (key >> 8) & 255, key & 255], count }));
  const palette = paletteOf(shades, most);
  const index = new Map([...counts.keys()].map((key, at) => [key, nearest(palette, shades[at]?.colour ?? [])]));
  const rows = Buffer.alloc((width + 1) * height);
  // The first byte of a row names its filter: 0, none, since an index says nothing of its neighbours.
  keys.forEach((key, at) => {
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index.get(key) ?? 0;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {Uint8Array} rgba
 * @param {number} at
 */
function keyAt(rgba, at) {
  return ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
}

/**
 * Median cut (Heckbert 1982): the heap that spreads its pixels most is halved until there are enough, and gives its
 * most frequent colour, so that flat areas keep theirs exactly.
 * @param {readonly Shade[]} shades
 * @param {number} most
 * @returns {number[][]}
 */
function paletteOf(shades, most) {
  const heaps = [heapOf([...shades])];
  while (heaps.length < most) {
    const widest = heaps.reduce((a, b) => (b.spread > a.spread ? b : a));
    if (widest.spread === 0) break;
    const [low, high] = halves(widest);
    heaps.splice(heaps.indexOf(widest), 1, heapOf(low), heapOf(high));
  }
  return heaps.map(({ shades }) => [...shades.reduce((a, b) => (b.count > a.count ? b : a)).colour]);
}

/** @param {Shade[]} shades */
function heapOf(shades) {
  const total = shades.reduce((sum, { count }) => sum + count, 0);
  const spreads = [0, 1, 2].map((axis) => {
    const mean = shades.reduce((sum, { colour, count }) => sum + (colour[axis] ?? 0) * count, 0) / total;
    return shades.reduce((sum, { colour, count }) => sum + ((colour[axis] ?? 0) - mean) ** 2 * count, 0);
  });
  const spread = shades.length > 1 ? Math.max(...spreads) : 0;
  return { shades, spread, axis: spreads.indexOf(Math.max(...spreads)), total };
}

/**
 * Cut beside the mean of the axis: between flat areas, not through one.
 * @param {ReturnType<typeof heapOf>} heap
 * @returns {[Shade[], Shade[]]}
 */
function halves({ shades, axis, total }) {
  const mean = shades.reduce((sum, { colour, count }) => sum + (colour[axis] ?? 0) * count, 0) / total;
  const isLow = (/** @type {Shade} */ { colour }) => (colour[axis] ?? 0) <= mean;
  return [shades.filter(isLow), shades.filter((shade) => !isLow(shade))];
}

/**
 * @param {readonly number[][]} palette
 * @param {readonly number[]} colour
 */
function nearest(palette, colour) {
  let best = 0;
  let least = Infinity;
  palette.forEach((one, at) => {
    const distance = one.reduce((sum, value, axis) => sum + (value - (colour[axis] ?? 0)) ** 2, 0);
    if (distance >= least) return;
    least = distance;
    best = at;
  });
  return best;
}

/**
 * @param {string} name
 * @param {Buffer} data
 */
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
