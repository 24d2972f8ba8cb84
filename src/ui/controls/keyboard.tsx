import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { KEYS, onKey, type PageActions } from '../../bindings/keys.ts';
import { KeysHelp } from '../cards/keys-help.tsx';
import { usePage } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';

interface Props {
  /** Keys work while the focus is in here. */
  readonly within: RefObject<HTMLElement | null>;
  readonly actions: PageActions;
  readonly headingId: string;
}

/** Listens to the keys, and lists them. */
export function Keyboard({ within, actions, headingId }: Props) {
  const { state } = usePage();
  const { keys } = useLaterWords();
  useEffect(() => {
    const element = within.current;
    const listen = (event: KeyboardEvent): void => onKey(event, state, actions);
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  });
  return (
    <KeysHelp
      headingId={headingId}
      keys={KEYS.map(({ action, keys: pressed }) => ({
        keys: pressed.map((key) => keys.names[key] ?? key).join(' '),
        does: keys[action],
      }))}
    />
  );
}
