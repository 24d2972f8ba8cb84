import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { situationOf } from '../../src/evidence/situation.ts';
import { createDates } from '../../src/i18n/dates.ts';
import { en } from '../../src/i18n/en/page.ts';
import { type Best, type Whereabouts, whereabouts } from '../../src/model/whereabouts.ts';
import type { ShipNow } from '../../src/state/state.ts';
import { bestInWords, calloutInWords, mayBeInWords } from '../../src/ui/cards/best-guess-words.ts';
import { nowSentence, whereaboutsWords } from '../../src/ui/cards/whereabouts-words.ts';
import type { MomentTeller } from '../../src/ui/teller.ts';
import { dataset, laneOf, leg, openTestCase, sighting, voyage } from './evidence-case.ts';

const shown = openTestCase(dataset());
const [plan] = shown.ships;
if (!plan) throw new Error('no ship');
const lane = laneOf(shown);
const T = Date.UTC(2020, 5, 12, 12);
const tellerOf = (seen: typeof shown, now: Whereabouts, t: number): MomentTeller => {
  const [ship] = seen.ships;
  if (!ship) throw new Error('no ship');
  const situations = new Map([[ship, situationOf(seen.dataset, ship, now, t)]]);
  return { shown: seen, words: en, dates: createDates('en', 'UTC'), lang: 'en', t, situations };
};
const wordsOf = (teller: MomentTeller, ship: ShipNow) => ({
  ...whereaboutsWords(teller, ship),
  callout: calloutInWords(teller, ship),
  best: bestInWords(teller, ship),
  mayBe: mayBeInWords(teller, ship),
});
const telling = (now: Whereabouts): MomentTeller => tellerOf(shown, now, T);

const bests: fc.Arbitrary<Best> = fc.oneof(
  fc.record({
    kind: fc.constant('passage' as const),
    voyage: fc.constant('june'),
    leg: fc.constantFrom(0, 1),
    lane: fc.constant(lane),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    reversed: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('port' as const), port: fc.constantFrom('alpha', 'beta'), voyage: fc.constant(null) }),
  fc.constant({ kind: 'unknown' as const }),
);
const stretch = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]) => ({ lane, from: Math.min(a, b), to: Math.max(a, b) }));
const nows: fc.Arbitrary<Whereabouts> = fc.record({
  best: bests,
  stretches: fc.oneof(fc.array(stretch, { maxLength: 2 }), fc.constantFrom([{ lane, from: 0, to: 0 }])),
  ports: fc.subarray(['alpha', 'beta']),
  elsewhere: fc.boolean(),
  voyages: fc.constant([]),
});

/** Length at sea: the first instant of a passage is still in port. */
const atSea = (now: Whereabouts): boolean => now.stretches.some(({ from, to }) => to > from || (from > 0 && to < 1));

