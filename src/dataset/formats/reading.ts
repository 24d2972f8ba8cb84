/** Taking a file in: piece by piece, with progress, and so that it can be stopped. */
import type { Dataset } from '../../model/records.ts';
import { type Finding, type Findings, findingsOf } from './finding.ts';
import type { RawCase } from './raw-case.ts';
import type { TableToApprove } from './table.ts';

/** A file to read. A browser's `File` fits as it is. */
export interface SourceFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** How a file is read. */
export interface Reading {
  /** Told the share that is read, 0 to 1, after each piece. It is awaited: a promise gives a worker time to hear a stop. */
  readonly progress?: (share: number) => void | Promise<void>;
  readonly signal?: AbortSignal;
  /** Label of the encoding (WHATWG Encoding), where the file is not Unicode. */
  readonly encoding?: string;
  /** Which number comes first in dates such as 03/04/2023. Never guessed. */
  readonly dateOrder?: DateOrder;
}

/** Which number comes first in a date such as 03/04/2023. */
export type DateOrder = 'day-first' | 'month-first';

/** What came of a file. */
export type FormatRead =
  /** A case, or null where nothing of the file can be used. */
  | {
      readonly kind: 'case';
      readonly dataset: Dataset | null;
      readonly raw: RawCase | null;
      readonly findings: Finding[];
    }
  /** A table whose columns somebody has to look at first. */
  | { readonly kind: 'table'; readonly table: TableToApprove; readonly findings: Finding[] }
  | { readonly kind: 'stopped' };

/** Bytes of a piece. */
const PIECE = 1 << 20;

/** Files that have to be held as a whole (JSON, zip) are not read above this many bytes: text above it breaks engines. */
export const WHOLE_LIMIT = 256 * (1 << 20);

class Stopped extends Error {
  override name = 'Stopped';
}

/** Thrown inside a reader to give up on a file with one finding; {@link guarded} catches it. */
export class Refused extends Error {
  override name = 'Refused';
}

/** A file made of bytes or text that are at hand. */
export function fileOf(name: string, content: Uint8Array | string): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    slice: (start, end) => ({ arrayBuffer: async () => new Uint8Array(bytes.subarray(start, end)).buffer }),
  };
}

/** Throws what {@link guarded} takes for a stop, if the reading was stopped. */
export function heedStop(reading: Reading): void {
  if (reading.signal?.aborted) throw new Stopped();
}

/** The bytes of a file, piece by piece. Stops between two pieces. */
export async function* pieces(file: SourceFile, reading: Reading): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.size; start += PIECE) {
    heedStop(reading);
    const end = Math.min(start + PIECE, file.size);
    yield new Uint8Array(await file.slice(start, end).arrayBuffer());
    await reading.progress?.(end / file.size);
  }
  heedStop(reading);
}

/**
 * The text of a file, piece by piece: UTF-8, or UTF-16 where a byte order mark says so, or the encoding that was named.
 * Bytes that are none of it become U+FFFD, which is a finding.
 */
export async function* textPieces(file: SourceFile, reading: Reading, findings: Findings): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let strange = false;
  const seen = (text: string): string => {
    strange ||= text.includes('\uFFFD');
    return text;
  };
  for await (const piece of pieces(file, reading)) {
    decoder ??= new TextDecoder(reading.encoding ?? encodingOf(piece));
    yield seen(decoder.decode(piece, { stream: true }));
  }
  if (decoder !== null) yield seen(decoder.decode());
  if (strange) {
    findings.doubtful('not-utf-8', {
      path: '',
      message: 'some bytes are no text of the encoding, and stand as \uFFFD',
      expected: 'UTF-8, or the name of the encoding',
    });
  }
}

/** The encoding that a byte order mark names; UTF-8 where there is none. */
export function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The whole text of a file. Throws what {@link guarded} catches if it is larger than {@link WHOLE_LIMIT}. */
export async function wholeText(file: SourceFile, reading: Reading, findings: Findings): Promise<string> {
  refuseLarge(file, findings);
  const parts: string[] = [];
  for await (const part of textPieces(file, reading, findings)) parts.push(part);
  return parts.join('');
}

/** The whole of a file as bytes. Throws what {@link guarded} catches if it is larger than {@link WHOLE_LIMIT}. */
export async function wholeBytes(file: SourceFile, reading: Reading, findings: Findings): Promise<Uint8Array> {
  refuseLarge(file, findings);
  const bytes = new Uint8Array(file.size);
  let filled = 0;
  for await (const piece of pieces(file, reading)) {
    bytes.set(piece, filled);
    filled += piece.length;
  }
  return bytes;
}

function refuseLarge(file: SourceFile, findings: Findings): void {
  if (file.size <= WHOLE_LIMIT) return;
  findings.leftOut('too-large', {
    path: '',
    message: `the file has ${file.size} bytes and can only be read as a whole`,
    expected: `at most ${WHOLE_LIMIT} bytes, or a table, GPX or KML, which are read piece by piece`,
  });
  throw new Refused();
}

/**
 * Runs a reader so that it never throws: a stop becomes `stopped`, anything unforeseen a finding.
 *
 * @param read may throw
 */
export async function guarded(
  file: SourceFile,
  read: (findings: Findings) => Promise<FormatRead>,
): Promise<FormatRead> {
  const findings = findingsOf(file.name);
  try {
    return await read(findings);
  } catch (error) {
    if (error instanceof Stopped) return { kind: 'stopped' };
    if (!(error instanceof Refused)) {
      const said = error instanceof Error ? error.message : String(error);
      findings.leftOut('unreadable', {
        path: '',
        message: `the file cannot be read (${said})`,
        expected: 'a whole file',
      });
    }
    return { kind: 'case', dataset: null, raw: null, findings: findings.list };
  }
}
