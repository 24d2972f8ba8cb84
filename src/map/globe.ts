/** The map as a globe. A chunk of its own, loaded when a reader asks for it. */
import type { Map as MapLibre, ProjectionSpecification } from 'maplibre-gl';
import type { LonLat } from '../model/records.ts';
import type { Project } from '../scene/map-marks.ts';
import { HIDDEN } from '../scene/polyline.ts';

/**
 * From this zoom on the map is flat again. At once and not by degrees: between the two no position would have a pixel that
 * could be worked out, and here the two differ by little.
 */
const FLAT_FROM = 6;

const PROJECTIONS = {
  mercator: { type: 'mercator' },
  globe: { type: ['step', ['zoom'], 'vertical-perspective', FLAT_FROM, 'mercator'] as never },
} as const satisfies Record<string, ProjectionSpecification>;

/** A position is behind the horizon where its pixel belongs to another one, further from it than this: cosine of half a degree. */
const SAME_PLACE = Math.cos(Math.PI / 360);

const RADIAN = Math.PI / 180;

/** Cosine of the angle between two positions, seen from the middle of the Earth. */
function nearness([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  const [a, b] = [latA * RADIAN, latB * RADIAN];
  return Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos((lonA - lonB) * RADIAN);
}

/** What is seen beside the globe: neither sea nor land. */
const AROUND = 'color-mix(in srgb, var(--ink) 22%, var(--paper))';

/** Makes a map a globe, or flat again. */
export function setProjection(map: MapLibre, name: keyof typeof PROJECTIONS): void {
  map.setProjection(PROJECTIONS[name]);
  map.getContainer().style.backgroundColor = name === 'globe' ? AROUND : '';
}

/** True while a globe is drawn: it has been asked for, and the map is not so near that it is flat. */
export function isRound(map: MapLibre): boolean {
  return map.getProjection()?.type !== 'mercator' && map.getZoom() < FLAT_FROM;
}

/** The pixels of positions on a globe; `HIDDEN` for those behind the horizon. */
export function roundProject(map: MapLibre): Project {
  const project = ([lon, lat]: LonLat) => {
    const { x, y } = map.project([lon, lat]);
    const there = map.unproject([x, y]);
    return nearness([lon, lat], [there.lng, there.lat]) < SAME_PLACE ? HIDDEN : { x, y };
  };
  return Object.assign(project, { round: true } as const);
}
