/** Parts that wait until the map is alive: the first picture does without them. */
export { KeysHelp } from './cards/keys-help.tsx';
export { ShipTable } from './cards/ship-table.tsx';
export { MapCards } from './map/map-cards.tsx';
