import { beforeAll, describe, expect, test } from 'vitest';
import { readCases } from '../../src/build/case-plugin.ts';
import { findLines } from '../../src/build/routes.ts';
import { DAY, HOUR } from '../../src/model/edtf.ts';
import { alongPath } from '../../src/model/path.ts';
import { planShips, type ShipPlan } from '../../src/model/plan.ts';
import type { Dataset, LonLat } from '../../src/model/records.ts';
import { whereabouts } from '../../src/model/whereabouts.ts';
import { type DarkSpan, darkSpans, questionOf } from '../../src/reach/dark-spans.ts';
import { marginKm, reachBox } from '../../src/reach/reach.ts';
import { portsInside } from '../../src/reach/reach-at.ts';
import type { Case } from '../../src/state/case.ts';
import { caseOf as openCase } from '../../src/state/open-address.ts';
import { linesOf } from '../../src/state/sea-lines.ts';
import { at, caseOf, evenWays, leg, sighting, TRAFFIC, voyage } from './model-cases.ts';
import { reachOf, shippedLand } from './reach-cases.ts';

function spansOf(dataset: Dataset, vessel: string): DarkSpan[] {
  const plan = planShips(dataset, evenWays(dataset)).find((one) => one.vessel.id === vessel);
  if (!plan) throw new Error(vessel);
  return darkSpans(plan, dataset);
}

const told = ({ from, to, window, basis }: DarkSpan) =>
  [
    basis,
    from.port,
    to.port,
    ...[window.earliest, window.latest].map((t) => new Date(t).toISOString().slice(0, 10)),
  ].join(' ');

