import type { Teller } from '../teller.ts';

export function UnnamedPart({ teller }: { teller: Teller }) {
  return <p>{teller.lang}</p>;
}
