import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inkOf } from '../../src/timeline/bands.ts';
import { overlaps } from '../../src/timeline/free-room.ts';
import { laneLines, wordsOfLane } from '../../src/timeline/lane-row.ts';
import { layOutPlaced, type PlacedRows, placeRows, rowsBetween } from '../../src/timeline/ship-rows.ts';
import { needShipRows, SIZES } from '../../src/timeline/strips.ts';
import { timeScale } from '../../src/timeline/time-scale.ts';
import { wordsInside } from '../../src/timeline/voyage-words.ts';
import { markBox } from '../../src/timeline/words-in-bands.ts';
import { runs } from './runs.ts';
import { caseOf, NAJIN_DUNAY, toldOf } from './timeline-case.ts';

const BALTIC = caseOf('tests/fixtures/many-ports-case');
const MODES = ['left', 'above', 'compact'] as const;
const DAYS = 86_400_000;

const sightingsOf = (voyage: string) => BALTIC.dataset.sightings.filter((one) => one.voyage === voyage);

function baltic(mode: (typeof MODES)[number], width: number, selected: string | null) {
  const placed = placeRows({ voyages: BALTIC.voyages, mode, selected, top: 40 });
  const scale = timeScale(BALTIC.axis, 150, width - 60);
  const rows = placed.rows.map((one) => layOutPlaced({ scale, sightingsOf, approximateDays: 5 }, placed, mode, one));
  return { placed, scale, rows };
}

describe('needShipRows', () => {
  test('is so for more than eight voyages, or for a voyage of many ports', () => {
    expect(needShipRows(NAJIN_DUNAY.voyages)).toBe(false);
    expect(needShipRows(BALTIC.voyages)).toBe(true);
    const [knot] = BALTIC.voyages.filter(({ voyage }) => voyage.id === 'k1');
    if (!knot) throw new Error('no voyage k1');
    expect(needShipRows([knot])).toBe(false);
    const leg = knot.voyage.legs[0];
    const ports = ['kiel', 'gdansk', 'riga', 'tallinn', 'helsinki', 'stockholm'];
    const legs = ports.slice(1).flatMap((to, at) => (leg ? [{ ...leg, from: ports[at] ?? '', to }] : []));
    expect(needShipRows([{ ...knot, voyage: { ...knot.voyage, legs } }])).toBe(true);
  });
});

