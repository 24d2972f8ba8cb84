/** Random schedules that satisfy all bounds of a case, and random motions that go with them. */
import type { LegPath } from '../../src/model/lanes.ts';
import type { Dataset, Voyage } from '../../src/model/records.ts';
import { type Bound, notAfter, notBefore, type Solution, tighten } from '../../src/model/temporal-network.ts';
import {
  arrival,
  departure,
  firstSeen,
  lastSeen,
  leastPassage,
  orderBounds,
  voyageBounds,
  type Ways,
} from '../../src/model/voyage-network.ts';
import { permutations, type RandomCase, shuffled, type Tape } from './model-cases.ts';

export type Where =
  | { readonly kind: 'passage'; readonly voyage: string; readonly path: LegPath; readonly share: number }
  | { readonly kind: 'port'; readonly voyage: string | null; readonly port: string }
  | { readonly kind: 'elsewhere' };

export interface Sailing {
  /** The moment of an event of the network, UTC ms. */
  readonly time: (event: string) => number;
  readonly order: readonly Voyage[];
  /** Moments at which something happens. */
  readonly moments: readonly number[];
  /** What is true at `t`. Where she was seen in port between two voyages, she is there; else elsewhere. */
  readonly at: (t: number) => Where;
}

type Consistent = Extract<Solution<unknown>, { consistent: true }>;

/** All bounds on the voyages in this order. */
export function boundsInOrder(dataset: Dataset, ways: Ways, order: readonly Voyage[]): Bound<unknown>[] {
  return order.flatMap((one, n) => {
    const before = order[n - 1];
    return [...voyageBounds(dataset, ways, one), ...(before ? orderBounds(dataset, ways, before, one) : [])];
  });
}

/** Sets sail in a random order that fits; undefined where none does. */
export function randomSailing(tape: Tape, { dataset, ways }: RandomCase): Sailing | undefined {
  for (const order of shuffled(tape, permutations(dataset.voyages))) {
    if (order.some((one, n) => one.after.some((id) => !order.slice(0, n).some((other) => other.id === id)))) continue;
    const bounds = boundsInOrder(dataset, ways, order);
    if (tighten(bounds).consistent) return setSail(tape, dataset, ways, order, bounds);
  }
  return undefined;
}

function setSail(
  tape: Tape,
  dataset: Dataset,
  ways: Ways,
  order: readonly Voyage[],
  given: readonly Bound<unknown>[],
): Sailing {
  const events = [...new Set(given.flatMap(({ from, to }) => [from, to]))].filter((event) => event !== 'origin');
  let bounds = [...given];
  const times = new Map<string, number>();
  for (const event of shuffled(tape, events)) {
    const { earliest, latest } = (tighten(bounds) as Consistent).window(event);
    const low = Number.isFinite(earliest) ? earliest : Math.min(latest, START) - 100 * HOUR;
    const high = Number.isFinite(latest) ? latest : Math.max(low, START) + 900 * HOUR;
    // The ends of windows are where mistakes show.
    const share = [0, 1, tape(101) / 100, tape(101) / 100][tape(4)] as number;
    const time = Math.floor(low + (high - low) * share);
    times.set(event, time);
    bounds = [...bounds, notBefore(event, time, null), notAfter(event, time, null)];
  }
  const time = (event: string): number => times.get(event) as number;
  const motions = new Map(
    order.flatMap((one) => one.legs.map((_, n) => [one.legs[n], motion(tape, dataset, ways, one, n, time)])),
  );
  return { time, order, moments: [...times.values()], at: (t) => whereAt(dataset, ways, order, time, motions, t) };
}

const HOUR = 3_600_000;
const START = Date.UTC(2023, 8, 2);

type Motion = (t: number) => number;

/** A way along the lane from departure to arrival, through the fixes: full speed and a wait, again and again. */
function motion(
  tape: Tape,
  dataset: Dataset,
  ways: Ways,
  one: Voyage,
  n: number,
  time: (event: string) => number,
): Motion {
  const { table, km } = ways.legPath(one, n).lane;
  const leg = one.legs[n] as Voyage['legs'][number];
  const least = leastPassage(leg, km, dataset.assumptions);
  const ends = [
    { t: time(departure(one.id, n)), share: 0 },
    { t: time(arrival(one.id, n)), share: 1 },
  ] as const;
  const fixes = leg.track.map((fix, k) => ({ t: fix.time, share: (table.lengths[k] as number) / table.km }));
  const knots = [ends[0], ...fixes, ends[1]];
  const points = [...knots.slice(0, 1)];
  for (let k = 1; k < knots.length; k++) {
    const [from, to] = [knots[k - 1], knots[k]] as [(typeof knots)[number], (typeof knots)[number]];
    const spare = Math.max(0, to.t - from.t - (to.share - from.share) * least);
    const stops = [tape(101) / 100, tape(101) / 100].sort((p, q) => p - q);
    const waits = [0, tape(101) / 100, tape(3) === 0 ? 1 : tape(101) / 100].sort((p, q) => p - q);
    let waited = (waits[0] as number) * spare;
    stops.forEach((stop, s) => {
      const share = from.share + (to.share - from.share) * stop;
      const sailed = from.t + (share - from.share) * least;
      points.push({ t: sailed + waited, share });
      waited = (waits[s + 1] as number) * spare;
      points.push({ t: sailed + waited, share });
    });
    points.push(to);
  }
  return (t) => {
    const next = points.findIndex((point) => point.t >= t);
    const [from, to] = [points[next - 1], points[next]];
    if (next < 0 || !from || !to) return next === 0 ? 0 : 1;
    return to.t > from.t ? from.share + ((to.share - from.share) * (t - from.t)) / (to.t - from.t) : to.share;
  };
}

function whereAt(
  dataset: Dataset,
  ways: Ways,
  order: readonly Voyage[],
  time: (event: string) => number,
  motions: ReadonlyMap<unknown, Motion>,
  t: number,
): Where {
  for (const one of order) {
    for (const [n, leg] of one.legs.entries()) {
      const [depart, arrive] = [time(departure(one.id, n)), time(arrival(one.id, n))];
      if (n > 0 && t > time(arrival(one.id, n - 1)) && t < depart)
        return { kind: 'port', voyage: one.id, port: leg.from };
      if (t < depart || t > arrive) continue;
      const share = (motions.get(leg) as Motion)(t);
      const path = ways.legPath(one, n);
      return { kind: 'passage', voyage: one.id, path, share: path.reversed ? 1 - share : share };
    }
    for (const { id, voyage, what, binds, port } of dataset.sightings) {
      if (voyage !== one.id || what !== 'ship' || !binds) continue;
      if (t >= time(firstSeen(id)) && t <= time(lastSeen(id))) return { kind: 'port', voyage: null, port };
    }
  }
  return { kind: 'elsewhere' };
}
