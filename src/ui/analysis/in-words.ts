import { analysisIn } from '../../i18n/analysis-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import { HOUR } from '../../model/edtf.ts';
import type { Sighting } from '../../model/records.ts';
import { sightingInWords } from '../cards/port-card.tsx';
import { voyageTitle } from '../evidence/voyage-title.ts';
import { portName, type Teller } from '../teller.ts';

/** A number as the page's language writes it, to one decimal at most. */
export const figure = ({ lang }: Teller, value: number): string =>
  value.toLocaleString(lang, { maximumFractionDigits: 1 });

/** A time in hours, to one decimal. */
export const hours = (teller: Teller, ms: number): string => figure(teller, ms / HOUR);

/** A ship's name; her id where the case does not have her. */
export const shipName = ({ shown, lang }: Teller, id: string): string => inLanguage(shown.vessel(id)?.name, lang) || id;

/** A teller who also knows which voyages of the case a reader added. */
export interface WhatIfTeller extends Teller {
  /** Their ids, in the order they were added. */
  readonly assumed: readonly string[];
}

/** The title of a voyage alone: a listed one by its title, one that a reader added by its number. */
export function titleOf(teller: WhatIfTeller, id: string): string {
  const { voyages } = teller.shown.dataset;
  const voyage = voyages.find((one) => one.id === id);
  if (!voyage) return id;
  const added = voyages.filter((one) => one.vessel === voyage.vessel && teller.assumed.includes(one.id));
  return added.includes(voyage)
    ? analysisIn(teller.lang).addsUp.added(added.indexOf(voyage) + 1)
    : voyageTitle(teller, voyage);
}

/** A voyage with its ship. */
export function voyageName(teller: WhatIfTeller, id: string): string {
  const vessel = teller.shown.dataset.voyages.find((one) => one.id === id)?.vessel;
  if (vessel === undefined) return id;
  return analysisIn(teller.lang).addsUp.voyage(shipName(teller, vessel), titleOf(teller, id));
}

/** Where and when something was seen, and what. */
export function seenInWords(teller: Teller, sighting: Sighting): string {
  return `${portName(teller, sighting.port)}, ${teller.dates.cited(sighting.date)}: ${sightingInWords(teller, sighting)}`;
}

/** The same for an id; the id itself where the case has no such sighting. */
export function sightingName(teller: Teller, id: string): string {
  const sighting = teller.shown.dataset.sightings.find((one) => one.id === id);
  return sighting ? seenInWords(teller, sighting) : id;
}
