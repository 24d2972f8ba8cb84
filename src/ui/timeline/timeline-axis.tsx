import type { ReadonlySignal } from '@preact/signals';
import type { Flag } from '../../timeline/flags.ts';
import { givesWay, PILL_SIZE, type Playhead as PlayheadPlace, playheadAt } from '../../timeline/playhead.ts';
import { Following } from '../following.tsx';
import { useFollowing, usePage } from '../page-context.ts';
import type { TimelinePicture } from './timeline-layout.ts';

const px = (value: number): string => value.toFixed(1);

/** Grid lines of the labelled ticks, small ticks, and the line of the axis, dotted on at both ends. */
export function AxisBelow({ picture }: { picture: TimelinePicture }) {
  const { ticks, strips, frame, mode } = picture;
  const top = strips.top - (mode === 'above' ? 0 : 3);
  const grid = ticks.filter(({ unit }) => unit !== null).map(({ x }) => `M${px(x)},${top}V${strips.bottom + 5}`);
  const small = ticks.filter(({ unit }) => unit === null).map(({ x }) => `M${px(x)},${strips.bottom}v3`);
  const on = Math.min(14, frame.x0);
  return (
    <>
      <path class="axis-grid" d={[...grid, ...small].join('')} />
      <path class="axis-line" d={`M${px(frame.x0)},${strips.bottom}H${px(frame.x1)}`} />
      <path
        class="axis-on"
        d={`M${px(frame.x0 - on)},${strips.bottom}h${px(on)}M${px(frame.x1)},${strips.bottom}h${px(on)}`}
      />
    </>
  );
}

/** Context events. */
export function Flags({ picture }: { picture: TimelinePicture }) {
  const { flags, events, strips } = picture;
  return (
    <g font-size={picture.frame.flagSize}>
      {flags.map((flag) => (
        <g key={flag.event}>
          <title>{events.get(flag.event)}</title>
          {flag.place === 'flag' && <Pole flag={flag} bottom={strips.bottom} />}
          {flag.words && (
            <text class="flag-words" x={px(flag.words.x)} y={flag.y} text-anchor={flag.words.anchor}>
              {flag.place === 'before' && <tspan class="flag-arrow">◂ </tspan>}
              {flag.words.days !== '' && <tspan class="flag-days">{flag.words.days}</tspan>}
              {flag.words.days !== '' && flag.words.text !== '' && ' '}
              {flag.words.text}
              {flag.place === 'after' && <tspan class="flag-arrow"> ▸</tspan>}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function Pole({ flag: { x, y, words, side }, bottom }: { flag: Flag; bottom: number }) {
  const [high, wide] = words ? [9, 6] : [6, 4.5];
  const cloth = side === 'right' ? wide : -wide;
  return (
    <>
      <path class="flag-drop" d={`M${px(x)},${y}V${bottom}`} />
      <path class="flag-pole" d={`M${px(x)},${y - high}V${y}`} />
      <path class="flag-cloth" d={`M${px(x)},${y - high}l${cloth},${high * 0.28}l${-cloth},${high * 0.28}z`} />
      <rect class="flag-hit" x={px(x - 5)} y={y - 12} width="10" height="16" />
    </>
  );
}

/** Where the playhead is and what its pill says, worked out once a moment. */
function useHead(picture: TimelinePicture) {
  const { state } = usePage();
  return useFollowing(() => {
    const t = state.time.value;
    const text = picture.pillText(t);
    return { text, ...playheadAt(picture.scale, t, text, picture.width) };
  }, [state, picture]);
}

/** The moment shown: this alone is drawn anew while time runs. */
export function Playhead({ picture }: { picture: TimelinePicture }) {
  const { strips } = picture;
  const head = useHead(picture);
  const line = useFollowing(() => `translate(${head.value.x.toFixed(2)},0)`, [head]);
  const pill = useFollowing(() => `translate(${head.value.pill.toFixed(2)},${strips.bottom + 4})`, [head]);
  const text = useFollowing(() => head.value.text, [head]);
  const { value: pillWidth } = useFollowing(() => head.value.pillWidth, [head]);
  return (
    <g class="playhead">
      <g transform={line}>
        <path class="playhead-line" d={`M0,${strips.top - 5}V${strips.bottom + 5}`} />
        <circle class="playhead-fill" cy={strips.top - 4} r="4" />
      </g>
      <g transform={pill}>
        <rect class="playhead-fill" x={-pillWidth / 2} y="0" width={pillWidth} height="18" rx="9" />
        <text class="playhead-text" y="13" font-size={PILL_SIZE} text-anchor="middle">
          <Following text={text} />
        </text>
      </g>
    </g>
  );
}

/** Words of the axis, but for one that the pill would touch: it is hidden, since taking it out would be dear while time moves. */
export function TickWords({ picture }: { picture: TimelinePicture }) {
  const head = useHead(picture);
  const words = picture.ticks.filter(
    ({ unit, x, width }) => unit !== null && x - width / 2 >= 0 && x + width / 2 <= picture.width,
  );
  return (
    <g class="axis-words">
      {words.map((tick) => (
        <TickWord key={tick.t} tick={tick} head={head} y={picture.strips.bottom + 17} />
      ))}
    </g>
  );
}

interface TickWordProps {
  readonly tick: TimelinePicture['ticks'][number];
  readonly head: ReadonlySignal<PlayheadPlace>;
  readonly y: number;
}

function TickWord({ tick, head, y }: TickWordProps) {
  const visibility = useFollowing(() => (givesWay(tick, tick.width, head.value) ? 'hidden' : undefined), [tick, head]);
  return (
    <text x={px(tick.x)} y={y} text-anchor="middle" visibility={visibility}>
      {tick.text}
    </text>
  );
}
