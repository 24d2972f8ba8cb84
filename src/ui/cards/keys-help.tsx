import { laterIn } from '../../i18n/later-words.ts';
import { usePage } from '../page-context.ts';

export interface KeyHelp {
  /** Keys as printed on them, with spaces between those pressed in turn: "Shift →". */
  readonly keys: string;
  readonly does: string;
}

/** What the keys do: the inside of a dialog. */
export function KeysHelp({ keys, headingId }: { keys: readonly KeyHelp[]; headingId?: string }) {
  const { help } = laterIn(usePage().state.settings.lang.value);
  return (
    <div class="help">
      <h2 id={headingId}>{help.heading}</h2>
      <table class="help-keys">
        <thead class="unseen">
          <tr>
            <th scope="col">{help.key}</th>
            <th scope="col">{help.does}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((one) => (
            <tr key={one.keys}>
              <th scope="row" class="help-key">
                {one.keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{one.does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
