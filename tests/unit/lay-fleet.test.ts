import { describe, expect, test, vi } from 'vitest';
import { fleetIndex, fleetOf } from '../../src/model/fleet-index.ts';
import { type Lane, layLanes } from '../../src/model/lanes.ts';
import { planShips, type ShipPlan } from '../../src/model/plan.ts';
import type { Dataset, Fix, LonLat } from '../../src/model/records.ts';
import * as model from '../../src/model/whereabouts.ts';
import { type Case, caseOfPlans, FEW, isMany, openCase, takesLong } from '../../src/state/case.ts';
import { layFleet, receiveShip } from '../../src/state/lay-fleet.ts';
import { linesOf } from '../../src/state/sea-lines.ts';
import { change, createState } from '../../src/state/state.ts';
import { at, caseOf, leg, port, sighting, TRAFFIC, voyage } from './model-cases.ts';

const DAY = 86_400_000;
const PORTS: readonly (readonly [string, LonLat])[] = [
  ['a', [130, 42]],
  ['b', [131, 42.5]],
  ['c', [179.5, 10]],
  ['d', [-179.5, 12]],
];

const dayOf = (t: number): string => new Date(t).toISOString().slice(0, 10);

/** Ships with three voyages each, a day at sea, in turn: of a hundred ships few are at sea at once. */
function fleetCase(ships: number): Dataset {
  const ids = Array.from({ length: ships }, (_, number) => `ship-${number}`);
  return caseOf({
    window: { date: '2023-01-01/2023-12-31', claims: [] },
    ports: PORTS.map(([id, position]) => port(id, position)),
    vessels: ids.map((id) => ({ id, name: id, claims: [] })),
    voyages: ids.flatMap((vessel, number) =>
      [0, 100, 200].map((offset, turn) => {
        const departs = at('2023-01-02') + (offset + (number % 90)) * DAY;
        const [from, to] = [PORTS[(number + turn) % 4]?.[0] ?? '', PORTS[(number + turn + 1) % 4]?.[0] ?? ''];
        const track: Fix[] = [
          { position: PORTS[(number + turn) % 4]?.[1] as LonLat, time: departs },
          { position: PORTS[(number + turn + 1) % 4]?.[1] as LonLat, time: departs + DAY },
        ];
        return voyage(
          `${vessel} ${turn}`,
          [
            leg(from, to, {
              depart: dayOf(departs),
              arrive: dayOf(departs + DAY),
              track: number % 3 === 0 ? track : [],
            }),
          ],
          {
            vessel,
          },
        );
      }),
    ),
    sightings: [sighting('seen', 'b', '2023-03-01', { voyage: 'ship-0 0', call: 1 })],
  });
}

/** As the page has it from the worker: every part copied. */
function received(dataset: Dataset): {
  readonly lanes: Lane[];
  readonly ships: ShipPlan[];
  readonly shares: number[];
  readonly shown: Case;
} {
  const lanes: Lane[] = [];
  const ships: ShipPlan[] = [];
  const shares: number[] = [];
  let shown: Case | null = null;
  for (const part of structuredClone([...layFleet(structuredClone(dataset), [])])) {
    if (part.kind === 'lanes') lanes.push(...part.lanes);
    else if (part.kind === 'index') shown = caseOfPlans(dataset, lanes, ships, [], fleetOf(part.index));
    else {
      ships.push(...part.ships.map((ship) => receiveShip(ship, dataset, lanes)));
      shares.push(part.share);
    }
  }
  if (!shown) throw new Error('no index came');
  return { lanes, ships, shares, shown };
}

describe('a case laid in parts', () => {
  const dataset = fleetCase(150);
  const lines = linesOf([]);
  const ways = layLanes(dataset, lines.sea, lines.greatCircle);
  const laid = received(dataset);

  test('is the case that is laid at once', () => {
    for (const one of [dataset, TRAFFIC]) {
      const whole = layLanes(one, lines.sea, lines.greatCircle);
      const { lanes, ships } = one === dataset ? laid : received(one);
      expect(lanes).toEqual(whole.lanes);
      expect(ships).toEqual(planShips(one, whole));
    }
  });

  test('names the records and lanes of the page, not copies of them', () => {
    const { ships, lanes } = laid;
    for (const { vessel, voyages } of ships) {
      expect(dataset.vessels).toContain(vessel);
      for (const plan of voyages) {
        expect(dataset.voyages).toContain(plan.voyage);
        for (const { path } of plan.legs) expect(lanes).toContain(path.lane);
      }
    }
  });

  test('tells how far it is, in several parts, to the end', () => {
    const { shares } = laid;
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('has the index of its ships', () => {
    const { shown } = laid;
    expect(shown.fleet?.index).toEqual(fleetIndex(planShips(dataset, ways)));
    expect(shown.many).toBe(true);
  });
});

describe('many', () => {
  test('is more ships or more voyages than can be told apart', () => {
    expect(isMany(fleetCase(FEW.ships))).toBe(false);
    expect(isMany(fleetCase(FEW.ships + 1))).toBe(true);
    const voyages = Array.from({ length: FEW.voyages + 1 }, (_, number) => voyage(`v ${number}`, [leg('a', 'b')]));
    expect(isMany(caseOf({ voyages }))).toBe(true);
    expect(isMany(caseOf({ voyages: voyages.slice(1) }))).toBe(false);
  });
});

test('a few ships are worked out in a worker as well where one of them makes many voyages: all their orders are tried', () => {
  const [first] = TRAFFIC.voyages;
  if (!first) throw new Error('the case has a voyage');
  const times = (count: number): Dataset => ({
    ...TRAFFIC,
    voyages: Array.from({ length: count }, (_, at) => ({ ...first, id: `v${at}` })),
  });
  expect([isMany(times(6)), takesLong(times(5)), takesLong(times(6))]).toEqual([false, false, true]);
});

describe('the ships under way', () => {
  const dataset = fleetCase(150);
  const { shown } = received(dataset);

  test('are the only ones that a seek asks', () => {
    const state = createState();
    state.case.value = shown;
    change(state, { time: at('2023-01-20T12:00Z') });
    const asked = vi.spyOn(model, 'whereabouts');
    const { length } = state.underWay.value;
    expect(asked).toHaveBeenCalledTimes(length);
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThan(shown.ships.length / 10);
    asked.mockRestore();
  });

  test('are those that can be at sea, whether there is an index or not', () => {
    const [indexed, plain] = [createState(), createState()];
    indexed.case.value = shown;
    const lines = linesOf([]);
    plain.case.value = openCase(dataset, layLanes(dataset, lines.sea, lines.greatCircle));
    expect(plain.case.value.fleet).toBeNull();
    for (let t = at('2022-12-30'); t < at('2024-01-05'); t += 5 * DAY + 1234) {
      for (const state of [indexed, plain]) change(state, { time: t });
      const ids = ({ underWay }: typeof plain): string[] => underWay.value.map(({ plan }) => plan.vessel.id);
      expect(ids(indexed)).toEqual(ids(plain));
    }
  });

  test('are those of them that are let through', () => {
    const state = createState();
    state.case.value = shown;
    change(state, { time: at('2023-01-20T12:00Z') });
    const [first, second] = state.underWay.value.map(({ plan }) => plan.vessel.id);
    change(state, { only: [second ?? '', 'ship-89'] });
    expect(state.underWay.value.map(({ plan }) => plan.vessel.id)).toEqual([second]);
    expect(first).not.toBe(second);
  });
});
