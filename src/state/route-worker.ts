/** Finds sea routes away from the page's own thread. */
import type { LonLat } from '../model/records.ts';
import type { LandLayer } from '../reach/land-raster.ts';
import { type WorldOptions, worldSea } from '../reach/world-route.ts';
import { regionLines, withWorldLines } from './find-lines.ts';
import { LAND_LEVELS, landFor } from './reach-land.ts';

interface Order {
  readonly pairs: readonly [LonLat, LonLat][];
  /** Address of the folder that holds `basemap/`. */
  readonly base: string;
  readonly options: WorldOptions;
}

/** The land of the coarsest or of the finest level, with all that is finer. */
const landOf = (level: 0 | -1, base: string): Promise<LandLayer[]> => {
  const { box } = LAND_LEVELS.at(level) as (typeof LAND_LEVELS)[number];
  return landFor(box, base);
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

addEventListener('message', async ({ data: { pairs, base, options } }: MessageEvent<Order>) => {
  try {
    const [region] = (await landOf(-1, base)) as [LandLayer];
    const found = regionLines(pairs, region);
    if (found.every(({ line }) => line !== null)) return postMessage(found);
    const world = await landOf(0, base).catch(messageOf);
    if (typeof world !== 'string') return postMessage(withWorldLines(found, worldSea(world), options));
    const failure = `Sea routes beyond the fine coast could not be computed (${world}).`;
    postMessage(found.map((one) => (one.line === null ? { ...one, failure } : one)));
  } catch (error) {
    postMessage(messageOf(error));
  }
});
