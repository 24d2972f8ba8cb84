import { type BrowserContext, test as base, expect } from '@playwright/test';

export { expect };

/** What a test may see go wrong: the text of an error, or a part of it. */
export type AllowedErrors = readonly (string | RegExp)[];

/**
 * Watches a browser context: a request to another origin is stopped, and it, errors that nothing caught and errors in
 * the console are noted. For a context that a test makes itself; the page of `test` below is watched already.
 * @param origin such as "http://127.0.0.1:4319"
 * @returns the notes, which grow while the context lives
 */
export async function watch(context: BrowserContext, origin: string): Promise<readonly string[]> {
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
