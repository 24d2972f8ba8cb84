/**
 * Which ships of a fleet can be at sea at a moment, and how many can lie in a port, without asking every ship: spans laid
 * into a search tree once. Nothing but typed arrays, so that a worker can hand it over.
 */
import type { Window } from './edtf.ts';
import type { ShipPlan } from './plan.ts';

/** Spans in the order of their starts, as a balanced search tree laid flat (the middle of a stretch is its root). */
export interface SpanTree {
  /** UTC milliseconds; both ends are possible. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Latest end within the stretch of which a place is the root. */
  readonly latest: Float64Array;
  /** Whose span it is. */
  readonly owners: Uint32Array;
}

export interface FleetIndex {
  /** Spans in which a ship can be at sea, by her number; those of one ship do not touch. */
  readonly atSea: SpanTree;
  /** Spans in which a ship can lie in a port, by its id. */
  readonly inPort: ReadonlyMap<string, SpanTree>;
}

/** What can be asked of an index. Times are UTC milliseconds. */
export interface Fleet {
  readonly index: FleetIndex;
  /** Numbers of the ships that can be at sea, rising. */
  atSea(t: number): Uint32Array;
  /** Numbers of the ships that can lie in a port, by its id, rising. They can be elsewhere as well. */
  inPort(port: string, t: number): Uint32Array;
}

/** Makes an index answerable. */
export const fleetOf = (index: FleetIndex): Fleet => ({
  index,
  atSea: (t) => ownersAt(index.atSea, t),
  inPort: (port, t) => {
    const spans = index.inPort.get(port);
    return spans ? ownersAt(spans, t) : new Uint32Array();
  },
});

/** A window, both ends included, and the number of the ship it speaks of. */
interface Span extends Window {
  readonly owner: number;
}

/**
 * Spans in which a ship can be at sea, rising, none touching another. At a moment within them and at no other
 * `whereabouts` has a stretch of hers.
 */
export function spansAtSea(plan: ShipPlan): Window[] {
  return merged(
    plan.voyages.flatMap(({ legs }) =>
      legs.flatMap(({ chances }) =>
        chances.map(({ depart, arrive }) => ({ earliest: depart.earliest, latest: arrive.latest })),
      ),
    ),
  );
}

/** Spans in which a ship can lie in a port, by port id, rising, none touching another: when `whereabouts` names the port. */
export function spansInPorts(plan: ShipPlan): Map<string, Window[]> {
  const found = new Map<string, Window[]>();
  const add = (port: string, earliest: number, latest: number): void => {
    if (!(earliest <= latest)) return;
    const windows = found.get(port);
    if (windows) windows.push({ earliest, latest });
    else found.set(port, [{ earliest, latest }]);
  };
  for (const { voyage, legs, stays } of plan.voyages) {
    legs.forEach(({ chances }, at) => {
      for (const { depart, arrive } of chances) {
        add(voyage.legs[at]?.from ?? '', depart.earliest, Math.min(depart.latest, arrive.latest));
        add(voyage.legs[at]?.to ?? '', Math.max(arrive.earliest, depart.earliest), arrive.latest);
      }
    });
    for (const { port, chances } of stays) for (const { earliest, latest } of chances) add(port, earliest, latest);
  }
  for (const { waits } of plan.gaps) for (const { port, window } of waits) add(port, window.earliest, window.latest);
  for (const [port, windows] of found) found.set(port, merged(windows));
  return found;
}

/** Makes the index of a fleet; ships are numbered as they come. */
export function fleetIndex(ships: readonly ShipPlan[]): FleetIndex {
  const atSea: Span[] = [];
  const inPort = new Map<string, Span[]>();
  ships.forEach((plan, owner) => {
    for (const window of spansAtSea(plan)) atSea.push({ ...window, owner });
    for (const [port, windows] of spansInPorts(plan)) {
      const known = inPort.get(port) ?? [];
      known.push(...windows.map((window) => ({ ...window, owner })));
      inPort.set(port, known);
    }
  });
  return { atSea: spanTree(atSea), inPort: new Map([...inPort].map(([port, spans]) => [port, spanTree(spans)])) };
}

/** Whose spans hold `t`, rising; takes time by how many they are, and hardly by how many there are. */
function ownersAt({ starts, ends, latest, owners }: SpanTree, t: number): Uint32Array {
  const found: number[] = [];
  const look = (low: number, high: number): void => {
    if (low >= high) return;
    const middle = (low + high) >> 1;
    if ((latest[middle] as number) < t) return;
    look(low, middle);
    if ((starts[middle] as number) > t) return;
    if ((ends[middle] as number) >= t) found.push(owners[middle] as number);
    look(middle + 1, high);
  };
  look(0, starts.length);
  return Uint32Array.from(found).sort();
}

function merged(windows: readonly Window[]): Window[] {
  const sorted = [...windows].sort((a, b) => a.earliest - b.earliest);
  const spans: { earliest: number; latest: number }[] = [];
  for (const { earliest, latest } of sorted) {
    if (!(earliest <= latest)) continue;
    const last = spans.at(-1);
    if (last && earliest <= last.latest) last.latest = Math.max(last.latest, latest);
    else spans.push({ earliest, latest });
  }
  return spans;
}

function spanTree(spans: readonly Span[]): SpanTree {
  const sorted = [...spans].sort((a, b) => a.earliest - b.earliest || a.owner - b.owner);
  const ends = Float64Array.from(sorted, (span) => span.latest);
  const latest = new Float64Array(ends);
  const fill = (low: number, high: number): number => {
    if (low >= high) return -Infinity;
    const middle = (low + high) >> 1;
    const most = Math.max(ends[middle] as number, fill(low, middle), fill(middle + 1, high));
    latest[middle] = most;
    return most;
  };
  fill(0, sorted.length);
  return {
    starts: Float64Array.from(sorted, (span) => span.earliest),
    ends,
    latest,
    owners: Uint32Array.from(sorted, (span) => span.owner),
  };
}
