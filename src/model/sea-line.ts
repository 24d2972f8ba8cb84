/** Sea routes as the lines that lanes are laid on. Its own module: route finding is loaded only where it is needed. */
import type { Coast } from './coast.ts';
import { greatCircle } from './geodesy.ts';
import type { SeaLine } from './lanes.ts';
import type { LonLat } from './records.ts';
import { findRoute, type NoSeaRoute, type SeaRoute } from './route.ts';

/** A computed way between two places, in one direction. */
export interface FoundLine {
  readonly from: LonLat;
  readonly to: LonLat;
  /** null where no way over water was found; `greatCircle` is drawn then. */
  readonly line: SeaLine | null;
  readonly greatCircle: readonly LonLat[];
  /** Why there is no line. */
  readonly failure?: string;
}

/** Points of a great circle stand at most this far apart, km. */
const STEP_KM = 50;

/** Finds the way between two places over the water of a coast, stubs of ports on land included. */
export function findLine(coast: Coast, from: LonLat, to: LonLat): FoundLine {
  const route = findRoute(coast, from, to);
  return lineOf(from, to, route, route.kind === 'sea' ? route.method : '');
}

/** A route as a line to lay lanes on, stubs of ports on land included. `method`: one sentence, how a found one was found. */
export function lineOf(
  from: LonLat,
  to: LonLat,
  route: Pick<SeaRoute, 'kind' | 'points' | 'km' | 'stubs'> | NoSeaRoute,
  method: string,
): FoundLine {
  const circle = greatCircle(from, to, STEP_KM);
  if (route.kind === 'none') return { from, to, line: null, greatCircle: circle, failure: route.message };
  const { fromM, toM } = route.stubs;
  const points = [...(fromM > 0 ? [from] : []), ...route.points, ...(toM > 0 ? [to] : [])];
  return { from, to, line: { points, km: route.km + (fromM + toM) / 1000, method }, greatCircle: circle };
}
