import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCases } from '../../src/build/case-plugin.ts';
import { embedReport } from '../../src/build/embed-plugin.ts';
import { type Described, headTags, oembedText, readSite } from '../../src/build/head-plugin.ts';
import { importSource } from '../../src/build/import-source.ts';
import type { PosterShape } from '../../src/build/poster.tsx';
import { inked, posterLook } from '../../src/build/poster-look.ts';
import { rasterised } from '../../src/build/poster-plugin.ts';
import { readWoff2 } from '../../src/build/woff2.ts';
import { textWidth } from '../../src/timeline/text-width.ts';

const FONTS = 'public/fonts';
const SHAPE: PosterShape = { width: 600, height: 400, title: 22, text: 13, small: 12, gap: 2, slack: 1 };
const css = (file: string): string => readFileSync(join('src/ui', file), 'utf8');

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'voyage-map-fonts-'));
  for (const file of readdirSync(FONTS).filter((file) => /core\.woff2$/.test(file))) {
    writeFileSync(join(folder, file.replace('woff2', 'ttf')), readWoff2(readFileSync(join(FONTS, file))));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The box around all that is drawn of an SVG, px. */
const boxOf = (svg: string) =>
  new Resvg(svg, { font: { fontDirs: [folder], loadSystemFonts: false, defaultFontFamily: 'Voyage Sans' } }).getBBox();

describe('fonts', () => {
  test.each(readdirSync(FONTS).filter((file) => file.endsWith('.woff2')))('%s has its tables and outlines', (file) => {
    const font = readWoff2(readFileSync(join(FONTS, file)));
    const tables = new Map<string, Buffer>();
    for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
      const offset = font.readUInt32BE(at + 8);
      tables.set(font.toString('latin1', at, at + 4), font.subarray(offset, offset + font.readUInt32BE(at + 12)));
    }
    const [glyf, loca, maxp, hmtx, hhea] = ['glyf', 'loca', 'maxp', 'hmtx', 'hhea'].map((tag) => {
      const table = tables.get(tag);
      if (!table) throw new Error(`no table ${tag}`);
      return table;
    }) as [Buffer, Buffer, Buffer, Buffer, Buffer];
    const glyphs = maxp.readUInt16BE(4);
    expect(loca.length).toBe(4 * (glyphs + 1));
    expect(loca.readUInt32BE(4 * glyphs)).toBe(glyf.length);
    const measured = hhea.readUInt16BE(34);
    expect(hmtx.length).toBe(4 * measured + 2 * (glyphs - measured));
    // Where an outline is, its box holds what it says: no box is inside out.
    for (let glyph = 0; glyph < glyphs; glyph++) {
      const [start, end] = [loca.readUInt32BE(4 * glyph), loca.readUInt32BE(4 * glyph + 4)];
      if (start === end) continue;
      expect(glyf.readInt16BE(start + 2)).toBeLessThanOrEqual(glyf.readInt16BE(start + 6));
      expect(glyf.readInt16BE(start + 4)).toBeLessThanOrEqual(glyf.readInt16BE(start + 8));
    }
  });

  test('letters are as wide as the page takes them to be', () => {
    const inked = (text: string): number =>
      boxOf(
        `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60"><text y="40" font-size="40" font-family="Voyage Sans">${text}</text></svg>`,
      )?.width ?? 0;
    expect(inked('HHHHHHHH') - inked('HHHH')).toBeCloseTo(textWidth('HHHH', 40), 1);
  });

  test('text and ground are both seen in a picture', () => {
    const ground =
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><rect width="200" height="60" fill="white"/>';
    const text = '<text x="10" y="40" font-size="40" font-family="Voyage Sans">HHHH</text>';
    expect(rasterised(`${ground}${text}</svg>`, FONTS).length).toBeGreaterThan(
      rasterised(`${ground}</svg>`, FONTS).length,
    );
  });

  test('other files are refused', () => {
    expect(() => readWoff2(Buffer.concat([Buffer.from('wOFF'), brotliCompressSync('x')]))).toThrow('not a WOFF2');
    expect(() => readWoff2(Buffer.from('wOF2ttcf0000'))).toThrow('collection');
  });
});

