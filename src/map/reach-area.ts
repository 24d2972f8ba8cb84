/** Draws an area on the sea, under the land, as somewhere a ship can have been: hatched, with a thin dashed edge. */
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { type Area, areaWithin, type DrawnShapes, shapesShift } from './area-within.ts';
import type { LevelName } from './basemap-data.ts';
import type { Box } from './coast.ts';
// From here and not from where it is: a chunk of its own would be one more file of the first load.
import { LEVELS, type MapView } from './map-view.ts';

export interface DrawnArea {
  /** Draws an area in place of the one before; null: none. Resolves when it is drawn, or takes too long for the reader. */
  show(area: Area | null): Promise<void>;
  /** A colour as CSS writes it. */
  setColour(colour: string): void;
  /** Takes everything off the map again. */
  remove(): void;
}

/** A level of the base map, or the tiles of the finer coast. */
type Sea = LevelName | 'coast';

const WORLD: Box = LEVELS.world.box;

/**
 * Each level of the base map hides the coarser ones in its box by a sea of its own. So the area is drawn once on each
 * sea, cut to its box.
 */
const SEAS: Readonly<Record<Sea, Box>> = {
  world: WORLD,
  detail: WORLD,
  coast: WORLD,
  near: LEVELS.near.box,
  region: LEVELS.region.box,
};
const NAMES = Object.keys(SEAS) as Sea[];
/** A slow machine is not waited for longer than this, ms. */
const PATIENCE_MS = 600;
const HATCH = 'reach-hatch';
const fillId = (level: Sea): string => `${level}-reach`;
const edgeId = (level: Sea): string => `${level}-reach-edge`;
/** Levels of the same box share a source. */
const sourceOf = (level: Sea): string => (SEAS[level] === WORLD ? 'reach-world' : `reach-${level}`);

/** Side of a tile of the hatch, px of the picture, two of which are one of CSS. */
const TILE = 20;

/** A tile of the hatch: a tint, and thin lines from the lower left to the upper right. */
function hatch(colour: string): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = TILE;
  canvas.height = TILE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas to draw a hatch on');
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.globalAlpha = 0.1;
  pen.fillRect(0, 0, TILE, TILE);
  pen.globalAlpha = 0.42;
  pen.lineWidth = 1.6;
  for (const along of [-TILE, 0, TILE]) {
    pen.beginPath();
    pen.moveTo(along - TILE, 2 * TILE);
    pen.lineTo(along + 2 * TILE, -TILE);
    pen.stroke();
  }
  return pen.getImageData(0, 0, TILE, TILE);
}

