import type { ReadonlySignal } from '@preact/signals';
import { inLanguage } from '../../i18n/text.ts';
import { shipLook } from '../../scene/ship-look.ts';
import { nowParts } from '../cards/whereabouts-words.ts';
import { Following } from '../following.tsx';
import { useFollowing, usePage } from '../page-context.ts';
import { momentTellerOf } from '../teller.ts';

/** More ships are counted, not told of one by one: table and map have them. */
const MOST_TOLD = 3;

/** The moment with its zone said out loud, and where that leaves each ship. */
export function ReadOut() {
  const page = usePage();
  const moment = useFollowing(() => {
    const teller = momentTellerOf(page);
    return teller?.dates.moment(teller.t) ?? '';
  }, [page]);
  const counted = useFollowing(() => page.state.crowd.value || page.state.ships.value.length > MOST_TOLD, [page]);
  const told = useFollowing(() => {
    const teller = momentTellerOf(page);
    if (!teller || counted.value) return [];
    return page.state.ships.value.map((ship) => nowParts(teller, ship));
  }, [page]);
  // Ships stay the same while time moves: only the words around their names change.
  const numbers = useFollowing(() => {
    const all = page.state.case.value?.ships ?? [];
    if (counted.value) return '';
    return page.state.ships.value.map(({ plan }) => all.indexOf(plan)).join();
  }, [page]);
  const count = useFollowing(() => {
    const { underWay, among, case: shown } = page.state;
    const of = among.value?.size ?? shown.value?.ships.length ?? 0;
    return counted.value ? page.words.value.controls.crowd(underWay.value.length, of) : '';
  }, [page]);
  return (
    <div class="read-out">
      <p class="read-out-moment">
        <Following text={moment} />
      </p>
      <p class="read-out-ships">
        <Following text={count} />
        {(numbers.value === '' ? [] : numbers.value.split(',')).map((number, at) => (
          <ShipTold key={number} number={Number(number)} at={at} told={told} />
        ))}
      </p>
    </div>
  );
}

interface ShipToldProps {
  /** Her number in the case. */
  readonly number: number;
  /** Her place among those told of. */
  readonly at: number;
  readonly told: ReadonlySignal<readonly { readonly rest: string }[]>;
}

/** A ship's name and what is said of her. Ships next to each other of whom the same is said share it: "Angara and Maria at sea." */
function ShipTold({ number, at, told }: ShipToldProps) {
  const { state, words } = usePage();
  const name = inLanguage(state.case.value?.ships[number]?.vessel.name, state.settings.lang.value);
  const rest = (of: number): string | undefined => told.value[of]?.rest;
  const after = useFollowing(() => {
    if (rest(at) !== rest(at + 1)) return ` ${rest(at) ?? ''} `;
    return rest(at + 1) === rest(at + 2) ? ', ' : words.value.controls.and;
  }, [told, at]);
  return (
    <>
      <b class={`ship-${shipLook(number, name).colour}`}>{name}</b>
      <Following text={after} />
    </>
  );
}
