// @ts-check

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Locked a package as a lock file writes it
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */

/** @typedef {Record<string, Locked>} LockedPackages by folder, "node_modules/vite" */

/** @typedef {{ os: string, cpu: string, libc: string }} Platform in npm's words */

/**
 * The platform this process runs on.
 * @returns {Platform}
 */
export function thisPlatform() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return { os: process.platform, cpu: process.arch, libc: report.header?.glibcVersionRuntime ? 'glibc' : 'musl' };
}

/**
 * Why what is installed differs from what the lock file says, or null when it does not.
 * An optional package may be absent, unless it is the one made for this platform.
 * @param {LockedPackages} wanted `packages` of package-lock.json
 * @param {LockedPackages} installed `packages` of node_modules/.package-lock.json, which npm writes last
 * @param {Platform} platform
 * @returns {string | null}
 */
export function installDifference(wanted, installed, platform) {
  for (const [folder, want] of Object.entries(wanted)) {
    if (folder === '') continue;
    const has = installed[folder];
    if (!has) {
      if (want.optional && !isMadeFor(want, platform)) continue;
      return `${folder} is missing`;
    }
    if (has.version !== want.version || has.integrity !== want.integrity) {
      return `${folder} is ${has.version}, the lock file says ${want.version}`;
    }
  }
  const stray = Object.keys(installed).find((folder) => !wanted[folder]);
  return stray ? `${stray} is not in the lock file` : null;
}

/**
 * @param {Locked} locked
 * @param {Platform} platform
 */
function isMadeFor(locked, platform) {
  return (
    Boolean(locked.os?.length) &&
    allows(locked.os, platform.os) &&
    allows(locked.cpu, platform.cpu) &&
    (platform.os !== 'linux' || allows(locked.libc, platform.libc))
  );
}

/**
 * npm's lists name what is allowed, or with a "!" what is not.
 * @param {string[] | undefined} list
 * @param {string} value
 */
function allows(list, value) {
  if (!list?.length) return true;
  if (list.includes(`!${value}`)) return false;
  const named = list.filter((item) => !item.startsWith('!'));
  return named.length === 0 || named.includes(value);
}

/**
 * Why `npm ci` has to run in a folder, or null when its install is right already.
 * @param {string} root the folder of package-lock.json
 * @returns {string | null}
 * @throws when package-lock.json is missing or is no JSON
 */
export function installProblem(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'nothing is installed yet';
  const installed = packagesOf(record);
  const gone = Object.keys(installed).find((folder) => !existsSync(join(root, folder, 'package.json')));
  return gone ? `${gone} is gone` : installDifference(wanted, installed, thisPlatform());
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * Installs what the lock file says, unless that is there already.
 * @param {string} root the folder of package-lock.json
 * @throws {Error} with a sentence for the reader when npm cannot be started or fails
 */
export function ensureInstalled(root) {
  const reason = installProblem(root);
  if (!reason) return;
  console.log(`Installing the packages (${reason}) ...`);
  const npm = npmCommand();
  const run = spawnSync(npm.file, [...npm.args, 'ci', '--include=dev', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: npm.shell,
  });
  if (run.error) throw new Error(`npm could not be started (${run.error.message}). Is it on the PATH?`);
  if (run.status !== 0) {
    throw new Error(
      `"npm ci" failed (code ${run.status ?? run.signal}); its own messages are above. ` +
        'It needs the network, or a filled npm cache, and a package.json that fits package-lock.json.',
    );
  }
  const left = installProblem(root);
  if (left) throw new Error(`"npm ci" ended well, yet ${left}. Delete node_modules and try again.`);
}

/** Under `npm start` npm names its own script, which spares the search for npm.cmd on Windows. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return { file: process.execPath, args: [script], shell: false };
  return { file: 'npm', args: [], shell: process.platform === 'win32' };
}
