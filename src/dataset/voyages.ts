import type { InferOutput } from 'valibot';
import type { Claim, Fix, Leg, LonLat, Port, Sighting, Vessel, Voyage } from '../model/records.ts';
import { quote, type Report, type Spot, within } from './problem.ts';
import { isKnown, type Known, knownIds } from './references.ts';
import type { leg as legSchema, sighting as sightingSchema, voyage as voyageSchema } from './schema.ts';

type LegOnFile = InferOutput<typeof legSchema>;
type VoyageOnFile = InferOutput<typeof voyageSchema>;
type SightingOnFile = InferOutput<typeof sightingSchema>;

/** What voyages and sightings refer to. */
export interface Around {
  readonly ports: Known<Port>;
  readonly vessels: Known<Vessel>;
  readonly claims: Known<Claim>;
}

const OUT = 'the voyage is left out';

/**
 * A voyage out of its record. `after` is taken as written: it needs the other voyages, see
 * {@link settleOrder}.
 *
 * @returns null if it cannot be drawn truthfully: an unknown ship or port, legs that do not
 *   chain, a track whose times do not run forward
 */
export function settleVoyage(record: VoyageOnFile, spot: Spot, around: Around, report: Report): Voyage | null {
  let sound = isKnown(record.vessel, around.vessels, within(spot, 'vessel'), report, OUT);
  record.legs.forEach((leg, index) => {
    const here = within(spot, 'legs', index);
    if (!legIsSound(leg, record.legs[index - 1], here, around.ports, report)) sound = false;
  });
  if (!sound) return null;
  const { after = [], claims = [], legs, ...rest } = record;
  return {
    ...rest,
    legs: legs.map((leg, index) => settleLeg(leg, within(spot, 'legs', index), around.claims, report)),
    after,
    claims: knownIds(claims, around.claims, within(spot, 'claims'), report),
  };
}

function legIsSound(
  leg: LegOnFile,
  before: LegOnFile | undefined,
  spot: Spot,
  ports: Known<Port>,
  report: Report,
): boolean {
  const known = (['from', 'to'] as const).map((end) => isKnown(leg[end], ports, within(spot, end), report, OUT));
  let sound = !known.includes(false);
  if (before !== undefined && before.to !== leg.from) {
    const fault = `the leg starts from ${quote(leg.from)}, but the one before it ends at ${quote(before.to)}`;
    report(within(spot, 'from'), `${fault}, so ${OUT}`, quote(before.to));
    sound = false;
  }
  const track = leg.track ?? [];
  if (leg.from === leg.to && track.length === 0 && (leg.via ?? []).length === 0) {
    const fault = `the leg ends where it starts, at ${quote(leg.to)}, with nothing between`;
    report(within(spot, 'to'), `${fault}, so ${OUT}`, 'another port, or positions in "via" or "track"');
    sound = false;
  }
  const backwards = track.findIndex((fix, index) => {
    const earlier = track[index - 1];
    return earlier !== undefined && Date.parse(fix.time) <= Date.parse(earlier.time);
  });
  if (backwards >= 0) {
    const fault = 'the time is not after that of the position before it';
    report(within(spot, 'track', backwards, 'time'), `${fault}, so ${OUT}`, 'times that run forward');
    sound = false;
  }
  return sound;
}

function settleLeg(leg: LegOnFile, spot: Spot, claims: Known<Claim>, report: Report): Leg {
  const { via = [], track = [], claims: cited = [], ...rest } = leg;
  return {
    ...rest,
    via: via.map(lonLat),
    track: track.map((fix): Fix => ({ position: lonLat(fix.position), time: Date.parse(fix.time) })),
    claims: knownIds(cited, claims, within(spot, 'claims'), report),
  };
}

function lonLat(numbers: readonly number[]): LonLat {
  const [lon = 0, lat = 0] = numbers;
  return [lon, lat];
}

/**
 * Checks `after` of every voyage: only voyages of the same ship, and no circle. What does not
 * fit is dropped and reported.
 *
 * @param spots where each voyage stands, by id
 */
