import { createServer, isRunnableDevEnvironment } from 'vite';

/**
 * Loads a module of `src/` into Node the way the page's build would read it (TypeScript, JSX, `?raw`, `?inline`), for
 * the build's own work: reading a case, rendering the first picture. Each call loads anew, so `npm run dev` sees edits.
 * @param path from the project's folder, such as "/src/dataset/read.ts"
 * @param root the project's folder; the current one when absent
 * @throws when the module or one it imports is missing, is no valid source, or throws while it loads
 */
export async function importSource<Module>(path: string, root = process.cwd()): Promise<Module> {
  const server = await createServer({
    root,
    configFile: false,
    envFile: false,
    appType: 'custom',
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-import-source',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const environment = server.environments.ssr;
    if (!isRunnableDevEnvironment(environment)) throw new Error('This Vite cannot run modules in Node.');
    return await environment.runner.import(path);
  } finally {
    await server.close();
  }
}
