// @ts-check

/** The pages of the bench, built and served, with the big cases beside each. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { build, preview } from 'vite';
import { FLEETS } from './bench-fleet.mjs';
import { ROOT } from './run.mjs';

const TYPES = { '.json': 'application/json', '.geojson': 'application/geo+json', '.csv': 'text/csv' };

/**
 * Builds a page that ours is measured beside.
 * @param {string} folder of its `index.html`
 * @param {string} name of the folder it is built into, within `.cache`
 * @returns {Promise<string>} that folder
 */
export async function buildPage(folder, name) {
  const outDir = join(ROOT, '.cache', name);
  await build({
    root: join(ROOT, folder),
    configFile: false,
    base: './',
    publicDir: join(ROOT, 'public'),
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
    worker: { format: 'es' },
  });
  return outDir;
}

/**
 * Serves a built page, and the big cases under `fleet/` beside it.
 * @param {string} outDir
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} url: ends in a slash
 */
export async function serve(outDir) {
  const server = await preview({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 4173 },
    plugins: [
      {
        name: 'fleets',
        configurePreviewServer: ({ middlewares }) => {
          middlewares.use('/fleet', (request, response, next) => {
            const path = join(FLEETS, new URL(request.url ?? '', 'http://localhost').pathname);
            if (!existsSync(path) || !statSync(path).isFile()) return next();
            const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(path))] ?? 'application/octet-stream';
            response.writeHead(200, { 'content-type': type, 'content-length': statSync(path).size });
            createReadStream(path).pipe(response);
          });
        },
      },
    ],
  });
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
