/** How the parts of the page share a box of some size. */
import { leavingHalf, type Padding, type Size } from '../scene/camera.ts';
import type { Controls } from '../state/settings.ts';

/** `wide`: title, legend and cards over the map. `middle` and `narrow`: one column, strips named beside or above. `compact`: little height. */
export type LayoutName = 'wide' | 'middle' | 'narrow' | 'compact';

export interface Layout {
  readonly name: LayoutName;
  readonly strips: 'left' | 'above' | 'compact';
  /** Kept free around the lanes, px of the map. */
  readonly padding: Padding;
}

/** Below this height everything is compact, px. */
export const LEAST_HEIGHT = 520;

export function layoutName(width: number, height: number, controls: Controls): LayoutName {
  if (controls !== 'full' || height < LEAST_HEIGHT) return 'compact';
  return width >= 1100 && height >= 640 ? 'wide' : width >= 640 ? 'middle' : 'narrow';
}

export const PANEL = 370;

/** Height of a map with room for the whole legend, and for the scale under the title, px. */
export const ROOMY = 430;

/** Where the style sheet puts the left end of the scale, px. */
export const scaleLeft = (mapHeight: number, panel: boolean): number => (mapHeight < ROOMY ? 412 : panel ? 292 : 440);

/** About, px: it is as long as its text. */
const TITLE_HEIGHT = 290;

/**
 * Lays out the map's part of the page.
 *
 * @param map size of the map, px
 * @param panel whether evidence is open beside the map
 * @param anywhere lanes may lead anywhere, not from port to port along one line: title and legend are kept clear of all sides
 */
export function layOut(name: LayoutName, map: Size, panel: boolean, anywhere = false): Layout {
  if (name === 'narrow') return { name, strips: 'above', padding: around(map, 64, 78, 40, 56) };
  if (name === 'middle') return { name, strips: 'left', padding: around(map, 50, 110, 40, 110) };
  if (name === 'compact') return { name, strips: 'compact', padding: around(map, 48, 110, 26, 110) };
  const right = panel ? PANEL + 20 : 0;
  // The lanes begin to the right of the title where there is no room below it.
  const low = map.height < TITLE_HEIGHT + 130;
  const padding = anywhere
    ? around(map, 60, 90 + right, map.height >= ROOMY ? 130 : 90, 430)
    : around(map, 150, 90 + right, 76, low ? 460 : 290);
  if (!panel || low) return { name, strips: 'left', padding };
  // A name at their end is not to lie under the panel: rather they begin further left, below the title.
  const clear = Math.max(padding.right, Math.min(right + 70, map.width / 2));
  return {
    name,
    strips: 'left',
    padding: { ...padding, right: clear, left: Math.min(padding.left, map.width / 2 - clear) },
  };
}

/** Padding that leaves the lanes at least half of the map. */
const around = (map: Size, top: number, right: number, bottom: number, left: number): Padding =>
  leavingHalf(map, { top, right, bottom, left });
