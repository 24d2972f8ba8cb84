/** Sea lines by the finest coast that knows both ports: the fine region, else the world. */
import { buildCoast } from '../model/coast.ts';
import { geodesicKm } from '../model/geodesy.ts';
import type { LonLat } from '../model/records.ts';
import { type FoundLine, findLine } from '../model/sea-line.ts';
import { fineSea } from '../reach/fine-sea.ts';
import type { LandLayer } from '../reach/land-raster.ts';
import { findFineLine, findWorldLine } from '../reach/world-line.ts';
import { type WorldOptions, type WorldSea, worldSea } from '../reach/world-route.ts';
import type { LoadTile } from './coast-tiles.ts';

/** Finds lines over the water of one coast; a line that is not found says why. */
export function regionLines(pairs: readonly (readonly [LonLat, LonLat])[], { land, box }: LandLayer): FoundLine[] {
  const coast = buildCoast(land, { box });
  return pairs.map(([from, to]) => findLine(coast, from, to));
}

/** The same lines, those that were missing found over the water of the world where there is a way. */
export function withWorldLines(found: readonly FoundLine[], sea: WorldSea, options: WorldOptions = {}): FoundLine[] {
  const whole = [...found];
  for (const at of inOrder(found)) {
    const { from, to } = found[at] as FoundLine;
    whole[at] = findWorldLine(sea, from, to, options);
  }
  return whole;
}

/**
 * Lines that were missing, one after another, on the fine coast of the world, or on its coarse one where that cannot be
 * had. Each with its number.
 *
 * @param layers land of the world, coarse to fine
 * @param load reads a tile of the fine coast
 */
export async function* fineLines(
  found: readonly FoundLine[],
  layers: readonly LandLayer[],
  load: LoadTile,
  options: WorldOptions = {},
): AsyncGenerator<readonly [at: number, line: FoundLine]> {
  const sea = worldSea(layers);
  let lost = false;
  const fine = fineSea(sea, (tile) =>
    load(tile).catch((error: unknown) => {
      lost = true;
      throw error;
    }),
  );
  for (const at of inOrder(found)) {
    const { from, to } = found[at] as FoundLine;
    const line = lost ? null : await findFineLine(sea, fine, from, to, options).catch(unless(() => lost));
    // The line says on which coast it was found.
    yield [at, line ?? findWorldLine(sea, from, to, options)];
  }
}

/** Null for an error that was expected; any other is thrown on. */
const unless =
  (expected: () => boolean) =>
  (error: unknown): null => {
    if (expected()) return null;
    throw error;
  };

/**
 * Numbers of the lines that are missing, in the order of least work: one port after another, as they are first asked for,
 * and the farthest of each first, whose distances do for the nearer ones.
 */
function inOrder(found: readonly FoundLine[]): number[] {
  const ports = new Map<string, { at: number; km: number }[]>();
  for (const [at, { from, to, line }] of found.entries()) {
    if (line !== null) continue;
    const west = (byPlace(from, to) <= 0 ? from : to).join();
    const own = ports.get(west) ?? [];
    own.push({ at, km: geodesicKm(from, to) });
    ports.set(west, own);
  }
  return [...ports.values()].flatMap((own) => own.sort((a, b) => b.km - a.km).map(({ at }) => at));
}

const byPlace = (a: LonLat, b: LonLat): number => a[0] - b[0] || a[1] - b[1];
