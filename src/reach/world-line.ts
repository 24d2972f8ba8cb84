/** Ways over the world's water as the lines that lanes are laid on. */
import type { LonLat } from '../model/records.ts';
import type { NoSeaRoute } from '../model/route.ts';
import { type FoundLine, lineOf } from '../model/sea-line.ts';
import { findFineRoute } from './fine-route.ts';
import type { FineSea } from './fine-sea.ts';
import { NAMED_PASSAGES, type PassageId } from './passages.ts';
import { findWorldRoute, type WorldOptions, type WorldRoute, type WorldSea } from './world-route.ts';

/** Finds the way between two places of the world on its coarse coast, stubs of ports on land included. `options` as for `findWorldRoute`. */
export function findWorldLine(sea: WorldSea, from: LonLat, to: LonLat, options: WorldOptions = {}): FoundLine {
  return worldLineOf(from, to, findWorldRoute(sea, from, to, options), 'coarse coast of the world');
}

/** As `findWorldLine`, on the fine coast. Rejects where its tiles cannot be had. */
export async function findFineLine(
  sea: WorldSea,
  fine: FineSea,
  from: LonLat,
  to: LonLat,
  options: WorldOptions = {},
): Promise<FoundLine> {
  return worldLineOf(from, to, await findFineRoute(sea, fine, from, to, options), 'fine coast of the world');
}

function worldLineOf(from: LonLat, to: LonLat, route: WorldRoute | NoSeaRoute, coast: string): FoundLine {
  if (route.kind === 'none') return lineOf(from, to, route, '');
  const { through, closed } = route;
  const found = lineOf(from, to, route, methodOf(route, coast));
  return found.line === null ? found : { ...found, line: { ...found.line, passages: { through, closed } } };
}

const kilometres = (metres: number): string => `${(metres / 1000).toFixed(1)} km`;

function named(ids: readonly PassageId[]): string {
  const names = NAMED_PASSAGES.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}

function methodOf({ through, closed, stubs, landM }: WorldRoute, coast: string): string {
  const ashore = [stubs.fromM, stubs.toM].filter((metres) => metres > 0).map(kilometres);
  return [
    `Short way over water on the ${coast}, computed, not an observed track`,
    ...(through.length > 0 ? [`through ${named(through)}`] : []),
    ...(closed.length > 0 ? [`with ${named(closed)} taken as closed`] : []),
    ...(ashore.length > 0 ? [`with ${ashore.join(' and ')} straight from port to water`] : []),
    ...(landM > 0 ? [`over ${kilometres(landM)} of land that no way round was found for`] : []),
  ]
    .join(', ')
    .concat('.');
}
