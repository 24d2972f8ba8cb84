/** Sentences on rows of many ships, and of finding among them, in English. */
import { inList, inWords } from './grammar.ts';

export const findingEn = {
  open: 'Find…',
  heading: 'Find and limit',
  label: 'Ship, port, voyage or date',
  hint: 'a name, an IMO number, 2023-09-10, 2023-09 …',
  answers: 'Answers',
  nothing: (text: string) => `Nothing here is called “${text}”, and it is no date.`,
  more: {
    ship: (count: number) => `${count} more ${count === 1 ? 'ship' : 'ships'}.`,
    port: (count: number) => `${count} more ${count === 1 ? 'port' : 'ports'}.`,
    voyage: (count: number) => `${count} more ${count === 1 ? 'voyage' : 'voyages'}.`,
  },
  ship: (voyages: number, imo: string) =>
    `ship, ${inWords(voyages)} ${voyages === 1 ? 'voyage' : 'voyages'}${imo ? `, IMO ${imo}` : ''}`,
  port: (ships: number, country: string) =>
    `port${country ? `, ${country}` : ''}, ${inWords(ships)} ${ships === 1 ? 'ship calls' : 'ships call'}`,
  voyage: (ship: string, days: string) => `voyage of ${ship}, ${days}`,
  date: 'go to its beginning, UTC',
  offAxis: (from: string, to: string) => `That is outside the timeline, which runs from ${from} to ${to}.`,
  onlyShip: 'only this ship',
  alsoShip: 'this ship as well',
  onlyPort: 'only ships that call here',
  alsoPort: 'also ships that call here',
  onlyPeriod: 'only this time',
  limits: 'What is shown',
  allShown: (ships: number) => (ships === 1 ? 'The one ship is shown.' : `All ${inWords(ships)} ships are shown.`),
  shown: (shown: number, all: number, why: readonly string[]) =>
    `${shown} of ${all} ${all === 1 ? 'ship is' : 'ships are'} shown: those ${inList(why, 'and', ',')}.`,
  picked: (names: readonly string[]) => `picked (${names.join(', ')})`,
  callAt: (names: readonly string[]) => `that call at ${inList(names, 'or')}`,
  underWay: (period: string) => `that may be under way in this time: ${period}`,
  others: (count: number) => `${count} others`,
  goThere: 'Go to them',
  change: 'Change…',
  showAll: 'Show all',
  remove: (name: string) => `Take away: ${name}`,
  period: 'Period',
  periodHint: 'such as 2023-09 or 2023-09-01/2023-09-20',
  setPeriod: 'Set',
  noPeriod: (text: string) => `“${text}” is no period. Write it as 2023-09 or 2023-09-01/2023-09-20.`,
  close: 'Close',
};

export const rowsEn = {
  seen: 'seen by name; of many ships some look alike',
  listed: (atSea: number, of: number) =>
    `Listed are those that can be at sea now, ${atSea} of ${of} ships. Find or limit ships to list others.`,
  page: (from: number, to: number, of: number) => `${from} to ${to} of ${of}`,
  previous: 'Previous ships',
  next: 'Next ships',
  atSea: 'Ships at sea',
  atSeaNow: (least: number, most: number): string => (least === most ? `${most} now` : `${least} to ${most} now`),
  overview: (alone: boolean): string =>
    `Strong: ships that must be at sea. Faint: ships that may be, or not; which of them are is not known.${alone ? ' Days are UTC.' : ''}`,
  tooMany: (some: boolean): string =>
    some
      ? 'The row is of the ship whose voyage is open. Find or limit ships to see a row for each.'
      : 'Too many ships for a row each. Find or limit ships to see their rows.',
  label: (rows: number) => `${rows} ${rows === 1 ? 'row' : 'rows'} of ships; arrow up and down go from one to the next`,
  caption:
    'Each row: a ship. Each band: a crossing, from its earliest departure to its latest arrival. Darker: fewer possible days. Sharp edge: somebody saw it. Dotted: one schedule that fits, illustrative. Days are UTC.',
};
