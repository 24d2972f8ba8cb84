/** How the parts of the page share a box of some size. */
import type { Padding } from '../scene/camera.ts';
import type { Controls } from '../state/settings.ts';

/** `wide`: cards over the map, timeline below. `middle`: the same without cards. `narrow`: one column. `compact`: little height. */
export type LayoutName = 'wide' | 'middle' | 'narrow' | 'compact';

export interface Layout {
  readonly name: LayoutName;
  readonly strips: 'left' | 'above' | 'compact';
  /** Kept free around the lanes, px of the map. */
  readonly padding: Padding;
}

export function layoutName(width: number, height: number, controls: Controls): LayoutName {
  if (controls !== 'full' || height < 520) return 'compact';
  return width >= 960 ? 'wide' : width >= 600 ? 'middle' : 'narrow';
}

export const PANEL = 370;

/**
 * Lays out the map's part of the page.
 *
 * @param map size of the map, px
 * @param panel whether evidence is open beside the map
 */
export function layOut(name: LayoutName, map: { width: number; height: number }, panel: boolean): Layout {
  if (name === 'narrow') return { name, strips: 'above', padding: around(map, 64, 78, 40, 56) };
  if (name === 'middle') return { name, strips: 'left', padding: around(map, 60, 70, 60, 70) };
  if (name === 'compact') return { name, strips: 'compact', padding: around(map, 34, 110, 26, 110) };
  const right = panel ? PANEL + 20 : 0;
  return { name, strips: 'left', padding: around(map, 150, 90 + right, 76, 290) };
}

/** Padding that leaves the lanes at least half of the map. */
function around(
  { width, height }: { width: number; height: number },
  top: number,
  right: number,
  bottom: number,
  left: number,
) {
  const across = Math.min(1, width / 2 / (left + right));
  const down = Math.min(1, height / 2 / (top + bottom));
  return { top: top * down, right: right * across, bottom: bottom * down, left: left * across };
}
