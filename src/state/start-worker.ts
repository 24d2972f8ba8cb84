/**
 * Starts a worker. A browser starts none of another origin, and in a sandboxed frame every origin is another: there its
 * text is handed over.
 */
export async function startWorker(address: string): Promise<Worker> {
  const url = new URL(address, location.href);
  if (globalThis.origin === 'null') {
    const text = await (await fetch(url)).text();
    return new Worker(`data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`, { type: 'module' });
  }
  if (url.origin === location.origin) return new Worker(url, { type: 'module' });
  const blob = new Blob([`import ${JSON.stringify(url.href)}`], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(blob), { type: 'module' });
}
