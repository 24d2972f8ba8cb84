import { EAST_OPEN, NORTH_OPEN, PASSABLE, SOUTH_OPEN, type WaterGrid, WEST_OPEN } from './water-grid.ts';

/** A cell that is reached from outside the march, and its distance, km. */
export interface Seed {
  readonly cell: number;
  readonly km: number;
}

/** The cell that a ship can go to from a cell, or -1. */
export type Step = (cell: number) => number;

/** Bits beside those of the ways: the column where a grid that goes round the world ends. */
const FIRST_COLUMN = 32;
const LAST_COLUMN = 64;

const marked = new WeakMap<Uint8Array, Uint8Array>();

/** The ways with the ends of the rows marked where the grid goes round: asked for every step, a remainder takes longer. */
function withEnds({ columns, round, ways }: WaterGrid): Uint8Array {
  const known = marked.get(ways);
  if (known) return known;
  const flags = round ? ways.slice() : ways;
  if (round) {
    for (let cell = 0; cell < flags.length; cell += columns) {
      const last = cell + columns - 1;
      flags[cell] = (flags[cell] as number) | FIRST_COLUMN;
      flags[last] = (flags[last] as number) | LAST_COLUMN;
    }
  }
  marked.set(ways, flags);
  return flags;
}

/** The steps over open faces: west, east, north, south. The grid must be whole: what changes in it later is not seen. */
export function steps(grid: WaterGrid): readonly [Step, Step, Step, Step] {
  const { columns } = grid;
  const flags = withEnds(grid);
  const at = (cell: number): number => (cell >= 0 ? (flags[cell] as number) : 0);
  return [
    (cell) => {
      const flag = at(cell);
      return (flag & WEST_OPEN) === 0 ? -1 : (flag & FIRST_COLUMN) === 0 ? cell - 1 : cell - 1 + columns;
    },
    (cell) => {
      const flag = at(cell);
      return (flag & EAST_OPEN) === 0 ? -1 : (flag & LAST_COLUMN) === 0 ? cell + 1 : cell + 1 - columns;
    },
    (cell) => ((at(cell) & NORTH_OPEN) === 0 ? -1 : cell - columns),
    (cell) => ((at(cell) & SOUTH_OPEN) === 0 ? -1 : cell + columns),
  ];
}

/**
 * Steps along a channel one cell wide go in eight directions only: by so much their sum may be too long, at 22.5
 * degrees, and is made shorter.
 */
const CHANNEL_SHARE = Math.cos(Math.PI / 8);

/**
 * Distances over the water from the seeds to the middles of all cells, km on the WGS 84 ellipsoid: the fast marching
 * method (Sethian 1996) of second order, with the true width and height of each row's cells. Steps across corners are
 * allowed as well, so that a channel one cell wide is not measured by its stairs; through such a channel the distance
 * is up to 8 % too short, never too long. Infinity where no way was found, or none up to `mostKm`; some cells a little
 * beyond `mostKm` have their distance too.
 */
export function marchedKm(grid: WaterGrid, seeds: readonly Seed[], mostKm: number): Float32Array {
  const km = new Float32Array(grid.wet.length).fill(Infinity);
  const known = new Uint8Array(km.length);
  const queue = priorityQueue(km);
  const [west, east, north, south] = steps(grid);
  const at = solver(grid, km, known);
  for (const seed of seeds) {
    if (((grid.ways[seed.cell] as number) & PASSABLE) === 0 || seed.km >= (km[seed.cell] as number)) continue;
    km[seed.cell] = seed.km;
    queue.offer(seed.cell);
  }
  const offer = (cell: number): void => {
    if (cell < 0 || known[cell] === 1) return;
    const found = at(cell);
    if (found >= (km[cell] as number)) return;
    km[cell] = found;
    queue.offer(cell);
  };
  for (let cell = queue.take(); cell >= 0 && (km[cell] as number) <= mostKm; cell = queue.take()) {
    known[cell] = 1;
    offer(west(cell));
    offer(east(cell));
    offer(north(cell));
    offer(south(cell));
  }
  return km;
}

/** The distance of a cell by the known ones around it: the quadratic of the eikonal equation, upwind. */
function solver(grid: WaterGrid, km: Float32Array, known: Uint8Array): Step {
  const { widths, heights } = grid;
  const [toWest, toEast, toNorth, toSouth] = steps(grid);
  const value = (cell: number): number => (cell >= 0 && known[cell] === 1 ? (km[cell] as number) : Infinity);
  return (cell) => {
    const row = Math.floor(cell / grid.columns);
    const width = widths[row] as number;
    const height = heights[row] as number;
    const west = toWest(cell);
    const east = toEast(cell);
    const north = toNorth(cell);
    const south = toSouth(cell);
    const across = Math.min(value(west), value(east));
    const along = Math.min(value(north), value(south));
    if (across < Infinity && along < Infinity) {
      const farAcross = value(value(west) === across ? toWest(west) : toEast(east));
      const farAlong = value(value(north) === along ? toNorth(north) : toSouth(south));
      // Of second order where the cell beyond is known and nearer.
      const a = farAcross <= across ? (4 * across - farAcross) / 3 : across;
      const b = farAlong <= along ? (4 * along - farAlong) / 3 : along;
      const p = (farAcross <= across ? 9 / 4 : 1) / (width * width);
      const q = (farAlong <= along ? 9 / 4 : 1) / (height * height);
      const mean = (p * a + q * b) / (p + q);
      const found = mean + Math.sqrt(mean * mean - (p * a * a + q * b * b - 1) / (p + q));
      // NaN where the two axes are too far apart to meet in one front.
      if (found >= Math.max(across, along)) return found;
    }
    const corner = Math.min(
      value(toNorth(west)),
      value(toSouth(west)),
      value(toNorth(east)),
      value(toSouth(east)),
      value(toWest(north)),
      value(toEast(north)),
      value(toWest(south)),
      value(toEast(south)),
    );
    const sides = Number(west >= 0) + Number(east >= 0) + Number(north >= 0) + Number(south >= 0);
    const share = sides <= 2 ? CHANNEL_SHARE : 1;
    const slant = Math.sqrt(width * width + height * height);
    return Math.min(across + share * width, along + share * height, corner + share * slant);
  };
}

/** Cells by distance, nearest first; a cell offered again moves to its new place. */
function priorityQueue(km: Float32Array): { offer(cell: number): void; take(): number } {
  const heap = new Int32Array(km.length);
  const places = new Int32Array(km.length).fill(-1);
  let size = 0;
  const put = (cell: number, place: number): void => {
    heap[place] = cell;
    places[cell] = place;
  };
  const rise = (cell: number, start: number): void => {
    const own = km[cell] as number;
    let place = start;
    while (place > 0) {
      const up = (place - 1) >> 1;
      const other = heap[up] as number;
      if ((km[other] as number) <= own) break;
      put(other, place);
      place = up;
    }
    put(cell, place);
  };
  const sink = (cell: number): void => {
    const own = km[cell] as number;
    let place = 0;
    for (;;) {
      let down = 2 * place + 1;
      if (down >= size) break;
      if (down + 1 < size && (km[heap[down + 1] as number] as number) < (km[heap[down] as number] as number)) down++;
      const other = heap[down] as number;
      if ((km[other] as number) >= own) break;
      put(other, place);
      place = down;
    }
    put(cell, place);
  };
  return {
    offer: (cell) => rise(cell, places[cell] === -1 ? size++ : (places[cell] as number)),
    take: () => {
      if (size === 0) return -1;
      const top = heap[0] as number;
      size--;
      if (size > 0) sink(heap[size] as number);
      return top;
    },
  };
}
