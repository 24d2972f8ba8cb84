import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

/** A server of its own origin on this machine. */
export interface Served {
  /** Without a slash at its end. */
  readonly origin: string;
  /** What browsers reported to `/report` against the policy, as text. */
  readonly reports: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Answer {
  readonly body: string | Uint8Array;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Answerer = (path: string) => Promise<Answer | null> | Answer | null;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Starts a server that answers with what `answer` has for a path, and with 404 for the rest. */
export async function serve(answer: Answerer): Promise<Served> {
  const reports: string[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://any').pathname;
    if (path === '/report') {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      reports.push(Buffer.concat(parts).toString('utf8'));
      response.writeHead(204).end();
      return;
    }
    const found = await answer(path);
    if (!found) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': found.type, ...found.headers }).end(found.body);
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reports,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The built page as a static host serves it. `headers` go with every file. */
export function builtPage(headers: Readonly<Record<string, string>>): Answerer {
  return async (path) => {
    const file = normalize(path.endsWith('/') ? `${path}index.html` : path);
    const body = await readFile(join('dist', file)).catch(() => null);
    return body && { body, type: TYPES[extname(file)] ?? 'application/octet-stream', headers };
  };
}

/** The policy of the map's own page, as its `index.html` has it. */
export const OWN_POLICY =
  /Content-Security-Policy"\s+content="([^"]+)"/.exec(readFileSync('index.html', 'utf8'))?.[1] ?? 'no policy was found';

interface Hosts {
  /** The host of the map. */
  readonly map: Served;
  /** Shows an article of another origin, made of the markup, under a policy. */
  readonly article: (markup: (map: string) => string, policy: (map: string) => string) => Promise<void>;
}

/** Two origins: the map's and an article's. Whatever a browser reports against a policy, and every error, fails the test. */
export const test = base.extend<{
  mapHeaders: Readonly<Record<string, string>>;
  allowedErrors: readonly RegExp[];
  hosts: Hosts;
}>({
  mapHeaders: [{ 'access-control-allow-origin': '*' }, { option: true }],
  allowedErrors: [[], { option: true }],
  hosts: async ({ page, context, mapHeaders, allowedErrors }, use) => {
    const notes = noteErrors(context);
    const built = builtPage({ ...mapHeaders, 'content-security-policy': `${OWN_POLICY}; report-uri /report` });
    const map = await serve((path) => (path.startsWith('/case/') ? fixture(path) : built(path)));
    const articles: Served[] = [];
    const article: Hosts['article'] = async (markup, policy) => {
      const headers = { 'content-security-policy': `${policy(map.origin)}; report-uri /report` };
      const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title>${markup(map.origin)}`;
      const served = await serve((path) => {
        if (path === '/') return { body, type: 'text/html; charset=utf-8', headers };
        if (path === '/host.js') return { body: HOST_SCRIPT, type: 'text/javascript' };
        if (path.startsWith('/case/')) return fixture(path);
        if (path === '/host.css') return { body: HOST_STYLE, type: 'text/css' };
        return path === '/favicon.ico' ? { body: '', type: 'image/x-icon' } : null;
      });
      articles.push(served);
      await page.goto(`${served.origin}/`);
    };
    await use({ map, article });
    await page.close();
    await Promise.all([map, ...articles].map(({ close }) => close()));
    const reports = [map, ...articles].flatMap((served) => served.reports);
    expect(reports, 'reports against a policy').toEqual([]);
    expect(
      notes.filter((note) => !allowedErrors.some((one) => one.test(note))),
      'errors',
    ).toEqual([]);
  },
});

export { expect };

/** A case without computed routes, in the article's own folder. */
const fixture = async (path: string): Promise<Answer | null> => {
  const file = join('tests/fixtures/pacific-case', normalize(path.slice('/case/'.length)));
  const routes = file.endsWith('routes.json') ? '[]' : null;
  const body = routes ?? (await readFile(file).catch(() => null));
  const headers = { 'access-control-allow-origin': '*' };
  return body && { body, type: TYPES[extname(file)] ?? 'application/octet-stream', headers };
};

function noteErrors(context: BrowserContext): readonly string[] {
  const notes: string[] = [];
  context.on('weberror', (error) => notes.push(`uncaught: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') notes.push(`console: ${message.text()}`);
  });
  return notes;
}

/** Notes what the frame says, and follows its height where the page asks for that. */
const HOST_SCRIPT = `
  window.told = [];
  addEventListener('message', ({ data, source }) => {
    const frame = document.querySelector('iframe');
    if (source !== frame?.contentWindow) return;
    window.told.push(data);
    if (data?.voyageMap === 1 && data.height && frame.dataset.follows !== undefined) frame.height = data.height;
  });`;

const HOST_STYLE = `
  body { margin: 0; letter-spacing: 3px; text-transform: uppercase; direction: rtl }
  h1 { font-family: monospace }
  .far { height: 6000px }
  iframe { border: 0; width: 100% }
  voyage-map { --paper: rgb(255 250 240) }
  voyage-map::part(title) { border-top: 2px dotted }`;

/** All messages of the frame so far. */
export const told = (page: Page): Promise<readonly unknown[]> => page.evaluate('window.told');

/** Says something to the frame. */
export const tell = (page: Page, message: unknown): Promise<void> =>
  page.evaluate((one) => document.querySelector('iframe')?.contentWindow?.postMessage(one, '*'), message);
