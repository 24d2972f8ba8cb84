/** What the page knows at a moment, as signals, and everything a reader can do to it. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { ChangedCase } from '../analysis/what-if.ts';
import { DAY, type Window } from '../model/edtf.ts';
import type { ShipPlan } from '../model/plan.ts';
import { type Whereabouts, whereabouts } from '../model/whereabouts.ts';
import { type Case, FEW } from './case.ts';
import { isSpoken } from './languages.ts';
import { axisWithin, shipsWithin } from './limits.ts';
import type { OwnCase } from './open-address.ts';
import type { Search } from './sea-lines.ts';
import { type Rejection, SETTING_NAMES, SETTINGS, type SettingName, type Settings } from './settings.ts';

export interface ShipNow {
  readonly plan: ShipPlan;
  readonly now: Whereabouts;
}

/** A message for the reader that something could not be shown, or was not understood. */
export interface Notice {
  readonly kind: 'data' | 'setting' | 'map';
  readonly text: string;
}

export interface State {
  /** `lang` is the language spoken: the one asked for as soon as its words are here. */
  readonly settings: {
    readonly [Name in SettingName]: Name extends 'lang' ? ReadonlySignal<string> : Signal<Settings[Name]>;
  };
  /** The language asked for. */
  readonly asked: Signal<string>;
  /** The case that is shown: as reported, or as a what-if has it. */
  readonly case: Signal<Case | null>;
  /** The case as it is reported. */
  readonly reported: Signal<Case | null>;
  /** What the case that is shown has of a what-if; null where it is as reported. */
  readonly whatIf: Signal<ChangedCase | null>;
  /** A case that the reader opened himself, in place of the one at the address `data`. */
  readonly own: Signal<OwnCase | null>;
  readonly notices: Signal<readonly Notice[]>;
  /** The search for the sea routes of a case, while there is one. */
  readonly search: Signal<Search | null>;
  /** What the timeline spans: the axis of the case, or what `period` leaves of it; null while there is no case. */
  readonly axis: ReadonlySignal<Window | null>;
  /** The ships that `only`, `ports` and `period` let through; null where all are shown. */
  readonly among: ReadonlySignal<ReadonlySet<ShipPlan> | null>;
  /** UTC milliseconds on the axis. */
  readonly time: ReadonlySignal<number>;
  /** The moment has stood still for a while (`watchRest`): what would only flicker before is drawn then. */
  readonly resting: Signal<boolean>;
  /** More ships are let through than can be told apart one by one: then ask for `underWay`, and not for each. */
  readonly crowd: ReadonlySignal<boolean>;
  /** All ships of the case, where they are now. Of a case of many ships, ask for `underWay` instead: it is a fraction of the work. */
  readonly everyShip: ReadonlySignal<readonly ShipNow[]>;
  /** Those that are let through. */
  readonly ships: ReadonlySignal<readonly ShipNow[]>;
  /** Those that are let through and that can be at sea now. No other ship is asked where there is an index of the fleet. */
  readonly underWay: ReadonlySignal<readonly ShipNow[]>;
}

/** A new state: nothing loaded, every setting at its initial value. */
export function createState(): State {
  const asked = signal(SETTINGS.lang.initial);
  let spoken = asked.value;
  const lang = computed(() => {
    if (isSpoken(asked.value)) spoken = asked.value;
    return spoken;
  });
  const settings = {
    ...Object.fromEntries(SETTING_NAMES.map((name) => [name, signal<unknown>(SETTINGS[name].initial)])),
    lang,
  } as State['settings'];
  const current = signal<Case | null>(null);
  const axisNow = computed(() => current.value && axisWithin(current.value.axis, settings.period.value));
  const among = computed(() => {
    const { only, ports, period } = settings;
    const limits = { only: only.value, ports: ports.value, period: period.value };
    return current.value && shipsWithin(current.value, limits);
  });
  const time = computed(() => {
    const axis = axisNow.value;
    const wanted = settings.time.value;
    if (!axis) return wanted ?? 0;
    return Math.min(axis.latest, Math.max(axis.earliest, wanted ?? axis.earliest));
  });
  const everyShip = computed(() => {
    const t = time.value;
    return current.value?.ships.map((plan) => ({ plan, now: whereabouts(plan, t) })) ?? [];
  });
  const ships = computed(() => {
    const shown = among.value;
    if (shown === null) return everyShip.value;
    if (!current.value?.fleet) return everyShip.value.filter(({ plan }) => shown.has(plan));
    const t = time.value;
    return [...shown].map((plan) => ({ plan, now: whereabouts(plan, t) }));
  });
  const crowd = computed(() => {
    const shown = current.value;
    return shown?.many === true && (among.value?.size ?? shown.ships.length) > FEW.ships;
  });
  const underWay = computed(() => {
    const shown = current.value;
    if (!shown?.fleet) return ships.value.filter(({ now }) => now.stretches.length > 0);
    const [t, through] = [time.value, among.value];
    return [...shown.fleet.atSea(t)].flatMap((number) => {
      const plan = shown.ships[number] as ShipPlan;
      return through?.has(plan) === false ? [] : { plan, now: whereabouts(plan, t) };
    });
  });
  return {
    settings,
    asked,
    case: current,
    reported: signal(null),
    whatIf: signal(null),
    own: signal(null),
    notices: signal([]),
    search: signal(null),
    axis: axisNow,
    among,
    time,
    resting: signal(true),
    crowd,
    everyShip,
    ships,
    underWay,
  };
}

