/** How ships are told apart: by shape and pattern first, so that nothing depends on colour alone. */

export type Shape = 'diamond' | 'circle' | 'square' | 'triangle' | 'hexagon' | 'pentagon';
export type Pattern = 'slanted' | 'dotted' | 'upright' | 'slanted-back' | 'crossed' | 'waved';

export interface ShipLook {
  /** Number of the colour: `--ship-0` to `--ship-5` in the page's style. */
  readonly colour: number;
  readonly shape: Shape;
  readonly pattern: Pattern;
  /** Stands inside the ship on the map. */
  readonly letter: string;
}

/** A hull seen from above, bow up, around (0, 0), 32 units long: the `d` of an SVG path. */
export const HULL = 'M0,-17C5,-11 7.5,-7 7.5,-1V11.5Q7.5,15 4,15H-4Q-7.5,15 -7.5,11.5V-1C-7.5,-7 -5,-11 0,-17Z';

const SHAPES: readonly Shape[] = ['diamond', 'circle', 'square', 'triangle', 'hexagon', 'pentagon'];
const PATTERNS: readonly Pattern[] = ['slanted', 'dotted', 'upright', 'slanted-back', 'crossed', 'waved'];

/** The look of the ship with a number in the case; the seventh looks like the first, but for her letter. */
export function shipLook(number: number, name: string): ShipLook {
  const at = number % SHAPES.length;
  return {
    colour: at,
    shape: SHAPES[at] as Shape,
    pattern: PATTERNS[at] as Pattern,
    letter: [...name][0]?.toUpperCase() ?? '',
  };
}

/** An SVG path of a shape around (0, 0) with radius `r` px; all have about the same area. */
export function shapePath(shape: Shape, r: number): string {
  if (shape === 'circle') return `M${-r},0a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0z`;
  if (shape === 'square') {
    const half = r * 0.89;
    return `M${-half},${-half}h${2 * half}v${2 * half}h${-2 * half}z`;
  }
  const [corners, size] = { diamond: [4, 1.2], triangle: [3, 1.3], pentagon: [5, 1.12], hexagon: [6, 1.08] }[shape] as [
    number,
    number,
  ];
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners - Math.PI / 2;
    return `${(r * size * Math.cos(angle)).toFixed(2)},${(r * size * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}z`;
}
