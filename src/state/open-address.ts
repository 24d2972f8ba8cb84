/** From an address to a case that is shown, with everything that went wrong on the way. */
import { loadCase } from '../dataset/load.ts';
import { describeProblem } from '../dataset/problem.ts';
import { layLanes } from '../model/lanes.ts';
import type { Dataset } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';
import { type Case, openCase } from './case.ts';
import { type Lines, seaLines } from './sea-lines.ts';

/** A case with its lanes laid. */
export interface Laid {
  readonly case: Case;
  /** Why a line is missing, a sentence each. */
  readonly failures: readonly string[];
}

/** Lays the lanes of a dataset and works it out. */
export type Lay = (dataset: Dataset) => Promise<Laid>;

export interface Opened {
  readonly case: Case | null;
  /** Sentences for the reader. */
  readonly problems: readonly string[];
  /** For another dataset of the same places, such as a what-if. */
  readonly lay: Lay;
}

/** Lays the lanes of a dataset and works out its plans. */
export function caseOf(dataset: Dataset, lines: Lines): Case {
  return openCase(dataset, layLanes(dataset, lines.sea, lines.greatCircle), lines.found);
}

/**
 * Opens the case at an address. Never throws.
 *
 * @param folder address of the case's folder, ending in `/`
 * @param base address of the folder that holds our own `basemap/`
 */
export async function openAddress(folder: string, base: string): Promise<Opened> {
  const [read, computed] = await Promise.all([loadCase(folder), computedLines(folder, base)]);
  const problems = read.problems.map(describeProblem);
  const lay: Lay = async (dataset) => {
    const lines = await seaLines(dataset, computed, async (pairs) => {
      const { findInWorker } = await import('./find-in-worker.ts');
      return findInWorker(pairs, `${base}basemap/region-land.geojson`);
    });
    return { case: caseOf(dataset, lines), failures: lines.failures };
  };
  if (!read.dataset) return { case: null, problems, lay };
  try {
    const laid = await lay(read.dataset);
    return { case: laid.case, problems: [...problems, ...laid.failures], lay };
  } catch (error) {
    return { case: null, problems: [...problems, error instanceof Error ? error.message : String(error)], lay };
  }
}

/** Lines that the build put beside a case of our own; a folder elsewhere has none, and what it says of lines is not asked. */
async function computedLines(folder: string, base: string): Promise<readonly FoundLine[]> {
  if (new URL(folder).origin !== new URL(base).origin) return [];
  try {
    const response = await fetch(`${folder}routes.json`);
    const type = response.headers.get('content-type') ?? '';
    return response.ok && type.includes('json') ? ((await response.json()) as FoundLine[]) : [];
  } catch {
    return [];
  }
}
