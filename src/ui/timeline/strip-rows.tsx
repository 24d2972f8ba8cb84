import type { ComponentChildren } from 'preact';
import { type ShipLook, shapePath } from '../../scene/ship-look.ts';
import { type Band, DARK } from '../../timeline/bands.ts';
import type { MarkKind } from '../../timeline/marks.ts';
import type { Row } from '../../timeline/strips.ts';
import { SIZES } from '../../timeline/strips.ts';
import type { RowPicture, TimelinePicture } from './timeline-layout.ts';

/** About what a port's name needs, px. */
const PORT_ROOM = 48;

/** Higher than all rows together, px. */
const CLIPPED = 1e6;

const px = (value: number): string => value.toFixed(1);

/** Tint of the selected row, port lines, bands and illustrative lines: all that lies under the playhead. */
export function StripsBelow({ picture, prefix }: { picture: TimelinePicture; prefix: string }) {
  return (
    <>
      {picture.cut && (
        <clipPath id={`${prefix}-axis`}>
          <rect x={picture.frame.x0} y={-CLIPPED} width={picture.frame.x1 - picture.frame.x0} height={2 * CLIPPED} />
        </clipPath>
      )}
      {picture.rows.map((one, at) => (
        <g key={`${one.row.kind} ${one.opens}`} class={`ship-${one.look.colour}`}>
          {one.row.selected && <Tint picture={picture} row={one.row} />}
          {one.row.strips.map((strip) => (
            <path
              key={strip.top}
              class="strip-ports"
              d={`M${px(picture.frame.x0)},${strip.top}H${px(picture.frame.x1)}M${px(picture.frame.x0)},${strip.bottom}H${px(picture.frame.x1)}`}
            />
          ))}
          <OnAxis clip={picture.cut ? `url(#${prefix}-axis)` : undefined}>
            <Crossings row={one.row} prefix={`${prefix}-${at}`} />
          </OnAxis>
        </g>
      ))}
    </>
  );
}

/** What is cut where the axis ends, where it is not all of the case's. */
function OnAxis({ clip, children }: { clip: string | undefined; children: ComponentChildren }) {
  return clip ? <g clip-path={clip}>{children}</g> : children;
}

/** Bands and illustrative lines of a row; under those of a selected one lies paper. */
function Crossings({ row, prefix }: { row: Row; prefix: string }) {
  return (
    <>
      {row.selected &&
        row.bands.map((band, number) => <Ground key={band.points.join()} band={band} id={`${prefix}-${number}g`} />)}
      {row.bands.map((band, number) => (
        <BandShape key={band.points.join()} band={band} id={`${prefix}-${number}`} />
      ))}
      {row.lines.map(({ points }) => {
        const d = `M${points.map(([x, y]) => `${px(x)},${y}`).join('L')}`;
        return (
          <g key={d}>
            <path class="strip-line-halo" d={d} />
            <path class="strip-line" d={d} />
          </g>
        );
      })}
    </>
  );
}

function Tint({ picture, row }: { picture: TimelinePicture; row: Row }) {
  const [side, up, down] = picture.mode === 'left' ? [6, 5, 5] : [2, SIZES[picture.mode].label + 3, 5];
  return (
    <rect
      class="strip-tint"
      x={side}
      y={row.top - up}
      width={picture.width - 2 * side}
      height={row.bottom - row.top + up + down}
      rx="4"
    />
  );
}

const outlineOf = ({ points }: Band): string => points.map(([x, y]) => `${px(x)},${y}`).join(' ');

/** Paper under a band, so that the tint of its row does not mix with its ink. */
function Ground({ band, id }: { band: Band; id: string }) {
  return (
    <>
      <Fade id={id} band={band} opacity={1} ground />
      <polygon points={outlineOf(band)} fill={`url(#${id})`} />
    </>
  );
}

/** Flat ink, a rim on both port lines, and a line only at an end where somebody saw the ship. */
function BandShape({ band, id }: { band: Band; id: string }) {
  const { points, x1, x2, opacity, left, right } = band;
  const [a, b, c, d] = points;
  const thin = x2 - x1 < 2;
  return (
    <>
      <Fade id={id} band={band} opacity={opacity} />
      <Fade id={`${id}r`} band={band} opacity={0.8} />
      <polygon points={outlineOf(band)} fill={thin ? 'var(--ship)' : `url(#${id})`} />
      <path
        class="strip-rim"
        stroke={`url(#${id}r)`}
        d={`M${px(a[0])},${a[1]}H${px(d[0])}M${px(b[0])},${b[1]}H${px(c[0])}`}
      />
      {(left.sharp || thin) && <path class="strip-edge" d={`M${px(a[0])},${a[1]}L${px(b[0])},${b[1]}`} />}
      {right.sharp && <path class="strip-edge" d={`M${px(d[0])},${d[1]}L${px(c[0])},${c[1]}`} />}
    </>
  );
}

