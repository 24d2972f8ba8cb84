import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datedAlone } from '../../src/analysis/dated-alone.ts';
import { sightingMoments, spread } from '../../src/analysis/sighting-moments.ts';
import { ASSUMPTION_NAMES } from '../../src/analysis/what-if.ts';
import { laterEn } from '../../src/i18n/en/later.ts';
import { reportEn } from '../../src/i18n/en/report.ts';
import { inLanguage } from '../../src/i18n/text.ts';
import { levelFeatures } from '../../src/map/basemap-data.ts';
import type { Window } from '../../src/model/edtf.ts';
import { planShips } from '../../src/model/plan.ts';
import type { Dataset } from '../../src/model/records.ts';
import { TASKS } from '../../src/state/analysis-tasks.ts';
import { Report } from '../../src/ui/analysis/report.tsx';
import { tellerOf } from '../../src/ui/teller.ts';
import { randomClaims, shippedCase } from './analysis-cases.ts';
import { claim, dataset, leg, sighting, voyage } from './evidence-case.ts';
import { evenWays, tapeOf, tapes } from './model-cases.ts';
import { pageOf, render, textOf } from './rendered-page.tsx';

const SEA = { levels: [levelFeatures('world', [], [])], places: { type: 'FeatureCollection' as const, features: [] } };

/** The report of a case as HTML. */
function reportOf(data: Dataset, whatif = ''): string {
  const page = pageOf(data, { whatif });
  const teller = tellerOf(page);
  if (!teller) throw new Error('no case');
  const assumed = page.state.whatIf.value?.assumed ?? [];
  const subject = { dataset: teller.shown.dataset, ways: evenWays(teller.shown.dataset, 180), assumed };
  const answers = {
    consistency: TASKS.consistency(subject),
    dated: TASKS.dated(subject),
    unnamed: TASKS.unnamed(subject),
    trips: TASKS.trips(subject),
  };
  return render(
    page,
    <Report teller={{ ...teller, assumed }} answers={answers} basemap={SEA} address="https://example.org/#analysis" />,
  );
}

const shipped = shippedCase();

// Tern was seen at Beta on 10 June and back at Alpha on 11 June, 97 nautical miles away: too soon for two knots.
const clash = dataset({
  assumptions: {
    ...dataset().assumptions,
    greatestSpeed: { value: 2, reason: 'She rows.' },
  },
  claims: [
    claim('out', { text: 'Tern lay at Beta.' }),
    claim('home', { text: 'Tern was back at Alpha.', kinds: ['statement'] }),
    claim('never', { text: 'It never sailed.', contradicts: ['out'], kinds: ['statement'] }),
  ],
  voyages: [voyage('june', { claims: ['out', 'home'] })],
  sightings: [
    sighting('at beta', { voyage: 'june', call: 1, claims: ['out'] }),
    sighting('at alpha', { port: 'alpha', date: '2020-06-11', voyage: 'june', call: 2, claims: ['home'] }),
    sighting('nameless', { vessel: null, date: '2020-06-20' }),
  ],
});

