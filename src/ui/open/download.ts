/** Files that the reader saves, made in the page. */
import type { Finding } from '../../dataset/formats/finding.ts';
import type { OpenWords } from '../../i18n/en/open.ts';

/** Has the browser save a text as a file. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|]+/g, ' ').trim();
  link.click();
  // The browser reads it only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Findings as a table (CSV, RFC 4180), a row each; `retell` puts their sentences into the language of the page. */
export function findingsTable(
  findings: readonly Finding[],
  say: OpenWords['findings'],
  retell: (text: string) => string = (text) => text,
): string {
  const rows = findings.map(({ file, path, record = '', kept, code, message, expected }) =>
    [file, path, record, say.shown[kept ? 'true' : 'false'], code, retell(message), retell(expected)]
      .map(cell)
      .join(','),
  );
  const { file, place, record, kept, code, message, expected } = say.columns;
  return `\uFEFF${[[file, place, record, kept, code, message, expected].map(cell).join(','), ...rows].join('\r\n')}\r\n`;
}

/** A cell that no spreadsheet takes for a formula: what it quotes comes out of a stranger's file. */
function cell(text: string): string {
  const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
