/** Canals and straits, to be opened and closed, and the routes that come of it. */
import { useEffect, useRef } from 'preact/hooks';
import type { Lane } from '../../model/lanes.ts';
import { KM_PER_NAUTICAL_MILE } from '../../model/path.ts';
import { readPassages, writePassages } from '../../reach/passage-text.ts';
import { CLOSED_UNLESS_ASKED, NAMED_PASSAGES, type PassageId } from '../../reach/passages.ts';
import { change } from '../../state/state.ts';
import { usePage, usePageId } from '../page-context.ts';
import { portName, tellerOf } from '../teller.ts';
import { useLaterWords } from '../use-later-words.ts';
import styleSheet from './passages.css?url';
import { SearchStatus } from './search-status.tsx';

/** Lanes listed at most: a list that nobody reads to its end. */
const LISTED = 200;

export function PassagesDialog({ onClose }: { onClose: () => void }) {
  const { state } = usePage();
  const say = useLaterWords().passages;
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = usePageId();
  useEffect(() => dialog.current?.showModal(), []);
  const read = readPassages(state.settings.passages.value);
  const closed = 'error' in read ? CLOSED_UNLESS_ASKED : read.closed;
  const set = (id: PassageId, open: boolean): void =>
    change(state, { passages: writePassages(open ? closed.filter((one) => one !== id) : [...closed, id]) });
  return (
    <dialog ref={dialog} class="page-dialog passages" aria-labelledby={headingId} onClose={onClose}>
      <link rel="stylesheet" href={styleSheet} />
      <h2 id={headingId}>{say.heading}</h2>
      <p>{say.intro}</p>
      <fieldset class="passages-list" aria-labelledby={headingId}>
        {NAMED_PASSAGES.map(({ id }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={!closed.includes(id)}
              onChange={(event) => set(id, event.currentTarget.checked)}
            />
            {say.names[id]}
          </label>
        ))}
      </fieldset>
      <SearchStatus />
      <DrawnLanes />
      <form method="dialog" class="passages-ways">
        <button
          type="button"
          class="button"
          disabled={state.settings.passages.value === ''}
          onClick={() => change(state, { passages: '' })}
        >
          {say.usual}
        </button>
        <button type="submit" class="button">
          {say.close}
        </button>
      </form>
    </dialog>
  );
}

/** Which passages the lanes go through. */
function DrawnLanes() {
  const page = usePage();
  const say = useLaterWords().passages;
  const teller = tellerOf(page);
  if (!teller) return null;
  const number = (value: number): string => value.toLocaleString(teller.lang, { maximumFractionDigits: 0 });
  const throughOf = ({ kind, passages }: Lane): string => {
    if (kind === 'great-circle') return say.noRoute;
    const names = NAMED_PASSAGES.flatMap(({ id }) => (passages?.through.includes(id) ? [say.names[id]] : []));
    return names.length > 0 ? say.through(names) : say.throughNone;
  };
  const lanes = teller.shown.lanes.filter(({ kind }) => kind !== 'track').slice(0, LISTED);
  return (
    <>
      <h3>{say.lanes}</h3>
      <ul class="passages-lanes small">
        {lanes.map((lane) => (
          <li key={lane.id}>
            {say.lane(
              portName(teller, lane.ends[0]),
              portName(teller, lane.ends[1]),
              number(lane.km),
              number(lane.km / KM_PER_NAUTICAL_MILE),
            )}
            , {throughOf(lane)}
          </li>
        ))}
      </ul>
    </>
  );
}
