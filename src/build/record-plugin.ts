import type { Plugin } from 'vite';
import { readCases } from './case-plugin.ts';
import { importSource } from './import-source.ts';
import type { RecordMarkup } from './record-of.tsx';

type Writer = typeof import('./record-of.tsx');

const RECORD = 'record.html';

/**
 * What readers without script get beside the first picture: a sentence and the table of voyages in `<noscript>`, and
 * `record.html` with all evidence, which the table links to.
 */
export function recordPlugin(): Plugin {
  let root = '';
  let markup: RecordMarkup;
  return {
    name: 'voyage-map:record',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
    },
    async buildStart() {
      const { recordMarkup, initialName } = await importSource<Writer>('/src/build/record-of.tsx', root);
      const dataset = (await readCases(root)).datasets.get(initialName);
      if (!dataset) throw new Error(`the record lacks the case "${initialName}"`);
      markup = recordMarkup(dataset, root, `./${RECORD}`);
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html
          .replace('<main>', () => `<noscript>${markup.above}</noscript><main>`)
          .replace('</body>', () => `<noscript>${markup.below}</noscript></body>`),
    },
    generateBundle(_options, bundle) {
      const sheet = Object.keys(bundle).find((file) => /styles-[^/]+\.css$/.test(file));
      if (!sheet) throw new Error('the record lacks its style sheet');
      this.emitFile({ type: 'asset', fileName: RECORD, source: recordPage(markup, sheet) });
    },
  };
}

/** In a shadow root, since the style sheet has its tokens on the host. */
function recordPage({ title, lang, record }: RecordMarkup, sheet: string): string {
  const text = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; font-src 'self'; img-src data:" />
    <title>${text}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="./fonts/fonts.css" />
  </head>
  <body><main><template shadowrootmode="open"><link rel="stylesheet" href="./${sheet}"><div class="record-page"><h1>${text}</h1>${record}</div></template></main></body>
</html>
`;
}
