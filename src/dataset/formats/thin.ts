/** Fewer positions of a track that say the same. */
import { unwrapLon } from '../../model/path.ts';
import type { Fix } from '../../model/records.ts';

/** Fixes looked at together: keeps the work in proportion to the track, whatever its shape. */
const BLOCK = 512;
const KM_PER_DEGREE = 111.195;

/**
 * Leaves out fixes that lie near where the rest puts the ship at their time: the line simplification of Douglas and
 * Peucker (1973) with the distance taken at equal times (Meratnia and de By 2004), so that speeds stay as well as the shape.
 *
 * @param fixes earliest first
 * @param toleranceKm no fix left out lies further than this, km, from the place between its kept neighbours where a steady
 *   speed puts the ship at its time
 * @returns kept fixes, the first and the last among them, as they were given
 */
export function thin(fixes: readonly Fix[], toleranceKm: number): Fix[] {
  const kept: Fix[] = [];
  for (let start = 0; start < fixes.length; start += BLOCK - 1) {
    const block = fixes.slice(start, start + BLOCK);
    const keep = thinBlock(block, toleranceKm);
    // The last of a block is the first of the next.
    for (let at = start === 0 ? 0 : 1; at < block.length; at++) if (keep[at]) kept.push(block[at] as Fix);
  }
  return kept;
}

function thinBlock(fixes: readonly Fix[], toleranceKm: number): boolean[] {
  const keep = fixes.map((_, at) => at === 0 || at === fixes.length - 1);
  const open: [number, number][] = [[0, fixes.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last] = span;
    let [worst, farthest] = [-1, toleranceKm];
    for (let at = first + 1; at < last; at++) {
      const km = offKm(fixes[at] as Fix, fixes[first] as Fix, fixes[last] as Fix);
      if (km > farthest) [worst, farthest] = [at, km];
    }
    if (worst < 0) continue;
    keep[worst] = true;
    open.push([first, worst], [worst, last]);
  }
  return keep;
}

/** Distance, km, of a fix from where steady sailing between two others has the ship at its time. */
function offKm(fix: Fix, from: Fix, to: Fix): number {
  const share = to.time > from.time ? (fix.time - from.time) / (to.time - from.time) : 0;
  const lon = from.position[0] + (unwrapLon(to.position[0], from.position[0]) - from.position[0]) * share;
  const lat = from.position[1] + (to.position[1] - from.position[1]) * share;
  const east = (unwrapLon(fix.position[0], lon) - lon) * Math.cos((fix.position[1] * Math.PI) / 180);
  return Math.hypot(east, fix.position[1] - lat) * KM_PER_DEGREE;
}
