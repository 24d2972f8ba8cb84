import type { Position } from 'geojson';
import { unwrapLon } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';
import { isCut, type LandLayer, polygonsOf } from './land-raster.ts';

const KM_PER_DEGREE = 111.2;

/**
 * How far a place is from the water, km (to about half a per cent): 0 in the water, Infinity on land that has no shore.
 * The last layer whose box holds the place decides; where none does, it is water.
 */
export function kmAshore(layers: readonly LandLayer[], [lon, lat]: LonLat): number {
  const layer = layers.findLast(({ box: [west, south, east, north] }) => {
    const x = unwrapLon(lon, (west + east) / 2);
    return x >= west && x <= east && lat >= south && lat <= north;
  });
  if (!layer) return 0;
  const narrow = Math.cos((lat * Math.PI) / 180);
  let [inside, square] = [false, Infinity];
  for (const { geometry } of layer.land.features) {
    for (const ring of polygonsOf(geometry).flat()) {
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1] as Position, ring[i] as Position];
        const [ax, ay] = [unwrapLon(a[0] as number, lon) - lon, (a[1] as number) - lat];
        // The other end on the same side of the world as the first.
        const [bx, by] = [ax + (b[0] as number) - (a[0] as number), (b[1] as number) - lat];
        if (ay > 0 !== by > 0 && ax - (ay * (bx - ax)) / (by - ay) > 0) inside = !inside;
        if (isCut(a, b, layer.box)) continue;
        const [dx, dy] = [(bx - ax) * narrow, by - ay];
        const long = dx * dx + dy * dy;
        const share = long > 0 ? Math.min(1, Math.max(0, -(ax * narrow * dx + ay * dy) / long)) : 0;
        square = Math.min(square, (ax * narrow + share * dx) ** 2 + (ay + share * dy) ** 2);
      }
    }
  }
  return inside ? Math.sqrt(square) * KM_PER_DEGREE : 0;
}
