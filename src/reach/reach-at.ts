import { HOUR, type Window } from '../model/edtf.ts';
import { KM_PER_NAUTICAL_MILE } from '../model/geodesy.ts';
import type { Port } from '../model/records.ts';
import { afloat, type Reach, rangesAt } from './reach.ts';
import { placeKm } from './reach-field.ts';

/** A listed port that the ship may have called at between the two places. */
export interface PortInReach {
  readonly port: string;
  /** When she may have been there, UTC ms: from as early as she can have come to as late as she must have left. */
  readonly window: Window;
  /** The longest stay there that leaves her time for the ways, ms. */
  readonly spare: number;
}

/**
 * The ports that lie in reach, in the order given. The window is never too narrow: a port whose berth is not known
 * counts wherever it may be.
 */
export function portsInside(reach: Reach, ports: readonly Port[]): PortInReach[] {
  const { window, knots } = reach.question;
  const time = (km: number): number => (km / KM_PER_NAUTICAL_MILE / knots) * HOUR;
  return ports.flatMap(({ id, position, positionErrorKm = 0 }) => {
    const place = afloat({ position, errorKm: positionErrorKm }, reach.layers);
    if (!place) return [];
    const earliest = window.earliest + time(placeKm(reach.grid, reach.from, place));
    const latest = window.latest - time(placeKm(reach.grid, reach.to, place));
    return latest >= earliest ? [{ port: id, window: { earliest, latest }, spare: latest - earliest }] : [];
  });
}

/**
 * Water that she may be on at `t` (UTC ms), km2 on the WGS 84 ellipsoid. Cells on the edge count by the share that the
 * edge leaves them, so that the area changes smoothly with `t`. 0 outside the window.
 */
export function reachAreaKm2(reach: Reach, t: number): number {
  const { grid, from, to } = reach;
  const [a, b] = rangesAt(reach, t);
  if (a < 0 || b < 0) return 0;
  const { widths, heights } = grid;
  let area = 0;
  for (let row = 0, cell = 0; row < grid.rows; row++) {
    const [width, height] = [widths[row] as number, heights[row] as number];
    const across = Math.sqrt(width * height);
    let share = 0;
    for (let column = 0; column < grid.columns; column++, cell++) {
      const inside = Math.min(a - (from.km[cell] as number), b - (to.km[cell] as number)) / across + 0.5;
      if (inside > 0) share += Math.min(1, inside) * (grid.wet[cell] as number);
    }
    area += (share / 16) * width * height;
  }
  const circle = (km: number): number => Math.PI * km * km;
  return Math.min(area, circle(a + from.place.errorKm), circle(b + to.place.errorKm));
}
