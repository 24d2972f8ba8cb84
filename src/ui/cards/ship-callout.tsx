import { inLanguage } from '../../i18n/text.ts';
import { shipLook } from '../../scene/ship-look.ts';
import type { ShipNow } from '../../state/state.ts';
import { usePage } from '../page-context.ts';
import { momentTellerOf } from '../teller.ts';
import { calloutInWords } from './best-guess-words.ts';

/** What the drawn position of a ship means, beside her on the map. */
export function ShipCallout({ ship }: { ship: ShipNow }) {
  const teller = momentTellerOf(usePage());
  if (!teller) return null;
  const name = inLanguage(ship.plan.vessel.name, teller.lang);
  const callout = calloutInWords(teller, ship);
  const look = shipLook(teller.shown.ships.indexOf(ship.plan), name);
  return (
    <p class={`callout card small ship-${look.colour}`}>
      <span class="callout-head">
        <b class="callout-name">{name}</b>, {callout.title}
      </span>
      <span>{callout.text}</span>
    </p>
  );
}
