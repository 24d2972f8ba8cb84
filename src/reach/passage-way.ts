/** Ways through a passage that the coast closes, on its own line as far as that is needed. */
import { chordArcKm } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';
import type { Stretch } from './grid-ways.ts';
import type { LatticeWater } from './lattice-way.ts';
import { NAMED_PASSAGES, type Passage } from './passages.ts';

/** The line is looked at every so many km. */
const SAMPLE_KM = 0.3;

type Span = readonly [from: number, to: number];

/**
 * A way from one place to another through a named passage: over open water to where the land begins on its line, along the line
 * to where it ends, and on over open water. Undefined where the passage has no line or cannot be reached.
 *
 * @param openWay finds ways over open water
 */
export function passageWay(
  id: string,
  from: LonLat,
  to: LonLat,
  { isWater, isClear }: LatticeWater,
  openWay: (a: LonLat, b: LonLat) => LonLat[] | undefined,
): Stretch[] | undefined {
  const passages: readonly Passage[] = NAMED_PASSAGES;
  const given = passages.find((one) => one.id === id)?.line;
  if (!given) return undefined;
  const [first, last] = [given[0], given.at(-1)] as [LonLat, LonLat];
  const ahead = chordArcKm(from, first) + chordArcKm(last, to) <= chordArcKm(from, last) + chordArcKm(first, to);
  const line = sampled(ahead ? given : given.toReversed());
  const at = (i: number) => line[i] as LonLat;
  const spans = landOn(line, isWater, isClear);
  const longest = spans.reduce<Span | undefined>(
    (best, one) => (!best || one[1] - one[0] > best[1] - best[0] ? one : best),
    undefined,
  );
  if (!longest) return undefined;
  // From the longest stretch of land outwards: what a ship can reach by water comes first.
  const entries = spans.map(([begin]) => begin).filter((begin) => begin <= longest[0]);
  const exits = spans.map(([, end]) => end).filter((end) => end >= longest[1]);
  const into = firstOf(entries.reverse(), (i) => openWay(from, at(i)));
  const out = into && firstOf(exits, (i) => openWay(at(i), to));
  if (!into || !out) return undefined;
  return [
    { points: into.way, passage: null },
    {
      points: line.filter((p, i) => i === into.at || i === out.at || (i > into.at && i < out.at && given.includes(p))),
      passage: id,
    },
    { points: out.way, passage: null },
  ];
}

function firstOf(places: readonly number[], find: (at: number) => LonLat[] | undefined) {
  for (const at of places) {
    const way = find(at);
    if (way) return { at, way };
  }
  return undefined;
}

/** The line with its own points and others between. */
function sampled(line: readonly LonLat[]): LonLat[] {
  return line.flatMap((b, i): LonLat[] => {
    const a = line[i - 1];
    if (!a) return [b];
    const parts = Math.ceil(chordArcKm(a, b) / SAMPLE_KM);
    return Array.from({ length: parts }, (_, n): LonLat => {
      const share = (n + 1) / parts;
      return n + 1 === parts ? b : [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    });
  });
}

/** The stretches of a line over land, each from the last place in the water before it to the first one after it. */
function landOn(
  line: readonly LonLat[],
  isWater: (p: LonLat) => boolean,
  isClear: (a: LonLat, b: LonLat) => boolean,
): Span[] {
  const spans: Span[] = [];
  let begin = -1;
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i] as LonLat, line[i + 1] as LonLat];
    const dry = !isWater(a) || !isWater(b) || !isClear(a, b);
    if (dry && begin < 0) begin = i;
    if (!dry && begin >= 0) {
      spans.push([begin, i]);
      begin = -1;
    }
  }
  if (begin >= 0) spans.push([begin, line.length - 1]);
  return spans;
}
