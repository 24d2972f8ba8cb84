import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/records.ts';
import { readPassages, writePassages } from '../../src/reach/passage-text.ts';
import { CLOSED_UNLESS_ASKED, NAMED_PASSAGES, type PassageId } from '../../src/reach/passages.ts';
import type { Lay } from '../../src/state/open-address.ts';
import { createState } from '../../src/state/state.ts';
import { showWhatIf } from '../../src/state/what-if.ts';
import { dataset as datasetOf, openTestCase } from './evidence-case.ts';

const ids = NAMED_PASSAGES.map(({ id }) => id);

describe('the text of a choice of passages', () => {
  test('an empty one is what is usual', () => {
    expect(readPassages('')).toEqual({ closed: ids.filter((id) => CLOSED_UNLESS_ASKED.includes(id)) });
    expect(writePassages(CLOSED_UNLESS_ASKED)).toBe('');
    expect(readPassages('closed:suez,panama/open:corinth')).toEqual({
      closed: ['suez', 'panama', 'northern-sea-route', 'northwest-passage'],
    });
  });

  test('any choice is read back from its text', () => {
    fc.assert(
      fc.property(fc.subarray(ids), (closed) => {
        expect(readPassages(writePassages(closed))).toEqual({ closed });
      }),
    );
  });

  test.each([
    ['closed:suez,bering', 'bering', `ids out of ${ids.join(', ')}`],
    ['suez', 'suez', 'such as closed:suez,panama/open:corinth'],
    ['closed:', 'closed:', 'such as closed:suez,panama/open:corinth'],
    ['closed:suez/open:suez', 'suez', 'each passage once'],
  ])('%s is refused by name', (text, error, expected) => {
    expect(readPassages(text)).toEqual({ error, expected });
  });
});

describe('passages of the address', () => {
  const shownWith = async (passages: string, lay: Lay) => {
    const state = createState();
    await showWhatIf(state, openTestCase(datasetOf()), { whatif: '', passages }, lay, () => true);
    return state;
  };

  test('lanes are laid anew with what is closed, and the reports stay as they are', async () => {
    const asked: (readonly PassageId[] | undefined)[] = [];
    const datasets: Dataset[] = [];
    const state = await shownWith('closed:suez', async (dataset, closed) => {
      asked.push(closed);
      datasets.push(dataset);
      return { case: openTestCase(dataset), failures: [] };
    });
    expect(asked).toEqual([['suez', 'corinth', 'northern-sea-route', 'northwest-passage']]);
    expect(state.case.value?.dataset).toBe(datasets[0]);
    expect(state.whatIf.value).toBeNull();
    expect(state.notices.value).toEqual([]);
  });

  test('an unknown one gets a notice that names those that are known', async () => {
    const state = await shownWith('closed:bering', () => Promise.reject(new Error('nothing to lay')));
    expect(state.notices.value.map(({ text }) => text)).toEqual([
      `The setting "passages" cannot be "bering"; expected ids out of ${ids.join(', ')}.`,
    ]);
    expect(state.settings.passages.value).toBe('');
  });
});
