import { describe, expect, test } from 'vitest';
import { casesOf, expectedOf, outcomeOf } from './format-fixtures.ts';

// Each folder holds one file of a format and, in expected.json, what is to come of it. A folder without is an error.

describe.each(['good', 'broken'] as const)('%s files', (kind) => {
  test.each(casesOf(kind))('%s', async (name) => {
    const outcome = await outcomeOf(kind, name);
    expect(expectedOf(kind, name), `${name} has no expected.json`).toBeDefined();
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(expectedOf(kind, name));
    if (kind === 'broken') expect(JSON.stringify(outcome)).toContain('left out');
    else expect(outcome).not.toHaveProperty('dataset', null);
  });
});
