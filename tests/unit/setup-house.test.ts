import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The house is held by the linter. Here small bad files are put in a copy of it, and the linter must name each.

const IMPORTS = 'lint/style/noRestrictedImports';

/** What each part may import: the parts before it in the order, as the README draws it. */
const LOW = ['model', 'dataset', 'timeline', 'scene', 'evidence', 'analysis', 'reach', 'i18n'];
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  dataset: ['model'],
  timeline: ['model'],
  scene: ['model'],
  evidence: ['model'],
  analysis: ['model'],
  reach: ['model'],
  i18n: ['model'],
  state: LOW,
  map: [...LOW, 'state'],
  bindings: [...LOW, 'state'],
  export: [...LOW, 'state', 'map', 'bindings'],
  ui: [...LOW, 'state', 'map', 'bindings', 'export'],
};
const PARTS = Object.keys(MAY_IMPORT);

const LIBRARIES: Record<string, readonly string[]> = {
  'maplibre-gl': ['map'],
  'geographiclib-geodesic': ['model'],
  valibot: ['dataset'],
  preact: ['ui'],
  'preact/hooks': ['ui'],
  '@preact/signals': ['ui'],
  '@preact/signals-core': ['state', 'ui'],
  'node:fs': [],
};

interface Snippet {
  readonly file: string;
  readonly code: string;
  /** The rule that must speak, or null where none may. */
  readonly rule: string | null;
}

const importOf = (name: string): string => `import { thing } from '${name}';\nexport const made = thing;\n`;

const partSnippets: Snippet[] = PARTS.flatMap((from) =>
  PARTS.filter((to) => to !== from).map((to) => ({
    file: `src/${from}/imports-${to}.ts`,
    code: importOf(`../${to}/part.ts`),
    rule: MAY_IMPORT[from]?.includes(to) ? null : IMPORTS,
  })),
);

const librarySnippets: Snippet[] = Object.entries(LIBRARIES).flatMap(([library, homes]) =>
  PARTS.map((part) => ({
    file: `src/${part}/uses-${library.replace(/[@:]/g, '').replaceAll('/', '-')}.ts`,
    code: importOf(library),
    rule: homes.includes(part) ? null : IMPORTS,
  })),
);

const snippets: Snippet[] = [
  ...partSnippets,
  ...librarySnippets,
  { file: 'src/dataset/formats/deep.ts', code: importOf('../../state/part.ts'), rule: IMPORTS },
  { file: 'src/dataset/formats/deep-well.ts', code: importOf('../../model/part.ts'), rule: null },
  { file: 'src/model/of-type.ts', code: `export type { Props } from '../ui/card.tsx';\n`, rule: IMPORTS },
  { file: 'src/model/later.ts', code: `export const later = () => import('../map/part.ts');\n`, rule: IMPORTS },
  { file: 'src/ui/of-element.ts', code: importOf('../voyage-map.tsx'), rule: IMPORTS },
  { file: 'src/ui/of-build.ts', code: importOf('../build/budget.ts'), rule: IMPORTS },
  { file: 'src/voyage-map.tsx', code: importOf('./main.ts'), rule: IMPORTS },
  { file: 'src/main.ts', code: importOf('./bindings/part.ts'), rule: null },
  { file: 'src/build/anything.ts', code: importOf('../ui/card.tsx'), rule: null },
  { file: 'src/model/asks-page.ts', code: 'export const w = window;\n', rule: 'lint/style/noRestrictedGlobals' },
  { file: 'src/map/speaks.ts', code: "console.log('x');\n", rule: 'lint/suspicious/noConsole' },
  { file: 'src/map/any.ts', code: 'export const a: any = 1;\n', rule: 'lint/suspicious/noExplicitAny' },
  { file: 'src/map/unused.ts', code: `import { a } from './a.ts';\n`, rule: 'lint/correctness/noUnusedImports' },
  {
    file: 'src/map/type-as-value.ts',
    code: `import { Port } from '../model/records.ts';\nexport const of = (port: Port): Port => port;\n`,
    rule: 'lint/style/useImportType',
  },
  {
    file: 'src/map/no-extension.ts',
    code: importOf('./with-extension'),
    rule: 'lint/correctness/useImportExtensions',
  },
  { file: 'src/map/with-extension.ts', code: 'export const thing = 1;\n', rule: null },
  {
    file: 'src/map/long.ts',
    code: `export const a = [\n${'  1,\n'.repeat(330)}];\n`,
    rule: 'lint/style/noExcessiveLinesPerFile',
  },
  {
    file: 'src/map/round-a.ts',
    code: `import { b } from './round-b.ts';\nexport const a = () => b;\n`,
    rule: 'lint/suspicious/noImportCycles',
  },
  {
    file: 'src/map/round-b.ts',
    code: `import { a } from './round-a.ts';\nexport const b = () => a;\n`,
    rule: 'lint/suspicious/noImportCycles',
  },
  { file: 'src/map/not_kebab.ts', code: 'export const a = 1;\n', rule: 'lint/style/useFilenamingConvention' },
  {
    file: 'tests/e2e/sleeps.spec.ts',
    code: `import { test } from './page.ts';\ntest('x', async ({ page }) => {\n  await page.waitForTimeout(500);\n});\n`,
    rule: 'lint/nursery/noPlaywrightWaitForTimeout',
  },
  {
    file: 'tests/unit/only.test.ts',
    code: `import { test } from 'vitest';\ntest.only('x', () => {});\n`,
    rule: 'lint/suspicious/noFocusedTests',
  },
];

let folder = '';
const spoken = new Map<string, string[]>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'voyage-map-house-'));
  for (const file of ['biome.json', 'package.json', '.gitignore']) cpSync(file, join(folder, file));
  for (const { file, code } of snippets) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), code);
  }
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const biome = join(process.cwd(), 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const { diagnostics }: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(run.stdout);
  for (const { category, location } of diagnostics) {
    spoken.set(location.path, [...(spoken.get(location.path) ?? []), category]);
  }
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the linter holds the house', () => {
  test.each(snippets)('$file: $rule', ({ file, rule }) => {
    expect(spoken.get(file) ?? []).toEqual(rule === null ? [] : [rule]);
  });
});
