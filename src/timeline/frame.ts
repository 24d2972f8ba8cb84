/** The parts of the timeline's picture: the column of labels, the strips, the flags above and the axis below. */
import { type Mode, SIZES } from './strips.ts';
import { textWidth } from './text-width.ts';

export interface Frame {
  /** Ends of the axis, px. */
  readonly x0: number;
  readonly x1: number;
  /** Words beside bands may stand between these. */
  readonly left: number;
  readonly right: number;
  /** Right end of the voyages' titles in the column at the left; 0 in `above`. */
  readonly titles: number;
  /** Height kept for flags. */
  readonly top: number;
  /** Baselines of the levels of flags, from the lowest up, and of bare flags. */
  readonly levels: readonly number[];
  readonly bare: number;
  readonly flagSize: number;
}

/** A label: the ship's name where her group begins, and the voyage's title. */
export interface Label {
  readonly ship: string;
  readonly title: string;
}

export const SHIP_SIZE = 13;
/** Where labels begin: after the bar of the ship's colour, or after her mark. */
export const LABEL_LEFT: Readonly<Record<Mode, number>> = { left: 43, above: 26, compact: 26 };
const GAP = 12;

/**
 * @param labels of all rows, a ship's name in every one in `compact`, in `left` only where her group begins
 * @param ports names that stand beside an opened strip
 */
export function frameOf(mode: Mode, width: number, labels: readonly Label[], ports: readonly string[]): Frame {
  if (mode === 'above') {
    const edge = Math.min(14, width * 0.04);
    return {
      x0: edge,
      x1: width - edge,
      left: edge,
      right: width - edge,
      titles: 0,
      top: 26,
      levels: [12],
      bare: 22,
      flagSize: 11.5,
    };
  }
  const { words } = SIZES[mode];
  const size = mode === 'left' ? SHIP_SIZE : words + 0.5;
  const label = Math.max(
    0,
    ...labels.map(
      ({ ship, title }) =>
        textWidth(ship, size, 600) + (ship && title ? (mode === 'left' ? GAP : 4) : 0) + textWidth(title, words, 600),
    ),
  );
  const right = width >= 960 ? 82 : width >= 560 ? 62 : 16;
  if (mode === 'compact') {
    const x0 = Math.min(LABEL_LEFT.compact + label + GAP, width * 0.42);
    return {
      x0,
      x1: width - right,
      left: x0,
      right: width - 8,
      titles: x0 - GAP,
      top: 26,
      levels: [11],
      bare: 22,
      flagSize: 11.5,
    };
  }
  const port = Math.max(0, ...ports.map((name) => textWidth(name, 11)));
  const x0 = Math.min(LABEL_LEFT.left + label + GAP + port + 8, width * 0.32);
  const titles = x0 - port - 8 - GAP;
  return {
    x0,
    x1: width - right,
    left: x0,
    right: width - 8,
    titles,
    top: 46,
    levels: [33, 17],
    bare: 43,
    flagSize: 11.5,
  };
}
