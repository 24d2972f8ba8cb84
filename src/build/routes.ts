/** The sea routes of a case, computed once when the page is built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCoast } from '../model/coast.ts';
import type { Dataset } from '../model/records.ts';
import { findLine } from '../model/sea-line.ts';
import { pairsOf } from '../state/sea-lines.ts';
import type { CaseProduct } from './case-plugin.ts';

/** Finds every line that the lanes of a case need, over the shipped coast. `root` is the project's folder. */
export function findLines(dataset: Dataset, root: string) {
  const coast = buildCoast(JSON.parse(readFileSync(join(root, 'public/basemap/region-land.geojson'), 'utf8')));
  return pairsOf(dataset).map(([from, to]) => findLine(coast, from, to));
}

export const routesProduct: CaseProduct = {
  file: 'routes.json',
  make: (dataset, root) => JSON.stringify(findLines(dataset, root)),
};
