/**
 * Small cases for the tests of the model: the reported traffic between two ports, and random
 * ones. A random case is made backwards, from a schedule that is true to dates that contain it,
 * so that a test knows what must not be ruled out.
 */
import fc from 'fast-check';
import { DEFAULT_ASSUMPTIONS } from '../../src/model/assumptions.ts';
import { DAY, HOUR } from '../../src/model/edtf.ts';
import { type Lane, layLanes } from '../../src/model/lanes.ts';
import { pathKm } from '../../src/model/path.ts';
import type { Assumptions, Dataset, Fix, Leg, LonLat, Port, Sighting, Voyage } from '../../src/model/records.ts';
import { passageTime, type Ways } from '../../src/model/voyage-network.ts';

export type LaidWays = Ways & { readonly lanes: readonly Lane[] };

export const at = (text: string): number => Date.parse(text.length === 10 ? `${text}T00:00Z` : text);

export const port = (id: string, position: LonLat): Port => ({ id, name: id, position, claims: [] });

export const leg = (from: string, to: string, more: Partial<Leg> = {}): Leg => ({
  from,
  to,
  via: [],
  track: [],
  claims: [],
  ...more,
});

export const voyage = (id: string, legs: readonly Leg[], more: Partial<Voyage> = {}): Voyage => ({
  id,
  vessel: 'ship',
  legs,
  after: [],
  claims: [],
  ...more,
});

export const sighting = (id: string, place: string, date: string, more: Partial<Sighting> = {}): Sighting => ({
  id,
  vessel: null,
  port: place,
  date,
  what: 'ship',
  reading: 'once',
  binds: true,
  claims: [],
  ...more,
});

export const caseOf = (more: Partial<Dataset>): Dataset => ({
  title: '',
  summary: '',
  window: { date: '2023-09-01/2023-10-31', claims: [] },
  assumptions: DEFAULT_ASSUMPTIONS,
  ports: [port('a', [130, 42]), port('b', [131, 42.5]), port('c', [130.5, 43])],
  sources: [],
  claims: [],
  vessels: [{ id: 'ship', name: 'Ship', claims: [] }],
  voyages: [],
  sightings: [],
  events: [],
  ...more,
});

/** Lanes of the length that `km` gives for two positions; great circles, here straight, where it gives none. */
export function waysOf(dataset: Dataset, km: (from: LonLat, to: LonLat) => number | undefined): LaidWays {
  return layLanes(
    dataset,
    (from, to) => {
      const length = km(from, to);
      return length === undefined ? undefined : { points: [from, to], km: length, method: 'for a test' };
    },
    (from, to) => [from, to],
  );
}

/** Every lane of the same length. */
export const evenWays = (dataset: Dataset, km = 193.7): LaidWays => waysOf(dataset, () => km);

const roundTrip = (out: Partial<Leg> = {}, back: Partial<Leg> = {}): Leg[] => [
  leg('dunay', 'najin', out),
  leg('najin', 'dunay', back),
];

/** The reported traffic of August to October 2023, cut down to what its windows rest on. */
export const TRAFFIC: Dataset = caseOf({
  window: { date: '2023-08-15~/2023-10-14', claims: ['period'] },
  ports: [port('najin', [130.289, 42.2271]), port('dunay', [132.378, 42.886])],
  vessels: [
    { id: 'angara', name: 'Angara', claims: [] },
    { id: 'maria', name: 'Maria', claims: [] },
  ],
  voyages: [
    voyage('august', roundTrip(), { vessel: 'angara' }),
    voyage('white-house', roundTrip(), { vessel: 'angara' }),
    voyage('undated', roundTrip(), { vessel: 'angara' }),
    voyage('september', roundTrip({ depart: '2023-09' }, { arrive: '2023-09' }), { vessel: 'maria' }),
    voyage('october', roundTrip(), { vessel: 'maria' }),
  ],
  sightings: [
    sighting('quay', 'najin', '2023-08-26', { voyage: 'august', call: 1 }),
    sighting('boxes', 'najin', '[2023-09-07..2023-09-08]', { what: 'cargo-waiting', voyage: 'white-house', call: 1 }),
    sighting('landed', 'dunay', '2023-09-12', { voyage: 'white-house', call: 2 }),
    sighting('alongside', 'najin', '2023-10-10/2023-10-11', { reading: 'first-and-last', voyage: 'october', call: 1 }),
    sighting('weak', 'najin', '2023-10-12', { binds: false, voyage: 'october', call: 1 }),
    sighting('back', 'dunay', '2023-10-14', { voyage: 'october', call: 2 }),
  ],
});

