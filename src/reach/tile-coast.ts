/** A fine coast in tiles of a Web-Mercator map, of which those are had that were asked for. */
import { type Box, buildCoast, type Coast } from '../model/coast.ts';
import { mercatorLat, mercatorY, unwrapLon } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';
import { type FinestCoast, liesApart } from './finest-coast.ts';

/** One tile of land. */
export interface CoastTile {
  readonly coast: Coast;
  /** Its land: outer rings, cut a little beyond the tile's sides. */
  readonly rings: readonly (readonly LonLat[])[];
}

/** The zoom at which coasts are measured. */
export const TILE_ZOOM = 8;
const ACROSS = 2 ** TILE_ZOOM;
const MOST_LAT = 85.05;
/** No degree of latitude is shorter, km. */
const LEAST_DEGREE_KM = 110.5;

/** Column and row of a place among the tiles, with fractions; columns run on past 180 degrees. */
const tilePlace = ([lon, lat]: LonLat): [x: number, y: number] => [tileColumn(lon), tileRow(lat)];

const tileColumn = (lon: number): number => ((lon + 180) / 360) * ACROSS;

const tileRow = (lat: number): number =>
  ((1 - mercatorY(Math.max(-MOST_LAT, Math.min(MOST_LAT, lat))) / Math.PI) / 2) * ACROSS;

const keyOf = (x: number, y: number): number =>
  Math.min(ACROSS - 1, Math.max(0, y)) * ACROSS + (((x % ACROSS) + ACROSS) % ACROSS);

/** Column and row of a tile's number. */
export const tileOf = (key: number): readonly [x: number, y: number] => [key % ACROSS, Math.floor(key / ACROSS)];

/** West, south, east and north of a tile, degrees. */
export function tileBox(key: number): Box {
  const [x, y] = tileOf(key);
  const lat = (row: number) => mercatorLat(Math.PI * (1 - (2 * row) / ACROSS));
  return [(x / ACROSS) * 360 - 180, lat(y + 1), ((x + 1) / ACROSS) * 360 - 180, lat(y)];
}

/** The numbers of the tiles that come within so many km of a line, straight on the map between points not far apart. */
export function tilesAlong(line: readonly LonLat[], marginKm: number): Set<number> {
  const keys = new Set<number>();
  for (const [i, a] of line.entries()) {
    const next = line[i + 1] ?? a;
    const b: LonLat = [unwrapLon(next[0], a[0]), next[1]];
    const high = Math.min(80, Math.max(Math.abs(a[1]), Math.abs(b[1])));
    const north = marginKm / LEAST_DEGREE_KM;
    const east = north / Math.cos((high * Math.PI) / 180);
    const [left, top] = tilePlace([Math.min(a[0], b[0]) - east, Math.max(a[1], b[1]) + north]).map(Math.floor);
    const [right, bottom] = tilePlace([Math.max(a[0], b[0]) + east, Math.min(a[1], b[1]) - north]).map(Math.floor);
    for (let x = left as number; x <= (right as number); x++) {
      for (let y = top as number; y <= (bottom as number); y++) keys.add(keyOf(x, y));
    }
  }
  return keys;
}

/** A tile out of the rings of its land. */
export function coastTile(key: number, rings: readonly (readonly LonLat[])[]): CoastTile {
  const land = { type: 'MultiPolygon' as const, coordinates: rings.map((ring) => [ring.map(([x, y]) => [x, y])]) };
  return { coast: buildCoast(land, { box: tileBox(key) }), rings };
}

/**
 * The tiles as the finest coast but one: finer still are the coasts in `over`. Where a tile is not among `tiles`, the coasts
 * of `base` speak.
 */
export function tiledCoast(
  base: FinestCoast,
  over: readonly Coast[],
  tiles: ReadonlyMap<number, CoastTile>,
): FinestCoast {
  const under = base.finer.filter((coast) => !over.includes(coast));
  const coarse = under.toReversed();
  return {
    world: base.world,
    finer: [...under, ...over],
    near: (a, b) => {
      const found = over.filter((coast) => !liesApart(coast, a, b));
      const ax = tileColumn(a[0]);
      const ay = tileRow(a[1]);
      const bx = a === b ? ax : tileColumn(unwrapLon(b[0], a[0]));
      const by = a === b ? ay : tileRow(b[1]);
      for (let x = Math.floor(Math.min(ax, bx)); x <= Math.max(ax, bx); x++) {
        for (let y = Math.floor(Math.min(ay, by)); y <= Math.max(ay, by); y++) {
          const tile = tiles.get(keyOf(x, y));
          if (tile) found.push(tile.coast);
        }
      }
      for (const coast of coarse) if (!liesApart(coast, a, b)) found.push(coast);
      return found;
    },
  };
}