describe('dark spans', () => {
  test('of the reported traffic: between sightings, as wide as their dates allow', () => {
    const seen = (vessel: string) => spansOf(TRAFFIC, vessel).filter(({ basis }) => basis === 'seen');
    expect(seen('maria').map(told)).toEqual(['seen najin dunay 2023-10-11 2023-10-15']);
    const angara = seen('angara');
    expect(angara.map(told)).toEqual(['seen najin dunay 2023-08-26 2023-09-13']);
    // No source names the ships of these two sightings.
    expect(angara[0]?.named).toBe(false);
    // Cargo puts no ship anywhere.
    const landed = TRAFFIC.sightings.map((one) =>
      one.id === 'landed' ? { ...one, what: 'cargo-landed' as const } : one,
    );
    expect(spansOf({ ...TRAFFIC, sightings: landed }, 'angara').filter(({ basis }) => basis === 'seen')).toEqual([]);
  });

  test('a reported passage has its own, unless two sightings say the same', () => {
    const maria = spansOf(TRAFFIC, 'maria');
    expect(maria.filter(({ leg: own }) => own?.voyage === 'october' && own.leg === 1)).toHaveLength(1);
    expect(maria.find(({ basis }) => basis === 'seen')?.leg).toEqual({ voyage: 'october', leg: 1 });
    expect(maria.map(({ leg: own }) => own && `${own.voyage} ${own.leg}`).sort()).toEqual([
      'october 0',
      'october 1',
      'september 0',
      'september 1',
    ]);
    const starts = maria.map(({ window }) => window.earliest);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('sightings in no certain order are left out, the vaguest first; so are weak ones', () => {
    const dataset = caseOf({
      voyages: [voyage('one', [leg('a', 'b')])],
      sightings: [
        sighting('vague', 'c', '2023-09', { vessel: 'ship' }),
        sighting('first', 'a', '2023-09-05', { vessel: 'ship' }),
        sighting('weak', 'c', '2023-09-08', { vessel: 'ship', binds: false }),
        sighting('other', 'c', '2023-09-08', { vessel: 'another' }),
        sighting('second', 'b', '2023-09-10T12:00Z', { vessel: 'ship' }),
        sighting('open', 'c', '2023-09-20/', { vessel: 'ship' }),
      ],
    });
    const seen = spansOf(dataset, 'ship').filter(({ basis }) => basis === 'seen');
    expect(seen.map(({ from, to }) => [from.sighting, to.sighting])).toEqual([['first', 'second']]);
    expect(seen[0]?.window).toEqual({ earliest: at('2023-09-05'), latest: at('2023-09-10T12:01Z') });
    expect(seen[0]?.named).toBe(true);
  });

  test('a track is no dark span; before and after it there is one', () => {
    const fix = (time: string, position: LonLat) => ({ time: at(time), position });
    const track = [fix('2023-09-10', [130, 42]), fix('2023-09-11', [131, 42.5])];
    const dataset = caseOf({
      voyages: [voyage('one', [leg('a', 'b', { track })])],
      sightings: [sighting('before', 'c', '2023-09-05', { vessel: 'ship' })],
    });
    expect(spansOf(dataset, 'ship').map((span) => [span.from.position, span.to.position, span.window])).toEqual([
      [[130.5, 43], [130, 42], { earliest: at('2023-09-05'), latest: at('2023-09-10') }],
    ]);
  });
});

describe('the case that is shipped', () => {
  let shown: Case;
  const spans = (ship: ShipPlan) => darkSpans(ship, shown.dataset);
  beforeAll(async () => {
    const dataset = (await readCases(process.cwd())).datasets.get('najin-dunay');
    if (!dataset) throw new Error('the case cannot be read');
    shown = openCase(dataset, linesOf(findLines(dataset, process.cwd())));
  }, 60_000);

  const positionAt = (ship: ShipPlan, t: number): LonLat | undefined => {
    const { best } = whereabouts(ship, t);
    if (best.kind === 'passage') return alongPath(best.lane.table, best.share).position;
    return best.kind === 'port' ? shown.port(best.port)?.position : undefined;
  };

  test('every point of the illustrative schedule lies in every reach of its ship', () => {
    let points = 0;
    for (const ship of shown.ships) {
      // The others reach round half the world and more.
      const short = spans(ship).filter(
        ({ basis, window }) => basis === 'seen' || window.latest - window.earliest < 8 * DAY,
      );
      for (const span of short) {
        const question = questionOf(span, shown.dataset.assumptions.greatestSpeed.value);
        const reach = reachOf(question, shippedLand(reachBox(question)), 10_000);
        const { earliest, latest } = span.window;
        for (let n = 1; n < 60; n++) {
          const t = earliest + ((latest - earliest) * n) / 60;
          const drawn = ship.voyages.find(({ voyage: own }) => own.id === span.leg?.voyage)?.drawn?.[
            span.leg?.leg ?? 0
          ];
          // A passage's own span says where she was while she was on it.
          if (span.basis === 'passage' && !(drawn && t >= drawn.depart && t <= drawn.arrive)) continue;
          const position = positionAt(ship, t);
          if (!position) continue;
          points++;
          expect(marginKm(reach, position, t), `${span.id} at ${new Date(t).toISOString()}`).toBeGreaterThanOrEqual(0);
        }
      }
    }
    expect(points).toBeGreaterThan(100);
  });

  test('between 11 and 14 October Maria may have been as far as the straits, and back', () => {
    const maria = shown.ships.find(({ vessel }) => vessel.id === 'maria');
    const span = maria && spans(maria).find(({ from }) => from.sighting === 'najin-10-october');
    if (!span) throw new Error('no span');
    expect(span.to.sighting).toBe('dunay-14-october');
    expect((span.window.latest - span.window.earliest) / HOUR).toBe(96);
    const question = questionOf(span, 16);
    const reach = reachOf(question, shippedLand(reachBox(question)), 20_000);
    const ports = [
      { id: 'busan', name: '', position: [129.05, 35.1] as const, claims: [] },
      { id: 'niigata', name: '', position: [139.06, 37.94] as const, claims: [] },
      { id: 'petropavlovsk', name: '', position: [158.6, 53] as const, claims: [] },
    ];
    expect(portsInside(reach, [...shown.dataset.ports, ...ports]).map(({ port }) => port)).toEqual([
      'najin',
      'dunay',
      'busan',
      'niigata',
    ]);
  });
});
