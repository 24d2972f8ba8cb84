/**
 * A north-up Web Mercator camera without a map: for the still picture and where WebGL is missing. The same mathematics as
 * MapLibre's (spherical Mercator, the world 512 px wide at zoom 0), so that both draw a mark at the same pixel.
 */
import type { LonLat } from '../model/records.ts';

/** Zoom, and the position at the middle of the picture in degrees. */
export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lng: number;
}

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** CSS pixels kept free at each side. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** West, south, east, north; degrees. East is beyond 180 where the bounds cross the 180th meridian. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface Projection {
  /** The pixel of a position: of its copies 360 degrees apart, the one nearest the middle of the picture. Latitude within 85.05. */
  readonly project: (position: LonLat) => Point;
  /** The position of a pixel. Longitude is within 180 degrees of the middle of the picture, so it may be beyond 180. */
  readonly unproject: (point: Point) => LonLat;
}

const TILE = 512;
/** Where the Mercator square ends. */
const GREATEST_LATITUDE = 85.051129;
const RADIAN = 180 / Math.PI;

/** Where a longitude lies in the Mercator square: 0 at 180 degrees west, 1 at 180 degrees east, on beyond both. */
export const mercatorX = (lon: number) => (180 + lon) / 360;
/** Where a latitude lies in the Mercator square: 0 in the north, 1 in the south. */
export const mercatorY = (lat: number) => {
  const held = Math.max(-GREATEST_LATITUDE, Math.min(GREATEST_LATITUDE, lat));
  return (180 - RADIAN * Math.log(Math.tan(Math.PI / 4 + held / RADIAN / 2))) / 360;
};
const longitude = (x: number) => x * 360 - 180;
const latitude = (y: number) => 2 * RADIAN * Math.atan(Math.exp((180 - y * 360) / RADIAN)) - 90;

/** The longitude, moved by whole turns, that lies within 180 degrees of another. */
export function nearestCopy(lon: number, middle: number): number {
  return lon - 360 * Math.round((lon - middle) / 360);
}

/** Projection of a camera onto a picture of a size. */
export function mercatorCamera({ zoom, lat, lng }: Camera, { width, height }: Size): Projection {
  const world = TILE * 2 ** zoom;
  const left = mercatorX(lng) * world - width / 2;
  const top = mercatorY(lat) * world - height / 2;
  return {
    project: ([lon, latitudeOf]) => ({
      x: mercatorX(nearestCopy(lon, lng)) * world - left,
      y: mercatorY(latitudeOf) * world - top,
    }),
    unproject: ({ x, y }) => [longitude((x + left) / world), latitude((y + top) / world)],
  };
}

/** The padding, made smaller in proportion where it would leave less than half of a side of the picture. */
export function leavingHalf({ width, height }: Size, { top, right, bottom, left }: Padding): Padding {
  const across = Math.min(1, width / 2 / (left + right || 1));
  const down = Math.min(1, height / 2 / (top + bottom || 1));
  return { top: top * down, right: right * across, bottom: bottom * down, left: left * across };
}

/**
 * The camera at which the bounds just fit into the picture less its padding, and stand in the middle of what is left.
 * Zoom is held to `zooms` [least, greatest].
 * @throws RangeError where the padding leaves nothing of the picture, or west lies beyond east or south beyond north.
 */
export function fitCamera(
  [west, south, east, north]: Bounds,
  { width, height }: Size,
  { top, right, bottom, left }: Padding,
  [least, greatest]: readonly [number, number] = [0, 22],
): Camera {
  const room = { x: width - left - right, y: height - top - bottom };
  if (room.x <= 0 || room.y <= 0) throw new RangeError(`padding leaves ${room.x} x ${room.y} px`);
  if (west > east || south > north) throw new RangeError(`bounds are inside out: ${[west, south, east, north]}`);
  const span = { x: mercatorX(east) - mercatorX(west), y: mercatorY(south) - mercatorY(north) };
  const scale = Math.min(room.x / span.x, room.y / span.y);
  // A single position spans nothing and fits at any zoom.
  const zoom = Math.max(least, Math.min(greatest, Math.log2(scale / TILE)));
  const world = TILE * 2 ** zoom;
  const x = (mercatorX(west) + mercatorX(east)) / 2 + (right - left) / 2 / world;
  const y = (mercatorY(south) + mercatorY(north)) / 2 + (bottom - top) / 2 / world;
  return { zoom, lat: latitude(y), lng: longitude(x) };
}

/**
 * As `fitCamera`, for padding that was laid out for the size of a moment ago: while a page is being styled there may be
 * less room by now, or none yet.
 */
export function fitWithin(
  bounds: Bounds,
  { width, height }: Size,
  padding: Padding,
  zooms: readonly [number, number],
): Camera {
  const size = { width: Math.max(1, width), height: Math.max(1, height) };
  return fitCamera(bounds, size, leavingHalf(size, padding), zooms);
}
