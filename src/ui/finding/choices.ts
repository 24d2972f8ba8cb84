/** What can be done with what was found: to go there, or to show nothing else. */
import { createDates } from '../../i18n/dates.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import { type ShipLook, shipLook } from '../../scene/ship-look.ts';
import type { Case } from '../../state/case.ts';
import type { Settings } from '../../state/settings.ts';
import { change, type State, seek } from '../../state/state.ts';
import { voyageTitle } from '../evidence/voyage-title.ts';
import { type Page, usePage } from '../page-context.ts';
import { dateOf, type Found, type FoundDate } from './search.ts';

export interface Choice {
  readonly key: string;
  readonly name: string;
  /** What it is, and what is known of it. */
  readonly about: string;
  /** Of a ship or her voyage. */
  readonly look: ShipLook | null;
  /** Null where one cannot go there: a date off the timeline. */
  readonly go: (() => void) | null;
  /** To show nothing else; null where that is no limit. */
  readonly only: { readonly text: string; readonly act: () => void } | null;
}

/** Ships that call at each port of a case. */
export function callersOf({ ships }: Case): ReadonlyMap<string, number> {
  const callers = new Map<string, number>();
  for (const { voyages } of ships) {
    const ports = new Set(voyages.flatMap(({ voyage }) => voyage.legs.flatMap(({ from, to }) => [from, to])));
    for (const port of ports) callers.set(port, (callers.get(port) ?? 0) + 1);
  }
  return callers;
}

/** How near the map comes to a port that was found, unless it is nearer. */
const PORT_ZOOM = 8;

/** Turns what was found into what can be chosen. */
export function useChoices(shown: Case, callers: ReadonlyMap<string, number>) {
  const page = usePage();
  return {
    ofRecord: (found: Found): Choice | null => CHOICES[found.kind](page, shown, found.id, callers),
    ofDate: (text: string): Choice | null => {
      const date = dateOf(text);
      return date && dateChoice(page, date, text.trim());
    },
  };
}

const CHOICES: Readonly<
  Record<Found['kind'], (page: Page, shown: Case, id: string, callers: ReadonlyMap<string, number>) => Choice | null>
> = {
  ship({ state }, shown, id) {
    const number = shown.ships.findIndex(({ vessel }) => vessel.id === id);
    const plan = shown.ships[number];
    if (!plan) return null;
    const lang = state.settings.lang.value;
    const say = laterIn(lang).finding;
    const name = inLanguage(plan.vessel.name, lang) || id;
    const only = state.settings.only.value;
    return {
      key: `ship ${id}`,
      name,
      about: say.ship(plan.voyages.length, plan.vessel.imo ?? ''),
      look: shipLook(number, name),
      go: () => select(state, id, nextVoyage(plan.voyages, state.time.value)),
      only: {
        text: only === null ? say.onlyShip : say.alsoShip,
        act: () => change(state, { only: [...new Set([...(only ?? []), id])] }),
      },
    };
  },
  port({ state }, shown, id, callers) {
    const port = shown.port(id);
    if (!port) return null;
    const lang = state.settings.lang.value;
    const say = laterIn(lang).finding;
    const { ports, view } = state.settings;
    const [lng, lat] = port.position;
    return {
      key: `port ${id}`,
      name: inLanguage(port.name, lang) || id,
      about: say.port(callers.get(id) ?? 0, inLanguage(port.country, lang)),
      look: null,
      go: () => change(state, { view: { zoom: Math.max(PORT_ZOOM, view.value?.zoom ?? 0), lat, lng } }),
      only: {
        text: ports.value === null ? say.onlyPort : say.alsoPort,
        act: () => change(state, { ports: [...new Set([...(ports.value ?? []), id])] }),
      },
    };
  },
  voyage({ state, words, dates }, shown, id) {
    const plan = shown.voyage(id);
    if (!plan) return null;
    const lang = state.settings.lang.value;
    const { vessel } = plan.voyage;
    const number = shown.ships.findIndex((ship) => ship.vessel.id === vessel);
    const name = inLanguage(shown.vessel(vessel)?.name, lang) || vessel;
    const [first, last] = [plan.legs[0], plan.legs.at(-1)];
    const days =
      first && last
        ? createDates(lang, 'UTC').days({ earliest: first.depart.earliest, latest: last.arrive.latest })
        : words.value.timeline.contradicted;
    return {
      key: `voyage ${id}`,
      name: voyageTitle({ shown, words: words.value, dates: dates.value, lang }, plan.voyage),
      about: laterIn(lang).finding.voyage(name, days),
      look: shipLook(number, name),
      go: () => select(state, vessel, id),
      only: null,
    };
  },
};

function dateChoice({ state }: Page, { t, window, period }: FoundDate, text: string): Choice {
  const lang = state.settings.lang.value;
  const say = laterIn(lang).finding;
  const dates = createDates(lang, 'UTC');
  const axis = state.case.value?.axis;
  const isOff = !axis || window.latest <= axis.earliest || window.earliest > axis.latest;
  const cut: Partial<Settings> = state.settings.period.value === null ? {} : { period: null };
  return {
    key: 'date',
    name: period === null ? `${dates.short(t)} UTC` : dates.cited(period),
    about:
      isOff && axis ? say.offAxis(dates.cited(dayOf(axis.earliest)), dates.cited(dayOf(axis.latest - 1))) : say.date,
    look: null,
    go: isOff
      ? null
      : () => {
          const within = state.axis.value;
          // What is cut to a period is asked for by a date beyond it.
          if (within && (t < within.earliest || t > within.latest)) change(state, cut);
          seek(state, t);
        },
    only: isOff || period === null ? null : { text: say.onlyPeriod, act: () => change(state, { period: text }) },
  };
}

const dayOf = (t: number): string => new Date(t).toISOString().slice(0, 10);

/** The voyage that may be under way, or else the next; the first where there is no later one. */
function nextVoyage(voyages: Case['ships'][number]['voyages'], t: number): string | null {
  const next = voyages.find(({ legs }) => (legs.at(-1)?.arrive.latest ?? -Infinity) >= t);
  return (next ?? voyages[0])?.voyage.id ?? null;
}

/** Opens a voyage; limits that hide her ship are taken away, or what was chosen would not be seen. */
function select(state: State, vessel: string, voyage: string | null): void {
  const among = state.among.value;
  const isHidden = among !== null && ![...among].some((ship) => ship.vessel.id === vessel);
  change(state, { selected: voyage, ...(isHidden ? { only: null, ports: null, period: null } : {}) });
}
