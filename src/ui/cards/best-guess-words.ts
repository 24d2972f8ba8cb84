/** The words for the best guess of a ship and for all that it leaves open, in full: call-out and table. */
import { laterIn } from '../../i18n/later-words.ts';
import type { Stretch } from '../../model/whereabouts.ts';
import type { ShipNow } from '../../state/state.ts';
import { type MomentTeller, portName, type Teller } from '../teller.ts';
import { nowhere, onlyElsewhere, whereaboutsWords } from './whereabouts-words.ts';

/** What stands beside a ship that is drawn. */
export function calloutInWords(teller: MomentTeller, ship: ShipNow): { readonly title: string; readonly text: string } {
  const { situation, places, because } = whereaboutsWords(teller, ship);
  const { ships } = teller.words;
  const { callout } = laterIn(teller.lang).guess;
  if (situation.certainPort !== null) {
    const where = ships.sentence(ships.at(portName(teller, situation.certainPort)), because ?? '');
    return { title: callout.certain, text: capital(where) };
  }
  if (nowhere(situation)) return { title: callout.notDrawn, text: capital(ships.impossible) };
  if (onlyElsewhere(situation)) return { title: callout.notDrawn, text: capital(ships.notReported) };
  const { length } = situation.stretches;
  const where = ships.orElse([...(length > 0 ? [callout.stretch(length)] : []), ...places]);
  if (situation.best.kind === 'unknown') return { title: callout.notDrawn, text: callout.couldBe(where) };
  return { title: situation.tracked ? ships.tracked : callout.best, text: callout.illustrative(where) };
}

/** The best guess, for the table. */
export function bestInWords(teller: MomentTeller, ship: ShipNow): string {
  const { best, certainPort } = whereaboutsWords(teller, ship).situation;
  const { ships } = teller.words;
  const { guess } = laterIn(teller.lang);
  if (certainPort !== null) return ships.at(portName(teller, certainPort));
  if (best.kind === 'unknown') return guess.noBest;
  if (best.kind === 'port') return guess.inPortBest(portName(teller, best.port));
  const sailed = best.reversed ? 1 - best.share : best.share;
  const to = teller.shown.voyage(best.voyage)?.voyage.legs[best.leg]?.to ?? '';
  return guess.underWay(Math.round(sailed * 100), portName(teller, to));
}

/** Every place where she may be, with kilometres, for the table. */
export function mayBeInWords(teller: MomentTeller, ship: ShipNow): string {
  const { situation, places, where } = whereaboutsWords(teller, ship);
  const { ships } = teller.words;
  const stretches = situation.stretches.map((stretch) => stretchInWords(teller, stretch));
  // Without the sea there is nothing to add to the plain words.
  return stretches.length === 0 ? where : ships.orElse([...stretches, ...places]);
}

function stretchInWords(teller: Teller, { lane, from, to }: Stretch): string {
  const { guess } = laterIn(teller.lang);
  const route = guess.route(portName(teller, lane.ends[0]), portName(teller, lane.ends[1]));
  const km = (share: number): string => String(Math.round(share * lane.km));
  return from <= 0 && to >= 1 ? guess.wholeRoute(km(1), route) : guess.partOf(km(from), km(to), km(1), route);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
