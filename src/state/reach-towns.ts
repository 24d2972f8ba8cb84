/** Towns of the base map, as places that a ship may have called at. */
import type { FeatureCollection } from 'geojson';
import type { Port, Text } from '../model/records.ts';

/** A town; `position` is its centre, not a berth. */
export interface Town extends Pick<Port, 'id' | 'position'> {
  readonly name: Text;
}

/** Begins the ids of towns, which no port of a case is to share. */
const ID = 'town of the base map: ';

/**
 * The towns of the base map that bear no port's name.
 *
 * @param base address of the folder that holds `basemap/`
 * @param ports of the case
 * @throws Error where the file cannot be had
 */
export async function townsOf(base: string, ports: readonly Port[]): Promise<Town[]> {
  const address = `${base}basemap/places.geojson`;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  const { features } = (await response.json()) as FeatureCollection;
  const known = new Set(ports.map(({ name }) => englishOf(name)));
  return features.flatMap(({ geometry, properties }): Town[] => {
    if (geometry.type !== 'Point' || properties?.kind !== 'town' || known.has(properties['name:en'])) return [];
    const names = Object.entries(properties).filter(([key]) => key.startsWith('name:'));
    const name = Object.fromEntries(names.map(([key, text]) => [key.slice('name:'.length), String(text)]));
    const [lon, lat] = geometry.coordinates as [number, number];
    return [{ id: `${ID}${properties['name:en']}`, name, position: [lon, lat] }];
  });
}

const englishOf = (name: Text): string | undefined => (typeof name === 'string' ? name : name.en);
