import { describe, expect, test } from 'vitest';
import { budgetReport, pictureFilesOf, scriptsOf, wireBytes } from '../../src/build/budget.ts';

describe('the script of the first load', () => {
  test('is the entry and all it imports, at once or later, each once', () => {
    const manifest = {
      'index.html': { file: 'assets/index.js', imports: ['_shared.js'], dynamicImports: ['src/map/map.ts'] },
      '_shared.js': { file: 'assets/shared.js', imports: ['index.html'] },
      'src/map/map.ts': { file: 'assets/map.js', imports: ['_shared.js'] },
      'worker.mjs': { file: 'assets/worker.js' },
      'style.css': { file: 'assets/style.css' },
    };
    expect(scriptsOf(manifest, 'index.html')).toEqual(['assets/index.js', 'assets/map.js', 'assets/shared.js']);
  });
});

describe('the first picture', () => {
  test('is what the head asks for, without scripts', () => {
    const html = `<link rel="stylesheet" crossorigin href="./assets/a.css">
      <link rel="preload" as="font" type="font/woff2" href="./fonts/a.woff2" crossorigin />
      <link rel="preload" as="font" href="fonts/a.woff2">
      <link rel=preload as=script href=./assets/b.js>
      <link rel="modulepreload" href="./assets/c.js">
      <link rel="icon" href="./icon.svg">`;
    expect(pictureFilesOf(html)).toEqual(['assets/a.css', 'fonts/a.woff2']);
  });
});

describe('the report', () => {
  const load = {
    script: [
      { file: 'small.js', bytes: 200 },
      { file: 'big.js', bytes: 800 },
    ],
    picture: [{ file: 'index.html', bytes: 500 }],
  };

  test('is a line a heap when the load is as large as allowed', () => {
    const { over, text } = budgetReport(load, { script: 1000, picture: 500 });
    expect(over).toBe(false);
    expect(text.split('\n')).toEqual(['script of the first load: 1.0 of 1.0 kB gz', 'first picture: 0.5 of 0.5 kB gz']);
  });

  test('lists what lies in a heap that is over, heaviest first', () => {
    const { over, text } = budgetReport(load, { script: 999, picture: 500 });
    expect(over).toBe(true);
    expect(text).toMatch(/OVER\n\s+0\.8 {2}big\.js\n\s+0\.2 {2}small\.js\nfirst picture/);
  });
});

test('bytes on the wire are those after gzip, or as they are when gzip gains nothing', () => {
  expect(wireBytes(new TextEncoder().encode('a'.repeat(10_000)))).toBeLessThan(100);
  expect(wireBytes(Uint8Array.of(1, 2, 3))).toBe(3);
});
