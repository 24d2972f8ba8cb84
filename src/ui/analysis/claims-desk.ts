/** What the claims that contradict each other speak of: for the panel that tells it and the map that marks it. */
import { type Signal, signal } from '@preact/signals';
import { type Places, placesOf } from '../../analysis/claim-places.ts';
import type { Consistency } from '../../analysis/consistency.ts';
import { type Statement, statementKey } from '../../analysis/ship-statements.ts';
import { laneIdOf } from '../../model/lanes.ts';
import type { Dataset } from '../../model/records.ts';
import type { State } from '../../state/state.ts';

/** A place with the statements that speak of it: a port, or a lane as a whole. */
export interface MarkedPlace {
  readonly kind: 'port' | 'lane';
  readonly id: string;
  readonly statements: readonly Statement[];
}

export interface ClaimsDesk {
  /** What is marked for as long as the panel shows it. */
  readonly marked: Signal<readonly MarkedPlace[]>;
  /** The statement that the reader points at, in the panel or on the map. */
  readonly pointed: Signal<Statement | null>;
  /** A statement was left out by a button that goes with it: its answer takes the focus. */
  focusAnswer: boolean;
}

const desks = new WeakMap<State, ClaimsDesk>();

/** The desk of a page. */
export function claimsDesk(state: State): ClaimsDesk {
  const known = desks.get(state);
  if (known) return known;
  const desk: ClaimsDesk = { marked: signal([]), pointed: signal(null), focusAnswer: false };
  desks.set(state, desk);
  return desk;
}

/**
 * The places that contradictions speak of, each once, ports first; and those of the statement pointed at, where it is
 * none of theirs.
 *
 * @param assumed ids of voyages that a reader added
 */
export function markedPlaces(
  dataset: Dataset,
  contradictions: Consistency['contradictions'],
  assumed: readonly string[],
  pointed: Statement | null,
): MarkedPlace[] {
  const found = contradictions.flatMap(({ statements, voyages, vessel }) =>
    statements.map((statement) => {
      const places = placesOf(dataset, statement, voyages, assumed);
      if (places.ports.length + places.legs.length > 0) return [statement, places] as const;
      // It matters only for the order of her voyages, or a sighting alone clashes.
      const hers = dataset.voyages.filter((voyage) => voyage.vessel === vessel).map(({ id }) => id);
      return [statement, placesOf(dataset, statement, hers, assumed)] as const;
    }),
  );
  const other = pointed !== null && !found.some(([one]) => statementKey(one) === statementKey(pointed));
  return gathered(dataset, other ? [...found, [pointed, placesOf(dataset, pointed, null)]] : found);
}

function gathered(dataset: Dataset, found: readonly (readonly [Statement, Places])[]): MarkedPlace[] {
  const places = new Map<string, MarkedPlace>();
  const add = (kind: MarkedPlace['kind'], id: string, statement: Statement): void => {
    const known = places.get(`${kind} ${id}`)?.statements ?? [];
    const own = known.some((one) => statementKey(one) === statementKey(statement));
    places.set(`${kind} ${id}`, { kind, id, statements: own ? known : [...known, statement] });
  };
  for (const [statement, { ports }] of found) for (const port of ports) add('port', port, statement);
  for (const [statement, { legs }] of found) {
    for (const { voyage, leg } of legs) {
      const sailed = dataset.voyages.find(({ id }) => id === voyage)?.legs[leg];
      if (sailed) add('lane', laneIdOf(voyage, sailed, leg), statement);
    }
  }
  return [...places.values()];
}
