/** What a map shows: whether that is complete, whether it leaves a box, how it is coloured. */
import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { Box } from './coast.ts';

/** True where a map at this zoom or a greater one shows something outside a box. */
export function leaves(map: MapLibre, [west, south, east, north]: Box, zoom: number): boolean {
  if (map.getZoom() < zoom) return false;
  const shown = map.getBounds();
  return shown.getWest() < west || shown.getEast() > east || shown.getSouth() < south || shown.getNorth() > north;
}

/** What keeps the picture from being complete, in words; null where nothing does. `round`: it is a globe. */
export function pending(map: MapLibre, round: boolean): string | null {
  if (!map.style) return 'the graphics context is lost';
  if (map.isMoving()) return 'the map is moving';
  if (!map.loaded()) return 'data or tiles are being loaded';
  // Far from the middle of a globe coarser tiles are the right ones.
  const ideal = round ? null : Math.max(0, Math.floor(map.getZoom()));
  for (const [source, manager] of Object.entries(map.style.tileManagers)) {
    if (manager.getVisibleCoordinates().some(({ overscaledZ }) => ideal !== null && overscaledZ !== ideal)) {
      return `tiles of ${source} are of another zoom`;
    }
  }
  return document.fonts.status === 'loading' ? 'fonts are being loaded' : null;
}

/** Makes the layers that the map has look like the same layers of a style. */
export function repaint(map: MapLibre, layers: readonly LayerSpecification[]): void {
  for (const layer of layers) {
    for (const [property, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, property as never, value as never);
    }
    if (layer.type === 'symbol' && layer.layout)
      map.setLayoutProperty(layer.id, 'text-field', layer.layout['text-field']);
  }
}
