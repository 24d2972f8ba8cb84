/** Finer land for a view that needs it: which, and fetched once. A chunk of its own, with what it fetches. */
import type { FeatureCollection } from 'geojson';
import type { addProtocol, Map as MapLibre } from 'maplibre-gl';
import type { LEVELS, loadLevel } from './basemap-data.ts';
import { COAST_PROTOCOL, type CoastTiles, type Drawn, openCoast } from './coast-tiles.ts';
import type { leaves } from './map-shown.ts';

/** What the map has loaded and is handed over: imported here as well, it would become one more file of the first load. */
export interface Handed extends Drawn {
  readonly addProtocol: typeof addProtocol;
  readonly leaves: typeof leaves;
  readonly LEVELS: typeof LEVELS;
  readonly loadLevel: typeof loadLevel;
}

/** What a map has of the finer land. */
export interface FinerLand {
  detail?: FeatureCollection;
  /** Null: it was asked for and could not be had. It is not asked for again at every move. */
  coast?: CoastTiles | null;
}

/**
 * Fetches the finer land that the map's view needs and `has` lacks into `has`, until there is nothing more to fetch.
 *
 * @param base address of the folder that holds `basemap/`, ending in a slash
 * @param onMore called after each part
 * @param onFail called with the reason and with what could not be had
 */
export async function refineLand(
  map: MapLibre,
  base: string,
  has: FinerLand,
  handed: Handed,
  onMore: () => void,
  onFail: (reason: string, of: 'map' | 'coast') => void,
  signal: AbortSignal,
): Promise<void> {
  const { addProtocol, leaves, loadLevel } = handed;
  const { detail, near, region } = handed.LEVELS;
  const inWords = (error: unknown) => (error instanceof Error ? error.message : String(error));
  for (let tried = false; !signal.aborted; ) {
    if (!tried && !has.detail && leaves(map, near.box, detail.minzoom)) {
      // What failed may be asked for again at the next move.
      tried = true;
      await loadLevel(base, 'detail', signal).then(
        (features) => {
          has.detail = features;
        },
        (error: unknown) => signal.aborted || onFail(inWords(error), 'map'),
      );
    } else if (
      has.coast === undefined &&
      (leaves(map, near.box, near.coastFrom) || leaves(map, region.box, region.coastFrom))
    ) {
      const told = (reason: string) => signal.aborted || onFail(reason, 'coast');
      has.coast = await openCoast(base, handed, told).catch((error: unknown) => {
        told(inWords(error));
        return null;
      });
      if (has.coast) addProtocol(COAST_PROTOCOL, has.coast.answer);
    } else return;
    if (!signal.aborted) onMore();
  }
}
