/** The case in a file at an address. Loaded only where an address names a file. */
import type { Finding } from '../dataset/formats/finding.ts';
import type { ReadFiles } from '../dataset/load.ts';
import type { Problem } from '../dataset/problem.ts';
import type { CaseRead } from '../dataset/read.ts';
import { openDesk } from './read-in-worker.ts';

type Files = Parameters<ReadFiles>[0];

/** The files of a case, read in a worker: where they are large, to read them here would hold the page up. Never rejects. */
export async function readFiles({ ports, voyages }: Files): Promise<CaseRead> {
  const files = [ports, voyages].map(({ name, text }) => ({ path: name, file: new File([text], name) }));
  try {
    const desk = await openDesk(() => undefined);
    const read = await desk.ask({ kind: 'read', source: { kind: 'files', files } });
    desk.close();
    if (read.kind === 'case') return { dataset: read.dataset, problems: [...read.findings] };
    throw new Error(read.kind === 'failed' ? read.message : 'it is no case');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { dataset: null, problems: [{ file: voyages.name, path: '', message, expected: 'a worker to read it in' }] };
  }
}

/** Reads a file that needs no questions. Never throws: a table is a problem, since nobody has said yet what its columns hold. */
export async function readFileAt(address: string): Promise<CaseRead> {
  const failed = (message: string, expected: string): CaseRead => {
    const problem: Problem = { file: address, path: '', message, expected };
    return { dataset: null, problems: [problem] };
  };
  try {
    const desk = await openDesk(() => undefined);
    const read = await desk.ask({ kind: 'read', source: { kind: 'address', address } });
    desk.close();
    if (read.kind === 'case') return { dataset: read.dataset, problems: fewOfEach(read.findings) };
    if (read.kind === 'table') return failed('it is a table, and nobody has said yet what its columns hold', 'answers');
    return failed(read.kind === 'failed' ? read.message : 'it was not read', 'a file that can be fetched');
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), 'a worker to read it in');
  }
}

/** Doubts of one kind that are told one by one: a file of positions may have one a ship. */
const TOLD = 5;

/** What is left out, and of what is only doubtful the first of each kind, with how many more there are. */
export function fewOfEach(findings: readonly Finding[]): Problem[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = kinds.get(finding.code);
    if (!finding.kept) continue;
    if (known) known.push(finding);
    else kinds.set(finding.code, [finding]);
  }
  const doubts = [...kinds.values()].flatMap((all): Problem[] => {
    const [last, more] = [all[TOLD - 1], all.length - TOLD];
    if (!last || more <= 0) return all;
    const rest = { file: last.file, path: '', message: `${more} more of this kind`, expected: last.expected };
    return [...all.slice(0, TOLD), rest];
  });
  return [...findings.filter(({ kept }) => !kept), ...doubts];
}
