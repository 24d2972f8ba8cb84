/** The still map that takes the place of the living one: without WebGL, and far from the screen. */

import { type Still, StillBasemap } from './still-basemap.tsx';
import type { MapSupport } from './use-map.ts';

/** Fetches what the still map is drawn from. @throws Error that names a file of the base map which could not be had. */
export async function stillMap({ base, load }: Pick<MapSupport, 'base' | 'load'>): Promise<Still> {
  const { loadBasemap } = await load();
  const { levels, places } = await loadBasemap(base);
  const shown = [levels.world, levels.near, levels.region].filter((level) => level !== undefined);
  return { data: { levels: shown, places }, Basemap: StillBasemap, gap: 1 };
}
