import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { VisualCase } from '../../tests/visual/cases.ts';
import { importSource } from './import-source.ts';

type Table = typeof import('../../tests/visual/cases.ts');

const CASES = '/tests/visual/cases.ts';
const BASELINES = 'tests/visual/baselines';
const NO_WEBGL = 'tests/visual/no-webgl.js';
/** Of the page: asks for a browser without WebGL. */
const NO_WEBGL_QUERY = 'no-webgl';

/**
 * In `npm run dev`, `/gallery/`: the visual cases side by side, each as its baseline and alive. Not in the build.
 */
export function galleryPlugin(): Plugin {
  return {
    name: 'voyage-map:gallery',
    apply: 'serve',
    configureServer({ middlewares, config: { root } }) {
      middlewares.use(async (request, response, next) => {
        const [path] = (request.url ?? '').split('?');
        if (path !== '/gallery/' && path !== '/gallery') return next();
        try {
          const { CASES: cases } = await importSource<Table>(CASES, root);
          const html = galleryPage(cases, ({ name }) => existsSync(join(root, BASELINES, `${name}.png`)));
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(html);
        } catch (error) {
          next(error);
        }
      });
    },
    transformIndexHtml: (_html, { originalUrl, server }) =>
      server && new URLSearchParams(originalUrl?.split('?')[1]).has(NO_WEBGL_QUERY)
        ? [{ tag: 'script', attrs: { src: `/${NO_WEBGL}` }, injectTo: 'head-prepend' }]
        : [],
  };
}

/**
 * The gallery as HTML.
 * @param hasBaseline whether the picture of a case has been taken
 */
export function galleryPage(cases: readonly VisualCase[], hasBaseline: (one: VisualCase) => boolean): string {
  const figures = cases.map((one) => figure(one, hasBaseline(one)));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Visual cases of the voyage map</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<h1>Visual cases</h1>
<p>${cases.length} cases: left the baseline, right the page as it is now. A page in a frame knows that it is embedded, so
its map asks for two fingers or Ctrl. Where the browser does not hand the look of a frame to its page, the frame has the
look of your system.</p>
<fieldset><legend>Size</legend>
<label><input type="radio" name="scale" value="half" checked> half</label>
<label><input type="radio" name="scale" value="full"> full</label>
</fieldset>
${figures.join('\n')}
</html>
`;
}

function figure(one: VisualCase, taken: boolean): string {
  const { name, hash, width, height, look, noScript, noWebGl } = one;
  const address = inHtml(`/${noWebGl ? `?${NO_WEBGL_QUERY}` : ''}${hash === '' ? '' : `#${hash}`}`);
  const traits = [`${width} × ${height}`, look, noWebGl ? 'no WebGL' : '', noScript ? 'no script' : ''];
  const baseline = taken
    ? `<img src="/${BASELINES}/${name}.png" width="${width}" height="${height}" alt="Baseline of ${name}" loading="lazy">`
    : '<p>No baseline yet: <code>npx playwright test --project=visual --update-snapshots=all</code></p>';
  const alive = noScript
    ? '<p>Only the built page holds the first picture: <code>npm start</code>, without scripts.</p>'
    : `<iframe src="${address}" width="${width}" height="${height}" title="${name}, alive" loading="lazy"></iframe>`;
  return `<section id="${name}" class="${look}" style="--width: ${width}px; --height: ${height}px">
<h2><a href="${address}">${name}</a></h2>
<p>${traits.filter((trait) => trait !== '').join(', ')}: <code>${inHtml(hash === '' ? 'start' : hash)}</code></p>
<div class="pair"><div class="shot">${baseline}</div><div class="shot">${alive}</div></div>
</section>`;
}

const inHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const STYLE = `
:root { --scale: 0.5; color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
:root:has([value='full']:checked) { --scale: 1; }
body { margin: 16px; }
h2 { font-size: 17px; margin: 32px 0 0; }
p { margin: 4px 0 8px; max-width: 60em; }
.pair { display: flex; gap: 12px; }
.shot { flex: none; overflow: hidden; outline: 1px solid #8888;
  width: calc(var(--width) * var(--scale)); height: calc(var(--height) * var(--scale)); }
.shot > p { padding: 12px; }
.shot > img, .shot > iframe { display: block; border: 0; transform: scale(var(--scale)); transform-origin: 0 0; }
.light iframe { color-scheme: light; }
.dark iframe { color-scheme: dark; }
`;
