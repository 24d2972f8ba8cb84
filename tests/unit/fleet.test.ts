import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileOf } from '../../src/dataset/formats/reading.ts';
import { readForeignFile } from '../../src/dataset/recognise.ts';
import { geodesicKm } from '../../src/model/geodesy.ts';
import type { LonLat } from '../../src/model/records.ts';
import { caseOf } from '../../src/state/open-address.ts';
import { linesOf } from '../../src/state/sea-lines.ts';
import { fleetCase, fleetRoutes, fleetTable, readWorld } from '../bench/fleet.ts';
import { positionReports } from '../bench/fleet-positions.ts';
import { build } from './format-fixtures.ts';

// The big cases of the bench: what is measured with them is worth nothing where half of it is refused.

const world = readWorld(readFileSync('tests/bench/world-lanes.tsv', 'utf8'));
test('a case of 1,000 voyages is read without a word and contradicts itself nowhere', async () => {
  const read = await readForeignFile(fileOf('fleet.json', JSON.stringify(fleetCase(world, 1000))));
  if (read.kind !== 'case' || !read.dataset) throw new Error('not read');
  expect(read.findings).toEqual([]);
  expect(read.dataset.voyages).toHaveLength(1000);
  expect(read.dataset.vessels).toHaveLength(100);
  expect(read.dataset.ports.length).toBeGreaterThan(300);
  const { ships, lanes } = caseOf(read.dataset, linesOf(fleetRoutes(world)));
  expect(lanes.every(({ kind }) => kind === 'sea')).toBe(true);
  expect(ships.flatMap(({ contradictions }) => contradictions)).toEqual([]);
  expect(ships.filter(({ tooManyOrders }) => tooManyOrders)).toEqual([]);
  expect(ships.every(({ voyages }) => voyages.every(({ drawn }) => drawn))).toBe(true);
  const points = lanes.map(({ table }) => table.points.map(([lon]) => lon));
  expect(points.some((lons) => Math.max(...lons) > 180 || Math.min(...lons) < -180)).toBe(true);
});

test('the table of it has the same voyages, and asks nothing', async () => {
  const read = await readForeignFile(fileOf('fleet.csv', fleetTable(world, 200)));
  if (read.kind !== 'table') throw new Error('no table');
  const { dataset, questions, findings } = build(read.table, {});
  expect([questions, findings.filter(({ kept }) => !kept)]).toEqual([[], []]);
  expect(dataset?.voyages).toHaveLength(200);
});

test('position reports go no faster than ships do, and none is left out', async () => {
  const text = [...positionReports(world, 20_000, 100)].join('');
  const rows = text.trim().split('\n').slice(1);
  expect(rows.length).toBeGreaterThanOrEqual(20_000);
  const last = new Map<string, { readonly at: LonLat; readonly t: number }>();
  for (const row of rows) {
    const [mmsi = '', time, lat, lon] = row.split(',');
    const [at, t] = [[Number(lon), Number(lat)] as const, Date.parse(`${time}Z`)];
    const before = last.get(mmsi);
    if (before) expect(geodesicKm(before.at, at) / ((t - before.t) / 3_600_000)).toBeLessThan(25 * 1.852);
    last.set(mmsi, { at, t });
  }
  const read = await readForeignFile(fileOf('reports.csv', text));
  if (read.kind !== 'case') throw new Error('not read');
  expect(read.findings.filter(({ kept, code }) => !kept || code === 'too-fast')).toEqual([]);
  expect(read.dataset?.vessels).toHaveLength(100);
});

test('the same seed makes the same fleet, another another', () => {
  expect(fleetCase(world, 50, 7)).toEqual(fleetCase(world, 50, 7));
  expect(fleetCase(world, 50, 7)).not.toEqual(fleetCase(world, 50, 8));
});
