/** The water of the world with its fine coast, as far as ways have come. */
import type { Coast } from '../model/coast.ts';
import { buildCoast } from '../model/coast.ts';
import { type Mooring, moorings } from '../model/coast-snap.ts';
import type { LonLat } from '../model/records.ts';
import { type FinestCoast, isFinestWater, liesApart } from './finest-coast.ts';
import { type CornerIndex, cornersOf } from './taut-way.ts';
import { type CoastTile, tileBox, tiledCoast, tilesAlong } from './tile-coast.ts';
import type { WorldSea } from './world-route.ts';

/** Where a ship for a port may lie. */
export type Berth = Pick<Mooring, 'point' | 'stubM'>;

export interface FineSea {
  readonly coasts: FinestCoast;
  readonly corners: CornerIndex;
  has(tile: number): boolean;
  /** Reads tiles that are not there yet; rejects where one cannot be had. */
  load(tiles: Iterable<number>): Promise<void>;
  /** Reads the tiles around a port, and finds where a ship for it may lie, nearest first. */
  berths(port: LonLat, snapKm: number): Promise<readonly Berth[]>;
}

/** Distance that ways keep from land where there is as much, m. */
export const ROOM_M = 300;
/** Shores are thinned by so much before their capes are looked for, m. */
const THINNED_M = 60;
/** Ways turn so far off the capes, m: with room all the way from one to the next. */
const OFF_M = ROOM_M + THINNED_M * 1.1;
/** So many places for one port are tried, at most. */
const MOST_BERTHS = 6;

/**
 * Readies the fine coast.
 *
 * @param load reads a tile by its number
 */
export function fineSea(sea: WorldSea, load: (tile: number) => Promise<CoastTile>): FineSea {
  const tiles = new Map<number, CoastTile>();
  const fine = new Map<number, LonLat[]>();
  // The last of the files is of one region and finer than the tiles.
  const over: readonly Coast[] = sea.coasts.finer.slice(-1);
  const coasts = tiledCoast(sea.coasts, over, tiles);
  const add = async (key: number): Promise<void> => {
    if (tiles.has(key)) return;
    const tile = await load(key);
    if (tiles.has(key)) return;
    tiles.set(key, tile);
    const known = (p: LonLat) => !over.some((coast) => !liesApart(coast, p, p));
    for (const [degree, places] of cornersOf(tile.coast, THINNED_M, OFF_M)) {
      const here = places.filter(known);
      if (here.length > 0) fine.set(degree, [...(fine.get(degree) ?? []), ...here]);
    }
  };
  const loadAll = async (keys: Iterable<number>): Promise<void> => {
    await Promise.all([...keys].map(add));
  };
  return {
    coasts,
    corners: { get: (degree) => [...(fine.get(degree) ?? []), ...(sea.corners.get(degree) ?? [])] },
    has: (tile) => tiles.has(tile),
    load: loadAll,
    berths: async (port, snapKm) => {
      const around = [...tilesAlong([port], snapKm)];
      await loadAll(around);
      if (isFinestWater(coasts, port)) return [{ point: port, stubM: 0 }];
      const finest = over.find((coast) => !liesApart(coast, port, port)) ?? joinedCoast(around, tiles);
      return moorings(finest, port, snapKm * 1000)
        .filter(({ point }) => isFinestWater(coasts, point))
        .slice(0, MOST_BERTHS);
    },
  };
}

/** Neighbouring tiles as one coast. Their land overlaps a little, which is land all the same. */
function joinedCoast(keys: readonly number[], tiles: ReadonlyMap<number, CoastTile>): Coast {
  const rings = keys.flatMap((key) => tiles.get(key)?.rings ?? []);
  const boxes = keys.map(tileBox);
  const least = (side: 0 | 1) => Math.min(...boxes.map((box) => box[side]));
  const most = (side: 2 | 3) => Math.max(...boxes.map((box) => box[side]));
  // Around 180 degrees the boxes lie at both ends of the world.
  const torn = most(2) - least(0) > 180;
  const turn = ([x, y]: LonLat): [number, number] => [torn && x < 0 ? x + 360 : x, y];
  const wests = boxes.map(([west, south]) => turn([west, south])[0]);
  const width = boxes[0] ? boxes[0][2] - boxes[0][0] : 0;
  return buildCoast(
    { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring.map(turn)]) },
    { box: [Math.min(...wests), least(1), Math.max(...wests) + width, most(3)] },
  );
}
