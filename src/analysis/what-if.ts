/**
 * "What if": a case changed in named ways, so that a reader can see what follows. Nothing here
 * changes a record; a changed case is a new one.
 */
import type { Assumed, Assumptions, Claim, Dataset, Leg, Sighting, Voyage } from '../model/records.ts';
import { assumedTrips } from './assumed-trips.ts';

/** The port call of a voyage: 0 the port it starts from, 1 the first it reaches ... */
export interface Call {
  readonly voyage: string;
  readonly call: number;
}

export interface WhatIf {
  /** Ids of claims and of sightings taken out. An id that a claim and a sighting share takes out both. */
  readonly without: readonly string[];
  /** Assumptions by name, in their own units. */
  readonly assume: Readonly<Partial<Record<keyof Assumptions, number>>>;
  /** By sighting id: the port call it is tried at, where it then bounds the dates; null: at none. */
  readonly ties: Readonly<Record<string, Call | null>>;
  /** By vessel id: round trips more than the case lists, 1 or more. */
  readonly more: Readonly<Record<string, number>>;
}

export const NO_CHANGE: WhatIf = { without: [], assume: {}, ties: {}, more: {} };

/** A case with a what-if applied, and what has to be said of it. */
export interface ChangedCase {
  readonly dataset: Dataset;
  /** Ids of the what-if that the case does not have. */
  readonly unknown: readonly string[];
  /** Ids of claims that were taken out but that the window of the case rests on alone: a case has a window, so it is kept. */
  readonly kept: readonly string[];
  /** Ids of voyages that fell away with the last of their claims. */
  readonly fallen: readonly string[];
  /** Ids of sightings that cannot be where they were to be tried: another port, another ship, or a voyage that fell away. */
  readonly misfits: readonly string[];
  /** Ids of the voyages added. They are nobody's claim. */
  readonly assumed: readonly string[];
  /** Ids of vessels to which no round trip could be added, since the case lists none to shape it on. */
  readonly shapeless: readonly string[];
  /** Assumptions whose figure is not that of the case. Their reason is empty. */
  readonly changed: readonly (keyof Assumptions)[];
}

/**
 * Applies a what-if to a case. The order in which its parts are written does not matter.
 *
 * - A claim taken out is gone from every record that cites it, and from what others contradict.
 * - What rests only on claims taken out goes with them: a sighting, an event, the dates, positions and cargo of a leg,
 *   and a voyage once none of its own claims and none of its legs' is left. A leg without claims rests on those of its
 *   voyage; what cites no claim at all rests on none, and stays.
 * - A sighting whose voyage is gone stays as one that is tied to none.
 * - What sources say of the order of voyages (`after`) rests on the claims of the later voyage.
 * - A usual speed above the greatest, or a usual stay below the least, is moved to it.
 *
 * Lanes must be laid anew: legs may have lost their waypoints, and voyages may be new.
 *
 * @returns a new case that shares what did not change, and what has to be said of it
 */
export function applyWhatIf(dataset: Dataset, whatIf: WhatIf): ChangedCase {
  const out = new Set(whatIf.without);
  const claimIds = new Set(dataset.claims.map((claim) => claim.id));
  const gone = new Set([...out].filter((id) => claimIds.has(id)));
  const standing = dataset.voyages.filter((voyage) => !restsOnly(voyageClaims(voyage), gone));
  const voyages = standing.map((voyage) => withoutClaims(voyage, gone, standing));
  const sightings = dataset.sightings
    .filter((sighting) => !out.has(sighting.id) && !restsOnly(sighting.claims, gone))
    .map((sighting) => loosened({ ...sighting, claims: left(sighting.claims, gone) }, voyages));
  const tied = sightings.map((sighting) => tie(sighting, whatIf, voyages));
  const assumptions = assume(dataset.assumptions, whatIf.assume);
  const { trips, shapeless } = assumedTrips({ ...dataset, voyages }, whatIf.more);
  const { window } = dataset;
  return {
    dataset: {
      ...dataset,
      window: restsOnly(window.claims, gone) ? window : { ...window, claims: left(window.claims, gone) },
      assumptions,
      claims: dataset.claims.filter((claim) => !gone.has(claim.id)).map((claim) => unopposed(claim, gone)),
      ports: dataset.ports.map((port) => ({ ...port, claims: left(port.claims, gone) })),
      vessels: dataset.vessels.map((vessel) => ({ ...vessel, claims: left(vessel.claims, gone) })),
      voyages: [...voyages, ...trips],
      sightings: tied.map(({ sighting }) => sighting),
      events: dataset.events
        .filter((event) => !restsOnly(event.claims, gone))
        .map((event) => ({ ...event, claims: left(event.claims, gone) })),
    },
    unknown: unknownIds(dataset, whatIf, claimIds),
    kept: restsOnly(window.claims, gone) ? window.claims : [],
    fallen: dataset.voyages.filter((voyage) => !standing.includes(voyage)).map((voyage) => voyage.id),
    misfits: tied.filter(({ fits }) => !fits).map(({ sighting }) => sighting.id),
    assumed: trips.map((trip) => trip.id),
    shapeless,
    changed: ASSUMPTION_NAMES.filter((name) => assumptions[name].value !== dataset.assumptions[name].value),
  };
}