/** A text of the data as it stands in HTML that was stripped of its tags. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const readable = (html: string): string => textOf(html).replaceAll('&lt;', '<').replaceAll('&quot;', '"');

describe('the report', () => {
  const html = reportOf(shipped);
  const text = readable(html);

  test.each([
    ['of the case that ships', () => html],
    ['of a case that contradicts itself', () => reportOf(clash)],
  ])('%s has every part under its heading, once', (_, made) => {
    const heads = [...made().matchAll(/<h2>(.*?)<\/h2>/g)].map(([, head]) => head);
    expect(heads).toEqual(Object.values(reportEn.headings));
    expect(made().match(/<h1>/g)).toHaveLength(1);
    expect(made()).not.toMatch(/NaN|Infinity|undefined|\[object|\sstyle=/);
  });

  test('holds every claim, every assumption with its reason and every source with its address', () => {
    for (const { id, text: words } of shipped.claims) {
      expect(text).toContain(plain(inLanguage(words, 'en')));
      expect(text).toContain(` ${id} `);
    }
    for (const name of ASSUMPTION_NAMES) {
      const { value, reason } = shipped.assumptions[name];
      expect(text).toContain(`${laterEn.evidence.assumptions[name](value)}. ${plain(inLanguage(reason, 'en'))}`);
    }
    for (const { url, publisher } of shipped.sources) {
      expect(text).toContain(plain(inLanguage(publisher, 'en')));
      if (url) expect(text).toContain(url);
    }
    expect(text).toContain(reportEn.changes.none);
    expect(text).toContain(plain(inLanguage(shipped.summary, 'en')));
  });

  test('says the verdict with what it assumes, and the windows with what they rest on', () => {
    expect(text).toContain('All dates that are claimed can be true together, if no ship is faster than 16 knots');
    expect(text).toContain(reportEn.windows.before);
    expect(text).toMatch(
      /Angara\. After: from the first to the last day on which it can have been, all her claims .* one voyage at a time\./,
    );
    expect(text).toContain('Left Najin on or after 26 August 2023 (unnamed ship) 26 Aug – 14 Oct 26 Aug – 11 Sep');
    expect(html.match(/<table class="report-windows"/g)).toHaveLength(2);
    expect(html.match(/<th scope="row">/g)).toHaveLength(20);
  });

  test('draws the map at each binding sighting and says which', () => {
    expect(html.match(/<svg class="report-map"/g)).toHaveLength(5);
    expect(text).toContain('Saturday 26 August 2023, 12:00 UTC. Sighting: Najin, 26 August 2023:');
    expect(text).toContain('illustrative, never a known position');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('of a contradiction shows the claims and the sum, and no window where none fits', () => {
    const told = readable(reportOf(clash));
    expect(told).toContain('The claims cannot all be true, if no ship is faster than 2 knots');
    expect(told).toContain('Greatest speed 2 kn. She rows.');
    expect(told).toContain('At hand: 48 h at most.');
    expect(told).toMatch(/Reached Beta on or before 10 June 2020 1 – 10 Jun none fits/);
    expect(told).toContain(
      'Tern. After: from the first to the last day on which it can have been, each voyage taken by itself',
    );
    expect(told).toContain('Beta, 20 June 2020');
  });

  test('says what a reader changed, record by record, and marks what is left out', () => {
    const told = readable(reportOf(clash, 'without:home/assume:greatestSpeed:20/tie:nameless:june:1'));
    expect(told).toContain(
      '1 claim out, greatest speed 20 knots, 1 sighting placed anew. This is not what was reported.',
    );
    expect(told).toContain('Claims left out: home.');
    expect(told).toContain('Sighting not heeded: Alpha, 11 June 2020: Tern.');
    expect(told).toContain('Placed, to see what follows, at a call of Tern, june: Beta, 20 June 2020');
    expect(told).toContain('Greatest speed 20 kn, changed for this report. In the case: 2 knots. She rows.');
    expect(told).toMatch(/Statement home Left out in this analysis\. Tern was back at Alpha\./);
  });
});

describe('what is dated alone', () => {
  const within = (inner: Window, outer: Window | null | undefined): boolean =>
    outer != null && outer.earliest <= inner.earliest && inner.latest <= outer.latest;

  test('every window after tightening lies within the one before', () => {
    let met = 0;
    const check = (data: Dataset): void => {
      const ways = evenWays(data);
      for (const { voyage: sailed, legs } of planShips(data, ways).flatMap(({ voyages }) => voyages)) {
        const before = datedAlone(data, ways, sailed);
        legs.forEach(({ depart, arrive }, at) => {
          met++;
          expect(within(depart, before[at]?.depart)).toBe(true);
          expect(within(arrive, before[at]?.arrive)).toBe(true);
        });
      }
    };
    check(shipped);
    expect(met).toBe(10);
    fc.assert(
      fc.property(tapes(60), ({ numbers }) => check(randomClaims(tapeOf(numbers)))),
      { numRuns: 100 },
    );
    expect(met).toBeGreaterThan(50);
  });

  test('is its own date and what was seen at its call, and nothing of another', () => {
    const data = dataset({
      voyages: [
        voyage('june', {
          legs: [leg('alpha', 'beta', { depart: '2020-06-05' }), leg('beta', 'alpha', { arrive: '2020-06-12' })],
        }),
      ],
      sightings: [sighting('seen', { voyage: 'june', call: 1 })],
    });
    const day = (month: number, date: number): number => Date.UTC(2020, month - 1, date);
    const [june] = data.voyages;
    if (!june) throw new Error('no voyage');
    const [out, home] = datedAlone(data, evenWays(data), june);
    expect(out?.depart).toEqual({ earliest: day(6, 5), latest: day(6, 6) });
    expect(out?.arrive).toEqual({ earliest: day(6, 1), latest: day(6, 11) });
    expect(home?.depart).toEqual({ earliest: day(6, 10), latest: day(7, 1) });
    expect(home?.arrive).toEqual({ earliest: day(6, 12), latest: day(6, 13) });
  });

  test('there is none where an event contradicts itself', () => {
    const data = dataset({
      voyages: [voyage('june', { legs: [leg('alpha', 'beta', { arrive: '2020-06-12' }), leg('beta', 'alpha')] })],
      sightings: [sighting('seen', { voyage: 'june', call: 1 })],
    });
    const [june] = data.voyages;
    if (!june) throw new Error('no voyage');
    expect(datedAlone(data, evenWays(data), june)[0]?.arrive).toBeNull();
    expect(readable(reportOf(data))).toContain(reportEn.windows.neverAgrees);
  });
});

describe('moments of pictures', () => {
  test('are the middles of what binds, each once, and what lies beyond the timeline is left', () => {
    const data = dataset({
      sightings: [
        sighting('b', { voyage: 'june', call: 1, date: '2020-06-10' }),
        sighting('a', {
          voyage: 'june',
          call: 0,
          port: 'alpha',
          date: '2020-06-02/2020-06-04',
          reading: 'first-and-last',
        }),
        sighting('twice', { voyage: 'june', call: 1, date: '2020-06-10', what: 'cargo-landed' }),
        sighting('late', { voyage: 'june', call: 2, port: 'alpha', date: '2020-09-01' }),
        sighting('open', { voyage: 'june', call: 2, port: 'alpha', date: '2020-06-20/..' }),
        sighting('weak', { voyage: 'june', call: 1, binds: false }),
        sighting('loose', {}),
      ],
    });
    const found = sightingMoments(data, { earliest: Date.UTC(2020, 5, 1), latest: Date.UTC(2020, 6, 1) });
    expect(found.moments.map(({ t, sightings }) => [t, sightings.map(({ id }) => id)])).toEqual([
      [Date.UTC(2020, 5, 2, 12), ['a']],
      [Date.UTC(2020, 5, 10, 12), ['b', 'twice']],
    ]);
    expect(found.left.map(({ id }) => id)).toEqual(['late', 'open']);
  });

  test('are at most so many, each once, from first to last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 2, max: 12 }), (count, most) => {
        const items = Array.from({ length: count }, (_, at) => at);
        const some = spread(items, most);
        expect(some).toHaveLength(Math.min(count, most));
        expect(some).toEqual([...new Set(some)].sort((a, b) => a - b));
        expect([some[0], some.at(-1)]).toEqual([items[0], items.at(-1)]);
      }),
      { numRuns: 100 },
    );
  });
});
