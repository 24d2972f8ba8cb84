import type { ReadonlySignal } from '@preact/signals';
import { HULL, type ShipLook } from '../../scene/ship-look.ts';

/** Path data of what a ship on a course leaves behind: nothing where she lies still. */
export const wakeOf = (course: number | null): string =>
  course === null ? 'M0,0' : 'M-5.5,18Q-7,28 -12,40M5.5,18Q7,28 12,40M0,19V33';

/** The transform of a hull on a course, degrees clockwise from the top; upright where she lies still. */
export const turned = (course: number | null): string => `rotate(${(course ?? 0).toFixed(1)}) scale(1.12)`;

interface ShipGlyphProps {
  readonly look: ShipLook;
  /** As `turned` has it. */
  readonly turn: string | ReadonlySignal<string>;
  /** As `wakeOf` has it. */
  readonly wake?: string | ReadonlySignal<string>;
  readonly wakeId?: string;
}

/** A ship's best guess: a dashed outline, because a filled mark means that somebody saw her. */
export function ShipGlyph({ look, turn, wake, wakeId }: ShipGlyphProps) {
  return (
    <g class={`ship-${look.colour}`}>
      <g transform={turn}>
        {wake && <path d={wake} fill="none" stroke={`url(#${wakeId})`} stroke-width="1.6" stroke-linecap="round" />}
        <path d={HULL} fill="var(--paper)" stroke="var(--ship)" stroke-width="2" stroke-dasharray="3 2.2" />
      </g>
      <text y="4" text-anchor="middle" font-size="12.5" font-weight="700" fill="var(--ship)">
        {look.letter}
      </text>
    </g>
  );
}

/** The gradient that lets a wake fade astern. */
export function WakeGradient({ id, look }: { id: string; look: ShipLook }) {
  return (
    <linearGradient id={id} class={`ship-${look.colour}`} gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="17" y2="40">
      <stop offset="0" stop-color="var(--ship)" stop-opacity="0.9" />
      <stop offset="1" stop-color="var(--ship)" stop-opacity="0" />
    </linearGradient>
  );
}
