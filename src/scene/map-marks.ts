/**
 * Everything that evidence puts on the map, as plain shapes in pixels. The living map and the
 * still picture draw the same marks; they differ in where `project` comes from.
 */
import type { Lane, LaneKind } from '../model/lanes.ts';
import { alongPath, between, slicePath } from '../model/path.ts';
import type { LonLat, Port } from '../model/records.ts';
import type { Whereabouts } from '../model/whereabouts.ts';
import { nearestCopy } from './camera.ts';
import { beside, HIDDEN, type Point, pathData, shownParts, thin } from './polyline.ts';

export interface Project {
  (position: LonLat): Point;
  /** On a globe: the straight line between two pixels is not the way between their positions, some positions are `HIDDEN`, and north is not up everywhere. */
  readonly round?: true;
}

export interface LaneMark {
  readonly id: string;
  readonly kind: LaneKind;
  readonly d: string;
  readonly line: readonly Point[];
}

export interface PortMark {
  readonly port: Port;
  readonly at: Point;
  /** Radius of the circle of doubt, px; 0 where the berth is known. */
  readonly doubt: number;
  /** Where its name stands, away from its lanes. */
  readonly label: { readonly dx: number; readonly dy: number; readonly anchor: 'start' | 'middle' | 'end' };
}

export interface ShipMark {
  readonly ship: number;
  readonly at: Point;
  /** Degrees clockwise from the top; null in port. */
  readonly course: number | null;
}

export const RIBBON_WIDTH = 9;

/** Longest leg of a line that is drawn straight on a globe, degrees. */
const STRAIGHT = 1;

/** The positions of a line as a Mercator map draws it; on a globe with so many between them that it bends as it should. */
function followed(points: readonly LonLat[], { round }: Project): readonly LonLat[] {
  if (!round) return points;
  return points.flatMap((b, index) => {
    const a = points[index - 1] ?? b;
    const steps = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / STRAIGHT));
    return Array.from({ length: steps }, (_, step) => between(a, b, (step + 1) / steps));
  });
}

/** Fixed by camera and case alone. */
export function laneMarks(lanes: readonly Lane[], project: Project): LaneMark[] {
  return lanes.map((lane) => {
    const parts = shownParts(followed(lane.table.points, project).map(project));
    return { id: lane.id, kind: lane.kind, d: parts.map(pathData).join(''), line: parts.flat() };
  });
}

/** Fixed by camera and case alone. `lanes` are the marks of the same camera. */
export function portMarks(ports: readonly Port[], lanes: readonly LaneMark[], project: Project): PortMark[] {
  return ports.flatMap((port) => {
    const at = project(port.position);
    if (at === HIDDEN) return [];
    const doubt = port.positionErrorKm === undefined ? 0 : pixelsOf(port.positionErrorKm, port.position, project);
    return { port, at, doubt, label: labelPlace(at, lanes, Math.max(doubt, 6)) };
  });
}

/** Length in px of so many km northwards at a position; on a globe the longer of those northwards and eastwards. */
export function pixelsOf(km: number, [lon, lat]: LonLat, project: Project): number {
  const KM_A_DEGREE = 111.2;
  const step = Math.min(km, 100) / KM_A_DEGREE;
  const half = step / 2;
  const across = half / Math.cos((lat * Math.PI) / 180);
  const pixels = (a: Point, b: Point) => (Math.hypot(b.x - a.x, b.y - a.y) * km) / Math.min(km, 100);
  const up = pixels(project([lon, lat - half]), project([lon, lat + half]));
  return project.round ? Math.max(up, pixels(project([lon - across, lat]), project([lon + across, lat]))) : up;
}

/** The label stands on the side the lanes do not leave on. */
function labelPlace(at: Point, lanes: readonly LaneMark[], clearance: number): PortMark['label'] {
  let [towardsX, towardsY] = [0, 0];
  for (const { line } of lanes) {
    for (const end of [line, [...line].reverse()]) {
      const start = end[0];
      if (!start || Math.hypot(start.x - at.x, start.y - at.y) > 2) continue;
      const on = end.find((point) => Math.hypot(point.x - at.x, point.y - at.y) > 60) ?? (end.at(-1) as Point);
      const length = Math.hypot(on.x - at.x, on.y - at.y) || 1;
      towardsX += (on.x - at.x) / length;
      towardsY += (on.y - at.y) / length;
    }
  }
  if (Math.abs(towardsX) < 0.3) return { dx: 0, dy: towardsY > 0 ? -clearance - 6 : clearance + 16, anchor: 'middle' };
  const dy = towardsY > 0.3 ? -clearance - 4 : towardsY < -0.3 ? clearance + 12 : -clearance - 4;
  // Above, where a lane that rises or falls little leaves the most room.
  const above = Math.abs(towardsY) < Math.abs(towardsX);
  return { dx: towardsX > 0 ? 5 : 6, dy: above ? -clearance - 5 : dy, anchor: towardsX > 0 ? 'end' : 'start' };
}

