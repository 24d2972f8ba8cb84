/** A way over the water pulled taut, like a rope between the shores. */

import { type Coast, coversPoint, unproject } from '../model/coast.ts';
import { chordArcKm, pathKm, unwrapLon } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';
import { seaCorners, thinnedShores } from '../model/sea-corners.ts';
import { coastAt, drawnLeg, type FinestCoast } from './finest-coast.ts';

/** Places off the capes of all coasts, by whole degrees. */
export interface CornerIndex {
  get(degree: number): readonly LonLat[] | undefined;
}

/** May a ship go straight (by a geodesic) from one place to another? */
export type ClearTest = (a: LonLat, b: LonLat) => boolean;

/** Ways turn at corners so far off the cape, metres, by the coarseness of the coast: coarse to fine. */
const OFF_M = [1000, 500, 300];
/** A turn is rounded as far as so many drawn steps from it. */
const STEPS_OFF = 6;
const MOST_PASSES = 8;
/** A pass that shortens the way by less than this share is the last. */
const WORTH_SHARE = 2e-4;
const MOST_TURNS = 40;
const RADIANS = Math.PI / 180;

const degreeKey = (lon: number, lat: number): number =>
  Math.floor(lat) * 360 + ((((Math.floor(lon) + 180) % 360) + 360) % 360);

/** The corners of all coasts, each where its coast is the finest. */
export function cornerIndex(coasts: FinestCoast): CornerIndex {
  const index = new Map<number, LonLat[]>();
  for (const [level, coast] of [coasts.world, ...coasts.finer].entries()) {
    const off = OFF_M[Math.min(level, OFF_M.length - 1)] as number;
    for (const [degree, places] of cornersOf(coast, 0, off)) {
      const known = index.get(degree) ?? [];
      for (const p of places) if (coastAt(coasts, p) === coast) known.push(p);
      index.set(degree, known);
    }
  }
  return index;
}

/** The corners of a coast by whole degrees, so many metres off; its shores are thinned by `thinnedM` before. Those outside its box are left out. */
export function cornersOf(coast: Coast, thinnedM: number, offM: number): Map<number, LonLat[]> {
  const index = new Map<number, LonLat[]>();
  for (const { x, y } of seaCorners(coast, thinnedShores(coast)(thinnedM), () => offM)) {
    const p = unproject(coast, x, y);
    if (Math.abs(p[1]) > 85 || !coversPoint(coast, p)) continue;
    const key = degreeKey(...p);
    const near = index.get(key);
    if (near) near.push(p);
    else index.set(key, [p]);
  }
  return index;
}

/**
 * Shortens a way whose legs are clear to one that turns only at capes, all of its legs clear as well. It goes round the same
 * side of every shore where a shorter way round the other side is not in sight.
 */
export function tautWay(way: readonly LonLat[], corners: CornerIndex, isClear: ClearTest): LonLat[] {
  let best = pulled(way, isClear);
  for (let pass = 0; pass < MOST_PASSES && best.length > 2; pass++) {
    const next = pulled(rounded(best, corners, isClear), isClear);
    const gained = pathKm(best) - pathKm(next);
    if (gained <= 0) break;
    const last = gained < WORTH_SHARE * pathKm(best);
    best = next;
    if (last) break;
  }
  return best;
}

/** Leaves out what can be left out: from each place straight to the last that is in sight, found by doubling and halving. */
function pulled(way: readonly LonLat[], isClear: ClearTest): LonLat[] {
  const at = (i: number) => way[i] as LonLat;
  const kept = [at(0)];
  for (let i = 0; i + 1 < way.length; ) {
    let far = i + 1;
    let step = 1;
    while (far + step < way.length && isClear(at(i), at(far + step))) {
      far += step;
      step *= 2;
    }
    for (; step >= 1; step = Math.floor(step / 2)) {
      if (far + step < way.length && isClear(at(i), at(far + step))) far += step;
    }
    kept.push(at(far));
    i = far;
  }
  return kept;
}

