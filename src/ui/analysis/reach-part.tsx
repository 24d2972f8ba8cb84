import type { Teller } from '../teller.ts';

export function ReachPart({ teller }: { teller: Teller }) {
  return <p>{teller.lang}</p>;
}