describe('words for where a ship is', () => {
  test('"at" a port is said, in every part of the page, only where she can be nowhere else', () => {
    fc.assert(
      fc.property(nows, (now) => {
        const certain = now.ports.length === 1 && !now.elsewhere && !atSea(now);
        const { callout, best, mayBe } = wordsOf(telling(now), { plan, now });
        for (const text of [nowSentence(telling(now), { plan, now }), callout.text, best, mayBe]) {
          expect(/\bat (?:Alpha|Beta)\b/i.test(text), text).toBe(certain);
        }
      }),
    );
  });

  test('no place where she may be is left out, and none is added', () => {
    fc.assert(
      fc.property(nows, (now) => {
        const { where, mayBe, callout } = wordsOf(telling(now), { plan, now });
        const some = now.ports.length + now.stretches.filter((one) => atSea({ ...now, stretches: [one] })).length > 0;
        expect(where.includes('at sea')).toBe(atSea(now));
        expect(mayBe.includes(' km')).toBe(atSea(now));
        expect(callout.text.includes('shaded stretch')).toBe(atSea(now));
        for (const text of [where, mayBe, callout.text]) {
          expect(text.includes('elsewhere')).toBe(now.elsewhere && some);
          expect(text.includes('either port')).toBe(now.ports.length === 2);
        }
      }),
    );
  });

  test('a drawn position that is not certain is called illustrative, and a certain one is not', () => {
    fc.assert(
      fc.property(nows, (now) => {
        const certain = now.ports.length === 1 && !now.elsewhere && !atSea(now);
        const somewhere = atSea(now) || now.ports.length > 0;
        const { callout, best } = wordsOf(telling(now), { plan, now });
        const drawn = now.best.kind !== 'unknown';
        expect(callout.text.startsWith('Illustrative position')).toBe(drawn && somewhere && !certain);
        expect(best.includes('illustrative')).toBe(drawn && !certain);
      }),
    );
  });

  test('the way sailed is counted from the port she left, whichever way the lane runs', () => {
    const now = (reversed: boolean, at: 0 | 1): Whereabouts => ({
      best: { kind: 'passage', voyage: 'june', leg: at, lane, share: 0.25, reversed },
      stretches: [{ lane, from: 0, to: 1 }],
      ports: ['alpha', 'beta'],
      elsewhere: false,
      voyages: ['june'],
    });
    expect(wordsOf(telling(now(false, 0)), { plan, now: now(false, 0) }).best).toBe(
      'at sea, 25 % of the way to Beta, illustrative',
    );
    expect(wordsOf(telling(now(true, 1)), { plan, now: now(true, 1) }).best).toBe(
      'at sea, 75 % of the way to Alpha, illustrative',
    );
  });
});

describe('what a sentence gives as its reason', () => {
  const sentenceAt = (
    t: number,
    sightings = [sighting('s', { voyage: 'june', call: 1, date: '2020-06-12' })],
  ): string => {
    const seen = openTestCase(dataset({ sightings }));
    const [ship] = seen.ships;
    if (!ship) throw new Error('no ship');
    const now = whereabouts(ship, t);
    return nowSentence(tellerOf(seen, now, t), { plan: ship, now });
  };

  test('no source says where she is on a day without a sighting', () => {
    expect(sentenceAt(Date.UTC(2020, 5, 10))).toMatch(/: no source says where today\.$/);
  });

  test('on the day of a sighting it names port and date, and still leaves open what is open', () => {
    expect(sentenceAt(T)).toMatch(/^Tern at sea.* or .*: seen at Beta, 12 .* 2020\.$/);
  });

  test('a sighting of an unnamed ship does not place her', () => {
    const unnamed = sighting('s', { voyage: 'june', call: 1, date: '2020-06-12', vessel: null });
    expect(sentenceAt(T, [unnamed])).toMatch(/: no source says where today\.$/);
  });

  test('between two sightings of one call the reports leave no other place', () => {
    const sightings = ['2020-06-10', '2020-06-14'].map((date) => sighting(date, { voyage: 'june', call: 1, date }));
    expect(sentenceAt(T, sightings)).toBe('Tern at Beta: the reports leave no other place.');
  });

  test('a published track is named, and claims that contradict each other put her nowhere', () => {
    const track = [10, 14].map((day, at) => ({
      time: Date.UTC(2020, 5, day),
      position: at === 0 ? ([0, 50] as const) : ([2, 51] as const),
    }));
    const sentence = (legs: ReturnType<typeof leg>[]): string => {
      const seen = openTestCase(dataset({ voyages: [voyage('june', { legs })] }));
      const [ship] = seen.ships;
      if (!ship) throw new Error('no ship');
      const now = whereabouts(ship, T);
      return nowSentence(tellerOf(seen, now, T), { plan: ship, now });
    };
    expect(sentence([leg('alpha', 'beta', { track })])).toMatch(/on a published track\.$/);
    expect(sentence([leg('alpha', 'beta', { depart: '2020-06-14', arrive: '2020-06-02' })])).toBe(
      'Tern not drawn: the reports contradict each other.',
    );
  });
});
