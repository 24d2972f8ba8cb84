import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { voyagesJsonSchema } from '../../src/dataset/json-schema.ts';
import { type Answer, loadCase } from '../../src/dataset/load.ts';
import { describeProblem } from '../../src/dataset/problem.ts';

const BASE = 'https://data.example/pacific/';
const good = (name: string): Answer => ({
  status: 200,
  type: 'application/json',
  text: readFileSync(`tests/fixtures/pacific-case/${name}`, 'utf8'),
});

/** A network that answers some files in its own way, and the others well. */
function network(answers: Readonly<Record<string, Answer | Error>>) {
  const asked: string[] = [];
  const fetchText = async (address: string): Promise<Answer> => {
    asked.push(address);
    const name = address.slice(BASE.length);
    const answer = answers[name] ?? good(name);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { asked, fetchText };
}

describe('loading a case', () => {
  test('asks for the two files of the folder and reads them', async () => {
    const { asked, fetchText } = network({});
    const { dataset, problems } = await loadCase(BASE, fetchText);
    expect(asked).toEqual([`${BASE}ports.geojson`, `${BASE}voyages.json`]);
    expect(problems).toEqual([]);
    expect(dataset?.voyages).toHaveLength(3);
  });

  test.each<[string, Answer | Error, RegExp]>([
    ['a missing file', { status: 404, type: 'text/plain', text: 'no' }, /status 404/],
    ['a web page in its place', { status: 200, type: 'text/html; charset=utf-8', text: '{}' }, /status 200.*web page/],
    ['a web page of no type', { status: 200, type: '', text: '\n<!doctype html>' }, /web page/],
    ['a network that fails', new TypeError('Failed to fetch'), /could not be fetched \(Failed to fetch\)/],
  ])('%s is a problem that names the file', async (_, answer, message) => {
    const { dataset, problems } = await loadCase(BASE, network({ 'voyages.json': answer }).fetchText);
    expect(dataset).toBeNull();
    expect(problems).toHaveLength(1);
    const sentence = problems.map(describeProblem).join();
    expect(sentence).toMatch(message);
    expect(sentence).toContain('voyages.json: ');
    expect(sentence).toContain(`${BASE}voyages.json`);
  });

  test('both files may fail at once', async () => {
    const gone: Answer = { status: 410, type: '', text: '' };
    const { problems } = await loadCase(BASE, network({ 'voyages.json': gone, 'ports.geojson': gone }).fetchText);
    expect(problems.map((problem) => problem.file)).toEqual(['ports.geojson', 'voyages.json']);
  });

  test('a file that comes but is wrong is reported by the reader', async () => {
    const { fetchText } = network({ 'voyages.json': { status: 200, type: '', text: '{"version": 3}' } });
    expect((await loadCase(BASE, fetchText)).problems.map((problem) => problem.path)).toEqual(['version']);
  });
});

describe('the JSON Schema', () => {
  const schema = voyagesJsonSchema();

  test('asks for what the reader cannot do without', () => {
    expect(schema.required).toEqual(['version', 'title', 'summary', 'window', 'vessels', 'voyages']);
    expect(schema.properties?.version).toMatchObject({ const: 1 });
  });

  test('names every field of the good case, remarks too', () => {
    const file: Record<string, unknown> = JSON.parse(good('voyages.json').text);
    expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(file)));
    expect(schema.additionalProperties).toBe(false);
  });

  test('says in words what stands in a field', () => {
    const told = JSON.stringify(schema);
    expect(told).toContain('"description":"an EDTF date such as');
    expect(told).toContain('"enum":["once","first-and-last"]');
    expect(told).toContain('"$comment"');
  });
});
