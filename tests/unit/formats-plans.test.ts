import { expect, test } from 'vitest';
import { readForeignFile } from '../../src/dataset/recognise.ts';
import { greatCircle } from '../../src/model/geodesy.ts';
import { layLanes } from '../../src/model/lanes.ts';
import { planShips } from '../../src/model/plan.ts';
import { answersOf, build, casesOf, fixtureAnswers, fixtureFile } from './format-fixtures.ts';

// What is read is not only well formed: ships can be planned by it, and where they cannot, a finding has said why.

const DOUBTS = ['arrival-before-departure', 'too-fast', 'voyages-overlap'];

test.each(casesOf('good'))('%s can be planned', async (name) => {
  const read = await readForeignFile(fixtureFile('good', name));
  if (read.kind === 'stopped') throw new Error('nobody stopped it');
  const { dataset, findings } =
    read.kind === 'table' ? build(read.table, answersOf(fixtureAnswers('good', name))) : read;
  if (dataset === null) throw new Error(JSON.stringify(findings));
  const ways = layLanes(
    dataset,
    () => undefined,
    (from, to) => greatCircle(from, to, 100),
  );
  const plans = planShips(dataset, ways);
  const doubtful = findings.some(({ code }) => DOUBTS.includes(code));
  expect(plans.length).toBe(new Set(dataset.voyages.map(({ vessel }) => vessel)).size);
  expect(plans.some(({ contradictions }) => contradictions.length > 0) && !doubtful).toBe(false);
  for (const { legs, voyage } of plans.flatMap(({ voyages }) => voyages)) {
    expect(doubtful || legs.length === voyage.legs.length).toBe(true);
  }
});
