// Writes tiles as one PMTiles file, version 3 of its specification (Protomaps).
import { gzipSync } from 'node:zlib';

const HEADER_BYTES = 127;
/** A reader's first request is of 16 kB: header and root directory must lie in it. */
const ROOT_LIMIT = 16_384 - HEADER_BYTES;
const ENTRIES_A_LEAF = 1024;
/** Numbers of the specification for gzip and for Mapbox vector tiles. */
const GZIP = 2;
const MVT = 1;

/** Appends a number as the specification's varint: 7 bits a byte, the least first. */
function pushVarint(bytes, number) {
  let rest = number;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

/** A directory in bytes: the columns of its entries one after another, each gap of ids and each offset as short as can be. */
function directory(entries) {
  const bytes = [];
  pushVarint(bytes, entries.length);
  entries.forEach(({ id }, index) => {
    pushVarint(bytes, id - (entries[index - 1]?.id ?? 0));
  });
  for (const { run } of entries) pushVarint(bytes, run);
  for (const { length } of entries) pushVarint(bytes, length);
  entries.forEach(({ offset }, index) => {
    const before = entries[index - 1];
    pushVarint(bytes, before && offset === before.offset + before.length ? 0 : offset + 1);
  });
  return gzipSync(Uint8Array.from(bytes), { level: 9 });
}

/** Bodies once each, in order of ids, and the entries that say where the body of each id lies. */
function packed(tiles) {
  const known = new Map();
  const bodies = [];
  const entries = [];
  let end = 0;
  for (const [id, body] of [...tiles].sort(([a], [b]) => a - b)) {
    const key = body.toString('latin1');
    let offset = known.get(key);
    if (offset === undefined) {
      offset = end;
      known.set(key, offset);
      bodies.push(body);
      end += body.length;
    }
    const last = entries.at(-1);
    if (last?.offset === offset && last.id + last.run === id) last.run++;
    else entries.push({ id, run: 1, length: body.length, offset });
  }
  return { bodies, entries };
}

/** The root directory, and the leaves below it where one directory would be too long. */
function directories(entries) {
  const single = directory(entries);
  if (single.length <= ROOT_LIMIT) return { root: single, leaves: [] };
  const leaves = [];
  const pointers = [];
  let offset = 0;
  for (let i = 0; i < entries.length; i += ENTRIES_A_LEAF) {
    const leaf = directory(entries.slice(i, i + ENTRIES_A_LEAF));
    pointers.push({ id: entries[i].id, run: 0, length: leaf.length, offset });
    leaves.push(leaf);
    offset += leaf.length;
  }
  const root = directory(pointers);
  if (root.length > ROOT_LIMIT)
    throw new RangeError(`The root directory has ${root.length} bytes, over ${ROOT_LIMIT}.`);
  return { root, leaves };
}

/**
 * One PMTiles file of vector tiles.
 * @param tiles Map from Hilbert id (`zxyToTileId` of `pmtiles`) to the tile, compressed with gzip.
 * @param about `minzoom`, `maxzoom`, `bounds` [west, south, east, north] in degrees, `metadata` (an object; `vector_layers` and so on).
 * @throws RangeError where there are more tiles than two levels of directories hold.
 */
export function pmtilesFile(tiles, { minzoom, maxzoom, bounds, metadata }) {
  const { bodies, entries } = packed(tiles);
  const { root, leaves } = directories(entries);
  const text = gzipSync(JSON.stringify(metadata), { level: 9 });
  const size = (parts) => parts.reduce((sum, part) => sum + part.length, 0);

  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles');
  header[7] = 3;
  let at = HEADER_BYTES;
  [root.length, text.length, size(leaves), size(bodies)].forEach((length, section) => {
    header.writeBigUInt64LE(BigInt(at), 8 + 16 * section);
    header.writeBigUInt64LE(BigInt(length), 16 + 16 * section);
    at += length;
  });
  [tiles.size, entries.length, bodies.length].forEach((count, index) => {
    header.writeBigUInt64LE(BigInt(count), 72 + 8 * index);
  });
  header.set([1, GZIP, GZIP, MVT, minzoom, maxzoom], 96);
  const [west, south, east, north] = bounds;
  bounds.forEach((degrees, index) => {
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * index);
  });
  header[118] = minzoom;
  header.writeInt32LE(Math.round((west + east) * 5e6), 119);
  header.writeInt32LE(Math.round((south + north) * 5e6), 123);
  return Buffer.concat([header, root, text, ...leaves, ...bodies]);
}
