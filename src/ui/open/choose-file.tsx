import { useRef, useState } from 'preact/hooks';
import { ACCEPTED } from '../../dataset/formats/accepted.ts';
import { openIn } from '../../i18n/open-words.ts';
import type { OwnSource } from '../../state/read-session.ts';
import { usePage } from '../page-context.ts';
import { chosenFiles } from './dropped-files.ts';

/** Where a file is chosen or pasted; the page around takes what is dropped. */
export function ChooseFile({ onSource }: { onSource: (source: OwnSource) => void }) {
  const say = openIn(usePage().state.settings.lang.value);
  const [text, setText] = useState('');
  const folder = useRef<HTMLInputElement>(null);
  const choose = (files: FileList | null): void => {
    if (files && files.length > 0) onSource(chosenFiles(files));
  };
  return (
    <div class="open-choose">
      <div class="open-zone">
        <p>{say.drop}</p>
        <div class="open-buttons">
          <label class="button open-file">
            {say.chooseFiles}
            <input
              type="file"
              multiple
              accept={ACCEPTED.join(',')}
              onChange={(event) => choose(event.currentTarget.files)}
            />
          </label>
          <label class="button open-file">
            {say.chooseFolder}
            <input
              type="file"
              ref={(input) => {
                folder.current = input;
                if (input) input.webkitdirectory = true;
              }}
              onChange={(event) => choose(event.currentTarget.files)}
            />
          </label>
        </div>
      </div>
      <p class="small quiet">
        {say.kinds} {say.private}
      </p>
      <label class="open-paste">
        <span>{say.paste}</span>
        <textarea rows={3} spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {text.trim() !== '' && (
        <button type="button" class="button" onClick={() => onSource({ kind: 'text', name: say.pasted, text })}>
          {say.pasteRead}
        </button>
      )}
    </div>
  );
}
