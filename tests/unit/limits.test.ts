import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/model/edtf.ts';
import { unknownIds } from '../../src/state/known-ids.ts';
import { axisWithin, shipsWithin } from '../../src/state/limits.ts';
import { readSettings, SETTINGS } from '../../src/state/settings.ts';
import { change, createState, seek, settingsOf, step, stepToMoment } from '../../src/state/state.ts';
import { runs } from './runs.ts';
import { caseOf } from './timeline-case.ts';

const BALTIC = caseOf('tests/fixtures/many-ports-case');
const NONE = { only: null, ports: null, period: null };
const shown = (limits: Partial<Parameters<typeof shipsWithin>[1]>): string[] =>
  [...(shipsWithin(BALTIC, { ...NONE, ...limits }) ?? [])].map(({ vessel }) => vessel.id);

describe('settings of what is shown', () => {
  test('are ids, and an EDTF date or interval', () => {
    const { values, rejected } = readSettings([
      ['ports', 'riga,kiel'],
      ['period', '2021-04-01/2021-05'],
    ]);
    expect(rejected).toEqual([]);
    expect(values).toEqual({ ports: ['riga', 'kiel'], period: '2021-04-01/2021-05' });
    for (const [name, text] of [
      ['ports', ','],
      ['period', 'spring'],
      ['period', ''],
      ['period', '2021-05/2021-04'],
    ] as const)
      expect(SETTINGS[name].read(text), text).toBeUndefined();
  });

  test('name what is wrong in them, and keep the rest', () => {
    const settings = { ...settingsOf(createState()), only: ['ruff', 'Ruff'], ports: ['rome'], period: '1999' };
    const { values, rejected } = unknownIds(BALTIC, { ...settings, selected: 'x1' });
    expect(values).toEqual({ selected: null, only: ['ruff'], ports: null, period: null });
    expect(rejected.map(({ name, text }) => `${name} ${text}`)).toEqual([
      'selected x1',
      'only ruff,Ruff',
      'ports rome',
      'period 1999',
    ]);
    expect(rejected[2]?.expected).toContain('copenhagen');
    expect(unknownIds(BALTIC, { ...settings, only: ['ruff'], ports: ['riga'], period: '2021-05' })).toEqual({
      values: {},
      rejected: [],
    });
  });
});

describe('ships within limits', () => {
  test('are those picked, those that call at a port, and those that may be under way in a period', () => {
    expect(shipsWithin(BALTIC, NONE)).toBeNull();
    expect(shown({ only: ['ruff', 'knot'] })).toEqual(['knot', 'ruff']);
    expect(shown({ ports: ['klaipeda'] })).toEqual(['godwit', 'knot']);
    expect(shown({ ports: ['klaipeda', 'tallinn'] })).toEqual(['dunlin', 'godwit', 'knot']);
    expect(shown({ ports: ['klaipeda'], only: ['ruff'] })).toEqual([]);
    expect(shown({ period: '2021-04-01' })).not.toContain('avocet');
    expect(shown({ period: '2021-04-02' })).toContain('avocet');
  });

  test('by period: a ship is left out only where no moment of it can be one of her voyages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 20 }), (from, days) => {
        const start = BALTIC.axis.earliest + from * DAY;
        const day = (t: number): string => new Date(t).toISOString().slice(0, 10);
        const among = shown({ period: `${day(start)}/${day(start + days * DAY)}` });
        for (const { vessel, voyages } of BALTIC.ships) {
          const may = voyages.some(({ legs: [first, ...rest] }) => {
            const last = rest.at(-1) ?? first;
            return first && last && first.depart.earliest < start + (days + 1) * DAY && last.arrive.latest >= start;
          });
          expect(among.includes(vessel.id), vessel.id).toBe(may);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('the axis of a period', () => {
  const may = { earliest: Date.UTC(2021, 4, 1), latest: Date.UTC(2021, 5, 1) };

  test('is the part of the axis that it has, or all of it', () => {
    expect(axisWithin(BALTIC.axis, null)).toBe(BALTIC.axis);
    expect(axisWithin(BALTIC.axis, '2021-05')).toEqual(may);
    expect(axisWithin(BALTIC.axis, '2021-05/..')).toEqual({ ...BALTIC.axis, earliest: may.earliest });
    expect(axisWithin(BALTIC.axis, '1999')).toBe(BALTIC.axis);
  });

  test('holds the moment, wherever it is asked to go', () => {
    const state = createState();
    state.case.value = BALTIC;
    change(state, { time: Date.UTC(2021, 3, 10), period: '2021-05' });
    expect(state.time.value).toBe(may.earliest);
    step(state, -3);
    expect(state.time.value).toBe(may.earliest);
    seek(state, Date.UTC(2022, 0, 1));
    expect(state.time.value).toBe(may.latest);
    stepToMoment(state, 1);
    expect(state.time.value).toBe(may.latest);
  });

  test('and who is shown follow the settings', () => {
    const state = createState();
    expect(state.among.value).toBeNull();
    state.case.value = BALTIC;
    expect(state.ships.value).toHaveLength(5);
    change(state, { ports: ['klaipeda'], time: Date.UTC(2021, 4, 15) });
    expect(state.ships.value.map(({ plan }) => plan.vessel.id)).toEqual(['godwit', 'knot']);
    expect(state.underWay.value.map(({ plan }) => plan.vessel.id)).toEqual(['godwit', 'knot']);
  });
});
