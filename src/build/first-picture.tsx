/** The first picture: the page's own components, drawn once at build time at two sizes. */
import { renderToString } from 'preact-render-to-string';
import { inLanguage } from '../i18n/text.ts';
import type { Dataset } from '../model/records.ts';
import * as extras from '../ui/extras.ts';
import { StillBasemap } from '../ui/map/still-basemap.tsx';
import type { Size } from '../ui/use-size.ts';
import { VoyageMapApp } from '../ui/voyage-map-app.tsx';
import { stillPage } from './still-page.ts';

interface Variant {
  readonly name: 'wide' | 'narrow';
  readonly size: Size;
  readonly map: Size;
}

const VARIANTS: readonly Variant[] = [
  { name: 'wide', size: { width: 1280, height: 800 }, map: { width: 1280, height: 480 } },
  { name: 'narrow', size: { width: 390, height: 844 }, map: { width: 390, height: 252 } },
];

/**
 * Draws the first picture of a case at its initial settings.
 *
 * @param root the project's folder
 * @returns the title of the case and the markup that stands in the element's shadow root
 */
export function firstPicture(dataset: Dataset, root: string): { title: string; html: string } {
  const { page, data } = stillPage(dataset, root);
  const still = { data, Basemap: StillBasemap, gap: 3.5 };
  const drawn = VARIANTS.map(({ name, size, map }) => {
    const html = renderToString(
      <VoyageMapApp page={{ ...page, ids: `first-${name}` }} support={null} fixed={{ size, map, still, extras }} />,
    );
    return `<div class="first-picture of-${name}">${html}</div>`;
  });
  return { title: inLanguage(dataset.title, page.state.settings.lang.value), html: drawn.join('') };
}
