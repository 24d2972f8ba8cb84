import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/dataset/problem.ts';
import { readCase } from '../../src/dataset/read.ts';
import { DEFAULT_ASSUMPTIONS } from '../../src/model/assumptions.ts';

const load = (name: string): string => readFileSync(`tests/fixtures/pacific-case/${name}`, 'utf8');
const PORTS = load('ports.geojson');
const VOYAGES = load('voyages.json');

/** What to write where in the good files; undefined removes. GeoJSON's own words lead into the ports. */
type Edits = Readonly<Record<string, unknown>>;

/** Writes a value at a path such as `voyages[0].legs[0].depart`. */
function put(root: unknown, path: string, value: unknown): void {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), root);
  if (value === undefined) Reflect.deleteProperty(Object(holder), last);
  else Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
}

/** Reads the good case after some edits. */
function spoilt(edits: Edits) {
  const voyages: unknown = JSON.parse(VOYAGES);
  const ports: unknown = JSON.parse(PORTS);
  for (const [path, value] of Object.entries(edits)) put(/^(features|crs)/.test(path) ? ports : voyages, path, value);
  const read = readCase({
    ports: { name: 'ports.geojson', text: JSON.stringify(ports) },
    voyages: { name: 'voyages.json', text: JSON.stringify(voyages) },
  });
  const places = read.problems.map((problem) => [problem.path, problem.record]);
  if (read.dataset === null) throw new Error(read.problems.map(describeProblem).join('\n'));
  return { ...read, dataset: read.dataset, places };
}

const ids = (records: readonly { id: string }[]): string[] => records.map((record) => record.id);

describe('a good case', () => {
  const { dataset, problems } = spoilt({});

  test('has no problems', () => expect(problems).toEqual([]));

  test('keeps every record, in the order of the file', () => {
    expect(ids(dataset.ports)).toEqual(['suva', '7', 'nukualofa']);
    expect(ids(dataset.voyages)).toEqual(['t1', 't2', 'n1']);
    expect(ids(dataset.claims)).toEqual(['one', 'two', 'three']);
    expect(ids(dataset.sightings)).toEqual(['s1', 's2', 's3']);
  });

  test('takes a source and a kind alone or in a list', () => {
    expect(dataset.claims[0]).toMatchObject({ sources: ['gazette'], kinds: ['observation'] });
    expect(dataset.claims[1]).toMatchObject({ sources: ['gazette', 'log'], kinds: ['statement', 'relay'] });
  });

  test('reads the times of a track with their zone, and positions without their height', () => {
    const track = dataset.voyages[2]?.legs[0]?.track;
    expect(track?.map((fix) => new Date(fix.time).toISOString())).toEqual([
      '2019-05-01T06:00:00.000Z',
      '2019-05-01T06:30:00.000Z',
      '2019-05-02T06:00:00.000Z',
    ]);
    expect(track?.[2]?.position).toEqual([-174, -19]);
  });

  test('finds the call of a sighting where the voyage calls at its port once', () => {
    expect(dataset.sightings[0]).toMatchObject({ voyage: 't1', call: 1, what: 'ship', reading: 'once', binds: true });
    expect(dataset.sightings[2]).not.toHaveProperty('voyage');
  });

  test('takes what is not assumed from the defaults', () => {
    expect(dataset.assumptions).toEqual({
      ...DEFAULT_ASSUMPTIONS,
      greatestSpeed: { value: 14, reason: 'Old ships.' },
    });
  });

  test('takes a window alone or with its claims', () => {
    expect(dataset.window).toEqual({ date: '2019-03-01/2019-06-30', claims: [] });
    const told = spoilt({ window: { date: '2019-03/2019-06', claims: ['three'] } });
    expect(told.problems).toEqual([]);
    expect(told.dataset.window).toEqual({ date: '2019-03/2019-06', claims: ['three'] });
  });

  test('passes over a byte order mark', () => {
    const read = readCase({ ports: { name: 'p', text: `\uFEFF${PORTS}` }, voyages: { name: 'v', text: VOYAGES } });
    expect(read.problems).toEqual([]);
  });
});

