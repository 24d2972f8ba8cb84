import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bounds, fitCamera, fitWithin, leavingHalf, mercatorCamera } from '../../src/scene/camera.ts';

const SIZE = { width: 1280, height: 490 };
const camera = fc.record({
  zoom: fc.double({ min: 1, max: 13.5, noNaN: true }),
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});
const bounds = fc
  .tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -70, max: 60, noNaN: true }),
    fc.double({ min: 0.01, max: 60, noNaN: true }),
    fc.double({ min: 0.01, max: 15, noNaN: true }),
  )
  .map(([west, south, wide, high]): Bounds => [west, south, west + wide, south + high]);

describe('mercatorCamera', () => {
  test('puts the whole world on a square of 512 px at zoom 0', () => {
    const { project } = mercatorCamera({ zoom: 0, lat: 0, lng: 0 }, { width: 512, height: 512 });
    expect(project([0, 0])).toEqual({ x: 256, y: 256 });
    expect(project([-90, 0]).x).toBeCloseTo(128, 9);
    expect(project([0, 85.051129]).y).toBeCloseTo(0, 4);
    // The Mercator ordinate of 45 degrees is ln(1 + sqrt 2) of an earth's radius.
    expect(project([0, 45]).y).toBeCloseTo(256 - (512 * Math.log(1 + Math.SQRT2)) / (2 * Math.PI), 9);
  });

  test('doubles distances with each zoom', () => {
    const near = mercatorCamera({ zoom: 8, lat: 42.5, lng: 131 }, SIZE).project([131.5, 42.7]);
    const nearer = mercatorCamera({ zoom: 9, lat: 42.5, lng: 131 }, SIZE).project([131.5, 42.7]);
    expect(nearer.x - 640).toBeCloseTo(2 * (near.x - 640), 6);
    expect(nearer.y - 245).toBeCloseTo(2 * (near.y - 245), 6);
  });

  test('draws the copy of a position that is nearest the middle', () => {
    const { project } = mercatorCamera({ zoom: 3, lat: 50, lng: 179 }, SIZE);
    expect(project([-179, 50]).x).toBeCloseTo(project([181, 50]).x, 9);
    expect(project([-179, 50]).x).toBeGreaterThan(640);
  });

  test('unproject undoes project', () => {
    fc.assert(
      fc.property(
        camera,
        fc.double({ min: 0, max: 1280, noNaN: true }),
        fc.double({ min: 0, max: 490, noNaN: true }),
        (at, x, y) => {
          const { project, unproject } = mercatorCamera(at, SIZE);
          const [lon, lat] = unproject({ x, y });
          fc.pre(Math.abs(lat) < 85 && Math.abs(lon - at.lng) < 179.9);
          const back = project([lon, lat]);
          expect(back.x).toBeCloseTo(x, 5);
          expect(back.y).toBeCloseTo(y, 5);
        },
      ),
    );
  });
});

describe('fitCamera', () => {
  test('shows the bounds within the padding, and touches it on two sides', () => {
    const padding = { top: 170, right: 450, bottom: 72, left: 260 };
    fc.assert(
      fc.property(bounds, (box) => {
        const { project } = mercatorCamera(fitCamera(box, SIZE, padding), SIZE);
        const [west, south, east, north] = box;
        const { x: left, y: bottom } = project([west, south]);
        const { x: right, y: top } = project([east, north]);
        const free = [left - 260, 1280 - 450 - right, top - 170, 490 - 72 - bottom];
        for (const px of free) expect(px).toBeGreaterThan(-1e-4);
        expect(left - 260).toBeCloseTo(830 - right, 4);
        expect(top - 170).toBeCloseTo(418 - bottom, 4);
        expect(Math.min(left - 260, top - 170)).toBeCloseTo(0, 4);
      }),
    );
  });

  test('holds the zoom to its limits: a single position has no extent', () => {
    const padding = { top: 0, right: 0, bottom: 0, left: 0 };
    expect(fitCamera([130, 42, 130, 42], SIZE, padding, [1, 13.5]).zoom).toBe(13.5);
    expect(fitCamera([-180, -80, 180, 80], { width: 100, height: 100 }, padding, [1, 13.5]).zoom).toBe(1);
  });

  test('fits after all where the padding was laid out for a larger size', () => {
    const size = { width: 1100, height: 40 };
    const laidOut = { top: 150, right: 470, bottom: 76, left: 460 };
    const small = leavingHalf(size, laidOut);
    expect([small.top + small.bottom, small.left + small.right].map(Math.round)).toEqual([20, 550]);
    expect(fitWithin([130, 42, 131, 43], size, laidOut, [0, 22])).toEqual(fitCamera([130, 42, 131, 43], size, small));
    expect(fitWithin([130, 42, 131, 43], { width: 1100, height: 0 }, laidOut, [1, 22]).zoom).toBe(1);
  });

  test('refuses padding that leaves nothing, and bounds that are inside out', () => {
    const none = { top: 0, right: 0, bottom: 0, left: 0 };
    expect(() => fitCamera([130, 42, 131, 43], SIZE, { ...none, left: 1280 })).toThrow(RangeError);
    expect(() => fitCamera([131, 42, 130, 43], SIZE, none)).toThrow(RangeError);
  });
});