/** The next number below a limit. Past its end a tape gives 0: the simplest choice. */
export type Tape = (below: number) => number;

export function tapeOf(numbers: readonly number[]): Tape {
  let next = 0;
  return (below) => (numbers[next++] ?? 0) % below;
}

export const tapes = (length: number) =>
  fc
    .noBias(fc.array(fc.nat({ max: 2 ** 30 }), { minLength: length, maxLength: length }))
    .map((numbers) => ({ numbers, toString: () => JSON.stringify(numbers) }));

/** What truly happened in a random case. UTC milliseconds. */
export interface Truth {
  readonly order: readonly Voyage[];
  readonly times: ReadonlyMap<string, readonly { readonly depart: number; readonly arrive: number }[]>;
}

export interface RandomCase {
  readonly dataset: Dataset;
  readonly ways: LaidWays;
  readonly truth: Truth;
}

const START = at('2023-09-02');

const ASSUMED: Assumptions = {
  ...DEFAULT_ASSUMPTIONS,
  leastStay: { value: 3, reason: '' },
  usualStay: { value: 12, reason: '' },
  approximate: { value: 2, reason: '' },
};

const day = (t: number): string => new Date(t).toISOString().slice(0, 10);
const minute = (t: number): string => `${new Date(t).toISOString().slice(0, 16)}Z`;

/** A date that contains `t`, precise or not; undefined for no date at all. */
function looseDate(tape: Tape, t: number): string | undefined {
  const [before, after] = [day(t - tape(4) * DAY), day(t + tape(4) * DAY)];
  const forms = [
    undefined,
    undefined,
    minute(t),
    day(t),
    `${day(t + (tape(5) - 2) * DAY)}~`,
    `${before}/${after}`,
    `../${after}`,
    `${before}/`,
    `[${before}..${after}]`,
    `[${before},${day(t)}]`,
    day(t).slice(0, 7),
    `${minute(t - HOUR)}/${minute(t + HOUR)}`,
  ];
  return forms[tape(forms.length)];
}

/** A case of one ship with one to three voyages between three ports, and what is true of it. */
export function randomCase(tape: Tape): RandomCase {
  const lengths = [0, 1, 2].map(() => 20 + tape(280));
  const ports = ['a', 'b', 'c'].map((id, n) => port(id, [130 + n * 0.4 + tape(3) / 10, 42 + tape(10) / 10]));
  const km = (from: LonLat, to: LonLat): number | undefined => {
    const [one, other] = [from, to].map((position) => ports.findIndex((p) => p.position === position));
    return one === undefined || other === undefined || one < 0 || other < 0 ? undefined : lengths[one + other - 1];
  };
  const bare = Array.from({ length: 1 + tape(3) }, (_, n) => {
    const stops = [tape(3)];
    for (let left = 1 + tape(3); left > 0; left--) stops.push(((stops.at(-1) as number) + 1 + tape(2)) % 3);
    const legs = stops.slice(1).map((stop, one) => {
      const [from, to] = [ports[stops[one] as number] as Port, ports[stop] as Port];
      const via: LonLat[] = tape(6) === 5 ? [[130.6, 41.9]] : [];
      return leg(from.id, to.id, { via });
    });
    return voyage(`v${n}`, legs);
  });
  const bareCase = caseOf({ ports, assumptions: ASSUMED, voyages: bare });
  const order = shuffled(tape, bare);
  const bareWays = waysOf(bareCase, km);
  const times = sail(tape, order, bareWays);
  const told = bare.map((one) => tell(tape, one, order, times, ports));
  const dataset: Dataset = {
    ...bareCase,
    window: { date: tape(5) === 4 ? '2023-09-02/..' : '2023-09-02/2023-10-31', claims: [] },
    voyages: told,
    sightings: told.flatMap((one) => sightings(tape, one, order, times)),
  };
  const inOrder = order.map(({ id }) => told.find((one) => one.id === id) as Voyage);
  return { dataset, ways: waysOf(dataset, km), truth: { order: inOrder, times } };
}

