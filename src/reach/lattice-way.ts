/** Ways over open water from place to place of a lattice that is tested only where the search comes. */
import { arcKm, earthCentred, mercatorLat, mercatorY, unwrapLon } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';

/** What a search asks of the water. */
export interface LatticeWater {
  isWater(p: LonLat): boolean;
  /** May a ship go straight over the map from one place to another not far off? */
  isClear(a: LonLat, b: LonLat): boolean;
}

export interface LatticeLimits {
  /** Distance of neighbouring places, km. */
  readonly stepKm: number;
  /** No longer way is looked for, km. */
  readonly mostKm: number;
  /** The search gives up after so many places. */
  readonly mostPlaces: number;
}

interface Place {
  readonly i: number;
  readonly j: number;
  readonly p: LonLat;
  /** Earth-centred, km. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  km: number;
  before: Place | null;
  done: boolean;
}

/** Steps of a king and of a knight: no direction is more than 2.7 % off. */
const STEPS = [-2, -1, 0, 1, 2].flatMap((i) =>
  [-2, -1, 0, 1, 2].flatMap((j): [number, number][] =>
    Math.max(Math.abs(i), Math.abs(j)) === 1 || Math.abs(i * j) === 2 ? [[i, j]] : [],
  ),
);
/** Where in its cell a place may lie, shares from the middle, likeliest first: the middle may be on land. */
const SPOTS = [0, 0.3, -0.3, 0.45, -0.45]
  .flatMap((x) => [0, 0.3, -0.3, 0.45, -0.45].map((y) => [x, y] as const))
  .sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
/** So much more is thought of what is left than it is: fewer places are looked at, and the way is pulled taut later. */
const HASTE = 1.05;
/** The end is tried from so many cells off. */
const NEAR_CELLS = 2.5;
const RADIANS = Math.PI / 180;
const EARTH_KM = 6371;
/** Numbers of columns and rows stay below half of it. */
const SPAN = 1 << 16;

/**
 * A way from one place to another in clear steps, by A* (Hart, Nilsson and Raphael 1968) over the squares of a Mercator map;
 * undefined where none is found within the limits. Short, not the shortest.
 */
export function latticeWay(
  { isWater, isClear }: LatticeWater,
  from: LonLat,
  to: LonLat,
  { stepKm, mostKm, mostPlaces }: LatticeLimits,
): LonLat[] | undefined {
  const end: LonLat = [unwrapLon(to[0], from[0]), to[1]];
  const middle = (from[1] + end[1]) / 2;
  const side = stepKm / (EARTH_KM * Math.cos(middle * RADIANS));
  const y0 = mercatorY(from[1]);
  const at = (i: number, j: number): LonLat => [from[0] + (i * side) / RADIANS, mercatorLat(y0 + j * side)];
  const places = new Map<number, Place | null>();
  const placeAt = (i: number, j: number): Place | null => {
    const key = (i + SPAN / 2) * SPAN + j + SPAN / 2;
    const known = places.get(key);
    if (known !== undefined) return known;
    let made: Place | null = null;
    for (const [x, y] of SPOTS) {
      const p = at(i + x, j + y);
      if (!isWater(p)) continue;
      made = placeOf(i, j, p, Infinity);
      break;
    }
    places.set(key, made);
    return made;
  };
  const start = placeOf(0, 0, from, 0);
  const goal = placeOf(0, 0, end, 0);
  places.set((SPAN / 2) * SPAN + SPAN / 2, start);
  const heap = placeHeap();
  heap.push(0, start);
  let looked = 0;
  for (let here = heap.pop(); here; here = heap.pop()) {
    if (here.done) continue;
    here.done = true;
    const left = distance(here, goal);
    if (left <= NEAR_CELLS * stepKm && isClear(here.p, end)) return [...wayTo(here), end];
    if (++looked > mostPlaces) return undefined;
    for (const [di, dj] of STEPS) {
      const next = placeAt(here.i + di, here.j + dj);
      if (!next || next.done) continue;
      const km = here.km + distance(here, next);
      const rest = distance(next, goal);
      if (km >= next.km || km + rest > mostKm || !isClear(here.p, next.p)) continue;
      next.km = km;
      next.before = here;
      heap.push(km + HASTE * rest, next);
    }
  }
  return undefined;
}

function placeOf(i: number, j: number, p: LonLat, km: number): Place {
  const [x, y, z] = earthCentred(p);
  return { i, j, p, x, y, z, km, before: null, done: false };
}

const distance = (a: Place, b: Place): number =>
  arcKm(Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) + (a.z - b.z) * (a.z - b.z)));

function wayTo(last: Place): LonLat[] {
  const way: LonLat[] = [];
  for (let place: Place | null = last; place; place = place.before) way.push(place.p);
  return way.reverse();
}

/** A binary heap, least first. */
function placeHeap() {
  const keys: number[] = [];
  const items: Place[] = [];
  const swap = (i: number, j: number): void => {
    [keys[i], keys[j]] = [keys[j] as number, keys[i] as number];
    [items[i], items[j]] = [items[j] as Place, items[i] as Place];
  };
  return {
    push(key: number, item: Place): void {
      let i = keys.push(key) - 1;
      items.push(item);
      for (let up = (i - 1) >> 1; i > 0 && (keys[i] as number) < (keys[up] as number); up = (i - 1) >> 1) {
        swap(i, up);
        i = up;
      }
    },
    pop(): Place | undefined {
      if (items.length > 1) swap(0, items.length - 1);
      keys.pop();
      const top = items.pop();
      for (let i = 0; ; ) {
        let least = i;
        for (const down of [2 * i + 1, 2 * i + 2]) {
          if (down < keys.length && (keys[down] as number) < (keys[least] as number)) least = down;
        }
        if (least === i) return top;
        swap(i, least);
        i = least;
      }
    },
  };
}
