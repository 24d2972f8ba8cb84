/** Types of `voyage-map.js`: the element `<voyage-map>`. */

export type SettingName =
  | 'data'
  | 'time'
  | 'playing'
  | 'speed'
  | 'loop'
  | 'selected'
  | 'only'
  | 'ports'
  | 'period'
  | 'view'
  | 'lang'
  | 'zone'
  | 'controls'
  | 'look'
  | 'projection'
  | 'whatif'
  | 'analysis'
  | 'passages';

/** A setting that was refused, with what was expected. */
export interface Rejection {
  readonly name: string;
  readonly text: string;
  readonly expected: string;
}

/** Attributes are the settings, in their text forms; events are `ready`, `error` and `change`; `data-state` is `loading`, `ready` or `error`. */
export declare class VoyageMapElement extends HTMLElement {
  /** Shows a moment: ISO 8601 text, a Date or UTC milliseconds. Resolves when the picture of it is complete. Throws RangeError where it is none. */
  seek(moment: string | Date | number): Promise<void>;
  /** Resolves when nothing that is shown is still on its way. */
  settled(): Promise<void>;
  /** Sets settings by their text forms; returns what was refused. */
  set(texts: Readonly<Record<string, string>>): readonly Rejection[];
  /** Text forms of all settings that differ from their initial values. */
  get settings(): [SettingName, string][];
  /** The title of the case that is shown; empty while there is none. */
  get heading(): string;
  /** The language that the page speaks: the one set as soon as its words are here, till then the one before. */
  get language(): string;
  /** The moment shown, UTC milliseconds; null until a case is open. */
  get moment(): number | null;
  /** What could not be shown or was not understood, a sentence each. */
  get problems(): string[];
}

declare global {
  interface HTMLElementTagNameMap {
    'voyage-map': VoyageMapElement;
  }
}
