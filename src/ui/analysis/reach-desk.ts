/** What is asked about a dark span and what is answered, for the panel that tells it and the map that draws it. */
import { type Signal, signal } from '@preact/signals';
import type { Port } from '../../model/records.ts';
import type { DarkSpan } from '../../reach/dark-spans.ts';
import type { NoReach, ReachQuestion } from '../../reach/reach.ts';
import type { OpenReach } from '../../state/reach-client.ts';
import type { ReachNow } from '../../state/reach-session.ts';
import { type Town, townsOf } from '../../state/reach-towns.ts';
import type { State } from '../../state/state.ts';

export interface ReachChoice {
  readonly span: DarkSpan;
  readonly question: ReachQuestion;
  /** The ports of the case. */
  readonly ports: readonly Port[];
}

/** Other places than the ports of the case that were looked at; empty with a reason where they could not be had. */
export interface LookedAt {
  readonly towns: readonly Town[];
  readonly failure: string | null;
}

/** Finds them. `base`: address of the folder that holds `basemap/`. */
export async function lookAt(base: string, ports: readonly Port[]): Promise<LookedAt> {
  try {
    return { towns: await townsOf(base, ports), failure: null };
  } catch (error) {
    return { towns: [], failure: error instanceof Error ? error.message : String(error) };
  }
}

/** The ports of the case, and what else is looked at. */
export const placesLookedAt = (ports: readonly Port[], { towns }: LookedAt): Port[] => [
  ...ports,
  ...towns.map((town) => ({ ...town, claims: [] })),
];

export type ReachAsked =
  | { readonly state: 'working'; readonly share: number }
  | { readonly state: 'open'; readonly reach: Pick<OpenReach, 'facts'>; readonly lookedAt: LookedAt }
  | { readonly state: 'none'; readonly none: NoReach }
  | { readonly state: 'failed'; readonly reason: string };

export interface ReachDesk {
  readonly chosen: Signal<ReachChoice | null>;
  readonly asked: Signal<ReachAsked>;
  /** The area drawn; null where the moment shown is outside the span. */
  readonly now: Signal<ReachNow | null>;
}

/** Nothing worked out yet. */
export const JUST_ASKED: ReachAsked = { state: 'working', share: 0 };

const desks = new WeakMap<State, ReachDesk>();

/** The desk of a page. */
export function reachDesk(state: State): ReachDesk {
  const known = desks.get(state);
  if (known) return known;
  const desk: ReachDesk = { chosen: signal(null), asked: signal<ReachAsked>(JUST_ASKED), now: signal(null) };
  desks.set(state, desk);
  return desk;
}
