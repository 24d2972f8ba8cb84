import type { Teller } from '../teller.ts';

export function SchedulesPart({ teller }: { teller: Teller }) {
  return <p>{teller.lang}</p>;
}
