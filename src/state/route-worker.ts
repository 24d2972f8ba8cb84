/** Finds sea routes away from the page's own thread. */
import type { LandLayer } from '../reach/land-raster.ts';
import { blocksOf, coastTiles } from './coast-tiles.ts';
import type { RouteAnswer, RouteOrder } from './find-in-worker.ts';
import { fineLines, regionLines } from './find-lines.ts';
import { LAND_LEVELS, landFor } from './reach-land.ts';

/** The land of the coarsest or of the finest level, with all that is finer. */
const landOf = (level: 0 | -1, base: string): Promise<LandLayer[]> => {
  const { box } = LAND_LEVELS.at(level) as (typeof LAND_LEVELS)[number];
  return landFor(box, base);
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const tell = (answer: RouteAnswer): void => postMessage(answer);

addEventListener('message', async ({ data: { pairs, base, closed } }: MessageEvent<RouteOrder>) => {
  try {
    const [region] = (await landOf(-1, base)) as [LandLayer];
    const found = regionLines(pairs, region);
    const numbered = [...found.entries()];
    tell({ kind: 'found', lines: numbered.filter(([, { line }]) => line !== null) });
    if (found.some(({ line }) => line === null)) {
      const world = await landOf(0, base).catch(messageOf);
      if (typeof world === 'string') {
        const failure = `Sea routes beyond the fine coast could not be computed (${world}).`;
        tell({ kind: 'found', lines: numbered.flatMap(([at, one]) => (one.line ? [] : [[at, { ...one, failure }]])) });
      } else {
        const load = coastTiles(blocksOf(`${base}basemap/coast.pmtiles`));
        for await (const line of fineLines(found, world, load, closed ? { closed } : {})) {
          tell({ kind: 'found', lines: [line] });
        }
      }
    }
    tell({ kind: 'done' });
  } catch (error) {
    tell({ kind: 'failed', message: messageOf(error) });
  }
});
