/** The poster: the map of a case as one SVG that needs no other file, drawn by the page's own components. */
import { renderToString } from 'preact-render-to-string';
import { countCrossings } from '../evidence/crossings.ts';
import { laterIn } from '../i18n/later-words.ts';
import { inLanguage } from '../i18n/text.ts';
import { fitCamera, mercatorCamera, type Size } from '../scene/camera.ts';
import { boundsOf } from '../scene/map-marks.ts';
import { textWidth } from '../timeline/text-width.ts';
import { Legend } from '../ui/cards/legend.tsx';
import { MapMarks } from '../ui/map/map-marks.tsx';
import { ScaleBar } from '../ui/map/scale-bar.tsx';
import { StillBasemap } from '../ui/map/still-basemap.tsx';
import { type Page, PageContext } from '../ui/page-context.ts';
import { inked, type PosterLook } from './poster-look.ts';
import type { StillPage } from './still-page.ts';

export interface PosterShape extends Size {
  /** Sizes of type, px. */
  readonly title: number;
  readonly text: number;
  readonly small: number;
  /** Points of the shore nearer than this to the last one are left out, px. */
  readonly gap: number;
  /** How much wider than ours the font may be that the text is seen in: 1 where it is drawn with ours. */
  readonly slack: number;
}

interface Line {
  readonly text: string;
  readonly size: number;
  readonly class: string;
}

const MARGIN = 20;
/** The serif at 600 is so much wider than the sans that is measured. */
const SERIF = 1.12;
const LEADING = 1.26;

/**
 * Draws the poster of a case: title, how much is dated, the map, the moment with what is illustrative, legend, credit.
 * @param look colours and rules of `src/ui`, see `posterLook`
 * @returns an SVG with no style that needs the page's, of the shape's size
 * @throws where the case has neither lanes nor ports
 */
export function poster({ page, data }: StillPage, shape: PosterShape, look: PosterLook): string {
  const { state } = page;
  const shown = state.case.value;
  const bounds = shown && boundsOf(shown.lanes, shown.dataset.ports);
  if (!shown || !bounds) throw new Error('a case without lanes and ports has no poster');
  const lang = state.settings.lang.value;
  const words = page.words.value;
  const room = (shape.width - 2 * MARGIN) / shape.slack;
  const title = inLanguage(shown.dataset.title, lang);
  const head: Line[] = [
    ...wrapped(title, shape.title, room, 'poster-title', SERIF),
    ...wrapped(words.title.crossings(countCrossings(shown.voyages)), shape.text, room, 'poster-text'),
  ];
  const moment = laterIn(lang).table.caption(page.dates.value.moment(state.time.value));
  const caption = wrapped(moment, shape.text, room, 'poster-text');
  const legend = legendRows({ ...page, ids: 'legend' }, shape.width - 2 * MARGIN, shape);
  const credit = words.credits.flatMap((text) => wrapped(text, shape.small - 1, room, 'poster-quiet'));
  const top = MARGIN * 0.6 + heightOf(head) + 8;
  const foot = [...caption, ...credit];
  const legendHeight = legend.height + 8;
  const size = { width: shape.width, height: Math.round(shape.height - top - heightOf(foot) - legendHeight - 20) };
  const side = Math.min(110, size.width / 6);
  const padding = { top: size.height * 0.22, bottom: size.height * 0.16, left: side, right: side };
  const camera = fitCamera(bounds, size, padding, [0, 13.5]);
  const { project } = mercatorCamera(camera, size);
  const frame = { ...size, zoom: camera.zoom, gap: shape.gap, project };
  const stage = { ...size, project };
  const under = top + size.height;
  const markup = renderToString(
    <PageContext.Provider value={{ ...page, ids: 'poster' }}>
      <svg
        xmlns="http://www.w3.org/2000/svg"
        width={shape.width}
        height={shape.height}
        viewBox={`0 0 ${shape.width} ${shape.height}`}
        lang={lang}
      >
        <title>{title}</title>
        <style>{look.rules}</style>
        <rect width={shape.width} height={shape.height} fill="var(--paper)" />
        <Lines lines={head} y={MARGIN * 0.6} />
        <svg x="0" y={top} {...size} aria-hidden="true">
          <rect {...size} fill="var(--sea)" />
          <StillBasemap data={data} frame={frame} lang={lang} />
          <MapMarks shown={shown} stage={stage} onPort={() => undefined} notes={false} open={new Set()} />
          <g transform={`translate(${MARGIN},${size.height - 30})`}>
            <ScaleBar shown={shown} stage={stage} />
          </g>
        </svg>
        <Lines lines={caption} y={under + 6} />
        <Lines lines={credit} y={under + heightOf(caption) + legendHeight + 12} />
      </svg>
    </PageContext.Provider>,
  );
  const place = `translate(${MARGIN},${(under + heightOf(caption) + 12).toFixed(1)})`;
  return inked(
    markup.replace(/<\/svg>$/, () => `<g transform="${place}">${legend.markup}</g></svg>`),
    look,
  );
}

const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, { size }) => sum + size * LEADING, 0);

function Lines({ lines, y }: { lines: readonly Line[]; y: number }) {
  return (
    <>
      {lines.map((line, at) => (
        <text
          key={line.text}
          x={MARGIN}
          y={(y + heightOf(lines.slice(0, at)) + line.size).toFixed(1)}
          class={line.class}
          font-size={line.size}
        >
          {line.text}
        </text>
      ))}
    </>
  );
}

/** Breaks a text between its words so that each line fits into `room` px. `wide`: by how much the font exceeds the measured one. */
function wrapped(text: string, size: number, room: number, kind: string, wide = 1): Line[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, 600) * wide <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter((line) => line !== '').map((line) => ({ text: line, size, class: kind }));
}

const ROW = /<li><span class="legend-sample">(.*?)<\/span><span>(.*?)<\/span><\/li>/g;
const SAMPLE = /<svg([^>]*) width="([\d.]+)" height="([\d.]+)"([^>]*>.*?<\/svg>)/g;

/** The page's legend, its rows laid out one after the other in lines: samples and words are those of the component. */
function legendRows(page: Page, room: number, { small: size, slack }: PosterShape): { markup: string; height: number } {
  const html = renderToString(
    <PageContext.Provider value={page}>
      <Legend variant="full" />
    </PageContext.Provider>,
  );
  const leading = Math.max(18, size * 1.5);
  let [x, y, markup] = [0, 0, ''];
  for (const [, samples = '', words = ''] of html.matchAll(ROW)) {
    const drawn = [...samples.matchAll(SAMPLE)];
    const sampleWidth = drawn.reduce((sum, [, , width]) => sum + Number(width) + 3, 3);
    const width = sampleWidth + textWidth(words, size, 600) * slack;
    if (x > 0 && x + width > room) [x, y] = [0, y + leading];
    let at = x;
    for (const [, before, wide, high, rest] of drawn) {
      const top = y + (leading - Number(high)) / 2;
      markup += `<svg x="${at.toFixed(1)}" y="${top.toFixed(1)}" width="${wide}" height="${high}"${before}${rest}`;
      at += Number(wide) + 3;
    }
    markup += `<text class="poster-text" font-size="${size}" x="${(at + 3).toFixed(1)}" y="${(y + leading / 2 + size * 0.35).toFixed(1)}">${words}</text>`;
    x += width + 18;
  }
  if (markup === '') throw new Error('the legend has changed its markup: the poster finds no row in it');
  return { markup, height: y + leading };
}
