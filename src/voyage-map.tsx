/**
 * `<voyage-map>`: the map as a custom element. One shadow root holds everything; what it shows is
 * set by attributes and by `seek`, and told by events.
 */
import { batch, computed, effect, signal, untracked } from '@preact/signals-core';
import { render } from 'preact';
import { createDates } from './i18n/dates.ts';
import { inLanguage } from './i18n/text.ts';
import { wordsIn } from './i18n/words.ts';
import type { MapView } from './map/map-view.ts';
import type { Case } from './state/case.ts';
import { rested, runClock, watchRest } from './state/clock.ts';
import { unknownIds } from './state/known-ids.ts';
import { type Laid, type Lay, type OwnCase, openAddress } from './state/open-address.ts';
import {
  OF_CASE,
  type Rejection,
  readSettings,
  readTime,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type Settings,
  writeSettings,
} from './state/settings.ts';
import { speak } from './state/speak.ts';
import { change, createState, notify, notifyRejected, type State, seek, settingsOf } from './state/state.ts';
import { loadEvidencePanel } from './ui/evidence/lazy-evidence-panel.tsx';
import { extras, loadExtras } from './ui/extras-loader.ts';
import { loadManyMarks } from './ui/map/lazy-many-marks.tsx';
import type { Page } from './ui/page-context.ts';
import styleSheet from './ui/styles.css?url';
import { VoyageMapApp } from './ui/voyage-map-app.tsx';

/** Where our own files are: `basemap/`, `fonts/` and `data/` stand beside the folder of this script, whatever page it is used in. */
export const BASE: string = new URL(/* @vite-ignore */ '../', import.meta.url).href;

function linkTo(href: string): HTMLLinkElement {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return link;
}

/** Resolves after the frame in which the page is drawn again. */
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });

