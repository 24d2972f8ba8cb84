import type { Plugin } from 'vite';
import { readCases } from './case-plugin.ts';
import { importSource } from './import-source.ts';

type Painter = typeof import('./first-picture.tsx');
type Settings = typeof import('../state/settings.ts');

/** Fonts that the first picture is written in. */
const FONTS = ['voyage-sans-400-core', 'voyage-sans-600-core', 'voyage-sans-700-core', 'voyage-serif-600-core'];

/**
 * Puts the first picture of the initial case into the built `index.html`, in a declarative shadow
 * root: it is seen before any script has run, and stays where none can.
 */
export function firstPicturePlugin(): Plugin {
  let root = '';
  return {
    name: 'voyage-map:first-picture',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const { SETTINGS } = await importSource<Settings>('/src/state/settings.ts', root);
        const name = SETTINGS.data.initial.split('/').at(-2) ?? '';
        const dataset = (await readCases(root)).datasets.get(name);
        const sheet = Object.keys(bundle ?? {}).find((file) => /styles-[^/]+\.css$/.test(file));
        if (!dataset || !sheet)
          throw new Error(`the first picture lacks ${dataset ? 'its style sheet' : `the case "${name}"`}`);
        const { firstPicture } = await importSource<Painter>('/src/build/first-picture.tsx', root);
        const picture = firstPicture(dataset, root);
        const template = `<template shadowrootmode="open"><link rel="stylesheet" href="./${sheet}">${picture.html}</template>`;
        const preloads = FONTS.map(
          (font) => `<link rel="preload" as="font" type="font/woff2" href="./fonts/${font}.woff2" crossorigin>`,
        );
        return html
          .replace(/<title>.*<\/title>/, `<title>${inHtml(picture.title)}</title>${preloads.join('')}`)
          .replace('<voyage-map>', () => `<voyage-map>${template}`);
      },
    },
  };
}

const inHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
