import { Fragment } from 'preact';
import { shipLook } from '../../scene/ship-look.ts';
import { nowParts } from '../cards/whereabouts-words.ts';
import { Following } from '../following.tsx';
import { type Page, useFollowing, usePage } from '../page-context.ts';
import { momentTellerOf } from '../teller.ts';

function toldOf(page: Page) {
  const teller = momentTellerOf(page);
  if (!teller || page.state.crowd.value) return [];
  return page.state.ships.value.map((ship) => ({
    ...nowParts(teller, ship),
    number: teller.shown.ships.indexOf(ship.plan),
  }));
}

/** The moment with its zone said out loud, and where that leaves each ship. */
export function ReadOut() {
  const page = usePage();
  const moment = useFollowing(() => {
    const teller = momentTellerOf(page);
    return teller?.dates.moment(teller.t) ?? '';
  }, [page]);
  // As one text, so that it is another only where the words are.
  const words = useFollowing(() => JSON.stringify(toldOf(page)), [page]);
  const told: ReturnType<typeof toldOf> = JSON.parse(words.value);
  const say = page.words.value.controls;
  const crowd = useFollowing(() => {
    const { crowd, underWay, among, case: shown } = page.state;
    const of = among.value?.size ?? shown.value?.ships.length ?? 0;
    return crowd.value ? page.words.value.controls.crowd(underWay.value.length, of) : '';
  }, [page]);
  const groups = [...new Set(told.map(({ rest }) => rest))];
  return (
    <div class="read-out">
      <p class="read-out-moment">
        <Following text={moment} />
      </p>
      <p class="read-out-ships">
        <Following text={crowd} />
        {groups.map((rest, at) => (
          <span key={at}>
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
