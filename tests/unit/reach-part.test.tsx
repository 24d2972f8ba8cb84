import { signal } from '@preact/signals-core';
import type { VNode } from 'preact';
import renderToString from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { createDates } from '../../src/i18n/dates.ts';
import { en } from '../../src/i18n/en/page.ts';
import { areaWithin } from '../../src/map/area-within.ts';
import { DAY, HOUR } from '../../src/model/edtf.ts';
import type { LonLat } from '../../src/model/records.ts';
import { darkSpans } from '../../src/reach/dark-spans.ts';
import type { ReachFacts } from '../../src/state/reach-session.ts';
import { change, createState } from '../../src/state/state.ts';
import { type ReachAsked, reachDesk } from '../../src/ui/analysis/reach-desk.ts';
import { ReachPart } from '../../src/ui/analysis/reach-part.tsx';
import { addressOf } from '../../src/ui/analysis/reach-words.ts';
import { type Page, PageContext } from '../../src/ui/page-context.ts';
import { tellerOf } from '../../src/ui/teller.ts';
import { dataset, openTestCase, sighting } from './evidence-case.ts';

const OPENS = Date.UTC(2020, 5, 10);
const CLOSES = Date.UTC(2020, 5, 16);
const records = dataset({
  sightings: [
    sighting('left', { port: 'beta', date: '2020-06-10' }),
    sighting('back', { port: 'alpha', date: '2020-06-15', vessel: null, voyage: 'june', call: 2 }),
  ],
});

function pageOf(analysis: string, t = OPENS + DAY, knots = 16): Page {
  const state = createState();
  const { assumptions } = records;
  const changed = { ...assumptions, greatestSpeed: { value: knots, reason: knots === 16 ? 'made up' : '' } };
  state.reported.value = openTestCase(records);
  state.case.value = openTestCase({ ...records, assumptions: changed });
  change(state, { time: t, analysis });
  return { state, ids: 'test', words: signal(en), dates: signal(createDates('en', 'UTC')) };
}

