import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placesOf } from '../../src/analysis/claim-places.ts';
import { consistencyOf } from '../../src/analysis/consistency.ts';
import type { Statement } from '../../src/analysis/ship-statements.ts';
import { addsUpEn } from '../../src/i18n/en/adds-up.ts';
import { laneIdOf } from '../../src/model/lanes.ts';
import { claimsDesk, markedPlaces } from '../../src/ui/analysis/claims-desk.ts';
import { CONTRADICTIONS } from '../../src/ui/analysis/claims-on-map.tsx';
import { randomClaims, shippedCase } from './analysis-cases.ts';
import { dataset, leg, sighting, voyage } from './evidence-case.ts';
import { evenWays, tapeOf, tapes } from './model-cases.ts';
import { pageOf, render, textOf } from './rendered-page.tsx';
import { runs } from './runs.ts';

const claim = (id: string): Statement => ({ kind: 'claim', id });

describe('what a claim speaks of', () => {
  const records = dataset({
    ports: [
      { id: 'alpha', name: 'Alpha', position: [0, 50], claims: ['berth'] },
      { id: 'beta', name: 'Beta', position: [2, 51], claims: [] },
    ],
    voyages: [
      voyage('june', { claims: ['trip', 'seen'] }),
      voyage('july', {
        claims: ['dated'],
        legs: [leg('alpha', 'beta', { depart: '2020-06-20' }), leg('beta', 'alpha')],
      }),
      voyage('bare', { legs: [leg('alpha', 'beta', { arrive: '2020-06-28', via: [[1, 50]] })] }),
    ],
    sightings: [
      sighting('named', { voyage: 'june', call: 1, claims: ['seen'] }),
      sighting('weak', { port: 'alpha', voyage: 'june', call: 2, claims: ['seen'], binds: false }),
      sighting('loose', { port: 'alpha', claims: ['seen'] }),
    ],
  });

  test('its sightings, or the legs it dates; of a voyage as such, every leg', () => {
    expect(placesOf(records, claim('seen'), ['june'])).toEqual({ ports: ['beta'], legs: [] });
    expect(placesOf(records, claim('seen'), null)).toEqual({ ports: ['beta', 'alpha'], legs: [] });
    expect(placesOf(records, claim('dated'), ['july'])).toEqual({ ports: [], legs: [{ voyage: 'july', leg: 0 }] });
    expect(placesOf(records, claim('trip'), null).legs).toHaveLength(2);
    expect(placesOf(records, { kind: 'voyage', id: 'bare' }, null).legs).toEqual([{ voyage: 'bare', leg: 0 }]);
    expect(placesOf(records, { kind: 'sighting', id: 'loose' }, null).ports).toEqual(['alpha']);
    expect(placesOf(records, claim('berth'), null)).toEqual({ ports: ['alpha'], legs: [] });
  });

  test('trips that a reader adds speak of their own ways alone', () => {
    const trips: Statement = { kind: 'trips', id: 'tern' };
    expect(placesOf(records, trips, null, ['bare']).legs).toEqual([{ voyage: 'bare', leg: 0 }]);
    expect(placesOf(records, trips, null)).toEqual({ ports: [], legs: [] });
  });

  test('counts of the case that ships have no place; its contradictions in words that are cited for one do', () => {
    const shipped = shippedCase();
    const counts = shipped.claims.filter(({ count }) => count);
    expect(counts.length).toBeGreaterThan(4);
    for (const { id } of counts) expect(placesOf(shipped, claim(id), null)).toEqual({ ports: [], legs: [] });
    expect(placesOf(shipped, claim('C12'), null)).toEqual({ ports: ['dunay'], legs: [] });
  });

  test('every statement of a contradiction has a place, each of them one of the case', () => {
    let met = 0;
    const property = fc.property(tapes(60), ({ numbers }) => {
      const data = randomClaims(tapeOf(numbers));
      const ways = evenWays(data);
      const { contradictions } = consistencyOf(data, ways);
      const marked = markedPlaces(data, contradictions, [], null);
      for (const statement of contradictions.flatMap(({ statements }) => statements)) {
        met++;
        expect(marked.some(({ statements }) => statements.includes(statement))).toBe(true);
      }
      for (const { kind, id } of marked) {
        const known = kind === 'port' ? data.ports : ways.lanes;
        expect(known.some((one) => one.id === id)).toBe(true);
      }
    });
    fc.assert(property, { numRuns: runs(100) });
    expect(met).toBeGreaterThan(5);
  });

  test('the lane of a leg has the name it is laid by', () => {
    const ways = evenWays(records);
    for (const one of records.voyages)
      one.legs.forEach((sailed, at) => {
        expect(laneIdOf(one.id, sailed, at)).toBe(ways.legPath(one, at).lane.id);
      });
  });
});

