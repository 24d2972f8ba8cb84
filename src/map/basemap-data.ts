/** The files of the base map, and what is drawn out of each. */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { type Box, graticule, shoreLines } from './coast.ts';

/**
 * Land in levels, coarse to fine. A finer level covers the coarser ones within its box: first a rectangle of sea, then its own land.
 * Below its `minzoom` a level would only thicken the shore. `detail` is the world once more, ten times finer, and is fetched
 * only where a view needs it. `steps` are those of the graticule, degrees. From zoom `coastFrom` on a view that leaves the
 * box needs the tiles of the finer coast, which lie between `detail` and `near`, and from that of `region` on in place of `near`.
 */
export const LEVELS = {
  world: { box: [-180, -90, 180, 90], minzoom: 0, steps: [30, 10, 2] },
  detail: { box: [-180, -90, 180, 90], minzoom: 2.5, steps: [30, 10, 2] },
  near: { box: [126, 37, 140, 48], minzoom: 4, steps: [30, 10, 2, 0.5], coastFrom: 5 },
  region: { box: [128.5, 41, 134, 44], minzoom: 6, steps: [2, 0.5, 0.1], coastFrom: 8 },
} as const satisfies Record<string, { box: Box; minzoom: number; steps: readonly number[]; coastFrom?: number }>;

export type LevelName = keyof typeof LEVELS;

/** Levels that every view loads. */
export const FIRST_LEVELS = ['world', 'near', 'region'] as const satisfies readonly LevelName[];

/** From this zoom on the coarse world shows its corners, and `detail` is drawn instead. */
export const DETAIL_ZOOM = LEVELS.detail.minzoom;

export interface BasemapData {
  /** What is drawn of each level, features told apart by `kind`: sea, land, shore, graticule (with `step`), border. */
  readonly levels: Readonly<Partial<Record<LevelName, FeatureCollection>>>;
  readonly places: FeatureCollection;
}

/** Fetches one GeoJSON file. @throws Error that names the address, where the file cannot be had or is no feature collection. */
async function fetchFeatures(url: string, signal?: AbortSignal): Promise<FeatureCollection> {
  const response = await fetch(url, signal ? { signal } : {});
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  const json: unknown = await response.json().catch((cause: unknown) => {
    throw new Error(`${url}: not JSON`, { cause });
  });
  if (typeof json !== 'object' || json === null || !('features' in json) || !Array.isArray(json.features)) {
    throw new Error(`${url}: not a GeoJSON feature collection`);
  }
  return json as FeatureCollection;
}

function feature(geometry: Geometry, properties: Record<string, string | number>): Feature {
  return { type: 'Feature', properties, geometry };
}

const lines = (coordinates: Position[][]): Geometry => ({ type: 'MultiLineString', coordinates });

/** What is drawn of a level, out of its land and its borders. */
export function levelFeatures(
  level: LevelName,
  land: readonly Feature[],
  borders: readonly Feature[],
): FeatureCollection {
  const { box, steps } = LEVELS[level];
  const [west, south, east, north] = box;
  const sea: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
  return {
    type: 'FeatureCollection',
    features: [
      feature(sea, { kind: 'sea' }),
      ...steps.map((step) => feature(lines(graticule(box, step)), { kind: 'graticule', step })),
      feature(lines(shoreLines(land, box)), { kind: 'shore' }),
      ...land.map(({ geometry }) => feature(geometry, { kind: 'land' })),
      ...borders.map(({ geometry }) => feature(geometry, { kind: 'border' })),
    ],
  };
}

/**
 * Fetches a level. `base` is the address of the folder that holds `basemap/`, ending in a slash.
 * @throws Error that names the file which could not be had.
 */
export async function loadLevel(base: string, level: LevelName, signal?: AbortSignal): Promise<FeatureCollection> {
  const [land, borders] = await Promise.all([
    fetchFeatures(`${base}basemap/${level}-land.geojson`, signal),
    fetchFeatures(`${base}basemap/${level}-borders.geojson`, signal),
  ]);
  return levelFeatures(level, land.features, borders.features);
}

const loading = new Map<string, Promise<BasemapData>>();

/**
 * Fetches what every view needs, once a base: world, near, region, places. `base` as for `loadLevel`.
 * @throws Error that names the file which could not be had.
 */
export function loadBasemap(base: string): Promise<BasemapData> {
  const known = loading.get(base);
  if (known) return known;
  const fetched = fetchBasemap(base);
  loading.set(base, fetched);
  // What failed may be asked for again.
  fetched.catch(() => loading.delete(base));
  return fetched;
}

async function fetchBasemap(base: string): Promise<BasemapData> {
  const [places, ...loaded] = await Promise.all([
    fetchFeatures(`${base}basemap/places.geojson`),
    ...FIRST_LEVELS.map((level) => loadLevel(base, level)),
  ]);
  return { places, levels: Object.fromEntries(FIRST_LEVELS.map((level, index) => [level, loaded[index]])) };
}
