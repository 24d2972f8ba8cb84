/** What it takes to put a case into words, and what more it takes for one moment of it. */
import { computed, type ReadonlySignal } from '@preact/signals-core';
import { type Situation, situationOf } from '../evidence/situation.ts';
import type { Dates } from '../i18n/dates.ts';
import type { Words } from '../i18n/en/page.ts';
import { inLanguage } from '../i18n/text.ts';
import type { ShipPlan } from '../model/plan.ts';
import { whereabouts } from '../model/whereabouts.ts';
import type { Case } from '../state/case.ts';
import type { Page } from './page-context.ts';

export interface Teller {
  readonly shown: Case;
  readonly words: Words;
  readonly dates: Dates;
  readonly lang: string;
}

export interface MomentTeller extends Teller {
  /** UTC milliseconds. */
  readonly t: number;
  /** Every ship of the case at the moment; of a fleet, those that were asked for. */
  readonly situations: ReadonlyMap<ShipPlan, Situation>;
}

/** A teller of the page's case, or null while none is shown. Reads signals, but not the moment. */
export function tellerOf({ state, words, dates }: Page): Teller | null {
  const shown = state.case.value;
  return shown && { shown, words: words.value, dates: dates.value, lang: state.settings.lang.value };
}

const tellers = new WeakMap<Page, ReadonlySignal<MomentTeller | null>>();

/** The teller of the page's present moment, one for all who ask, or null while no case is shown. Reads signals. */
export function momentTellerOf(page: Page): MomentTeller | null {
  let teller = tellers.get(page);
  if (!teller) {
    teller = computed(() => newMomentTeller(page));
    tellers.set(page, teller);
  }
  return teller.value;
}

function newMomentTeller(page: Page): MomentTeller | null {
  const teller = tellerOf(page);
  const t = page.state.time.value;
  if (!teller) return null;
  const { dataset, fleet } = teller.shown;
  const ships = fleet ? [] : page.state.everyShip.value;
  const situations = new Map(ships.map(({ plan, now }) => [plan, situationOf(dataset, plan, now, t)]));
  if (fleet) {
    const known = new Map<ShipPlan, Situation>();
    situations.get = (plan) => {
      const situation = known.get(plan) ?? situationOf(dataset, plan, whereabouts(plan, t), t);
      known.set(plan, situation);
      return situation;
    };
  }
  return { ...teller, t, situations };
}

/** The name of a port in the page's language; its id where the case does not have it. */
export function portName({ shown, lang }: Teller, id: string): string {
  return inLanguage(shown.port(id)?.name, lang) || id;
}
