/**
 * `embed.js`: turns every `<div class="voyage-map" data-src="https://...">` of an article into the map in a frame. Until
 * the map is near the screen there is only its poster. A classic script that leaves nothing global; what it knows of a
 * map stands in the `data-state` of its `div`, so that a second copy of it does nothing twice.
 */
import { FRAME_ATTRIBUTES, FRAME_HEIGHT } from './frame.ts';
import { WORDS } from './words.ts';

/** `waiting` until it is near, `loading` until the frame says anything, `alive` until it says that the map is ready. */
type State = 'waiting' | 'loading' | 'alive' | 'ready' | 'error';

/** The map is fetched when it is so near the screen. */
const NEAR = '200px';
/** A frame that has said nothing for so long gets a link beside it, ms. */
const PATIENCE = 20_000;
/** Heights that a frame may ask for, px. */
const HEIGHTS = [80, 8000] as const;
/** A box narrower than this gets the poster with larger words, px. */
const NARROW = 600;

const NEW = '.voyage-map[data-src]:not([data-state])';

const setState = (box: HTMLElement, state: State): void => {
  box.dataset.state = state;
};

/** Only over https, but for the page's own origin and this very machine. */
function isAllowed({ protocol, origin, hostname }: URL): boolean {
  const local = protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(hostname);
  return protocol === 'https:' || local || (protocol === 'http:' && origin === location.origin);
}

/** The address of a map, or null where it is not allowed. */
function addressOf(box: HTMLElement): URL | null {
  try {
    const address = new URL(box.dataset.src ?? '', document.baseURI);
    return isAllowed(address) ? address : null;
  } catch {
    return null;
  }
}

const heightOf = (box: HTMLElement): number => Number(box.dataset.height) || FRAME_HEIGHT;

function setHeight(box: HTMLElement, height: number): void {
  if (height >= HEIGHTS[0] && height <= HEIGHTS[1]) box.style.height = `${Math.ceil(height)}px`;
}

/** The posters show the initial case in English: of anything else they would tell a reader what is not so. */
const isPictured = ({ hash }: URL): boolean => !/[#&](data|lang)=/.test(hash);

function posterOf(box: HTMLElement, address: URL): HTMLImageElement | null {
  const own = box.dataset.poster;
  if (own === 'none' || (!own && !isPictured(address))) return null;
  const narrow = box.clientWidth < NARROW;
  const look = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const picture = new Image(narrow ? 400 : 1280, narrow ? 560 : 720);
  picture.loading = 'lazy';
  picture.decoding = 'async';
  picture.alt = titleOf(box);
  picture.className = 'voyage-map-poster';
  Object.assign(picture.style, { position: 'absolute', width: '100%', height: '100%', objectFit: 'contain' });
  picture.style.left = picture.style.top = '0';
  picture.onerror = () => picture.remove();
  picture.src = own
    ? new URL(own, document.baseURI).href
    : new URL(`poster${narrow ? '-narrow' : ''}-${look}.svg`, address).href;
  return picture;
}

const titleOf = (box: HTMLElement): string => box.dataset.title || WORDS.title;

function linkTo(address: URL): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address.href;
  link.textContent = WORDS.open;
  return link;
}

/** Shows the link to the map, over the frame or the poster. */
function showLink(box: HTMLElement, link: HTMLElement): void {
  Object.assign(link.style, {
    position: 'absolute',
    left: '0',
    bottom: '0',
    padding: '6px 10px',
    color: 'CanvasText',
    background: 'Canvas',
  });
  link.hidden = false;
  box.append(link);
}

function startFrame(box: HTMLElement, address: URL, link: HTMLElement): void {
  setState(box, 'loading');
  const frame = document.createElement('iframe');
  const title = titleOf(box);
  frame.title = title;
  frame.setAttribute('aria-label', title);
  for (const [name, value] of Object.entries(FRAME_ATTRIBUTES)) frame.setAttribute(name, value);
  const { sandbox } = box.dataset;
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  Object.assign(frame.style, { display: 'block', width: '0', minWidth: '100%', height: '100%', border: '0' });
  frame.src = address.href;
  box.prepend(frame);
  setTimeout(() => {
    if (box.dataset.state === 'loading') fail(box, link);
  }, PATIENCE);
}

function fail(box: HTMLElement, link: HTMLElement): void {
  setState(box, 'error');
  showLink(box, link);
}

/** Keeps the room of the map, with its poster in it, and waits until the reader is near. */
function begin(box: HTMLElement): void {
  setState(box, 'waiting');
  const address = addressOf(box);
  if (!address) {
    setState(box, 'error');
    box.append(WORDS.refused);
    return;
  }
  const link = box.querySelector('a') ?? linkTo(address);
  box.textContent = '';
  box.style.position = 'relative';
  setHeight(box, heightOf(box));
  const poster = posterOf(box, address);
  if (poster) box.append(poster);
  link.hidden = true;
  box.append(link);
  const start = (): void => startFrame(box, address, link);
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      start();
    },
    { rootMargin: NEAR },
  );
  watcher.observe(box);
}

/** What a frame of ours says to the page around it. */
interface Told {
  readonly voyageMap?: unknown;
  readonly height?: unknown;
  readonly event?: unknown;
}

/** Hears a map only in its own frame; anybody else's messages are passed over. */
function hear({ data, source }: MessageEvent<Told | null>): void {
  if (typeof data !== 'object' || data === null || data.voyageMap !== 1 || !source) return;
  const frames = document.querySelectorAll<HTMLIFrameElement>('.voyage-map > iframe');
  const box = [...frames].find((frame) => frame.contentWindow === source)?.parentElement;
  if (!box) return;
  const link = box.querySelector('a');
  if (box.dataset.state === 'loading') setState(box, 'alive');
  if (typeof data.height === 'number') setHeight(box, data.height);
  if (data.event !== 'ready' && data.event !== 'error') return;
  box.querySelector('.voyage-map-poster')?.remove();
  if (data.event === 'error' && link) fail(box, link);
  if (data.event === 'ready') {
    setState(box, 'ready');
    if (link) link.hidden = true;
  }
}

function beginAll(): void {
  for (const box of document.querySelectorAll<HTMLElement>(NEW)) begin(box);
}

addEventListener('message', hear);
beginAll();
new MutationObserver(beginAll).observe(document.documentElement, { childList: true, subtree: true });
