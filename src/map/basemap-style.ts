/** The style of the base map: a plain object made out of a look, a language and data. No glyph server, no sprite, no tiles. */
import type { FeatureCollection } from 'geojson';
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { type BasemapData, DETAIL_ZOOM, LEVELS, type LevelName } from './basemap-data.ts';
import { FONT_FACES } from './font-faces.ts';
import { LOOKS, type Look, type LookColours } from './look.ts';

export interface BasemapOptions {
  /** Address of the folder that holds `basemap/` and `fonts/`, ending in a slash. */
  readonly base: string;
  /** BCP 47. Names are drawn in it where we have them, else in English. */
  readonly lang: string;
  readonly data: BasemapData;
  /** The level of that name, once it is here. */
  readonly detail?: FeatureCollection | undefined;
}

const UPRIGHT = ['Voyage Sans 400'];
const ITALIC = ['Voyage Sans 400 italic'];
const ORDER: readonly LevelName[] = ['world', 'detail', 'near', 'region'];
export const PLACE_LANGUAGES: readonly string[] = ['en', 'ko', 'ru', 'id'];

const ofKind = (kind: string): FilterSpecification => ['==', ['get', 'kind'], kind];

/** Step of the graticule, degrees, by whole zoom: lines stand 70 to 300 px apart. */
export const GRATICULE_STEP: ExpressionSpecification = ['step', ['zoom'], 30, 3, 10, 5, 2, 8, 0.5, 11, 0.1];

function levelLayers(level: LevelName, detailed: boolean, colours: LookColours): LayerSpecification[] {
  const { minzoom } = LEVELS[level];
  const range = { minzoom, ...(level === 'world' && detailed ? { maxzoom: DETAIL_ZOOM } : {}) };
  const layer = (kind: string) => ({ id: `${level}-${kind}`, source: level, filter: ofKind(kind), ...range });
  const finest: ExpressionSpecification =
    level === 'region' ? GRATICULE_STEP : ['max', level === 'near' ? 0.5 : 2, GRATICULE_STEP];
  return [
    // Not smoothed: a smoothed edge would show as a hairline on the land that runs on beyond the box.
    { ...layer('sea'), type: 'fill', paint: { 'fill-color': colours.sea, 'fill-antialias': false } },
    {
      ...layer('graticule'),
      type: 'line',
      filter: ['all', ofKind('graticule') as ExpressionSpecification, ['==', ['get', 'step'], finest]],
      paint: { 'line-color': colours.graticule, 'line-width': 1 },
    },
    // Half of this line is hidden by the land: what stays is a soft band on the water.
    {
      ...layer('shore'),
      id: `${level}-water-line`,
      type: 'line',
      layout: { 'line-join': 'round', 'line-cap': 'butt' },
      paint: {
        'line-color': colours.coast,
        'line-opacity': colours.shoreOpacity,
        'line-width': ['interpolate', ['linear'], ['zoom'], 1, 1.5, 6, 3, 7.5, 5, 13, 9],
      },
    },
    { ...layer('land'), type: 'fill', paint: { 'fill-color': colours.land } },
    {
      ...layer('shore'),
      type: 'line',
      layout: { 'line-join': 'round', 'line-cap': 'butt' },
      paint: {
        'line-color': colours.coast,
        'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 5, 0.7, 8, 0.9, 13, 1.2],
      },
    },
    {
      ...layer('border'),
      type: 'line',
      minzoom: Math.max(2, minzoom),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colours.coast,
        'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 5, 0.8, 8, 1.1],
        'line-dasharray': [6.5, 2.7, 1.4, 2.7],
      },
    },
  ];
}

/** The name of a place in the language, else in English. */
function placeName(lang: string): ExpressionSpecification {
  const language = lang.toLowerCase().split('-')[0] ?? 'en';
  return ['coalesce', ['get', `name:${language}`], ['get', 'name:en']];
}

const inZooms: ExpressionSpecification = [
  'all',
  ['>=', ['zoom'], ['get', 'minzoom']],
  ['<', ['zoom'], ['get', 'maxzoom']],
];

