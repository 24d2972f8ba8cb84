import type { Plugin } from 'vite';

/** Vite's helper for dynamic imports preloads style sheets and chunks; no chunk of ours has any, and it weighs 1.3 kB gz. */
export function plainImportsPlugin(): Plugin {
  return {
    name: 'voyage-map:plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