/** Ink of a band from end to end; `ground`: paper in its place. */
function Fade(props: { id: string; band: Band; opacity: number; ground?: boolean }) {
  const { id, opacity, ground = false } = props;
  const { x1, x2, left, right } = props.band;
  const span = Math.max(x2 - x1, 0.1);
  const stops = [
    [0, left.sharp ? opacity : 0],
    [left.fade / span, opacity],
    [1 - right.fade / span, opacity],
    [1, right.sharp ? opacity : 0],
  ] as const;
  return (
    <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={px(x1)} x2={px(x2)} y1="0" y2="0">
      {stops.map(([offset, ink], at) => (
        <stop
          key={at < 2 ? `left ${at}` : `right ${at}`}
          class={ground ? 'strip-ground' : 'strip-stop'}
          offset={offset.toFixed(4)}
          stop-opacity={ink}
        />
      ))}
    </linearGradient>
  );
}

/** Sightings, words and labels: all that lies over the playhead. */
export function StripsAbove({ picture }: { picture: TimelinePicture }) {
  const { mark } = SIZES[picture.mode];
  return (
    <>
      {picture.rows.map((one) => (
        <g key={`${one.row.kind} ${one.opens}`} class={`ship-${one.look.colour}`}>
          {one.row.marks.map(({ sighting, kind, x, y, since }) => (
            <g key={`${sighting} ${x}`}>
              {since !== undefined && <path class="strip-since" d={`M${px(since)},${y}H${px(x)}`} />}
              <g transform={`translate(${px(x)},${y})`}>
                <MarkShape kind={kind} look={one.look} radius={mark} />
              </g>
            </g>
          ))}
          {one.words.map(({ text, x, y, size, anchor, bold, outside }) => (
            <text
              key={text}
              class={`strip-words${bold ? ' strip-bold' : ''}${outside ? ' strip-outside' : ''}${one.row.selected ? ' strip-chosen' : ''}`}
              x={px(x)}
              y={px(y)}
              font-size={size}
              text-anchor={anchor}
            >
              {text}
            </text>
          ))}
          <RowLabel picture={picture} one={one} />
        </g>
      ))}
      {picture.mode === 'left' &&
        picture.strips.groups.map(({ vessel, top, bottom }) => {
          const colour = picture.rows.find(({ row }) => row.vessel === vessel)?.look.colour ?? 0;
          return <path key={vessel} class={`strip-group ship-${colour}`} d={`M32,${top}V${bottom}`} />;
        })}
    </>
  );
}

/** A sighting's mark around (0, 0): filled where the ship was named, hollow where not, a box where only cargo was seen. */
export function MarkShape({ kind, look, radius }: { kind: MarkKind; look: ShipLook; radius: number }) {
  if (kind === 'cargo') {
    const r = radius - 0.2;
    const third = px(r * 0.36);
    return (
      <g class="strip-cargo">
        <rect x={-r} y={-r} width={2 * r} height={2 * r} />
        <path d={`M-${third},${-r}V${r}M${third},${-r}V${r}`} />
      </g>
    );
  }
  const hollow = kind === 'unnamed';
  return (
    <path
      class={hollow ? 'strip-mark-hollow' : 'strip-mark'}
      d={shapePath(look.shape, hollow ? radius - 0.7 : radius)}
    />
  );
}

function RowLabel({ picture, one }: { picture: TimelinePicture; one: RowPicture }) {
  const { frame, mode } = picture;
  const { row, look, ship, title, named, summary } = one;
  const chosen = row.selected ? ' strip-chosen' : '';
  if (mode === 'left') {
    const y = (row.top + row.bottom) / 2 + 4.5;
    return (
      <>
        {named && (
          <text class="strip-ship" x="43" y={y}>
            {ship}
          </text>
        )}
        <text class={`strip-title${chosen}`} x={px(frame.titles)} y={y} text-anchor="end">
          {title}
        </text>
        {row.selected && <PortNames picture={picture} row={row} />}
      </>
    );
  }
  const above = mode === 'above';
  const y = above ? row.top - 5 : (row.top + row.bottom) / 2 + 4;
  const x = above ? frame.x0 : 12;
  return (
    <>
      <path class="strip-mark" transform={`translate(${px(x + 5)},${y - 4.2})`} d={shapePath(look.shape, 4.2)} />
      <text class={`strip-title strip-label${chosen}`} x={px(x + 14)} y={y}>
        <tspan class="strip-ship">{ship}</tspan> {title}
      </text>
      {above && summary !== '' && (
        <text class={`strip-summary${chosen}`} x={px(frame.x1)} y={y} text-anchor="end">
          {summary}
        </text>
      )}
      {above && row.selected && <PortNames picture={picture} row={row} />}
    </>
  );
}

/** Beside the strip, or inside it at the end that no dark band begins at. */
function PortNames({ picture, row }: { picture: TimelinePicture; row: Row }) {
  const { frame, mode, portName } = picture;
  const beside = mode === 'left';
  const isTaken = row.bands.some(({ opacity, x1 }) => opacity > DARK && x1 < frame.x0 + PORT_ROOM);
  const x = beside ? frame.x0 - 8 : isTaken ? frame.x1 - 1 : frame.x0 + 1;
  return (
    <>
      {row.strips.map(({ top, bottom, ports }) => (
        <g key={top} class="strip-port" text-anchor={beside || isTaken ? 'end' : 'start'}>
          <text x={px(x)} y={beside ? top + 7 : top + 12}>
            {portName(ports[0])}
          </text>
          <text x={px(x)} y={beside ? bottom + 1 : bottom - 4}>
            {portName(ports[1])}
          </text>
        </g>
      ))}
    </>
  );
}
