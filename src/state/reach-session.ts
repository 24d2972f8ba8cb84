/**
 * What a worker answers about one dark span: first everything that holds for the whole of it, then one moment after
 * another.
 */
import type { Port } from '../model/records.ts';
import type { LandLayer } from '../reach/land-raster.ts';
import { FINE_CELLS, findReach, type NoReach, type Reach, type ReachQuestion, reachBox } from '../reach/reach.ts';
import { type PortInReach, portsInside, reachAreaKm2 } from '../reach/reach-at.ts';
import { type Outline, outliner } from '../reach/reach-outline.ts';
import { type GridBox, latOfRow, lonOfColumn } from '../reach/water-grid.ts';

/** What holds for the whole of a dark span. */
export interface ReachFacts extends Pick<Reach, 'kind' | 'rangeKm' | 'directKm' | 'farthest'> {
  /** How much farther than the direct way she can have sailed, km. */
  readonly detourKm: number;
  /** Listed ports in reach, with their windows. */
  readonly ports: readonly PortInReach[];
  /** Cells of the grid, and their size in the middle of it, km. */
  readonly cells: number;
  readonly cellKm: number;
  /** All of the reach at any moment, with a little room. */
  readonly box: GridBox;
}

/** Where she may be at one moment. */
export interface ReachNow {
  /** UTC ms. */
  readonly t: number;
  readonly outline: Outline;
  readonly areaKm2: number;
}

export type ReachOrder =
  | { readonly kind: 'open'; readonly question: ReachQuestion; readonly ports: readonly Port[]; readonly base: string }
  | { readonly kind: 'at'; readonly t: number };

export type ReachAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'opened'; readonly facts: ReachFacts | NoReach }
  | { readonly kind: 'now'; readonly now: ReachNow }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * A session of one dark span: a function that takes orders and sends answers by `send`. The first order must be `open`;
 * an `at` before the span is opened, or of one where nothing is in reach, fails.
 *
 * @param landOf the land that covers a box, coarse to fine
 * @param mostCells of the grid
 */
export function reachSession(
  landOf: (box: GridBox, base: string) => Promise<readonly LandLayer[]>,
  send: (answer: ReachAnswer) => void,
  mostCells = FINE_CELLS,
): (order: ReachOrder) => Promise<void> {
  let at: ((t: number) => ReachNow) | null = null;
  return async (order) => {
    try {
      if (order.kind === 'at') {
        if (at === null) throw new Error('no reach is open');
        send({ kind: 'now', now: at(order.t) });
        return;
      }
      const found = findReach(order.question, await landOf(reachBox(order.question), order.base), mostCells);
      let step = found.next();
      for (; !step.done; step = found.next()) send({ kind: 'progress', share: step.value });
      const reach = step.value;
      if (reach.kind === 'reach') at = momentsOf(reach);
      send({ kind: 'opened', facts: reach.kind === 'reach' ? factsOf(reach, order.ports) : reach });
    } catch (error) {
      send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
}

function momentsOf(reach: Reach): (t: number) => ReachNow {
  const outline = outliner(reach);
  return (t) => ({ t, outline: outline(t), areaKm2: reachAreaKm2(reach, t) });
}

function factsOf(reach: Reach, ports: readonly Port[]): ReachFacts {
  const { kind, rangeKm, directKm, farthest, grid } = reach;
  return {
    kind,
    rangeKm,
    directKm,
    farthest,
    detourKm: rangeKm - directKm,
    ports: portsInside(reach, ports),
    cells: grid.wet.length,
    cellKm: grid.heights[Math.floor(grid.rows / 2)] as number,
    box: [lonOfColumn(grid, 0), latOfRow(grid, grid.rows), lonOfColumn(grid, grid.columns), latOfRow(grid, 0)],
  };
}
