import { defineConfig } from 'vite';
import { budgetPlugin } from './src/build/budget.ts';
import { casePlugin } from './src/build/case-plugin.ts';
import { elementPlugin } from './src/build/element-plugin.ts';
import { embedPlugin } from './src/build/embed-plugin.ts';
import { firstPicturePlugin } from './src/build/first-picture-plugin.ts';
import { galleryPlugin } from './src/build/gallery-plugin.ts';
import { headPlugin } from './src/build/head-plugin.ts';
import { plainImportsPlugin } from './src/build/plain-imports-plugin.ts';
import { posterPlugin } from './src/build/poster-plugin.ts';
import { recordPlugin } from './src/build/record-plugin.ts';
import { routesProduct } from './src/build/routes.ts';

export default defineConfig({
  // Relative addresses: the built page works from any folder of a static host.
  base: './',
  // A missing file is a 404, as on a static host, and not the page once more.
  appType: 'mpa',
  plugins: [
    casePlugin([routesProduct]),
    elementPlugin(),
    firstPicturePlugin(),
    headPlugin(),
    recordPlugin(),
    posterPlugin(),
    embedPlugin(),
    plainImportsPlugin(),
    budgetPlugin(),
    galleryPlugin(),
  ],
  build: {
    target: 'es2022',
    // The style sheets use light-dark(), which is not to be written out for older browsers.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    // d3-time makes every interval as it is loaded; the ones that are not used can go.
    rolldownOptions: { treeshake: { manualPureFunctions: ['timeInterval', 'ticker'], propertyReadSideEffects: false } },
    // MapLibre alone passes Vite's own limit; ours is the budget, counted after gzip.
    chunkSizeWarningLimit: 2000,
    license: { fileName: 'licenses.md' },
  },
  worker: { format: 'es' },
});