describe('look', () => {
  test('each look has its own colours, and no custom property is left', () => {
    const [light, dark] = (['light', 'dark'] as const).map((name) =>
      posterLook(css('look.css'), css('map/map.css'), name),
    );
    expect(light?.tokens.get('--sea')).toMatch(/^#[0-9a-f]{6}$/);
    expect(dark?.tokens.get('--sea')).toMatch(/^#[0-9a-f]{6}$/);
    expect(light?.tokens.get('--sea')).not.toBe(dark?.tokens.get('--sea'));
    expect(`${light?.rules}${dark?.rules}`).not.toMatch(/var\(|light-dark\(/);
    expect(light?.rules).toContain('.still-land');
  });

  test('--ship is the colour of the ship around it', () => {
    const tokens = new Map([
      ['--ship-0', 'red'],
      ['--ship-1', 'blue'],
      ['--ink', 'black'],
    ]);
    const markup =
      '<g class="ship-0"><path fill="var(--ship)"/><g class="x ship-1"><path fill="var(--ship)"/></g><path stroke="var(--ship)" fill="var(--ink)"/></g>';
    expect(inked(markup, { tokens, rules: '' })).toBe(
      '<g class="ship-0"><path fill="red"/><g class="x ship-1"><path fill="blue"/></g><path stroke="red" fill="black"/></g>',
    );
    expect(() => inked('<path fill="var(--ship)"/>', { tokens, rules: '' })).toThrow('--ship-');
  });
});

describe('poster of the case', () => {
  let svg = '';
  let again = '';
  let described: Described;

  beforeAll(async () => {
    const { draw, initialName } =
      await importSource<typeof import('../../src/build/poster-of.ts')>('/src/build/poster-of.ts');
    const { describe } = await importSource<typeof import('../../src/build/summary-of.ts')>('/src/build/summary-of.ts');
    const dataset = (await readCases('.')).datasets.get(initialName);
    if (!dataset) throw new Error('the initial case cannot be read');
    const look = posterLook(css('look.css'), css('map/map.css'), 'light');
    [svg, again] = draw(dataset, '.', [
      { shape: SHAPE, look },
      { shape: SHAPE, look },
    ]) as [string, string];
    described = describe(dataset, '.', 'https://example.org/map/');
  }, 60_000);

  test('it is one file: nothing is fetched, no property is open, no script', () => {
    expect(svg).not.toMatch(/var\(|light-dark|url\((?!#)|href=|<script|<image/);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="600" height="400"/);
    for (const id of svg.match(/url\(#[^)]+\)/g) ?? []) expect(svg).toContain(`id="${id.slice(5, -1)}"`);
  });

  test('it says what is illustrative, shows the lanes and names who made the coast', () => {
    const text = svg.replace(/<style>.*?<\/style>|<[^>]*>/g, ' ');
    expect(text).toContain('illustrative, never a known position');
    expect(text).toContain('inferred: our schematic');
    expect(text).toContain('GSHHG');
    expect(svg).toMatch(/data-lane="/);
    expect(svg).toMatch(/data-ship="angara"/);
  });

  test('it is the same each time, as SVG and as PNG', () => {
    expect(again).toBe(svg);
    const png = rasterised(svg, FONTS);
    expect(png.equals(rasterised(svg, FONTS))).toBe(true);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 400]);
  });

  test('all of its text lies within it', () => {
    const onlyText = svg.replace(/<(path|rect|circle)\b[^>]*>(<\/\1>)?/g, '');
    const box = boxOf(onlyText);
    expect(box?.width).toBeGreaterThan(SHAPE.width / 2);
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(SHAPE.width);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(SHAPE.height);
  });

  test('other sites read a title, a sentence with the count, and a frame', () => {
    expect(described.description).toMatch(
      /No track was published\. Of the ten crossings, two are dated to within a week\.$/,
    );
    expect(described.code).toMatch(/^<iframe .*src="https:\/\/example\.org\/map\/#controls=compact".*><\/iframe>$/);
    const answer = JSON.parse(oembedText(described, new URL('https://example.org/map/')));
    expect(answer).toMatchObject({
      type: 'rich',
      version: '1.0',
      html: described.code,
      thumbnail_url: 'https://example.org/map/poster.png',
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
    expect(answer.width).toBeGreaterThan(0);
    expect(answer.height).toBeGreaterThan(0);
  });
});

describe('head', () => {
  const described: Described = { title: 'A "map" & <b>', description: 'One.', alt: 'Two.', code: null };

  test('with a site every address is absolute', () => {
    const tags = headTags(described, new URL('https://example.org/map/'));
    expect(tags).toContain('<meta property="og:image" content="https://example.org/map/poster.png">');
    expect(tags).toContain('<meta property="og:image:width" content="1200">');
    expect(tags).toContain('href="https://example.org/map/oembed.json?url=https%3A%2F%2Fexample.org%2Fmap%2F"');
    expect(tags).toContain('content="A &quot;map&quot; &amp; &lt;b&gt;"');
  });

  test('without one nothing names an address', () => {
    const tags = headTags(described, null);
    expect(tags).toContain('<meta property="og:title"');
    expect(tags).not.toMatch(/og:image|og:url|oembed|https?:/);
  });

  test('the site is an https folder', () => {
    expect(readSite(undefined)).toBeNull();
    expect(readSite('https://example.org/map')?.href).toBe('https://example.org/map/');
    expect(readSite('http://127.0.0.1:4000/')?.href).toBe('http://127.0.0.1:4000/');
    for (const bad of ['example.org', 'http://example.org/', 'javascript:alert(1)', 'https://example.org/?a']) {
      expect(() => readSite(bad)).toThrow(bad);
    }
  });
});

test('the price of an embed is held', () => {
  expect(embedReport(2_999, 37_001).over).toBe(false);
  expect(embedReport(3_001, 1)).toMatchObject({ over: true, text: expect.stringContaining('OVER') });
  expect(embedReport(2_000, 38_001).over).toBe(true);
});