describe('the marks on the map', () => {
  const records = dataset({
    claims: ['out', 'home'].map((id) => ({
      id,
      text: `text of ${id}`,
      sources: ['paper'],
      kinds: ['observation' as const],
      contradicts: [],
    })),
    voyages: [voyage('june', { claims: ['out'] })],
    sightings: [
      sighting('at beta', { voyage: 'june', call: 1, claims: ['out'] }),
      sighting('at alpha', { port: 'alpha', date: '2020-06-11', voyage: 'june', call: 2, claims: ['home'] }),
    ],
  });
  const page = pageOf(records, { whatif: 'assume:greatestSpeed:1' });
  const data = page.state.case.value?.dataset ?? records;
  const { contradictions } = consistencyOf(data, evenWays(data, 180));
  const desk = claimsDesk(page.state);
  const project = ([lon, lat]: readonly [number, number]) => ({ x: 100 + lon * 100, y: (53 - lat) * 100 });
  const stage = { width: 800, height: 600, project };
  const drawn = (): string => render(page, <CONTRADICTIONS.Over stage={stage} base="./" taken={[]} />);

  test('a ring about each port, a button a claim, and words that it is no position', () => {
    expect(drawn()).toBe('');
    desk.marked.value = markedPlaces(data, contradictions, [], null);
    const html = drawn();
    expect(html).toMatch(/class="claims-ring" cx="300" cy="200"/);
    expect(html).toMatch(/class="claims-ring" cx="100" cy="300"/);
    expect(html).not.toMatch(/class="claims-way" d="M[\d.]+,[\d.]+L/);
    expect(html).toContain('aria-label="out, Beta: show it in the panel"');
    expect(html).toContain('aria-label="home, Alpha: show it in the panel"');
    expect(textOf(html)).toContain(addsUpEn.claims.onMap);
    expect(html).not.toContain('claims-pointed');
  });

  test('what the reader points at stands out, the rest is pale', () => {
    desk.pointed.value = { kind: 'claim', id: 'out' };
    const html = drawn();
    expect(html).toMatch(/<g class="claims-pointed"><circle class="claims-ring" cx="300"/);
    expect(html).toMatch(/<g class="claims-pale"><circle class="claims-ring" cx="100"/);
    expect(html).toContain('class="claims-tag claims-pointed"');
    desk.pointed.value = null;
  });

  test('a claim beside them that is pointed at is marked as well, a voyage by its whole way', () => {
    const other = { kind: 'voyage' as const, id: 'june' };
    const places = markedPlaces({ ...data, voyages: [voyage('june')] }, contradictions, [], other);
    expect(places.filter(({ kind }) => kind === 'lane')).toEqual([
      { kind: 'lane', id: 'alpha - beta', statements: [other] },
    ]);
    desk.marked.value = places;
    const html = drawn();
    expect(html).toContain('class="claims-way" d="M100');
    expect(html).toContain('aria-label="a voyage, Alpha – Beta: show it in the panel"');
  });
});
