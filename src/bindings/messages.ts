/** Messages to and from the page that holds this one in a frame. */
import { SETTINGS, type SettingName, type Settings, writeTime } from '../state/settings.ts';
import { type Order, type Reason, type Refusal, readOrder, readOrigins, VERSION } from './orders.ts';

/** What the binding needs of the map's element. */
export interface Told extends HTMLElement {
  readonly settings: [SettingName, string][];
  readonly moment: number | null;
  readonly problems: readonly string[];
  set(texts: Readonly<Record<string, string>>): readonly Omit<Refusal, 'reason'>[];
  seek(moment: string): Promise<void>;
}

/** Changes are told at most so often, ms: four times a second. */
const PAUSE = 250;

/**
 * Binds a map to its parent frame. In go the orders of `readOrder`. Out go `event` (`ready`, `error`, `time`, `select`,
 * `seeked`), `changed` (all settings that differ), `settings` (what was asked for) and `rejected` (with reasons).
 * Messages of anybody but the parent are passed over.
 */
export function bindMessages(map: Told): void {
  const origins = readOrigins(location.search);
  const parent = parentOrigin();
  let target = origins === null ? '*' : origins.find((one) => one === parent);
  const tell = (message: object): void => {
    if (target !== undefined) window.parent.postMessage({ voyageMap: VERSION, ...message }, target);
  };
  const obey = orders(map, tell);

  addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
    const read = source === window.parent ? readOrder(data) : null;
    if (!read) return;
    if (origins && !origins.includes(origin)) {
      const refusal = { reason: 'origin', name: 'origin', text: origin, expected: `one of ${origins.join(', ')}` };
      window.parent.postMessage({ voyageMap: VERSION, rejected: [refusal] }, origin === 'null' ? '*' : origin);
      return;
    }
    if (origins) target = origin;
    if ('refusal' in read) tell({ rejected: [read.refusal] });
    else obey(read.order);
  });

  const state = (): void => {
    if (map.dataset.state === 'ready') tell({ event: 'ready', ...shown(map) });
    if (map.dataset.state === 'error') tell({ event: 'error', problems: map.problems });
  };
  map.addEventListener('ready', state);
  map.addEventListener('error', state);
  state();
  tellChanges(map, tell);
}

type Tell = (message: object) => void;

const textOf = (map: Told, name: SettingName): string | undefined => map.settings.find(([one]) => one === name)?.[1];

/** The moment shown, as text. */
const shown = (map: Told): { time?: string } => (map.moment === null ? {} : { time: writeTime(map.moment) });

/** Does what is asked, and answers. */
function orders(map: Told, tell: Tell): (order: Order) => void {
  const set = (texts: Readonly<Record<string, string>>): void => {
    const rejected = map.set(texts).map((one): Refusal => {
      const reason: Reason = Object.hasOwn(SETTINGS, one.name) ? 'value' : 'setting';
      return { reason, ...one };
    });
    if (rejected.length > 0) tell({ rejected });
  };
  return (order) => {
    if (order.kind === 'set') set(order.texts);
    else if (order.kind === 'do') set({ playing: String(order.playing) });
    else if (order.kind === 'get') {
      const texts = order.names.map((name) => [name, textOf(map, name) ?? initialText(name)] as const);
      tell({ settings: { ...Object.fromEntries(texts), ...(order.names.includes('time') && shown(map)) } });
    } else {
      map.seek(order.moment).then(
        () => tell({ event: 'seeked', ...shown(map) }),
        (error: unknown) =>
          tell({ rejected: [{ reason: 'picture', name: 'seek', text: order.moment, expected: String(error) }] }),
      );
    }
  };
}

const initialText = <Name extends SettingName>(name: Name): string => {
  const setting: { initial: Settings[Name]; write: (value: Settings[Name]) => string } = SETTINGS[name];
  return setting.write(setting.initial);
};

/** Tells of changes, those of a pause together. */
function tellChanges(map: Told, tell: Tell): void {
  let waiting = false;
  let moment = map.moment;
  let selected = textOf(map, 'selected');
  map.addEventListener('change', () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (map.moment !== moment) tell({ event: 'time', ...shown(map) });
      if (textOf(map, 'selected') !== selected) tell({ event: 'select', selected: textOf(map, 'selected') ?? null });
      moment = map.moment;
      selected = textOf(map, 'selected');
      tell({ changed: Object.fromEntries(map.settings) });
    }, PAUSE);
  });
}

/** Origin of the page around the frame, where the browser says it. */
function parentOrigin(): string | undefined {
  const known = location.ancestorOrigins?.[0];
  if (known !== undefined) return known;
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : undefined;
}
