import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_MORE, tripShape } from '../../src/analysis/assumed-trips.ts';
import { ASSUMPTION_NAMES, applyWhatIf, NO_CHANGE, type WhatIf } from '../../src/analysis/what-if.ts';
import { ASSUMPTION_RANGES, readWhatIf, writeWhatIf } from '../../src/analysis/what-if-text.ts';
import { planShips } from '../../src/model/plan.ts';
import { voyageBounds } from '../../src/model/voyage-network.ts';
import { claim, randomClaims, shippedCase } from './analysis-cases.ts';
import { caseOf, evenWays, leg, sighting, tapeOf, tapes, voyage } from './model-cases.ts';
import { runs } from './runs.ts';

const anyId = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({
    unit: fc.constantFrom('a', '~', '/', ',', ':', '%', '+', '2', 'F', 'u', 'D', '\ud800', '\udc00'),
    maxLength: 8,
  }),
  fc.constantFrom('', '__proto__', 'none', 'constructor', '0', '~2F', '~uD800'),
);

const record = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.array(fc.tuple(anyId, value), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));

const anyWhatIf: fc.Arbitrary<WhatIf> = fc.record({
  without: fc.uniqueArray(anyId, { maxLength: 4 }).map((ids) => ids.sort()),
  assume: fc.record(
    Object.fromEntries(
      ASSUMPTION_NAMES.map((name) => {
        const [min, max] = ASSUMPTION_RANGES[name];
        return [name, fc.double({ min, max, noNaN: true }).map((value) => value + 0)];
      }),
    ),
    { requiredKeys: [] },
  ),
  ties: record(fc.option(fc.record({ voyage: anyId, call: fc.nat(999) }))),
  more: record(fc.integer({ min: 1, max: MOST_MORE })),
});

describe('the text of a what-if', () => {
  test('comes back as it was, whatever the ids hold', () => {
    fc.assert(
      fc.property(anyWhatIf, (whatIf) => {
        const text = writeWhatIf(whatIf);
        expect(readWhatIf(text)).toStrictEqual({ whatIf: expect.anything() });
        const back = readWhatIf(text) as { whatIf: WhatIf };
        expect(back.whatIf.without).toEqual(whatIf.without);
        for (const part of ['assume', 'ties', 'more'] as const) {
          expect(new Map<string, unknown>(Object.entries(back.whatIf[part]))).toEqual(
            new Map<string, unknown>(Object.entries(whatIf[part])),
          );
        }
        expect(writeWhatIf(back.whatIf)).toBe(text);
        const address = new URLSearchParams(`what-if=${encodeURIComponent(text)}`);
        expect(address.get('what-if')).toBe(text);
      }),
      { numRuns: runs(300) },
    );
  });

  test('is short, can be read, and is the same in whatever order it was made', () => {
    const whatIf: WhatIf = {
      without: ['C9', 'C1', 'C9'],
      assume: { leastStay: 6, greatestSpeed: 20.5 },
      ties: { quay: null, 'a:b': { voyage: 'white-house', call: 1 } },
      more: { maria: 1, angara: 2, tern: 0 },
    };
    const text =
      'without:C1,C9/assume:greatestSpeed:20.5,leastStay:6/tie:a~3Ab:white-house:1,quay:none/more:angara:2,maria:1';
    expect(writeWhatIf(whatIf)).toBe(text);
    expect(
      readWhatIf(
        'more:maria:1,angara:2/tie:quay:none,a~3Ab:white-house:1/without:C9,C1/assume:leastStay:6,greatestSpeed:20.5',
      ),
    ).toEqual(readWhatIf(text));
    expect(writeWhatIf(NO_CHANGE)).toBe('');
    expect(readWhatIf('')).toEqual({ whatIf: NO_CHANGE });
  });

  test.each([
    ['speed:20', 'speed:20'],
    ['without', 'without'],
    ['without:', ''],
    ['without:C1/without:C2', 'without:C2'],
    ['without:C1:C2', 'C1:C2'],
    ['without:~2f', '~2f'],
    ['without:~41', '~41'],
    ['assume:greatestSpeed:0', 'greatestSpeed:0'],
    ['assume:leastStay:-1', 'leastStay:-1'],
    ['assume:leastStay:Infinity', 'leastStay:Infinity'],
    ['assume:pace:3', 'pace:3'],
    ['assume:leastStay:3,leastStay:4', 'leastStay:4'],
    ['tie:quay', 'quay'],
    ['tie:quay:august', 'quay:august'],
    ['tie:quay:august:x', 'quay:august:x'],
    ['tie:quay:august:1:2', 'quay:august:1:2'],
    ['tie:quay:none,quay:none', 'quay:none'],
    ['more:angara:0', 'angara:0'],
    ['more:angara:1.5', 'angara:1.5'],
    [`more:angara:${MOST_MORE + 1}`, `angara:${MOST_MORE + 1}`],
    ['more:angara', 'angara'],
    ['more:angara:1/', ''],
  ])('of %j names the part that is wrong', (text, error) => {
    expect(readWhatIf(text)).toEqual({ error, expected: expect.stringMatching(/\w{4}/) });
  });
});

