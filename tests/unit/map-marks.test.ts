import { expect, test } from 'vitest';
import type { Port } from '../../src/model/records.ts';
import { boundsOf } from '../../src/scene/map-marks.ts';

const port = (lon: number, lat: number): Port => ({ id: `${lon}`, name: 'A', position: [lon, lat], claims: [] });

test('bounds are the shortest stretch that holds every port, over the 180th meridian too', () => {
  expect(boundsOf([], [])).toBe(null);
  expect(boundsOf([], [port(130, 42), port(132, 43), port(131, 41)])).toEqual([130, 41, 132, 43]);
  expect(boundsOf([], [port(178.4, -18), port(-171.8, -14), port(-175.2, -21)])).toEqual([178.4, -21, 188.2, -14]);
  expect(boundsOf([], [port(190, 0), port(170, 1)])).toEqual([170, 0, 190, 1]);
  expect(boundsOf([], [port(5, 5)])).toEqual([5, 5, 5, 5]);
});