/** Names of one kind of place, the more important first where they are in each other's way. */
function nameLayer(
  id: string,
  which: ExpressionSpecification,
  layout: SymbolLayerSpecification['layout'],
  paint: SymbolLayerSpecification['paint'],
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'places',
    filter: ['all', which, inZooms],
    layout: { 'symbol-sort-key': ['get', 'rank'], 'text-padding': 4, ...layout },
    paint: { 'text-halo-width': 1, ...paint },
  };
}

function townLayers(name: ExpressionSpecification, colours: LookColours): LayerSpecification[] {
  const towns: ExpressionSpecification = ['==', ['get', 'kind'], 'town'];
  const names = (['left', 'right'] as const).map((side) =>
    nameLayer(
      `town-${side}`,
      ['all', towns, ['==', ['get', 'side'], side]],
      {
        'text-field': name,
        'text-font': UPRIGHT,
        'text-size': 12,
        'text-anchor': side === 'left' ? 'right' : 'left',
        'text-offset': [side === 'left' ? -0.5 : 0.5, -0.05],
        'text-max-width': 20,
      },
      { 'text-color': colours.name, 'text-halo-color': colours.land },
    ),
  );
  const dots: LayerSpecification = {
    id: 'town-dot',
    type: 'circle',
    source: 'places',
    filter: ['all', towns, inZooms],
    paint: {
      'circle-radius': 2.25,
      'circle-color': colours.name,
      'circle-stroke-color': colours.land,
      'circle-stroke-width': 1,
    },
  };
  return [dots, ...names];
}

function placeLayers(lang: string, colours: LookColours): LayerSpecification[] {
  const name = placeName(lang);
  return [
    nameLayer(
      'country-name',
      ['==', ['get', 'kind'], 'country'],
      {
        'text-field': name,
        'text-font': UPRIGHT,
        'text-transform': 'uppercase',
        'text-letter-spacing': 0.18,
        'text-size': ['interpolate', ['linear'], ['zoom'], 1, 9.5, 5, 11.5, 8, 12],
        'text-max-width': 9,
      },
      { 'text-color': colours.name, 'text-halo-color': colours.land },
    ),
    nameLayer(
      'sea-name',
      ['==', ['get', 'kind'], 'sea'],
      {
        'text-field': name,
        'text-font': ITALIC,
        'text-letter-spacing': 0.02,
        'text-size': ['interpolate', ['linear'], ['zoom'], 1, 10.5, 6, 13, 9, 13.5],
        'text-max-width': 12,
      },
      { 'text-color': colours.seaName, 'text-halo-color': colours.sea },
    ),
    ...townLayers(name, colours),
  ];
}

/**
 * The style of the base map in a look and a language. Pure: data come with the options, fonts by the addresses
 * `<base>fonts/*.woff2`. Draws the levels that the data have.
 */
export function basemapStyle(look: Look, { base, lang, data, detail }: BasemapOptions): StyleSpecification {
  const colours = LOOKS[look];
  const drawn = { ...data.levels, ...(detail && { detail }) };
  const levels = ORDER.filter((level) => drawn[level]);
  const sources: StyleSpecification['sources'] = {
    places: { type: 'geojson', data: data.places, maxzoom: 4 },
  };
  for (const level of levels) {
    const features = drawn[level];
    // Tolerance 0.2: at the default the smoothed coast gets its corners back.
    if (features)
      sources[level] = { type: 'geojson', data: features, tolerance: 0.2, maxzoom: level === 'region' ? 12 : 8 };
  }
  const faces = Object.entries(FONT_FACES).map(([name, files]) => [
    name,
    files.map(({ file, range }) => ({ url: `${base}fonts/${file}`, 'unicode-range': range.split(',') })),
  ]);
  return {
    version: 8,
    name: `Voyage ${look}`,
    'font-faces': Object.fromEntries(faces),
    sources,
    transition: { duration: 0, delay: 0 },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      ...levels.flatMap((level) => levelLayers(level, detail !== undefined, colours)),
      ...placeLayers(lang, colours),
    ],
  };
}
