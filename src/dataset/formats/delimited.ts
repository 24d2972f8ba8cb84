/**
 * Tables as text: comma, semicolon, tab or bar between cells, by RFC 4180. Read here and not by a library, because the
 * small ones want the whole text at once, and a day of ship positions is half a gigabyte.
 */
import { cellPlace, type Findings } from './finding.ts';
import { Refused } from './reading.ts';

/** A cell longer than this is a quote that was never closed. */
const LONGEST_CELL = 1_000_000;

/** Takes text in any pieces and gives its rows; row 1 is the first line. */
export interface RowReader {
  push(text: string): void;
  /** The text has ended. */
  end(): void;
}

/**
 * A reader of rows. A quote inside a cell that does not begin with one is a character like any other.
 *
 * @param delimiter one character
 * @param onRow told each row as it ends, with its number from 1; a blank line is a row of one empty cell
 */
export function rowReader(
  delimiter: string,
  onRow: (cells: string[], row: number) => void,
  findings: Findings,
): RowReader {
  let cells: string[] = [];
  let cell = '';
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  let afterReturn = false;
  let row = 1;

  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    state = 'start';
  };
  const endRow = (): void => {
    endCell();
    const whole = cells;
    cells = [];
    onRow(whole, row++);
  };
  const grow = (text: string): void => {
    cell += text;
    if (cell.length <= LONGEST_CELL) return;
    unclosed(row, findings);
    throw new Refused();
  };
  const between = delimiter.charCodeAt(0);
  /** The end of a run of characters that mean nothing special. */
  const runEnd = (text: string, from: number): number => {
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === between || code === 10 || code === 13) break;
      at++;
    }
    return at;
  };

  const push = (text: string): void => {
    let at = 0;
    while (at < text.length) {
      const char = text[at] as string;
      if (state === 'quoted') {
        const quote = text.indexOf('"', at);
        grow(text.slice(at, quote < 0 ? text.length : quote));
        if (quote >= 0) state = 'closed';
        at = quote < 0 ? text.length : quote + 1;
      } else if (char === '"' && state === 'start') {
        state = 'quoted';
        at++;
      } else if (char === '"' && state === 'closed') {
        grow('"');
        state = 'quoted';
        at++;
      } else if (char === delimiter) {
        endCell();
        at++;
      } else if (char === '\n' || char === '\r') {
        // "\r\n" is one end, even when two pieces part it.
        if (!(char === '\n' && afterReturn)) endRow();
        at++;
      } else {
        const end = runEnd(text, at);
        grow(text.slice(at, end));
        state = 'plain';
        at = end;
      }
      afterReturn = char === '\r' && state === 'start' && cells.length === 0;
    }
  };

  return {
    push,
    end() {
      if (state === 'quoted') unclosed(row, findings);
      if (state !== 'start' || cells.length > 0) endRow();
    },
  };
}

function unclosed(row: number, findings: Findings): void {
  findings.doubtful('quote-unclosed', {
    path: cellPlace(row),
    message: 'a cell that begins with a quote has no end',
    expected: 'a quote at the end of the cell, and quotes inside it twice',
  });
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The character between the cells of a table: the one that gives the same number of cells, and most of them, in most of
 * the first rows. The line `sep=;` that Excel writes is heeded.
 *
 * @param head the beginning of the text, some rows at least
 * @returns a comma where nothing speaks for another
 */
export function delimiterOf(head: string): string {
  const said = /^\uFEFF?sep=(.)\r?\n/i.exec(head)?.[1];
  if (said !== undefined) return said;
  const line = head.split(/\r\n|\n|\r/, 20).filter((text) => text.trim() !== '');
  let [best, most] = [',', 0];
  for (const delimiter of DELIMITERS) {
    const counts = line.map((text) => text.replace(/"[^"]*"/g, '').split(delimiter).length);
    const cells = counts[0] ?? 1;
    const alike = counts.filter((count) => count === cells).length / counts.length;
    const score = cells > 1 ? alike * 10 + Math.log(cells) : 0;
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}