describe('a file that cannot be used at all', () => {
  const read = (ports: string, voyages: string) =>
    readCase({ ports: { name: 'ports.geojson', text: ports }, voyages: { name: 'voyages.json', text: voyages } });
  const without = (key: string): string => JSON.stringify({ ...JSON.parse(VOYAGES), [key]: undefined });
  const withValue = (key: string, value: unknown): string => JSON.stringify({ ...JSON.parse(VOYAGES), [key]: value });

  test.each([
    ['voyages.json', '', PORTS, '{ "version": 1, '],
    ['voyages.json', '', PORTS, '[]'],
    ['voyages.json', '', PORTS, 'null'],
    ['voyages.json', 'version', PORTS, withValue('version', 2)],
    ['voyages.json', 'version', PORTS, withValue('version', '1')],
    ['voyages.json', 'version', PORTS, without('version')],
    ['voyages.json', 'window', PORTS, without('window')],
    ['voyages.json', 'window', PORTS, withValue('window', 'last summer')],
    ['voyages.json', 'window', PORTS, withValue('window', '2019-03-01/..')],
    ['ports.geojson', '', '', VOYAGES],
    ['ports.geojson', '', '{"type":"Feature"}', VOYAGES],
    ['ports.geojson', '', '{"type":"FeatureCollection","features":{}}', VOYAGES],
  ])('%s is named, at "%s" (%#)', (file, path, ports, voyages) => {
    const { dataset, problems } = read(ports, voyages);
    expect(dataset).toBeNull();
    expect(problems.map((problem) => [problem.file, problem.path])).toEqual([[file, path]]);
  });

  test('both files are reported when both are wrong', () => {
    expect(read('<html>', '').problems.map((problem) => problem.file)).toEqual(['ports.geojson', 'voyages.json']);
  });
});

describe('a record that is wrong', () => {
  test.each<[string, string, string | undefined, Edits]>([
    ['a date', 'voyages[0].legs[0].depart', 't1', { 'voyages[0].legs[0].depart': '2019-02-30' }],
    ['a date that is a number', 'sightings[1].date', 's2', { 'sightings[1].date': 2019 }],
    ['a kind', 'claims[2].kind', 'three', { 'claims[2].kind': 'rumour' }],
    ['an empty list of kinds', 'claims[2].kind', 'three', { 'claims[2].kind': [] }],
    ['a reliability', 'claims[2].reliability', 'three', { 'claims[2].reliability': 'G' }],
    ['a credibility', 'claims[2].credibility', 'three', { 'claims[2].credibility': '1' }],
    ['a confidence', 'claims[2].confidence', 'three', { 'claims[2].confidence': 'certain' }],
    ['a missing field', 'vessels[1].name', 'noddy', { 'vessels[1].name': undefined }],
    ['a missing id', 'events[0].id', undefined, { 'events[0].id': undefined }],
    ['an empty id', 'events[0].id', '', { 'events[0].id': '' }],
    ['a control character in an id', 'events[0].id', 'a\u0000', { 'events[0].id': 'a\u0000' }],
    ['a record that is a text', 'events[0]', undefined, { 'events[0]': 'storm' }],
    ['a record that is a list', 'events[0]', undefined, { 'events[0]': ['storm'] }],
    ['a leg that is a list', 'voyages[2].legs[0]', 'n1', { 'voyages[2].legs[0]': [] }],
    ['no legs', 'voyages[2].legs', 'n1', { 'voyages[2].legs': [] }],
    ['a language', 'events[0].title["english, UK"]', 'storm', { 'events[0].title': { 'english, UK': 'x' } }],
    ['texts by no language', 'events[0].title', 'storm', { 'events[0].title': {} }],
    ['a count', 'claims[2].count', 'three', { 'claims[2].count': { least: 3, most: 2 } }],
    ['a waypoint', 'voyages[0].legs[0].via[1]', 't1', { 'voyages[0].legs[0].via[1]': [12, 91] }],
    [
      'a time without zone',
      'voyages[2].legs[0].track[0].time',
      'n1',
      { 'voyages[2].legs[0].track[0].time': '2019-05-01T06:00' },
    ],
    [
      'a track that runs back',
      'voyages[2].legs[0].track[2].time',
      'n1',
      { 'voyages[2].legs[0].track[2].time': '2019-05-01T06:00Z' },
    ],
    ['legs that do not chain', 'voyages[0].legs[1].from', 't1', { 'voyages[0].legs[1].from': 'nukualofa' }],
    ['a leg to where it starts', 'voyages[1].legs[0].to', 't2', { 'voyages[1].legs[0].to': 'suva' }],
    ['an unknown port of a leg', 'voyages[1].legs[0].to', 't2', { 'voyages[1].legs[0].to': 'levuka' }],
    ['an unknown ship', 'voyages[1].vessel', 't2', { 'voyages[1].vessel': 'booby' }],
    ['a ship by a prototype name', 'voyages[1].vessel', 't2', { 'voyages[1].vessel': '__proto__' }],
    ['an unknown ship seen', 'sightings[0].vessel', 's1', { 'sightings[0].vessel': 'booby' }],
    ['an unknown port of a sighting', 'sightings[2].port', 's3', { 'sightings[2].port': 'constructor' }],
    ['a sighting that leaves the ship open', 'sightings[2].vessel', 's3', { 'sightings[2].vessel': undefined }],
    [
      'a port off the globe',
      'features[2].geometry.coordinates',
      'nukualofa',
      { 'features[2].geometry.coordinates': [-21.13, -175.2] },
    ],
  ])('%s: is named at %s', (_, path, record, edits) => {
    const { places, problems, dataset } = spoilt(edits);
    expect(places[0]).toEqual([path, record]);
    expect(problems[0]?.message).toMatch(/left out/);
    const kept = [dataset.claims, dataset.vessels, dataset.voyages, dataset.sightings, dataset.events, dataset.ports];
    expect(kept.flatMap((list) => ids(list))).not.toContain(record ?? 'storm');
  });

  test.each<[string, string, Edits]>([
    ['a second port', 'features[2].id', { 'features[2].id': 'suva' }],
    ['a second port, by number', 'features[2].id', { 'features[2].id': '7' }],
    ['a second claim', 'claims[1].id', { 'claims[1].id': 'one' }],
    ['a second voyage', 'voyages[1].id', { 'voyages[1].id': 't1' }],
    ['a second source', 'sources[1].id', { 'sources[1].id': 'gazette' }],
  ])('%s of the same id is left out, the first stays', (_, path, edits) => {
    const { dataset, problems } = spoilt(edits);
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(dataset.ports[0]?.name).toBe('Suva');
    expect(dataset.claims[0]?.text).toBe('The Tern was at Apia.');
    expect(dataset.voyages[0]?.title).toBe('March');
    expect(dataset.sources[0]?.publisher).toBe('An Invented Gazette');
  });

  test('a claim none of whose sources is known is left out, and so are the references to it', () => {
    const { dataset, problems } = spoilt({ 'claims[2].source': 'hearsay' });
    expect(ids(dataset.claims)).toEqual(['one', 'two']);
    expect(dataset.events[0]?.claims).toEqual([]);
    const last = problems.at(-1);
    expect(last && describeProblem(last)).toBe(
      'voyages.json, events[0].claims[0] (record "storm"): the claim "three" was left out, ' +
        'so the reference is dropped; expected the id of a claim of this case.',
    );
  });
});

