/** The first picture: the page's own components, drawn once at build time at two sizes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { computed } from '@preact/signals-core';
import type { FeatureCollection } from 'geojson';
import { renderToString } from 'preact-render-to-string';
import { createDates } from '../i18n/dates.ts';
import { inLanguage } from '../i18n/text.ts';
import { wordsIn } from '../i18n/words.ts';
import { FIRST_LEVELS, levelFeatures } from '../map/basemap-data.ts';
import type { Dataset } from '../model/records.ts';
import { caseOf } from '../state/open-address.ts';
import { linesOf } from '../state/sea-lines.ts';
import { createState } from '../state/state.ts';
import * as extras from '../ui/extras.ts';
import { StillBasemap } from '../ui/map/still-basemap.tsx';
import { type Size, VoyageMapApp } from '../ui/voyage-map-app.tsx';
import { findLines } from './routes.ts';

interface Variant {
  readonly name: 'wide' | 'narrow';
  readonly size: Size;
  readonly map: Size;
}

const VARIANTS: readonly Variant[] = [
  { name: 'wide', size: { width: 1280, height: 800 }, map: { width: 1280, height: 480 } },
  { name: 'narrow', size: { width: 390, height: 844 }, map: { width: 390, height: 252 } },
];

const readJson = (root: string, file: string): FeatureCollection =>
  JSON.parse(readFileSync(join(root, 'public/basemap', file), 'utf8'));

/**
 * Draws the first picture of a case at its initial settings.
 *
 * @param root the project's folder
 * @returns the title of the case and the markup that stands in the element's shadow root
 */
export function firstPicture(dataset: Dataset, root: string): { title: string; html: string } {
  const state = createState();
  state.case.value = caseOf(dataset, linesOf(findLines(dataset, root)));
  const page = {
    state,
    words: computed(() => wordsIn(state.settings.lang.value)),
    dates: computed(() => createDates(state.settings.lang.value, state.settings.zone.value)),
  };
  const levels = FIRST_LEVELS.map((level) =>
    levelFeatures(
      level,
      readJson(root, `${level}-land.geojson`).features,
      readJson(root, `${level}-borders.geojson`).features,
    ),
  );
  const still = { data: { levels, places: readJson(root, 'places.geojson') }, Basemap: StillBasemap, gap: 2 };
  const drawn = VARIANTS.map(({ name, size, map }) => {
    const html = renderToString(
      <VoyageMapApp page={{ ...page, ids: `first-${name}` }} support={null} fixed={{ size, map, still, extras }} />,
    );
    return `<div class="first-picture of-${name}">${html}</div>`;
  });
  return { title: inLanguage(dataset.title, state.settings.lang.value), html: drawn.join('') };
}
