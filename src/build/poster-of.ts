/** Posters of a case, for the build to load with `importSource`. */
import type { Dataset } from '../model/records.ts';
import { SETTINGS } from '../state/settings.ts';
import { type PosterShape, poster } from './poster.tsx';
import type { PosterLook } from './poster-look.ts';
import { stillPage } from './still-page.ts';

/** Name of the folder of the case that the page opens with. */
export const initialName = SETTINGS.data.initial.split('/').at(-2) ?? '';

/** Draws the same case at several sizes and in several looks. `root` is the project's folder. */
export function draw(
  dataset: Dataset,
  root: string,
  jobs: readonly { readonly shape: PosterShape; readonly look: PosterLook }[],
): string[] {
  const still = stillPage(dataset, root);
  return jobs.map(({ shape, look }) => poster(still, shape, look));
}