const signalOf = ({ settings, asked }: State, name: SettingName): Signal<unknown> =>
  name === 'lang' ? asked : settings[name];

/** All settings as plain values. */
export function settingsOf(state: State): Settings {
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, signalOf(state, name).value])) as unknown as Settings;
}

/** Sets some settings at once; readers of the state see them together. */
export function change(state: State, values: Partial<Settings>): void {
  batch(() => {
    for (const [name, value] of Object.entries(values)) {
      signalOf(state, name as SettingName).value = value;
    }
  });
}

/** Adds a notice, once. */
export function notify(state: State, notice: Notice): void {
  if (state.notices.value.some((known) => known.text === notice.text)) return;
  state.notices.value = [...state.notices.value, notice];
}

/** Turns refused settings into notices. */
export function notifyRejected(state: State, rejected: readonly Rejection[]): void {
  for (const { name, text, expected } of rejected) {
    const known = Object.hasOwn(SETTINGS, name);
    const problem = known ? `The setting "${name}" cannot be "${text}"` : `There is no setting "${name}"`;
    notify(state, { kind: 'setting', text: `${problem}; expected ${expected}.` });
  }
}

/** Moves to a moment (UTC ms), kept on the axis, and stops playing. */
export function seek(state: State, t: number): void {
  const axis = state.axis.value;
  const kept = axis ? Math.min(axis.latest, Math.max(axis.earliest, t)) : t;
  change(state, { time: kept, playing: false });
}

/** Moves by days, forwards or backwards, and stops playing. */
export function step(state: State, days: number): void {
  seek(state, state.time.value + days * DAY);
}

/** Moves to the next (`1`) or previous (`-1`) event or sighting and stops playing; to an end of the axis where there is none. */
export function stepToMoment(state: State, direction: 1 | -1): void {
  const [shown, axis] = [state.case.value, state.axis.value];
  if (!shown || !axis) return;
  const t = state.time.value;
  const next = direction > 0 ? shown.moments.find((moment) => moment > t) : shown.moments.findLast((m) => m < t);
  seek(state, next ?? (direction > 0 ? axis.latest : axis.earliest));
}

/** Plays, or pauses; at the end of the axis playing begins again at its start. */
export function togglePlaying(state: State): void {
  const playing = !state.settings.playing.value;
  const atEnd = state.time.value >= (state.axis.value?.latest ?? Infinity);
  change(state, playing && atEnd ? { playing, time: state.axis.value?.earliest ?? null } : { playing });
}

/** Moves time on while playing: by `elapsed` ms of the reader's time. At the end it stops, or loops. */
export function advance(state: State, elapsed: number): void {
  const axis = state.axis.value;
  if (!axis || !state.settings.playing.value) return;
  const t = state.time.value + (elapsed / 1000) * state.settings.speed.value * DAY;
  if (t < axis.latest) change(state, { time: t });
  else if (state.settings.loop.value) change(state, { time: axis.earliest });
  else change(state, { time: axis.latest, playing: false });
}

/** Speeds offered, days a second. */
export const SPEEDS = [0.25, 0.5, 1, 2, 5, 10] as const;

/** The next faster (`1`) or slower (`-1`) of the speeds offered. */
export function changeSpeed(state: State, direction: 1 | -1): void {
  const speed = state.settings.speed.value;
  const next = direction > 0 ? SPEEDS.find((one) => one > speed) : SPEEDS.findLast((one) => one < speed);
  if (next !== undefined) change(state, { speed: next });
}