describe('a part that is wrong', () => {
  test.each<[string, string, string, Edits]>([
    ['a claim of a leg', 'voyages[0].legs[0].claims[0]', 't1', { 'voyages[0].legs[0].claims': ['four'] }],
    ['a claim of a port', 'features[1].properties.claims[0]', '7', { 'features[1].properties.claims': ['toString'] }],
    ['a claim contradicted', 'claims[0].contradicts[0]', 'one', { 'claims[0].contradicts': ['nine'] }],
    ['one source of two', 'claims[1].source[1]', 'two', { 'claims[1].source': ['gazette', 'hearsay'] }],
    ['an earlier voyage', 'voyages[1].after[0]', 't2', { 'voyages[1].after': ['t9'] }],
    ['an earlier voyage of another ship', 'voyages[1].after[0]', 't2', { 'voyages[1].after': ['n1'] }],
    ['a voyage after itself', 'voyages[1].after[0]', 't2', { 'voyages[1].after': ['t2'] }],
    ['an order in a circle', 'voyages[1].after[0]', 't2', { 'voyages[0].after': ['t2'] }],
    ['a link that runs a script', 'sources[0].url', 'gazette', { 'sources[0].url': 'javascript:alert(1)' }],
    ['a link without encryption', 'sources[0].url', 'gazette', { 'sources[0].url': 'http://gazette.example/' }],
    [
      'a link that hides its host',
      'sources[0].url',
      'gazette',
      { 'sources[0].url': 'https://gazette.example@evil.example/' },
    ],
    ['a misspelt field', 'voyages[0].legs[0].departs', 't1', { 'voyages[0].legs[0].departs': '2019-03' }],
    ['a prototype field', 'vessels[0].__proto__', 'tern', { 'vessels[0].__proto__': { name: 'x' } }],
    ['an unknown property of a port', 'features[0].properties.depth', 'suva', { 'features[0].properties.depth': 9 }],
  ])('%s: is named and dropped, the record stays', (_, path, record, edits) => {
    const { dataset, places } = spoilt(edits);
    expect(places).toEqual([[path, record]]);
    expect(dataset.claims).toHaveLength(3);
    expect(dataset.voyages).toHaveLength(3);
    expect(dataset.sources).toHaveLength(2);
    expect(dataset.ports).toHaveLength(3);
    expect(JSON.stringify(dataset)).not.toMatch(/four|toString|nine|hearsay|t9|javascript|http:|evil|departs|depth/);
  });

  test('unknown fields of the files themselves are named', () => {
    const { places } = spoilt({ vessel: [], crs: {} });
    expect(places).toEqual([
      ['crs', undefined],
      ['vessel', undefined],
    ]);
  });

  test.each<[string, unknown, string]>([
    ['vessels', {}, 'vessels'],
    ['voyages', undefined, 'voyages'],
    ['events', 'none', 'events'],
    ['title', 5, 'title'],
    ['summary', undefined, 'summary'],
    ['assumptions', [], 'assumptions'],
  ])('%s as a whole: the rest is read', (key, value, path) => {
    const { places, dataset } = spoilt({ [key]: value });
    expect(places[0]).toEqual([path, undefined]);
    expect(dataset.ports).toHaveLength(3);
  });
});

