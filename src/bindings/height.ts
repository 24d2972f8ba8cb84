/** Tells the page around a frame how high the map wants to be, in the words of every host that is known to listen. */

/** What tells one frame of a page from another, as the host has named it. */
export interface FrameNames {
  /** The frame's own address. */
  readonly href: string;
  /** The id that pym.js gave in the query (`childId`). */
  readonly childId: string | null;
  /** The id that iframe-resizer gave in its first message. */
  readonly resizerId: string | null;
}

/** What is said with a height in px, all of it at once: each host listens for one and passes over the others. */
export function heightMessages(height: number, { href, childId, resizerId }: FrameNames): unknown[] {
  return [
    { voyageMap: 1, height },
    // Datawrapper's script finds the frame by who sent it; older ones by the id `datawrapper-chart-<id>`.
    { 'datawrapper-height': { [childId ?? 'voyage-map']: height } },
    { sentinel: 'amp', type: 'embed-size', height },
    // Medium and Embedly read text.
    JSON.stringify({ src: href, context: 'iframe.resize', height }),
    ...(childId === null ? [] : [`pymxPYMx${childId}xPYMxheightxPYMx${height}`]),
    ...(resizerId === null ? [] : [`[iFrameSizer]${resizerId}:${height}:0:size`]),
  ];
}

/** The id in the first message of an iframe-resizer host (version 4): `[iFrameSizer]<id>:<margin>:<true or false>:...`. Null where it is none. */
export function readResizerId(data: unknown): string | null {
  return typeof data === 'string'
    ? (/^\[iFrameSizer\]([^:]+):[^:]*:(?:true|false)(?::|$)/.exec(data)?.[1] ?? null)
    : null;
}

/**
 * The height a page wants, px: that of its parts, with the map as high as its style sheet would have it. It depends on
 * the width alone, never on the height that the page has: a host that follows it comes to rest at once.
 */
export function naturalHeight(page: HTMLElement): number {
  const heights = [...page.children].map((part) => {
    if (!(part instanceof HTMLElement)) return 0;
    const { position, display, flexBasis } = getComputedStyle(part);
    if (position === 'absolute' || display === 'none') return 0;
    return part.classList.contains('page-top') ? Number.parseFloat(flexBasis) : part.getBoundingClientRect().height;
  });
  return Math.ceil(heights.reduce((sum, height) => sum + height, 0));
}

/** What the binding needs of the map's element. */
interface Measured extends HTMLElement {
  /** Null until a case is open, and there is something to measure. */
  readonly moment: number | null;
}

/** Tells the parent frame the height that a map wants, whenever it is another one. */
export function bindHeight(map: Measured): void {
  const page = map.shadowRoot?.querySelector<HTMLElement>('.place > .page');
  if (!page) return;
  const childId = new URLSearchParams(location.search).get('childId');
  let names: FrameNames = { href: location.href, childId, resizerId: null };
  let told = 0;
  const tell = (): void => {
    for (const message of heightMessages(told, names)) window.parent.postMessage(message, '*');
  };
  const measure = (): void => {
    if (map.moment === null && map.dataset.state !== 'error') return;
    const height = naturalHeight(page);
    if (height === told || !(height > 0)) return;
    told = height;
    tell();
  };
  const sizes = new ResizeObserver(measure);
  const watch = (): void => {
    sizes.disconnect();
    for (const part of [page, ...page.children]) sizes.observe(part);
  };
  new MutationObserver(watch).observe(page, { childList: true });
  watch();
  addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    const resizerId = source === window.parent ? readResizerId(data) : null;
    if (resizerId === null) return;
    names = { ...names, resizerId };
    if (told > 0) tell();
  });
  // An iframe-resizer host greets the frame as soon as it is loaded, which was before anybody here could hear it.
  window.parent.postMessage('[iFrameResizerChild]Ready', '*');
}
