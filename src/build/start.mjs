// @ts-check

/** `npm start`: installs what the lock file says, builds, and serves the built page. */
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.mjs';
import { nodeProblem } from './node-version.mjs';
import { ROOT, runProgram } from './run.mjs';

const PREFERRED_PORT = 4173;

try {
  const tooOld = nodeProblem(process.versions.node);
  if (tooOld) throw new Error(tooOld);
  const { host, port } = readArguments();
  ensureInstalled(ROOT);
  // Always: a build takes seconds, and one that is out of date shows the wrong dates.
  if (!runProgram('vite', ['build'])) throw new Error('The build failed; its messages are above.');
  await serve(host, port);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

function readArguments() {
  const { values } = parseArgs({ options: { host: { type: 'string' }, port: { type: 'string' } } });
  const port = values.port === undefined ? PREFERRED_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`);
  }
  return { host: values.host ?? '127.0.0.1', port };
}

/**
 * @param {string} host
 * @param {number} port the one to try first; where it is taken, the next free one serves
 */
async function serve(host, port) {
  const { preview } = await import('vite');
  const server = await preview({ root: ROOT, logLevel: 'warn', preview: { host, port, strictPort: false } });
  const urls = server.resolvedUrls;
  const address = urls?.local[0] ?? urls?.network[0];
  console.log(`\nThe map is at ${address}  (Ctrl+C stops it)`);
}