describe('the tie of a sighting to a voyage', () => {
  test.each<[string, string, Edits]>([
    ['the voyage calls there twice', 'call', { 'sightings[0].port': 'suva' }],
    ['the voyage does not call there', 'call', { 'sightings[0].port': 'nukualofa' }],
    ['the call is at another port', 'call', { 'sightings[0].call': 2 }],
    ['there is no such call', 'call', { 'sightings[0].call': 3 }],
    ['the voyage is unknown', 'voyage', { 'sightings[0].voyage': 't9' }],
    ['the voyage is of another ship', 'voyage', { 'sightings[0].vessel': 'noddy' }],
    ['there is a call but no voyage', 'call', { 'sightings[0].call': 1, 'sightings[0].voyage': undefined }],
  ])('is dropped and named where %s', (_, field, edits) => {
    const { places, dataset } = spoilt(edits);
    expect(places).toEqual([[`sightings[0].${field}`, 's1']]);
    expect(ids(dataset.sightings)).toEqual(['s1', 's2', 's3']);
    expect(dataset.sightings[0]).not.toHaveProperty('voyage');
    expect(dataset.sightings[0]).not.toHaveProperty('call');
  });
});

describe('the assumptions', () => {
  test('a wrong one is named and the default taken', () => {
    const { places, dataset } = spoilt({ 'assumptions.greatestSpeed.value': -3 });
    expect(places).toEqual([['assumptions.greatestSpeed.value', undefined]]);
    expect(dataset.assumptions.greatestSpeed).toEqual(DEFAULT_ASSUMPTIONS.greatestSpeed);
  });

  test('one without its reason is wrong', () => {
    const { places } = spoilt({ 'assumptions.greatestSpeed.reason': undefined });
    expect(places).toEqual([['assumptions.greatestSpeed.reason', undefined]]);
  });

  test('a default never breaks a stated bound, and its reason says so', () => {
    const { problems, dataset } = spoilt({
      assumptions: {
        greatestSpeed: { value: 9, reason: 'Slow.' },
        leastStay: { value: 60, reason: 'Long.' },
      },
    });
    expect(problems).toEqual([]);
    expect(dataset.assumptions.usualSpeed.value).toBe(9);
    expect(dataset.assumptions.usualSpeed.reason).not.toBe(DEFAULT_ASSUMPTIONS.usualSpeed.reason);
    expect(dataset.assumptions.usualStay.value).toBe(60);
  });

  test('a stated usual figure outside its bound is named', () => {
    const { places } = spoilt({ 'assumptions.usualSpeed': { value: 15, reason: 'Fast.' } });
    expect(places).toEqual([['assumptions.usualSpeed', undefined]]);
  });
});

test('a problem is one sentence that names file, place, record, what was found and what was expected', () => {
  const { problems } = spoilt({ 'voyages[2].legs[0].depart': 12 });
  expect(problems.map(describeProblem)).toEqual([
    'voyages.json, voyages[2].legs[0].depart (record "n1"): found 12, so the voyage is left out; ' +
      'expected an EDTF date such as 2023-09-12, 2023-09, 2023-08-15~ or 2023-09-07/2023-09-08.',
  ]);
});
