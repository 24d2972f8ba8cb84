/** The sea routes of a case, computed once when the page is built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../model/records.ts';
import type { FoundLine } from '../model/sea-line.ts';
import type { LandLayer } from '../reach/land-raster.ts';
import { worldSea } from '../reach/world-route.ts';
import { coastTiles, type ReadBytes } from '../state/coast-tiles.ts';
import { fineLines, regionLines, withWorldLines } from '../state/find-lines.ts';
import { LAND_LEVELS } from '../state/reach-land.ts';
import { pairsOf } from '../state/sea-lines.ts';
import type { CaseProduct } from './case-plugin.ts';

const layerOf = (root: string, { name, box }: (typeof LAND_LEVELS)[number]): LandLayer => ({
  land: JSON.parse(readFileSync(join(root, `public/basemap/${name}-land.geojson`), 'utf8')),
  box,
});

/** Finds every line that the lanes of a case need, over the coast that ships, the coarse one outside the fine region. `root` is the project's folder. */
export function findLines(dataset: Dataset, root: string): FoundLine[] {
  const found = regionLines(pairsOf(dataset), layerOf(root, LAND_LEVELS.at(-1) as (typeof LAND_LEVELS)[number]));
  if (found.every(({ line }) => line !== null)) return found;
  return withWorldLines(found, worldSea(LAND_LEVELS.map((level) => layerOf(root, level))));
}

/** The same on the fine coast everywhere. */
async function findFineLines(dataset: Dataset, root: string): Promise<FoundLine[]> {
  const found = regionLines(pairsOf(dataset), layerOf(root, LAND_LEVELS.at(-1) as (typeof LAND_LEVELS)[number]));
  if (found.every(({ line }) => line !== null)) return found;
  const layers = LAND_LEVELS.map((level) => layerOf(root, level));
  for await (const [at, line] of fineLines(found, layers, coastTiles(bytesOf(root)))) found[at] = line;
  return found;
}

/** Reads the file of the fine coast from the disk. */
function bytesOf(root: string): ReadBytes {
  const { buffer, byteOffset } = readFileSync(join(root, 'public/basemap/coast.pmtiles'));
  return async (offset, length) => (buffer as ArrayBuffer).slice(byteOffset + offset, byteOffset + offset + length);
}

export const routesProduct: CaseProduct = {
  file: 'routes.json',
  make: async (dataset, root) => JSON.stringify(await findFineLines(dataset, root)),
};
