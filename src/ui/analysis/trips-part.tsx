import { usePage } from '../page-context.ts';
import type { Teller } from '../teller.ts';
import { Answered } from './answered.tsx';
import { TripsFound } from './trips-found.tsx';

/** How many round trips there can have been. */
export function TripsPart({ teller }: { teller: Teller }) {
  const { whatIf } = usePage().state;
  return (
    <Answered task="trips" teller={{ ...teller, assumed: whatIf.value?.assumed ?? [] }}>
      {(found, of) => <TripsFound teller={of} found={found} />}
    </Answered>
  );
}
