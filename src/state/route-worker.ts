/** Finds sea routes away from the page's own thread. */
import type { FoundLine } from '../model/sea-line.ts';
import type { LandLayer } from '../reach/land-raster.ts';
import { worldSea } from '../reach/world-route.ts';
import type { RouteAnswer, RouteOrder } from './find-in-worker.ts';
import { inOrder, regionLines, worldLine } from './find-lines.ts';
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
    tell({ kind: 'found', lines: [...found.entries()].filter(([, { line }]) => line !== null) });
    const missing = inOrder(found);
    if (missing.length > 0) {
      const world = await landOf(0, base).catch(messageOf);
      if (typeof world === 'string') {
        const failure = `Sea routes beyond the fine coast could not be computed (${world}).`;
        tell({ kind: 'found', lines: missing.map((at) => [at, { ...(found[at] as FoundLine), failure }]) });
      } else {
        const sea = worldSea(world);
        for (const at of missing) {
          tell({ kind: 'found', lines: [[at, worldLine(found[at] as FoundLine, sea, closed ? { closed } : {})]] });
        }
      }
    }
    tell({ kind: 'done' });
  } catch (error) {
    tell({ kind: 'failed', message: messageOf(error) });
  }
});
