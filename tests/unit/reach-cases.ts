/** Reaches for tests: the shipped land, simple land, and places to ask about. */
import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { HOUR } from '../../src/model/edtf.ts';
import type { LonLat } from '../../src/model/records.ts';
import type { LandLayer } from '../../src/reach/land-raster.ts';
import { findReach, type NoReach, type Reach, type ReachQuestion } from '../../src/reach/reach.ts';
import type { GridBox } from '../../src/reach/water-grid.ts';
import { levelsFor } from '../../src/state/reach-land.ts';

const read = new Map<string, FeatureCollection>();

/** The shipped land that a box needs. */
export function shippedLand(box: GridBox): LandLayer[] {
  return levelsFor(box).map(({ name, box: own }) => {
    const known = read.get(name) ?? JSON.parse(readFileSync(`public/basemap/${name}-land.geojson`, 'utf8'));
    read.set(name, known);
    return { land: known, box: own };
  });
}

/** Land out of rectangles: west, south, east, north. */
export function rectangles(box: GridBox, ...land: readonly GridBox[]): LandLayer {
  const features = land.map(([west, south, east, north]) => {
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return { type: 'Feature' as const, properties: {}, geometry: { type: 'Polygon' as const, coordinates: [ring] } };
  });
  return { land: { type: 'FeatureCollection', features }, box };
}

/** A question about two exactly known places. */
export function ask(from: LonLat, to: LonLat, hours: number, knots: number): ReachQuestion {
  const place = (position: LonLat) => ({ position, errorKm: 0 });
  return { from: place(from), to: place(to), window: { earliest: 0, latest: hours * HOUR }, knots };
}

export function answer(question: ReachQuestion, layers: readonly LandLayer[], cells: number): Reach | NoReach {
  const work = findReach(question, layers, cells);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

export function reachOf(question: ReachQuestion, layers: readonly LandLayer[], cells: number): Reach {
  const reach = answer(question, layers, cells);
  if (reach.kind === 'none') throw new Error(reach.reason);
  return reach;
}
