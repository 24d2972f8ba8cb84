import { useState } from 'preact/hooks';
import type { PlaceCandidate, Unplaced } from '../../dataset/formats/places.ts';
import { openIn } from '../../i18n/open-words.ts';
import { type Answering, readPosition, withFirstPlaces, withPlace } from '../../state/table-dialog.ts';
import { usePage, usePageId } from '../page-context.ts';

interface Props {
  readonly answering: Answering;
  readonly onAnswer: (answering: Answering) => void;
}

/** Where the ports are that the file only names: places to choose from, or coordinates to type. */
export function PortQuestions({ answering, onAnswer }: Props) {
  const say = openIn(usePage().state.settings.lang.value).ports;
  const id = usePageId();
  const { ports, offered, places } = answering;
  if (ports.length === 0) return null;
  const open = ports.some(({ name }) => !places.has(name) && (offered.get(name)?.length ?? 0) > 0);
  return (
    <section class="open-ports" aria-labelledby={id}>
      <h3 id={id}>{say.heading}</h3>
      <p class="small">
        {say.intro} {say.credit}
      </p>
      <ul>
        {ports.map((port) => (
          <PortQuestion
            key={port.name}
            port={port}
            offered={offered.get(port.name)}
            place={places.get(port.name)}
            onPlace={(place) => onAnswer(withPlace(answering, port.name, place))}
          />
        ))}
      </ul>
      {open && (
        <button type="button" class="button" onClick={() => onAnswer(withFirstPlaces(answering))}>
          {say.takeFirst}
        </button>
      )}
    </section>
  );
}

interface PortProps {
  readonly port: Unplaced;
  /** undefined: still looked up. */
  readonly offered: readonly PlaceCandidate[] | undefined;
  readonly place: PlaceCandidate | undefined;
  readonly onPlace: (place: PlaceCandidate | null) => void;
}

function PortQuestion({ port: { name, records }, offered, place, onPlace }: PortProps) {
  const say = openIn(usePage().state.settings.lang.value).ports;
  const [typed, setTyped] = useState('');
  const wrong = typed.trim() !== '' && readPosition(typed) === null;
  const noteId = usePageId();
  const type = (text: string): void => {
    setTyped(text);
    const position = readPosition(text);
    onPlace(position === null ? null : { name, position });
  };
  const at = place && offered ? offered.indexOf(place) : -1;
  return (
    <li class="open-port">
      <span>
        <b>{name}</b> <span class="small quiet">{say.records(records)}</span>
      </span>
      {offered === undefined && <span role="status">{say.looking}</span>}
      {offered?.length === 0 && <span class="small">{say.nothing}</span>}
      {offered !== undefined && offered.length > 0 && (
        <select
          class="button"
          aria-label={say.placeOf(name)}
          value={String(at)}
          onChange={({ currentTarget: { value } }) => {
            setTyped('');
            onPlace(offered[Number(value)] ?? null);
          }}
        >
          <option value="-1">{say.choose}</option>
          {offered.map((one, index) => (
            <option key={`${one.name} ${one.position.join(' ')}`} value={String(index)}>
              {say.candidate(
                one.name,
                one.country ?? '',
                say.position(one.position[1], one.position[0]),
                one.unlocode ?? '',
              )}
            </option>
          ))}
        </select>
      )}
      <input
        type="text"
        inputMode="text"
        placeholder={say.type}
        aria-label={say.typeOf(name)}
        aria-invalid={wrong}
        aria-describedby={wrong ? noteId : undefined}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {wrong && (
        <span id={noteId} class="small open-wrong">
          {say.wrong}
        </span>
      )}
    </li>
  );
}
