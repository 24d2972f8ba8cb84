import type { Place, PlaceShare } from '../../analysis/day-shares.ts';
import type { ShipSchedules } from '../../analysis/ship-schedules.ts';
import { shipLook } from '../../scene/ship-look.ts';
import type { TimeScale } from '../../timeline/time-scale.ts';
import { RibbonPatterns, ribbonId } from '../map/patterns.tsx';

/** Shares from the bottom up: at sea, then at each port, then on no reported voyage, which is left blank. */
export function stacked(shares: readonly PlaceShare[]): readonly PlaceShare[] {
  const rank = { sea: 0, port: 1, none: 2 };
  return shares.toSorted((a, b) => rank[a.place.kind] - rank[b.place.kind]);
}

/** The number of the step that a moment lies in; undefined outside of all. */
export function stepAt({ moments, step }: ShipSchedules, t: number): number | undefined {
  const [first] = moments;
  if (first === undefined) return undefined;
  const at = Math.floor((t - first) / step + 0.5);
  return at >= 0 && at < moments.length ? at : undefined;
}

/** Ports in the order they are stacked. */
const portsOf = (shares: readonly PlaceShare[]): readonly string[] =>
  stacked(shares).flatMap(({ place }) => (place.kind === 'port' ? [place.port] : []));

/** Textures of the ports of a ship, one unlike the other; used by `placeFill` with the same prefix. */
export function PlacePatterns({
  prefix,
  colour,
  shares,
}: {
  prefix: string;
  colour: number;
  shares: readonly PlaceShare[];
}) {
  const looks = portsOf(shares).map((_, at) => ({ look: { pattern: shipLook(at, '').pattern, colour } }));
  return <RibbonPatterns prefix={prefix} ships={looks} />;
}

/** The fill of a place. */
export function placeFill(prefix: string, shares: readonly PlaceShare[], place: Place): string {
  if (place.kind === 'sea') return 'var(--ship)';
  return place.kind === 'none' ? 'none' : `url(#${ribbonId(prefix, portsOf(shares).indexOf(place.port) % 6)})`;
}

interface Props {
  readonly ship: ShipSchedules;
  readonly scale: TimeScale;
  /** px of the picture. */
  readonly top: number;
  readonly height: number;
  /** Of the patterns. */
  readonly prefix: string;
}

/** For each step of time a column, as high as all schedules that fit, parted by where the ship is in them. */
export function ShareBand({ ship: { moments, step, shares }, scale, top, height, prefix }: Props) {
  const edges = [...moments.map((moment) => moment - step / 2), (moments.at(-1) ?? 0) + step / 2].map((t) =>
    Math.min(scale.x1, Math.max(scale.x0, scale.x(t))).toFixed(1),
  );
  const sums = new Float64Array(moments.length);
  const levels = (): number[] => Array.from(sums, (sum) => top + height * (1 - Math.min(1, sum)));
  const layers = stacked(shares).map(({ place, shares: own }) => {
    const lower = levels();
    own.forEach((share, at) => {
      sums[at] = (sums[at] as number) + share;
    });
    return { place, d: `M${stairs(edges, levels())}L${stairs(edges, lower, true)}z` };
  });
  const last = edges.at(-1) as string;
  return (
    <g class="share-band">
      <path class="share-ground" d={`M${edges[0]},${top}H${last}V${top + height}H${edges[0]}z`} />
      {layers.map(({ place, d }) => (
        <path key={JSON.stringify(place)} class={`share-${place.kind}`} d={d} fill={placeFill(prefix, shares, place)} />
      ))}
      <path class="share-frame" d={`M${edges[0]},${top}H${last}V${top + height}H${edges[0]}z`} />
    </g>
  );
}

/** Points of a line of steps; `back` from its right end to its left one. */
function stairs(edges: readonly string[], levels: readonly number[], back = false): string {
  const points = levels.flatMap((y, at) => [`${edges[at]},${y.toFixed(1)}`, `${edges[at + 1]},${y.toFixed(1)}`]);
  return (back ? points.reverse() : points).join('L');
}
