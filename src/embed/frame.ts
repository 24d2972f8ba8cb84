/** The frame that holds a map in somebody else's page: the loader's, and what oEmbed begins with. */

/** Attributes of the iframe, less `src`, `title` and size. It takes no focus and no scrolling, and asks for no more than it uses. */
export const FRAME_ATTRIBUTES = {
  loading: 'lazy',
  scrolling: 'no',
  allow: 'fullscreen; clipboard-write',
} as const;

/** Height of a frame before the map in it has told its own, px. */
export const FRAME_HEIGHT = 560;
