/**
 * Can all claims of a case be true together? Where they cannot: for each ship a smallest set of
 * statements that contradict each other, with the bounds that clash, for every order of her voyages.
 */
import type { Dataset, Voyage } from '../model/records.ts';
import { passageTime, type Ways } from '../model/voyage-network.ts';
import { type Clash, clashesOf } from './clashes.ts';
import {
  ASSUMED_PARTS,
  type AssumedPart,
  type ShipStatements,
  type Statement,
  shipStatements,
  statementKey,
} from './ship-statements.ts';
import { smallestSet } from './smallest-set.ts';
import { type StatedContradiction, statedContradictions } from './stated-contradictions.ts';

/** Statements about one ship that cannot all be true, under the assumptions named. Leaving out any one of either makes peace. */
export interface ShipContradiction {
  readonly vessel: string;
  readonly statements: readonly Statement[];
  /** The claims among them. */
  readonly claims: readonly string[];
  /** What has to be assumed for it. */
  readonly assumptions: readonly AssumedPart[];
  /** The voyages that the statements are about. */
  readonly voyages: readonly string[];
  /** Proven: no contradiction among these records rests on fewer statements (the window counts as one), nor on as many and fewer assumptions. */
  readonly smallest: boolean;
  /** What clashes, for each order of the voyages that the statements allow. */
  readonly clashes: readonly Clash[];
  /** There are more orders than are listed. */
  readonly moreClashes: boolean;
}

export interface Consistency {
  /** All claims can be true together; null where that could not be decided for some ship. Stated contradictions do not count here. */
  readonly consistent: boolean | null;
  /** Ships with too many orders to decide. */
  readonly undecided: readonly string[];
  /** At most `MOST_A_SHIP` a ship, the smallest first. No two of one ship share a statement, so each has a false one of its own. */
  readonly contradictions: readonly ShipContradiction[];
  /** What the records themselves call a contradiction, and counts that cannot both hold. */
  readonly stated: readonly StatedContradiction[];
}

/** Contradictions sought for one ship. */
export const MOST_A_SHIP = 4;
/** Steps taken for the contradictions of one ship before no more sets are tried; half a second or so. */
const MOST_WORK = 250_000;
/** A statement outweighs all assumptions: fewest statements first. */
const STATEMENT = 2 * ASSUMED_PARTS.length;
/** The window is what the case says of its voyages, so it weighs like a statement; of equals, that without it comes first. */
const WEIGHT: Readonly<Record<AssumedPart, number>> = {
  greatestSpeed: 1,
  leastStay: 1,
  approximate: 1,
  order: 1,
  window: STATEMENT + 1,
};

/**
 * Tests the claims of a case against each other.
 *
 * Ships are taken one by one: no record ties the dates of two. A consistent ship of a few voyages takes a millisecond;
 * contradictory ones may take some tenths of a second where dozens of claims compete, so a page runs this in a worker.
 *
 * @param assumed ids of voyages that a reader added (`applyWhatIf`)
 */
export function consistencyOf(dataset: Dataset, ways: Ways, assumed: readonly string[] = []): Consistency {
  const undecided: string[] = [];
  const contradictions = dataset.vessels.flatMap(({ id }): ShipContradiction[] => {
    const voyages = dataset.voyages.filter((voyage) => voyage.vessel === id);
    if (voyages.length === 0) return [];
    const ship = shipStatements(dataset, ways, voyages, assumed);
    if (ship.holds(selectionOf(ship.statements, ASSUMED_PARTS)) === undefined) undecided.push(id);
    return contradictionsOf(ship, detoursTakeLonger(dataset, ways, voyages));
  });
  return {
    consistent: contradictions.length > 0 ? false : undecided.length > 0 ? null : true,
    undecided,
    contradictions,
    stated: statedContradictions(dataset),
  };
}

function contradictionsOf(ship: ShipStatements, fewerSayLess: boolean): ShipContradiction[] {
  const found: ShipContradiction[] = [];
  let left = ship.statements;
  while (found.length < MOST_A_SHIP && (found.length === 0 || ship.work() < MOST_WORK)) {
    const one = contradictionAmong(ship, left, fewerSayLess);
    if (!one || one.statements.length === 0) return found;
    found.push(one);
    left = left.filter((statement) => !one.statements.includes(statement));
  }
  return found;
}

function contradictionAmong(
  ship: ShipStatements,
  statements: readonly Statement[],
  fewerSayLess: boolean,
): ShipContradiction | null {
  const things = [...statements, ...ASSUMED_PARTS];
  const selectionAt = (active: readonly boolean[]) =>
    selectionOf(
      statements.filter((_, at) => active[at]),
      ASSUMED_PARTS.filter((_, at) => active[statements.length + at]),
    );
  const weights = things.map((thing) => (typeof thing === 'string' ? WEIGHT[thing] : STATEMENT));
  const set = smallestSet(
    weights,
    (active) => ship.holds(selectionAt(active)) === false,
    () => ship.work() < MOST_WORK,
  );
  if (!set) return null;
  const members = new Set(set.members);
  const selected = statements.filter((_, at) => members.has(at));
  const assumptions = ASSUMED_PARTS.filter((_, at) => members.has(statements.length + at));
  const selection = selectionOf(selected, assumptions);
  const { clashes, more } = clashesOf(ship, selection);
  const met = new Set(clashes.flatMap((clash) => clash.voyages));
  return {
    vessel: ship.vessel,
    statements: selected,
    claims: selected.filter(({ kind }) => kind === 'claim').map(({ id }) => id),
    assumptions,
    voyages: ship.voyages.filter(({ id }) => met.has(id)).map(({ id }) => id),
    smallest: set.smallest && fewerSayLess,
    clashes,
    moreClashes: more,
  };
}

function selectionOf(statements: readonly Statement[], assumed: readonly AssumedPart[]) {
  const keys = new Set(statements.map(statementKey));
  return { has: (statement: Statement) => keys.has(statementKey(statement)), assumed: new Set(assumed) };
}

/**
 * Whether a ship is never sooner between two voyages by making a third in between. It could be where the distance
 * between two ports is a great circle and those to a third are lanes; then taking a statement out might bind more, and
 * nothing is proven smallest.
 */
function detoursTakeLonger(dataset: Dataset, ways: Ways, voyages: readonly Voyage[]): boolean {
  const knots = dataset.assumptions.greatestSpeed.value;
  const time = (from: string | undefined, to: string | undefined): number =>
    from === undefined || to === undefined || from === to ? 0 : passageTime(ways.km(from, to), knots);
  return voyages.every((first) =>
    voyages.every((next) =>
      voyages.every((middle) => {
        if (new Set([first, next, middle]).size < 3) return true;
        const [end, start] = [first.legs.at(-1)?.to, next.legs[0]?.from];
        const sailing = middle.legs.reduce((sum, leg) => sum + time(leg.from, leg.to), 0);
        const around = time(end, middle.legs[0]?.from) + sailing + time(middle.legs.at(-1)?.to, start);
        return time(end, start) <= around;
      }),
    ),
  );
}
