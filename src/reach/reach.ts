import { HOUR, type Window } from '../model/edtf.ts';
import { geodesicKm, KM_PER_NAUTICAL_MILE } from '../model/geodesy.ts';
import { unwrapLon } from '../model/path.ts';
import type { LonLat } from '../model/records.ts';
import { kmAshore } from './ashore.ts';
import { marchedKm } from './distance-field.ts';
import { type LandLayer, waterGrid } from './land-raster.ts';
import { PASSAGES } from './passages.ts';
import { fieldOf, placeKm, pointKm, type ReachField } from './reach-field.ts';
import { type KnownPlace, layStarts } from './starts.ts';
import {
  cellCentre,
  frameOver,
  GREATEST_LAT,
  type GridBox,
  latOfRow,
  lonOfColumn,
  type WaterGrid,
} from './water-grid.ts';

/** A ship known at one place, and next at another. */
export interface ReachQuestion {
  readonly from: KnownPlace;
  readonly to: KnownPlace;
  /** UTC ms: the earliest she can have left the one, the latest she can have come to the other. */
  readonly window: Window;
  /** The greatest speed assumed, over the ground. */
  readonly knots: number;
}

/** Everywhere a ship may have been between two known places. */
export interface Reach {
  readonly kind: 'reach';
  readonly question: ReachQuestion;
  /** Land, coarse to fine, that the grid was made from. */
  readonly layers: readonly LandLayer[];
  readonly grid: WaterGrid;
  /** Distances over water from the first and from the second place. */
  readonly from: ReachField;
  readonly to: ReachField;
  /** What she can sail in the whole time, km. */
  readonly rangeKm: number;
  /** The shortest way from the one place to the other, km: never too long. */
  readonly directKm: number;
  /** The farthest she can get from both places: `km` is over water, to the nearer of the two. */
  readonly farthest: { readonly position: LonLat; readonly km: number };
}

/**
 * Why no reach is drawn. `too-fast`: the claims ask for more than the speed assumed; `needsKnots` is what they ask for.
 */
export type NoReach =
  | { readonly kind: 'none'; readonly reason: 'open-window' | 'no-water-nearby' | 'not-connected' | 'near-pole' }
  | { readonly kind: 'none'; readonly reason: 'too-fast'; readonly needsKnots: number };

/** Cells of the rough grid that finds where the reach lies, and of the fine one that is laid there. */
const ROUGH_CELLS = 50_000;
export const FINE_CELLS = 400_000;
/** The rough box is this much wider than a plain circle asks for: great circles are no straight lines. */
const WIDER = 1.02;
/** And by this, km: a place on land counts as far as the water nearest to it. */
const ROOM_KM = 40;
const KM_PER_DEGREE = 110.5;
const RADIANS = Math.PI / 180;

/** Kilometres sailed in a time (ms) at a speed (knots). */
export const kmSailed = (time: number, knots: number): number => (time / HOUR) * knots * KM_PER_NAUTICAL_MILE;

/**
 * A box that holds everything within reach, on land or water: a point in reach is no farther from the middle between
 * the two places than half of what can be sailed. The whole world's width where the circle comes near a pole or goes
 * far round.
 */
export function reachBox({ from, to, window, knots }: ReachQuestion): GridBox {
  const rangeKm = Math.max(0, kmSailed(window.latest - window.earliest, knots)) + 2 * (from.errorKm + to.errorKm);
  const toLon = unwrapLon(to.position[0], from.position[0]);
  const [lon, lat] = [(from.position[0] + toLon) / 2, (from.position[1] + to.position[1]) / 2];
  // Middle of the map, not of the great circle: the difference is made good.
  const apartKm = geodesicKm(from.position, to.position);
  const off = Math.max(geodesicKm([lon, lat], from.position), geodesicKm([lon, lat], to.position)) - apartKm / 2;
  const radius = ((Math.max(rangeKm, apartKm) / 2 + off) * WIDER + ROOM_KM) / KM_PER_DEGREE;
  const [south, north] = [Math.max(-GREATEST_LAT, lat - radius), Math.min(GREATEST_LAT, lat + radius)];
  const across = Math.sin(Math.min(90, radius) * RADIANS) / Math.cos(lat * RADIANS);
  const half = radius >= 90 - Math.abs(lat) || across >= 1 ? 180 : Math.asin(across) / RADIANS;
  return half >= 150 ? [-180, south, 180, north] : [lon - half, south, lon + half, north];
}

/**
 * Everywhere a ship may have been between two known places: the potential path area (Hägerstrand 1970) over water. It
 * is never less than what is possible at the speed assumed: the distances err short (by half a per cent, and by land
 * thinner than a cell), a place that is not exactly known counts wherever it may be. Nearer to a pole than 85 degrees
 * nothing is drawn.
 *
 * Yields the share of the work done, 0 to 1.
 *
 * @param layers land, coarse to fine, that covers `reachBox(question)`
 */
export function* findReach(
  question: ReachQuestion,
  layers: readonly LandLayer[],
  mostCells = FINE_CELLS,
): Generator<number, Reach | NoReach> {
  const { window, knots } = question;
  if (!Number.isFinite(window.latest - window.earliest)) return { kind: 'none', reason: 'open-window' };
  if ([question.from, question.to].some(({ position }) => Math.abs(position[1]) > GREATEST_LAT - 1))
    return { kind: 'none', reason: 'near-pole' };
  const [from, to] = [afloat(question.from, layers), afloat(question.to, layers)];
  if (!from || !to) return { kind: 'none', reason: 'no-water-nearby' };
  const rangeKm = kmSailed(window.latest - window.earliest, knots);
  const afloatQuestion = { ...question, from, to };
  const rough = yield* fieldsOver(
    afloatQuestion,
    rangeKm,
    reachBox(question),
    layers,
    Math.min(mostCells, ROUGH_CELLS),
    0,
  );
  if ('kind' in rough) return rough;
  const fine = yield* fieldsOver(afloatQuestion, rangeKm, reachedBox(rough, rangeKm), layers, mostCells, 0.2);
  if ('kind' in fine) return fine;
  const directKm = placeKm(fine.grid, fine.from, to);
  return { kind: 'reach', question, layers, ...fine, rangeKm, directKm, farthest: farthestOf(fine, rangeKm) };
}

