import type { ClaimedCount, TripRange } from '../../analysis/trip-limits.ts';

interface Line {
  readonly name: string;
  readonly range: TripRange | null;
  readonly words: string;
}

interface TripLinesProps {
  readonly lines: readonly Line[];
  /** What sources count, drawn as a row of their own. */
  readonly counts: readonly ClaimedCount[];
  /** The number at the end of the scale. */
  readonly most: number;
  /** Said under the picture; empty where it was said before. */
  readonly caption: string;
  readonly countsName: string;
}

const WIDTH = 338;
const [LEFT, RIGHT] = [8, WIDTH - 14];
const ROW = 30;
const TICKS = [0, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

/** Ranges of numbers of trips as bars on one line, with what sources count as marks. Every figure stands in words beside its bar. */
export function TripLines({ lines, counts, most, caption, countsName }: TripLinesProps) {
  // A square root keeps few trips apart where many fit.
  const x = (trips: number): number => LEFT + (RIGHT - LEFT) * Math.sqrt(Math.min(trips, most) / most);
  const shown = TICKS.filter((tick, at) => tick <= most && (at === 0 || x(tick) - x(TICKS[at - 1] ?? 0) > 9));
  const below = lines.length * ROW + (counts.length > 0 ? ROW + 6 : 0);
  return (
    <figure class="trip-lines">
      <svg width={WIDTH} height={below + 20} viewBox={`0 0 ${WIDTH} ${below + 20}`} role="img" aria-label={told(lines)}>
        {shown.map((tick) => (
          <g key={tick}>
            <path class="trip-tick" d={`M${x(tick)},0V${below}`} />
            <text class="trip-number" x={x(tick)} y={below + 14} text-anchor="middle">
              {tick}
            </text>
          </g>
        ))}
        {lines.map((line, at) => (
          <g key={line.name} transform={`translate(0 ${at * ROW})`}>
            <text class="trip-name" x={LEFT} y="12">
              {line.name}: <tspan class="trip-words">{line.words}</tspan>
            </text>
            {line.range && <Bar range={line.range} x={x} />}
          </g>
        ))}
        {counts.length > 0 && (
          <g transform={`translate(0 ${lines.length * ROW})`}>
            <text class="trip-name" x={LEFT} y="12">
              {countsName}
            </text>
            {counts.map((count) => (
              <Count key={count.claim} count={count} x={x} />
            ))}
          </g>
        )}
      </svg>
      {caption !== '' && <figcaption class="quiet">{caption}</figcaption>}
    </figure>
  );
}

const told = (lines: readonly Line[]): string => lines.map(({ name, words }) => `${name}: ${words}`).join('; ');

type Scale = (trips: number) => number;

/** A bar with upright ends where a number is reached; an arrow where there is no greatest. */
function Bar({ range: { least, greatest }, x }: { range: TripRange; x: Scale }) {
  const [from, to] = [x(least), Number.isFinite(greatest) ? x(greatest) : RIGHT + 6];
  return (
    <g class="trip-bar">
      <path d={`M${from},21H${to}`} />
      <path d={`M${from},17v8`} />
      <path d={Number.isFinite(greatest) ? `M${to},17v8` : `M${to - 4},17l5,4-5,4`} />
    </g>
  );
}

/** At least so many: a triangle that points on. Exactly, or a range: a dot or a line of its own below. */
function Count({ count: { least, most }, x }: { count: ClaimedCount; x: Scale }) {
  if (most === undefined) return <path class="trip-count" d={`M${x(least) - 3},17l7,4-7,4z`} />;
  return (
    <g class="trip-count">
      <rect x={x(least) - 3} y="27" width={x(most) - x(least) + 6} height="6" rx="3" />
    </g>
  );
}
