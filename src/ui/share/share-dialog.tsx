/** Link to this moment, and the code that puts the map into an article, with the map as it will be. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { writeCaseFile } from '../../dataset/formats/case-file.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { openIn } from '../../i18n/open-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import { CONTROLS, type Controls, LANGUAGES, LOOK_CHOICES, type LookChoice } from '../../state/settings.ts';
import { settingsOf } from '../../state/state.ts';
import { saveFile } from '../open/download.ts';
import { usePage, usePageId } from '../page-context.ts';
import { type EmbedChoice, embedCode, pageAddress } from './embed-code.ts';
import styleSheet from './share.css?url';

const HEIGHTS = { small: 420, medium: 560, large: 720 } as const;
type SizeName = keyof typeof HEIGHTS;

interface Props {
  /** Address of the page's folder, ending in `/`. */
  readonly base: string;
  readonly onClose: () => void;
}

export function ShareDialog({ base, onClose }: Props) {
  const { state } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = usePageId();
  const lang = state.settings.lang.value;
  const say = laterIn(lang).share;
  // What is shared is the moment at which the dialog was opened.
  const settings = useMemo(() => ({ ...settingsOf(state), time: state.time.value, controls: 'full' as Controls }), []);
  const [size, setSize] = useState<SizeName>('medium');
  const [controls, setControls] = useState<Controls>('compact');
  const [look, setLook] = useState<LookChoice>('auto');
  const [language, setLanguage] = useState(lang);
  const choice: EmbedChoice = { height: HEIGHTS[size], settings: { controls, look, lang: language } };
  const title = inLanguage(state.case.value?.dataset.title, language);
  const embedded = pageAddress(base, { ...settings, ...choice.settings });
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="page-dialog share" aria-labelledby={headingId} onClose={onClose}>
      <link rel="stylesheet" href={styleSheet} />
      <h2 id={headingId}>{say.heading}</h2>
      {state.own.value ? (
        <OwnShare title={title} />
      ) : (
        <>
          <Copied label={say.link} text={pageAddress(base, settings)} />
          <h3>{say.embed}</h3>
          <div class="share-choices">
            <Choice label={say.size} value={size} choices={keys(HEIGHTS)} names={say.sizes} onChange={setSize} />
            <Choice
              label={say.controls}
              value={controls}
              choices={CONTROLS}
              names={say.controlNames}
              onChange={setControls}
            />
            <Choice label={say.look} value={look} choices={LOOK_CHOICES} names={say.looks} onChange={setLook} />
            {keys(LANGUAGES).length > 1 && (
              <Choice
                label={say.language}
                value={language}
                choices={keys(LANGUAGES)}
                names={LANGUAGES}
                onChange={setLanguage}
              />
            )}
          </div>
          <Copied label={say.code} text={embedCode(base, title, settings, choice)} rows={5} />
          <h3>{say.preview}</h3>
          <div class="share-preview">
            <iframe key={embedded} title={title} src={embedded} height={choice.height} scrolling="no" loading="lazy" />
          </div>
        </>
      )}
      <form method="dialog">
        <button type="submit" class="button">
          {say.close}
        </button>
      </form>
    </dialog>
  );
}

/** What can be passed on of a case that no link carries. */
function OwnShare({ title }: { title: string }) {
  const { state } = usePage();
  const say = openIn(state.settings.lang.value).share;
  const dataset = state.reported.value?.dataset;
  return (
    <>
      <p>{say.none}</p>
      <p>{say.how}</p>
      {dataset && (
        <p>
          <button
            type="button"
            class="button"
            onClick={() => saveFile(say.file(title), writeCaseFile(dataset), 'application/json')}
          >
            {say.save}
          </button>
        </p>
      )}
    </>
  );
}

const keys = <T extends object>(record: T): (keyof T & string)[] => Object.keys(record) as (keyof T & string)[];

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, choices, names, onChange }: ChoiceProps<Value>) {
  return (
    <label class="share-choice">
      <span>{label}</span>
      <select class="button" value={value} onChange={(event) => onChange(event.currentTarget.value as Value)}>
        {choices.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A text to be copied, with its button. Where the browser refuses, the text is selected for the reader to copy. */
function Copied({ label, text, rows = 1 }: { label: string; text: string; rows?: number }) {
  const { state } = usePage();
  const say = laterIn(state.settings.lang.value).share;
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState('');
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setOutcome(say.copied);
    } catch {
      setOutcome(say.copyYourself);
    }
  };
  return (
    <div class="share-copy">
      <label>
        <span>{label}</span>
        <textarea ref={field} readOnly rows={rows} spellcheck={false} value={text} />
      </label>
      <button type="button" class="button" aria-label={say.copyWhat(label)} onClick={() => void copy()}>
        {say.copy}
      </button>
      <span role="status" class="small quiet">
        {outcome}
      </span>
    </div>
  );
}
