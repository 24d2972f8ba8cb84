/** Ways over the world's water as the lines that lanes are laid on. */
import type { LonLat } from '../model/records.ts';
import { type FoundLine, lineOf } from '../model/sea-line.ts';
import { NAMED_PASSAGES, type PassageId } from './passages.ts';
import { findWorldRoute, type WorldOptions, type WorldRoute, type WorldSea } from './world-route.ts';

/** Finds the way between two places of the world, stubs of ports on land included. `options` as for `findWorldRoute`. */
export function findWorldLine(sea: WorldSea, from: LonLat, to: LonLat, options: WorldOptions = {}): FoundLine {
  const route = findWorldRoute(sea, from, to, options);
  if (route.kind === 'none') return lineOf(from, to, route, '');
  const { through, closed } = route;
  const found = lineOf(from, to, route, methodOf(route));
  return found.line === null ? found : { ...found, line: { ...found.line, passages: { through, closed } } };
}

const kilometres = (metres: number): string => `${(metres / 1000).toFixed(1)} km`;

function named(ids: readonly PassageId[]): string {
  const names = NAMED_PASSAGES.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}

function methodOf({ through, closed, stubs }: WorldRoute): string {
  const ashore = [stubs.fromM, stubs.toM].filter((metres) => metres > 0).map(kilometres);
  return [
    'Short way over water on the coarse coast of the world, computed, not an observed track',
    ...(through.length > 0 ? [`through ${named(through)}`] : []),
    ...(closed.length > 0 ? [`with ${named(closed)} taken as closed`] : []),
    ...(ashore.length > 0 ? [`with ${ashore.join(' and ')} straight from port to water`] : []),
  ]
    .join(', ')
    .concat('.');
}
