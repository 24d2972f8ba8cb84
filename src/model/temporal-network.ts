/**
 * Simple temporal network (Dechter, Meiri and Pearl, "Temporal constraint networks", 1991):
 * events in time and bounds on the gaps between them. Longest paths from and to the origin give
 * the tightest window of every event; a cycle of positive length proves that the bounds
 * contradict each other, and its bounds are a smallest set that does.
 */
import type { Window } from './edtf.ts';

/** The event that all absolute times are measured from: the UTC epoch. */
export const ORIGIN = 'origin';

/** `to` is at least `least` milliseconds after `from`; a negative `least` bounds how far it may be before. */
export interface Bound<Why> {
  readonly from: string;
  readonly to: string;
  readonly least: number;
  readonly why: Why;
}

export type Solution<Why> =
  | {
      readonly consistent: true;
      /** The tightest window of an event. Both ends are possible: here `latest` is included. */
      window(event: string): Window;
      /** The bounds that, added up, set one end of an event's window; empty where it is open. */
      because(event: string, end: 'earliest' | 'latest'): readonly Bound<Why>[];
    }
  | { readonly consistent: false; readonly contradiction: readonly Bound<Why>[] };

/** Bound: the event is at or after `time` (UTC ms). */
export const notBefore = <Why>(event: string, time: number, why: Why): Bound<Why> => ({
  from: ORIGIN,
  to: event,
  least: time,
  why,
});

/** Bound: the event is at or before `time` (UTC ms). */
export const notAfter = <Why>(event: string, time: number, why: Why): Bound<Why> => ({
  from: event,
  to: ORIGIN,
  least: -time,
  why,
});

/**
 * Tightens every window of a network, or finds a contradiction.
 *
 * Bellman and Ford's relaxation, O(events x bounds) at worst and close to linear for the chains
 * that voyages are. Bounds with an infinite `least` say nothing and are passed over.
 *
 * @param bounds in any order; of bounds that tie, the earlier one is named as the cause
 * @returns windows with their causes, or the bounds of one contradiction, none of which can be left out of it
 */
export function tighten<Why>(bounds: readonly Bound<Why>[]): Solution<Why> {
  const told = bounds.filter((bound) => Number.isFinite(bound.least));
  const index = new Map<string, number>([[ORIGIN, 0]]);
  const numberOf = (event: string): number => {
    const known = index.get(event);
    if (known !== undefined) return known;
    index.set(event, index.size);
    return index.size - 1;
  };
  const edges = told.map((bound) => ({ tail: numberOf(bound.from), head: numberOf(bound.to), least: bound.least }));
  const count = index.size;

  const anywhere = longestPaths(edges, new Float64Array(count));
  if (anywhere.cycle)
    return { consistent: false, contradiction: anywhere.cycle.map((edge) => told[edge] as Bound<Why>) };

  const after = longestPaths(edges, fromOrigin(count));
  const turned = edges.map(({ tail, head, least }) => ({ tail: head, head: tail, least }));
  const before = longestPaths(turned, fromOrigin(count));
  return {
    consistent: true,
    window(event) {
      const at = index.get(event);
      if (at === undefined) return { earliest: -Infinity, latest: Infinity };
      return { earliest: after.length[at] as number, latest: 0 - (before.length[at] as number) };
    },
    because(event, end) {
      const { parent } = end === 'earliest' ? after : before;
      const chain: Bound<Why>[] = [];
      for (let at = index.get(event) ?? 0; at !== 0; ) {
        const edge = parent[at] as number;
        if (edge < 0) return [];
        chain.push(told[edge] as Bound<Why>);
        at = ((end === 'earliest' ? edges : turned)[edge] as Edge).tail;
      }
      return end === 'earliest' ? chain.reverse() : chain;
    },
  };
}

interface Edge {
  readonly tail: number;
  readonly head: number;
  readonly least: number;
}

interface Paths {
  readonly length: Float64Array;
  /** The last edge of the longest path to each event, -1 where there is none. */
  readonly parent: Int32Array;
  /** Edges of a cycle of positive length, in the order they are passed, or null. */
  readonly cycle: number[] | null;
}

function fromOrigin(count: number): Float64Array {
  const length = new Float64Array(count).fill(-Infinity);
  length[0] = 0;
  return length;
}

function longestPaths(edges: readonly Edge[], length: Float64Array): Paths {
  const parent = new Int32Array(length.length).fill(-1);
  for (let pass = 0; pass <= length.length; pass++) {
    let changed = -1;
    for (let edge = 0; edge < edges.length; edge++) {
      const { tail, head, least } = edges[edge] as Edge;
      const reached = (length[tail] as number) + least;
      if (reached > (length[head] as number)) {
        length[head] = reached;
        parent[head] = edge;
        changed = head;
      }
    }
    if (changed < 0) return { length, parent, cycle: null };
    if (pass === length.length) return { length, parent, cycle: cycleAt(edges, parent, changed) };
  }
  return { length, parent, cycle: null };
}

function cycleAt(edges: readonly Edge[], parent: Int32Array, start: number): number[] {
  const tailOf = (at: number): number => (edges[parent[at] as number] as Edge).tail;
  let at = start;
  for (let step = 0; step < parent.length; step++) at = tailOf(at);
  const cycle: number[] = [];
  const first = at;
  do {
    cycle.unshift(parent[at] as number);
    at = tailOf(at);
  } while (at !== first);
  return cycle;
}
