/** What a part that is fetched later draws on the timeline, in the place of the illustrative schedule, for as long as it is open. */
import { type Signal, signal } from '@preact/signals-core';
import type { ComponentType } from 'preact';
import type { State } from '../../state/state.ts';
import type { TimelinePicture } from './timeline-layout.ts';

export interface TimelineOverlay {
  /** px that it needs under the rows of each ship, in the layout that has its labels at the left. */
  readonly under: number;
  /** Drawn inside the picture, over the bands and under the playhead. */
  readonly Draw: ComponentType<{ picture: TimelinePicture }>;
}

const overlays = new WeakMap<State, Signal<TimelineOverlay | null>>();

/** The overlay of a page's timeline; null while there is none. Who sets it takes it away again. */
export function overlayOf(state: State): Signal<TimelineOverlay | null> {
  const known = overlays.get(state);
  if (known) return known;
  const overlay = signal<TimelineOverlay | null>(null);
  overlays.set(state, overlay);
  return overlay;
}
