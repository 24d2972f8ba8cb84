/**
 * The words for where a ship is. Call-out, read-out, slider and, with more words, table and call-out all take them from here, so that they cannot
 * disagree. "At" a port is said only of the one place she can be; of a possible port it is "in".
 */
import type { Situation } from '../../evidence/situation.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { ShipPlan } from '../../model/plan.ts';
import type { ShipNow } from '../../state/state.ts';
import { type MomentTeller, portName, type Teller } from '../teller.ts';

export interface WhereaboutsWords {
  readonly name: string;
  /** "at sea or in either port" */
  readonly where: string;
  /** "no source says where today"; null where nothing more can be said. */
  readonly because: string | null;
  readonly situation: Situation;
  /** Ports and "elsewhere", without the sea. */
  readonly places: readonly string[];
}

/** What was told last of each ship: slider, read-out and call-out ask for the same words. */
const told = new WeakMap<ShipPlan, { readonly by: MomentTeller; readonly words: WhereaboutsWords }>();

/** The words for where a ship is at the teller's moment. */
export function whereaboutsWords(teller: MomentTeller, { plan }: ShipNow): WhereaboutsWords {
  const known = told.get(plan);
  if (known?.by === teller) return known.words;
  const situation = teller.situations.get(plan);
  if (!situation) throw new Error(`${plan.vessel.id} is no ship of the case that is told of`);
  const places = placesInWords(teller, situation);
  const words = {
    name: inLanguage(plan.vessel.name, teller.lang),
    where: whereInWords(teller, situation, places),
    because: becauseInWords(teller, situation),
    situation,
    places,
  };
  told.set(plan, { by: teller, words });
  return words;
}

/** "Angara at sea or in either port: no source says where today." */
export function nowSentence(teller: MomentTeller, ship: ShipNow): string {
  const { name, rest } = nowParts(teller, ship);
  return `${name} ${rest}`;
}

/** The same in two pieces, so that the name may have the ship's colour. */
export function nowParts(teller: MomentTeller, ship: ShipNow): { readonly name: string; readonly rest: string } {
  const { name, where, because } = whereaboutsWords(teller, ship);
  return { name, rest: because === null ? `${where}.` : teller.words.ships.sentence(where, because) };
}

function placesInWords(teller: Teller, { ports, elsewhere }: Situation): string[] {
  const { ships } = teller.words;
  const either = ports.length === 2 && teller.shown.dataset.ports.length === 2;
  return [
    ...(either ? [ships.eitherPort] : ports.map((port) => ships.inPort(portName(teller, port)))),
    ...(elsewhere ? [ships.elsewhere] : []),
  ];
}

/** No reported voyage can be under way, and she in no port of one. */
export const onlyElsewhere = ({ stretches, ports, elsewhere }: Situation): boolean =>
  elsewhere && stretches.length === 0 && ports.length === 0;

/** The claims leave her no place at all. */
export const nowhere = ({ stretches, ports, elsewhere }: Situation): boolean =>
  !elsewhere && stretches.length === 0 && ports.length === 0;

function whereInWords(teller: Teller, situation: Situation, places: readonly string[]): string {
  const { ships } = teller.words;
  if (situation.certainPort !== null) return ships.at(portName(teller, situation.certainPort));
  if (nowhere(situation)) return ships.impossible;
  if (onlyElsewhere(situation)) return ships.notReported;
  return ships.or([...(situation.stretches.length > 0 ? [ships.atSea] : []), ...places]);
}

function becauseInWords(teller: Teller, situation: Situation): string | null {
  const { ships } = teller.words;
  if (nowhere(situation)) return null;
  if (onlyElsewhere(situation) && situation.seen.length === 0) return null;
  if (situation.tracked) return ships.tracked;
  if (situation.seen.length > 0) {
    const sightings = situation.seen.map(({ port, date }) =>
      ships.seenAt(portName(teller, port), teller.dates.cited(date)),
    );
    return ships.seen(ships.and([...new Set(sightings)]));
  }
  return situation.certainPort === null ? ships.notPlaced : ships.onlyPlace;
}
