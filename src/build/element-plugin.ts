import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { customElements } from './custom-elements.ts';
import { importSource } from './import-source.ts';

type Settings = typeof import('../state/settings.ts');

const ENTRY = 'voyage-map';
/** Modules that do something as they are loaded: each stays in a file of its own. */
const ENTRIES = /\/src\/(main|element)\.ts$/;
const TYPES = 'src/build/voyage-map.d.ts';

type GetInfo = (id: string) => { readonly importers: readonly string[] } | null;

/** Name of the chunk for what the page needs at once, or null for the rest. */
function sharedChunk(id: string, infoOf: GetInfo): string | null {
  return !ENTRIES.test(id) && isNeededAtOnce(id, infoOf, new Set()) ? 'page' : null;
}

/** Whether a module is reached from an entry without a dynamic import. */
function isNeededAtOnce(id: string, infoOf: GetInfo, seen: Set<string>): boolean {
  if (ENTRIES.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return infoOf(id)?.importers.some((importer) => isNeededAtOnce(importer, infoOf, seen)) ?? false;
}

/**
 * Builds the element beside the page: `voyage-map.js`, a name that stays, with the types and the description for editors
 * beside it. It shares all its chunks with the page. `vite preview` lets other origins use it, as its host must.
 */
export function elementPlugin(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'voyage-map:element',
    config: () => ({
      build: {
        rolldownOptions: {
          input: { index: 'index.html', [ENTRY]: 'src/element.ts' },
          preserveEntrySignatures: 'allow-extension',
          output: {
            entryFileNames: ({ name }) => (name === ENTRY ? `${ENTRY}.js` : 'assets/[name]-[hash].js'),
            // One file compresses better than the five that two entries would share.
            codeSplitting: {
              groups: [
                { name: (id, context) => sharedChunk(id, (one) => context.getModuleInfo(one)), debugName: 'page' },
              ],
            },
          },
        },
      },
      preview: { cors: { origin: '*' } },
    }),
    configResolved: (resolved) => {
      config = resolved;
    },
    // Asked for plainly, a style sheet comes to a sandboxed frame as well whose host sends no header for other origins.
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replaceAll('<link rel="stylesheet" crossorigin', '<link rel="stylesheet"'),
    },
    async generateBundle() {
      const { root } = config;
      const { SETTINGS } = await importSource<Settings>('/src/state/settings.ts', root);
      const types = readFileSync(join(root, TYPES), 'utf8');
      this.emitFile({ type: 'asset', fileName: `${ENTRY}.d.ts`, source: types });
      const description = `${JSON.stringify(customElements(SETTINGS), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'custom-elements.json', source: description });
    },
  };
}
