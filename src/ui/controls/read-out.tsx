import { Fragment } from 'preact';
import { shipLook } from '../../scene/ship-look.ts';
import { nowParts, tellerOf } from '../cards/whereabouts-words.ts';
import { usePage } from '../page-context.ts';

/** The moment with its zone said out loud, and where that leaves each ship. */
export function ReadOut() {
  const page = usePage();
  const teller = tellerOf(page);
  if (!teller) return <div class="read-out" />;
  const say = teller.words.controls;
  const told = page.state.ships.value.map((ship) => ({
    ...nowParts(teller, ship),
    number: teller.shown.ships.indexOf(ship.plan),
  }));
  const groups = [...new Set(told.map(({ rest }) => rest))];
  return (
    <div class="read-out">
      <p class="read-out-moment">{teller.dates.moment(teller.t)}</p>
      <p class="read-out-ships">
        {groups.map((rest) => (
          <span key={rest}>
            {told
              .filter((one) => one.rest === rest)
              .map(({ name, number }, at, all) => (
                <Fragment key={name}>
                  {at === 0 ? '' : at < all.length - 1 ? ', ' : say.and}
                  <b class={`ship-${shipLook(number, name).colour}`}>{name}</b>
                </Fragment>
              ))}{' '}
            {rest}{' '}
          </span>
        ))}
      </p>
    </div>
  );
}
