/**
 * The smallest set of things that cannot all be true, found exactly: a least hitting set of
 * everything whose removal would make peace (Reiter 1987; Ignatiev, Previti, Liffiton and
 * Marques-Silva, "Smallest MUS extraction with minimal hitting set dualization", 2015).
 */

export interface SmallestSet {
  /** Places of the members, rising. None of them can be left out. */
  readonly members: readonly number[];
  /** Proven: no other set that contradicts itself weighs less. */
  readonly smallest: boolean;
}

/**
 * Finds a set of least weight that contradicts itself.
 *
 * Each set tried is the lightest that meets every correction found so far (a correction: things whose removal leaves the
 * rest in peace). If it contradicts itself, it is the answer, since every contradiction meets every correction. If not,
 * it is grown until nothing more can be added in peace, and what is left over is one correction more.
 *
 * @param weights of all the things, above 0
 * @param contradicts whether things (one flag each) cannot all be true; adding a thing never makes peace
 * @param goOn asked before every set tried; once it says no, the members are only irreducible
 * @returns null where all of them together are at peace
 */
export function smallestSet(
  weights: readonly number[],
  contradicts: (active: readonly boolean[]) => boolean,
  goOn: () => boolean,
): SmallestSet | null {
  const all = weights.map(() => true);
  if (!contradicts(all)) return null;
  const heaviest = [...weights.keys()].sort((a, b) => (weights[b] as number) - (weights[a] as number) || b - a);
  const core = reduced(all, heaviest, contradicts);
  const bound = weightOf(core, weights);
  const corrections: number[][] = [];
  while (goOn()) {
    const hit = leastHitting(corrections, weights);
    if (hit === null) break;
    if (weightOf(hit, weights) >= bound) return { members: membersOf(core), smallest: true };
    if (contradicts(hit)) return { members: membersOf(hit), smallest: true };
    corrections.push(correction(hit, heaviest, contradicts));
  }
  return { members: membersOf(core), smallest: false };
}

function reduced(from: readonly boolean[], order: readonly number[], test: (active: boolean[]) => boolean): boolean[] {
  const core = [...from];
  for (const place of order) {
    core[place] = false;
    if (!test(core)) core[place] = true;
  }
  return core;
}

function correction(
  from: readonly boolean[],
  order: readonly number[],
  test: (active: boolean[]) => boolean,
): number[] {
  const peaceful = [...from];
  const over: number[] = [];
  for (const place of order) {
    if (peaceful[place]) continue;
    peaceful[place] = true;
    if (!test(peaceful)) continue;
    peaceful[place] = false;
    over.push(place);
  }
  return over;
}

/** Steps of the search for one hitting set at most. */
const MOST_STEPS = 200_000;

/** The lightest choice that meets every set, or null where that takes too long to find. */
function leastHitting(sets: readonly (readonly number[])[], weights: readonly number[]): boolean[] | null {
  const chosen = weights.map(() => false);
  const barred = weights.map(() => false);
  let best: boolean[] | null = null;
  let least = Infinity;
  let steps = 0;
  const search = (weight: number): void => {
    if (++steps > MOST_STEPS) return;
    const open = sets
      .filter((set) => !set.some((place) => chosen[place]))
      .map((set) => set.filter((place) => !barred[place]))
      .sort((a, b) => a.length - b.length);
    const [first] = open;
    if (weight + stillNeeded(open, weights) >= least) return;
    if (first === undefined) {
      best = [...chosen];
      least = weight;
      return;
    }
    for (const place of first) {
      chosen[place] = true;
      search(weight + (weights[place] as number));
      chosen[place] = false;
      barred[place] = true;
    }
    for (const place of first) barred[place] = false;
  };
  search(0);
  return steps > MOST_STEPS ? null : best;
}

/** Sets that share nothing have to be met one by one. Infinite where one cannot be met any more. */
function stillNeeded(open: readonly (readonly number[])[], weights: readonly number[]): number {
  const met = new Set<number>();
  let needed = 0;
  for (const set of open) {
    if (set.length === 0) return Infinity;
    if (set.some((place) => met.has(place))) continue;
    for (const place of set) met.add(place);
    needed += Math.min(...set.map((place) => weights[place] as number));
  }
  return needed;
}

const membersOf = (active: readonly boolean[]): number[] => [...active.keys()].filter((place) => active[place]);

const weightOf = (active: readonly boolean[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + (active[place] ? weight : 0), 0);
