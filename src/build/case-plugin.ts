import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import type { Dataset } from '../model/records.ts';
import { importSource } from './import-source.ts';

/** A file that the build makes out of a case, beside the files of the case. */
export interface CaseProduct {
  /** Its name in the folder of the case, such as "routes.json". */
  readonly file: string;
  /** Its text. `root` is the project's folder; what is thrown fails the build. */
  make(dataset: Dataset, root: string): string | Promise<string>;
}

type Reader = typeof import('./case-reader.ts');

const DATA = 'data';
const READER = '/src/build/case-reader.ts';
const SCHEMA_FILE = `${DATA}/voyages.schema.json`;
const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Puts the cases of `data/` into the build, each read first by the page's reader: a build with a wrong record fails,
 * and names it. Beside them go the JSON Schema and the products. `npm run dev` serves the same addresses.
 */
export function casePlugin(products: readonly CaseProduct[] = []): Plugin {
  let config: ResolvedConfig;
  let datasets: ReadonlyMap<string, Dataset>;
  return {
    name: 'voyage-map:cases',
    // Here, before anything is bundled, an error is printed as it is; later the bundler wraps it in a stack.
    async configResolved(resolved) {
      config = resolved;
      if (config.command !== 'build') return;
      const cases = await readCases(config.root);
      if (cases.problems.length > 0) throw withoutStack(problemReport(cases.problems));
      datasets = cases.datasets;
    },
    async buildStart() {
      if (config.command !== 'build') return;
      const { root } = config;
      for (const fileName of listFiles(root)) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(root, fileName)) });
      }
      for (const [name, dataset] of datasets) {
        for (const product of products) {
          const source = await product.make(dataset, root);
          this.emitFile({ type: 'asset', fileName: `${DATA}/${name}/${product.file}`, source });
        }
      }
      this.emitFile({ type: 'asset', fileName: SCHEMA_FILE, source: await schemaText(root) });
    },
    configureServer(server) {
      serveMadeFiles(server, config.root, products);
      const watched = join(config.root, DATA);
      void reportProblems(server);
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(watched)) return;
        void reportProblems(server);
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/**
 * Every case of a project, read by the page's reader.
 * @param root the project's folder
 * @returns the datasets by the name of their folder, and a line for every problem, with file, path and record
 */
export async function readCases(root: string): Promise<{ datasets: Map<string, Dataset>; problems: string[] }> {
  const { readCase, describeProblem } = await importSource<Reader>(READER, root);
  const datasets = new Map<string, Dataset>();
  const problems: string[] = [];
  for (const name of listCases(root)) {
    const folder = `${DATA}/${name}`;
    const missing = ['ports.geojson', 'voyages.json'].filter((file) => !existsSync(join(root, folder, file)));
    if (missing.length > 0) {
      problems.push(...missing.map((file) => `${folder}/${file}: the file is missing; a case needs both files`));
      continue;
    }
    const namedText = (file: string) => {
      const path = `${folder}/${file}`;
      return { name: path, text: readFileSync(join(root, path), 'utf8') };
    };
    const read = readCase({ ports: namedText('ports.geojson'), voyages: namedText('voyages.json') });
    if (read.dataset) datasets.set(name, read.dataset);
    problems.push(...read.problems.map(describeProblem));
  }
  return { datasets, problems };
}

function listCases(root: string): string[] {
  const entries = readdirSync(join(root, DATA), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name);
}

/** The files of all cases, from the project's folder, with forward slashes. */
function listFiles(root: string): string[] {
  return listCases(root).flatMap((name) =>
    readdirSync(join(root, DATA, name), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/')),
  );
}

async function schemaText(root: string): Promise<string> {
  const { voyagesJsonSchema } = await importSource<Reader>(READER, root);
  return `${JSON.stringify(voyagesJsonSchema(), null, 2)}\n`;
}

function problemReport(problems: readonly string[]): string {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return `${count} in ${DATA}/:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`;
}

/** The fault lies in a record, not in a line of code: a stack would only hide the message. */
function withoutStack(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}

async function reportProblems({ config }: ViteDevServer): Promise<void> {
  try {
    const { problems } = await readCases(config.root);
    if (problems.length > 0) config.logger.warn(problemReport(problems));
  } catch (error) {
    config.logger.error(`The cases cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** The files of `data/` itself are served by Vite: they lie in its root. */
function serveMadeFiles(server: ViteDevServer, root: string, products: readonly CaseProduct[]): void {
  const makers = new Map<string, () => Promise<string>>([[`/${SCHEMA_FILE}`, () => schemaText(root)]]);
  for (const name of listCases(root)) {
    for (const product of products) {
      makers.set(`/${DATA}/${name}/${product.file}`, async () => {
        const dataset = (await readCases(root)).datasets.get(name);
        if (!dataset) throw new Error(`The case ${DATA}/${name} cannot be read.`);
        return product.make(dataset, root);
      });
    }
  }
  server.middlewares.use(async (request, response, next) => {
    const make = makers.get((request.url ?? '').replace(/[?#].*$/, ''));
    if (!make) return next();
    try {
      const text = await make();
      response.setHeader('Content-Type', JSON_TYPE);
      response.end(text);
    } catch (error) {
      next(error);
    }
  });
}
