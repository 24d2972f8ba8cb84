/** From an address to a case that is shown, with everything that went wrong on the way. */
import type { Finding } from '../dataset/formats/finding.ts';
import { loadCase } from '../dataset/load.ts';
import { describeProblem } from '../dataset/problem.ts';
import { layLanes } from '../model/lanes.ts';
import type { Dataset, Text } from '../model/records.ts';
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

/** How a case that the reader opened himself came about. */
export interface OwnFacts {
  /** Of the file, or of the folder. */
  readonly name: string;
  readonly findings: readonly Finding[];
  /** Rows of a table that are shown and left out; null where it was no table. */
  readonly rows: { readonly shown: number; readonly leftOut: number } | null;
  /** Whether ports stand where the gazetteer has a town. */
  readonly gazetteer: boolean;
  /** Title of the case that was shown before it. */
  readonly before: Text | null;
}

export interface OwnCase extends Opened, OwnFacts {}

/** Lays the lanes of a dataset and works out its plans. */
export function caseOf(dataset: Dataset, lines: Lines): Case {
  return openCase(dataset, layLanes(dataset, lines.sea, lines.greatCircle), lines.found);
}

/**
 * Opens the case at an address. Never throws.
 *
 * @param folder address of the case's folder, ending in `/`, or of a file
 * @param base address of the folder that holds our own `basemap/`
 */
export async function openAddress(folder: string, base: string): Promise<Opened> {
  const [read, computed] = await Promise.all([
    isFolder(folder) ? loadCase(folder) : import('./open-file.ts').then(({ readFileAt }) => readFileAt(folder)),
    computedLines(folder, base),
  ]);
  const problems = read.problems.map(describeProblem);
  const lay = layOver(base, computed);
  if (!read.dataset) return { case: null, problems, lay };
  try {
    const laid = await lay(read.dataset);
    return { case: laid.case, problems: [...problems, ...laid.failures], lay };
  } catch (error) {
    return { case: null, problems: [...problems, error instanceof Error ? error.message : String(error)], lay };
  }
}

const isFolder = (address: string): boolean => address.endsWith('/');

/** Lays lanes along lines that are computed, and those of the coast under `base` where there are none. */
export function layOver(base: string, computed: readonly FoundLine[]): Lay {
  return async (dataset) => {
    const lines = await seaLines(dataset, computed, async (pairs) => {
      const { findInWorker } = await import('./find-in-worker.ts');
      return findInWorker(pairs, base);
    });
    return { case: caseOf(dataset, lines), failures: lines.failures };
  };
}

/** Lines that the build put beside a case of our own; a folder elsewhere has none, and what it says of lines is not asked. */
async function computedLines(folder: string, base: string): Promise<readonly FoundLine[]> {
  if (!isFolder(folder) || new URL(folder).origin !== new URL(base).origin) return [];
  try {
    const response = await fetch(`${folder}routes.json`);
    const type = response.headers.get('content-type') ?? '';
    return response.ok && type.includes('json') ? ((await response.json()) as FoundLine[]) : [];
  } catch {
    return [];
  }
}
