/** Parts that wait until the map is alive: the first picture does without them. */
export { LazyAnalysis } from './analysis/lazy-analysis.tsx';
export { WhatIfBanner } from './analysis/what-if-banner.tsx';
export { Legend } from './cards/legend.tsx';
export { Notices } from './cards/notices.tsx';
export { ShipTable } from './cards/ship-table.tsx';
export { TripCounts } from './cards/trip-counts.tsx';
export { FullMapLink } from './controls/full-map-link.tsx';
export { Keyboard } from './controls/keyboard.tsx';
export { More } from './controls/more.tsx';
export { TimeSettings } from './controls/time-settings.tsx';
export { MapCards } from './map/map-cards.tsx';
export { ScaleBar } from './map/scale-bar.tsx';
export { Paper } from './paper/paper.tsx';
export { RowButtons } from './timeline/row-buttons.tsx';
export { ShipRows } from './timeline/ship-rows.tsx';
export { overlayOf } from './timeline/timeline-overlay.ts';
export { TimelineRange } from './timeline/timeline-range.tsx';