/** The names of the assumptions, in the order in which they are written. */
export const ASSUMPTION_NAMES = ['greatestSpeed', 'usualSpeed', 'leastStay', 'usualStay', 'approximate'] as const;

/** The claims that a voyage rests on: it stands as long as one of them does. */
export const voyageClaims = (voyage: Voyage): readonly string[] => [
  ...new Set([...voyage.claims, ...voyage.legs.flatMap((leg) => leg.claims)]),
];

/** The ports a voyage calls at: call 0 is where it starts. */
export const callPorts = ({ legs }: Voyage): readonly string[] =>
  legs[0] ? [legs[0].from, ...legs.map((leg) => leg.to)] : [];

const restsOnly = (claims: readonly string[], gone: ReadonlySet<string>): boolean =>
  claims.length > 0 && claims.every((id) => gone.has(id));

const left = (claims: readonly string[], gone: ReadonlySet<string>): readonly string[] =>
  claims.some((id) => gone.has(id)) ? claims.filter((id) => !gone.has(id)) : claims;

const unopposed = (claim: Claim, gone: ReadonlySet<string>): Claim => ({
  ...claim,
  contradicts: left(claim.contradicts, gone),
});

function withoutClaims(voyage: Voyage, gone: ReadonlySet<string>, standing: readonly Voyage[]): Voyage {
  const after = restsOnly(voyage.claims, gone)
    ? []
    : voyage.after.filter((id) => standing.some((other) => other.id === id));
  const legs = voyage.legs.map((leg) => {
    const claims = leg.claims.length > 0 ? leg.claims : voyage.claims;
    return restsOnly(claims, gone) ? bareLeg(leg) : { ...leg, claims: left(leg.claims, gone) };
  });
  return { ...voyage, after, legs, claims: left(voyage.claims, gone) };
}

/** A leg of which nothing is known but its ports. One that ends where it starts is nothing without its waypoints. */
const bareLeg = ({ from, to, via }: Leg): Leg => ({ from, to, via: from === to ? via : [], track: [], claims: [] });

function loosened(sighting: Sighting, voyages: readonly Voyage[]): Sighting {
  return voyages.some((voyage) => voyage.id === sighting.voyage) ? sighting : untied(sighting);
}

/** A sighting tied to no voyage. */
export function untied({ voyage: _, call: __, ...sighting }: Sighting): Sighting {
  return sighting;
}

/** Whether a sighting may be tried at a port call: same port, and the same ship where one is named. */
export const couldBeAt = (sighting: Sighting, voyage: Voyage, call: number): boolean =>
  callPorts(voyage)[call] === sighting.port && (sighting.vessel === null || sighting.vessel === voyage.vessel);

function tie(sighting: Sighting, { ties }: WhatIf, voyages: readonly Voyage[]): { sighting: Sighting; fits: boolean } {
  if (!Object.hasOwn(ties, sighting.id)) return { sighting, fits: true };
  const wanted = ties[sighting.id] ?? null;
  if (wanted === null) return { sighting: untied(sighting), fits: true };
  const voyage = voyages.find((one) => one.id === wanted.voyage);
  if (!voyage || !couldBeAt(sighting, voyage, wanted.call)) return { sighting, fits: false };
  return { sighting: { ...sighting, ...wanted, binds: true }, fits: true };
}

function assume(stated: Assumptions, wanted: WhatIf['assume']): Assumptions {
  const take = (name: keyof Assumptions): Assumed => {
    const value = wanted[name];
    return value === undefined || value === stated[name].value ? stated[name] : { value, reason: '' };
  };
  const [greatestSpeed, leastStay] = [take('greatestSpeed'), take('leastStay')];
  const [usualSpeed, usualStay] = [take('usualSpeed'), take('usualStay')];
  return {
    greatestSpeed,
    usualSpeed: usualSpeed.value > greatestSpeed.value ? { value: greatestSpeed.value, reason: '' } : usualSpeed,
    leastStay,
    usualStay: usualStay.value < leastStay.value ? { value: leastStay.value, reason: '' } : usualStay,
    approximate: take('approximate'),
  };
}

function unknownIds(dataset: Dataset, whatIf: WhatIf, claims: ReadonlySet<string>): string[] {
  const sightings = new Set(dataset.sightings.map((sighting) => sighting.id));
  const voyages = new Set(dataset.voyages.map((voyage) => voyage.id));
  const vessels = new Set(dataset.vessels.map((vessel) => vessel.id));
  const named = Object.values(whatIf.ties).flatMap((call) => (call === null ? [] : [call.voyage]));
  return [
    ...new Set([
      ...whatIf.without.filter((id) => !claims.has(id) && !sightings.has(id)),
      ...Object.keys(whatIf.ties).filter((id) => !sightings.has(id)),
      ...named.filter((id) => !voyages.has(id)),
      ...Object.keys(whatIf.more).filter((id) => !vessels.has(id)),
    ]),
  ];
}