/** Every turn replaced by the taut way round the corners inside it, where that is clear and shorter. */
function rounded(way: readonly LonLat[], corners: CornerIndex, isClear: ClearTest): LonLat[] {
  const out: LonLat[] = [way[0] as LonLat];
  for (let i = 1; i + 1 < way.length; i++) {
    const [a, b, c] = [out.at(-1), way[i], way[i + 1]] as [LonLat, LonLat, LonLat];
    out.push(...(turnRound(a, b, c, corners, isClear) ?? [b]));
  }
  out.push(way.at(-1) as LonLat);
  return out;
}

function turnRound(a: LonLat, b: LonLat, c: LonLat, corners: CornerIndex, isClear: ClearTest): LonLat[] | undefined {
  for (const steps of [STEPS_OFF, 1]) {
    const back = drawnLeg(b, a);
    const on = drawnLeg(b, c);
    const from = back[Math.min(steps, back.length - 1)] as LonLat;
    const to = on[Math.min(steps, on.length - 1)] as LonLat;
    const turns = hullBetween(from, b, to, corners);
    if (!turns) continue;
    const legs = [a, ...(from === back.at(-1) ? [] : [from]), ...turns, ...(to === on.at(-1) ? [] : [to]), c];
    if (
      pathKm(legs) < chordArcKm(a, b) + chordArcKm(b, c) &&
      legs.slice(1).every((q, k) => isClear(legs[k] as LonLat, q))
    )
      return legs.slice(1, -1);
  }
  return undefined;
}

/** The corners in the triangle that a rope from `from` to `to` lies around, pulled away from `b`; undefined for too many. */
function hullBetween(from: LonLat, b: LonLat, to: LonLat, corners: CornerIndex): LonLat[] | undefined {
  const flat = gnomonic(b);
  const [p, q] = [flat(from), flat(to)];
  const side = Math.sign(p[0] * q[1] - p[1] * q[0]);
  if (side === 0) return [];
  const turn = (o: Flat, u: Flat, v: Flat) => side * ((u[0] - o[0]) * (v[1] - o[1]) - (u[1] - o[1]) * (v[0] - o[0]));
  const origin: Flat = [0, 0];
  const inside: { place: LonLat; at: Flat }[] = [];
  for (const place of cornersIn([from, b, to], corners)) {
    const at = flat(place);
    if (turn(origin, p, at) > 0 && turn(p, q, at) > 0 && turn(q, origin, at) > 0) inside.push({ place, at });
  }
  const end = { place: to, at: q };
  const hull: LonLat[] = [];
  // Gift wrapping (Jarvis 1973): on from each corner to the one that leaves all others on the far side of b.
  for (let here = p; hull.length <= MOST_TURNS; ) {
    let next = end;
    for (const one of inside) if (one.at !== here && turn(here, next.at, one.at) < 0) next = one;
    if (next === end) return hull;
    hull.push(next.place);
    here = next.at;
  }
  return undefined;
}

type Flat = readonly [x: number, y: number];

/** A plane that touches the Earth at a place and on which great circles are straight. */
function gnomonic([lon0, lat0]: LonLat): (p: LonLat) => Flat {
  const [sin0, cos0] = [Math.sin(lat0 * RADIANS), Math.cos(lat0 * RADIANS)];
  return ([lon, lat]) => {
    const [sin, cos] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
    const turned = (lon - lon0) * RADIANS;
    const depth = sin0 * sin + cos0 * cos * Math.cos(turned);
    return [(cos * Math.sin(turned)) / depth, (cos0 * sin - sin0 * cos * Math.cos(turned)) / depth];
  };
}

/** The corners in the bounds of some places, with longitudes near theirs. */
function* cornersIn(places: readonly LonLat[], corners: CornerIndex): Generator<LonLat> {
  const near = (places[0] as LonLat)[0];
  const lons = places.map(([lon]) => unwrapLon(lon, near));
  const lats = places.map(([, lat]) => lat);
  for (let lat = Math.floor(Math.min(...lats)); lat <= Math.max(...lats); lat++) {
    for (let lon = Math.floor(Math.min(...lons)); lon <= Math.max(...lons); lon++) {
      for (const p of corners.get(degreeKey(lon, lat)) ?? []) yield [unwrapLon(p[0], near), p[1]];
    }
  }
}