/** How far from the water a place may lie, km. */
const MOST_ASHORE_KM = 15;

/** A place on land becomes one whose error reaches the water; null where that is more than 15 km away. */
export function afloat(place: KnownPlace, layers: readonly LandLayer[]): KnownPlace | null {
  const ashore = kmAshore(layers, place.position);
  return ashore > MOST_ASHORE_KM + place.errorKm ? null : { ...place, errorKm: Math.max(place.errorKm, ashore * 1.01) };
}

type Fields = Pick<Reach, 'grid' | 'from' | 'to'>;

/** One grid and its two fields; the work is counted from the share `done` on, the rough grid being a fifth of it. */
function* fieldsOver(
  { from, to, knots }: ReachQuestion,
  rangeKm: number,
  box: GridBox,
  layers: readonly LandLayer[],
  mostCells: number,
  done: number,
): Generator<number, Fields | NoReach> {
  const share = done === 0 ? 0.2 : 1 - done;
  const grid = waterGrid(frameOver(box, mostCells), layers, PASSAGES);
  yield done + share * 0.2;
  const starts = layStarts(grid, [from, to]);
  if (starts === null) return { kind: 'none', reason: 'no-water-nearby' };
  if (starts === 'apart') return { kind: 'none', reason: 'not-connected' };
  // A little farther than can be sailed, since the distances are shortened, and so that the edge has cells on both sides.
  const { widths, heights } = grid;
  const mostKm = rangeKm * 1.01 + 4 * Math.max(...widths, ...heights) + from.errorKm + to.errorKm;
  const fromField = fieldOf(grid, marchedKm(grid, starts[0], mostKm), from);
  yield done + share * 0.6;
  const toField = fieldOf(grid, marchedKm(grid, starts[1], mostKm), to);
  yield done + share;
  const directKm = placeKm(grid, fromField, to);
  if (directKm <= rangeKm) return { grid, from: fromField, to: toField };
  // Beyond the march's end only a lower bound is known: what the globe itself asks for.
  const leastKm = Number.isFinite(directKm) ? directKm : Math.max(rangeKm, geodesicKm(from.position, to.position));
  return { kind: 'none', reason: 'too-fast', needsKnots: (leastKm / rangeKm) * knots };
}

/** The box of the cells in reach, with two cells around. */
function reachedBox({ grid, from, to }: Fields, rangeKm: number): GridBox {
  const { columns, rows } = grid;
  const held = new Uint8Array(columns);
  let [top, bottom] = [rows, -1];
  const { widths, heights } = grid;
  const pad = 2 * Math.max(...widths, ...heights);
  for (let cell = 0; cell < grid.wet.length; cell++) {
    if (!((from.km[cell] as number) + (to.km[cell] as number) <= rangeKm + pad)) continue;
    held[cell % columns] = 1;
    top = Math.min(top, Math.floor(cell / columns));
    bottom = Math.max(bottom, Math.floor(cell / columns));
  }
  const [south, north] = [latOfRow(grid, bottom + 3), latOfRow(grid, top - 2)];
  const [left, right] = grid.round ? roundTheGap(held) : [held.indexOf(1), held.lastIndexOf(1)];
  if (right - left + 5 >= columns && grid.round) return [-180, south, 180, north];
  return [lonOfColumn(grid, left - 2), south, lonOfColumn(grid, right + 3), north];
}

/**
 * First and last column held, going round the widest gap of a round grid; the last may be beyond the grid's own
 * columns.
 */
function roundTheGap(held: Uint8Array): [first: number, last: number] {
  const { length } = held;
  let [widest, after] = [0, 0];
  for (let start = 0; start < length; start++) {
    let run = 0;
    while (run < length && held[(start + run) % length] === 0) run++;
    if (run > widest) [widest, after] = [run, start + run];
  }
  return [after % length, (after % length) + length - widest - 1];
}

function farthestOf({ grid, from, to }: Fields, rangeKm: number): Reach['farthest'] {
  let [best, km] = [0, -1];
  for (let cell = 0; cell < grid.wet.length; cell++) {
    const [a, b] = [from.km[cell] as number, to.km[cell] as number];
    if (!(a + b <= rangeKm) || Math.min(a, b) <= km || grid.wet[cell] === 0) continue;
    [best, km] = [cell, Math.min(a, b)];
  }
  return { position: cellCentre(grid, best), km: Math.max(0, km) };
}

/**
 * What she can have sailed from the first place, and still can to the second, km, at `t` (UTC ms); below 0 outside the
 * window.
 */
export function rangesAt({ question }: Reach, t: number): readonly [fromKm: number, toKm: number] {
  const { window, knots } = question;
  return [kmSailed(t - window.earliest, knots), kmSailed(window.latest - t, knots)];
}

/**
 * How far inside the reach a place is at `t` (UTC ms), km: 0 on its edge, below 0 outside, -Infinity where no water is
 * within a cell of the place. It changes by at most the speed times the time.
 */
export function marginKm(reach: Reach, position: LonLat, t: number): number {
  const [a, b] = rangesAt(reach, t);
  return Math.min(a - pointKm(reach.grid, reach.from, position), b - pointKm(reach.grid, reach.to, position));
}
