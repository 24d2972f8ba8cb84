import type { Logger, Plugin } from 'vite';
import { FRAME_HEIGHT } from '../embed/frame.ts';
import { readCases } from './case-plugin.ts';
import { importSource } from './import-source.ts';
import { LINK_PICTURE } from './poster-plugin.ts';

type Summary = typeof import('./summary-of.ts');

/** The environment variable that says at what address the build will stand. */
export const SITE_VARIABLE = 'VOYAGE_MAP_SITE';

const OEMBED = 'oembed.json';
const PROVIDER = 'Voyage Map';

/** What other sites say of the map. */
export interface Described {
  readonly title: string;
  readonly description: string;
  /** What the picture shows, for those who do not see it. */
  readonly alt: string;
  /** The code of an embed, as the share dialog gives it; null where the address of the site is not known. */
  readonly code: string | null;
}

/**
 * Puts what other sites read of the page into its head: description, Open Graph and Twitter, and oEmbed with its fixed
 * `oembed.json`. These need absolute addresses, and a static host cannot say its own: without `VOYAGE_MAP_SITE` the
 * picture and oEmbed are left out, and the build says so.
 */
export function headPlugin(env: NodeJS.ProcessEnv = process.env): Plugin {
  let [root, logger] = ['', undefined as Logger | undefined];
  let site: URL | null = null;
  let described: Described;
  return {
    name: 'voyage-map:head',
    apply: 'build',
    configResolved: (config) => {
      [root, logger] = [config.root, config.logger];
      site = readSite(env[SITE_VARIABLE]);
    },
    async buildStart() {
      const { describe, initialName } = await importSource<Summary>('/src/build/summary-of.ts', root);
      const dataset = (await readCases(root)).datasets.get(initialName);
      if (!dataset) throw new Error(`the page's head lacks the case "${initialName}"`);
      described = describe(dataset, root, site?.href ?? null);
      if (site) this.emitFile({ type: 'asset', fileName: OEMBED, source: oembedText(described, site) });
      else logger?.info(`${SITE_VARIABLE} is not set: the page has no link picture and no oEmbed.`);
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace('</head>', () => `${headTags(described, site)}</head>`),
    },
  };
}

/**
 * The address of the site, a folder.
 * @throws Error where the text is no https address (http only on this machine)
 */
export function readSite(text: string | undefined): URL | null {
  if (text === undefined || text === '') return null;
  const site = URL.canParse(text) ? new URL(text.endsWith('/') ? text : `${text}/`) : null;
  const local = site?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(site.hostname);
  if (!site || site.search || site.hash || (site.protocol !== 'https:' && !local)) {
    throw new Error(`${SITE_VARIABLE} is "${text}"; expected an address such as https://example.org/map/`);
  }
  return site;
}

/** The tags of the head; those that take an absolute address only with a site. */
export function headTags({ title, description, alt }: Described, site: URL | null): string {
  const { file, width, height } = LINK_PICTURE;
  const meta = (kind: 'name' | 'property', name: string, content: string | number): string =>
    `<meta ${kind}="${name}" content="${quoted(String(content))}">`;
  const tags = [
    meta('name', 'description', description),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('name', 'twitter:card', site ? 'summary_large_image' : 'summary'),
  ];
  if (!site) return tags.join('');
  const picture = new URL(file, site).href;
  const oembed = new URL(`${OEMBED}?url=${encodeURIComponent(site.href)}`, site).href;
  return [
    ...tags,
    meta('property', 'og:url', site.href),
    meta('property', 'og:image', picture),
    meta('property', 'og:image:width', width),
    meta('property', 'og:image:height', height),
    meta('property', 'og:image:alt', alt),
    meta('name', 'twitter:image', picture),
    meta('name', 'twitter:image:alt', alt),
    `<link rel="alternate" type="application/json+oembed" href="${quoted(oembed)}" title="${quoted(title)}">`,
  ].join('');
}

/** oEmbed 1.0, rich. */
export function oembedText({ title, code }: Described, site: URL): string {
  const answer = {
    type: 'rich',
    version: '1.0',
    title,
    provider_name: PROVIDER,
    provider_url: site.href,
    cache_age: 86400,
    html: code,
    width: 800,
    height: FRAME_HEIGHT,
    thumbnail_url: new URL(LINK_PICTURE.file, site).href,
    thumbnail_width: LINK_PICTURE.width,
    thumbnail_height: LINK_PICTURE.height,
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
