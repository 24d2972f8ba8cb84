/**
 * Big cases, drawn by lot, the same for the same seed: ships that go from port to port of the world for a year, as a case,
 * as a table of voyages, and as the position reports that they would send. All of it is invented. Every date is one that
 * the same ship could keep: nothing is to be refused, nothing contradicts.
 */
import { randomNumbers } from '../../src/analysis/random-numbers.ts';
import type { LonLat } from '../../src/model/records.ts';
import type { FoundLine } from '../../src/model/sea-line.ts';

/** Ports of the world and ways over water between them. */
export interface World {
  readonly ports: readonly { readonly id: string; readonly name: string; readonly position: LonLat }[];
  /** By port: where one can go from it. */
  readonly ways: ReadonlyMap<string, readonly Way[]>;
}

export interface Way {
  readonly from: string;
  readonly to: string;
  readonly km: number;
  /** Longitudes run on past 180. */
  readonly points: readonly LonLat[];
}

/** A voyage as it really was: what is said of it is less. UTC ms. */
export interface Sailed {
  readonly way: Way;
  readonly departs: number;
  readonly arrives: number;
}

export interface Ship {
  readonly id: string;
  readonly name: string;
  readonly mmsi: string;
  readonly voyages: readonly Sailed[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const KNOT = 1.852;
const VOYAGES_A_SHIP = 10;
const START = Date.UTC(2023, 0, 1);
const DAYS = 365;
/** Greatest speed that the case states, knots; ships sail between the other two. */
const GREATEST = 30;
const [SLOWEST, FASTEST] = [10, 18];

/**
 * Reads ports and ways.
 *
 * @param text of `tests/bench/world-lanes.tsv`
 */
export function readWorld(text: string): World {
  const ports: World['ports'][number][] = [];
  const ways = new Map<string, Way[]>();
  const add = (way: Way): void => void ways.set(way.from, [...(ways.get(way.from) ?? []), way]);
  for (const row of text.trim().split('\n')) {
    const [kind, from = '', to = '', third = '', fourth = ''] = row.split('\t');
    if (kind === 'port') ports.push({ id: from, name: to, position: [Number(third), Number(fourth)] });
    else {
      const points = fourth.split(' ').map((pair) => pair.split(',').map(Number) as [number, number]);
      const way = { from, to, km: Number(third), points };
      add(way);
      add({ ...way, from: to, to: from, points: points.toReversed() });
    }
  }
  return { ports, ways };
}

/**
 * Draws a fleet of two ships at least; each sails one voyage after the other, from where the last one ended.
 *
 * @param voyages how many in all
 * @param days in which they fit where the ways are not too long, from 1 January 2023
 * @param each about how many voyages a ship
 */
export function drawFleet(world: World, voyages: number, seed = 1, days = DAYS, each = VOYAGES_A_SHIP): Ship[] {
  const count = Math.max(2, Math.ceil(voyages / each));
  return Array.from({ length: count }, (_, at) => {
    const mine = Math.floor(((at + 1) * voyages) / count) - Math.floor((at * voyages) / count);
    const random = randomNumbers(seed, `ship ${at}`);
    return {
      id: `ship-${at + 1}`,
      name: nameOf(at),
      mmsi: String(257_000_000 + at),
      voyages: sail(world, mine, days * DAY, random),
    };
  });
}

const FIRST =
  'Amber Arctic Baltic Blue Coral Eastern Golden Grey Iron Jade Long Northern Pacific Red Silver Swift'.split(' ');
const SECOND =
  'Auk Curlew Dunlin Eider Fulmar Gannet Heron Noddy Petrel Plover Sanderling Shag Skua Tern Whimbrel'.split(' ');

/** A name for each number; after 240 a figure follows, so that none comes twice. */
function nameOf(at: number): string {
  const [first, second] = [FIRST[at % FIRST.length], SECOND[Math.floor(at / FIRST.length) % SECOND.length]];
  const turn = Math.floor(at / (FIRST.length * SECOND.length));
  return `${first} ${second}${turn === 0 ? '' : ` ${turn + 1}`}`;
}

function sail(world: World, count: number, time: number, random: () => number): Sailed[] {
  const knots = SLOWEST + random() * (FASTEST - SLOWEST);
  const passage = (way: Way): number => (way.km / KNOT / knots) * HOUR;
  const voyages: Sailed[] = [];
  let port = pick(world.ports, random).id;
  let now = START + random() * (time / count / 2);
  for (let left = count; left > 0; left--) {
    // What is left of the time, spread over the voyages that are left, with a stay of two days at least after each.
    const share = (START + time - now) / left - 2 * DAY;
    const ways = world.ways.get(port) ?? [];
    const short = ways.filter((way) => passage(way) < share);
    const way = short.length > 0 ? pick(short, random) : ways.reduce((a, b) => (a.km < b.km ? a : b));
    const departs = now;
    const arrives = departs + passage(way);
    voyages.push({ way, departs, arrives });
    const spare = Math.max(0, share - passage(way));
    now = arrives + 2 * DAY + (0.5 + random() / 2) * spare;
    port = way.to;
  }
  return voyages;
}

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T;

const day = (t: number): string => new Date(t).toISOString().slice(0, 10);
const minute = (t: number): string => `${new Date(t).toISOString().slice(0, 16)}Z`;

/** What a source says of a voyage: most often two days, sometimes the minute, a month, a bound or about a day. */
function dates({ departs, arrives }: Sailed, lot: number): { readonly depart: string; readonly arrive: string } {
  const whole = { depart: day(departs), arrive: day(arrives) };
  if (lot < 0.15) return { depart: minute(departs), arrive: minute(arrives) };
  if (lot < 0.27) return { ...whole, depart: day(departs).slice(0, 7) };
  if (lot < 0.39) return { ...whole, arrive: `../${whole.arrive}` };
  if (lot < 0.47) return { ...whole, arrive: `${whole.arrive}~` };
  return whole;
}

/** The voyages of a fleet with what is said of each, ship by ship. */
function said(ships: readonly Ship[], seed: number) {
  return ships.flatMap((ship) => {
    const random = randomNumbers(seed, `dates of ${ship.id}`);
    // Between two that leave room for doubt one that leaves little, or there would be too many orders to list.
    return ship.voyages.map((sailed, at) => ({
      ship,
      at,
      sailed,
      ...dates(sailed, at % 2 === 0 ? random() : 1),
    }));
  });
}

/** Our own case, as one JSON with the ports inside. */
export function fleetCase(world: World, voyages: number, seed = 1): Record<string, unknown> {
  const ships = drawFleet(world, voyages, seed);
  const listed = said(ships, seed);
  const called = new Set(listed.flatMap(({ sailed: { way } }) => [way.from, way.to]));
  const end = ships.reduce((last, ship) => Math.max(last, ship.voyages.at(-1)?.arrives ?? 0), START);
  return {
    $comment: 'Invented, drawn by lot: no ship made these voyages.',
    version: 1,
    title: `${voyages} invented voyages`,
    summary: `${ships.length} invented ships between ${called.size} ports.`,
    // Room for what is said to be about a day.
    window: `${day(START)}/${day(end + 10 * DAY)}`,
    assumptions: { greatestSpeed: { value: GREATEST, reason: 'Invented ships.' } },
    sources: [{ id: 'lot', publisher: 'Drawn by lot' }],
    claims: [{ id: 'lot', text: 'Invented for a measurement.', source: 'lot', kind: 'statement' }],
    vessels: ships.map(({ id, name, mmsi }) => ({ id, name, mmsi })),
    voyages: listed.map(({ ship, at, sailed: { way }, depart, arrive }) => ({
      id: `${ship.id}-${at + 1}`,
      vessel: ship.id,
      legs: [{ from: way.from, to: way.to, depart, arrive }],
      claims: ['lot'],
    })),
    ports: {
      type: 'FeatureCollection',
      features: world.ports.flatMap(({ id, name, position }) =>
        called.has(id)
          ? [
              {
                type: 'Feature',
                id,
                geometry: { type: 'Point', coordinates: position },
                properties: { name, unlocode: id },
              },
            ]
          : [],
      ),
    },
  };
}

/** The ways of the world as lines that were found between its ports, both ways: what a build puts beside a case. */
export function fleetRoutes({ ports, ways }: World): FoundLine[] {
  const places = new Map(ports.map(({ id, position }) => [id, position]));
  return ports.flatMap(({ id, position: from }) =>
    (ways.get(id) ?? []).flatMap(({ to: there, points, km }) => {
      const to = places.get(there);
      return to ? [{ from, to, line: { points, km, method: 'Short way over water, computed.' }, greatCircle: [] }] : [];
    }),
  );
}

/** The same voyages as a table with the places of the ports, CSV. */
export function fleetTable(world: World, voyages: number, seed = 1): string {
  const places = new Map(world.ports.map((port) => [port.id, port]));
  const rows = said(drawFleet(world, voyages, seed), seed).map(({ ship, sailed: { way }, depart, arrive }) => {
    const [from, to] = [places.get(way.from), places.get(way.to)];
    const place = (port: typeof from): string => `${port?.position[1]},${port?.position[0]}`;
    return `${ship.name},"${from?.name}","${to?.name}",${depart},${arrive},Drawn by lot,${place(from)},${place(to)}`;
  });
  return `Vessel,From,To,Depart,Arrive,Source,From lat,From lon,To lat,To lon\n${rows.join('\n')}\n`;
}
