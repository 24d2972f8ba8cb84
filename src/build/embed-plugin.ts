import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { wireBytes } from './budget.ts';

/** The name under which articles ask for the loader: it never changes. */
export const LOADER = 'embed.js';

const ENTRY = 'src/embed/loader.ts';

/** Bytes on the wire of the loader, and of all that an article pays before a map is near: the loader and one poster. */
export const EMBED_BUDGET = { loader: 3_000, article: 40_000 } as const;

const POSTERS = ['poster-light.svg', 'poster-dark.svg', 'poster-narrow-light.svg', 'poster-narrow-dark.svg'];

/** Builds `embed.js` beside the page, a classic script; fails the build when an article would have to pay too much. */
export function embedPlugin(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'voyage-map:embed',
    configResolved: (resolved) => {
      config = resolved;
    },
    configureServer(server) {
      server.middlewares.use(`/${LOADER}`, (_request, response, next) => {
        loaderText(config.root).then((text) => {
          response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
          response.end(text);
        }, next);
      });
    },
    async buildStart() {
      if (config.command !== 'build') return;
      this.emitFile({ type: 'asset', fileName: LOADER, source: await loaderText(config.root) });
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const folder = resolve(config.root, config.build.outDir);
        const weigh = (file: string): number => wireBytes(readFileSync(join(folder, file)));
        const { over, text } = embedReport(weigh(LOADER), Math.max(...POSTERS.map(weigh)));
        if (over) this.error({ message: text, stack: '' });
        config.logger.info(text);
      },
    },
  };
}

/** What an article pays, in words. `loader` and `poster` are bytes on the wire. */
export function embedReport(
  loader: number,
  poster: number,
  budget: Readonly<Record<keyof typeof EMBED_BUDGET, number>> = EMBED_BUDGET,
): { readonly over: boolean; readonly text: string } {
  const parts = [
    { title: 'loader of embeds', bytes: loader, most: budget.loader },
    { title: 'loader and poster', bytes: loader + poster, most: budget.article },
  ];
  const lines = parts.map(({ title, bytes, most }) => {
    const line = `${title}: ${(bytes / 1000).toFixed(1)} of ${(most / 1000).toFixed(1)} kB gz`;
    return bytes > most ? `${line}: OVER` : line;
  });
  return { over: parts.some(({ bytes, most }) => bytes > most), text: lines.join('\n') };
}

async function loaderText(root: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { write: false, target: 'es2017', lib: { entry: ENTRY, formats: ['iife'], name: 'voyageMapLoader' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`${ENTRY} was built to nothing`);
  return chunk.code;
}
