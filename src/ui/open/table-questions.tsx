import { FIELDS, type Field } from '../../dataset/formats/column-names.ts';
import type { Finding } from '../../dataset/formats/finding.ts';
import { type ColumnDoubt, TABLES, type TableToApprove } from '../../dataset/formats/table.ts';
import type { OpenWords } from '../../i18n/en/open.ts';
import { openIn } from '../../i18n/open-words.ts';
import type { TablePreview } from '../../state/read-session.ts';
import { type Answering, withColumn } from '../../state/table-dialog.ts';
import { usePage } from '../page-context.ts';
import { DateQuestions } from './date-questions.tsx';
import { FindingsList } from './findings-list.tsx';
import { PortQuestions } from './port-questions.tsx';

interface Props {
  readonly answering: Answering;
  /** Of the reading, before any answer. */
  readonly findings: readonly Finding[];
  readonly onAnswer: (answering: Answering) => void;
  readonly onFormat: (format: TableToApprove['format']) => void;
  readonly onShow: () => void;
}

const FORMATS = Object.keys(TABLES) as TableToApprove['format'][];

/** What a table needs before it can be shown: its columns, the order of its dates, the places of its ports. */
export function TableQuestions({ answering, findings, onAnswer, onFormat, onShow }: Props) {
  const { result, table } = openIn(usePage().state.settings.lang.value);
  const { preview, outcome } = answering;
  return (
    <div class="open-table">
      <p class="small">{table.intro(preview.count)}</p>
      <label class="open-kind">
        <span>{table.kind}</span>
        <select
          class="button"
          value={preview.format}
          onChange={(event) => onFormat(event.currentTarget.value as TableToApprove['format'])}
        >
          {FORMATS.map((format) => (
            <option key={format} value={format}>
              {table.kinds[format]}
            </option>
          ))}
        </select>
      </label>
      <FirstRows preview={preview} say={table} />
      <ColumnQuestions answering={answering} say={table} onAnswer={onAnswer} />
      <DateQuestions answering={answering} onAnswer={onAnswer} />
      <PortQuestions answering={answering} onAnswer={onAnswer} />
      {outcome && (
        <FindingsList
          name={preview.file}
          findings={[...findings, ...outcome.findings]}
          count={findings.length + outcome.findingCount}
        />
      )}
      <p role="status" class="open-result">
        {outcome &&
          (outcome.questions.length > 0
            ? result.open(outcome.questions.length)
            : result.willBe(outcome.shown, outcome.shown + outcome.leftOut, outcome.leftOut))}
      </p>
      <button type="button" class="button primary" disabled={!outcome?.usable} onClick={onShow}>
        {result.show}
      </button>
    </div>
  );
}

function FirstRows({ preview, say }: { preview: TablePreview; say: OpenWords['table'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="open-rows" tabIndex={0} aria-label={say.first}>
      <table>
        <caption>{say.first}</caption>
        <thead>
          <tr>
            {preview.names.map((name, at) => (
              <th key={`${at} ${name}`} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.first.map(({ row, cells }) => (
            <tr key={row}>
              {preview.names.map((name, at) => (
                <td key={`${at} ${name}`}>{cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ColumnProps {
  readonly answering: Answering;
  readonly say: OpenWords['table'];
  readonly onAnswer: (answering: Answering) => void;
}

function ColumnQuestions({ answering, say, onAnswer }: ColumnProps) {
  const { preview, columns } = answering;
  const { fields, needed } = TABLES[preview.format];
  return (
    <div class="open-columns">
      {FIELDS.filter((field) => fields.includes(field)).map((field) => (
        <label key={field} class="open-column">
          <span>
            {say.fields[field]} {needed.includes(field) && <span class="quiet">{say.needed}</span>}
          </span>
          <select
            class="button"
            value={columns[field] === undefined ? '' : String(columns[field])}
            onChange={({ currentTarget: { value } }) =>
              onAnswer(withColumn(answering, field, value === '' ? null : Number(value)))
            }
          >
            <option value="">{say.none}</option>
            {preview.names.map((name, at) => (
              <option key={`${at} ${name}`} value={String(at)}>
                {name || `${at + 1}`}
              </option>
            ))}
          </select>
          {doubtsOf(answering, field).map((doubt) => (
            <span key={doubt.kind} class="small open-doubt">
              {say.doubts[doubt.kind]('columns' in doubt ? doubt.columns.map((at) => preview.names[at] ?? '') : [])}
            </span>
          ))}
        </label>
      ))}
    </div>
  );
}

/** Doubts about the guess, while the guess stands. */
function doubtsOf({ preview, columns }: Answering, field: Field): readonly ColumnDoubt[] {
  if (columns[field] !== preview.columns[field]) return [];
  return preview.doubts.filter((doubt) => doubt.field === field);
}
