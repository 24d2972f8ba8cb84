/** What the setting `analysis` says of the schedules: `schedules`, `schedules:7` with a seed, `schedules:7:8` with the slowest passage in knots. */
import { FIRST_QUESTION, type ScheduleQuestion } from '../../analysis/ship-schedules.ts';

export type SchedulesDetail = Pick<ScheduleQuestion, 'seed' | 'slowest'>;

/** The generator takes no more than 32 bits. */
export const MOST_SEED = 2 ** 32 - 1;
/** Knots that the slowest passage can be given in, both ends included. */
export const SLOWEST_RANGE = [0.1, 100] as const;

/** Reads the text after the first colon, empty where there is none; undefined where it is not understood. */
export function readDetail(text: string): SchedulesDetail | undefined {
  if (text === '') return FIRST_QUESTION;
  const match = /^(\d{1,10})(?::(\d{1,3}(?:\.\d{1,3})?))?$/.exec(text);
  if (!match) return undefined;
  const seed = Number(match[1]);
  const slowest = match[2] === undefined ? null : Number(match[2]);
  const [least, most] = SLOWEST_RANGE;
  const fits = seed <= MOST_SEED && (slowest === null || (slowest >= least && slowest <= most));
  return fits ? { seed, slowest } : undefined;
}

/** The whole text of the setting; what is as it is at first is left out. */
export function writeDetail({ seed, slowest }: SchedulesDetail): string {
  if (slowest !== null) return `schedules:${seed}:${slowest}`;
  return seed === FIRST_QUESTION.seed ? 'schedules' : `schedules:${seed}`;
}