export class VoyageMapElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = SETTING_NAMES;

  /** Whether the page is somebody else's: in a frame, or with the element among other things. Set before the element is defined. */
  static guest = false;

  readonly #state: State = createState();
  #view: MapView | null = null;
  #stop: (() => void)[] = [];
  #alive: Promise<void> = Promise.resolve();
  #nowAlive: (() => void) | null = null;
  #endFirstPicture: () => void = () => undefined;
  /** Resolves when the page has the words it is to speak. */
  #worded: Promise<void> = Promise.resolve();
  /** Whether there is to be a living map: for a guest only near the reader's screen. */
  readonly #awake = signal(false);
  #opening = 0;
  #lay: Lay | null = null;
  #changing = 0;
  #changed: Promise<void> = Promise.resolve();
  /** The `data` setting of the case that is open. */
  #opened: string | null = null;

  connectedCallback(): void {
    const state = this.#state;
    const { guest } = VoyageMapElement;
    this.dataset.state = 'loading';
    this.#awake.value = !guest;
    this.#wait();
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const first = [...root.querySelectorAll<HTMLElement>('.first-picture')];
    for (const picture of first) picture.inert = true;
    this.#endFirstPicture = () => {
      for (const picture of first) picture.remove();
    };
    if (!root.querySelector('link')) root.append(linkTo(styleSheet));
    const place = document.createElement('div');
    place.className = guest ? 'place guest' : 'place';
    root.append(place);

    const page: Page = {
      state,
      words: computed(() => wordsIn(state.settings.lang.value)),
      dates: computed(() => createDates(state.settings.lang.value, state.settings.zone.value)),
      base: BASE,
      ids: 'map',
    };
    const support = {
      base: BASE,
      load: () => import('./map/map-view.ts'),
      embedded: guest,
      awake: this.#awake,
      onAlive: (view: MapView | null) => {
        this.#view = view;
        this.#becomes('ready');
      },
    };
    // Fetched at once: it is the largest file and everything waits for it.
    if (!guest) {
      void support
        .load()
        .then(({ loadBasemap }) => loadBasemap(BASE))
        .catch(() => undefined);
    }
    const stop = [
      effect(() => {
        this.#worded = speak(state, state.asked.value);
      }),
      effect(() => this.#open(state.settings.data.value, state.own.value)),
      effect(() => {
        const { whatif, passages } = state.settings;
        const [reported, texts] = [state.reported.value, { whatif: whatif.value, passages: passages.value }];
        // Nothing else that it reads is a reason to apply it again.
        untracked(() => this.#apply(reported, texts));
      }),
      // What tells of a search is wanted before the map.
      effect(() => void (state.search.value && loadExtras())),
      watchRest(state),
      runClock(state, () => matchMedia('(prefers-reduced-motion: reduce)').matches),
      effect(() => {
        settingsOf(state);
        if (state.settings.lang.value) this.dispatchEvent(new Event('change'));
      }),
      () => {
        render(null, place);
        place.remove();
      },
    ];
    this.#stop = stop;
    // Our own page has not read its address yet, and that may ask for another language.
    void Promise.resolve()
      .then(() => this.#worded)
      .then(() => {
        if (this.#stop === stop) render(<VoyageMapApp page={page} support={support} />, place);
      });
    if (!guest) return;
    void import('./ui/guest.ts').then(({ beGuest }) => {
      if (this.#stop === stop) stop.push(beGuest(this, place, state, (near) => this.#wake(near)));
    });
  }

  disconnectedCallback(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
    this.#view = null;
  }

  attributeChangedCallback(name: string, _before: string | null, text: string | null): void {
    if (text !== null) this.set({ [name]: text });
    else this.replace({ [name]: SETTINGS[name as SettingName].initial });
  }

  /**
   * Sets settings by their text forms, as the address and the attributes have them. What is
   * refused is told to the reader and returned.
   */
  set(texts: Readonly<Record<string, string>>): readonly Rejection[] {
    const { values, rejected } = readSettings(Object.entries(texts));
    notifyRejected(this.#state, rejected);
    // A moment that is asked for by address is looked at, not run through.
    change(this.#state, values.time !== undefined ? { ...values, playing: false } : values);
    return [...rejected, ...this.#checkIds()];
  }

  /** Puts settings that an address no longer names back to their initial values. */
  replace(values: Partial<Settings>): void {
    change(this.#state, values);
  }

  /** The title of the case that is shown, in the language set; empty while there is none. */
  get heading(): string {
    return inLanguage(this.#state.case.value?.dataset.title, this.#state.settings.lang.value);
  }

  /** The language that the page speaks: the one set as soon as its words are here, till then the one before. */
  get language(): string {
    return this.#state.settings.lang.value;
  }

  /** Text forms of all settings that differ from their initial values; none of a case that no address leads to. */
  get settings(): [SettingName, string][] {
    const own = this.#state.own.value;
    return writeSettings(settingsOf(this.#state)).filter(([name]) => !own || !OF_CASE.includes(name));
  }

  /**
   * Shows a moment: ISO 8601 text, a Date or UTC milliseconds; kept within the timeline.
   * Resolves when the picture of it is complete.
   * @throws RangeError where the text is no date
   */
  async seek(moment: string | Date | number): Promise<void> {
    const t = typeof moment === 'string' ? readTime(moment) : Number(moment);
    if (t === undefined || Number.isNaN(new Date(t).getTime())) throw new RangeError(`"${moment}" is not a moment`);
    seek(this.#state, t);
    await this.settled();
  }

  /** Resolves when nothing that is shown is still on its way. */
  async settled(): Promise<void> {
    await this.#worded;
    await this.#alive;
    await this.#changed;
    await loadExtras();
    if (this.#state.case.value?.many) await loadManyMarks();
    if (this.#state.settings.selected.value !== null) await loadEvidencePanel();
    await extras.value?.analysisSettled(this.#state);
    await rested(this.#state);
    await nextFrame();
    await this.#view?.settled();
    await nextFrame();
  }

  /** The moment shown, UTC milliseconds; null until a case is open. */
  get moment(): number | null {
    return this.#state.case.value && this.#state.time.value;
  }

  /** What the reader is told about things that could not be shown or were not understood, a sentence each. */
  get problems(): string[] {
    return this.#state.notices.value.map(({ text }) => text);
  }

  /** Makes `settled` wait for a map that is yet to come. */
  #wait(): void {
    if (this.#nowAlive) return;
    this.#alive = new Promise((resolve) => {
      this.#nowAlive = resolve;
    });
  }

  #wake(awake: boolean): void {
    if (awake === this.#awake.value) return;
    this.#view = null;
    if (awake && this.#state.case.value) this.#wait();
    this.#awake.value = awake;
  }

  #becomes(next: 'ready' | 'error'): void {
    this.#endFirstPicture();
    const news = this.dataset.state !== next;
    this.dataset.state = next;
    void loadExtras();
    this.#nowAlive?.();
    this.#nowAlive = null;
    if (news) this.dispatchEvent(new Event(next));
  }

  #open(data: string, own: OwnCase | null): void {
    const state = this.#state;
    const turn = ++this.#opening;
    state.search.peek()?.stop?.();
    if (this.dataset.state === 'error') this.dataset.state = 'loading';
    // The picture is of the initial case: where another one is asked for it would mislead.
    if (data !== SETTINGS.data.initial || state.settings.whatif.peek() !== '') this.#endFirstPicture();
    const address = new URL(data, data === SETTINGS.data.initial ? BASE : document.baseURI).href;
    void Promise.resolve(own ?? openAddress(address, BASE, state.search)).then(async (opened) => {
      await this.#worded;
      if (turn !== this.#opening) return;
      state.notices.value = state.notices.value.filter(({ kind }) => kind !== 'data');
      for (const text of opened.problems) notify(state, { kind: 'data', text });
      this.#opened = data;
      this.#lay = opened.lay;
      state.reported.value = opened.case;
      if (!opened.case) this.#becomes('error');
      if (opened.whole) this.#changed = this.#complete(opened.whole, turn);
    });
  }

  /** Shows a case again once all its sea routes are found. */
  async #complete(whole: Promise<Laid>, turn: number): Promise<void> {
    const laid = await whole;
    if (turn !== this.#opening) return;
    for (const text of laid.failures) notify(this.#state, { kind: 'data', text });
    this.#state.reported.value = laid.case;
  }

  /** Shows the case as reported, or as a what-if has it. */
  #apply(reported: Case | null, texts: Pick<Settings, 'whatif' | 'passages'>): void {
    const state = this.#state;
    const turn = ++this.#changing;
    const lay = this.#lay;
    if (reported && lay && texts.whatif + texts.passages !== '') {
      this.#changed = import('./state/what-if.ts')
        .then(({ showWhatIf }) => showWhatIf(state, reported, texts, lay, () => turn === this.#changing))
        .then(() => {
          this.#checkIds();
        });
      return;
    }
    batch(() => {
      state.case.value = reported;
      state.whatIf.value = null;
    });
    this.#checkIds();
  }

  /** Settings that name a record are checked once the records they are meant for are there. */
  #checkIds(): readonly Rejection[] {
    const open = this.#state.case.value;
    if (!open || this.#opened !== this.#state.settings.data.value) return [];
    const { values, rejected } = unknownIds(open, settingsOf(this.#state));
    change(this.#state, values);
    notifyRejected(this.#state, rejected);
    return rejected;
  }
}

/** Makes `<voyage-map>` known, once. `guest`: the page is somebody else's. */
export function defineVoyageMap(guest: boolean): void {
  VoyageMapElement.guest = guest;
  if (!customElements.get('voyage-map')) customElements.define('voyage-map', VoyageMapElement);
}
