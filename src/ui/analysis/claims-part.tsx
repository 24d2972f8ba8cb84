import type { Teller } from '../teller.ts';

export function ClaimsPart({ teller }: { teller: Teller }) {
  return <p>{teller.lang}</p>;
}
