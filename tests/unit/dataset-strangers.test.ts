import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/dataset/problem.ts';
import { type CaseRead, readCase } from '../../src/dataset/read.ts';
import type { Dataset } from '../../src/model/records.ts';
import { runs } from './runs.ts';

// Data may be a stranger's. Whatever is in the files, the reader says what is wrong and keeps the rest.

const load = (name: string): string => readFileSync(`tests/fixtures/pacific-case/${name}`, 'utf8');
const PORTS = load('ports.geojson');
const VOYAGES = load('voyages.json');

function read(ports: string, voyages: string): CaseRead {
  return readCase({ ports: { name: 'ports.geojson', text: ports }, voyages: { name: 'voyages.json', text: voyages } });
}

/** What every read promises, whatever was read. */
function expectWhole({ dataset, problems }: CaseRead): void {
  for (const problem of problems) {
    expect(['ports.geojson', 'voyages.json']).toContain(problem.file);
    expect(describeProblem(problem)).toContain(problem.expected);
  }
  if (dataset === null) {
    expect(problems).not.toEqual([]);
    return;
  }
  const known = (records: readonly { id: string }[]) => new Set(records.map((record) => record.id));
  const [ports, vessels, claims, sources, voyages] = [
    known(dataset.ports),
    known(dataset.vessels),
    known(dataset.claims),
    known(dataset.sources),
    known(dataset.voyages),
  ];
  for (const claim of dataset.claims) {
    expect(claim.sources.length).toBeGreaterThan(0);
    expect(claim.sources.every((id) => sources.has(id))).toBe(true);
    expect(claim.contradicts.every((id) => claims.has(id))).toBe(true);
  }
  for (const voyage of dataset.voyages) {
    expect(vessels.has(voyage.vessel)).toBe(true);
    expect(voyage.after.every((id) => voyages.has(id))).toBe(true);
    expect(voyage.legs.every((leg) => ports.has(leg.from) && ports.has(leg.to))).toBe(true);
    for (const [index, leg] of voyage.legs.entries()) {
      expect(leg.from).toBe(voyage.legs[index - 1]?.to ?? leg.from);
    }
  }
  for (const sighting of dataset.sightings) {
    expect(ports.has(sighting.port)).toBe(true);
    expect(sighting.vessel === null || vessels.has(sighting.vessel)).toBe(true);
    expect(sighting.voyage === undefined || voyages.has(sighting.voyage)).toBe(true);
    expect(sighting.voyage === undefined).toBe(sighting.call === undefined);
  }
}

/** Every place in a JSON value, as the steps that lead there. */
function places(value: unknown, steps: string[] = []): string[][] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, entry]) => places(entry, [...steps, key]))
      : [];
  return steps.length === 0 ? inner : [steps, ...inner];
}

function withValueAt(text: string, steps: readonly string[], value: unknown): string {
  const root: unknown = JSON.parse(text);
  const holder = steps.slice(0, -1).reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), root);
  Object.defineProperty(holder, steps.at(-1) ?? '', { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(root);
}

describe('any input', () => {
  test('any text in either file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, inPorts) => {
        const result = inPorts ? read(text, VOYAGES) : read(PORTS, text);
        expect(result.dataset).toBeNull();
        expectWhole(result);
      }),
    );
  });

  test('any JSON in both files', () => {
    fc.assert(fc.property(fc.json(), fc.json(), (ports, voyages) => expectWhole(read(ports, voyages))));
  });

  test('any JSON in the place of any value of a good file', () => {
    const ported = places(JSON.parse(PORTS)).map((steps) => ({ steps, inPorts: true }));
    const voyaged = places(JSON.parse(VOYAGES)).map((steps) => ({ steps, inPorts: false }));
    const odd = fc.constantFrom<unknown>(null, '', '__proto__', 'constructor', [], {}, -1, 1e308, [[]], { length: 3 });
    fc.assert(
      fc.property(
        fc.constantFrom(...ported, ...voyaged),
        fc.oneof(odd, fc.jsonValue()),
        ({ steps, inPorts }, value) => {
          const ports = inPorts ? withValueAt(PORTS, steps, value) : PORTS;
          const voyages = inPorts ? VOYAGES : withValueAt(VOYAGES, steps, value);
          expectWhole(read(ports, voyages));
        },
      ),
      { numRuns: runs(1500) },
    );
  });

  test('very deep nesting, a very long text, a field named __proto__', () => {
    expectWhole(read(`${'['.repeat(5000)}${']'.repeat(5000)}`, VOYAGES));
    expectWhole(read(PORTS, withValueAt(VOYAGES, ['title'], 'a'.repeat(1_000_000))));
    const polluted = VOYAGES.replace('"version": 1', '"version": 1, "__proto__": { "polluted": true }');
    expectWhole(read(PORTS, polluted));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(read(PORTS, polluted).problems.map((problem) => problem.path)).toEqual(['__proto__']);
  });
});

const LISTS = ['sources', 'claims', 'vessels', 'voyages', 'sightings', 'events'] as const;

/** The ids of a dataset that stay when one record is gone: all that do not need it. */
function staying(dataset: Dataset, list: string, id: string): string[] {
  const needs = (kind: string, needed: readonly (string | null)[]) => list === kind && needed.includes(id);
  return [
    ...dataset.ports.map((port) => [`ports ${port.id}`, false] as const),
    ...dataset.sources.map((source) => [`sources ${source.id}`, false] as const),
    ...dataset.vessels.map((vessel) => [`vessels ${vessel.id}`, false] as const),
    ...dataset.events.map((event) => [`events ${event.id}`, false] as const),
    ...dataset.claims.map(
      (claim) => [`claims ${claim.id}`, claim.sources.length === 1 && needs('sources', claim.sources)] as const,
    ),
    ...dataset.voyages.map(
      ({ id: own, vessel, legs }) =>
        [
          `voyages ${own}`,
          needs('vessels', [vessel]) ||
            needs(
              'ports',
              legs.flatMap((leg) => [leg.from, leg.to]),
            ),
        ] as const,
    ),
    ...dataset.sightings.map(
      ({ id: own, vessel, port }) =>
        [`sightings ${own}`, needs('vessels', [vessel]) || needs('ports', [port])] as const,
    ),
  ].flatMap(([name, gone]) => (gone || name === `${list} ${id}` ? [] : [name]));
}

test('when one record is broken, every record that does not need it stays', () => {
  const good = read(PORTS, VOYAGES).dataset;
  if (good === null) throw new Error('the good case cannot be read');
  const records = [
    ...good.ports.map(({ id }, index) => ({ list: 'ports', id, index })),
    ...LISTS.flatMap((list) => good[list].map(({ id }, index) => ({ list, id, index }))),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...records), fc.jsonValue(), ({ list, id, index }, broken) => {
      const result =
        list === 'ports'
          ? read(withValueAt(PORTS, ['features', String(index)], broken), VOYAGES)
          : read(PORTS, withValueAt(VOYAGES, [list, String(index)], broken));
      if (result.dataset === null) throw new Error('one broken record takes the case with it');
      const kept = (['ports', ...LISTS] as const).flatMap((kind) =>
        (result.dataset?.[kind] ?? []).map((record) => `${kind} ${record.id}`),
      );
      expect(kept.sort()).toEqual(staying(good, list, id).sort());
      const path = list === 'ports' ? `features[${index}]` : `${list}[${index}]`;
      expect(result.problems.some((problem) => problem.path.startsWith(path))).toBe(true);
    }),
    { numRuns: runs(400) },
  );
});
