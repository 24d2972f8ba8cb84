import type { Teller } from '../teller.ts';
import { Answered } from './answered.tsx';
import { TripsFound } from './trips-found.tsx';

/** How many round trips there can have been. */
export function TripsPart({ teller }: { teller: Teller }) {
  return (
    <Answered task="trips" teller={teller}>
      {(found, told) => <TripsFound teller={told} found={found} />}
    </Answered>
  );
}
