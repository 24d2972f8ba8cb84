/** The position reports that an invented fleet would send, as a CSV with the columns of MarineCadastre. */
import { drawFleet, type Sailed, type Ship, type World } from './fleet.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2023, 0, 1);
/** Days that the reports go over: with 2,000 ships and 2 million reports one every quarter of an hour. */
const DAYS = 10;
const VOYAGES = 3;
const HEAD =
  'MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,TransceiverClass\n';

/**
 * Rows of reports in the order of time, as such files have them, a text for each moment. All ships report at once, underway
 * or in port.
 *
 * @param reports how many in all, at least
 * @param ships how many send them
 */
export function* positionReports(world: World, reports: number, ships = 2000, seed = 1): Generator<string> {
  const fleet = drawFleet(world, ships * VOYAGES, seed, DAYS, VOYAGES);
  const rounds = Math.ceil(reports / fleet.length);
  const step = (DAYS * 24 * HOUR) / rounds;
  yield HEAD;
  for (let round = 0; round < rounds; round++) {
    // Whole seconds, as such files have them.
    const t = START + Math.round((round * step) / 1000) * 1000;
    yield fleet.map((ship) => rowAt(ship, t)).join('');
  }
}

function rowAt({ name, mmsi, voyages }: Ship, t: number): string {
  const next = voyages.find(({ arrives }) => arrives > t);
  const on = next ?? (voyages.at(-1) as Sailed);
  const share = Math.min(1, Math.max(0, (t - on.departs) / (on.arrives - on.departs)));
  const [lon, lat] = alongWay(on, share);
  const sailing = share > 0 && share < 1;
  const time = new Date(t).toISOString().slice(0, 19);
  const knots = sailing ? (on.way.km / 1.852 / ((on.arrives - on.departs) / HOUR)).toFixed(1) : '0.0';
  return `${mmsi},${time},${lat.toFixed(5)},${wrapped(lon).toFixed(5)},${knots},360.0,511.0,${name},,,70,${sailing ? 0 : 5},180,28,9.5,70,A\n`;
}

const wrapped = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

/** The place at a share of a way: even steps of the map along it, near enough to an even speed. */
function alongWay({ way: { points } }: Sailed, share: number): readonly [number, number] {
  const lengths = points.slice(1).map((point, at) => {
    const [lon, lat] = points[at] as readonly [number, number];
    return Math.hypot((point[0] - lon) * Math.cos((lat * Math.PI) / 180), point[1] - lat);
  });
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [points[at], points[at + 1]] as [readonly [number, number], readonly [number, number]];
    if (left <= length) {
      const part = length > 0 ? left / length : 0;
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    }
    left -= length;
  }
  return points.at(-1) as readonly [number, number];
}
