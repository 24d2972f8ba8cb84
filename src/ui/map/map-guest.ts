/** What a part of the page that is open draws on the map for as long as it is. */
import { type Signal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Box } from '../../scene/place-cards.ts';
import type { Frame } from '../../scene/still-basemap.ts';
import type { State } from '../../state/state.ts';
import type { Stage } from './map-marks.tsx';

export interface GuestOver {
  readonly stage: Stage;
  /** Address of the folder that holds `basemap/`. */
  readonly base: string;
  /** Boxes that are taken, px of the map. */
  readonly taken: readonly Box[];
}

export interface MapGuest {
  /** Over the map. */
  readonly Over: ComponentType<GuestOver>;
  /**
   * Under the land of a still map: first under everything, where `sea` is null, then over the sea of every level, whose
   * path (half pixels) is `sea`.
   */
  readonly Under: ComponentType<{ readonly sea: string | null; readonly frame: Frame }>;
  /** Room that cards are to leave free, px of the map; null where even cards that nobody asked for may stay. */
  readonly box: Box | null;
}

const guests = new WeakMap<State, Signal<MapGuest | null>>();

/** The guest on the map of a page; null while there is none. */
export function mapGuest(state: State): Signal<MapGuest | null> {
  const known = guests.get(state);
  if (known) return known;
  const guest = signal<MapGuest | null>(null);
  guests.set(state, guest);
  return guest;
}
