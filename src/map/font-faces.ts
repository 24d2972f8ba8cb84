// Made by src/build/basemap/fonts.mjs.

/** Font files of the map's labels in public/fonts, by the name that `text-font` uses; `range` is a CSS unicode-range. */
export const FONT_FACES: Readonly<Record<string, readonly { readonly file: string; readonly range: string }[]>> = {
  'Voyage Sans 400': [
    {
      file: 'voyage-sans-400-core.woff2',
      range:
        'U+20-7E,U+A0,U+A9,U+AB,U+B0-B1,U+B7,U+BB,U+D7,U+E9,U+2013-2014,U+2018-2019,U+201C-201D,U+2022,U+2026,U+202F,U+2032-2033,U+2190-2193,U+2212,U+2248,U+2264-2265,U+25B2,U+25B4,U+25B6,U+25B8,U+25BC,U+25BE,U+25C0,U+25C2',
    },
    {
      file: 'voyage-sans-400-latin-ext.woff2',
      range: 'U+A1-A8,U+AA,U+AC-AF,U+B2-B6,U+B8-BA,U+BC-D6,U+D8-E8,U+EA-17F,U+218-21B,U+1E80-1E85',
    },
    { file: 'voyage-sans-400-cyrillic.woff2', range: 'U+401-45F,U+490-491,U+2116' },
    { file: 'voyage-sans-400-hangul.woff2', range: 'U+AC00-D7A3' },
  ],
  'Voyage Sans 400 italic': [
    {
      file: 'voyage-sans-400-italic-core.woff2',
      range:
        'U+20-7E,U+A0,U+A9,U+AB,U+B0-B1,U+B7,U+BB,U+D7,U+E9,U+2013-2014,U+2018-2019,U+201C-201D,U+2022,U+2026,U+202F,U+2032-2033,U+2190-2193,U+2212,U+2248,U+2264-2265,U+25B2,U+25B4,U+25B6,U+25B8,U+25BC,U+25BE,U+25C0,U+25C2',
    },
    {
      file: 'voyage-sans-400-italic-latin-ext.woff2',
      range: 'U+A1-A8,U+AA,U+AC-AF,U+B2-B6,U+B8-BA,U+BC-D6,U+D8-E8,U+EA-17F,U+218-21B,U+1E80-1E85',
    },
    { file: 'voyage-sans-400-italic-cyrillic.woff2', range: 'U+401-45F,U+490-491,U+2116' },
    { file: 'voyage-sans-400-hangul.woff2', range: 'U+AC00-D7A3' },
  ],
};
