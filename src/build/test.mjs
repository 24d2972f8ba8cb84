// @ts-check

/** `npm test`: installs what is missing, then runs every check in order, and stops at the first that fails. */
import { BROWSER_VARIABLE, ensureBrowser } from './browser.mjs';
import { ensureInstalled } from './install.mjs';
import { nodeProblem } from './node-version.mjs';
import { ROOT, runProgram } from './run.mjs';

/** What follows `npm test --` goes to Playwright: `npm test -- --grep seek`. */
const forPlaywright = process.argv.slice(2);
let browser = '';

/**
 * A step fails by throwing or by returning false.
 * @type {{ name: string, run: () => boolean | void }[]}
 */
const STEPS = [
  { name: 'Node', run: nodeFits },
  { name: 'install', run: () => ensureInstalled(ROOT) },
  { name: 'browser', run: chooseBrowser },
  { name: 'format and lint', run: () => runProgram('biome', ['check', '--error-on-warnings']) },
  { name: 'types', run: () => runProgram('tsc', []) },
  { name: 'unit tests', run: () => runProgram('vitest', ['run']) },
  { name: 'build', run: () => runProgram('vite', ['build']) },
  {
    name: 'browser tests',
    run: () => runProgram('playwright', ['test', ...forPlaywright], { [BROWSER_VARIABLE]: browser }),
  },
];

/** @type {string[]} */
const lines = [];
for (const step of STEPS) {
  console.log(`\n== ${step.name}`);
  const start = performance.now();
  const ok = run(step);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  lines.push(`  ${step.name.padEnd(16)} ${ok ? 'ok    ' : 'FAILED'} ${seconds.padStart(7)} s`);
  if (!ok) {
    process.exitCode = 1;
    break;
  }
}
const skipped = STEPS.slice(lines.length).map((step) => `  ${step.name.padEnd(16)} not run`);
console.log(`\n${[...lines, ...skipped].join('\n')}`);

/** @param {(typeof STEPS)[number]} step */
function run(step) {
  try {
    return step.run() !== false;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function nodeFits() {
  const problem = nodeProblem(process.versions.node);
  if (problem) console.error(problem);
  return !problem;
}

function chooseBrowser() {
  browser = ensureBrowser();
  console.log(browser);
}
