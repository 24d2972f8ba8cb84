/** The sea routes of a case, computed once when the page is built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../model/records.ts';
import type { LandLayer } from '../reach/land-raster.ts';
import { worldSea } from '../reach/world-route.ts';
import { regionLines, withWorldLines } from '../state/find-lines.ts';
import { LAND_LEVELS } from '../state/reach-land.ts';
import { pairsOf } from '../state/sea-lines.ts';
import type { CaseProduct } from './case-plugin.ts';

/** Finds every line that the lanes of a case need, over the shipped coast. `root` is the project's folder. */
export function findLines(dataset: Dataset, root: string) {
  const layerOf = ({ name, box }: (typeof LAND_LEVELS)[number]): LandLayer => ({
    land: JSON.parse(readFileSync(join(root, `public/basemap/${name}-land.geojson`), 'utf8')),
    box,
  });
  const found = regionLines(pairsOf(dataset), layerOf(LAND_LEVELS.at(-1) as (typeof LAND_LEVELS)[number]));
  return found.every(({ line }) => line !== null) ? found : withWorldLines(found, worldSea(LAND_LEVELS.map(layerOf)));
}

export const routesProduct: CaseProduct = {
  file: 'routes.json',
  make: (dataset, root) => JSON.stringify(findLines(dataset, root)),
};
