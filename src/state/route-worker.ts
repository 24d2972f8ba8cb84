/** Finds sea routes away from the page's own thread. */
import { buildCoast } from '../model/coast.ts';
import type { LonLat } from '../model/records.ts';
import { findLine } from '../model/sea-line.ts';

interface Order {
  readonly pairs: readonly [LonLat, LonLat][];
  /** Address of a GeoJSON file of land. */
  readonly coast: string;
}

addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  try {
    const response = await fetch(data.coast);
    if (!response.ok) throw new Error(`${data.coast}: status ${response.status}`);
    const coast = buildCoast(await response.json());
    postMessage(data.pairs.map(([from, to]) => findLine(coast, from, to)));
  } catch (error) {
    postMessage(error instanceof Error ? error.message : String(error));
  }
});
