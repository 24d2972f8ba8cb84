import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What the project holds: all but what is made or installed. */
const NOT_OURS = new Set(['.git', 'node_modules', 'dist', 'test-results', 'playwright-report', '.cache']);

function textFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isDirectory()) return textFiles(path);
    return /\.(png|woff2?|pbf|pmtiles|webp|jpg)$/.test(entry.name) ? [] : [path];
  });
}

const files = textFiles('.').map((path) => ({ path, text: readFileSync(path, 'utf8') }));

function holding(pattern: RegExp): string[] {
  return files
    .filter(({ path, text }) => path !== 'tests/unit/setup-tidy.test.ts' && pattern.test(text))
    .map((file) => file.path);
}

test('reads the project', () => {
  expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['package-lock.json', 'src/model/records.ts']));
});

test('no file names a package registry', () => {
  expect(holding(/registry\.(npmjs|yarnpkg)\.|npmmirror\.|pypi\.org|crates\.io\/api/)).toEqual([]);
});

test('the lock file says what, not from where', () => {
  const lock = files.find(({ path }) => path === 'package-lock.json');
  expect(lock?.text).toContain('"integrity"');
  expect(lock?.text).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});

test('no file holds a path of one machine', () => {
  expect(holding(/(^|[\s"'`(=])\/(home|root|Users|work|workspace|tmp)\/\w/m)).toEqual([]);
  expect(holding(/file:\/\/\/(?!\$)\w|[A-Z]:\\Users\\/)).toEqual([]);
});
