/** Sea lines by the finest coast that knows both ports: the fine region, else the world. */
import { buildCoast } from '../model/coast.ts';
import { geodesicKm } from '../model/geodesy.ts';
import type { LonLat } from '../model/records.ts';
import { type FoundLine, findLine } from '../model/sea-line.ts';
import type { LandLayer } from '../reach/land-raster.ts';
import { findWorldLine } from '../reach/world-line.ts';
import type { WorldOptions, WorldSea } from '../reach/world-route.ts';

/** Finds lines over the water of one coast; a line that is not found says why. */
export function regionLines(pairs: readonly (readonly [LonLat, LonLat])[], { land, box }: LandLayer): FoundLine[] {
  const coast = buildCoast(land, { box });
  return pairs.map(([from, to]) => findLine(coast, from, to));
}

/** The same lines, those that were missing found over the water of the world where there is a way. */
export function withWorldLines(found: readonly FoundLine[], sea: WorldSea, options: WorldOptions = {}): FoundLine[] {
  const whole = [...found];
  for (const at of inOrder(found)) whole[at] = worldLine(found[at] as FoundLine, sea, options);
  return whole;
}

/** A line that was missing, by the water of the world. */
export const worldLine = ({ from, to }: FoundLine, sea: WorldSea, options: WorldOptions): FoundLine =>
  findWorldLine(sea, from, to, options);

/** Numbers of the lines that are missing, in the order of least work: one port after another, the farthest of each first. */
export function inOrder(found: readonly FoundLine[]): number[] {
  return [...found.entries()]
    .filter(([, { line }]) => line === null)
    .map(([at, { from, to }]) => ({ at, west: byPlace(from, to) <= 0 ? from : to, km: geodesicKm(from, to) }))
    .sort((a, b) => byPlace(a.west, b.west) || b.km - a.km)
    .map(({ at }) => at);
}

const byPlace = (a: LonLat, b: LonLat): number => a[0] - b[0] || a[1] - b[1];
