import type { Pattern } from '../../scene/ship-look.ts';

/** Id of the fill that ribbons of a ship are drawn with. `prefix` keeps several pictures in one page apart. */
export const ribbonId = (prefix: string, ship: number): string => `${prefix}-ribbon-${ship}`;

interface Tile {
  readonly width: number;
  readonly height: number;
  readonly turn: number;
  /** Opacity of the ground under the lines. */
  readonly ground: number;
  readonly d?: string;
  readonly dots?: readonly (readonly [number, number])[];
}

const TILES: Readonly<Record<Pattern, Tile>> = {
  slanted: { width: 8, height: 3.6, turn: 8, ground: 0.3, d: 'M0,0.6h8' },
  dotted: {
    width: 6.6,
    height: 6,
    turn: -20,
    ground: 0.16,
    dots: [
      [1.6, 1.5],
      [4.9, 4.5],
    ],
  },
  upright: { width: 4.4, height: 8, turn: 0, ground: 0.22, d: 'M1,0v8' },
  'slanted-back': { width: 8, height: 3.8, turn: -52, ground: 0.24, d: 'M0,0.6h8' },
  crossed: { width: 6, height: 6, turn: 45, ground: 0.14, d: 'M0,0.6h6M0.6,0v6' },
  waved: { width: 8, height: 4.4, turn: 0, ground: 0.22, d: 'M0,2.2q2,-2.4 4,0t4,0' },
};

/** SVG patterns of the ribbons: one a ship, told apart by texture as well as by colour. */
export function RibbonPatterns({ prefix, ships }: { prefix: string; ships: readonly { look: ShipPattern }[] }) {
  return (
    <defs>
      {ships.map(({ look }, ship) => {
        const tile = TILES[look.pattern];
        return (
          <pattern
            key={ship}
            id={ribbonId(prefix, ship)}
            class={`ship-${look.colour}`}
            width={tile.width}
            height={tile.height}
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${tile.turn})`}
          >
            <rect width={tile.width} height={tile.height} fill="var(--ship)" fill-opacity={tile.ground} />
            {tile.d && <path d={tile.d} fill="none" stroke="var(--ship)" stroke-width="1.2" />}
            {tile.dots?.map(([x, y]) => (
              <circle key={x} cx={x} cy={y} r="0.95" fill="var(--ship)" />
            ))}
          </pattern>
        );
      })}
    </defs>
  );
}

interface ShipPattern {
  readonly pattern: Pattern;
  readonly colour: number;
}
