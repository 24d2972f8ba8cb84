/** Where an element is beside the reader's screen. */

/** A map is made ready this far before it comes into view, as a CSS margin of the screen. Frames of another origin are not told. */
const NEAR = '100% 0px';
/** Out of reach for so long, the map gives back its graphics context, ms. A quick look up the page must not cost a new start. */
export const SLEEP_AFTER = 2000;

export interface Watcher {
  /** Called when the element comes near the screen, and when it has been far from it for `SLEEP_AFTER`. */
  readonly near: (near: boolean) => void;
  /** Called when the reader does not see the element any more: scrolled away, or the tab hidden. */
  readonly unseen: () => void;
}

/** Watches an element. @returns how to stop */
export function watchVisibility(element: Element, { near, unseen }: Watcher): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reach = new IntersectionObserver(
    (entries) => {
      clearTimeout(timer);
      if (entries.at(-1)?.isIntersecting) near(true);
      else timer = setTimeout(() => near(false), SLEEP_AFTER);
    },
    { rootMargin: NEAR },
  );
  const sight = new IntersectionObserver((entries) => {
    if (!entries.at(-1)?.isIntersecting) unseen();
  });
  const tab = (): void => {
    if (document.visibilityState === 'hidden') unseen();
  };
  reach.observe(element);
  sight.observe(element);
  document.addEventListener('visibilitychange', tab);
  return () => {
    clearTimeout(timer);
    reach.disconnect();
    sight.disconnect();
    document.removeEventListener('visibilitychange', tab);
  };
}
