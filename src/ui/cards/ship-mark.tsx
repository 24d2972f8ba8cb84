import { type ShipLook, shapePath } from '../../scene/ship-look.ts';

/** The shape of a ship as a small picture, 13 px square: filled where she was seen by name, hollow where no name was given. */
export function ShipMark({ look, hollow = false }: { look: ShipLook; hollow?: boolean }) {
  return (
    <svg class={`ship-mark ship-${look.colour}`} width="13" height="13" viewBox="-6.5 -6.5 13 13" aria-hidden="true">
      <path
        d={shapePath(look.shape, hollow ? 4.2 : 5)}
        fill={hollow ? 'var(--paper)' : 'var(--ship)'}
        stroke="var(--ship)"
        stroke-width={hollow ? 1.8 : 0}
      />
    </svg>
  );
}
