import type { Finding } from '../../dataset/formats/finding.ts';
import { openIn } from '../../i18n/open-words.ts';
import { retold } from '../../i18n/retold.ts';
import { usePage } from '../page-context.ts';
import { findingsTable, saveFile } from './download.ts';

interface Props {
  /** Of the file. */
  readonly name: string;
  readonly findings: readonly Finding[];
  /** Findings in all; the list may hold only the first of them. */
  readonly count: number;
  readonly open?: boolean;
}

/** Findings drawn in the page; the rest is in the list to download. */
const DRAWN = 100;

/** What was left out of a file and what is doubtful in it, each with its place and the reason. */
export function FindingsList({ name, findings, count, open = false }: Props) {
  const lang = usePage().state.settings.lang.value;
  const say = openIn(lang).findings;
  const retell = (text: string): string => retold(text, lang);
  if (findings.length === 0) return null;
  const [leftOut, kept] = [findings.filter((one) => !one.kept), findings.filter((one) => one.kept)];
  const drawn = leftOut.slice(0, DRAWN);
  const parts = [
    { heading: say.leftOut, list: drawn },
    { heading: say.kept, list: kept.slice(0, DRAWN - drawn.length) },
  ].filter(({ list }) => list.length > 0);
  const rest = count - parts.reduce((sum, { list }) => sum + list.length, 0);
  return (
    <details class="open-findings" open={open}>
      <summary>{say.summary(leftOut.length, kept.length)}</summary>
      <div class="open-findings-list">
        {parts.map(({ heading, list }) => (
          <div key={heading}>
            <h3>{heading}</h3>
            <ul>
              {list.map(({ path, code, message, expected }, at) => (
                <li key={`${at} ${path} ${code}`}>{say.line(path, retell(message), retell(expected))}</li>
              ))}
            </ul>
          </div>
        ))}
        {rest > 0 && <p>{say.more(rest)}</p>}
      </div>
      {findings.length === count && (
        <button
          type="button"
          class="button"
          onClick={() => saveFile(say.file(name), findingsTable(findings, say, retell), 'text/csv;charset=utf-8')}
        >
          {say.download}
        </button>
      )}
    </details>
  );
}
