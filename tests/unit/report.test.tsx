import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datedAlone } from '../../src/analysis/dated-alone.ts';
import { FIRST_QUESTION } from '../../src/analysis/ship-schedules.ts';
import { sightingMoments, spread } from '../../src/analysis/sighting-moments.ts';
import { ASSUMPTION_NAMES } from '../../src/analysis/what-if.ts';
import { laterEn } from '../../src/i18n/en/later.ts';
import { reachEn } from '../../src/i18n/en/reach.ts';
import { reportEn } from '../../src/i18n/en/report.ts';
import { schedulesEn } from '../../src/i18n/en/schedules.ts';
import { inLanguage } from '../../src/i18n/text.ts';
import { levelFeatures } from '../../src/map/basemap-data.ts';
import type { Window } from '../../src/model/edtf.ts';
import { planShips } from '../../src/model/plan.ts';
import type { Dataset } from '../../src/model/records.ts';
import { TASKS } from '../../src/state/analysis-tasks.ts';
import { openReach, type ReachWorker } from '../../src/state/reach-client.ts';
import { type ReachOrder, reachSession } from '../../src/state/reach-session.ts';
import { Report } from '../../src/ui/analysis/report.tsx';
import { answerSpans, type SpansFound, spansToTell } from '../../src/ui/analysis/report-spans.ts';
import type { SchedulesDetail } from '../../src/ui/analysis/schedules-detail.ts';
import { tellerOf } from '../../src/ui/teller.ts';
import { randomClaims, shippedCase } from './analysis-cases.ts';
import { claim, dataset, leg, openTestCase, sighting, voyage } from './evidence-case.ts';
import { evenWays, tapeOf, tapes } from './model-cases.ts';
import { pageOf, render, textOf } from './rendered-page.tsx';

const SEA = { levels: [levelFeatures('world', [], [])], places: { type: 'FeatureCollection' as const, features: [] } };

const NO_SPANS: SpansFound = { spans: [], left: [], lookedAt: { towns: [], failure: null } };

interface Asked {
  readonly whatif?: string;
  readonly spans?: SpansFound;
  readonly detail?: SchedulesDetail;
  readonly chosen?: number;
}

