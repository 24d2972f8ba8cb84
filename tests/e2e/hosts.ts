import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { builtPage, OWN_POLICY, type Served, serve } from './servers.ts';

/** The site of an article and the site of the map, two origins. */
export interface Host {
  /** Without a slash at its end. */
  readonly map: string;
  /** What browsers have reported against a policy, such as "img-src http://...". */
  readonly reports: () => string[];
  /** Opens an example page as an article under a policy, in which `MAP` stands for the map's origin. */
  readonly open: (page: Page, name: string, policy: string) => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const FROM_ANYWHERE = { 'access-control-allow-origin': '*' };

/** Serves the built example pages as the articles of somebody else: the map is at its own origin, the policy that of the header. */
function articles(map: string, policy: () => string) {
  return async (path: string) => {
    const file = join('dist', path);
    const body = path.startsWith('/examples/') ? await readFile(file, 'utf8').catch(() => null) : null;
    if (body === null) return path === '/favicon.ico' ? { body: '', type: 'image/x-icon' } : null;
    const type = TYPES[extname(file)] ?? 'text/plain';
    if (extname(file) !== '.html') return { body, type };
    const headers = { 'content-security-policy': `${policy().replaceAll('MAP', map)}; report-uri /report` };
    return { body: asArticle(body, map), type, headers };
  };
}

const asArticle = (html: string, map: string): string =>
  html
    .replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(/<link rel="icon"[^>]*>/, '')
    .replaceAll('"../', `"${map}/`);

function reportsOf(served: readonly Served[]): string[] {
  return served
    .flatMap(({ reports }) => reports)
    .map((text) => JSON.parse(text)['csp-report'])
    .map((report) => `${report['effective-directive']} ${report['blocked-uri']}`);
}

/** Playwright's `test` with an article's site. Errors of any frame, requests elsewhere and policy reports fail it, but those in `allowed`. */
export const test = base.extend<{ allowed: readonly RegExp[]; host: Host }>({
  allowed: [[], { option: true }],
  host: async ({ page, context, allowed }, use) => {
    const notes: string[] = [];
    let policy = '';
    const map = await serve(
      builtPage({ ...FROM_ANYWHERE, 'content-security-policy': `${OWN_POLICY}; report-uri /report` }),
    );
    const article = await serve(articles(map.origin, () => policy));
    const both = [map, article];
    await context.route(
      (url) => /^https?:$/.test(url.protocol) && !both.some(({ origin }) => origin === url.origin),
      (route) => {
        notes.push(`request elsewhere: ${route.request().url()}`);
        return route.abort('blockedbyclient');
      },
    );
    context.on('weberror', (error) => notes.push(`uncaught: ${error.error().message}`));
    context.on('console', (message) => {
      if (message.type() === 'error') notes.push(`console: ${message.text()}`);
    });
    await use({
      map: map.origin,
      reports: () => reportsOf(both),
      open: async (page, name, asked) => {
        policy = asked;
        await page.goto(`${article.origin}/examples/${name}.html`);
      },
    });
    await page.close();
    await Promise.all(both.map(({ close }) => close()));
    const bad = [...notes, ...reportsOf(both).map((report) => `policy: ${report}`)];
    expect(bad.filter((note) => !allowed.some((part) => part.test(note)))).toEqual([]);
  },
});

/** What an article needs that has the map in a plain frame. The style sheet is its own affair. */
export const FRAME_POLICY = "default-src 'none'; style-src 'self'; frame-src MAP";
/** The same with a script of the article's own. */
export const SCRIPT_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; frame-src MAP";
/** What the README lists for the element, and the article's own style sheet. */
export const ELEMENT_POLICY =
  "default-src 'none'; script-src MAP; style-src MAP 'self'; font-src MAP; connect-src MAP; worker-src blob: MAP";
export const LOADER_POLICY = "default-src 'none'; style-src 'self'; script-src MAP; frame-src MAP; img-src MAP";
