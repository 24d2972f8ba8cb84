import geographiclib from 'geographiclib-geodesic';
import { unwrapLon } from './path.ts';
import type { LonLat } from './records.ts';

export { KM_PER_NAUTICAL_MILE } from './path.ts';

const ellipsoid = geographiclib.Geodesic.WGS84;

/** Length of the shortest line between two points on the WGS 84 ellipsoid, km (Karney 2013; exact to nanometres). */
export function geodesicKm(a: LonLat, b: LonLat): number {
  return (ellipsoid.Inverse(a[1], a[0], b[1], b[0]).s12 as number) / 1000;
}

/** Length of a path whose legs are geodesics on the WGS 84 ellipsoid, km. 0 for fewer than two points. */
export function geodesicPathKm(points: readonly LonLat[]): number {
  let km = 0;
  for (let i = 1; i < points.length; i++) km += geodesicKm(points[i - 1] as LonLat, points[i] as LonLat);
  return km;
}

/**
 * Points of the geodesic from `a` to `b`, both included, evenly spaced and at most `stepKm` apart. Longitudes start from
 * `a`'s own and run on past 180. Throws RangeError where `stepKm` is not above 0.
 */
export function greatCircle(a: LonLat, b: LonLat, stepKm: number): LonLat[] {
  if (!(stepKm > 0)) throw new RangeError(`the step must be above 0 km, not ${stepKm}`);
  const line = ellipsoid.InverseLine(a[1], a[0], b[1], b[0]);
  const steps = Math.max(1, Math.ceil(line.s13 / (stepKm * 1000)));
  const points: LonLat[] = [a];
  let lon = a[0];
  for (let i = 1; i < steps; i++) {
    const { lon2, lat2 } = line.Position((line.s13 * i) / steps);
    lon = unwrapLon(lon2 as number, lon);
    points.push([lon, lat2 as number]);
  }
  points.push([unwrapLon(b[0], lon), b[1]]);
  return points;
}