export function shuffled<T>(tape: Tape, items: readonly T[]): T[] {
  const rest = [...items];
  return items.map(() => rest.splice(tape(rest.length), 1)[0] as T);
}

const least = (km: number): number => passageTime(km, ASSUMED.greatestSpeed.value);
const hours = (time: number): number => Math.ceil(time / HOUR) * HOUR;

function sail(tape: Tape, order: readonly Voyage[], ways: Ways): Map<string, { depart: number; arrive: number }[]> {
  const times = new Map<string, { depart: number; arrive: number }[]>();
  let now = START + tape(60) * HOUR;
  let place: string | undefined;
  for (const one of order) {
    const from = one.legs[0]?.from as string;
    if (place !== undefined) now += Math.max(3 * HOUR, hours(least(ways.km(place, from)))) + tape(30) * HOUR;
    const legs = one.legs.map((part, n) => {
      if (n > 0) now += (3 + tape(30)) * HOUR;
      const depart = now;
      // A straight track is never longer than this.
      now += hours(least(Math.max(ways.legPath(one, n).lane.km, 200))) + tape(20) * HOUR;
      place = part.to;
      return { depart, arrive: now };
    });
    times.set(one.id, legs);
  }
  return times;
}

/** The voyage as reported: some dates, sometimes a track, sometimes which voyage came before. */
function tell(
  tape: Tape,
  one: Voyage,
  order: readonly Voyage[],
  times: Truth['times'],
  ports: readonly Port[],
): Voyage {
  const legs = one.legs.map((part, n): Leg => {
    const truth = times.get(one.id)?.[n] as { depart: number; arrive: number };
    const [depart, arrive] = [looseDate(tape, truth.depart), looseDate(tape, truth.arrive)];
    const [from, to] = [part.from, part.to].map((id) => ports.find((p) => p.id === id)?.position as LonLat);
    const tracked = tape(6) === 5 && from && to && pathKm([from, to]) > 1;
    return {
      ...part,
      ...(depart === undefined ? {} : { depart }),
      ...(arrive === undefined ? {} : { arrive }),
      track: tracked ? straightTrack(from, to, truth) : [],
    };
  });
  const before = order[order.indexOf(one) - 1];
  return { ...one, legs, after: before && tape(4) === 3 ? [before.id] : [] };
}

function straightTrack(from: LonLat, to: LonLat, { depart, arrive }: { depart: number; arrive: number }): Fix[] {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => ({
    position: [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share],
    time: depart + (arrive - depart) * share,
  }));
}

function sightings(tape: Tape, one: Voyage, order: readonly Voyage[], times: Truth['times']): Sighting[] {
  const legTimes = times.get(one.id) ?? [];
  const place = order.findIndex(({ id }) => id === one.id);
  const came = times.get(order[place - 1]?.id ?? '')?.at(-1)?.arrive;
  const leaves = times.get(order[place + 1]?.id ?? '')?.[0]?.depart;
  const seen: Sighting[] = [];
  for (let call = 0; call <= legTimes.length; call++) {
    if (tape(3) !== 2) continue;
    const arrive = legTimes[call - 1]?.arrive;
    const depart = legTimes[call]?.depart;
    const earliest = arrive ?? came ?? (depart as number) - 60 * HOUR;
    const latest = depart ?? leaves ?? (arrive as number) + 60 * HOUR;
    const first = earliest + Math.floor(((latest - earliest) * tape(100)) / 100);
    const last = first + Math.floor(((latest - first) * tape(100)) / 100);
    const twice = tape(2) === 1;
    const date = twice && day(first) !== day(last) ? `${day(first)}/${day(last)}` : looseDate(tape, first);
    if (date === undefined) continue;
    const what = (['ship', 'ship', 'cargo-waiting', 'cargo-landed'] as const)[tape(4)] as Sighting['what'];
    const reading = date === `${day(first)}/${day(last)}` ? 'first-and-last' : 'once';
    const where = call === 0 ? one.legs[0]?.from : one.legs[call - 1]?.to;
    const tied = { voyage: one.id, call, what, reading, binds: tape(5) !== 4 } as const;
    seen.push(sighting(`${one.id} at ${call}`, where as string, date, tied));
  }
  return seen;
}

/** All orders of a few things. */
export function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, n) => permutations(items.toSpliced(n, 1)).map((rest) => [item, ...rest]));
}
