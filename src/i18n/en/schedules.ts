/** Sentences about the schedules that fit, in English. */
import { inList } from './grammar.ts';

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (power: number): string => [...String(power)].map((digit) => DIGITS[Number(digit)]).join('');

/** Up to so many are written in full. */
const FEW = 6;

/** "35", "3 × 10⁴⁰": a number given by its decimal logarithm. */
function large(log: number): string {
  if (log < FEW) return Math.round(10 ** log).toLocaleString('en-GB');
  const power = Math.floor(log);
  const digit = Math.round(10 ** (log - power));
  return digit === 10 ? `10${raised(power + 1)}` : `${digit} × 10${raised(power)}`;
}

/** A share from 0 to 1 in hundredths; what is not quite none or all never reads so. */
function ofHundred(share: number): string {
  const hundredths = Math.round(share * 100);
  if (hundredths === 0 && share > 0) return 'fewer than 1';
  if (hundredths === 100 && share < 1 - 1e-9) return 'more than 99';
  return String(hundredths);
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

function lasting(ms: number): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1000],
  ] as const;
  const [name, size] = units.find(([, one]) => ms >= one && ms % one === 0) ?? (['millisecond', 1] as const);
  return counted(ms / size, name);
}

export const schedulesEn = {
  heading: 'Which schedules fit',
  method: (knots: number, hours: number) =>
    `Counted is every schedule that keeps all departures and arrivals within the bounds of this case, with no passage faster than ${counted(knots, 'knot')} and no stay shorter than ${counted(hours, 'hour')}. Each counts the same. This is what is possible, not what is likely.`,
  passages: 'Passages',
  anySpeed: 'Any speed up to the greatest; waits at sea count too',
  anySpeedNote: 'Where dates are wide, much of the time at sea in these schedules is waiting.',
  noSlower: 'No slower, on average, than a speed',
  slowest: 'Slowest passage',
  knots: 'knots',
  noSlowerNote: 'This leaves out long waits at sea. No source says that there were none.',
  seed: 'Seed',
  seedNote: 'The same seed draws the same outcomes for everyone; the link carries it.',
  anotherSeed: 'Another seed',
  wrongLink: (detail: string) =>
    `The link asks for “${detail}”, which is not a seed and a speed such as 7:8. Shown is seed 1, any speed.`,
  working: 'Counting the schedules that fit …',
  workingAgain: 'Counting again; below is the answer before.',
  failed: (reason: string) => `The schedules could not be counted: ${reason}`,
  nothing: 'No ship that is shown has a voyage.',
  outcomes: 'Outcomes, one after another',
  outcome: (at: number, of: number) => `Outcome ${at} of ${of}, one of many that fit; no one of them is the answer.`,
  outcomeNote: (before: number) =>
    `Drawn at random from all that fit, each ship by herself. Dotted: this outcome. Faint: the ${before} drawn before it.`,
  onMap:
    'Small dashed hull: the ship in the outcome shown. Ticks: at sea in those before it. Each only fits; none is the answer.',
  previous: 'Previous outcome',
  next: 'Next outcome',
  play: 'Play outcomes',
  pause: 'Pause outcomes',
  playWord: 'Play',
  pauseWord: 'Pause',
  count: (log: number, unit: number) => {
    const number = large(log);
    const what = number === '1' ? 'schedule fits' : 'schedules fit';
    return `${log < FEW ? number : `About ${number}`} ${what}, in steps of ${lasting(unit)}.`;
  },
  exact: 'Counted exactly. Finer steps would give more schedules, in much the same shares.',
  walked: 'Estimated by a random walk: counts and shares have a sampling error.',
  oneOrder: (titles: readonly string[]) =>
    titles.length === 1 ? `One voyage: ${titles.join('')}.` : `All in one order: ${titles.join(', then ')}.`,
  orders: 'Orders of her voyages that fit',
  order: 'Order',
  ofHundred: 'Of 100 schedules',
  inOrder: (titles: readonly string[]) => titles.join(', then '),
  hundredths: ofHundred,
  leftOut: (titles: readonly string[]) =>
    `Left out, because the claims on it contradict each other: ${inList(titles, 'and')}.`,
  none: {
    'no voyages': () => 'No voyage of hers is reported.',
    contradiction: (titles: readonly string[]) =>
      `No schedule fits: the bounds contradict each other (${inList(titles, 'and')}).`,
    'too many orders': (titles: readonly string[]) =>
      `Her ${titles.length} voyages can come in too many orders to be counted.`,
    open: (titles: readonly string[]) =>
      `Not counted: a date has no end, so that there are schedules without end (${inList(titles, 'and')}).`,
    'too wide': () => 'Not counted: the dates are too wide for steps of a day.',
  },
  shares: (ship: string) => `${ship}: share of the schedules that fit, by place`,
  sharesLabel: 'share of schedules',
  atSea: 'at sea',
  atPort: (port: string) => `at ${port}`,
  noVoyage: 'on no reported voyage',
  noVoyageNote: 'On no reported voyage, a ship may be in port or anywhere else: nothing is assumed.',
  reading: (moment: string, parts: readonly (readonly [place: string, share: number])[]) =>
    `${moment}. Of 100 schedules that fit: ${parts.map(([place, share]) => `${place} in ${ofHundred(share)}`).join(', ')}.`,
  outside: (moment: string) => `${moment} is outside the period that schedules are counted for.`,
  table: (step: number) => `Table: each ${lasting(step) === '1 day' ? 'day' : lasting(step)}`,
  day: 'Moment (UTC)',
};
