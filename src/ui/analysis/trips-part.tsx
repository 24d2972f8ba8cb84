import type { Teller } from '../teller.ts';

export function TripsPart({ teller }: { teller: Teller }) {
  return <p>{teller.lang}</p>;
}
