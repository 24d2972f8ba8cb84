/** Records that can hardly be right, whatever format they came in. They are kept and flagged. */
import { HOUR, readEdtf, type Window } from '../../model/edtf.ts';
import { chordArcKm, KM_PER_NAUTICAL_MILE } from '../../model/path.ts';
import type { Dataset, Leg, LonLat, Voyage } from '../../model/records.ts';
import type { Findings } from './finding.ts';

/** Knots above which a passage or a step of a track is flagged: no merchant ship makes them. */
export const DOUBTFUL_KNOTS = 60;

/** Where a ship certainly is on a voyage: between its dates, at their narrowest. UTC ms; empty where `from` is not below `to`. */
interface Core {
  readonly voyage: Voyage;
  readonly from: number;
  readonly to: number;
}

/**
 * Flags what is doubtful: arrival before departure, a speed above {@link DOUBTFUL_KNOTS} on a leg, on a track or between two
 * voyages, voyages of one ship that certainly overlap. Only what no reading of the dates allows is flagged.
 *
 * @param origins where each voyage stands in its file, by id
 */
export function doubtsOf(dataset: Dataset, origins: ReadonlyMap<string, string>, findings: Findings): void {
  const positions = new Map(dataset.ports.map((port) => [port.id, port.position]));
  const position = (port: string): LonLat => positions.get(port) ?? [0, 0];
  const cores = new Map<string, Core[]>();
  for (const voyage of dataset.voyages) {
    const path = origins.get(voyage.id) ?? '';
    voyage.legs.forEach((leg, at) => {
      const told = { path, record: voyage.id };
      const [departs, arrives] = windowsOf(leg);
      const name = voyage.legs.length > 1 ? `leg ${at + 1}` : 'the voyage';
      if (arrives.latest <= departs.earliest) {
        const message = `${name} arrives (${leg.arrive}) before it departs (${leg.depart})`;
        findings.doubtful('arrival-before-departure', { ...told, message, expected: 'an arrival after the departure' });
      } else if (leg.track.length === 0) {
        const km = chordArcKm(position(leg.from), position(leg.to));
        flagSpeed(km, arrives.latest - departs.earliest, `${name} needs`, told, findings);
      }
      flagTrack(leg, name, told, findings);
    });
    const core = coreOf(voyage);
    const mine = cores.get(voyage.vessel);
    if (mine) mine.push(core);
    else cores.set(voyage.vessel, [core]);
  }
  for (const mine of cores.values()) flagOverlaps(mine, position, origins, findings);
}

const ANY_TIME = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY };

/** When a leg departs and arrives by its own dates and track alone. */
export function windowsOf(leg: Leg): readonly [departs: Window, arrives: Window] {
  const first = leg.track[0]?.time;
  const last = leg.track.at(-1)?.time;
  const departs = leg.depart !== undefined ? readEdtf(leg.depart) : ANY_TIME;
  const arrives = leg.arrive !== undefined ? readEdtf(leg.arrive) : ANY_TIME;
  return [
    first === undefined ? departs : { earliest: departs.earliest, latest: Math.min(departs.latest, first) },
    last === undefined ? arrives : { earliest: Math.max(arrives.earliest, last), latest: arrives.latest },
  ];
}

function flagSpeed(
  km: number,
  ms: number,
  what: string,
  told: { readonly path: string; readonly record: string },
  findings: Findings,
): void {
  const knots = km / KM_PER_NAUTICAL_MILE / (ms / HOUR);
  if (!(knots > DOUBTFUL_KNOTS)) return;
  findings.doubtful('too-fast', {
    ...told,
    message: `${what} at least ${Math.round(knots)} knots (${Math.round(km)} km in ${(ms / HOUR).toFixed(1)} hours)`,
    expected: `at most ${DOUBTFUL_KNOTS} knots`,
  });
}

/** One finding a track, with its fastest step: a bad position makes two fast steps, and a bad receiver thousands. */
function flagTrack(
  leg: Leg,
  name: string,
  told: { readonly path: string; readonly record: string },
  findings: Findings,
): void {
  let [fast, fastest, at] = [0, 0, 0];
  for (let i = 1; i < leg.track.length; i++) {
    const [a, b] = [leg.track[i - 1], leg.track[i]];
    if (a === undefined || b === undefined) continue;
    const knots = chordArcKm(a.position, b.position) / KM_PER_NAUTICAL_MILE / ((b.time - a.time) / HOUR);
    if (knots > DOUBTFUL_KNOTS) fast++;
    if (knots > fastest) [fastest, at] = [knots, b.time];
  }
  if (fast === 0) return;
  const steps = fast === 1 ? 'one step' : `${fast} steps`;
  findings.doubtful('too-fast', {
    ...told,
    message: `the track of ${name} has ${steps} above ${DOUBTFUL_KNOTS} knots, the fastest ${Math.round(fastest)} at ${new Date(at).toISOString()}`,
    expected: `at most ${DOUBTFUL_KNOTS} knots between positions`,
  });
}

function coreOf(voyage: Voyage): Core {
  const dated = voyage.legs.flatMap((leg) => windowsOf(leg));
  const latest = dated.map((window) => window.latest).filter(Number.isFinite);
  const earliest = dated.map((window) => window.earliest).filter(Number.isFinite);
  return { voyage, from: Math.min(...latest), to: Math.max(...earliest) };
}

function flagOverlaps(
  cores: Core[],
  position: (port: string) => LonLat,
  origins: ReadonlyMap<string, string>,
  findings: Findings,
): void {
  const certain = cores.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  let latest: Core | undefined;
  for (const core of certain) {
    const { voyage } = core;
    const told = { path: origins.get(voyage.id) ?? '', record: voyage.id };
    if (latest !== undefined && core.from < latest.to) {
      findings.doubtful('voyages-overlap', {
        ...told,
        message: `it overlaps ${origins.get(latest.voyage.id) ?? latest.voyage.id}, a voyage of the same ship`,
        expected: 'one voyage of a ship at a time',
      });
    } else if (latest !== undefined) flagJump(latest.voyage, voyage, position, told, findings);
    if (latest === undefined || core.to > latest.to) latest = core;
  }
}

/** From where one voyage ended to where the next began: not so far that no ship could be there in time. */
function flagJump(
  before: Voyage,
  next: Voyage,
  position: (port: string) => LonLat,
  told: { readonly path: string; readonly record: string },
  findings: Findings,
): void {
  const [end, start] = [before.legs.at(-1), next.legs[0]];
  if (end === undefined || start === undefined) return;
  const [, arrives] = windowsOf(end);
  const [departs] = windowsOf(start);
  const km = chordArcKm(position(end.to), position(start.from));
  flagSpeed(
    km,
    departs.latest - arrives.earliest,
    'to sail from the end of the voyage before she needs',
    told,
    findings,
  );
}
