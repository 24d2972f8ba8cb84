import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Case } from '../../state/case.ts';
import { ShipMark } from '../cards/ship-mark.tsx';
import { usePageId } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';
import { type Choice, callersOf, useChoices } from './choices.ts';
import { KINDS, type SearchIndex, search } from './search.ts';

/** Answers of each kind that are listed. */
const MOST = 6;

interface Props {
  readonly shown: Case;
  readonly index: SearchIndex;
  /** Something was chosen. */
  readonly onFound: () => void;
}

/** A place among the answers: a row, and in it what to do: 0 to go there, 1 to show nothing else. */
interface Place {
  readonly row: number;
  readonly cell: 0 | 1;
}

/**
 * One field for all that can be found: a combobox with a grid of answers, as the ARIA practices have it. Up and down go
 * from answer to answer, left and right between going there and showing nothing else, Enter does it.
 */
export function FindField({ shown, index, onFound }: Props) {
  const { finding: say } = useLaterWords();
  const id = usePageId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [place, setPlace] = useState<Place>({ row: 0, cell: 0 });
  /** Left and right move in the text until up or down was pressed. */
  const [inList, setInList] = useState(false);
  const callers = useMemo(() => callersOf(shown), [shown]);
  const { ofRecord, ofDate } = useChoices(shown, callers);
  const answer = useMemo(() => search(index, text, MOST), [index, text]);
  const date = text.trim() === '' ? null : ofDate(text);
  const choices = [...(date ? [date] : []), ...answer.found.flatMap((found) => ofRecord(found) ?? [])];
  const listed = { ship: 0, port: 0, voyage: 0 };
  for (const { kind } of answer.found) listed[kind]++;
  const others = KINDS.flatMap((kind) =>
    answer.counts[kind] > listed[kind] ? [say.more[kind](answer.counts[kind] - listed[kind])] : [],
  );
  const cellId = ({ row, cell }: Place): string => `${id}-${row}-${cell}`;
  const isOpen = choices.length > 0;
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [place, text]);
  const act = ({ row, cell }: Place): void => {
    const choice = choices[row];
    const done = cell === 0 ? choice?.go : choice?.only?.act;
    if (!done) return;
    done();
    onFound();
  };
  const press = (event: KeyboardEvent): void => {
    const down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      act(place);
    } else if (down !== undefined && isOpen) {
      event.preventDefault();
      setInList(true);
      setPlace({ row: inList ? (place.row + down + choices.length) % choices.length : place.row, cell: 0 });
    } else if (inList && (event.key === 'ArrowRight' || event.key === 'ArrowLeft') && choices[place.row]?.only) {
      event.preventDefault();
      setPlace({ ...place, cell: event.key === 'ArrowRight' ? 1 : 0 });
    }
  };
  return (
    <div class="find-field">
      <label for={`${id}-field`}>{say.label}</label>
      <input
        id={`${id}-field`}
        class="button find-text"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        autofocus
        placeholder={say.hint}
        aria-autocomplete="list"
        aria-haspopup="grid"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen ? cellId(place) : undefined}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setPlace({ row: 0, cell: 0 });
          setInList(false);
        }}
        onKeyDown={press}
      />
      <div id={`${id}-list`} ref={list} class="find-list" role="grid" aria-label={say.answers} hidden={!isOpen}>
        {choices.map((choice, row) => (
          <Row key={choice.key} choice={choice} row={row} place={place} cellId={cellId} onAct={act} />
        ))}
      </div>
      <p class="find-count" role="status">
        {text.trim() === '' ? '' : isOpen ? others.join(' ') : say.nothing(text.trim())}
      </p>
    </div>
  );
}

interface RowProps {
  readonly choice: Choice;
  readonly row: number;
  readonly place: Place;
  readonly cellId: (place: Place) => string;
  readonly onAct: (place: Place) => void;
}

function Row({ choice, row, place, cellId, onAct }: RowProps) {
  const { name, about, look, go, only } = choice;
  const cell = (number: 0 | 1) => ({
    id: cellId({ row, cell: number }),
    role: 'gridcell' as const,
    'aria-selected': place.row === row && place.cell === number,
    // The focus stays in the field.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: () => onAct({ row, cell: number }),
  });
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: a row of the grid; the focus stays in the field
    <div class={`find-row${look ? ` ship-${look.colour}` : ''}`} role="row">
      <div {...cell(0)} class="find-go" aria-disabled={go === null}>
        {look && <ShipMark look={look} />} <span class="find-name">{name}</span> <span class="find-about">{about}</span>
      </div>
      {only && (
        <div {...cell(1)} class="find-only">
          {only.text}
        </div>
      )}
    </div>
  );
}
