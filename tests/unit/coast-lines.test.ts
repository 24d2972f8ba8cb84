import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { LEVELS } from '../../src/map/basemap-data.ts';
import { shoreLines } from '../../src/map/coast.ts';

const polygon = (ring: Position[]): Feature => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Polygon', coordinates: [ring] },
});

describe('the shore of clipped land', () => {
  test('has no side along the box, also where smoothing moved it a little or cut a corner', () => {
    const ring = [
      [0.003, 0],
      [4, 0.00002],
      [5, 3],
      [4, 10],
      [0.003, 10],
      [0, 9.997],
      [0, 0.002],
      [0.003, 0],
    ];
    expect(shoreLines([polygon(ring)], [0, 0, 10, 10])).toEqual([
      [
        [4, 0.00002],
        [5, 3],
        [4, 10],
      ],
    ]);
  });

  test.each(['near', 'region'] as const)('of %s, as shipped, has none', (level) => {
    const text = readFileSync(`public/basemap/${level}-land.geojson`, 'utf8');
    const { features } = JSON.parse(text) as FeatureCollection;
    const [west, south, east, north] = LEVELS[level].box;
    const lines = shoreLines(features, LEVELS[level].box);
    expect(lines.length).toBeGreaterThan(30);
    // Two positions in a row within a hundredth of a degree of one edge, far from each other: nothing natural is that straight.
    const along = lines.flatMap((line) =>
      line.filter((b, index) => {
        const a = line[index - 1];
        if (!a) return false;
        const near = (axis: 0 | 1, edge: number) =>
          [a, b].every((position) => Math.abs((position[axis] ?? 0) - edge) < 0.01);
        const long = Math.hypot((b[0] ?? 0) - (a[0] ?? 0), (b[1] ?? 0) - (a[1] ?? 0)) > 0.1;
        return long && (near(0, west) || near(0, east) || near(1, south) || near(1, north));
      }),
    );
    expect(along).toEqual([]);
  });
});
