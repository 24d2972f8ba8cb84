import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { galleryPage, galleryPlugin } from '../../src/build/gallery-plugin.ts';
import { CASES } from '../visual/cases.ts';

let server: ViteDevServer;
let address = '';

beforeAll(async () => {
  server = await createServer({
    configFile: false,
    logLevel: 'silent',
    appType: 'mpa',
    plugins: [galleryPlugin()],
    cacheDir: 'node_modules/.vite-gallery-test',
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  address = server.resolvedUrls?.local[0] ?? '';
});

afterAll(() => server.close());

const read = async (path: string): Promise<string> => {
  const response = await fetch(new URL(path, address));
  expect(response.status).toBe(200);
  return response.text();
};

test('every case has a name of its own that can be part of a file name', () => {
  const names = CASES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
});

test('/gallery/ lists every case with its size and its link, and those with a script alive', async () => {
  const html = await read('gallery/');
  for (const { name, hash, width, height, noScript } of CASES) {
    const section = html.match(new RegExp(`<section id="${name}"[^]*?</section>`))?.[0] ?? '';
    expect(section).toContain(`${width} × ${height}`);
    expect(section).toContain(hash.replaceAll('&', '&amp;'));
    expect(section.includes(`<iframe src="/`)).toBe(!noScript);
    expect(section).toMatch(/<h2><a href="\/[^"]*">/);
  }
});

test('a baseline is shown where it has been taken, and how to take it where not', () => {
  const [first] = CASES;
  if (!first) throw new Error('the table of cases is empty');
  const image = `<img src="/tests/visual/baselines/${first.name}.png"`;
  expect(galleryPage([first], () => true)).toContain(image);
  expect(galleryPage([first], () => false)).not.toContain(image);
  expect(galleryPage([first], () => false)).toContain('--update-snapshots=all');
});

test('the page runs without WebGL only where its address asks for it', async () => {
  const script = 'src="/tests/visual/no-webgl.js"';
  expect(await read('?no-webgl')).toContain(script);
  expect(await read('')).not.toContain(script);
  expect(await read('tests/visual/no-webgl.js')).toContain('getContext');
});
