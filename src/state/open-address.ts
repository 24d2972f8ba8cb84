/** From an address to a case that is shown, with everything that went wrong on the way. */
import type { Signal } from '@preact/signals-core';
import type { Finding } from '../dataset/formats/finding.ts';
import { loadCase, type ReadFiles } from '../dataset/load.ts';
import { describeProblem } from '../dataset/problem.ts';
import { readCase } from '../dataset/read.ts';
import { layLanes } from '../model/lanes.ts';
import type { Dataset, Text } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';
import type { PassageId } from '../reach/passages.ts';
import { type Case, openCase, takesLong } from './case.ts';
import { type Lines, linesOf, type Search, seaLines } from './sea-lines.ts';

/** A case with its lanes laid. */
export interface Laid {
  readonly case: Case;
  /** Why a line is missing, a sentence each. */
  readonly failures: readonly string[];
  /** The same with all its lines, where the search for them takes long. */
  readonly whole?: Promise<Laid>;
}

/** Lays the lanes of a dataset and works it out. `closed`: passages that no lane goes through; as usual where left out. */
export type Lay = (dataset: Dataset, closed?: readonly PassageId[]) => Promise<Laid>;

export interface Opened {
  readonly case: Case | null;
  /** Sentences for the reader. */
  readonly problems: readonly string[];
  /** For another dataset of the same places, such as a what-if. */
  readonly lay: Lay;
  /** The case with all its sea routes, where the search for them goes on. */
  readonly whole?: Laid['whole'];
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
 * @param search told of the search for sea routes
 */
export async function openAddress(folder: string, base: string, search: Signal<Search | null>): Promise<Opened> {
  const [read, computed] = await Promise.all([
    isFolder(folder)
      ? loadCase(folder, undefined, readHere)
      : import('./open-file.ts').then(({ readFileAt }) => readFileAt(folder)),
    computedLines(folder, base),
  ]);
  const problems = read.problems.map(describeProblem);
  const lay = layOver(base, computed, search);
  if (!read.dataset) return { case: null, problems, lay };
  try {
    const laid = await lay(read.dataset);
    return { ...laid, problems: [...problems, ...laid.failures], lay };
  } catch (error) {
    return { case: null, problems: [...problems, error instanceof Error ? error.message : String(error)], lay };
  }
}

/** Characters of `voyages.json` from which on it is read in a worker. */
const LARGE = 300_000;

const readHere: ReadFiles = (files) =>
  files.voyages.text.length < LARGE
    ? readCase(files)
    : import('./open-file.ts').then(({ readFiles }) => readFiles(files));

const isFolder = (address: string): boolean => address.endsWith('/');

/** Lays lanes along lines that are computed, and those of the coast under `base` where there are none. */
export function layOver(base: string, computed: readonly FoundLine[], search: Signal<Search | null>): Lay {
  const known = new Map([['', computed]]);
  return async (dataset, closed) => {
    const key = closed?.join() ?? '';
    // What passages have no part in stays as it is.
    const before = known.get(key) ?? known.get('')?.filter(({ line }) => line && !line.passages) ?? [];
    let whole: Promise<readonly FoundLine[]> | undefined;
    const lines = await seaLines(dataset, before, async (pairs) => {
      const { findInWorker } = await import('./find-in-worker.ts');
      const found = await findInWorker({ pairs, base, closed }, search);
      whole = found.whole;
      return found.lines;
    });
    const working = (share: number): void => {
      const of = dataset.voyages.length;
      if (!search.peek()?.stop) search.value = share < 1 ? { done: Math.round(share * of), of } : null;
    };
    const laidAlong = async (along: Lines): Promise<Laid> => {
      const many = takesLong(dataset) ? await import('./lay-many.ts') : null;
      const laid = many
        ? await many.layMany(dataset, along.found, working).finally(() => working(1))
        : caseOf(dataset, along);
      return { case: laid, failures: along.failures };
    };
    const keep = (along: Lines): Lines => {
      known.set(key, along.found);
      return along;
    };
    if (!whole) return laidAlong(keep(lines));
    const later = whole.then((found) => laidAlong(keep(linesOf([...before, ...found]))));
    return { ...(await laidAlong(lines)), whole: later };
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
