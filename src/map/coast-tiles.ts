/** The finer coast of the whole world: tiles of one file, fetched by range requests where a view needs them. A chunk of its own. */
import type { AddProtocolAction, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { FetchSource, PMTiles } from 'pmtiles';
import type { LEVELS } from './basemap-data.ts';
import type { GRATICULE_STEP } from './basemap-style.ts';
import type { Box, graticule } from './coast.ts';

/** A file of tiles that is open. */
export interface CoastTiles {
  /** What MapLibre asks for tiles; registered under `COAST_PROTOCOL`. */
  readonly answer: AddProtocolAction;
  /** The style with this coast in place of the coarser ones: from `COAST_ZOOM` on, and below what is finer still. */
  readonly into: (style: StyleSpecification) => StyleSpecification;
}

/** What the base map draws with, and this coast too. */
export interface Drawn {
  readonly GRATICULE_STEP: typeof GRATICULE_STEP;
  readonly graticule: typeof graticule;
  readonly LEVELS: typeof LEVELS;
}

export const COAST_PROTOCOL = 'voyage-coast';

const FILE = 'basemap/coast.pmtiles';
const LAYER = 'coast';
const SHORES = ['land', 'lake', 'island'];
const WORLD: Box = [-180, -85, 180, 85];
/** Finest step of its graticule, degrees. */
const FINEST_STEP = 0.5;

/** The files in use, by address: two maps of a page share what was read of one. */
const archives = new Map<string, { archive: PMTiles; onTrouble: (reason: string) => void }>();

/**
 * Opens the file of tiles: fetches its first 16 kB.
 *
 * @param base address of the folder that holds `basemap/`, ending in a slash
 * @param onTrouble called with the reason when a tile cannot be had; the coarser coast stays in its place
 * @throws Error in words where the host has no such file, answers with the whole of it, or what it answers is none
 */
export async function openCoast(base: string, drawn: Drawn, onTrouble: (reason: string) => void): Promise<CoastTiles> {
  const address = new URL(`${base}${FILE}`, document.baseURI).href;
  const archive = archives.get(address)?.archive ?? new PMTiles(new FetchSource(address));
  const { minZoom, maxZoom } = await archive.getHeader().catch((cause: unknown) => {
    throw new Error(reasonOf(cause, address), { cause });
  });
  archives.set(address, { archive, onTrouble });
  return {
    async answer({ url }, { signal }) {
      const [z = 0, x = 0, y = 0] = url
        .slice(url.lastIndexOf('#') + 1)
        .split('/')
        .map(Number);
      // Of another map, it may be: the protocol is one for all maps of a page.
      const from = url.slice(COAST_PROTOCOL.length + 3, url.lastIndexOf('#'));
      const file = archives.get(from);
      try {
        const tile = await file?.archive.getZxy(z, x, y, signal);
        return { data: tile?.data ?? new ArrayBuffer(0) };
      } catch (error) {
        if (!signal.aborted) file?.onTrouble(reasonOf(error, from));
        // Empty and without a sea of its own: what is coarser shows through.
        return { data: new ArrayBuffer(0) };
      }
    },
    into: (style) => withCoast(style, drawn, `${COAST_PROTOCOL}://${address}#{z}/{x}/{y}`, minZoom, maxZoom),
  };
}

/** Why a range of the file could not be had. The reader of the file has a message of its own for a host that knows no ranges. */
function reasonOf(error: unknown, address: string): string {
  const text = error instanceof Error ? error.message : String(error);
  return /content-length/i.test(text) ? `${address}: the host does not serve parts of a file` : `${address}: ${text}`;
}

function graticuleFeatures({ graticule }: Drawn): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [30, 10, 2, FINEST_STEP].map((step) => ({
      type: 'Feature',
      properties: { kind: 'graticule', step },
      geometry: { type: 'MultiLineString', coordinates: graticule(WORLD, step) },
    })),
  };
}

const ofKind = (kind: string) => ['==', ['get', 'kind'], kind];

/** The layers of the coast: those of the world, once more and of other sources. */
function coastLayers(
  world: readonly LayerSpecification[],
  { GRATICULE_STEP }: Drawn,
  minzoom: number,
): LayerSpecification[] {
  const tiles = { source: LAYER, 'source-layer': LAYER, minzoom, maxzoom: 24 };
  return world.flatMap((layer): LayerSpecification[] => {
    const kind = layer.id.slice('world-'.length);
    const own = { ...layer, ...tiles, id: `${LAYER}-${kind}` } as LayerSpecification;
    if (kind === 'land' && layer.type === 'fill') {
      const fill = (what: string, colour: unknown) =>
        ({
          ...own,
          id: `${LAYER}-${what}`,
          filter: ofKind(what),
          paint: { 'fill-color': colour },
        }) as LayerSpecification;
      const land = layer.paint?.['fill-color'];
      const sea = world.find((one) => one.id === 'world-sea' && one.type === 'fill') as typeof layer | undefined;
      return [fill('land', land), fill('lake', sea?.paint?.['fill-color']), fill('island', land)];
    }
    // Lakes have no soft band: it would lie on the land around them.
    if (kind === 'water-line') return [{ ...own, filter: ofKind('land') } as LayerSpecification];
    if (kind === 'shore')
      return [{ ...own, filter: ['in', ['get', 'kind'], ['literal', SHORES]] } as LayerSpecification];
    if (kind !== 'graticule' || layer.type !== 'line') return [own];
    const { 'source-layer': _, ...line } = { ...layer, ...tiles };
    const step = ['==', ['get', 'step'], ['max', FINEST_STEP, GRATICULE_STEP]];
    return [{ ...line, id: own.id, source: 'coast-graticule', filter: step } as LayerSpecification];
  });
}

function withCoast(
  style: StyleSpecification,
  drawn: Drawn,
  tiles: string,
  minzoom: number,
  maxzoom: number,
): StyleSpecification {
  const isOf = (level: string) => (layer: LayerSpecification) => layer.id.startsWith(`${level}-`);
  const layers = style.layers.map((layer) =>
    isOf('near')(layer) ? { ...layer, maxzoom: drawn.LEVELS.region.coastFrom } : layer,
  );
  const at = layers.findIndex(isOf('near'));
  return {
    ...style,
    sources: {
      ...style.sources,
      [LAYER]: { type: 'vector', tiles: [tiles], minzoom, maxzoom },
      'coast-graticule': { type: 'geojson', data: graticuleFeatures(drawn), maxzoom: 6, tolerance: 0 },
    },
    layers: [...layers.slice(0, at), ...coastLayers(layers.filter(isOf('world')), drawn, minzoom), ...layers.slice(at)],
  };
}
