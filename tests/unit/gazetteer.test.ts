import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldPlace, MOST_CANDIDATES, readGazetteer, TOWN_ERROR_KM } from '../../src/dataset/gazetteer.ts';

const find = readGazetteer(readFileSync('public/gazetteer/places.tsv', 'utf8'));
const first = (name: string): string => {
  const [best] = find(name);
  return best ? `${best.name}, ${best.country}` : 'none';
};

describe('names are compared without what spellings differ in', () => {
  test.each([
    ['São Sebastião', 'sao sebastiao'],
    ["Arkhangel'sk", 'arkhangelsk'],
    ['Świnoujście', 'swinoujscie'],
    ['Tromsø', 'tromso'],
    ['SAINT-MALO', 'st malo'],
    ['부산', '부산'],
  ])('%s', (name, folded) => expect(foldPlace(name)).toBe(folded));
});

describe('the shipped gazetteer', () => {
  test.each([
    ['Busan', 'Busan, South Korea'],
    ['PUSAN', 'Busan, South Korea'],
    ['부산', 'Busan, South Korea'],
    ['Port of Rotterdam', 'Rotterdam, Netherlands'],
    ['Rotterdam, United States', 'Rotterdam, United States'],
    ['NLRTM', 'Rotterdam, Netherlands'],
    ['Göteborg', 'Gothenburg, Sweden'],
    ['Gdansk', 'Gdańsk, Poland'],
    ['Najin', 'Rajin, North Korea'],
    ['Port Said', 'Port Said, Egypt'],
    ['Suva', 'Suva, Fiji'],
    ['Vladivostock', 'Vladivostok, Russia'],
    ['Hamburg', 'Hamburg, Germany'],
    ['Rottredam', 'Rotterdam, Netherlands'],
    ['Порт Владивосток', 'Vladivostok, Russia'],
  ])('%s: %s', (name, expected) => expect(first(name)).toBe(expected));

  test('says nothing where it knows nothing', () => {
    expect(find('Qqxzvbn')).toEqual([]);
    expect(find('')).toEqual([]);
    expect(find('  ,')).toEqual([]);
  });

  test('offers every place of a name, listed ports first, with the doubt of a town', () => {
    const towns = find('Newport');
    expect(towns.length).toBeGreaterThan(2);
    expect(towns.length).toBeLessThanOrEqual(MOST_CANDIDATES);
    expect(towns[0]?.unlocode).toBeDefined();
    expect(towns.every(({ positionErrorKm }) => positionErrorKm === TOWN_ERROR_KM)).toBe(true);
  });

  test('holds positions of the earth alone', () => {
    for (const name of ['Suva', 'Apia', 'Nome', 'Ushuaia']) {
      const [
        {
          position: [lon, lat],
        } = { position: [999, 999] as const },
      ] = find(name);
      expect(Math.abs(lon)).toBeLessThanOrEqual(180);
      expect(Math.abs(lat)).toBeLessThanOrEqual(90);
    }
  });
});

test('rows of another form are passed over, and no text breaks it', () => {
  expect(readGazetteer('\nXX\nFJ\tSuva\tfar\taway\nFJ\tSuva\t-18.1\t178.4')('suva')).toHaveLength(1);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 30 }), (text, name) => {
      expect(Array.isArray(readGazetteer(text)(name))).toBe(true);
    }),
    { numRuns: 100 },
  );
});
