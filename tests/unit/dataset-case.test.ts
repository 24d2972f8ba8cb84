import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../src/dataset/read.ts';
import { portCalls } from '../../src/dataset/voyages.ts';

const folder = 'data/najin-dunay';
const file = (name: string) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') });
const { dataset, problems } = readCase({ ports: file('ports.geojson'), voyages: file('voyages.json') });
if (dataset === null) throw new Error('the case cannot be read');

describe('the case Najin - Dunay', () => {
  test('reads without a problem', () => {
    expect(problems).toEqual([]);
  });

  test('has five voyages, three of Angara and two of Maria, in no stated order', () => {
    const ships = dataset.voyages.map((voyage) => voyage.vessel);
    expect(ships.filter((ship) => ship === 'angara')).toHaveLength(3);
    expect(ships.filter((ship) => ship === 'maria')).toHaveLength(2);
    expect(ships).toHaveLength(5);
    expect(dataset.voyages.flatMap((voyage) => voyage.after)).toEqual([]);
    for (const voyage of dataset.voyages) expect(portCalls(voyage)).toEqual(['dunay', 'najin', 'dunay']);
  });

  test('dates no leg but those of the trip said to have been in September, and those to the month', () => {
    const dates = dataset.voyages.flatMap(({ id, legs }) =>
      legs.flatMap((leg) => [leg.depart, leg.arrive]).flatMap((date) => (date === undefined ? [] : [[id, date]])),
    );
    expect(dates).toEqual([
      ['maria-september', '2023-09'],
      ['maria-september', '2023-09'],
    ]);
    expect(dataset.voyages.flatMap((voyage) => voyage.legs).every((leg) => leg.track.length === 0)).toBe(true);
  });

  test('names a ship in a sighting only where the source does', () => {
    const named = dataset.sightings.filter((sighting) => sighting.vessel !== null).map((sighting) => sighting.id);
    expect(named).toEqual(['dunay-12-september', 'najin-10-october', 'dunay-14-october']);
  });

  test('binds a voyage by the sightings that are strong enough, at the right call', () => {
    const binding = dataset.sightings.filter((sighting) => sighting.voyage !== undefined && sighting.binds);
    expect(binding.map(({ voyage, call, date, what }) => [voyage, call, date, what])).toEqual([
      ['angara-august', 1, '2023-08-26', 'ship'],
      ['angara-white-house', 1, '[2023-09-07..2023-09-08]', 'cargo-waiting'],
      ['angara-white-house', 2, '2023-09-12', 'ship'],
      ['maria-october', 1, '2023-10-10/2023-10-11', 'ship'],
      ['maria-october', 2, '2023-10-14', 'ship'],
    ]);
  });

  test('counts the trips as the sources do, from three to six', () => {
    const counts = dataset.claims.filter((claim) => claim.topic === 'trips').map((claim) => [claim.id, claim.count]);
    expect(Object.fromEntries(counts)).toEqual({
      A1: { least: 5 },
      A5: { least: 4 },
      A6: { least: 6 },
      A7: { least: 3 },
      A8: { least: 5, most: 5 },
    });
  });

  test('says of every contradiction on both sides that it is one', () => {
    const claims = new Map(dataset.claims.map((claim) => [claim.id, claim]));
    const pairs = dataset.claims.flatMap((claim) => claim.contradicts.map((other) => [claim.id, other] as const));
    expect(pairs.length).toBeGreaterThan(20);
    for (const [id, other] of pairs) expect(claims.get(other)?.contradicts, `${other} and ${id}`).toContain(id);
  });

  test('refers to no claim and no source that is not there, and uses every source', () => {
    const claims = new Set(dataset.claims.map((claim) => claim.id));
    const cited = [
      dataset.window,
      ...dataset.ports,
      ...dataset.vessels,
      ...dataset.voyages,
      ...dataset.voyages.flatMap((voyage) => voyage.legs),
      ...dataset.sightings,
      ...dataset.events,
    ].flatMap((record) => record.claims);
    expect(cited.filter((id) => !claims.has(id))).toEqual([]);
    const sources = new Set(dataset.claims.flatMap((claim) => claim.sources));
    expect([...sources].sort()).toEqual(dataset.sources.map((source) => source.id).sort());
  });

  test('gives every text that has languages in all of its four', () => {
    const texts: object[] = [];
    const gather = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('en' in value) texts.push(value);
      else Object.values(value).forEach(gather);
    };
    gather(dataset);
    expect(texts.length).toBeGreaterThan(30);
    for (const text of texts) expect(Object.keys(text)).toEqual(['en', 'ko', 'ru', 'id']);
  });
});
