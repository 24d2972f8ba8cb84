/** Keys that work while the focus is inside the map's element, as media players have them. */
import type { State } from '../state/state.ts';
import { change, changeSpeed, seek, step, stepToMoment, togglePlaying } from '../state/state.ts';

export type KeyAction =
  | 'play'
  | 'dayBack'
  | 'dayForward'
  | 'weekBack'
  | 'weekForward'
  | 'previousMoment'
  | 'nextMoment'
  | 'slower'
  | 'faster'
  | 'start'
  | 'end'
  | 'fullScreen'
  | 'find'
  | 'help'
  | 'close';

interface Binding {
  readonly action: KeyAction;
  /** As `KeyboardEvent.key` gives them. */
  readonly keys: readonly string[];
}

/** In the order they are listed for the reader. */
export const KEYS: readonly Binding[] = [
  { action: 'play', keys: [' ', 'k'] },
  { action: 'dayBack', keys: [','] },
  { action: 'dayForward', keys: ['.'] },
  { action: 'weekBack', keys: ['j'] },
  { action: 'weekForward', keys: ['l'] },
  { action: 'previousMoment', keys: ['['] },
  { action: 'nextMoment', keys: [']'] },
  { action: 'slower', keys: ['<'] },
  { action: 'faster', keys: ['>'] },
  { action: 'start', keys: ['Home'] },
  { action: 'end', keys: ['End'] },
  { action: 'fullScreen', keys: ['f'] },
  { action: 'find', keys: ['/'] },
  { action: 'help', keys: ['?'] },
  { action: 'close', keys: ['Escape'] },
];

const ACTION = new Map(KEYS.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)));
/** Elements that use the space bar, Home and End, or letters, themselves. */
const PRESSED = 'button, summary, select, a, [role=button]';
const WRITTEN = 'input:not([type=range]), textarea, select, [contenteditable]';

/** What the page does itself: it has no place in the state. */
export interface PageActions {
  readonly fullScreen: () => void;
  readonly find: () => void;
  readonly help: () => void;
}

/** Acts on a key press and takes it off the page; presses with Ctrl, Alt or Meta, and those meant for a field, pass. */
export function onKey(event: KeyboardEvent, state: State, page: PageActions): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  const target = event.composedPath()[0];
  const element = target instanceof Element ? target : null;
  const action = ACTION.get(event.key);
  // A dialog has its keys to itself: Escape closes it and leaves the page behind it as it is.
  if (!action || element?.matches(WRITTEN) || element?.closest('dialog')) return;
  if (event.key === ' ' && element?.matches(PRESSED)) return;
  event.preventDefault();
  ACTIONS[action](state, page);
}

const ACTIONS: Readonly<Record<KeyAction, (state: State, page: PageActions) => void>> = {
  play: (state) => togglePlaying(state),
  dayBack: (state) => step(state, -1),
  dayForward: (state) => step(state, 1),
  weekBack: (state) => step(state, -7),
  weekForward: (state) => step(state, 7),
  previousMoment: (state) => stepToMoment(state, -1),
  nextMoment: (state) => stepToMoment(state, 1),
  slower: (state) => changeSpeed(state, -1),
  faster: (state) => changeSpeed(state, 1),
  start: (state) => seek(state, state.axis.value?.earliest ?? 0),
  end: (state) => seek(state, state.axis.value?.latest ?? 0),
  fullScreen: (_, page) => page.fullScreen(),
  find: (_, page) => page.find(),
  help: (_, page) => page.help(),
  close: (state) => change(state, state.settings.selected.value === null ? { analysis: null } : { selected: null }),
};