export function settleOrder(voyages: Known<Voyage>, spots: ReadonlyMap<string, Spot>, report: Report): Voyage[] {
  const earlier = new Map<string, string[]>();
  const comesBefore = (first: string, last: string): boolean =>
    (earlier.get(last) ?? []).some((id) => id === first || comesBefore(first, id));
  return [...voyages.kept.values()].map((voyage) => {
    const spot = spots.get(voyage.id);
    if (spot === undefined) return voyage;
    const here = within(spot, 'after');
    const kept: string[] = [];
    earlier.set(voyage.id, kept);
    for (const id of new Set(voyage.after)) {
      const place = within(here, voyage.after.indexOf(id));
      if (!isKnown(id, voyages, place, report, 'the reference is dropped')) continue;
      if (voyages.kept.get(id)?.vessel !== voyage.vessel) {
        report(
          place,
          `the voyage ${quote(id)} is of another ship, so the reference is dropped`,
          'one of the same ship',
        );
      } else if (id === voyage.id || comesBefore(voyage.id, id)) {
        report(place, `the order runs in a circle, so the reference is dropped`, 'an earlier voyage');
      } else kept.push(id);
    }
    return { ...voyage, after: kept };
  });
}

/**
 * A sighting out of its record, tied to a port call where it names a voyage.
 *
 * @returns null if its port or the ship it names is unknown
 */
export function settleSighting(
  record: SightingOnFile,
  spot: Spot,
  around: Around,
  voyages: Known<Voyage>,
  report: Report,
): Sighting | null {
  const out = 'the sighting is left out';
  const portKnown = isKnown(record.port, around.ports, within(spot, 'port'), report, out);
  const shipKnown =
    record.vessel === null || isKnown(record.vessel, around.vessels, within(spot, 'vessel'), report, out);
  if (!portKnown || !shipKnown) return null;
  const { what = 'ship', reading = 'once', binds = true, claims = [], voyage: _, call: __, ...rest } = record;
  return {
    ...rest,
    ...tie(record, spot, voyages, report),
    what,
    reading,
    binds,
    claims: knownIds(claims, around.claims, within(spot, 'claims'), report),
  };
}

/** The voyage and the port call a sighting is tied to; nothing if it is not tied, or wrongly. */
function tie(
  record: SightingOnFile,
  spot: Spot,
  voyages: Known<Voyage>,
  report: Report,
): { voyage: string; call: number } | Record<string, never> {
  const loose = 'the sighting is tied to no voyage';
  if (record.voyage === undefined) {
    if (record.call !== undefined) {
      report(within(spot, 'call'), 'a port call is given but no voyage, so it is dropped', 'a "voyage" as well');
    }
    return {};
  }
  if (!isKnown(record.voyage, voyages, within(spot, 'voyage'), report, loose)) return {};
  const voyage = voyages.kept.get(record.voyage);
  if (voyage === undefined) return {};
  if (record.vessel !== null && record.vessel !== voyage.vessel) {
    const fault = `the ship is ${quote(record.vessel)}, but the voyage is of ${quote(voyage.vessel)}, so ${loose}`;
    report(within(spot, 'voyage'), fault, 'a voyage of the ship that was seen');
    return {};
  }
  const calls = portCalls(voyage);
  const fitting = [...calls.keys()].filter((call) => calls[call] === record.port);
  if (record.call !== undefined && !fitting.includes(record.call)) {
    const found = calls[record.call];
    const fault = found === undefined ? 'the voyage has no such call' : `that call is at ${quote(found)}`;
    report(within(spot, 'call'), `${fault}, so ${loose}`, oneOf(fitting, record.port));
    return {};
  }
  const call = record.call ?? (fitting.length === 1 ? fitting[0] : undefined);
  if (call === undefined) {
    const fault = fitting.length === 0 ? 'the voyage does not call at' : 'the voyage calls more than once at';
    report(within(spot, 'call'), `${fault} ${quote(record.port)}, so ${loose}`, oneOf(fitting, record.port));
    return {};
  }
  return { voyage: record.voyage, call };
}

function oneOf(calls: readonly number[], port: string): string {
  return calls.length === 0 ? `a voyage that calls at ${quote(port)}` : `one of ${calls.join(', ')}`;
}

/** The ports a voyage calls at, in order: call 0 is where it starts. */
export function portCalls(voyage: Pick<Voyage, 'legs'>): string[] {
  const [first] = voyage.legs;
  return first === undefined ? [] : [first.from, ...voyage.legs.map((leg) => leg.to)];
}
