/**
 * The words for where a ship is. Call-out, read-out, slider and table all take them from here, so that they cannot
 * disagree. "At" a port is said only of the one place she can be; of a possible port it is "in".
 */
import type { Situation } from '../../evidence/situation.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { ShipPlan } from '../../model/plan.ts';
import type { Stretch } from '../../model/whereabouts.ts';
import type { ShipNow } from '../../state/state.ts';
import { type MomentTeller, portName, type Teller } from '../teller.ts';

export interface WhereaboutsWords {
  readonly name: string;
  /** "at sea or in either port" */
  readonly where: string;
  /** "no source says where today"; null where nothing more can be said. */
  readonly because: string | null;
  readonly callout: { readonly title: string; readonly text: string };
  /** Best guess, for the table. */
  readonly best: string;
  /** Every place where she may be, with kilometres, for the table. */
  readonly mayBe: string;
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
    // Only where they are shown.
    get callout() {
      return calloutInWords(teller, situation, places);
    },
    get best() {
      return bestInWords(teller, situation);
    },
    get mayBe() {
      return mayBeInWords(teller, situation, places);
    },
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

/** Ports and "elsewhere", without the sea. */
function placesInWords(teller: Teller, { ports, elsewhere }: Situation): string[] {
  const { ships } = teller.words;
  const either = ports.length === 2 && teller.shown.dataset.ports.length === 2;
  return [
    ...(either ? [ships.eitherPort] : ports.map((port) => ships.inPort(portName(teller, port)))),
    ...(elsewhere ? [ships.elsewhere] : []),
  ];
}

const onlyElsewhere = ({ stretches, ports, elsewhere }: Situation): boolean =>
  elsewhere && stretches.length === 0 && ports.length === 0;

const nowhere = ({ stretches, ports, elsewhere }: Situation): boolean =>
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

function calloutInWords(teller: Teller, situation: Situation, places: readonly string[]) {
  const { ships } = teller.words;
  const { callout } = ships;
  if (situation.certainPort !== null) {
    const because = becauseInWords(teller, situation) ?? '';
    const where = ships.sentence(ships.at(portName(teller, situation.certainPort)), because);
    return { title: callout.certain, text: capital(where) };
  }
  if (nowhere(situation)) return { title: callout.notDrawn, text: capital(ships.impossible) };
  if (onlyElsewhere(situation)) return { title: callout.notDrawn, text: capital(ships.notReported) };
  const { length } = situation.stretches;
  const where = ships.orElse([...(length > 0 ? [callout.stretch(length)] : []), ...places]);
  if (situation.best.kind === 'unknown') return { title: callout.notDrawn, text: callout.couldBe(where) };
  return { title: situation.tracked ? ships.tracked : callout.best, text: callout.illustrative(where) };
}

function bestInWords(teller: Teller, { best, certainPort }: Situation): string {
  const { ships } = teller.words;
  if (certainPort !== null) return ships.at(portName(teller, certainPort));
  if (best.kind === 'unknown') return ships.noBest;
  if (best.kind === 'port') return ships.inPortBest(portName(teller, best.port));
  const sailed = best.reversed ? 1 - best.share : best.share;
  const to = teller.shown.voyage(best.voyage)?.voyage.legs[best.leg]?.to ?? '';
  return ships.underWay(Math.round(sailed * 100), portName(teller, to));
}

function mayBeInWords(teller: Teller, situation: Situation, places: readonly string[]): string {
  const { ships } = teller.words;
  const stretches = situation.stretches.map((stretch) => stretchInWords(teller, stretch));
  // Without the sea there is nothing to add to the plain words.
  return stretches.length === 0 ? whereInWords(teller, situation, places) : ships.orElse([...stretches, ...places]);
}

function stretchInWords(teller: Teller, { lane, from, to }: Stretch): string {
  const { ships } = teller.words;
  const route = ships.route(portName(teller, lane.ends[0]), portName(teller, lane.ends[1]));
  const km = (share: number): string => String(Math.round(share * lane.km));
  return from <= 0 && to >= 1 ? ships.wholeRoute(km(1), route) : ships.partOf(km(from), km(to), km(1), route);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
