import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BROWSER_VARIABLE, browserFlags, findBrowser } from '../../src/build/browser.mjs';
import { installDifference, installProblem } from '../../src/build/install.mjs';
import { NODE_RANGE, nodeProblem } from '../../src/build/node-version.mjs';

const folder = mkdtempSync(join(tmpdir(), 'voyage-map-install-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('Node', () => {
  test.each(['20.19.0', '20.20.2', '22.12.0', '22.20.0', '24.0.0'])('%s will do', (version) => {
    expect(nodeProblem(version)).toBeNull();
  });

  test.each(['18.20.0', '20.18.9', '21.7.0', '22.11.0'])('%s is refused by its name', (version) => {
    expect(nodeProblem(version)).toContain(`This is Node ${version}.`);
  });

  test('the range is the one of package.json', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8')).engines.node).toBe(NODE_RANGE);
  });
});

describe('an install is right', () => {
  const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' };
  const vite = { version: '8.3.8', integrity: 'sha512-a' };
  const forLinux = { ...vite, optional: true, os: ['linux'], cpu: ['x64'], libc: ['glibc'] };
  const forMac = { ...vite, optional: true, os: ['darwin'], cpu: ['arm64'] };
  const forMusl = { ...forLinux, libc: ['musl'] };

  test.each([
    ['when all is there', { '': {}, vite }, { vite }, null],
    ['when what is made for other platforms is absent', { vite, forMac, forMusl }, { vite }, null],
    ['when an optional package of no platform is absent', { vite, wasm: { ...vite, optional: true } }, { vite }, null],
    ['not when a package is missing', { vite, preact: vite }, { vite }, 'preact is missing'],
    ['not when what is made for this platform is missing', { vite, forLinux }, { vite }, 'forLinux is missing'],
    ['not when the version is another', { vite }, { vite: { ...vite, version: '8.0.0' } }, 'vite is 8.0.0'],
    ['not when the content is another', { vite }, { vite: { ...vite, integrity: 'sha512-b' } }, 'vite is 8.3.8'],
    ['not when something else lies there', { vite }, { vite, left: vite }, 'left is not in the lock file'],
  ])('%s', (_name, wanted, installed, said) => {
    const difference = installDifference(wanted, installed, linux);
    if (said === null) expect(difference).toBeNull();
    else expect(difference).toContain(said);
  });

  test('reads it from the folders: nothing, all, a package deleted by hand', () => {
    const lock = JSON.stringify({ packages: { 'node_modules/vite': vite } });
    writeFileSync(join(folder, 'package-lock.json'), lock);
    expect(installProblem(folder)).toBe('nothing is installed yet');
    mkdirSync(join(folder, 'node_modules/vite'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), lock);
    expect(installProblem(folder)).toBe('node_modules/vite is gone');
    writeFileSync(join(folder, 'node_modules/vite/package.json'), '{}');
    expect(installProblem(folder)).toBeNull();
  });

  test('here, or this test would not run', () => {
    expect(installProblem(process.cwd())).toBeNull();
  });
});

describe('the browser', () => {
  const program = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, '#!/bin/sh\n');
    chmodSync(path, 0o755);
    return path;
  };

  test('is the one that the environment names, before any on the PATH', () => {
    program('chromium');
    const mine = program('my-browser');
    expect(findBrowser({ [BROWSER_VARIABLE]: mine, PATH: folder })).toBe(mine);
  });

  test('is refused by its name when there is none at that path', () => {
    const env = { [BROWSER_VARIABLE]: join(folder, 'none'), PATH: folder };
    expect(() => findBrowser(env)).toThrow(`${BROWSER_VARIABLE} is "${join(folder, 'none')}"`);
  });

  test('is else the first on the PATH, Chromium before Chrome', () => {
    program('google-chrome');
    expect(findBrowser({ PATH: ['/nowhere', folder].join(':') })).toBe(program('chromium'));
  });

  test('draws WebGL in software everywhere', () => {
    expect(browserFlags()).toEqual(
      expect.arrayContaining(['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-lcd-text']),
    );
  });
});
