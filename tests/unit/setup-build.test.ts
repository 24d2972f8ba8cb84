import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { casePlugin } from '../../src/build/case-plugin.ts';
import { importSource } from '../../src/build/import-source.ts';

let root = '';

function write(file: string, text: string): void {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'voyage-map-build-'));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir');
  for (const file of ['src', 'data', 'package.json', 'tsconfig.json'])
    cpSync(file, join(root, file), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('importSource', () => {
  test('loads TSX with styles and raw text, and renders it', async () => {
    write('src/ui/made-up.css', '.made-up { color: red; }\n');
    write(
      'src/build/made-up.tsx',
      `import { signal } from '@preact/signals';
       import { renderToString } from 'preact-render-to-string';
       import inline from '../ui/made-up.css?inline';
       import raw from '../ui/made-up.css?raw';
       const ships = signal(2);
       function Card({ name }: { name: string }) {
         return <p class="card" title={raw.trim() + inline.length}>{name}: {ships}</p>;
       }
       export const html: string = renderToString(<Card name="Najin" />);`,
    );
    const { html } = await importSource<{ html: string }>('/src/build/made-up.tsx', root);
    expect(html).toMatch(/^<p class="card" title="\.made-up \{ color: red; \}[1-9]\d*">Najin: 2<\/p>$/);
  });

  test('loads anew each time, and fails on what is not there', async () => {
    write('src/made-up.ts', 'export const n: number = 1;');
    expect(await importSource('/src/made-up.ts', root)).toMatchObject({ n: 1 });
    write('src/made-up.ts', 'export const n: number = 2;');
    expect(await importSource('/src/made-up.ts', root)).toMatchObject({ n: 2 });
    await expect(importSource('/src/none.ts', root)).rejects.toThrow('/src/none.ts');
  });
});

describe('the cases in a build', () => {
  const buildPage = (plugin: Plugin) => {
    write('index.html', '<!doctype html><title>x</title>');
    return build({ root, configFile: false, logLevel: 'silent', publicDir: false, plugins: [plugin] });
  };
  const built = (file: string): string => readFileSync(join(root, 'dist', file), 'utf8');

  test('lie in data/, with the schema and the products beside them', async () => {
    const ships = {
      file: 'ships.json',
      make: (dataset: { vessels: readonly { id: string }[] }) => JSON.stringify(dataset.vessels.map(({ id }) => id)),
    };
    await buildPage(casePlugin([ships]));
    const text = readFileSync('data/najin-dunay/voyages.json', 'utf8');
    expect(built('data/najin-dunay/voyages.json')).toBe(text);
    const ids = JSON.parse(text).vessels.map(({ id }: { id: string }) => id);
    expect(JSON.parse(built('data/najin-dunay/ships.json'))).toEqual(ids);
    expect(JSON.parse(built('data/voyages.schema.json'))).toHaveProperty('properties.voyages');
  });

  test('stop it when a record is wrong, with file, path and record in the message', async () => {
    const file = 'data/najin-dunay/voyages.json';
    const voyages = JSON.parse(readFileSync(file, 'utf8'));
    voyages.sightings[0].date = 'some day in autumn';
    write(file, JSON.stringify(voyages));
    const failed = buildPage(casePlugin());
    await expect(failed).rejects.toThrow(file);
    await expect(failed).rejects.toThrow('some day in autumn');
    await expect(failed).rejects.toThrow(voyages.sightings[0].id);
  });

  test('stop it when a file is missing', async () => {
    rmSync(join(root, 'data/najin-dunay/ports.geojson'));
    await expect(buildPage(casePlugin())).rejects.toThrow('data/najin-dunay/ports.geojson: the file is missing');
  });
});
