/** The outlines of a WOFF2 font, which lie in seven streams, as a TrueType `glyf` table. W3C WOFF 2.0, section 5. */

interface Glyphs {
  readonly glyf: Buffer;
  readonly loca: Buffer;
  /** Least x of each glyph, font units; 0 where it is empty. */
  readonly leftEdges: readonly number[];
}

/** Reads a stream from its beginning to its end. */
interface Reader {
  readonly take: (length: number) => Buffer;
  readonly uint8: () => number;
  readonly uint16: () => number;
  readonly int16: () => number;
  /** 255UInt16: one byte where that is enough. */
  readonly short: () => number;
}

function readerOf(bytes: Buffer): Reader {
  let at = 0;
  const take = (length: number): Buffer => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const uint8 = (): number => take(1).readUInt8();
  const uint16 = (): number => take(2).readUInt16BE();
  const short = (): number => {
    const code = uint8();
    if (code === 253) return uint16();
    if (code === 254) return uint8() + 506;
    return code === 255 ? uint8() + 253 : code;
  };
  return { take, uint8, uint16, int16: () => take(2).readInt16BE(), short };
}

interface Streams {
  readonly contours: Reader;
  readonly counts: Reader;
  readonly flags: Reader;
  readonly glyphs: Reader;
  readonly composites: Reader;
  readonly boxes: Reader;
  readonly instructions: Reader;
}

const HEADER = 36;

/** Puts the streams of a transformed `glyf` table together again. */
export function rebuildGlyphs(table: Buffer): Glyphs {
  const count = table.readUInt16BE(4);
  const whole = readerOf(table);
  whole.take(HEADER);
  const [contours, counts, flags, glyphs, composites, boxes, instructions] = Array.from({ length: 7 }, (_, at) =>
    readerOf(whole.take(table.readUInt32BE(8 + 4 * at))),
  ) as [Reader, Reader, Reader, Reader, Reader, Reader, Reader];
  const streams: Streams = { contours, counts, flags, glyphs, composites, boxes, instructions };
  const boxed = boxes.take(4 * Math.floor((count + 31) / 32));
  const parts: Buffer[] = [];
  const leftEdges: number[] = [];
  const loca = Buffer.alloc(4 * (count + 1));
  let offset = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    const box = (boxed.readUInt8(glyph >> 3) & (128 >> (glyph & 7))) !== 0;
    const outline = readGlyph(streams, box);
    const padded = Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]);
    leftEdges.push(outline.length > 0 ? outline.readInt16BE(2) : 0);
    parts.push(padded);
    offset += padded.length;
    loca.writeUInt32BE(offset, 4 * (glyph + 1));
  }
  return { glyf: Buffer.concat(parts), loca, leftEdges };
}

function readGlyph(streams: Streams, hasBox: boolean): Buffer {
  const contours = streams.contours.int16();
  if (contours === 0) return Buffer.alloc(0);
  return contours < 0 ? readComposite(streams) : readSimple(streams, contours, hasBox);
}

const int16s = (values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [at, value] of values.entries()) bytes.writeInt16BE(value, 2 * at);
  return bytes;
};

const MORE = 0x20;
const INSTRUCTED = 0x100;

/** A glyph put together of others; its box is always given. */
function readComposite(streams: Streams): Buffer {
  const parts = [int16s([-1]), streams.boxes.take(8)];
  let instructed = false;
  for (let flags = MORE; flags & MORE; ) {
    const start = streams.composites.take(2);
    flags = start.readUInt16BE();
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    parts.push(start, streams.composites.take(2 + (flags & 1 ? 4 : 2) + scale));
    instructed ||= (flags & INSTRUCTED) !== 0;
  }
  if (instructed) parts.push(readInstructions(streams));
  return Buffer.concat(parts);
}

function readInstructions({ glyphs, instructions }: Streams): Buffer {
  const length = glyphs.short();
  return Buffer.concat([int16s([length]), instructions.take(length)]);
}

function readSimple(streams: Streams, contours: number, hasBox: boolean): Buffer {
  let count = 0;
  const ends = Array.from({ length: contours }, () => {
    count += streams.counts.short();
    return count - 1;
  });
  const points = Array.from({ length: count }, () => readPoint(streams.flags.uint8(), streams.glyphs));
  const tail = readInstructions(streams);
  const box = hasBox ? streams.boxes.take(8) : boxOf(points);
  const onCurve = Buffer.from(points.map((point) => (point.on ? 1 : 0)));
  const [xs, ys] = [int16s(points.map(({ dx }) => dx)), int16s(points.map(({ dy }) => dy))];
  return Buffer.concat([int16s([contours]), box, int16s(ends), tail, onCurve, xs, ys]);
}

interface Step {
  readonly on: boolean;
  readonly dx: number;
  readonly dy: number;
}

/** One point, from the one before: the flag says in how many bits (table "triplet encoding" of the standard). */
function readPoint(byte: number, data: Reader): Step {
  const [on, flag] = [byte < 128, byte & 127];
  const signed = (bit: number, value: number): number => (bit & 1 ? value : -value || 0);
  if (flag < 20) {
    const size = (((flag % 10) >> 1) << 8) + data.uint8();
    return flag < 10 ? { on, dx: 0, dy: signed(flag, size) } : { on, dx: signed(flag, size), dy: 0 };
  }
  if (flag < 84) {
    const [at, byte0] = [flag - 20, data.uint8()];
    const dx = 1 + (at & 48) + (byte0 >> 4);
    const dy = 1 + ((at & 12) << 2) + (byte0 & 15);
    return { on, dx: signed(flag, dx), dy: signed(flag >> 1, dy) };
  }
  if (flag < 120) {
    const at = flag - 84;
    const dx = 1 + (Math.floor(at / 12) << 8) + data.uint8();
    const dy = 1 + (((at % 12) >> 2) << 8) + data.uint8();
    return { on, dx: signed(flag, dx), dy: signed(flag >> 1, dy) };
  }
  if (flag < 124) {
    const [a, b, c] = [data.uint8(), data.uint8(), data.uint8()];
    return { on, dx: signed(flag, (a << 4) + (b >> 4)), dy: signed(flag >> 1, ((b & 15) << 8) + c) };
  }
  return { on, dx: signed(flag, data.uint16()), dy: signed(flag >> 1, data.uint16()) };
}

function boxOf(points: readonly Step[]): Buffer {
  let [x, y] = [0, 0];
  const places = points.map(({ dx, dy }) => {
    x += dx;
    y += dy;
    return [x, y] as const;
  });
  const [xs, ys] = [places.map((place) => place[0]), places.map((place) => place[1])];
  return int16s([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
}
