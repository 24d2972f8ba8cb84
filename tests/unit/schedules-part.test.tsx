import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FIRST_QUESTION,
  type ScheduleQuestion,
  type ShipAnswer,
  type ShipSchedules,
  shipSchedules,
} from '../../src/analysis/ship-schedules.ts';
import { en } from '../../src/i18n/en/page.ts';
import type { Dataset } from '../../src/model/records.ts';
import { whereabouts } from '../../src/model/whereabouts.ts';
import { TASKS } from '../../src/state/analysis-tasks.ts';
import { TRAIL, trailOf } from '../../src/ui/analysis/outcome-lines.tsx';
import { outcomesGuest, planWith } from '../../src/ui/analysis/outcomes-on-map.tsx';
import { MOST_SEED, readDetail, writeDetail } from '../../src/ui/analysis/schedules-detail.ts';
import { schedulesOverlay } from '../../src/ui/analysis/schedules-overlay.tsx';
import { SchedulesAnswer, SchedulesPart } from '../../src/ui/analysis/schedules-part.tsx';
import { stacked, stepAt } from '../../src/ui/analysis/share-band.tsx';
import type { Page } from '../../src/ui/page-context.ts';
import { type Teller, tellerOf } from '../../src/ui/teller.ts';
import { timelinePicture } from '../../src/ui/timeline/timeline-layout.ts';
import * as timelineWords from '../../src/ui/timeline/timeline-words.ts';
import { dataset, sighting, voyage } from './evidence-case.ts';
import { evenWays } from './model-cases.ts';
import { pageOf, render, textOf } from './rendered-page.tsx';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

// Tern was seen at Beta on 10 June; of her other voyage nothing is known but that it lay in June.
const records = dataset({
  voyages: [voyage('first'), voyage('open')],
  sightings: [sighting('s', { voyage: 'first', call: 1 })],
});

const answers = new WeakMap<Dataset, Map<string, readonly ShipAnswer[]>>();

/** Each question is worked out once. */
function answerOf(data: Dataset, more: Partial<ScheduleQuestion> = {}): readonly ShipAnswer[] {
  const known = answers.get(data) ?? new Map<string, readonly ShipAnswer[]>();
  answers.set(data, known);
  const key = JSON.stringify(more);
  const answer = known.get(key) ?? shipSchedules(data, evenWays(data, 180), { ...FIRST_QUESTION, ...more });
  known.set(key, answer);
  return answer;
}

function shipOf(data: Dataset, more: Partial<ScheduleQuestion> = {}): ShipSchedules {
  const [ship] = answerOf(data, more);
  if (!ship?.possible) throw new Error('nothing fits');
  return ship;
}

function tellingOf(page: Page): Teller {
  const teller = tellerOf(page);
  if (!teller) throw new Error('no case');
  return teller;
}

function shown(data: Dataset, more: Partial<ScheduleQuestion> = {}, time = Date.UTC(2020, 5, 10, 12)): string {
  const page = pageOf(data, { time });
  const part = (
    <SchedulesAnswer teller={tellingOf(page)} answer={answerOf(data, more)} detail={FIRST_QUESTION} onPage />
  );
  return textOf(render(page, part));
}

describe('the schedules of each ship', () => {
  test('are plain data, the same for the same question; another seed draws others and counts the same', () => {
    const asking = { ...FIRST_QUESTION, seed: 7 };
    const subject = { dataset: records, ways: evenWays(records, 180), assumed: [] };
    const first = TASKS.schedules(subject, asking);
    expect(structuredClone(first)).toEqual(first);
    expect(TASKS.schedules(subject, asking)).toEqual(first);
    const [one, other] = [shipOf(records, { seed: 7 }), shipOf(records, { seed: 8 })];
    expect(one.outcomes).toHaveLength(100);
    expect(other.outcomes).not.toEqual(one.outcomes);
    expect({ ...other, outcomes: [] }).toEqual({ ...one, outcomes: [] });
  });

  test('shares add up to 1 each day and are those of many outcomes', () => {
    const ship = shipOf(records, { draws: 1500, slowest: 8 });
    const sea = ship.shares.find(({ place }) => place.kind === 'sea');
    ship.moments.forEach((moment, at) => {
      expect(ship.shares.reduce((sum, { shares }) => sum + (shares[at] as number), 0)).toBeCloseTo(1, 9);
      const drawn = ship.outcomes.filter((outcome) =>
        outcome.some(({ legs }) => legs.some(({ depart, arrive }) => depart <= moment && moment < arrive)),
      );
      const share = sea?.shares[at] ?? 0;
      const spread = Math.sqrt((share * (1 - share)) / ship.outcomes.length);
      expect(Math.abs(drawn.length / ship.outcomes.length - share)).toBeLessThan(5 * spread + 0.002);
    });
    expect(ship.moments).toHaveLength(30);
  });

  test('no passage of an outcome is slower than asked', () => {
    const longest = ({ outcomes }: ShipSchedules): number =>
      Math.max(...outcomes.flatMap((one) => one.flatMap(({ legs }) => legs.map((leg) => leg.arrive - leg.depart))));
    // 180 km are 97.2 nautical miles: 12.15 hours at 8 knots.
    expect(longest(shipOf(records, { slowest: 8 }))).toBeLessThanOrEqual(12.15 * HOUR);
    expect(longest(shipOf(records))).toBeGreaterThan(DAY);
  });

  test('a long period is cut into steps of whole days', () => {
    const years = shipOf({ ...records, window: { date: '2020/2022', claims: [] } });
    expect(years.step).toBe(3 * DAY);
    expect(years.moments.length).toBeLessThan(400);
  });
});