describe('placeRows', () => {
  test('a row a ship: a strip where she goes between two ports, else a lane; the selected voyage below her', () => {
    const { placed, rows } = baltic('left', 1280, 'a5');
    expect(placed.rows.map(({ vessel, kind, form, selected }) => [vessel, kind, form, selected])).toEqual([
      ['avocet', 'ship', 'lane', false],
      ['avocet', 'voyage', 'strip', true],
      ['dunlin', 'ship', 'strip', false],
      ['godwit', 'ship', 'lane', false],
      ['knot', 'ship', 'lane', false],
      ['ruff', 'ship', 'lane', false],
    ]);
    expect(rows.map(({ strips }) => strips.length)).toEqual([0, 1, 1, 0, 0, 0]);
    expect(rows.map(({ bands }) => bands.length)).toEqual([6, 2, 8, 4, 4, 7]);
  });

  test('with eight voyages or fewer a row a voyage, one of more than two pairs of ports a lane', () => {
    const voyages = BALTIC.voyages.filter(({ voyage }) => ['avocet', 'knot'].includes(voyage.vessel));
    const { rows, groups } = placeRows({ voyages, mode: 'above', selected: null, top: 0 });
    expect(rows.map(({ kind, form }) => `${kind} ${form}`)).toEqual([...Array(5).fill('voyage strip'), 'voyage lane']);
    expect(groups.map(({ vessel }) => vessel)).toEqual(['avocet', 'knot']);
  });

  test('rows do not overlap, end where they were placed, and lie in the bounds of their group', () => {
    for (const mode of MODES) {
      for (const selected of [null, 'k1', 'a5', 'd3', 'r7']) {
        const { placed, rows } = baltic(mode, 900, selected);
        placed.rows.forEach(({ start, top, bottom, vessel }, at) => {
          expect(start).toBeGreaterThanOrEqual(placed.rows[at - 1]?.bottom ?? 40);
          expect(top - start).toBe(SIZES[mode].label);
          expect([rows[at]?.top, rows[at]?.bottom]).toEqual([top, bottom]);
          const group = placed.groups.find((one) => one.vessel === vessel);
          expect(group && group.top <= top && group.bottom >= bottom).toBe(true);
        });
        expect(placed.bottom).toBeGreaterThan(placed.rows.at(-1)?.bottom ?? Infinity);
      }
    }
  });

  test('rowsBetween finds every row that touches a stretch, and no other', () => {
    const { placed } = baltic('left', 900, 'a5');
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 400, noNaN: true }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (from, high) => {
          const [first, last] = rowsBetween(placed.rows, from, from + high);
          const touching = placed.rows.flatMap(({ start, bottom }, at) =>
            bottom >= from && start <= from + high ? [at] : [],
          );
          expect(Array.from({ length: last - first }, (_, at) => first + at)).toEqual(touching);
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

describe('lanes', () => {
  const lanes = (mode: (typeof MODES)[number], width: number) => {
    const { placed, rows, scale } = baltic(mode, width, 'k1');
    return { scale, lanes: rows.filter((_, at) => placed.rows[at]?.form === 'lane') };
  };

  test('a band is a rectangle from the earliest departure to the latest arrival, with the ink of its days', () => {
    const { scale, lanes: all } = lanes('left', 1280);
    for (const { bands, voyages, top, bottom } of all) {
      for (const { points, x1, x2, window, legs, voyage, opacity } of bands) {
        const plan = voyages.find((one) => one.voyage.id === voyage);
        const own = legs.flatMap((leg) => plan?.legs[leg] ?? []);
        expect(own.length).toBeGreaterThan(0);
        expect(points).toEqual([
          [x1, top],
          [x1, bottom],
          [x2, bottom],
          [x2, top],
        ]);
        expect(window.earliest).toBe(Math.min(...own.map(({ depart }) => depart.earliest)));
        expect(window.latest).toBe(Math.max(...own.map(({ arrive }) => arrive.latest)));
        expect([x1, x2].map((x) => Math.round(scale.t(x)))).toEqual([window.earliest, window.latest].map(Math.round));
        const [leg] = own;
        if (leg && own.length === 1 && leg.chances.length === 1)
          expect(opacity).toBeCloseTo(inkOf((leg.depart.latest - leg.depart.earliest) / DAYS), 9);
      }
    }
  });

  test('an end is sharp where only dated observations set it', () => {
    const [avocet] = lanes('left', 1280).lanes;
    const edges = avocet?.bands.map(({ voyage, left, right }) => [voyage, left.sharp, right.sharp]);
    expect(edges?.[0]).toEqual(['a1', true, true]);
    expect(edges?.[3]).toEqual(['a4', false, false]);
  });

  test('the illustrative schedule lies within the band of its voyage', () => {
    for (const { lines, bands } of lanes('left', 1280).lanes) {
      expect(lines.length).toBeGreaterThan(0);
      for (const { voyage, points } of lines) {
        const own = bands.filter((band) => band.voyage === voyage);
        for (const [x] of points) expect(own.some(({ x1, x2 }) => x >= x1 - 0.01 && x <= x2 + 0.01)).toBe(true);
      }
    }
  });

  test('words name the port that was come to, and touch no band that they are not of, no mark and no other words', () => {
    const told = toldOf(BALTIC);
    let count = 0;
    for (const width of [320, 640, 1280, 2000]) {
      for (const mode of MODES) {
        for (const row of lanes(mode, width).lanes) {
          const ship = BALTIC.ships.find(({ vessel }) => vessel.id === row.vessel);
          const room = [150, width - 8] as const;
          const inside = (...[band, plan]: Parameters<Parameters<typeof wordsOfLane>[1]['inside']>) =>
            wordsInside(band, plan, ship, told);
          const say = { port: told.names.port, inside, contradicted: '' };
          const words = wordsOfLane(row, say, 11.5, SIZES[mode].mark, room, width - 60);
          count += words.length;
          words.forEach(({ box, text, outside }, at) => {
            for (const other of words.slice(at + 1)) expect(overlaps(box, other.box), text).toBe(false);
            for (const mark of row.marks)
              expect(overlaps(box, markBox(mark, SIZES[mode].mark - 2.5)), text).toBe(false);
            expect(box.x0 >= room[0] - 0.01 && box.x1 <= room[1] + 0.01, text).toBe(true);
            const under = row.bands.filter(({ x1, x2 }) => box.x0 < x2 && x1 < box.x1);
            expect(under.length, text).toBe(outside ? 0 : 1);
            if (!outside) return;
            const ended = row.bands.filter(({ x2 }) => x2 <= box.x0).sort((a, b) => b.x2 - a.x2)[0];
            const next = row.bands.filter(({ x1 }) => x1 >= box.x1).sort((a, b) => a.x1 - b.x1)[0];
            const legs = (id: string | undefined) => BALTIC.voyage(id ?? '')?.voyage.legs ?? [];
            const came = ended && legs(ended.voyage)[ended.legs.at(-1) ?? 0]?.to;
            const left = next && legs(next.voyage)[next.legs[0] ?? 0]?.from;
            expect(
              [came, ended ? undefined : left].map((id) => id && told.names.port(id)),
              text,
            ).toContain(text);
          });
        }
      }
    }
    expect(count).toBeGreaterThan(40);
  });
});

test('many rows are placed without laying out one of them', () => {
  const [first] = BALTIC.voyages;
  if (!first) throw new Error('no voyage');
  const voyages = Array.from({ length: 4000 }, (_, at) => ({
    ...first,
    voyage: { ...first.voyage, id: `v${at}`, vessel: `s${Math.floor(at / 2)}` },
  }));
  const placed: PlacedRows = placeRows({ voyages, mode: 'left', selected: 'v3999', top: 0 });
  expect(placed.rows).toHaveLength(2001);
  expect(placed.groups).toHaveLength(2000);
});

test('a schedule in a lane is a line a crossing, from departure to arrival', () => {
  const scale = timeScale({ earliest: 0, latest: 100 }, 0, 1000);
  const times = [
    { depart: 10, arrive: 20 },
    { depart: 40, arrive: 70 },
  ];
  expect(laneLines('v', times, scale, 54).map(({ points }) => points)).toEqual([
    [
      [100, 50],
      [200, 50],
    ],
    [
      [400, 50],
      [700, 50],
    ],
  ]);
});
