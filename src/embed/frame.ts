/** The frame that holds a map in somebody else's page: the same for the loader, oEmbed and copied code. */

/** Attributes of the iframe, less `src`, `title` and size. It takes no focus and no scrolling, and asks for no more than it uses. */
export const FRAME_ATTRIBUTES = {
  loading: 'lazy',
  scrolling: 'no',
  allow: 'fullscreen; clipboard-write',
} as const;

/** Its width is that of what holds it, even where that is laid out by the width of its contents. */
export const FRAME_STYLE = 'width:0;min-width:100%!important;border:0';

/** Height of a frame before the map in it has told its own, px. */
export const FRAME_HEIGHT = 560;
