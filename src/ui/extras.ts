/** Parts that wait until the map is alive: the first picture does without them. */
export { CountingClaim } from './cards/counting-claim.tsx';
export { Legend } from './cards/legend.tsx';
export { Notices } from './cards/notices.tsx';
export { ShipTable } from './cards/ship-table.tsx';
export { Keyboard } from './controls/keyboard.tsx';
export { TimeSettings } from './controls/time-settings.tsx';
export { MapCards } from './map/map-cards.tsx';
