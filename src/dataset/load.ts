import { type Problem, problemList } from './problem.ts';
import { type CaseFile, type CaseRead, readCase } from './read.ts';

/** What an address answered. */
export interface Answer {
  readonly status: number;
  /** The MIME type, as the server gave it; empty where it gave none. */
  readonly type: string;
  readonly text: string;
}

export type FetchText = (address: string) => Promise<Answer>;

const fetchOverNetwork: FetchText = async (address) => {
  // biome-ignore lint/style/noRestrictedGlobals: the one place where a case comes over the network; tests hand in their own
  const response = await fetch(address);
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
};

/** Reads the two files of a case. */
export type ReadFiles = (files: Parameters<typeof readCase>[0]) => CaseRead | Promise<CaseRead>;

/**
 * Fetches and reads the two files of a case. Never throws: a file that does not come is a
 * problem that names it.
 *
 * @param base address of the folder, ending in `/`
 * @param fetchText how a file is fetched; over the network unless told
 * @param read how they are read, and must not reject; here and now unless told
 */
export async function loadCase(
  base: string,
  fetchText: FetchText = fetchOverNetwork,
  read: ReadFiles = readCase,
): Promise<CaseRead> {
  const [ports, voyages] = await Promise.all([
    fetchFile(base, 'ports.geojson', fetchText),
    fetchFile(base, 'voyages.json', fetchText),
  ]);
  if ('text' in ports && 'text' in voyages) return read({ ports, voyages });
  return { dataset: null, problems: [ports, voyages].flatMap((file) => ('text' in file ? [] : file.problems)) };
}

async function fetchFile(
  base: string,
  name: string,
  fetchText: FetchText,
): Promise<CaseFile | { readonly problems: Problem[] }> {
  const address = `${base}${name}`;
  const failed = (message: string): { problems: Problem[] } => {
    const { problems, report } = problemList();
    report({ file: name, path: [] }, message, `a JSON file at ${address}`);
    return { problems };
  };
  try {
    const { status, type, text } = await fetchText(address);
    if (status < 200 || status > 299) return failed(`the server answered with status ${status}`);
    // Single-page hosts answer a missing file with their start page and status 200.
    if (/\bhtml\b/i.test(type) || /^\s*</.test(text)) {
      return failed(`the server answered with status ${status} and a web page in place of the file`);
    }
    return { name, text };
  } catch (error) {
    return failed(`it could not be fetched (${error instanceof Error ? error.message : String(error)})`);
  }
}