/**
 * Ribbons lie beside the lane and never on it: the lane itself is only schematic. The first ship
 * lies above, the second below, and so on, whichever way the lane runs.
 */
function ribbonOffset(ship: number, lane: Lane, project: Project): number {
  const distance = RIBBON_WIDTH / 2 + 2 + Math.floor(ship / 2) * (RIBBON_WIDTH + 1.5);
  const [first, last] = [lane.table.points[0], lane.table.points.at(-1)];
  const rightwards = !first || !last || project(first).x <= project(last).x;
  return (ship % 2 === 0) === rightwards ? distance : -distance;
}

/**
 * The stretches where a ship may be now, beside their lanes.
 *
 * @param ship her number in the case
 * @returns the data of one SVG path; empty where there is no stretch to be seen
 */
export function ribbonPath(ship: number, now: Whereabouts, project: Project): string {
  const parts = now.stretches.map(({ lane, from, to }) => {
    const shown = shownParts(followed(slicePath(lane.table, from, to), project).map(project));
    return shown.map((part) => {
      const line = thin(part, RIBBON_WIDTH * 0.8);
      if (line.length < 2) return '';
      const shifted = beside(line, ribbonOffset(ship, lane, project));
      return lengthOf(shifted) < 1 ? '' : pathData(shifted);
    });
  });
  return parts.flat().join('');
}

/**
 * The best guess of a ship as a mark, or null where none can be made.
 *
 * @param berth how many other ships lie in the same port already, so that they stand side by side
 */
export function shipMark(
  ship: number,
  now: Whereabouts,
  berth: number,
  ports: readonly PortMark[],
  project: Project,
): ShipMark | null {
  const { best } = now;
  if (best.kind === 'unknown') return null;
  if (best.kind === 'port') {
    const port = ports.find((mark) => mark.port.id === best.port);
    if (!port) return null;
    const side = port.label.anchor === 'end' ? -1 : 1;
    const dx = side * (Math.max(port.doubt, 8) + 18 + berth * 34);
    return { ship, at: { x: port.at.x + dx, y: port.at.y + (port.label.dy > 0 ? 0 : 6) }, course: null };
  }
  const { position, bearing } = alongPath(best.lane.table, best.share);
  const at = project(position);
  if (at === HIDDEN) return null;
  const course = bearing + northOf(position, at, project) + (best.reversed ? 180 : 0);
  return { ship, at, course: (course + 360) % 360 };
}

/** Direction of north at a position, degrees clockwise from the top of the picture. */
function northOf([lon, lat]: LonLat, at: Point, project: Project): number {
  if (!project.round) return 0;
  const step = lat > 0 ? -0.01 : 0.01;
  const there = project([lon, lat + step]);
  return (Math.atan2((there.x - at.x) / step, (at.y - there.y) / step) * 180) / Math.PI;
}

function lengthOf(line: readonly Point[]): number {
  let length = 0;
  for (let at = 1; at < line.length; at++) {
    const [a, b] = [line[at - 1] as Point, line[at] as Point];
    length += Math.hypot(b.x - a.x, b.y - a.y);
  }
  return length;
}

/** West, south, east and north of everything that is to be seen. Longitudes run on past 180 with the lanes. */
export function boundsOf(lanes: readonly Lane[], ports: readonly Port[]): [number, number, number, number] | null {
  const lines = lanes.length > 0 ? lanes.map(({ table }) => table.points) : [ports.map(({ position }) => position)];
  const lons = new Float64Array(lines.reduce((sum, line) => sum + line.length, 0));
  if (lons.length === 0) return null;
  let [south, north, at] = [90, -90, 0];
  // One after the other: there may be hundreds of thousands.
  for (const line of lines) {
    for (const [lon, lat] of line) {
      lons[at++] = nearestCopy(lon, 0);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  const [west, east] = narrowestSpan(lons.sort());
  return [west, south, east, north];
}

/** West and east end of the shortest stretch that holds all longitudes, which rise; east is beyond 180 where it crosses the 180th meridian. */
function narrowestSpan(lons: Float64Array): readonly [number, number] {
  const [first = 0, last = first] = [lons[0], lons.at(-1)];
  let span: readonly [number, number] = [first, last];
  for (let at = 1; at < lons.length; at++) {
    const [lon, next] = [lons[at - 1] as number, lons[at] as number];
    if (lon + 360 - next < span[1] - span[0]) span = [next, lon + 360];
  }
  return span;
}