describe('the setting', () => {
  test('reads what it writes, and refuses everything else', () => {
    const details = fc.record({
      seed: fc.integer({ min: 0, max: MOST_SEED }),
      slowest: fc.option(fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10)),
    });
    fc.assert(
      fc.property(details, (detail) => {
        expect(readDetail(writeDetail(detail).slice('schedules:'.length))).toMatchObject(detail);
      }),
      { numRuns: 100 },
    );
    expect(writeDetail(FIRST_QUESTION)).toBe('schedules');
    expect(writeDetail({ seed: 7, slowest: 8 })).toBe('schedules:7:8');
    for (const wrong of ['x', '-1', '1.5', '4294967296', '7:', '7:0', '7:101', '7:8:9', ':8']) {
      expect(readDetail(wrong), wrong).toBeUndefined();
    }
  });

  test('a link that is not understood is said, with what is shown in its place', () => {
    const part = (analysis: string): string => {
      const page = pageOf(records, { analysis });
      return textOf(render(page, <SchedulesPart teller={tellingOf(page)} />));
    };
    expect(part('schedules:seven')).toContain(
      'The link asks for “seven”, which is not a seed and a speed such as 7:8.',
    );
    expect(part('schedules:7:8')).not.toContain('The link asks');
    expect(part('schedules:7:8')).toContain('Slowest passage');
    expect(part('schedules')).toContain('with no passage faster than 16 knots and no stay shorter than 12 hours');
    expect(part('schedules')).toContain('possible, not what is likely');
  });
});

describe('what is shown', () => {
  test('outcomes are called outcomes, the count has its step, each order its share', () => {
    const text = shown(records);
    expect(text).toContain('Outcome 1 of 100, one of many that fit; no one of them is the answer.');
    expect(text).toMatch(/About \d × 10[⁰¹²³⁴⁵⁶⁷⁸⁹]+ schedules fit, in steps of \d+ (second|minute)s?\./);
    const [a, b] = shipOf(records).orders;
    const hundredths = (share = 0): number => Math.round(share * 100);
    expect(hundredths(a?.share) + hundredths(b?.share)).toBe(100);
    for (const order of [a, b]) {
      expect(text).toContain(`${order?.voyages.join(', then ')} ${hundredths(order?.share)}`);
    }
  });

  test('the shares of the day shown stand in words, and those of every day in a table', () => {
    const ship = shipOf(records);
    const at = stepAt(ship, Date.UTC(2020, 5, 10, 12)) as number;
    const inSea = ship.shares.find(({ place }) => place.kind === 'sea')?.shares[at] ?? 0;
    const text = shown(records);
    expect(text).toContain(
      `10 Jun 12:00 UTC. Of 100 schedules that fit: at sea in ${Math.round(inSea * 100)}, at Beta in`,
    );
    expect(text.match(/\d Jun 12:00 UTC \d/g)).toHaveLength(30);
    expect(shown(records, {}, Date.UTC(2020, 6, 2))).toContain('2 Jul is outside the period');
  });

  test('where nothing can be counted it says why', () => {
    const clash = dataset({
      sightings: [
        sighting('a', { voyage: 'june', call: 1 }),
        sighting('b', { port: 'alpha', voyage: 'june', call: 2, date: '2020-06-05' }),
      ],
    });
    expect(shown(clash)).toContain('No schedule fits: the bounds contradict each other (june).');
    expect(shown(clash)).not.toContain('Outcome 1');
    expect(shown({ ...records, voyages: [] })).toContain('No ship that is shown has a voyage.');
  });

  test('an outcome is never alone, and none of those behind it is itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(), (count, number) => {
        const at = number % count;
        const trail = trailOf(at, count);
        expect(trail).toHaveLength(Math.min(TRAIL, count - 1));
        expect(new Set([...trail, at]).size).toBe(trail.length + 1);
        expect(trail[0]).toBe((at + count - 1) % count);
      }),
      { numRuns: 100 },
    );
  });

  test('a step begins half before its moment, and at sea lies under the ports', () => {
    const ship = shipOf(records);
    ship.moments.forEach((moment, at) => {
      for (const t of [moment - DAY / 2, moment, moment + DAY / 2 - 1]) expect(stepAt(ship, t)).toBe(at);
    });
    expect(stepAt(ship, Date.UTC(2020, 4, 31, 23))).toBeUndefined();
    expect(stepAt(ship, Date.UTC(2020, 6, 1))).toBeUndefined();
    expect(stacked(ship.shares).map(({ place }) => place.kind)).toEqual(['sea', 'port', 'none']);
  });
});