const trip = (id: string, claims: string[], there: string[] = [], back: string[] = []) =>
  voyage(
    id,
    [
      leg('a', 'b', { depart: '2023-09-02', cargo: 'laden', claims: there }),
      leg('b', 'a', { arrive: '2023-09-09', claims: back }),
    ],
    { claims },
  );

const base = caseOf({
  window: { date: '2023-09', claims: ['period'] },
  claims: [claim('period'), claim('one'), claim('two', { contradicts: ['one', 'period'] }), claim('three')],
  voyages: [
    trip('first', ['one'], ['two', 'three']),
    { ...trip('second', ['two']), after: ['first'] },
    trip('bare', []),
  ],
  sightings: [
    sighting('seen', 'b', '2023-09-05', { voyage: 'first', call: 1, claims: ['one', 'two'] }),
    sighting('told', 'b', '2023-09-06', { voyage: 'second', call: 1, claims: ['three'], binds: false }),
    sighting('unsourced', 'a', '2023-09-06'),
  ],
  events: [{ id: 'event', title: 'event', date: '2023', claims: ['two'] }],
});

const apply = (more: Partial<WhatIf>, dataset = base) => applyWhatIf(dataset, { ...NO_CHANGE, ...more });
const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

describe('a changed case', () => {
  test('is the case itself where nothing changes, and never touches it', () => {
    const before = structuredClone(base);
    expect(apply({}).dataset).toEqual(base);
    apply({ without: ids(base.claims), assume: { greatestSpeed: 3 }, ties: { seen: null }, more: { ship: 2 } });
    expect(base).toEqual(before);
  });

  test('cites a claim taken out nowhere, and keeps what rests on others too', () => {
    const { dataset, fallen, unknown, kept } = apply({ without: ['one'] });
    expect(JSON.stringify(dataset)).not.toContain('"one"');
    expect(ids(dataset.voyages)).toEqual(['first', 'second', 'bare']);
    // The second leg of the first voyage rests on the claims of the voyage alone.
    expect(dataset.voyages[0]?.legs[0]).toMatchObject({
      depart: '2023-09-02',
      cargo: 'laden',
      claims: ['two', 'three'],
    });
    expect(dataset.voyages[0]?.legs[1]).toEqual(leg('b', 'a'));
    expect(dataset.sightings[0]).toMatchObject({ voyage: 'first', claims: ['two'] });
    expect([fallen, unknown, kept]).toEqual([[], [], []]);
  });

  test('loses what rests on claims taken out alone', () => {
    const { dataset, fallen } = apply({ without: ['two', 'three'] });
    expect(fallen).toEqual(['second']);
    expect(ids(dataset.voyages)).toEqual(['first', 'bare']);
    expect(dataset.voyages[0]?.legs[0]).toEqual(leg('a', 'b'));
    expect(dataset.voyages[0]?.legs[1]?.arrive).toBe('2023-09-09');
    expect(ids(dataset.sightings)).toEqual(['seen', 'unsourced']);
    expect(dataset.events).toEqual([]);
    expect(apply({ without: ['two', 'one'] }).dataset.voyages.map(({ id }) => id)).toEqual(['first', 'bare']);
  });

  test('has a sighting loose where its voyage fell away, and a voyage after none that did', () => {
    const { dataset } = apply({ without: ['two'] });
    expect(dataset.sightings[1]).toEqual(sighting('told', 'b', '2023-09-06', { claims: ['three'], binds: false }));
    const { dataset: other, fallen } = apply({ without: ['one', 'two', 'three'] });
    expect(fallen).toEqual(['first', 'second']);
    expect(other.voyages).toEqual([base.voyages[2]]);
  });

  test('forgets the order of voyages with the claims of the later one', () => {
    const dataset = {
      ...base,
      voyages: [base.voyages[0], { ...trip('second', ['two'], ['three']), after: ['first'] }],
    } as typeof base;
    expect(apply({}, dataset).dataset.voyages[1]?.after).toEqual(['first']);
    expect(apply({ without: ['two'] }, dataset).dataset.voyages[1]?.after).toEqual([]);
  });

  test('keeps its window, and says so', () => {
    const { dataset, kept } = apply({ without: ['period', 'three'] });
    expect(dataset.window).toEqual(base.window);
    expect(kept).toEqual(['period']);
  });

  test('leaves out a sighting, and names ids that it does not know', () => {
    const more: Partial<WhatIf> = {
      without: ['seen', 'nothing'],
      ties: { nowhere: null, told: { voyage: 'none', call: 1 } },
      more: { boat: 1 },
    };
    const { dataset, unknown, misfits } = apply(more);
    expect(ids(dataset.sightings)).toEqual(['told', 'unsourced']);
    expect(unknown).toEqual(['nothing', 'nowhere', 'none', 'boat']);
    expect(misfits).toEqual(['told']);
  });

  test('tries a sighting at a call, where it binds, or at none', () => {
    const { dataset, misfits } = apply({ ties: { told: { voyage: 'first', call: 1 }, seen: null } });
    expect(dataset.sightings[1]).toMatchObject({ voyage: 'first', call: 1, binds: true });
    expect(dataset.sightings[0]).not.toHaveProperty('voyage');
    const why = voyageBounds(dataset, evenWays(dataset), dataset.voyages[0] as never).map((bound) => bound.why);
    expect(why.some((one) => one.kind === 'sighting' && one.sighting === 'told')).toBe(true);
    expect(why.some((one) => one.kind === 'sighting' && one.sighting === 'seen')).toBe(false);
    expect(misfits).toEqual([]);
  });

  test('does not try a sighting at another port, at no call, or of another ship', () => {
    const ties = {
      told: { voyage: 'first', call: 0 },
      seen: { voyage: 'first', call: 3 },
      unsourced: { voyage: 'bare', call: 0 },
    };
    const named = {
      ...base,
      sightings: base.sightings.map((one) => (one.id === 'unsourced' ? { ...one, vessel: 'boat' } : one)),
    };
    const { dataset, misfits } = apply({ ties }, named);
    expect(misfits).toEqual(['seen', 'told', 'unsourced']);
    expect(dataset.sightings).toEqual(named.sightings);
  });

  test('takes other figures, keeps the usual ones within them, and says which', () => {
    const { dataset, changed } = apply({ assume: { greatestSpeed: 9, leastStay: 60, approximate: 5 } });
    const values = Object.entries(dataset.assumptions).map(([name, { value }]) => [name, value]);
    expect(Object.fromEntries(values)).toEqual({
      greatestSpeed: 9,
      usualSpeed: 9,
      leastStay: 60,
      usualStay: 60,
      approximate: 5,
    });
    expect(changed).toEqual(['greatestSpeed', 'usualSpeed', 'leastStay', 'usualStay']);
  });

  test('has round trips more, shaped like those listed, undated and claimed by nobody', () => {
    const tern = { id: 'tern', name: 'Tern', claims: [] };
    const taken = voyage('assumed-ship-1', [leg('a', 'c'), leg('c', 'a')]);
    const dataset = { ...base, vessels: [...base.vessels, tern], voyages: [taken, ...base.voyages] };
    expect(tripShape(dataset, 'ship')).toEqual({ voyage: base.voyages[0], home: 'a' });
    const changed = apply({ more: { ship: 2, tern: 1 } }, dataset);
    expect(changed.assumed).toEqual(["assumed-ship-1'", 'assumed-ship-2']);
    expect(changed.shapeless).toEqual(['tern']);
    expect(changed.dataset.voyages.slice(4)).toEqual([
      voyage("assumed-ship-1'", [leg('a', 'b'), leg('b', 'a')], { title: '+1' }),
      voyage('assumed-ship-2', [leg('a', 'b'), leg('b', 'a')], { title: '+2', after: ["assumed-ship-1'"] }),
    ]);
  });

  test('never cites what was taken out and never invents a date', () => {
    fc.assert(
      fc.property(tapes(120), fc.nat(31), ({ numbers }, mask) => {
        const dataset = randomClaims(tapeOf(numbers));
        const without = dataset.claims.filter((_, n) => (mask >> n) & 1).map(({ id }) => id);
        const changed = apply({ without }, dataset);
        const { window, ...rest } = changed.dataset;
        for (const id of without) expect(JSON.stringify(rest)).not.toContain(`"${id}"`);
        expect(window.claims.some((id) => without.includes(id))).toBe(changed.kept.length > 0);
        const dates = JSON.stringify(dataset);
        for (const one of changed.dataset.voyages.flatMap(({ legs }) => legs)) {
          for (const date of [one.depart, one.arrive]) if (date !== undefined) expect(dates).toContain(date);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test('of the shipped case: six trips of Angara fit; without the inference of a trip in September, Maria keeps one', () => {
    const shipped = shippedCase();
    const six = apply({ more: { angara: 3 } }, shipped);
    const angara = planShips(six.dataset, evenWays(six.dataset)).find(({ vessel }) => vessel.id === 'angara');
    expect(angara?.contradictions).toEqual([]);
    expect(angara?.voyages).toHaveLength(6);
    const { fallen } = apply({ without: ['A2', 'C9'] }, shipped);
    expect(fallen).toEqual(['angara-undated', 'maria-september']);
  });
});