/** The report of a case as HTML. */
function reportOf(data: Dataset, asked: Asked = {}): string {
  const { whatif = '', spans = NO_SPANS, detail = FIRST_QUESTION, chosen = null } = asked;
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
    schedules: TASKS.schedules(subject, { ...FIRST_QUESTION, ...detail }),
    spans,
  };
  return render(
    page,
    <Report
      teller={{ ...teller, assumed }}
      answers={answers}
      detail={detail}
      basemap={SEA}
      chosen={chosen}
      address="https://example.org/#analysis"
    />,
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
    const rows = [...html.matchAll(/<table class="report-windows".*?<\/table>/g)].map(([table]) => table).join('');
    expect(rows.match(/<th scope="row">/g)).toHaveLength(20);
  });

  test('draws the map at each sighting that binds or is of an unnamed ship, which is hollow, and says which', () => {
    expect(html.match(/<svg class="report-map"/g)).toHaveLength(8);
    // 26 August and 12 October are tied to a ship's voyage; 14 and 19 October to none.
    const hollow = (group: string): number =>
      (html.match(new RegExp(`<g class="${group}"[^>]*><(path|circle) class="strip-mark-hollow"`, 'g')) ?? []).length;
    expect([hollow('ship-0'), hollow('ship-1'), hollow('report-nobody')]).toEqual([1, 1, 2]);
    expect(text).toContain('Saturday 26 August 2023, 12:00 UTC. Sighting: Najin, 26 August 2023:');
    expect(text).toContain('illustrative, never a known position');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('draws the moment that was chosen as well, once', () => {
    const at = (chosen: number): string => reportOf(shipped, { chosen });
    const picked = at(Date.UTC(2023, 8, 20));
    expect(picked.match(/<svg class="report-map"/g)).toHaveLength(9);
    expect(readable(picked)).toContain(
      'Wednesday 20 September 2023, 00:00 UTC. The moment that was chosen on the map.',
    );
    expect(at(Date.UTC(2023, 7, 26, 12)).match(/<svg class="report-map"/g)).toHaveLength(8);
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
    const told = readable(reportOf(clash, { whatif: 'without:home/assume:greatestSpeed:20/tie:nameless:june:1' }));
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

describe('the schedules in the report', () => {
  const text = readable(reportOf(shipped, { detail: { seed: 7, slowest: 8 } }));

  test('are counted, with what was asked, and the outcome drawn is called hypothetical', () => {
    expect(text).toContain('no passage is slower, on average, than 8 knots');
    expect(text).toContain(
      'Hypothetical: dotted is outcome 21 of 100 that were drawn at random from all that fit (seed 7), each ship by herself; faint are the 20 drawn before it. No one of them is the answer.',
    );
    expect(text).toMatch(/Angara About \d × 10\S+ schedules fit, in steps of/);
    expect(text).toContain(schedulesEn.noVoyageNote);
    expect(text).not.toContain('Table: each');
  });

  test('say why there are none', () => {
    expect(readable(reportOf(clash))).toContain('No schedule fits: the bounds contradict each other (june).');
  });
});

describe('the reach in the report', () => {
  // Nobody saw Tern between Beta on 10 June and Alpha on 15 June.
  const seen = dataset({
    voyages: [voyage('june')],
    sightings: [
      sighting('at beta', { voyage: 'june', call: 1 }),
      sighting('at alpha', { port: 'alpha', date: '2020-06-15', voyage: 'june', call: 2 }),
    ],
  });

  /** A worker over open sea, of few cells. */
  const onOpenSea = async (): Promise<ReachWorker> => {
    const worker: ReachWorker = {
      onmessage: null,
      onerror: null,
      terminate: () => undefined,
      postMessage: (order: ReachOrder) => void take(order),
    };
    const take = reachSession(
      async () => [],
      (data) => worker.onmessage?.call(worker as unknown as Worker, { data } as MessageEvent),
      2_000,
    );
    return worker;
  };

  const spansOf = (data: Dataset, wanted: number): Promise<SpansFound> =>
    answerSpans({
      shown: openTestCase(data),
      base: './',
      wanted,
      signal: new AbortController().signal,
      done: () => undefined,
      open: (work) => openReach(work, onOpenSea),
    });

  test('tells what each span assumes, how far she could have gone, and draws the area at a moment of it', async () => {
    const spans = await spansOf(seen, Date.UTC(2020, 5, 12));
    const first = spans.spans.find(({ span }) => span.basis === 'seen');
    expect(spans.left).toEqual([]);
    if (first?.found.kind !== 'open') throw new Error('no reach');
    expect(first.found.now.t).toBe(Date.UTC(2020, 5, 12));
    const html = reportOf(seen, { spans });
    const text = readable(html);
    expect(text).toContain('Tern: Beta to Alpha, 10 – 15 Jun');
    expect(text).toContain('Seen at Beta, 10 June 2020. She is taken to have left no earlier than 10 Jun 00:00 UTC.');
    expect(text).toMatch(/Greatest detour [\d,]+ km/);
    expect(text).toContain('Places inside, and how long she could have stayed');
    expect(text).toMatch(/On 12 Jun 00:00 UTC she could have been anywhere in [\d,]+ km² of sea/);
    const drawn = [...html.matchAll(/<path d="([^"]+)" class="reach-still"/g)].map(([, d]) => d ?? '');
    expect(drawn.length).toBeGreaterThan(0);
    for (const d of drawn) expect(d).toMatch(/^M-?\d+,-?\d+L/);
    expect(html).not.toMatch(/NaN|Infinity|undefined|\sstyle=/);
  });

  test('a moment outside of a span is not drawn: its middle is', async () => {
    const { spans } = await spansOf(seen, Date.UTC(2020, 5, 29));
    const first = spans.find(({ span }) => span.basis === 'seen');
    expect(first?.found.kind === 'open' && first.found.now.t).toBe(Date.UTC(2020, 5, 13));
  });

  test('says how fast she would have had to be where no speed that is assumed is enough', async () => {
    const spans = await spansOf(clash, Date.UTC(2020, 5, 11));
    expect(readable(reportOf(clash, { spans }))).toMatch(/she would have needed at least \S+ knots, more than the 2/);
  });

  test('of many spans only some are told, those between observations among them; the others are named', () => {
    const { told, left } = spansToTell(openTestCase(shipped), 3);
    const all = spansToTell(openTestCase(shipped), 99).told;
    expect(told).toHaveLength(3);
    expect([...told, ...left].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    const between = all.filter(({ basis }) => basis === 'seen');
    expect(between.length).toBeGreaterThan(0);
    for (const span of between.slice(0, 3)) expect(told.map(({ id }) => id)).toContain(span.id);
    expect(readable(reportOf(shipped))).toContain(reachEn.none);
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
        sighting('nameless', { vessel: null, date: '2020-06-25', binds: false }),
      ],
    });
    const found = sightingMoments(data, { earliest: Date.UTC(2020, 5, 1), latest: Date.UTC(2020, 6, 1) });
    expect(found.moments.map(({ t, sightings }) => [t, sightings.map(({ id }) => id)])).toEqual([
      [Date.UTC(2020, 5, 2, 12), ['a']],
      [Date.UTC(2020, 5, 10, 12), ['b', 'twice']],
      [Date.UTC(2020, 5, 25, 12), ['nameless']],
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
