/** The land that a reach is worked out over: the levels of the base map, as far as they are needed. */
import type { LandLayer } from '../reach/land-raster.ts';
import type { GridBox } from '../reach/water-grid.ts';

/** Coarse to fine. The boxes are those that the map draws the levels in. */
export const LAND_LEVELS: readonly { readonly name: string; readonly box: GridBox }[] = [
  { name: 'detail', box: [-180, -90, 180, 90] },
  { name: 'near', box: [126, 37, 140, 48] },
  { name: 'region', box: [128.5, 41, 134, 44] },
];

/**
 * The levels that a box needs, coarse to fine: none that a finer one covers altogether, none that lies apart from it.
 */
export function levelsFor([west, south, east, north]: GridBox): typeof LAND_LEVELS {
  const covering = LAND_LEVELS.findLastIndex(
    ({ box }) => box[0] <= west && box[1] <= south && box[2] >= east && box[3] >= north,
  );
  return LAND_LEVELS.slice(Math.max(0, covering)).filter(({ box }) =>
    [-360, 0, 360].some((turn) => box[0] + turn < east && box[2] + turn > west && box[1] < north && box[3] > south),
  );
}

/**
 * Reads the land that a box needs. `base`: address of the folder that holds `basemap/`. Throws Error where a file
 * cannot be had.
 */
export async function landFor(box: GridBox, base: string): Promise<LandLayer[]> {
  return Promise.all(
    levelsFor(box).map(async ({ name, box: own }) => {
      const address = `${base}basemap/${name}-land.geojson`;
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address}: status ${response.status}`);
      return { land: await response.json(), box: own };
    }),
  );
}
