import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import type { Plugin, ResolvedConfig } from 'vite';

/** A file of the build and what it weighs on the wire. */
export interface Weight {
  readonly file: string;
  /** Bytes: after gzip -9, or as it is where gzip gains nothing (fonts). */
  readonly bytes: number;
}

/** What the page transfers at its start, in two heaps with a budget each. */
export interface FirstLoad {
  /** The entry script and everything it loads before the map is ready, but MapLibre's worker. */
  readonly script: readonly Weight[];
  /** The page itself, its stylesheets, and what it preloads (fonts): all that the static picture needs. */
  readonly picture: readonly Weight[];
}

/** Bytes on the wire. */
export const BUDGET = { script: 345_000, picture: 60_000 } as const;

/** The part of Vite's manifest that the measure reads. */
export type Manifest = Readonly<
  Record<string, { readonly file: string; readonly imports?: string[]; readonly dynamicImports?: string[] }>
>;

/** Sources that are fetched after the map is ready, when a reader asks for what they show, in a frame, or where there is no WebGL. */
const LATER = [
  'src/ui/extras.ts',
  'src/ui/evidence/evidence-panel.tsx',
  'src/ui/guest.ts',
  'src/i18n/id/language.ts',
  'src/map/coast-finer.ts',
  'src/map/globe.ts',
  'src/ui/map/still-map.ts',
  'src/bindings/frame.ts',
  'src/state/find-in-worker.ts',
  'src/state/lay-many.ts',
  'src/ui/map/many-marks.tsx',
  'src/state/open-file.ts',
  'src/state/what-if.ts',
];

const PAGE = 'index.html';
const MANIFEST = '.vite/manifest.json';

/**
 * What the first load of a build weighs.
 * @param folder the built page, with Vite's manifest in it
 * @throws when a file that the page names is missing
 */
export function measureFirstLoad(folder: string): FirstLoad {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
  const html = readFileSync(join(folder, PAGE), 'utf8');
  const weigh = (file: string): Weight => ({ file, bytes: wireBytes(readFileSync(join(folder, file))) });
  return {
    script: scriptsOf(manifest, PAGE, LATER).map(weigh),
    picture: [PAGE, ...pictureFilesOf(html)].map(weigh),
  };
}

/** The script files that an entry of the manifest loads: its own and all it imports, statically or dynamically, but for those left for `later`. */
export function scriptsOf(manifest: Manifest, entry: string, later: readonly string[] = []): string[] {
  const reached = new Set<string>();
  const open = [entry];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const chunk = manifest[key];
    if (!chunk || reached.has(key)) continue;
    reached.add(key);
    open.push(...(chunk.imports ?? []), ...(chunk.dynamicImports ?? []).filter((key) => !later.includes(key)));
  }
  const files = [...reached].map((key) => manifest[key]?.file ?? '');
  return files.filter((file) => /\.m?js$/.test(file)).sort();
}

/** The files that a page's head asks for before any script: stylesheets, and preloads that are not scripts. */
export function pictureFilesOf(html: string): string[] {
  const links = html.match(/<link\b[^>]*>/g) ?? [];
  const files = links.filter(isForPicture).map((link) => attribute(link, 'href'));
  return [...new Set(files.filter((href) => href !== '').map((href) => href.replace(/^\.?\//, '')))];
}

function isForPicture(link: string): boolean {
  const relation = attribute(link, 'rel');
  return relation === 'stylesheet' || (relation === 'preload' && attribute(link, 'as') !== 'script');
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}=["']?([^"'\\s>]*)`).exec(tag)?.[1] ?? '';
}

/** Bytes of a file on the wire: gzip -9, unless that makes it longer. */
export function wireBytes(content: Uint8Array): number {
  return Math.min(content.length, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }).length);
}

/**
 * The measure in words.
 * @returns one line a heap, and where one is over its budget also what lies in it, heaviest first
 */
export function budgetReport(
  load: FirstLoad,
  budget: Readonly<Record<keyof FirstLoad, number>> = BUDGET,
): BudgetReport {
  const heaps = [
    { title: 'script of the first load', weights: load.script, most: budget.script },
    { title: 'first picture', weights: load.picture, most: budget.picture },
  ];
  let over = false;
  const lines = heaps.flatMap(({ title, weights, most }) => {
    const bytes = weights.reduce((sum, weight) => sum + weight.bytes, 0);
    const line = `${title}: ${kilobytes(bytes)} of ${kilobytes(most)} kB gz`;
    if (bytes <= most) return [line];
    over = true;
    const heaviest = weights.toSorted((a, b) => b.bytes - a.bytes);
    return [`${line}: OVER`, ...heaviest.map((weight) => `  ${kilobytes(weight.bytes).padStart(7)}  ${weight.file}`)];
  });
  return { over, text: lines.join('\n') };
}

/** A measure in words, and whether it breaks the budget. */
export interface BudgetReport {
  readonly over: boolean;
  readonly text: string;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

/** Fails the build when the first load is over the budget, and prints the measure when it is not. */
export function budgetPlugin(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'voyage-map:budget',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const { over, text } = budgetReport(measureFirstLoad(resolve(config.root, config.build.outDir)));
        if (over) this.error({ message: `the first load is over its budget\n${text}`, stack: '' });
        config.logger.info(text);
      },
    },
  };
}
