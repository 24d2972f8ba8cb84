/** A case at its initial settings, ready to be drawn without a browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { computed } from '@preact/signals-core';
import type { FeatureCollection } from 'geojson';
import { createDates } from '../i18n/dates.ts';
import { wordsIn } from '../i18n/words.ts';
import { FIRST_LEVELS, levelFeatures } from '../map/basemap-data.ts';
import type { Dataset } from '../model/records.ts';
import { caseOf } from '../state/open-address.ts';
import { linesOf } from '../state/sea-lines.ts';
import { createState } from '../state/state.ts';
import type { StillData } from '../ui/map/still-basemap.tsx';
import type { Page } from '../ui/page-context.ts';
import { findLines } from './routes.ts';

/** What the components of the page draw from, less the beginning of their ids. */
export interface StillPage {
  readonly page: Omit<Page, 'ids'>;
  readonly data: StillData;
}

const readJson = (root: string, file: string): FeatureCollection =>
  JSON.parse(readFileSync(join(root, 'public/basemap', file), 'utf8'));

/** Opens a case of the build; `root` is the project's folder. */
export function stillPage(dataset: Dataset, root: string): StillPage {
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
  return { page, data: { levels, places: readJson(root, 'places.geojson') } };
}