describe('on the timeline', () => {
  const page = pageOf(records);
  const teller = tellingOf(page);
  const picture = (under?: number) =>
    timelinePicture({
      tell: timelineWords,
      shown: teller.shown,
      words: en,
      lang: 'en',
      width: 1000,
      mode: 'left',
      selected: null,
      axis: teller.shown.axis,
      vessels: null,
      otherZone: false,
      under,
    });

  test('there is room for the shares, and outcomes stand in the place of the illustrative schedule', () => {
    const [plain, under] = [picture(), picture(20)];
    expect(under.height).toBe(plain.height + 20);
    const lines = ({ rows }: typeof plain): number => rows.flatMap(({ row }) => row.lines).length;
    expect([lines(plain), lines(under)]).toEqual([2, 0]);
  });

  test('every crossing of an outcome lies in the strip of its voyage, at its moments', () => {
    const ship = shipOf(records);
    const { Draw, under } = schedulesOverlay([ship], { value: 3 } as Parameters<typeof schedulesOverlay>[1], 'en');
    const drawn = picture(under);
    const html = render(page, <Draw picture={drawn} />);
    const paths = [...html.matchAll(/class="outcome-shown" d="([^"]*)"/g)].map(([, d]) => d);
    const expected = drawn.rows.map(({ row, opens }) => {
      const times = ship.outcomes[3]?.find((one) => one.voyage === opens)?.legs ?? [];
      const [strip] = row.strips;
      const points = times.flatMap(({ depart, arrive }, leg) => {
        const ends = leg === 0 ? [strip?.top, strip?.bottom] : [strip?.bottom, strip?.top];
        return [depart, arrive].map((t, at) => `${drawn.scale.x(t).toFixed(1)},${ends[at]}`);
      });
      return `M${points.join('L')}`;
    });
    expect(paths).toEqual(expected);
    expect(html).toContain('share of schedules');
  });
});

describe('on the map', () => {
  const ship = shipOf(records, { slowest: 8 });
  const page = pageOf(records);
  const teller = tellingOf(page);
  const [plan] = teller.shown.ships;
  if (!plan) throw new Error('no ship');

  test('a ship is where the outcome has her, and nowhere before and between its voyages', () => {
    for (const outcome of ship.outcomes.slice(0, 20)) {
      const drawn = planWith(plan, outcome);
      for (const { voyage: id, legs } of outcome) {
        legs.forEach(({ depart, arrive }, leg) => {
          const best = { kind: 'passage', voyage: id, leg, reversed: leg === 1 };
          expect(whereabouts(drawn, depart + (arrive - depart) / 4).best).toMatchObject({
            ...best,
            share: expect.closeTo(leg === 0 ? 0.25 : 0.75, 6),
          });
        });
        const [out, back] = legs;
        const stay = ((out?.arrive ?? 0) + (back?.depart ?? 0)) / 2;
        expect(whereabouts(drawn, stay).best).toEqual({ kind: 'port', port: 'beta', voyage: id });
      }
      const [first, second] = outcome;
      const between = ((first?.legs[1]?.arrive ?? 0) + (second?.legs[0]?.depart ?? 0)) / 2;
      expect(whereabouts(drawn, between).best).not.toHaveProperty('voyage', expect.any(String));
    }
  });

  test('the outcome shown is a hull, those before it are ticks, and the map says that none is the answer', () => {
    const at = { value: 3 } as Parameters<typeof outcomesGuest>[2];
    const { Over } = outcomesGuest(teller, [ship], at);
    const project = ([lon, lat]: readonly [number, number]) => ({ x: lon * 100, y: (60 - lat) * 100 });
    const stage = { width: 800, height: 600, project };
    const mapAt = (time: number): string => {
      page.state.settings.time.value = time;
      return render(page, <Over stage={stage} base="./" taken={[]} />);
    };
    const out = ship.outcomes[3]?.[0]?.legs[0];
    const html = mapAt(((out?.depart ?? 0) + (out?.arrive ?? 0)) / 2);
    // Half way from (0, 1000) to (200, 900) px.
    expect(html).toMatch(/class="outcomes-hull" d="M[^"]+" transform="translate\(100\.\d,9[45]\d\.\d\) rotate/);
    expect(textOf(html)).toContain('Each only fits; none is the answer.');
    const ticks = (markup: string): number =>
      (/class="outcomes-ticks" d="([^"]*)"/.exec(markup)?.[1]?.match(/M/g) ?? []).length;
    const t = Date.UTC(2020, 5, 9, 12);
    const atSea = trailOf(3, 100).filter((number) =>
      ship.outcomes[number]?.some(({ legs }) => legs.some(({ depart, arrive }) => t >= depart && t <= arrive)),
    );
    expect(atSea.length).toBeGreaterThan(0);
    expect(ticks(mapAt(t))).toBe(atSea.length);
  });
});
