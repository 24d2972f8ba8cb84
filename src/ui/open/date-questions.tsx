import type { DateOrder } from '../../dataset/formats/reading.ts';
import type { ColumnOrder } from '../../dataset/formats/table.ts';
import { openIn } from '../../i18n/open-words.ts';
import { type Answering, withDateOrder } from '../../state/table-dialog.ts';
import { usePage, usePageId } from '../page-context.ts';

interface Props {
  readonly answering: Answering;
  readonly onAnswer: (answering: Answering) => void;
}

const ORDERS: readonly DateOrder[] = ['day-first', 'month-first'];

/** Which number of a date is the day: asked wherever the file itself does not settle it, and never chosen beforehand. */
export function DateQuestions({ answering, onAnswer }: Props) {
  const say = openIn(usePage().state.settings.lang.value).dates;
  const id = usePageId();
  const { dates, dateOrder, preview } = answering;
  if (dates.length === 0) return null;
  const ask = ({ column, needed, provenBy, against }: ColumnOrder): string => {
    const name = preview.names[column] ?? '';
    if (provenBy && against) return say.mixed(name, provenBy.text, against.text);
    return needed ? say.ask(name, needed.text, needed.row) : name;
  };
  return (
    <section class="open-dates" aria-labelledby={id}>
      <h3 id={id}>{say.heading}</h3>
      {dates.map((asked) => (
        <fieldset key={asked.field}>
          <legend>{ask(asked)}</legend>
          {ORDERS.map((order) => (
            <label key={order}>
              <input
                type="radio"
                name={`${id}-${asked.field}`}
                checked={dateOrder[asked.field] === order}
                onChange={() => onAnswer(withDateOrder(answering, asked.field, order))}
              />
              {say.orders[order]}
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
}