function textOf(page: Page): string {
  const teller = tellerOf(page);
  if (!teller) throw new Error('no case');
  const part: VNode = <PageContext.Provider value={page}>{<ReachPart teller={teller} />}</PageContext.Provider>;
  return renderToString(part)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

const shown = openTestCase(records);
const spans = shown.ships.flatMap((plan) => darkSpans(plan, shown.dataset));
const seen = spans.find(({ basis }) => basis === 'seen');
if (!seen) throw new Error('the case has no dark span');
const SEEN = addressOf(seen);

const FACTS: ReachFacts = {
  kind: 'reach',
  rangeKm: 4267.4,
  directKm: 181.2,
  detourKm: 4086.2,
  farthest: { position: [-181.5, -12.34], km: 2100 },
  ports: [
    { port: 'beta', window: { earliest: OPENS, latest: CLOSES - 7 * HOUR }, spare: 136.2 * HOUR },
    { port: 'town', window: { earliest: OPENS + DAY, latest: CLOSES - DAY }, spare: 4 * DAY },
  ],
  cells: 398_000,
  cellKm: 3.21,
  box: [120, 30, 140, 50],
};
const open: ReachAsked = {
  state: 'open',
  reach: { facts: FACTS },
  lookedAt: { towns: [{ id: 'town', name: { en: 'Gamma' }, position: [131, 43] }], failure: null },
};

describe('where a ship could have gone', () => {
  test('the spans of a ship are listed with dates, places and what they rest on', () => {
    expect(seen.window).toEqual({ earliest: OPENS, latest: CLOSES });
    const text = textOf(pageOf('reach'));
    expect(text).toContain('10 – 15 Jun Beta to Alpha between two dated observations, of which one is hers only by');
    expect(text).toMatch(/a reported passage \(June\)/i);
    expect(textOf(pageOf('reach:no:such'))).toContain('This case has no such time.');
  });

  test('every span has an address of its own, whatever its ids', () => {
    const all = [...spans, { ...seen, vessel: 'a:b', id: 'c' }, { ...seen, vessel: 'a', id: 'b:c' }].map(addressOf);
    const more = ['~.c', '_ c', ' _c', '~-c', '__c'].map((id) => addressOf({ ...seen, id }));
    expect(new Set([...all, ...more]).size).toBe(all.length + more.length);
    expect([...all, ...more].join('')).not.toMatch(/[\s/+]/);
  });

  test('while it is worked out the share is said, and a failure', () => {
    const page = pageOf(SEEN);
    const desk = reachDesk(page.state);
    desk.asked.value = { state: 'working', share: 0.418 };
    expect(textOf(page)).toContain('Working out where she could have gone: 41 %');
    desk.asked.value = { state: 'failed', reason: 'no land' };
    expect(textOf(page)).toContain('This could not be worked out: no land');
    desk.asked.value = { state: 'none', none: { kind: 'none', reason: 'too-fast', needsKnots: 20.01 } };
    expect(textOf(page)).toContain('at least 20.1 knots, more than the 16 assumed');
  });

  test('the facts: area of the moment it was found for, distances, places, method', () => {
    const page = pageOf(SEEN);
    const desk = reachDesk(page.state);
    desk.asked.value = open;
    desk.now.value = { t: OPENS + 30 * HOUR, outline: [], areaKm2: 1_234_567 };
    const text = textOf(page);
    for (const part of [
      'On 11 Jun 06:00 UTC she could have been anywhere in 1,230,000 km² of sea',
      'She could sail at most 4,270 km, at 16 knots',
      'Greatest detour 4,090 km',
      'at least 2,100 km by sea from either place, near 12.3° S, 178.5° E',
      // Rounded up: never less than what is possible.
      'Beta 10 Jun 00:00 – 15 Jun 17:00 137 h',
      'Gamma 11 Jun 00:00 – 15 Jun 00:00 96 h',
      'Looked at: the ports of this case (Alpha, Beta) and 1 town of the base map.',
      'on 398,000 cells, each about 3.21 km wide',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('what is assumed: the speed, both ends, that one is hers only by inference', () => {
    const text = textOf(pageOf(SEEN));
    for (const part of [
      'She was never faster than 16 knots over the ground. made up',
      'Seen at Beta, 10 June 2020. She is taken to have left no earlier than 10 Jun 00:00 UTC.',
      'Seen at Alpha, 15 June 2020. She is taken to have come there by 16 Jun 00:00 UTC, and no later.',
      'this area is wrong as a whole',
      'The area may be too large, but not knowingly too small.',
    ]) {
      expect(text).toContain(part);
    }
    expect(textOf(pageOf(SEEN, OPENS, 20))).toContain('This is changed by your what-if; the case assumes 16.');
  });

  test('outside its time no area is told, and the way into it is offered', () => {
    const page = pageOf(SEEN, CLOSES + DAY);
    reachDesk(page.state).asked.value = open;
    const text = textOf(page);
    expect(text).toContain('The map shows 17 Jun 00:00 UTC. That is outside this time, so no area is drawn.');
    expect(text).toContain('Go to the middle of this time');
    expect(text).not.toContain('km² of sea');
  });
});

describe('an area cut to a box', () => {
  const square = (west: number, south: number, size: number): LonLat[] => [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
  const partsOf = (box: readonly [number, number, number, number]) => {
    const [inside, edge] = areaWithin([[square(0, 0, 10), square(4, 4, 2)]], box).features;
    return { inside: inside?.geometry.coordinates, edge: edge?.geometry.coordinates };
  };
  const areaOf = (ring: readonly (readonly number[])[]): number =>
    ring.slice(1).reduce((sum, [x = 0, y = 0], at) => {
      const [px = 0, py = 0] = ring[at] ?? [];
      return sum + (px * y - x * py) / 2;
    }, 0);

  test('its inside is cut with its holes; its edge does not run along the box', () => {
    const { inside, edge } = partsOf([5, -5, 20, 5]);
    const rings = (inside as number[][][][])[0] ?? [];
    expect(rings.map((ring) => Math.abs(areaOf(ring)))).toEqual([25, 1]);
    // Corners of the area that lie in the box are kept; no point was made where the box cuts.
    expect((edge as number[][][]).flat().every(([x = 0, y = 0]) => x !== 5 && y !== 5)).toBe(true);
  });

  test('a box apart has nothing, one around has all, and so has one a turn further on', () => {
    expect(partsOf([20, 20, 30, 30])).toEqual({ inside: [], edge: [] });
    const whole = partsOf([-180, -90, 180, 90]);
    expect(partsOf([-1, -1, 11, 11])).toEqual(whole);
    expect(partsOf([359, -1, 371, 11])).toEqual(whole);
  });
});