function addLayers(map: MapLibre, level: Sea, colour: string): void {
  const above = `${level}-graticule`;
  const range = { source: sourceOf(level) };
  map.addLayer(
    {
      ...range,
      id: fillId(level),
      type: 'fill',
      filter: ['==', ['get', 'kind'], 'area'],
      // Not smoothed: where two levels meet, a smoothed edge would show.
      paint: { 'fill-pattern': HATCH, 'fill-antialias': false },
    },
    above,
  );
  map.addLayer(
    {
      ...range,
      id: edgeId(level),
      type: 'line',
      filter: ['==', ['get', 'kind'], 'edge'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': 1.2, 'line-dasharray': [4, 3] },
    },
    above,
  );
}

/** Whether a level is drawn at this zoom: the finer coast takes the place of coarser ones when it is here. */
function isDrawn(map: MapLibre, level: Sea): boolean {
  const layer = map.getLayer(`${level}-graticule`);
  return layer !== undefined && !layer.isHidden(map.getZoom());
}

/** CSS px that a degree of longitude takes. */
const pixelsADegree = (zoom: number): number => (512 * 2 ** zoom) / 360;

/** The seas that the reader sees a part of: one for each source. */
function seasInSight(map: MapLibre): Sea[] {
  const shown = map.getBounds();
  const [west, south, east, north] = [shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()];
  const within = (level: Sea): boolean => {
    const box = SEAS[level];
    return box[0] <= west && box[1] <= south && box[2] >= east && box[3] >= north;
  };
  const drawn = (['world', 'near', 'region'] as const).filter((level) => level === 'world' || isDrawn(map, level));
  return drawn.slice(Math.max(0, drawn.findLastIndex(within)));
}

/**
 * Makes ready to draw areas into a map. Nothing is drawn before `show`.
 *
 * @param first its colour, as CSS writes it
 */
export function drawArea({ inner: map }: MapView, first: string): DrawnArea {
  let colour = first;
  let shown: Area | null = null;
  let ended = false;
  /** What each source has, and up to which zoom it is not a pixel off. */
  const drawn = new Map<string, { readonly data: DrawnShapes; readonly zoom: number }>();
  /** Adds what the map does not have yet: a finer level may come late, and a lost context takes everything along. */
  const complete = (): void => {
    if (ended || !map.style || !map.getLayer('world-graticule')) return;
    if (!map.hasImage(HATCH)) map.addImage(HATCH, hatch(colour), { pixelRatio: 2 });
    for (const level of NAMES) {
      const source = sourceOf(level);
      if (!map.getSource(source)) {
        const data = areaWithin(shown, SEAS[level]);
        map.addSource(source, { type: 'geojson', data, tolerance: 0.2, maxzoom: 9 });
        drawn.set(source, { data, zoom: Infinity });
      }
      const sea = map.getLayer(`${level}-graticule`);
      if (!sea) continue;
      if (!map.getLayer(fillId(level))) addLayers(map, level, colour);
      for (const id of [fillId(level), edgeId(level)]) {
        const own = map.getLayer(id);
        if (own?.minzoom === sea.minzoom && own?.maxzoom === sea.maxzoom) continue;
        map.setLayerZoomRange(id, sea.minzoom ?? 0, sea.maxzoom ?? 24);
      }
    }
  };
  /** Seas whose source has the area that is shown. What is out of sight waits: every source costs a picture of its own. */
  const fresh = new Set<Sea>();
  /** Whether anything is drawn anew. */
  const refresh = (): boolean => {
    if (ended || !map.style) return false;
    const zoom = map.getZoom();
    let anew = false;
    for (const level of seasInSight(map)) {
      const source = map.getSource<GeoJSONSource>(sourceOf(level));
      const before = drawn.get(sourceOf(level));
      if (!source || (fresh.has(level) && zoom <= (before?.zoom ?? Infinity))) continue;
      fresh.add(level);
      const data = areaWithin(shown, SEAS[level]);
      // Where all water in sight is inside, nothing moves but what land hides: to draw that again is most of the work.
      if (before && shapesShift(before.data, data) * pixelsADegree(zoom) < 1) {
        drawn.set(sourceOf(level), { data: before.data, zoom: zoom + 0.5 });
        continue;
      }
      drawn.set(sourceOf(level), { data, zoom: Infinity });
      anew = true;
      void source.setData(data);
    }
    return anew;
  };
  // The finer coast hides a sea that was in sight and shows one that was not, without a move.
  const follow = (): void => {
    complete();
    refresh();
  };
  map.on('styledata', follow);
  map.on('move', refresh);
  complete();
  return {
    async show(area) {
      shown = area;
      fresh.clear();
      if (refresh()) await Promise.race([map.once('idle'), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    },
    setColour(next) {
      colour = next;
      if (!map.style || !map.hasImage(HATCH)) return;
      map.updateImage(HATCH, hatch(colour));
      for (const level of NAMES)
        if (map.getLayer(edgeId(level))) map.setPaintProperty(edgeId(level), 'line-color', colour);
    },
    remove() {
      ended = true;
      map.off('styledata', follow);
      map.off('move', refresh);
      if (!map.style) return;
      for (const id of NAMES.flatMap((level) => [fillId(level), edgeId(level)]))
        if (map.getLayer(id)) map.removeLayer(id);
      for (const id of new Set(NAMES.map(sourceOf))) if (map.getSource(id)) map.removeSource(id);
      if (map.hasImage(HATCH)) map.removeImage(HATCH);
    },
  };
}
