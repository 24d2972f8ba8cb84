/** A file of one's own: where it is dropped, the dialog it opens, and what is said while it is shown. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { openIn } from '../../i18n/open-words.ts';
import { usePage } from '../page-context.ts';
import { droppedFiles, holdsFiles } from './dropped-files.ts';
import styleSheet from './open.css?url';
import { openingOf } from './opening.ts';
import { OwnBanner } from './own-banner.tsx';

type DialogModule = typeof import('./open-dialog.tsx');

/** Nothing to see while no file of one's own is opened; the map around it takes drops. */
export function OpenOwn() {
  const page = usePage();
  const { state, base = '' } = page;
  const say = openIn(state.settings.lang.value);
  const opening = openingOf(page);
  const anchor = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<DialogModule | null>(null);
  const [over, setOver] = useState(false);
  const wanted = opening.value;
  const allowed = state.settings.controls.value === 'full';
  const own = state.own.value;
  useEffect(() => {
    if (wanted && !dialog) void import('./open-dialog.tsx').then(setDialog);
  }, [wanted, dialog]);
  useEffect(() => {
    const root = anchor.current?.closest<HTMLElement>('.page');
    if (!root || !allowed) return undefined;
    return takeDrops(root, setOver, (data) => {
      void droppedFiles(data).then((source) => {
        opening.value = { source };
      });
    });
  }, [allowed]);
  useAskedTable();
  return (
    <div ref={anchor}>
      {(over || own || wanted) && <link rel="stylesheet" href={styleSheet} />}
      {over && (
        <div class="open-drop">
          <p>{say.dropOnMap}</p>
        </div>
      )}
      {own && <OwnBanner own={own} />}
      {wanted && dialog && (
        <dialog.OpenDialog
          base={base}
          source={wanted.source}
          over={over}
          onClose={() => {
            opening.value = null;
          }}
        />
      )}
    </div>
  );
}

/** A table that the address names cannot be shown before somebody says what its columns hold: so that is asked. */
function useAskedTable(): void {
  const page = usePage();
  const { state } = page;
  const data = state.settings.data.value;
  const failed = !state.reported.value && !state.own.value && state.notices.value.some(({ kind }) => kind === 'data');
  useEffect(() => {
    if (!failed || data.endsWith('/') || state.settings.controls.peek() !== 'full') return;
    const { href: address } = new URL(data, document.baseURI);
    openingOf(page).value = { source: { kind: 'address', address } };
  }, [failed, data]);
}

/** Follows what is dragged over a page, and takes the files that are dropped on it. Returns how to stop. */
function takeDrops(root: HTMLElement, over: (over: boolean) => void, take: (data: DataTransfer) => void): () => void {
  // Every element that is passed over tells of it: only the page as a whole counts.
  let depth = 0;
  const enter = (event: DragEvent): void => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    depth++;
    over(true);
  };
  const move = (event: DragEvent): void => {
    if (holdsFiles(event.dataTransfer)) event.preventDefault();
  };
  const leave = (event: DragEvent): void => {
    if (!holdsFiles(event.dataTransfer)) return;
    depth = Math.max(0, depth - 1);
    if (depth === 0) over(false);
  };
  const drop = (event: DragEvent): void => {
    if (!event.dataTransfer || !holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    depth = 0;
    over(false);
    take(event.dataTransfer);
  };
  const stop = new AbortController();
  const { signal } = stop;
  root.addEventListener('dragenter', enter, { signal });
  root.addEventListener('dragover', move, { signal });
  root.addEventListener('dragleave', leave, { signal });
  root.addEventListener('drop', drop, { signal });
  return () => stop.abort();
}
