import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Plugin } from 'vite';
import { readCases } from './case-plugin.ts';
import { importSource } from './import-source.ts';
import { indexedPng } from './indexed-png.mjs';
import type { PosterShape } from './poster.tsx';
import { type LookName, posterLook } from './poster-look.ts';
import { readWoff2 } from './woff2.ts';

type Painter = typeof import('./poster-of.ts');

/** The picture that other sites show beside a link, and its size: 1.91 to 1, as they cut it. */
export const LINK_PICTURE = { file: 'poster.png', width: 1200, height: 630 } as const;

const LINK_SHAPE: PosterShape = { ...LINK_PICTURE, title: 34, text: 19, small: 16, gap: 1, slack: 1 };
const COLOURS = 64;

/** What the loader shows until the map is near: SVG, a tenth of a PNG's weight. In an `img` it is seen in the reader's fonts, up to so much wider. */
const LOADER_SHAPES: Readonly<Record<string, PosterShape>> = {
  poster: { width: 1280, height: 720, title: 30, text: 16, small: 14, gap: 2, slack: 1.2 },
  'poster-narrow': { width: 400, height: 560, title: 20, text: 13, small: 12, gap: 2, slack: 1.15 },
};
const LOOKS: readonly LookName[] = ['light', 'dark'];

/** Puts posters of the initial case into the build: `poster.png` for links, `poster(-narrow)-(light|dark).svg` for the loader. */
export function posterPlugin(): Plugin {
  let root = '';
  return {
    name: 'voyage-map:poster',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
    },
    async buildStart() {
      const { initialName, draw } = await painterOf(root);
      const name = initialName;
      const dataset = (await readCases(root)).datasets.get(name);
      if (!dataset) throw new Error(`the poster lacks the case "${name}"`);
      const css = (file: string): string => readFileSync(join(root, 'src/ui', file), 'utf8');
      const lookOf = (look: LookName) => posterLook(css('look.css'), css('map/map.css'), look);
      const jobs = [{ shape: LINK_SHAPE, look: lookOf('light') }];
      for (const look of LOOKS)
        for (const shape of Object.values(LOADER_SHAPES)) jobs.push({ shape, look: lookOf(look) });
      const [forLinks = '', ...forLoader] = draw(dataset, root, jobs);
      const files = LOOKS.flatMap((look) => Object.keys(LOADER_SHAPES).map((shape) => `${shape}-${look}.svg`));
      this.emitFile({
        type: 'asset',
        fileName: LINK_PICTURE.file,
        source: rasterised(forLinks, join(root, 'public/fonts')),
      });
      for (const [at, fileName] of files.entries()) {
        this.emitFile({ type: 'asset', fileName, source: forLoader[at] ?? '' });
      }
    },
  };
}

const painterOf = (root: string): Promise<Painter> => importSource<Painter>('/src/build/poster-of.ts', root);

/**
 * A PNG of an SVG, its text in the fonts of a folder and no others.
 * @param fonts folder with WOFF2 files
 */
export function rasterised(svg: string, fonts: string): Buffer {
  // resvg reads fonts from files only.
  const folder = mkdtempSync(join(tmpdir(), 'voyage-map-fonts-'));
  try {
    const { pixels, width, height } = new Resvg(svg, {
      font: { fontFiles: plainFonts(fonts, folder), loadSystemFonts: false, defaultFontFamily: 'Voyage Sans' },
    }).render();
    return indexedPng(pixels, width, height, COLOURS);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Upright fonts first: a letter that is in no font of the right kind is taken from the first that has it. */
function plainFonts(from: string, to: string): string[] {
  const files = readdirSync(from).filter((file) => file.endsWith('.woff2'));
  const sorted = files.sort((a, b) => Number(a.includes('italic')) - Number(b.includes('italic')) || (a < b ? -1 : 1));
  return sorted.map((file) => {
    const path = join(to, file.replace(/woff2$/, 'ttf'));
    writeFileSync(path, readWoff2(readFileSync(join(from, file))));
    return path;
  });
}
