import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

export { expect };

/** A size that is drawn fast and still has every control and card. */
export const SMALL = { width: 1100, height: 640 };

/** What a test may see go wrong: the text of an error, or a part of it. */
export type AllowedErrors = readonly (string | RegExp)[];

/**
 * Watches a browser context: a request to another origin is stopped, and it, errors that nothing caught and errors in
 * the console are noted. For a context that a test makes itself; the page of `test` below is watched already.
 * @param origin such as "http://127.0.0.1:4319"
 * @returns the notes, which grow while the context lives
 */
export async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const notes: string[] = [];
  const leaves = (url: URL): boolean => /^(https?|wss?|ftp):$/.test(url.protocol) && url.host !== new URL(origin).host;
  await context.route(leaves, (route) => {
    notes.push(`request to another origin: ${route.request().url()}`);
    return route.abort('blockedbyclient');
  });
  await context.routeWebSocket(leaves, (socket) => {
    notes.push(`socket to another origin: ${socket.url()}`);
    return socket.close();
  });
  context.on('weberror', (error) => notes.push(`uncaught: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') notes.push(`console: ${message.text()} (${message.location().url})`);
  });
  return notes;
}

/** The notes that no entry of the list allows. Requests to another origin are never allowed. */
export function notAllowed(notes: readonly string[], allowed: AllowedErrors): string[] {
  return notes.filter(
    (note) =>
      /^(request|socket) to/.test(note) ||
      !allowed.some((part) => (typeof part === 'string' ? note.includes(part) : part.test(note))),
  );
}

/**
 * Playwright's `test`, whose page may not leave its origin nor show an error. A test that is about an error names it:
 * `test.use({ allowedErrors: [[/404/], { scope: 'test' }] })`.
 */
export const test = base.extend<{ allowedErrors: AllowedErrors; origin: string; watched: undefined }>({
  allowedErrors: [[], { option: true }],
  // The origin of the built page, without a slash at its end.
  origin: async ({ baseURL }, use) => {
    await use(new URL(baseURL ?? '').origin);
  },
  watched: [
    async ({ context, origin, allowedErrors }, use) => {
      const notes = await watch(context, origin);
      await use(undefined);
      expect(notAllowed(notes, allowedErrors), 'requests to other origins, and errors of the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** A page of the size that is drawn fast, with what went wrong in it. */
interface Shared {
  readonly page: Page;
  readonly notes: string[];
}

/**
 * For tests that start from a link of their own and leave nothing behind but what the address holds: one page follows all
 * their links, since opening a page takes the longest.
 */
export const sharingTest = test.extend<object, { shared: Shared }>({
  shared: [
    async ({ browser }, use, { project }) => {
      const { baseURL = '', locale = '', timezoneId = '' } = project.use;
      const context = await browser.newContext({ baseURL, locale, timezoneId, viewport: SMALL, colorScheme: 'light' });
      const notes = await watch(context, new URL(baseURL).origin);
      await use({ page: await context.newPage(), notes });
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ shared }, use) => {
    await use(shared.page);
  },
  watched: async ({ shared, allowedErrors }, use) => {
    await use(undefined);
    const notes = notAllowed(shared.notes.splice(0), allowedErrors);
    expect(notes, 'requests to other origins, and errors of the page').toEqual([]);
  },
});
