/** Where the playhead and its pill stand, and which words of the axis give way to it. */
import { textWidth } from './text-width.ts';
import type { Tick, TimeScale } from './time-scale.ts';

export const PILL_SIZE = 11.5;

export interface Playhead {
  readonly x: number;
  /** Middle of the pill: under the playhead, but never off the picture. */
  readonly pill: number;
  readonly pillWidth: number;
}

/**
 * @param t UTC milliseconds
 * @param text what the pill says
 * @param width of the picture, px
 */
export function playheadAt(scale: TimeScale, t: number, text: string, width: number): Playhead {
  const x = scale.x(t);
  // Digits are equally wide; widths rounded up keep the pill still while time runs.
  const pillWidth = Math.ceil((textWidth(text, PILL_SIZE, 600) + 18) / 8) * 8;
  const half = pillWidth / 2 + 2;
  return { x, pill: Math.min(width - half, Math.max(half, x)), pillWidth };
}

/** Whether the words of a tick, `width` px wide, would touch the pill. */
export function givesWay(tick: Tick, width: number, { pill, pillWidth }: Playhead): boolean {
  return Math.abs(tick.x - pill) < (pillWidth + width) / 2 + 5;
}
